/// A language the product speaks: Vietnamese first, English second.
public enum Language: String, CaseIterable, Hashable, Sendable, Codable {
    case vi, en
}

/// One sentence in both languages, so that nothing is ever said in one only.
public struct Bilingual: Hashable, Sendable, Codable {
    public let vi: String
    public let en: String

    public init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }

    /// The same text in both languages: names, symbols, codes.
    public init(_ text: String) {
        self.init(vi: text, en: text)
    }

    public subscript(language: Language) -> String {
        language == .vi ? vi : en
    }

    /// Returns the two texts changed in the same way.
    public func map(_ change: (String, Language) -> String) -> Bilingual {
        Bilingual(vi: change(vi, .vi), en: change(en, .en))
    }

    public static func + (left: Bilingual, right: Bilingual) -> Bilingual {
        Bilingual(vi: left.vi + right.vi, en: left.en + right.en)
    }
}

extension Sequence<Bilingual> {
    /// Returns the texts in one, with the separator between them.
    public func joined(_ separator: String) -> Bilingual {
        Bilingual(
            vi: map(\.vi).joined(separator: separator), en: map(\.en).joined(separator: separator))
    }
}
