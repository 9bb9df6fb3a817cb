/// What one line of a list of inspections says.
public struct InspectionRow: Hashable, Sendable {
    public var inspectorCode: String?
    public var bodyCode: String?
    public var kind: Inspection.Kind?
    public var mode: Inspection.Mode?
    public var plannedOn: Day?
    public var heldOn: Day?
    public var concludedOn: Day?
    public var conclusionSymbol: String?
    public var cancelledOn: Day?

    public init() {}
}

public enum InspectionColumns {
    public static let all: [Column<InspectionRow>] = [
        .text(
            "inspector_code", Bilingual(vi: "Mã cơ quan kiểm tra", en: "Inspector code"),
            \.inspectorCode,
            required: true, longest: 40),
        .text(
            "body_code", Bilingual(vi: "Mã cơ quan được kiểm tra", en: "Inspected body code"),
            \.bodyCode,
            required: true, longest: 40),
        .choice("kind", Bilingual(vi: "Loại", en: "Kind"), \.kind, title: \.title),
        .day("planned_on", Bilingual(vi: "Ngày dự kiến", en: "Planned on"), \.plannedOn),
        .day("held_on", Bilingual(vi: "Ngày kiểm tra", en: "Held on"), \.heldOn),
        .day("concluded_on", Bilingual(vi: "Ngày kết luận", en: "Concluded on"), \.concludedOn),
        .text(
            "conclusion_symbol", Bilingual(vi: "Thông báo kết luận", en: "Conclusion notice"),
            \.conclusionSymbol, longest: 80),
        .day("cancelled_on", Bilingual(vi: "Ngày hủy", en: "Cancelled on"), \.cancelledOn),
        .choice("mode", Bilingual(vi: "Hình thức", en: "Mode"), \.mode, title: \.title),
    ]
}

/// What one line of a list of self-inspections says.
public struct SelfInspectionRow: Hashable, Sendable {
    public var bodyCode: String?
    public var plannedOn: Day?
    public var heldOn: Day?
    public var reportSymbol: String?

    public init() {}
}

public enum SelfInspectionColumns {
    public static let all: [Column<SelfInspectionRow>] = [
        .text(
            "body_code", Bilingual(vi: "Mã cơ quan", en: "Agency code"), \.bodyCode, required: true,
            longest: 40),
        .day("planned_on", Bilingual(vi: "Ngày dự kiến", en: "Planned on"), \.plannedOn),
        .day("held_on", Bilingual(vi: "Ngày tự kiểm tra", en: "Held on"), \.heldOn),
        .text(
            "report_symbol", Bilingual(vi: "Báo cáo tự kiểm tra", en: "Report"), \.reportSymbol,
            longest: 80),
    ]
}

/// What one line of a list of findings says.
public struct FindingRow: Hashable, Sendable {
    public var bodyCode: String?
    /// The number of the inspection that found it; `nil` when it is not on record here.
    public var inspectionNumber: Int?
    public var text: String?
    public var foundOn: Day?
    public var dueOn: Day?
    public var closedOn: Day?
    public var evidence: String?
    /// `nil` means an inspection.
    public var source: Finding.Source?
    public var ground: String?
    public var severity: Finding.Severity?
    public var linkKind: Finding.Link.Kind?
    public var linkCode: String?
    /// The number in the register of the legal document in which it was found.
    public var documentNumber: Int?

    public init() {}
}

public enum FindingColumns {
    public static let all: [Column<FindingRow>] = [
        .text(
            "body_code", Bilingual(vi: "Mã cơ quan được kiểm tra", en: "Inspected body code"),
            \.bodyCode,
            required: true, longest: 40),
        .count(
            "inspection_number", Bilingual(vi: "Số cuộc kiểm tra", en: "Inspection number"),
            \.inspectionNumber),
        .text(
            "text", Bilingual(vi: "Vấn đề phát hiện", en: "Finding"), \.text, required: true,
            longest: 2_000),
        .day(
            "found_on", Bilingual(vi: "Ngày phát hiện", en: "Found on"), \.foundOn, required: true),
        .day("due_on", Bilingual(vi: "Hạn khắc phục", en: "Due on"), \.dueOn, required: true),
        .day("closed_on", Bilingual(vi: "Ngày khắc phục xong", en: "Closed on"), \.closedOn),
        .text(
            "evidence", Bilingual(vi: "Tài liệu kiểm chứng", en: "Evidence"), \.evidence,
            longest: 300),
        .choice("source", Bilingual(vi: "Nguồn", en: "Source"), \.source, title: \.title),
        .text(
            "ground", Bilingual(vi: "Căn cứ (văn bản, điều)", en: "Ground"), \.ground,
            longest: 300),
        .choice(
            "severity", Bilingual(vi: "Mức độ", en: "Severity"), \.severity, title: \.title),
        .choice(
            "link_kind", Bilingual(vi: "Liên quan đến", en: "Bears on"), \.linkKind,
            title: \.title),
        .text(
            "link_code", Bilingual(vi: "Mã mục, chỉ tiêu, tiêu chí", en: "Its code"), \.linkCode,
            longest: 60),
        .count(
            "document_number",
            Bilingual(
                vi: "Văn bản được kiểm tra (số trong sổ)",
                en: "Document checked (number in the register)"),
            \.documentNumber),
    ]
}
