/// What the head of a body committed to in writing (cam kết của người đứng đầu).
public struct Commitment: RegisterLine {
    public var bodyCode: String?
    public var signer: String?
    public var text: String?
    public var signedOn: Day?
    public var dueOn: Day?
    public var doneOn: Day?
    public var evidence: String?

    public init() {}

    public static let register = Register(
        key: "commitments", recordKind: "commitment",
        name: Bilingual(vi: "Cam kết của người đứng đầu", en: "Commitments of heads"),
        kindName: Bilingual(vi: "cam kết", en: "commitment"),
        add: Bilingual(vi: "Ghi cam kết", en: "Record a commitment"), keyField: "text",
        dayField: "signed_on")

    public static let columns: [Column<Commitment>] = [
        .body(\.bodyCode),
        .text(
            "signer", Bilingual(vi: "Người ký cam kết", en: "Signed by"), \.signer, required: true,
            longest: 120),
        .text(
            "text", Bilingual(vi: "Nội dung cam kết", en: "Commitment"), \.text, required: true,
            longest: 1_000),
        .day("signed_on", Bilingual(vi: "Ngày ký", en: "Signed on"), \.signedOn, required: true),
        .day("due_on", Bilingual(vi: "Thời hạn", en: "Due on"), \.dueOn, required: true),
        .day("done_on", Bilingual(vi: "Ngày hoàn thành", en: "Done on"), \.doneOn),
        .evidence(\.evidence),
    ]

    public var day: Day? { signedOn }
    public var key: String { "\(signedOn?.text ?? "") \(text ?? "")" }
    public func isDone(on day: Day) -> Bool { doneOn.map { $0 <= day } ?? false }
    public func isOverdue(on day: Day) -> Bool {
        !isDone(on: day) && dueOn.map { $0 < day } ?? false
    }

    public var problems: [Problem] {
        var problems: [Problem] = []
        if let dueOn, let signedOn, dueOn < signedOn {
            problems.append(
                Problem(
                    "due_on", vi: "Thời hạn không thể trước ngày ký \(signedOn.vi).",
                    en: "It cannot be due before it was signed, \(signedOn.en)."))
        }
        if doneOn != nil, evidence == nil {
            problems.append(
                Problem(
                    "evidence", vi: "Đã hoàn thành thì phải ghi tài liệu kiểm chứng.",
                    en: "What is done needs its evidence."))
        }
        return problems
    }
}

/// What a multi-year programme wants reached in a year (mốc hằng năm của chương trình).
public struct Milestone: RegisterLine {
    public var bodyCode: String?
    public var programme: String?
    public var text: String?
    /// The codes of the plan's targets that serve it, separated by semicolons.
    public var targets: String?
    public var dueOn: Day?
    public var reachedOn: Day?
    public var evidence: String?

    public init() {}

    public static let register = Register(
        key: "milestones", recordKind: "milestone",
        name: Bilingual(vi: "Mốc của chương trình", en: "Milestones"),
        kindName: Bilingual(vi: "mốc của chương trình", en: "milestone"),
        add: Bilingual(vi: "Ghi mốc", en: "Record a milestone"), keyField: "text",
        dayField: "due_on")

    public static let columns: [Column<Milestone>] = [
        .body(\.bodyCode),
        .text(
            "programme", Bilingual(vi: "Chương trình", en: "Programme"), \.programme,
            required: true, longest: 120),
        .text(
            "text", Bilingual(vi: "Mốc phải đạt", en: "Milestone"), \.text, required: true,
            longest: 500),
        .text("targets", Bilingual(vi: "Chỉ tiêu phục vụ", en: "Targets that serve it"), \.targets),
        .day("due_on", Bilingual(vi: "Thời hạn", en: "Due on"), \.dueOn, required: true),
        .day("reached_on", Bilingual(vi: "Ngày đạt", en: "Reached on"), \.reachedOn),
        .evidence(\.evidence),
    ]

    /// The codes of the targets that serve it, one by one.
    public var targetCodes: [String] {
        (targets ?? "").split(whereSeparator: { $0 == ";" || $0 == "," }).map(\.trimmed).filter {
            !$0.isEmpty
        }
    }

    public var day: Day? { dueOn }
    public var key: String { "\(programme ?? "") \(text ?? "")" }
    public func isDone(on day: Day) -> Bool { reachedOn.map { $0 <= day } ?? false }
    public func isOverdue(on day: Day) -> Bool {
        !isDone(on: day) && dueOn.map { $0 < day } ?? false
    }
    public var problems: [Problem] { [] }
}
