import Domain

/// Who did what, when and why: the journal, newest first.
struct JournalPage: Sendable {
    let language: Language
    let title: String
    let lede: String
    let links: [Link]
    let filter: RecordListPage.Filter?
    /// What is wrong with the filter, each a sentence.
    let problems: [String]
    let entries: [Entry]
    let pager: Pager?
    let none: String

    struct Entry: Sendable {
        /// Its number, with the address of its own page.
        let number: Link
        let when: String
        let who: String
        let agency: Link?
        /// "Ghi cuộc kiểm tra".
        let action: String
        let reason: String?
        /// The whole hash.
        let hash: String
        /// "Nội dung thay đổi: 08 trong 1.414".
        let summary: String
        let changes: [Change]
        /// The entry's own page, when not all its changes are shown here.
        let rest: Link?
        /// Whether the changes stand open.
        var isOpen = false
    }

    struct Change: Sendable {
        /// "Cuộc kiểm tra 12".
        let record: Link
        let lines: [Line]
        /// Said when there are no lines: erased as the law asks, or nothing that is shown.
        let note: String?
    }

    /// One field, before and after; `nil` where there was nothing.
    struct Line: Sendable {
        let field: String
        let before: String?
        let after: String?
    }
}
