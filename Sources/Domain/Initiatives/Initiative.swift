/// An initiative or new model (sáng kiến, mô hình mới): idea, pilot, evaluation, decision.
public struct Initiative: RegisterLine {
    /// What the evaluation leads to.
    public enum Outcome: String, CaseIterable, Hashable, Sendable, Codable {
        case stop, amend, replicate

        public var title: Bilingual {
            switch self {
            case .stop: Bilingual(vi: "dừng", en: "stop")
            case .amend: Bilingual(vi: "điều chỉnh, thí điểm tiếp", en: "amend and go on")
            case .replicate: Bilingual(vi: "nhân rộng", en: "replicate")
            }
        }
    }

    public var bodyCode: String?
    public var title: String?
    public var proposedOn: Day?
    public var pilotPlace: String?
    public var pilotFrom: Day?
    public var pilotUntil: Day?
    public var evaluatedOn: Day?
    /// What the pilot showed to be wrong or missing.
    public var lessons: String?
    public var outcome: Outcome?
    /// Where it is taken over, by whom, by when.
    public var replicatedWhere: String?
    public var replicatedBy: String?
    public var replicateDueOn: Day?
    public var recognisedOn: Day?
    public var recognition: String?

    public init() {}

    public static let register = Register(
        key: "initiatives", recordKind: "initiative",
        name: Bilingual(vi: "Sáng kiến, mô hình mới", en: "Initiatives"),
        kindName: Bilingual(vi: "sáng kiến, mô hình", en: "initiative"),
        add: Bilingual(vi: "Ghi sáng kiến, mô hình", en: "Record an initiative"),
        keyField: "title", dayField: "proposed_on")

    public static let columns: [Column<Initiative>] = [
        .body(\.bodyCode),
        .text(
            "title", Bilingual(vi: "Tên sáng kiến, mô hình", en: "Initiative"), \.title,
            required: true, longest: 500),
        .day(
            "proposed_on", Bilingual(vi: "Ngày đề xuất", en: "Proposed on"), \.proposedOn,
            required: true),
        .text("pilot_place", Bilingual(vi: "Nơi thí điểm", en: "Pilot place"), \.pilotPlace),
        .day("pilot_from", Bilingual(vi: "Thí điểm từ", en: "Pilot from"), \.pilotFrom),
        .day("pilot_until", Bilingual(vi: "Thí điểm đến", en: "Pilot until"), \.pilotUntil),
        .day("evaluated_on", Bilingual(vi: "Ngày đánh giá", en: "Evaluated on"), \.evaluatedOn),
        .text(
            "lessons", Bilingual(vi: "Vấn đề rút ra", en: "Problems drawn"), \.lessons,
            longest: 2_000),
        .choice("outcome", Bilingual(vi: "Kết luận", en: "Outcome"), \.outcome, title: \.title),
        .text(
            "replicated_where", Bilingual(vi: "Nơi nhân rộng", en: "Replicated where"),
            \.replicatedWhere),
        .text(
            "replicated_by", Bilingual(vi: "Cơ quan nhân rộng", en: "Replicated by"), \.replicatedBy
        ),
        .day(
            "replicate_due_on", Bilingual(vi: "Thời hạn nhân rộng", en: "Replicated until"),
            \.replicateDueOn),
        .day("recognised_on", Bilingual(vi: "Ngày công nhận", en: "Recognised on"), \.recognisedOn),
        .text(
            "recognition", Bilingual(vi: "Quyết định công nhận", en: "Decision"), \.recognition,
            longest: 120),
    ]

    public static let listed = [
        "body_code", "title", "proposed_on", "pilot_place", "replicated_where", "replicate_due_on",
    ]
    public static let remarks = [Bilingual(vi: "Giai đoạn", en: "Stage")]
    public var remarks: [Bilingual] { [stage] }

    public var day: Day? { proposedOn }
    public var key: String { title ?? "" }
    public func isDone(on day: Day) -> Bool { recognisedOn.map { $0 <= day } ?? false }

    public var problems: [Problem] {
        var problems: [Problem] = []
        func check(_ isWrong: Bool, _ field: String, _ vi: String, _ en: String) {
            if isWrong { problems.append(Problem(field, vi: vi, en: en)) }
        }
        check(
            pilotFrom != nil && pilotPlace == nil, "pilot_place",
            "Đã thí điểm thì phải ghi nơi thí điểm.", "A pilot needs its place.")
        check(
            isBefore(pilotUntil, pilotFrom), "pilot_until",
            "Ngày cuối thí điểm không thể trước ngày bắt đầu.",
            "The pilot cannot end before it begins.")
        check(
            isBefore(evaluatedOn, pilotFrom), "evaluated_on",
            "Ngày đánh giá không thể trước khi thí điểm.",
            "It cannot be evaluated before its pilot.")
        check(
            outcome != nil && evaluatedOn == nil, "evaluated_on",
            "Đã kết luận thì phải ghi ngày đánh giá.", "An outcome needs the day of evaluation.")
        check(
            outcome == .replicate
                && (replicatedWhere == nil || replicatedBy == nil || replicateDueOn == nil),
            "replicated_where", "Nhân rộng phải ghi ở đâu, cơ quan nào, thời hạn nào.",
            "Replication names where, by whom and by when.")
        check(
            recognisedOn != nil && recognition == nil, "recognition",
            "Đã công nhận thì phải ghi số quyết định.", "A recognition needs its decision.")
        return problems
    }

    /// The codes of the bodies that take it over, each once.
    public var replicatingCodes: [String] {
        var codes: [String] = []
        for code in (replicatedBy ?? "").split(whereSeparator: { $0 == ";" || $0 == "," }) {
            let code = code.trimmed
            if !code.isEmpty, !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    /// Every reason it cannot become tasks yet.
    public var replicationProblems: [Problem] {
        guard outcome == .replicate else {
            return [
                Problem(
                    "outcome",
                    vi: "Chỉ sáng kiến, mô hình có kết luận “nhân rộng” mới giao được nhiệm vụ.",
                    en: "Only an initiative to be replicated becomes tasks.")
            ]
        }
        return problems
    }

    /// How far it has come: idea, pilot, evaluation, decision.
    public var stage: Bilingual {
        if recognisedOn != nil { return Bilingual(vi: "đã công nhận", en: "recognised") }
        if let outcome { return Bilingual(vi: "kết luận: ", en: "outcome: ") + outcome.title }
        if pilotFrom != nil { return Bilingual(vi: "đang thí điểm", en: "in pilot") }
        return Bilingual(vi: "ý tưởng", en: "idea")
    }

    private func isBefore(_ day: Day?, _ other: Day?) -> Bool {
        guard let day, let other else { return false }
        return day < other
    }
}
