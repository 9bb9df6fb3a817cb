/// Which organ of which level may issue a kind of normative document, between two days.
///
/// What is not in the table is not called unlawful: a person looks. The province's rows are established
/// by the laws named; those of districts and communes before 01/4/2025 are general knowledge, unverified.
public struct LegalCompetence: Hashable, Sendable {
    public let level: Agency.Level
    public let organ: LegalDocument.Organ
    public let kind: LegalDocument.Kind
    public let from: Day
    /// The first day on which it no longer holds; `nil` while it does.
    public let until: Day?
    public let source: Bilingual

    /// The row that lets the organ issue the kind on the day; `nil` when none is known.
    public static func of(
        _ level: Agency.Level, _ organ: LegalDocument.Organ, _ kind: LegalDocument.Kind, on day: Day
    ) -> LegalCompetence? {
        all.first {
            $0.level == level && $0.organ == organ && $0.kind == kind && $0.from <= day
                && $0.until.map { day < $0 } ?? true
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

    public static let all: [LegalCompetence] =
        pair(.province, from: since2016, until: april2025, law2015)
        + pair(.district, from: since2016, until: april2025, unverified)
        + pair(.commune, from: since2016, until: april2025, unverified)
        + pair(.province, from: april2025, until: nil, law2025)
        + pair(.commune, from: july2025, until: nil, amended)
        + [
            LegalCompetence(
                level: .province, organ: .chairman, kind: .decision, from: july2025, until: nil,
                source: amended)
        ]

    /// A council's resolution and a committee's decision.
    private static func pair(
        _ level: Agency.Level, from: Day, until: Day?, _ source: Bilingual
    ) -> [LegalCompetence] {
        [(LegalDocument.Organ.council, LegalDocument.Kind.resolution), (.committee, .decision)].map
        {
            LegalCompetence(
                level: level, organ: $0, kind: $1, from: from, until: until, source: source)
        }
    }
}
