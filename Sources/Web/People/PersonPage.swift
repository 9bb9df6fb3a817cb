import Domain

/// One person: the posts held, when, by which decision, and what the person answers for.
struct PersonPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let name: String
    let lede: String
    let links: [Link]
    let posts: PostTable
    let earlier: PostTable
    /// What the person answers for on the day; `nil` when the viewer may not know.
    let owes: OwedTable?
    let history: [HistoryEntry]
}

/// The people of an agency on a day, and who was there before.
struct AgencyPeoplePage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let links: [Link]
    let posts: PostTable
    let earlier: PostTable
}

/// Posts, one row each.
struct PostTable: Sendable {
    let caption: String
    let headings: [String]
    let rows: [Row]
    let none: String

    struct Row: Sendable {
        /// The person or the agency; it names the row.
        let title: Link
        let post: String
        let role: String
        let areas: String
        let held: String
        let basis: String
        /// Correct, hand over.
        let links: [Link]
    }
}

/// Targets, tasks and findings that somebody answers for.
struct OwedTable: Sendable {
    let caption: String
    let headings: [String]
    let rows: [Row]
    let none: String

    struct Row: Sendable {
        let title: Link
        let kind: String
        let agency: Link
        let due: String
        let badge: Badge
    }
}
