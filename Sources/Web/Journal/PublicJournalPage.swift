import Domain

/// The journal's signed heads, for everybody: no sign-in, and nothing of the journal's contents.
struct PublicJournalPage: Sendable {
    let language: Language
    let title: String
    let lede: String
    let keys: [Key]
    let days: [Row]
    let links: [Link]
    let pager: Pager?

    struct Key: Sendable {
        let text: String
        /// "dùng từ ngày 23/11/2026".
        let since: String
    }

    struct Row: Sendable {
        let day: String
        /// "1-295", or that there was none.
        let entries: String
        let text: String
        let key: String
        let signature: String
    }
}
