/// A figure that templates may name: what it is called, how it is counted, in what unit.
public struct ReportFigure: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// A count or sum over records; which ones is said by the store under the figure's name.
        case counted
        /// One figure as a share of another, both by name.
        case share(of: String, in: String)
        /// The share of dossiers on time, by the formula chosen for the year.
        case onTime
        /// Of the year's targets as they stand on the span's last day.
        case targets
        /// What somebody else published of a body, from the register of outside indices.
        case published
    }

    /// `kiem_tra.cuoc`: small letters without marks, parts joined by dots.
    public let name: String
    public let title: Bilingual
    /// How it is counted, in a sentence.
    public let formula: Bilingual
    /// What it counts: "cuộc", "hồ sơ"; `%` for shares.
    public let unit: String
    public let kind: Kind
    /// The list that holds the records behind it: `inspections`; empty where they have none.
    public let list: String
    /// Whether it says how things stand on the last day, so that a first day means nothing to it.
    public let isStanding: Bool

    public init(
        _ name: String, _ kind: Kind = .counted, vi: String, en: String, formula: Bilingual,
        unit: String, list: String = "", isStanding: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.title = Bilingual(vi: vi, en: en)
        self.formula = formula
        self.unit = unit
        self.list = list
        self.isStanding = isStanding
    }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// The figure with that name; a figure of tasks may be asked for one area of the plan,
    /// `nhiem_vu.den_han[Thể chế]`.
    ///
    /// `chi_so[SIPAS]` is a published index, `hang_chi_so[SIPAS]` its rank.
    public static func named(_ name: String) -> ReportFigure? {
        if let published = PublishedFigure(reading: name) { return published.figure }
        let parts = parts(of: name)
        guard let area = parts.area else { return byName[name] }
        guard parts.figure.hasPrefix("nhiem_vu."), let whole = byName[parts.figure] else {
            return nil
        }
        return whole.limited(to: area)
    }

    /// The figure's own name, and the area behind it in brackets.
    public static func parts(of name: String) -> (figure: String, area: String?) {
        guard name.hasSuffix("]"), let open = name.utf8.firstIndex(of: UInt8(ascii: "[")) else {
            return (name, nil)
        }
        let area = name[name.utf8.index(after: open)...].dropLast()
        return area.isEmpty ? (name, nil) : (String(name[..<open]), String(area))
    }

    private func limited(to area: String) -> ReportFigure {
        func named(_ name: String) -> String { "\(name)[\(area)]" }
        let kind: Kind =
            if case .share(let part, let whole) = kind {
                .share(of: named(part), in: named(whole))
            } else { kind }
        return ReportFigure(
            named(name), kind, vi: "\(title.vi), lĩnh vực \(area)", en: "\(title.en), area \(area)",
            formula: formula, unit: unit, list: list, isStanding: isStanding)
    }
}

/// What a figure came to.
///
/// Nothing known, nothing arisen and zero are three things.
public enum ReportValue: Hashable, Sendable, Codable {
    case count(Int)
    /// A share with its two counts; the whole is not zero.
    case share(Int, of: Int)
    /// Points or per cent in hundredths, as somebody published them.
    case hundredths(Int)
    /// The whole is zero: nothing arose.
    case nothingArose
    /// Nobody reported it.
    case notReported
    /// There is nothing to count it from: no such period, no plan.
    case unknown

    public init(_ part: Int, shareOf whole: Int) {
        self = whole > 0 ? .share(part, of: whole) : .nothingArose
    }

    /// In a sentence: 02, 1.204, 31,25%.
    public var text: Bilingual {
        switch self {
        case .count(let count): Written.count(count)
        case .share(let part, let whole):
            Percentage(part, of: whole).map(Written.share) ?? ReportValue.nothingArose.text
        case .hundredths(let value):
            Bilingual(vi: Self.published(value, .vi), en: Self.published(value, .en))
        case .nothingArose: Bilingual(vi: "không phát sinh", en: "nothing arose")
        case .notReported: Bilingual(vi: "chưa báo cáo", en: "not reported")
        case .unknown: Bilingual(vi: "chưa có số liệu", en: "no figures yet")
        }
    }

    /// "84,20": both decimals or none, as shares are written, without saying whether it is per cent.
    private static func published(_ hundredths: Int, _ language: Language) -> String {
        String(Written.share(Percentage(basisPoints: hundredths), language).dropLast())
    }

    /// In a column: 2, 1.204, 31,25%.
    public func cell(_ language: Language) -> String {
        if case .count(let count) = self { return Written.number(count, language) }
        return text[language]
    }
}
