/// What one line of a list of legal documents says.
public struct LegalDocumentRow: Hashable, Sendable {
    public var issuerCode: String?
    public var symbol: String?
    public var title: String?
    public var signedOn: Day?
    public var order: LegalDocument.Answer?
    public var procedure: LegalDocument.Answer?
    public var authority: LegalDocument.Answer?
    public var quality: LegalDocument.Answer?
    public var judgedOn: Day?
    public var judge: String?

    public init() {}
}

public enum LegalDocumentColumns {
    public static let all: [Column<LegalDocumentRow>] = [
        .text(
            "issuer_code", Bilingual(vi: "Mã cơ quan ban hành", en: "Issuer code"), \.issuerCode,
            required: true, longest: 40),
        .text(
            "symbol", Bilingual(vi: "Số, ký hiệu", en: "Symbol"), \.symbol, required: true,
            longest: 80),
        .text(
            "title", Bilingual(vi: "Trích yếu", en: "Title"), \.title, required: true,
            longest: 1_000),
        .day("signed_on", Bilingual(vi: "Ngày ký", en: "Signed on"), \.signedOn, required: true),
        .choice("order", Bilingual(vi: "Trình tự", en: "Order"), \.order, title: \.title),
        .choice(
            "procedure", Bilingual(vi: "Thủ tục", en: "Procedure"), \.procedure, title: \.title),
        .choice(
            "authority", Bilingual(vi: "Thẩm quyền", en: "Authority"), \.authority, title: \.title),
        .choice("quality", Bilingual(vi: "Chất lượng", en: "Quality"), \.quality, title: \.title),
        .day("judged_on", Bilingual(vi: "Ngày kiểm tra", en: "Judged on"), \.judgedOn),
        .text("judge", Bilingual(vi: "Cơ quan kiểm tra", en: "Judged by"), \.judge, longest: 200),
    ]
}
