import Markup

/// A whole and its parts beside each other, each as long as its share.
public struct BoxBar: Sendable {
    public struct Part: Sendable {
        /// The class that gives the colour.
        public let colour: String
        public let count: Int

        public init(colour: String, count: Int) {
            self.colour = colour
            self.count = count
        }
    }

    public let parts: [Part]
    /// What the bar shows, in words.
    public let label: String

    public init(parts: [Part], label: String) {
        self.parts = parts
        self.label = label
    }

    public var svg: HTML {
        let total = max(1, parts.reduce(0) { $0 + $1.count })
        var start = 0
        var pieces: [(colour: String, from: Int, length: Int)] = []
        for part in parts where part.count > 0 {
            // From running sums, so that the pieces close up to the bar's full length.
            let from = start * 10_000 / total
            start += part.count
            pieces.append((part.colour, from, start * 10_000 / total - from))
        }
        return """
            <svg class="box-bar" role="img" aria-label="\(label)">\(each: pieces, piece)</svg>
            """
    }

    private func piece(_ piece: (colour: String, from: Int, length: Int)) -> HTML {
        """
        <rect class="\(piece.colour)" x="\(percent(piece.from))" y="0" width="\(percent(piece.length))" height="100%"/>
        """
    }
}
