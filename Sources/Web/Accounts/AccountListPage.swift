import Domain

/// The accounts a person looks after.
struct AccountListPage: Sendable {
    let language: Language
    let title: String
    let lede: String
    let links: [Link]
    let findPath: String
    let find: String
    let rows: [Row]
    let pager: Pager?

    struct Row: Sendable {
        let name: Link
        let login: String
        let body: String
        let roles: String
        let state: Badge
        let seen: String
    }
}

/// One account, with what can be done to it.
struct AccountPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let state: Badge
    let token: String
    let facts: [OwnAccountPage.Fact]
    let problem: String?
    let actions: [Action]
    /// Name, mail address and body, to be corrected; empty for whoever may not.
    let fields: [Field]
    let path: String
    let history: [HistoryEntry]

    /// One thing that can be done, with a reason for the journal.
    struct Action: Sendable {
        let key: String
        let title: String
        let detail: String
        let path: String
        let takesReason: Bool
    }
}
