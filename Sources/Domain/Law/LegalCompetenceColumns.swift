/// What one line of the table of competences says.
public struct LegalCompetenceRow: Hashable, Sendable {
    public var level: Agency.Level?
    public var organ: LegalDocument.Organ?
    public var kind: LegalDocument.Kind?
    public var from: Day?
    public var until: Day?
    public var source: String?
    public var sourceInEnglish: String?
    public var certainty: LegalDocument.Confidence?

    public init() {}

    public init(_ row: LegalCompetence) {
        (level, organ, kind) = (row.level, row.organ, row.kind)
        (from, until) = (row.from, row.until)
        (source, sourceInEnglish) = (row.source.vi, row.source.en)
        certainty = row.certainty
    }

    /// `nil` while a cell that must be there is missing.
    public var competence: LegalCompetence? {
        guard let level, let organ, let kind, let from, let source, let certainty else {
            return nil
        }
        return LegalCompetence(
            level: level, organ: organ, kind: kind, from: from, until: until,
            source: Bilingual(vi: source, en: sourceInEnglish ?? source), certainty: certainty)
    }
}

public enum LegalCompetenceColumns {
    public static let all: [Column<LegalCompetenceRow>] = [
        .choice(
            "level", Bilingual(vi: "Cấp", en: "Level"), \.level, required: true, title: \.title),
        .choice(
            "organ", Bilingual(vi: "Chủ thể ban hành", en: "Organ"), \.organ, required: true,
            title: \.title),
        .choice(
            "kind", Bilingual(vi: "Loại văn bản", en: "Kind"), \.kind, required: true,
            title: \.title),
        .day(
            "from_on", Bilingual(vi: "Áp dụng từ ngày", en: "Holds from"), \.from, required: true),
        .day("until_on", Bilingual(vi: "Đến trước ngày", en: "Until before"), \.until),
        .text(
            "source", Bilingual(vi: "Căn cứ", en: "Source"), \.source, required: true,
            longest: 300),
        .text(
            "source_en", Bilingual(vi: "Căn cứ (tiếng Anh)", en: "Source in English"),
            \.sourceInEnglish, longest: 300),
        .choice(
            "certainty", Bilingual(vi: "Mức độ chắc chắn", en: "Certainty"), \.certainty,
            required: true, title: \.title),
    ]
}
