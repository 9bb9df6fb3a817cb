import Domain

/// Who did what, when and why: the journal, newest first.
struct JournalPage: Sendable {
    let language: Language
    let title: String
    let lede: String
    /// Whether the chain of hashes holds, as far as it was checked.
    let chain: Badge?
    let links: [Link]
    let filter: RecordListPage.Filter?
    let entries: [Entry]
    let pager: Pager?
    let none: String

    struct Entry: Sendable {
        let number: String
        let when: String
        let who: String
        let agency: Link?
        /// "Ghi cuộc kiểm tra số 12".
        let action: String
        let reason: String?
        let hash: String
        let changes: [Change]
    }

    struct Change: Sendable {
        /// "Cuộc kiểm tra số 12".
        let record: Link
        let lines: [Line]
    }

    /// One field, before and after; `nil` where there was nothing.
    struct Line: Sendable {
        let field: String
        let before: String?
        let after: String?
    }
}
