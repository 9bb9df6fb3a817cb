import Domain

/// The form of one record: new, to be changed, or shown again with its problems.
struct RecordFormPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String?
    let path: String
    let token: String
    /// The version being edited, and what else must come back unseen.
    let hidden: [HiddenField]
    let groups: [Group]
    /// Every problem once more, above the form; empty at first.
    let problems: [String]
    let conflict: Conflict?
    /// `nil` for whoever may only look.
    let saveLabel: String?
    let cancelPath: String
    /// Taking the record back, with a reason; it stays on the record.
    let withdraw: Withdraw?
    let history: [HistoryEntry]

    struct Group: Sendable {
        let heading: String?
        let fields: [Field]
    }

    /// Somebody else changed the record meanwhile: both sides.
    struct Conflict: Sendable {
        let message: String
        let rows: [Row]

        struct Row: Sendable {
            let field: String
            /// When the form was opened.
            let was: String
            let theirs: String
            let yours: String
            /// Which of them the merged form holds.
            let outcome: String
            let isClash: Bool
        }
    }

    struct Withdraw: Sendable {
        let path: String
        let label: String
        let reason: Field
    }
}
