/// A procedure that passes through several bodies (thủ tục hành chính liên thông), and what its
/// coordination still lacks.
///
/// Source: 95/KH-UBND, II.2.b: to build or amend coordination regulations on land, construction,
/// investment, labour, invalids and social affairs.
public struct CoordinatedProcedure: Hashable, Sendable, Codable {
    public typealias ID = Identifier<CoordinatedProcedure>

    /// The fields that the plan names, and all others.
    public enum Field: String, CaseIterable, Hashable, Sendable, Codable {
        case land, construction, investment, labour, other

        public var title: Bilingual {
            switch self {
            case .land: Bilingual(vi: "đất đai", en: "land")
            case .construction: Bilingual(vi: "xây dựng", en: "construction")
            case .investment: Bilingual(vi: "đầu tư", en: "investment")
            case .labour:
                Bilingual(
                    vi: "lao động, thương binh và xã hội", en: "labour, invalids, social affairs")
            case .other: Bilingual(vi: "lĩnh vực khác", en: "another field")
            }
        }
    }

    /// Whether there is one; not said is a third answer.
    public enum Answer: String, CaseIterable, Hashable, Sendable, Codable {
        case yes, no

        public var title: Bilingual {
            switch self {
            case .yes: Bilingual(vi: "có", en: "yes")
            case .no: Bilingual(vi: "chưa có", en: "no")
            }
        }
    }

    public enum Need: String, CaseIterable, Hashable, Sendable, Codable {
        case amend, issue

        public var title: Bilingual {
            switch self {
            case .amend: Bilingual(vi: "sửa đổi", en: "amend")
            case .issue: Bilingual(vi: "ban hành mới", en: "issue")
            }
        }
    }

    public enum Paper: String, CaseIterable, Hashable, Sendable, Codable {
        case regulation, process, both

        public var title: Bilingual {
            switch self {
            case .regulation: Bilingual(vi: "quy chế phối hợp", en: "coordination regulation")
            case .process:
                Bilingual(
                    vi: "quyết định phê duyệt quy trình nội bộ",
                    en: "decision approving the internal process")
            case .both:
                Bilingual(
                    vi: "quy chế phối hợp và quyết định phê duyệt quy trình nội bộ",
                    en: "regulation and decision on the internal process")
            }
        }
    }

    public let id: ID
    public let number: Int
    /// As the national database numbers it: 1.004227; the same code is the same procedure.
    public let code: String
    public let name: String
    public let field: Field
    /// The body that leads it.
    public let body: Agency.ID
    /// The published limit; `nil` while nobody entered it.
    public let limit: WorkingDays?
    public let hasRegulation: Answer?
    public let hasProcess: Answer?
    /// The decision that approves the internal process.
    public let processSymbol: String
    public let need: Need?
    public let needOf: Paper?
    /// Who is to amend or issue it.
    public let doer: Agency.ID?
    public let dueOn: Day?
    /// The day on which it came onto the list.
    public let listedOn: Day
    public let note: String
    public let version: Int

    public init(
        id: ID, number: Int, code: String, name: String, field: Field, body: Agency.ID,
        limit: WorkingDays? = nil, hasRegulation: Answer? = nil, hasProcess: Answer? = nil,
        processSymbol: String = "", need: Need? = nil, needOf: Paper? = nil,
        doer: Agency.ID? = nil, dueOn: Day? = nil, listedOn: Day, note: String = "",
        version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.code = code
        self.name = name
        self.field = field
        self.body = body
        self.limit = limit
        self.hasRegulation = hasRegulation
        self.hasProcess = hasProcess
        self.processSymbol = processSymbol
        self.need = need
        self.needOf = needOf
        self.doer = doer
        self.dueOn = dueOn
        self.listedOn = listedOn
        self.note = note
        self.version = version
    }

    /// Returns the same procedure under the identity of the record.
    public func taking(id: ID, number: Int, version: Int) -> CoordinatedProcedure {
        CoordinatedProcedure(
            id: id, number: number, code: code, name: name, field: field, body: body, limit: limit,
            hasRegulation: hasRegulation, hasProcess: hasProcess, processSymbol: processSymbol,
            need: need, needOf: needOf, doer: doer, dueOn: dueOn, listedOn: listedOn, note: note,
            version: version)
    }

    /// Every reason it cannot be recorded like this.
    public var problems: [Problem] {
        var problems: [Problem] = []
        func check(_ isWrong: Bool, _ field: String, _ vi: String, _ en: String) {
            if isWrong { problems.append(Problem(field, vi: vi, en: en)) }
        }
        check(
            need != nil && needOf == nil, "need_of",
            "Hãy ghi cần \(need?.title.vi ?? "") văn bản nào.",
            "Say which paper there is to \(need?.title.en ?? "").")
        check(
            need == nil && (needOf != nil || doer != nil || dueOn != nil), "need",
            "Đã ghi cơ quan hoặc thời hạn thì phải ghi cần sửa đổi hay ban hành mới.",
            "A doer or a deadline needs to say whether to amend or to issue.")
        check(
            need == .issue && needOf == .regulation && hasRegulation == .yes, "need",
            "Đã có quy chế phối hợp thì chỉ có thể sửa đổi.",
            "There is a regulation already; it can only be amended.")
        check(
            need == .issue && needOf == .process && hasProcess == .yes, "need",
            "Đã có quyết định phê duyệt quy trình nội bộ thì chỉ có thể sửa đổi.",
            "There is a decision already; it can only be amended.")
        check(
            need == .amend && needOf == .regulation && hasRegulation == .no, "need",
            "Chưa có quy chế phối hợp thì không thể sửa đổi; hãy chọn ban hành mới.",
            "There is no regulation to amend; choose to issue one.")
        check(
            need == .amend && needOf == .process && hasProcess == .no, "need",
            "Chưa có quyết định phê duyệt quy trình nội bộ thì không thể sửa đổi; hãy chọn ban hành mới.",
            "There is no decision to amend; choose to issue one.")
        check(
            dueOn.map { $0 < listedOn } ?? false, "due_on",
            "Thời hạn không thể trước ngày đưa vào danh mục \(listedOn.vi).",
            "It cannot be due before it was listed, \(listedOn.en).")
        return problems
    }

    /// Every reason it cannot become a task yet; a task has a doer and a last day.
    public var assignmentProblems: [Problem] {
        var problems: [Problem] = []
        if need == nil {
            problems.append(
                Problem(
                    "need", vi: "Thủ tục này không có việc cần sửa đổi hoặc ban hành.",
                    en: "There is nothing to amend or issue."))
        }
        if doer == nil {
            problems.append(
                Problem("doer_code", vi: "Hãy ghi cơ quan thực hiện.", en: "Say who does it."))
        }
        if dueOn == nil {
            problems.append(
                Problem("due_on", vi: "Hãy ghi thời hạn.", en: "Give the last day."))
        }
        return problems
    }

    /// What its task says: "Sửa đổi quy chế phối hợp giải quyết thủ tục …".
    public var taskText: String {
        let verb = need == .amend ? "Sửa đổi" : "Ban hành"
        return "\(verb) \(needOf?.title.vi ?? "") giải quyết thủ tục “\(name)” (\(code))"
    }
}
