import Markup

/// A verdict or a state as it is shown: colour, mark and word together, never colour alone.
struct Badge: Sendable {
    /// The class of the style sheet, which gives colour and mark.
    enum Kind: String, Sendable, CaseIterable {
        case kept
        case holding
        case onCourse = "on-course"
        case atRisk = "at-risk"
        case broken
        case notDue = "not-due"
        case noData = "no-data"
    }

    let kind: Kind
    let word: String
}

/// A text that leads somewhere, or stands as it is when there is nowhere to go.
struct Link: Sendable {
    let text: String
    let path: String?

    init(_ text: String, _ path: String? = nil) {
        self.text = text
        self.path = path
    }
}

func badgeView(_ badge: Badge) -> HTML {
    """
    <span class="badge \(badge.kind.rawValue)">\(badge.word)</span>
    """
}

func linkView(_ link: Link) -> HTML {
    guard let path = link.path else { return "\(link.text)" }
    return """
        <a href="\(path)">\(link.text)</a>
        """
}

/// Links on one line, with a middle dot between them; nothing when there are none.
func linkLine(_ links: [Link]) -> HTML? {
    guard !links.isEmpty else { return nil }
    return """
        <ul class="line">\(each: links, { "<li>\(linkView($0))</li>" })</ul>
        """
}

/// The way down to this page; the last step is where one stands.
func crumbsView(_ crumbs: [Link], label: String) -> HTML {
    """
    <nav class="crumbs" aria-label="\(label)"><ol>\(each: crumbs, { "<li>\(linkView($0))</li>" })</ol></nav>
    """
}
