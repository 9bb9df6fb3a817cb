import Domain

/// A list of records of one kind: agency plans, inspections, findings, legal documents, figures.
struct RecordListPage: Sendable {
    let language: Language
    var summaries: [RegisterSummary] = []
    var choice: Choice?
    /// What the list says in one sentence: "64 vấn đề phát hiện, 05 quá hạn khắc phục".
    let title: String
    let lede: String
    /// Other kinds of record of the same section.
    let kinds: [OverviewPage.ViewChoice]
    /// Add, import; empty for whoever may not.
    let actions: [Link]
    /// CSV and XLSX of exactly what is shown.
    let files: [Link]
    let filter: Filter?
    let caption: String
    let headings: [Heading]
    let rows: [Row]
    let pager: Pager?
    /// Said when there are no rows.
    let none: String

    /// One setting of the list, changed in place.
    struct Choice: Sendable {
        let heading: String
        let path: String
        let token: String
        let fields: [Field]
        let label: String
    }

    struct Filter: Sendable {
        let path: String
        let fields: [Field]
        var kept: [HiddenField] = []
        /// Whether it looks for words, so that its button says "Tìm".
        var isSearch = false
    }

    struct Heading: Sendable {
        enum Order: String, Sendable {
            case ascending, descending
        }

        let text: String
        /// The same list, sorted by this column; `nil` when it cannot be.
        var path: String?
        var order: Order?
        var isNumber = false
    }

    struct Row: Sendable {
        /// One for each heading; the first names the row.
        let cells: [Cell]
        var enteredLater: String?
    }

    struct Cell: Sendable {
        var text = ""
        var path: String?
        var badge: Badge?
    }
}
