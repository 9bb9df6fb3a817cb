import Domain

/// One agency: what it is, what it owes, and what is on record about it.
struct AgencyPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let name: String
    /// One sentence on how it stands: "Không đạt 01, có nguy cơ 01 trong 06 chỉ tiêu".
    let lede: String
    let links: [Link]
    /// Dissolved, merged, not yet founded on the day asked.
    let notices: [LivingPlanPage.Notice]
    let facts: [TargetPage.Fact]
    let owes: [Owed]
    /// Plan, inspections, findings, self-inspection: what is on record, each with a link to add.
    let sections: [Section]
    /// The communes of a district, by target.
    let communes: AgencyMap?
    let versions: [Version]
    let successions: [Succession]
    let history: [HistoryEntry]

    /// A target that concerns the agency.
    struct Owed: Sendable {
        let clause: String
        let target: Link
        let badge: Badge
        /// "05/15 xã, cần 05".
        let figure: String
        /// What is still to be done, or why it is so.
        let missing: String
    }

    struct Section: Sendable {
        let heading: String
        /// All of them, add one.
        let links: [Link]
        let headings: [String]
        let rows: [[Link]]
        /// Said when there are no rows.
        let none: String
        /// What they come to, above them.
        var lede: String?
    }

    struct Version: Sendable {
        let from: String
        /// "nay" for the one still in force.
        let until: String
        let name: String
        let kind: String
        let parent: Link?
        let codes: String
    }

    struct Succession: Sendable {
        let day: String
        /// "Sáp nhập vào".
        let kind: String
        let other: Link
        let document: String?
    }
}
