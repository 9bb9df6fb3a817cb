/// What one line of a list of agencies' plans says.
public struct AgencyPlanRow: Hashable, Sendable {
    public var agencyCode: String?
    public var year: Int?
    public var symbol: String?
    public var issuedOn: Day?

    public init() {}
}

/// The columns of the list of agencies' plans: three fields declare one.
public enum AgencyPlanColumns {
    public static let all: [Column<AgencyPlanRow>] = [
        .text(
            "agency_code", Bilingual(vi: "Mã cơ quan", en: "Agency code"), \.agencyCode,
            required: true,
            longest: 40),
        .count("year", Bilingual(vi: "Năm", en: "Year"), \.year, required: true, limit: 2199),
        .text(
            "symbol", Bilingual(vi: "Số, ký hiệu", en: "Symbol"), \.symbol, required: true,
            longest: 80),
        .day(
            "issued_on", Bilingual(vi: "Ngày ban hành", en: "Issued on"), \.issuedOn, required: true
        ),
    ]
}

/// What one line of a list of tasks in agencies' plans says.
public struct AgencyTaskRow: Hashable, Sendable {
    public var agencyCode: String?
    public var year: Int?
    public var number: Int?
    public var text: String?
    public var dueOn: Day?
    public var doneOn: Day?

    public init() {}
}

/// The columns of the list of tasks in agencies' plans.
public enum AgencyTaskColumns {
    public static let all: [Column<AgencyTaskRow>] = [
        .text(
            "agency_code", Bilingual(vi: "Mã cơ quan", en: "Agency code"), \.agencyCode,
            required: true,
            longest: 40),
        .count("year", Bilingual(vi: "Năm", en: "Year"), \.year, required: true, limit: 2199),
        .count("number", Bilingual(vi: "Số thứ tự", en: "Number"), \.number, required: true),
        .text(
            "text", Bilingual(vi: "Nhiệm vụ", en: "Task"), \.text, required: true, longest: 2_000),
        .day("due_on", Bilingual(vi: "Thời hạn", en: "Due on"), \.dueOn),
        .day("done_on", Bilingual(vi: "Ngày hoàn thành", en: "Done on"), \.doneOn),
    ]
}
