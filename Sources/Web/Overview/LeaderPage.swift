import Domain

/// The overview for the chairman: one A4 page to take to a meeting.
struct LeaderPage: Sendable {
    let language: Language
    let headline: String
    let lede: String
    let views: [OverviewPage.ViewChoice]
    let tally: [OverviewPage.Tally]
    /// Targets under their verdict, the worst first.
    let groups: [Group]
    /// The five bodies that stand worst.
    let worst: [Body]
    /// What needs a decision.
    let decisions: [OverviewPage.Item]
    /// Where the figures come from, and what was entered later.
    let source: String

    struct Group: Sendable {
        let badge: Badge
        let targets: [Target]
    }

    struct Target: Sendable {
        let title: Link
        /// "189/191, cần 191".
        let figure: String
        let missing: String
        /// Lead agency and person who answers.
        let answerable: String
    }

    struct Body: Sendable {
        let name: Link
        /// The verdicts of the body: "02 không đạt, 01 có nguy cơ".
        let verdicts: String
        /// What exactly, in words.
        let faults: String
    }
}
