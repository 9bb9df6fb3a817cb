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
    public var nature: LegalDocument.Nature?
    public var kind: LegalDocument.Kind?
    public var organ: LegalDocument.Organ?
    public var signer: String?
    public var publishedOn: Day?
    public var inForceOn: Day?
    public var field: String?
    public var declaredStatus: String?
    public var affectsBusiness: YesNo?
    public var consulted: String?
    public var impactAssessment: String?
    public var sources: LegalDocument.FieldSources?

    /// A plain answer in a column.
    public enum YesNo: String, CaseIterable, Hashable, Sendable, Codable {
        case yes, no

        public var title: Bilingual {
            self == .yes ? Bilingual(vi: "có", en: "yes") : Bilingual(vi: "không", en: "no")
        }
    }

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
        .choice("nature", Bilingual(vi: "Tính chất", en: "Nature"), \.nature, title: \.title),
        .choice("kind", Bilingual(vi: "Loại văn bản", en: "Kind"), \.kind, title: \.title),
        .choice("organ", Bilingual(vi: "Cấp ký ban hành", en: "Organ"), \.organ, title: \.title),
        .text("signer", Bilingual(vi: "Người ký", en: "Signer"), \.signer, longest: 200),
        .day("published_on", Bilingual(vi: "Ngày công bố", en: "Published on"), \.publishedOn),
        .day("in_force_on", Bilingual(vi: "Ngày có hiệu lực", en: "In force on"), \.inForceOn),
        .text("field", Bilingual(vi: "Lĩnh vực", en: "Field"), \.field, longest: 120),
        .text(
            "declared_status", Bilingual(vi: "Tình trạng công bố", en: "Declared status"),
            \.declaredStatus, longest: 80),
        .choice(
            "affects_business", Bilingual(vi: "Liên quan doanh nghiệp", en: "Touches business"),
            \.affectsBusiness, title: \.title),
        .text(
            "consulted", Bilingual(vi: "Đã tham vấn", en: "Consulted"), \.consulted,
            longest: 1_000),
        .text(
            "impact_assessment",
            Bilingual(vi: "Đánh giá tác động thủ tục hành chính", en: "Impact assessment"),
            \.impactAssessment, longest: 300),
        sources,
    ]

    /// The keys that a source may speak of.
    static let keys: Set<String> = [
        "issuer_code", "symbol", "title", "signed_on", "nature", "kind", "organ", "signer",
        "published_on", "in_force_on", "field", "declared_status", "judged_on", "judge",
    ]

    private static let sources = Column<LegalDocumentRow>(
        "sources", Bilingual(vi: "Nguồn thông tin", en: "Sources"),
        read: { cell, row in
            guard cell.unicodeScalars.count <= 1_000,
                let sources = LegalDocument.FieldSources(Vietnamese.composed(cell), fields: keys)
            else {
                return Problem(
                    "sources",
                    vi:
                        "Không hiểu “\(cell.prefix(200))”; hãy ghi như: vbpl.vn (chắc chắn); signer: cổng thông tin (chưa chắc).",
                    en:
                        "“\(cell.prefix(200))” is not understood; write: vbpl.vn (certain); signer: portal (doubtful)."
                )
            }
            row.sources = sources
            return nil
        }, write: { $0.sources?.text ?? "" })
}

extension LegalDocumentRow {
    /// What the row says beside the identity; what it leaves open comes from the record on file, and
    /// otherwise from the symbol's form.
    public func details(onto old: LegalDocument.Details?) -> LegalDocument.Details {
        var details = old ?? LegalDocument.Details(derivedFrom: symbol ?? "")
        let derived = details
        details = LegalDocument.Details(
            nature: nature ?? derived.nature, kind: kind ?? derived.kind,
            organ: organ ?? derived.organ)
        details.signer = signer ?? ""
        (details.publishedOn, details.inForceOn) = (publishedOn, inForceOn)
        (details.field, details.declaredStatus) = (field ?? "", declaredStatus ?? "")
        details.affectsBusiness = affectsBusiness == .yes
        details.consulted = consulted ?? ""
        details.impactAssessment = impactAssessment ?? ""
        details.sources = sources ?? LegalDocument.FieldSources()
        return details
    }
}
