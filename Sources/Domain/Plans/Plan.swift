/// A reform plan (kế hoạch CCHC): a document that one agency issues for one year.
///
/// The province's plan has its agencies' plans as children. Its text is kept as it was issued; what
/// was understood of it lies beside it, as targets and tasks that point at their words.
public struct Plan: Hashable, Sendable, Codable {
    public typealias ID = Identifier<Plan>

    public let id: ID
    public let agency: Agency.ID
    public let year: Int
    /// As the document calls itself: kế hoạch, quyết định.
    public let type: String
    /// 95/KH-UBND; empty until the clerk gave one.
    public let symbol: String
    public let title: String
    public let place: String
    public let signer: String
    public let issuedOn: Day?
    public let effectiveOn: Day?
    /// The plan of the body above that this one carries out.
    public let parent: Plan.ID?
    /// The plan that this one amends (kế hoạch sửa đổi, bổ sung).
    public let amends: Plan.ID?
    /// The multi-year programme it serves.
    public let programme: Programme.ID?
    /// Who confirmed what the plan promises, and when; `nil` while it is being read.
    public let confirmation: Confirmation?
    /// The day an agency's plan was declared; `nil` while it is drafted, and for the parent's.
    public let declaredOn: Day?
    /// The plan of the same body and year that took this one's place (kế hoạch thay thế).
    public let replacedBy: Plan.ID?
    /// Raised by every change; a change made to an older version is a conflict.
    public let version: Int

    public struct Confirmation: Hashable, Sendable, Codable {
        public let by: User.ID
        public let day: Day

        public init(by: User.ID, day: Day) {
            self.by = by
            self.day = day
        }
    }

    public init(
        id: ID, agency: Agency.ID, year: Int, type: String, symbol: String, title: String,
        place: String = "", signer: String = "", issuedOn: Day?, effectiveOn: Day? = nil,
        parent: Plan.ID? = nil, amends: Plan.ID? = nil, programme: Programme.ID? = nil,
        confirmation: Confirmation? = nil, declaredOn: Day? = nil, replacedBy: Plan.ID? = nil,
        version: Int = 1
    ) {
        self.id = id
        self.agency = agency
        self.year = year
        self.type = type
        self.symbol = symbol
        self.title = title
        self.place = place
        self.signer = signer
        self.issuedOn = issuedOn
        self.effectiveOn = effectiveOn
        self.parent = parent
        self.amends = amends
        self.programme = programme
        self.confirmation = confirmation
        self.declaredOn = declaredOn
        self.replacedBy = replacedBy
        self.version = version
    }

    /// The day from which its targets hold: that of effect, otherwise that of issue.
    public var inForceFrom: Day? { effectiveOn ?? issuedOn }

    /// Returns the plan, confirmed: its targets are counted from now on.
    ///
    /// - Throws: ``PlanError`` when it is confirmed already, or names what is still open.
    public func confirmed(
        _ targets: [Target], by user: User.ID, on day: Day
    ) throws(PlanError) -> Plan {
        if let confirmation { throw .alreadyConfirmed(on: confirmation.day) }
        let open = problems(with: targets)
        guard open.isEmpty else { throw .incomplete(open) }
        return with(parent: parent, confirmation: Confirmation(by: user, day: day))
    }

    /// Every reason the plan cannot be confirmed yet; empty when it can.
    public func problems(with targets: [Target]) -> [Problem] {
        var problems: [Problem] = []
        if symbol.isEmpty {
            problems.append(
                Problem(
                    "symbol", vi: "Kế hoạch chưa có số, ký hiệu; hãy điền.",
                    en: "The plan has no symbol yet; fill it in."))
        }
        if issuedOn == nil {
            problems.append(
                Problem(
                    "issued_on", vi: "Kế hoạch chưa có ngày ban hành; hãy điền.",
                    en: "The plan has no day of issue yet; fill it in."))
        }
        if parent == nil, targets.allSatisfy({ $0.decision == .rejected }) {
            problems.append(
                Problem(
                    "targets",
                    vi:
                        "Kế hoạch chưa có chỉ tiêu nào được chấp nhận; hãy chấp nhận hoặc thêm ít nhất một chỉ tiêu.",
                    en: "No target of the plan is accepted; accept or add at least one."))
        }
        for target in targets {
            problems += target.problems
        }
        return problems
    }

