/// What one line of the list of coordination regulations says.
public struct CoordinationRegulationRow: Hashable, Sendable {
    public var issuerCode: String?
    public var symbol: String?
    public var title: String?
    public var signedOn: Day?
    public var inForceOn: Day?
    public var endedOn: Day?
    public var replaces: String?
    public var reviewOn: Day?
    public var procedures: String?
    public var steps: [CoordinationRegulation.Step]?

    public init() {}
}

public enum CoordinationRegulationColumns {
    public static let all: [Column<CoordinationRegulationRow>] = [
        .text(
            "issuer_code", Bilingual(vi: "Cơ quan ban hành", en: "Issuer"), \.issuerCode,
            required: true, longest: 40),
        .text(
            "symbol", Bilingual(vi: "Số, ký hiệu", en: "Symbol"), \.symbol, required: true,
            longest: 80),
        .text(
            "title", Bilingual(vi: "Trích yếu", en: "Title"), \.title, required: true,
            longest: 1_000),
        .day("signed_on", Bilingual(vi: "Ngày ký", en: "Signed on"), \.signedOn, required: true),
        .day(
            "in_force_on", Bilingual(vi: "Ngày có hiệu lực", en: "In force from"), \.inForceOn,
            required: true),
        .day(
            "ended_on", Bilingual(vi: "Hết hiệu lực từ ngày", en: "No longer in force from"),
            \.endedOn),
        .text(
            "replaces", Bilingual(vi: "Thay thế quy chế", en: "Replaces"), \.replaces, longest: 80),
        .day("review_on", Bilingual(vi: "Ngày rà soát lại", en: "Review on"), \.reviewOn),
        .text(
            "procedures",
            Bilingual(vi: "Mã các thủ tục (cách nhau dấu ;)", en: "Procedure codes (; between)"),
            \.procedures, required: true, longest: 500),
        Column(
            "steps",
            Bilingual(
                vi:
                    "Các bước, mỗi bước một dòng: tên | cơ quan | số ngày | bàn giao | điều kiện | song song",
                en: "Steps, one a line: name | body | days | hand-over | condition | parallel"),
            input: .longText,
            read: { cell, row in
                let read = CoordinationRegulation.Step.read(cell)
                row.steps = read.steps
                return read.problems.first
            },
            write: { ($0.steps ?? []).map(\.line).joined(separator: "\n") }),
    ]
}
