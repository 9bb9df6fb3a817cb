import Domain

/// What is to be chased, agency by agency, with the ways to do it.
struct ChasePage: Sendable {
    let language: Language
    let tabs: [OverviewPage.ViewChoice]
    let title: String
    let lede: String
    let filter: RecordListPage.Filter
    /// Where the choice is sent.
    let path: String
    let token: String
    let groups: [Group]
    let channels: [Field]
    let answerBy: Field
    let problems: [String]
    /// Said when the filter leaves more than one reminder may name.
    let note: String?
    let none: String

    /// What one agency owes.
    struct Group: Sendable {
        let agency: Link
        /// "03 việc".
        let count: String
        let items: [Item]
    }

    struct Item: Sendable {
        /// "task 01J…".
        let key: String
        let isChosen: Bool
        let title: Link
        let kind: String
        let reason: String
        /// "đã đôn đốc 02 lần, gần nhất 15/09/2021"; empty when never.
        let reminded: String
    }
}