    /// Returns the plan as one that carries out the plan of the body above.
    public func carryingOut(_ parent: Plan.ID?) -> Plan {
        with(parent: parent, confirmation: confirmation)
    }

    private func with(parent: Plan.ID?, confirmation: Confirmation?) -> Plan {
        Plan(
            id: id, agency: agency, year: year, type: type, symbol: symbol, title: title,
            place: place,
            signer: signer, issuedOn: issuedOn, effectiveOn: effectiveOn, parent: parent,
            amends: amends,
            programme: programme, confirmation: confirmation, declaredOn: declaredOn,
            replacedBy: replacedBy, version: version)
    }
}

/// A multi-year parent of yearly plans (chương trình, kế hoạch giai đoạn).
public struct Programme: Hashable, Sendable, Codable {
    public typealias ID = Identifier<Programme>

    public let id: ID
    public let symbol: String
    public let title: String
    public let firstYear: Int
    public let lastYear: Int

    public init(id: ID, symbol: String, title: String, firstYear: Int, lastYear: Int) {
        self.id = id
        self.symbol = symbol
        self.title = title
        self.firstYear = firstYear
        self.lastYear = lastYear
    }
}

/// What a plan refuses.
public enum PlanError: UserFacingError, Hashable {
    case alreadyConfirmed(on: Day)
    case incomplete([Problem])
    case noTargets
    case yearTaken(by: String, year: Int)
    case yearWithoutPlan(Int)
    case issuesItself(Int)
    case draftThere(Int)

    public var code: String {
        switch self {
        case .alreadyConfirmed: "plan.already-confirmed"
        case .incomplete: "plan.incomplete"
        case .noTargets: "plan.no-targets"
        case .yearTaken: "plan.year-taken"
        case .yearWithoutPlan: "plan.year-without-plan"
        case .issuesItself: "plan.issues-itself"
        case .draftThere: "plan.draft-there"
        }
    }

    public var kind: ErrorKind {
        switch self {
        case .alreadyConfirmed, .yearTaken, .draftThere: .conflict
        case .incomplete, .noTargets, .yearWithoutPlan, .issuesItself: .invalid
        }
    }

    public var message: Bilingual {
        switch self {
        case .alreadyConfirmed(let day):
            Bilingual(
                vi: "Kế hoạch đã được xác nhận ngày \(day.vi); hãy lập kế hoạch sửa đổi, bổ sung.",
                en: "The plan was confirmed on \(day.en); draw up an amending plan instead.")
        case .incomplete(let problems):
            Bilingual(
                vi: "Chưa xác nhận được: còn \(problems.count) chỗ cần bổ sung.",
                en: "It cannot be confirmed yet: \(problems.count) places need filling in.")
        case .noTargets:
            Bilingual(
                vi:
                    "Không nhận diện được chỉ tiêu hay nhiệm vụ nào trong văn bản này; hãy kiểm tra xem có đúng là văn bản kế hoạch không, hoặc thêm chỉ tiêu bằng tay.",
                en:
                    "No target or task was found in this text; check that it is a plan, or add targets by hand."
            )
        case .yearTaken(let symbol, let year):
            Bilingual(
                vi:
                    "Năm \(year) đã có Kế hoạch \(symbol); hãy ghi văn bản này là kế hoạch sửa đổi, bổ sung của kế hoạch đó.",
                en:
                    "The year \(year) has plan \(symbol) already; record this document as an amendment of it."
            )
        case .yearWithoutPlan(let year):
            Bilingual(
                vi:
                    "Năm \(year) chưa có kế hoạch của tỉnh được xác nhận; hãy nạp và xác nhận kế hoạch đó trước.",
                en: "No plan of the province is confirmed for \(year); add and confirm it first.")
        case .issuesItself(let year):
            Bilingual(
                vi:
                    "Cơ quan này ban hành kế hoạch năm \(year) mà các cơ quan khác thực hiện, không khai kế hoạch riêng.",
                en: "This body issues the plan of \(year) that others carry out; it declares none.")
        case .draftThere(let year):
            Bilingual(
                vi:
                    "Năm \(year) cơ quan đã có dự thảo trên hệ thống; hãy sửa dự thảo đó hoặc khai số, ngày của nó.",
                en:
                    "There is a draft of \(year) already; change that one, or declare its symbol and day."
            )
        }
    }

    public var problems: [Problem] {
        if case .incomplete(let problems) = self { problems } else { [] }
    }
}
