/// The words by which documents are found: folded, so that tones and đ do not matter.
///
/// A number with zeros in front is also found without them: 043 as 43.
public enum LegalTerms {
    /// Longer words are cut; nobody types them.
    static let longest = 24

    /// Returns each word of the text once.
    public static func words(_ text: String) -> Swift.Set<String> {
        var words: Swift.Set<String> = []
        for word in Vietnamese.folded(text).split(separator: " ") {
            words.insert(String(word.prefix(longest)))
            if word.first == "0", word.allSatisfy(\.isNumber) {
                let plain = word.drop { $0 == "0" }
                if !plain.isEmpty { words.insert(String(plain)) }
            }
        }
        return words
    }

    /// Returns what was typed, in its order, each word once, at most twelve.
    public static func asked(_ text: String) -> [String] {
        var asked: [String] = []
        for word in Vietnamese.folded(text).split(separator: " ") {
            let word = String(word.prefix(longest))
            if !asked.contains(word) { asked.append(word) }
            if asked.count == 12 { break }
        }
        return asked
    }

    /// A symbol without anything but letters and digits: "30/2018/QĐ-UBND" is "302018qdubnd".
    public static func symbol(_ text: String) -> String {
        Vietnamese.folded(text).filter { $0 != " " }
    }

    /// Returns every run of three letters of a symbol, by which a part of it is found.
    public static func grams(_ text: String) -> Swift.Set<String> {
        let letters = Array(symbol(text).utf8)
        guard letters.count >= 3 else { return [] }
        return Swift.Set(
            (0...(letters.count - 3)).map {
                String(decoding: letters[$0..<($0 + 3)], as: UTF8.self)
            })
    }
}

/// A piece of a text that was found by some of its words.
public struct FoundPiece: Hashable, Sendable {
    public let text: String
    public let isFound: Bool

    public init(_ text: String, isFound: Bool) {
        self.text = text
        self.isFound = isFound
    }
}

extension LegalTerms {
    /// Returns the text as pieces, those that were asked for marked; nothing is lost or changed.
    public static func marked(_ text: String, asked: [String]) -> [FoundPiece] {
        let asked = Swift.Set(asked)
        var pieces: [FoundPiece] = []
        func add(_ text: some StringProtocol, _ isFound: Bool) {
            guard !text.isEmpty else { return }
            if let last = pieces.last, last.isFound == isFound {
                pieces[pieces.count - 1] = FoundPiece(last.text + text, isFound: isFound)
            } else {
                pieces.append(FoundPiece(String(text), isFound: isFound))
            }
        }
        var rest = text[...]
        while !rest.isEmpty {
            let gap = rest.prefix { !($0.isLetter || $0.isNumber) }
            add(gap, false)
            rest = rest[gap.endIndex...]
            let word = rest.prefix { $0.isLetter || $0.isNumber }
            if !word.isEmpty { add(word, !words(String(word)).isDisjoint(with: asked)) }
            rest = rest[word.endIndex...]
        }
        return pieces
    }

    /// Returns the part of a long text in which most of the words stand, about so many letters.
    ///
    /// The first of several that are equally good.
    public static func excerpt(_ text: String, asked: [String], length: Int = 240) -> String {
        let words = text.split(whereSeparator: { $0.isWhitespace || $0.isNewline })
        let asked = Swift.Set(asked)
        guard !words.isEmpty else { return "" }
        var (sizes, hits): ([Int], [String?]) = ([], [])
        for word in words {
            sizes.append(word.unicodeScalars.count + 1)
            hits.append(self.words(String(word)).first { asked.contains($0) })
        }
        var best = (score: -1, first: 0, last: 0)
        var (start, size): (Int, Int) = (0, 0)
        var inside: [String: Int] = [:]
        for end in words.indices {
            size += sizes[end]
            if let hit = hits[end] { inside[hit, default: 0] += 1 }
            while size > length, start < end {
                size -= sizes[start]
                if let hit = hits[start] {
                    inside[hit, default: 1] -= 1
                    if inside[hit] == 0 { inside[hit] = nil }
                }
                start += 1
            }
            if inside.count > best.score { best = (inside.count, start, end) }
        }
        // What follows the last word found belongs to the excerpt as far as there is room.
        var (last, room) = (best.last, length - sizes[best.first...best.last].reduce(0, +))
        while last + 1 < words.count, room >= sizes[last + 1] {
            last += 1
            room -= sizes[last]
        }
        return (best.first > 0 ? "… " : "") + words[best.first...last].joined(separator: " ")
            + (last + 1 < words.count ? " …" : "")
    }
}
