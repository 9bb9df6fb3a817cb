/// What one line of a campaign's list says; symbol, title, issuer and task are there for the reader.
public struct LegalReviewRow: Hashable, Sendable {
    /// The document's number in the register.
    public var number: Int?
    public var bodyCode: String?
    public var outcome: LegalReview.Outcome?
    public var reason: String?
    public var doerCode: String?
    public var doBy: Day?

    public var symbol = ""
    public var title = ""
    public var signedOn: Day?
    public var state = ""
    public var settledOn: Day?
    public var task = ""

    public init() {}
}

public enum LegalReviewColumns {
    public static let all: [Column<LegalReviewRow>] = [
        .count(
            "number", Bilingual(vi: "Số trong sổ", en: "No. in the register"), \.number,
            required: true),
        shown("symbol", Bilingual(vi: "Số, ký hiệu", en: "Symbol")) { $0.symbol },
        shown("title", Bilingual(vi: "Trích yếu", en: "Title")) { $0.title },
        shown("signed_on", Bilingual(vi: "Ngày ký", en: "Signed")) { $0.signedOn?.vi ?? "" },
        shown("state", Bilingual(vi: "Tình trạng hiệu lực", en: "Effect")) { $0.state },
        .text(
            "body_code", Bilingual(vi: "Cơ quan rà soát", en: "Reviewed by"), \.bodyCode,
            longest: 40),
        .choice("outcome", Bilingual(vi: "Kết quả", en: "Outcome"), \.outcome, title: \.title),
        .text("reason", Bilingual(vi: "Lý do", en: "Reason"), \.reason, longest: 1_000),
        .text(
            "doer_code", Bilingual(vi: "Cơ quan thực hiện", en: "Carried out by"), \.doerCode,
            longest: 40),
        .day("do_by", Bilingual(vi: "Thời hạn thực hiện", en: "By when"), \.doBy),
        shown("settled_on", Bilingual(vi: "Ngày có kết quả", en: "Recorded on")) {
            $0.settledOn?.vi ?? ""
        },
        shown("task", Bilingual(vi: "Nhiệm vụ", en: "Task")) { $0.task },
    ]

    private static func shown(
        _ key: String, _ heading: Bilingual, _ write: @escaping @Sendable (LegalReviewRow) -> String
    ) -> Column<LegalReviewRow> {
        Column(key, heading, input: .shown, read: { _, _ in nil }, write: write)
    }
}
