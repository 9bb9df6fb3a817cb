/// Which organ of which level may issue a kind of normative document, between two days.
///
/// What is not in the table is not called unlawful: a person looks. The province's rows are established
/// by the laws named; those of districts and communes before 01/4/2025 are general knowledge, unverified.
public struct LegalCompetence: Hashable, Sendable, Codable {
    public let level: Agency.Level
    public let organ: LegalDocument.Organ
    public let kind: LegalDocument.Kind
    public let from: Day
    /// The first day on which it no longer holds; `nil` while it does.
    public let until: Day?
    public let source: Bilingual
    /// How sure the line is.
    public let certainty: LegalDocument.Confidence

    public init(
        level: Agency.Level, organ: LegalDocument.Organ, kind: LegalDocument.Kind, from: Day,
        until: Day? = nil, source: Bilingual, certainty: LegalDocument.Confidence
    ) {
        self.level = level
        self.organ = organ
        self.kind = kind
        self.from = from
        self.until = until
        self.source = source
        self.certainty = certainty
    }

    /// Which line of the table it is.
    public var key: String { "\(level.rawValue)/\(organ.rawValue)/\(kind.rawValue)/\(from.text)" }

    /// Whether it holds on the day; one that ends on its first day never does.
    public func holds(on day: Day) -> Bool { from <= day && until.map { day < $0 } ?? true }

    /// Whether it and the other speak of one organ and kind and hold on one day.
    public func overlaps(_ other: LegalCompetence) -> Bool {
        guard level == other.level, organ == other.organ, kind == other.kind, from != other.from
        else { return false }
        return [from, other.from].contains { holds(on: $0) && other.holds(on: $0) }
    }

    /// Every reason it cannot be kept like this.
    public var problems: [Problem] {
        guard let until, until < from else { return [] }
        return [
            Problem(
                "until_on", vi: "Ngày kết thúc không thể trước ngày bắt đầu \(from.vi).",
                en: "It cannot end before it begins, \(from.en).")
        ]
    }

    /// The row that lets the organ issue the kind on the day; `nil` when none is known.
    public static func of(
        _ level: Agency.Level, _ organ: LegalDocument.Organ, _ kind: LegalDocument.Kind,
        on day: Day, in table: [LegalCompetence] = all
    ) -> LegalCompetence? {
        table.first {
            $0.level == level && $0.organ == organ && $0.kind == kind && $0.holds(on: day)
        }
    }

    /// Whether the table speaks of that day at all: from 01/01/2016 on.
    public static func isKnown(on day: Day) -> Bool { day >= since2016 }

    private static let since2016 = Day(number: 16_801)
    private static let april2025 = Day(number: 20_179)
    private static let july2025 = Day(number: 20_270)

    private static let law2015 = Bilingual(
        vi: "Luật 80/2015/QH13, sửa đổi bởi Luật 63/2020/QH14",
        en: "Law 80/2015/QH13 as amended by 63/2020/QH14")
    private static let unverified = Bilingual(
        vi: "Luật 80/2015/QH13; chưa đối chiếu điều khoản",
        en: "Law 80/2015/QH13; its article was not compared")
    private static let law2025 = Bilingual(
        vi: "Luật 64/2025/QH15", en: "Law 64/2025/QH15")
    private static let amended = Bilingual(
        vi: "Luật 64/2025/QH15, sửa đổi bởi Luật 87/2025/QH15",
        en: "Law 64/2025/QH15 as amended by 87/2025/QH15")

    /// What the program begins with; a workspace may put others in their place.
    public static let all: [LegalCompetence] =
        pair(.province, from: since2016, until: april2025, law2015)
        + pair(.district, from: since2016, until: april2025, unverified)
        + pair(.commune, from: since2016, until: april2025, unverified)
        + pair(.province, from: april2025, until: nil, law2025)
        + pair(.commune, from: july2025, until: nil, amended)
        + [
            LegalCompetence(
                level: .province, organ: .chairman, kind: .decision, from: july2025, until: nil,
                source: amended, certainty: .high)
        ]

    /// A council's resolution and a committee's decision.
    private static func pair(
        _ level: Agency.Level, from: Day, until: Day?, _ source: Bilingual
    ) -> [LegalCompetence] {
        [(LegalDocument.Organ.council, LegalDocument.Kind.resolution), (.committee, .decision)].map
        {
            LegalCompetence(
                level: level, organ: $0, kind: $1, from: from, until: until, source: source,
                certainty: source == unverified ? .low : .high)
        }
    }
}
