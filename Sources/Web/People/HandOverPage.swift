import Domain

/// Handing a post over: what ends, what moves, to whom, from which day.
struct HandOverPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let path: String
    let token: String
    let hidden: [HiddenField]
    let fields: [Field]
    let rows: [Row]
    let caption: String
    /// Said when nothing moves.
    let none: String
    let problems: [String]

    struct Row: Sendable {
        let tick: Field
        let kind: String
        let due: String
        let badge: Badge
    }
}
