/// What an inspection goes through, point by point (danh mục nội dung kiểm tra); an edition for each year.
///
/// One that has been answered is closed: a change is a new edition.
public struct Checklist: Hashable, Sendable, Codable {
    public typealias ID = Identifier<Checklist>

    public let id: ID
    public let number: Int
    public let year: Int
    public let name: String
    /// The document that sets it; empty when it is the office's own.
    public let source: String
    public let items: [Item]

    public struct Item: Hashable, Sendable, Codable {
        /// The area of reform; items of one area stand together.
        public let area: String
        public let text: String
        /// The document and article; empty when none is named.
        public let ground: String
        /// The clause, target or criterion it belongs to.
        public let link: Finding.Link?

        public init(area: String, text: String, ground: String = "", link: Finding.Link? = nil) {
            self.area = area
            self.text = text
            self.ground = ground
            self.link = link
        }
    }

    /// What was found at one point.
    public struct Answer: Hashable, Sendable, Codable {
        public enum Mark: String, CaseIterable, Hashable, Sendable, Codable {
            case met, partly, unmet, notApplicable

            public var title: Bilingual {
                switch self {
                case .met: Bilingual(vi: "Đạt", en: "Met")
                case .partly: Bilingual(vi: "Đạt một phần", en: "Partly met")
                case .unmet: Bilingual(vi: "Chưa đạt", en: "Not met")
                case .notApplicable: Bilingual(vi: "Không áp dụng", en: "Not applicable")
                }
            }
        }

        /// From 1, as the checklist numbers them.
        public let position: Int
        public let mark: Mark
        public let note: String

        public init(_ position: Int, _ mark: Mark, note: String = "") {
            self.position = position
            self.mark = mark
            self.note = note
        }
    }

    public init(
        id: ID, number: Int, year: Int, name: String, source: String = "", items: [Item]
    ) {
        self.id = id
        self.number = number
        self.year = year
        self.name = name
        self.source = source
        self.items = items
    }

    public var problems: [Problem] {
        var problems: [Problem] = []
        if name.isEmpty {
            problems.append(
                Problem("name", vi: "Hãy đặt tên danh mục.", en: "Give the checklist a name."))
        }
        if items.isEmpty {
            problems.append(
                Problem(
                    "items", vi: "Danh mục chưa có nội dung nào; mỗi dòng là một nội dung.",
                    en: "The checklist has no item; write one a line."))
        }
        for (place, item) in items.enumerated() where item.text.isEmpty {
            problems.append(
                Problem(
                    "items", vi: "Dòng \(place + 1) chưa có nội dung.",
                    en: "Line \(place + 1) has no text."))
        }
        return problems
    }

    /// The items as lines that people type: area | text | ground | criterion 1.3.2.
    public var lines: String {
        items.map { item in
            [
                item.area, item.text, item.ground,
                item.link.map { "\($0.kind.rawValue) \($0.code)" } ?? "",
            ]
            .joined(separator: " | ")
        }.joined(separator: "\n")
    }

    /// Reads such lines; a part left out is empty.
    public static func items(_ lines: String) -> [Item] {
        lines.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }.map { line in
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
            func part(_ place: Int) -> String { place < parts.count ? parts[place] : "" }
            guard parts.count > 1 else { return Item(area: "", text: part(0)) }
            let link = part(3).split(separator: " ", maxSplits: 1).map(String.init)
            return Item(
                area: part(0), text: part(1), ground: part(2),
                link: link.count == 2
                    ? Finding.Link.Kind(rawValue: link[0]).map { Finding.Link($0, link[1]) } : nil)
        }
    }

    /// The points whose answer says the same, word for word, as the year before.
    ///
    /// What nobody found anew is no finding: such answers are marked as copied. *Ours.*
    public static func copied(_ answers: [Answer], from earlier: [Answer]) -> Set<Int> {
        let before = Dictionary(earlier.map { ($0.position, $0) }) { first, _ in first }
        return Set(
            answers.filter { answer in
                guard let old = before[answer.position], !answer.note.isEmpty else { return false }
                return old.mark == answer.mark
                    && Vietnamese.folded(old.note) == Vietnamese.folded(answer.note)
            }.map(\.position))
    }
}
