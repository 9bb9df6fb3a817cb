import Domain

/// The form that says who answers for each thing an agency owes.
struct DutyPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let path: String
    let token: String
    let day: Field
    let rows: [Row]
    let problems: [String]
    let none: String

    struct Row: Sendable {
        let title: Link
        let kind: String
        let due: String
        let badge: Badge
        /// Who answered when the page was made.
        let was: HiddenField
        let who: Field
    }
}
