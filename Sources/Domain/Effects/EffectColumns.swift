/// What one line of the list of effects says: which document does what to which other.
public struct EffectRow: Hashable, Sendable {
    /// The number in the register of the document that acts; `nil` for one known by its symbol alone.
    public var sourceNumber: Int?
    public var source: String?
    public var targetNumber: Int?
    public var target: String?
    public var kind: Effect.Kind?
    public var from: Day?
    public var until: Day?
    public var parts: String?
    public var note: String?

    public init() {}
}

public enum EffectColumns {
    public static let all: [Column<EffectRow>] = [
        .count(
            "source_number", Bilingual(vi: "Số trong sổ (văn bản tác động)", en: "Acting, no."),
            \.sourceNumber),
        .text(
            "source", Bilingual(vi: "Văn bản tác động", en: "Acting document"), \.source,
            longest: 300),
        .choice(
            "kind", Bilingual(vi: "Tác động", en: "What"), \.kind, required: true, title: \.title),
        .count(
            "target_number",
            Bilingual(vi: "Số trong sổ (văn bản bị tác động)", en: "Acted on, no."),
            \.targetNumber),
        .text(
            "target", Bilingual(vi: "Văn bản bị tác động", en: "Document acted on"), \.target,
            longest: 300),
        .day("from_on", Bilingual(vi: "Từ ngày", en: "From"), \.from, required: true),
        .day("until_on", Bilingual(vi: "Đến trước ngày", en: "Until before"), \.until),
        .text("parts", Bilingual(vi: "Phạm vi", en: "Parts"), \.parts, longest: 2_000),
        .text("note", Bilingual(vi: "Ghi chú", en: "Note"), \.note, longest: 500),
    ]
}
