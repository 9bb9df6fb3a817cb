import Domain

/// The year's end for tasks: what closes at once, what has to be explained, what rolls over.
struct YearEndPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let sources: [OverviewPage.ViewChoice]
    /// Outcomes with their counts.
    let sums: [TargetPage.Fact]
    let problems: [String]
    let problemsHeading: String
    /// Closing all that was done; `nil` when nothing waits or the person may not.
    let closing: Closing?
    let roll: Roll?
    let caption: String
    let headings: [String]
    let rows: [Row]
    let none: String

    struct Closing: Sendable {
        let path: String
        let token: String
        let text: String
        let button: String
    }

    struct Roll: Sendable {
        let path: String
        let token: String
        let hidden: [HiddenField]
        let due: Field
        let button: String
    }

    struct Row: Sendable {
        let code: String
        let isChosen: Bool
        let label: String
        let task: Link
        let lead: String
        let due: String
        let badge: Badge
        /// Where it is closed; without an address once it is.
        let closing: Link
    }
}
