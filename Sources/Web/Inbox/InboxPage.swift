import Domain

/// What waits for a person, or for a body: one table for each box that has something in it.
struct InboxPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    /// "03 việc quá hạn, 05 việc đến hạn trong 30 ngày tới.", one sentence.
    let lede: String
    /// Everything, or only what the person answers for.
    let choices: [OverviewPage.ViewChoice]
    let boxes: [Box]
    /// Said when nothing waits.
    let none: String
    /// Where else one looks: the overview, what is to be chased.
    let links: [Link]

    struct Box: Sendable {
        let anchor: String
        let title: String
        let badge: Badge
        /// "Nhiệm vụ 03, vấn đề phát hiện 01".
        let kinds: [Link]
        let rows: [Row]
        let pager: Pager?
    }

    struct Row: Sendable {
        let title: Link
        /// "Nhiệm vụ 17".
        let kind: String
        let agency: Link?
        /// Who answers for it; empty when nobody was named.
        let person: String
        let due: String
        let reason: String
    }
}
