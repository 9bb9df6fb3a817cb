extension OfficialDocument {
    /// One part of a document's text, in the order in which it is read.
    public enum Block: Hashable, Sendable, Codable {
        /// Level 1 is a part ("I. …"), 2 a section ("1. …"), 3 a point ("a) …").
        case heading(level: Int, String)
        case paragraph(Paragraph)
        case table(Table)
        case figure(Figure)

        /// A paragraph of the body.
        public static func text(_ text: String) -> Block { .paragraph(Paragraph([.text(text)])) }

        /// One line of a list, with a dash in front.
        public static func item(_ spans: Span...) -> Block {
            .paragraph(Paragraph(.item, spans))
        }

        public var citedNumbers: [CitedNumber] {
            switch self {
            case .heading: []
            case .paragraph(let paragraph): paragraph.spans.compactMap(\.citedNumber)
            case .table(let table): table.rows.joined().flatMap { $0.compactMap(\.citedNumber) }
            case .figure(let figure): figure.bars.map(\.number)
            }
        }
    }

    public struct Paragraph: Hashable, Sendable, Codable {
        public enum Style: String, Hashable, Sendable, Codable {
            /// Justified, its first line indented.
            case body
            /// The same with a dash in front.
            case item
            /// What a decision or submission rests on ("Căn cứ …"), in italics.
            case basis
            /// In the middle, bold: "QUYẾT ĐỊNH:".
            case centred
            /// "Điều 1. …": its first span bold.
            case article
        }

        public let style: Style
        public let spans: [Span]

        public init(_ style: Style, _ spans: [Span]) {
            self.style = style
            self.spans = spans
        }

        /// A paragraph of the body.
        public init(_ spans: [Span]) {
            self.init(.body, spans)
        }

        public var text: String { spans.map(\.text).joined() }
    }

    /// A run of text, or a number whose source is known.
    public enum Span: Hashable, Sendable, Codable {
        case text(String)
        case bold(String)
        case italic(String)
        case number(CitedNumber)

        public var text: String {
            switch self {
            case .text(let text), .bold(let text), .italic(let text): text
            case .number(let number): number.text
            }
        }

        public var citedNumber: CitedNumber? {
            if case .number(let number) = self { number } else { nil }
        }
    }

    /// A table whose first row names its columns and is repeated on each page.
    public struct Table: Hashable, Sendable, Codable {
        /// What it shows, for those who cannot see it; printed above it when ``showsTitle``.
        public let title: String
        public let showsTitle: Bool
        public let columns: [Column]
        /// Each row has one cell for each column; a cell without spans is empty.
        public let rows: [[[Span]]]

        public struct Column: Hashable, Sendable, Codable {
            public let heading: String
            /// Its share of the width, beside those of the other columns.
            public let width: Int
            /// Whether its cells stand at the right: numbers.
            public let isNumber: Bool

            public init(_ heading: String, width: Int = 10, isNumber: Bool = false) {
                self.heading = heading
                self.width = width
                self.isNumber = isNumber
            }
        }

        public init(_ title: String, showsTitle: Bool = false, columns: [Column], rows: [[[Span]]])
        {
            precondition(
                rows.allSatisfy { $0.count == columns.count },
                "A row has one cell for each column.")
            self.title = title
            self.showsTitle = showsTitle
            self.columns = columns
            self.rows = rows
        }
    }

    /// A chart of bars (biểu đồ), each a cited number.
    public struct Figure: Hashable, Sendable, Codable {
        public struct Bar: Hashable, Sendable, Codable {
            public let label: String
            /// How long it is, in hundredths of the unit; never negative.
            public let hundredths: Int
            public let number: CitedNumber

            public init(_ label: String, hundredths: Int, number: CitedNumber) {
                self.label = label
                self.hundredths = hundredths
                self.number = number
            }
        }

        public let title: String
        /// What the chart says, in a sentence, for those who cannot see it.
        public let description: String
        public let bars: [Bar]

        public init(_ title: String, description: String, bars: [Bar]) {
            self.title = title
            self.description = description
            self.bars = bars
        }
    }
}
