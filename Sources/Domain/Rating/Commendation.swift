/// A decision that commends a body or a person for reform (quyết định khen thưởng).
public struct Commendation: RegisterLine {
    public var bodyCode: String?
    /// What is given: giấy khen, bằng khen.
    public var form: String?
    /// The individual; `nil` when the body as a whole is commended (tập thể).
    public var person: String?
    public var issuer: String?
    public var symbol: String?
    public var decidedOn: Day?
    /// For what.
    public var reason: String?

    public init() {}

    public static let register = Register(
        key: "commendations", recordKind: "commendation",
        name: Bilingual(vi: "Khen thưởng", en: "Commendations"),
        kindName: Bilingual(vi: "quyết định khen thưởng", en: "commendation"),
        add: Bilingual(vi: "Ghi quyết định khen thưởng", en: "Record a commendation"),
        keyField: "form", dayField: "decided_on")

    public static let columns: [Column<Commendation>] = [
        .body(\.bodyCode),
        .text(
            "form", Bilingual(vi: "Hình thức", en: "Form"), \.form, required: true, longest: 120),
        .text(
            "person", Bilingual(vi: "Cá nhân (bỏ trống: tập thể)", en: "Person (empty: the body)"),
            \.person, longest: 120),
        .text(
            "issuer", Bilingual(vi: "Cấp khen thưởng", en: "Issued by"), \.issuer, required: true,
            longest: 200),
        .text(
            "symbol", Bilingual(vi: "Số quyết định", en: "Decision"), \.symbol, required: true,
            longest: 80),
        .day(
            "decided_on", Bilingual(vi: "Ngày quyết định", en: "Decided on"), \.decidedOn,
            required: true),
        .text(
            "reason", Bilingual(vi: "Thành tích", en: "For what"), \.reason, required: true,
            longest: 500),
    ]

    public static var comesToPass: Bool { false }
    public var day: Day? { decidedOn }
    public var key: String {
        "\(decidedOn?.text ?? "") \(symbol ?? "") \(form ?? "") \(person ?? "")"
    }
    public func isDone(on day: Day) -> Bool { decidedOn.map { $0 <= day } ?? false }
    public var problems: [Problem] { [] }
}
