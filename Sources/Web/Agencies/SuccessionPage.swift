import Domain

/// Which agency took over from which: suggestions for a person to confirm, and what was confirmed.
struct SuccessionPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let token: String
    let suggestions: [Suggestion]
    let confirmed: [Confirmed]
    /// The form for a link that nothing suggested.
    let addPath: String
    let addFields: [Field]
    let addProblems: [String]
    let pager: Pager?

    struct Suggestion: Sendable {
        let from: Body
        let to: Body
        /// "cùng mã 21583, khác tên".
        let reason: String
        /// Kind, day, document.
        let fields: [Field]
        let confirmPath: String
        let rejectPath: String
    }

    struct Body: Sendable {
        let name: Link
        /// Parent, code, from when until when.
        let detail: String
    }

    struct Confirmed: Sendable {
        let from: Link
        let kind: String
        let to: Link
        let day: String
        let document: String
    }
}
