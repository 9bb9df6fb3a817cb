/// A part of a document's text by its name (điều, khoản, điểm, mục): "điểm a khoản 2 Điều 5".
///
/// Kept from the outside in; written as officials do, from the inside out. Chapters and sections are left
/// away where an article is named, because articles are numbered through the whole document.
public struct Provision: Hashable, Sendable, Comparable {
    public enum Level: String, CaseIterable, Hashable, Sendable, Comparable {
        case annex, part, chapter, section, article, clause, point, item

        /// As it stands before its number: "Phụ lục", "khoản".
        var word: Bilingual {
            switch self {
            case .annex: Bilingual(vi: "Phụ lục", en: "annex")
            case .part: Bilingual(vi: "Phần", en: "part")
            case .chapter: Bilingual(vi: "Chương", en: "chapter")
            case .section: Bilingual(vi: "Mục", en: "section")
            case .article: Bilingual(vi: "Điều", en: "article")
            case .clause: Bilingual(vi: "khoản", en: "clause")
            case .point: Bilingual(vi: "điểm", en: "point")
            case .item: Bilingual(vi: "số thứ tự", en: "item")
            }
        }

        public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }
        private var rank: Int { Level.allCases.firstIndex(of: self) ?? 0 }
    }

    public struct Step: Hashable, Sendable {
        public let level: Level
        /// "5", "II", "đ": as written, in small letters.
        public let name: String

        public init(_ level: Level, _ name: String) {
            self.level = level
            self.name = name.lowercased()
        }
    }

    /// From the outside in; never empty.
    public let steps: [Step]

    /// Makes a provision of at least one step; `nil` of none, or when a level is named twice.
    public init?(_ steps: [Step]) {
        var steps = steps.sorted { $0.level < $1.level }
        if steps.contains(where: { $0.level == .article }) {
            steps.removeAll { [.part, .chapter, .section].contains($0.level) }
        }
        guard !steps.isEmpty, Swift.Set(steps.map(\.level)).count == steps.count else { return nil }
        self.steps = steps
    }

    /// Whether the other one is this or lies inside it.
    public func contains(_ other: Provision) -> Bool { other.steps.starts(with: steps) }

    public static func < (left: Provision, right: Provision) -> Bool {
        left.orderKey.lexicographicallyPrecedes(right.orderKey)
    }

    /// Numbers by their value, so that Điều 9 comes before Điều 10.
    private var orderKey: [String] {
        steps.flatMap { step in
            let digits = step.name.prefix { $0.isNumber }
            let padded = String(repeating: "0", count: max(0, 6 - digits.count)) + step.name
            return [String(Level.allCases.firstIndex(of: step.level) ?? 0), padded]
        }
    }

    /// "điểm a khoản 2 Điều 5"; "point a, clause 2, article 5".
    public var title: Bilingual {
        let words = steps.reversed().map { step in
            let name =
                [.annex, .part, .chapter].contains(step.level) ? step.name.uppercased() : step.name
            return step.level.word + Bilingual(" \(name)")
        }
        return Bilingual(
            vi: words.map(\.vi).joined(separator: " "), en: words.map(\.en).joined(separator: ", "))
    }

    /// The same words as a person would type; ``list(_:)`` reads it back.
    public var text: String { title.vi }
}

extension Provision {
    /// Reads "điểm a, b khoản 2 Điều 5; mục số 1": every part named, in order, each once.
    ///
    /// - Returns: the parts, and what could not be read.
    public static func list(_ text: String) -> (parts: [Provision], unread: [String]) {
        var parts: [Provision] = []
        var unread: [String] = []
        for piece in text.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
            let piece = String(piece).trimmed
            if piece.isEmpty { continue }
            guard let read = one(piece) else {
                unread.append(piece)
                continue
            }
            for part in read where !parts.contains(part) { parts.append(part) }
        }
        return (parts, unread)
    }

    /// Reads one piece between semicolons; a level with several names means as many parts.
    private static func one(_ piece: String) -> [Provision]? {
        var found: [(level: Level, names: [String])] = []
        var words = Vietnamese.composed(piece).lowercased()
            .replacing(",", with: " , ").split(separator: " ").map(String.init)[...]
        while let word = words.popFirst() {
            if word == "," || word == "và" || word == "and" { continue }
            if word == "của" || word == "of" { continue }
            if let level = level(of: word, &words) {
                found.append((level, []))
            } else if !found.isEmpty, word.count <= 12 {
                found[found.count - 1].names.append(word)
            } else {
                return nil
            }
        }
        guard !found.isEmpty, found.allSatisfy({ !$0.names.isEmpty }) else { return nil }
        var chains: [[Step]] = [[]]
        for (level, names) in found {
            chains = chains.flatMap { chain in names.map { chain + [Step(level, $0)] } }
            if chains.count > 500 { return nil }
        }
        let parts = chains.compactMap(Provision.init)
        return parts.count == chains.count ? parts : nil
    }

    private static func level(of word: String, _ words: inout ArraySlice<String>) -> Level? {
        func next(_ expected: String) -> Bool {
            guard words.first == expected else { return false }
            words.removeFirst()
            return true
        }
        switch word {
        case "phụ": return next("lục") ? .annex : nil
        case "annex": return .annex
        case "phần", "part": return .part
        case "chương", "chapter": return .chapter
        case "mục": return next("số") ? .item : .section
        case "section": return .section
        case "điều", "article": return .article
        case "khoản", "clause": return .clause
        case "điểm", "point": return .point
        case "item": return .item
        case "số": return next("thứ") && next("tự") ? .item : nil
        case "thứ":
            guard next("tự") else { return nil }
            _ = next("số")
            return .item
        case "stt": return .item
        default: return nil
        }
    }
}
