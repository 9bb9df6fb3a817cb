import Markup

/// A document between those that act on it, to the left, and those it acts on, to the right.
public struct EffectGraph: Sendable {
    public struct Node: Sendable {
        public let name: String
        /// "thay thế từ 01/01/2021".
        public let verb: String
        /// It came too late to do anything.
        public let isIdle: Bool

        public init(name: String, verb: String, isIdle: Bool = false) {
            self.name = name
            self.verb = verb
            self.isIdle = isIdle
        }
    }

    public let name: String
    public let state: String
    public let acting: [Node]
    public let actedOn: [Node]
    /// What the drawing shows, in words.
    public let label: String

    public init(name: String, state: String, acting: [Node], actedOn: [Node], label: String) {
        self.name = name
        self.state = state
        self.acting = acting
        self.actedOn = actedOn
        self.label = label
    }

    private static let box = (width: 206, height: 42)
    private static let columns = (left: 0, middle: 256, right: 512)
    private static let pitch = 52

    private var height: Int { max(acting.count, actedOn.count, 1) * Self.pitch + 8 }

    public var svg: HTML {
        let middle = height / 2
        return """
            <svg class="graph" role="img" aria-label="\(label)" width="718" height="\(height)" viewBox="0 0 718 \(height)">
            \(each: acting.enumerated(), { arrow(from: (Self.columns.left + Self.box.width, place($0.offset, of: acting.count)), to: (Self.columns.middle, middle), $0.element.isIdle) })\
            \(each: actedOn.enumerated(), { arrow(from: (Self.columns.middle + Self.box.width, middle), to: (Self.columns.right, place($0.offset, of: actedOn.count)), $0.element.isIdle) })\
            \(each: acting.enumerated(), { node($0.element, Self.columns.left, place($0.offset, of: acting.count)) })\
            \(each: actedOn.enumerated(), { node($0.element, Self.columns.right, place($0.offset, of: actedOn.count)) })\
            \(box(name, state, Self.columns.middle, middle, "this"))</svg>
            """
    }

    /// The middle of a node, so that few nodes stand level with the document itself.
    private func place(_ index: Int, of count: Int) -> Int {
        height / 2 - (count - 1) * Self.pitch / 2 + index * Self.pitch
    }

    private func arrow(from: (x: Int, y: Int), to: (x: Int, y: Int), _ isIdle: Bool) -> HTML {
        let bend = (from.x + to.x) / 2
        return """
            <path class="way\(when: isIdle, " idle")" d="M\(from.x) \(from.y)C\(bend) \(from.y) \(bend) \(to.y) \(to.x - 6) \(to.y)"/>\
            <path class="head" d="M\(to.x) \(to.y)l-7 -4v8z"/>
            """
    }

    private func node(_ node: Node, _ x: Int, _ middle: Int) -> HTML {
        box(node.name, node.verb, x, middle, node.isIdle ? "idle" : "other")
    }

    private func box(_ name: String, _ text: String, _ x: Int, _ middle: Int, _ kind: String)
        -> HTML
    {
        let top = middle - Self.box.height / 2
        let names = wrapped(name, to: 27, atMost: 1)
        let words = wrapped(text, to: 33, atMost: 1)
        return """
            <g class="node \(kind)"><title>\(name): \(text)</title>\
            <rect x="\(x)" y="\(top)" width="\(Self.box.width)" height="\(Self.box.height)" rx="4"/>\
            <text class="name" x="\(x + 8)" y="\(top + 17)">\(names.first)</text>\
            <text x="\(x + 8)" y="\(top + 33)">\(words.first)</text></g>
            """
    }
}
