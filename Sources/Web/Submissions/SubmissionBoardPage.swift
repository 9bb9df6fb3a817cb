import Domain

/// All agencies in one period: who sent, who did not, what waits to be received.
struct SubmissionBoardPage: Sendable {
    let language: Language
    let title: String
    let lede: String
    let periods: [OverviewPage.ViewChoice]
    let tallies: [OverviewPage.Tally]
    /// Settings of the periods, for whoever may change them.
    let links: [Link]
    let files: [Link]
    let filter: RecordListPage.Filter
    let caption: String
    let rows: [Row]
    let none: String
    /// `nil` for whoever decides nothing.
    let decisions: Decisions?
    let problems: [String]

    struct Row: Sendable {
        /// The box to choose it with, `BD-540:3` for the agency's code and the version seen; `nil` when
        /// there is nothing to decide.
        let choice: String?
        let chooseLabel: String
        let isChosen: Bool
        let name: Link
        let badges: [Badge]
        /// The arithmetic of what is in time.
        let timing: String
        let document: String
        let rounds: String
    }

    struct Decisions: Sendable {
        let path: String
        let token: String
        let reason: Field
    }
}
