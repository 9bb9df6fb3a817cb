import Domain

/// An agency's own plan: how far it has come, what it holds, what it lacks against the plan above.
struct AgencyPlanPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let badge: Badge
    let lede: String
    let notices: [LivingPlanPage.Notice]
    let token: String
    /// The three fields that declare a plan, amend it or replace it; none for who may not.
    let declare: FormCard?
    let change: FormCard?
    /// Drafting it here; `nil` where there is nothing to draft.
    let draftPath: String?
    let links: [Link]
    /// What the agency lacks; `nil` for who may not see it.
    let gaps: GapTable?
    let targets: RecordListPage?
    let tasks: RecordListPage?

    struct FormCard: Sendable {
        let heading: String
        let path: String
        let fields: [Field]
        let problems: [String]
        let button: String
    }
}

/// The gap check of one agency: the plan above, line by line.
struct GapTable: Sendable {
    let heading: String
    let summary: String
    let files: [Link]
    let rows: [Row]

    struct Row: Sendable {
        let code: Link
        let asked: String
        let own: String
        let badges: [Badge]
        let explanation: String
    }
}
