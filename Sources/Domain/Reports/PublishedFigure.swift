/// A figure that somebody else published of a body, as documents name it: `chi_so[SIPAS]` its value,
/// `hang_chi_so[SIPAS]` the rank, `chi_so[SIPAS @ BD-540]` that of another body than the report's own.
public struct PublishedFigure: Hashable, Sendable {
    /// As the register of outside indices calls it.
    public let index: String
    /// The code of the body it speaks of; `nil` for the report's own.
    public let bodyCode: String?
    public let isRank: Bool

    public init(_ index: String, about bodyCode: String? = nil, isRank: Bool = false) {
        self.index = OutsideIndex.citedName(index)
        self.bodyCode = bodyCode
        self.isRank = isRank
    }

    /// Reads what ``name`` wrote; `nil` for other figures.
    public init?(reading name: String) {
        for (start, isRank) in [("chi_so[", false), ("hang_chi_so[", true)] {
            guard name.hasPrefix(start), name.hasSuffix("]") else { continue }
            let inner = String(name.dropFirst(start.count).dropLast())
            let parts = inner.components(cutAtLast: " @ ")
            guard !parts.first.trimmed.isEmpty else { return nil }
            self.init(parts.first.trimmed, about: parts.second?.trimmed, isRank: isRank)
            return
        }
        return nil
    }

    public var name: String {
        (isRank ? "hang_chi_so[" : "chi_so[") + index + (bodyCode.map { " @ \($0)" } ?? "") + "]"
    }

    /// The figure with its words, for lists and for the page behind a number.
    public var figure: ReportFigure {
        let whose = bodyCode.map { " (\($0))" } ?? ""
        return ReportFigure(
            name, .published,
            vi: (isRank ? "Xếp hạng \(index)" : "Chỉ số \(index)") + whose,
            en: (isRank ? "Rank by \(index)" : "Index \(index)") + whose,
            formula: Bilingual(
                vi:
                    "Kết quả mới nhất của chỉ số do cơ quan khác công bố trong năm đến ngày cuối kỳ, lấy từ sổ chỉ số bên ngoài.",
                en:
                    "The newest result that others published in the year by the last day, from the register of outside indices."
            ),
            unit: isRank ? "hạng" : "điểm hoặc %", list: OutsideIndex.register.key,
            isStanding: true)
    }
}

extension OutsideIndex {
    /// The index's name where marks of templates have a meaning of their own: those become spaces.
    public static func citedName(_ index: String) -> String {
        let marks: Set<Unicode.Scalar> = ["|", "[", "]", "{", "}", "@"]
        let scalars = index.unicodeScalars.map { marks.contains($0) ? " " : $0 }
        return String(String.UnicodeScalarView(scalars)).trimmed
    }
}

extension String {
    /// The text before the last place of a mark, and what follows it.
    fileprivate func components(cutAtLast mark: String) -> (first: String, second: String?) {
        let (text, mark) = (Array(utf8), Array(mark.utf8))
        guard text.count >= mark.count else { return (self, nil) }
        for start in stride(from: text.count - mark.count, through: 0, by: -1)
        where text[start..<(start + mark.count)].elementsEqual(mark) {
            return (
                String(decoding: text[..<start], as: UTF8.self),
                String(decoding: text[(start + mark.count)...], as: UTF8.self)
            )
        }
        return (self, nil)
    }
}
