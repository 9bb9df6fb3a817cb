/// A line of money for reform work (kinh phí), in thousands of đồng.
public struct Budget: RegisterLine {
    public var bodyCode: String?
    public var purpose: String?
    /// The task it is for, by its number in the plan; `nil` for an area as a whole.
    public var taskNumber: Int?
    public var area: String?
    /// The day of the decision that gives it.
    public var allottedOn: Day?
    /// Asked for in the estimate (dự toán).
    public var assigned: Int?
    public var allotted: Int?
    public var spent: Int?
    public var basis: String?

    public init() {}

    public static let register = Register(
        key: "budgets", recordKind: "budget", name: Bilingual(vi: "Kinh phí CCHC", en: "Money"),
        kindName: Bilingual(vi: "dòng kinh phí", en: "budget line"),
        add: Bilingual(vi: "Ghi dòng kinh phí", en: "Record a budget line"), keyField: "purpose",
        dayField: "allotted_on")

    public static let columns: [Column<Budget>] = [
        .body(\.bodyCode),
        .text(
            "purpose", Bilingual(vi: "Nội dung", en: "Purpose"), \.purpose, required: true,
            longest: 500),
        .count("task_number", Bilingual(vi: "Nhiệm vụ số", en: "Task number"), \.taskNumber),
        .text("area", Bilingual(vi: "Lĩnh vực", en: "Area"), \.area, longest: 120),
        .day(
            "allotted_on", Bilingual(vi: "Ngày giao", en: "Allotted on"), \.allottedOn,
            required: true),
        .count(
            "assigned", Bilingual(vi: "Dự toán (nghìn đồng)", en: "Estimate (thousand đồng)"),
            \.assigned),
        .count(
            "allotted", Bilingual(vi: "Được giao (nghìn đồng)", en: "Allotted (thousand đồng)"),
            \.allotted, required: true),
        .count("spent", Bilingual(vi: "Đã chi (nghìn đồng)", en: "Spent (thousand đồng)"), \.spent),
        .text("basis", Bilingual(vi: "Quyết định giao", en: "Decision"), \.basis, longest: 120),
    ]

    public static let listed = [
        "body_code", "purpose", "task_number", "area", "allotted_on", "assigned", "allotted",
        "spent",
    ]
    public static let remarks = [Bilingual(vi: "Tỷ lệ đã chi", en: "Share spent")]
    public var remarks: [Bilingual] { [Self.share(spent, of: allotted)] }

    public static var comesToPass: Bool { false }
    public var day: Day? { allottedOn }
    public var key: String { "\(allottedOn?.text ?? "") \(taskNumber ?? 0) \(purpose ?? "")" }
    public func isDone(on day: Day) -> Bool { (spent ?? 0) >= (allotted ?? 0) }

    public var problems: [Problem] {
        guard let spent, let allotted, spent > allotted else { return [] }
        return [
            Problem(
                "spent",
                vi:
                    "Đã chi \(Written.number(spent, .vi)) nghìn đồng, nhiều hơn số được giao \(Written.number(allotted, .vi)); hãy đối chiếu lại.",
                en: "More was spent (\(spent)) than allotted (\(allotted)); please check.")
        ]
    }
}

/// Who works on reform in a body, on a day (nhân lực).
public struct Staffing: RegisterLine {
    public var bodyCode: String?
    public var countedOn: Day?
    public var fullTime: Int?
    public var partTime: Int?
    /// How many were trained since the line before.
    public var trained: Int?
    public var note: String?

    public init() {}

    public static let register = Register(
        key: "staffings", recordKind: "staffing",
        name: Bilingual(vi: "Nhân lực CCHC", en: "People for reform"),
        kindName: Bilingual(vi: "dòng nhân lực", en: "staff line"),
        add: Bilingual(vi: "Ghi nhân lực", en: "Record staff"), keyField: "counted_on",
        dayField: "counted_on")

    public static let columns: [Column<Staffing>] = [
        .body(\.bodyCode),
        .day(
            "counted_on", Bilingual(vi: "Tính đến ngày", en: "Counted on"), \.countedOn,
            required: true),
        .count(
            "full_time", Bilingual(vi: "Chuyên trách", en: "Full time"), \.fullTime, required: true),
        .count(
            "part_time", Bilingual(vi: "Kiêm nhiệm", en: "Part time"), \.partTime, required: true),
        .count("trained", Bilingual(vi: "Được tập huấn", en: "Trained"), \.trained),
        .text("note", Bilingual(vi: "Ghi chú", en: "Note"), \.note),
    ]

    public static var comesToPass: Bool { false }
    public var day: Day? { countedOn }
    public var key: String { countedOn?.text ?? "" }
    public func isDone(on day: Day) -> Bool { countedOn.map { $0 <= day } ?? false }
    public var problems: [Problem] { [] }
}
