import Domain

/// Taking a list from a file or from what was pasted: first a dry run, then the real thing.
///
/// The same page serves agencies and every kind of record.
struct ImportPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    /// An empty file with the columns, what is stored in the same columns.
    let links: [Link]
    let path: String
    let token: String
    /// File, pasted text, "có hiệu lực từ ngày".
    let fields: [Field]
    /// The columns: key, heading, whether it must be there, what it takes.
    let columns: [Column]
    let result: Outcome?

    struct Column: Sendable {
        let key: String
        let heading: String
        let isRequired: Bool
        let takes: String
    }

    /// What the dry run found.
    struct Outcome: Sendable {
        /// One sentence on what would be added, changed and left as it is.
        let summary: String
        /// New, changed, unchanged, faulty.
        let counts: [TargetPage.Part]
        /// What was filled in for the file: missing days, missing blocks.
        let notices: [String]
        let problems: [Problem]
        /// "và 12 lỗi khác", when not all are shown.
        let more: String?
        /// The first rows as they would be stored.
        let preview: Preview?
        /// `nil` when there is nothing to take or a problem stands.
        let confirm: Confirm?
    }

    struct Problem: Sendable {
        let row: String
        let column: String
        let message: String
    }

    struct Preview: Sendable {
        let caption: String
        let headings: [String]
        let rows: [[String]]
    }

    struct Confirm: Sendable {
        let path: String
        /// "Ghi 192 dòng".
        let label: String
        /// The text itself, or the name under which the file is kept meanwhile.
        let hidden: [HiddenField]
    }
}
