/// A block's board: every agency with its index, rank, class and what they are made of.
struct BoardPage: Sendable {
    let title: String
    let lede: String
    /// What every figure here is not yet; `nil` once published.
    let caveat: String?
    let crumbs: [Link]
    let links: [Link]
    let cards: [Card]
    let headings: [Heading]
    let rows: [[Cell]]
    let caption: String
    let none: String?
    /// Where to have the records counted again; `nil` for who may not, or once published.
    let refreshPath: String?

    /// One figure of the block: its mean, the best, the last.
    struct Card: Sendable {
        let name: String
        let figure: String
        let detail: String
    }

    struct Heading: Sendable {
        let text: String
        var path: String?
        var isNumber = false
        var order: String?
    }

    struct Cell: Sendable {
        var text = ""
        var path: String?
        var detail: String?
        var badge: Badge?
    }
}
