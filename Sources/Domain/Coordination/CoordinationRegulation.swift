/// A coordination regulation (quy chế phối hợp): which bodies handle a procedure, one after another.
///
/// Real ones are individual decisions (Quảng Trị 2177/QĐ-UBND, 2014) as well as normative ones
/// (Hà Tĩnh 11/2014/QĐ-UBND).
public struct CoordinationRegulation: Hashable, Sendable, Codable {
    public typealias ID = Identifier<CoordinationRegulation>

    /// One step of its path.
    public struct Step: Hashable, Sendable, Codable {
        public let name: String
        /// As the regulation names the body; it may stand outside the tree (tax, registry branch).
        public let body: String
        public let days: WorkingDays
        /// What it hands over to the next step; empty when nothing is said.
        public let handOver: String
        /// When the step is taken at all; empty: always.
        public let condition: String
        /// Whether it runs at the same time as the step before.
        public let isParallel: Bool

        public init(
            _ name: String, by body: String, days: WorkingDays, handOver: String = "",
            condition: String = "", isParallel: Bool = false
        ) {
            self.name = name
            self.body = body
            self.days = days
            self.handOver = handOver
            self.condition = condition
            self.isParallel = isParallel
        }
    }

    public let id: ID
    public let number: Int
    public let issuer: Agency.ID
    public let symbol: String
    public let title: String
    public let signedOn: Day
    public let inForceOn: Day
    /// The first day on which it is no longer in force; `nil` while it is.
    public let endedOn: Day?
    /// The symbol of the regulation that it replaces; empty for none.
    public let replaces: String
    /// When it is to be looked at again.
    public let reviewOn: Day?
    /// The codes of the procedures that it is about, each once.
    public let procedures: [String]
    public let steps: [Step]
    public let version: Int

    public init(
        id: ID, number: Int, issuer: Agency.ID, symbol: String, title: String, signedOn: Day,
        inForceOn: Day, endedOn: Day? = nil, replaces: String = "", reviewOn: Day? = nil,
        procedures: [String], steps: [Step] = [], version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.issuer = issuer
        self.symbol = symbol
        self.title = title
        self.signedOn = signedOn
        self.inForceOn = inForceOn
        self.endedOn = endedOn
        self.replaces = replaces
        self.reviewOn = reviewOn
        self.procedures = procedures
        self.steps = steps
        self.version = version
    }

    /// Returns the same regulation under the identity of the record.
    public func taking(id: ID, number: Int, version: Int) -> CoordinationRegulation {
        CoordinationRegulation(
            id: id, number: number, issuer: issuer, symbol: symbol, title: title,
            signedOn: signedOn, inForceOn: inForceOn, endedOn: endedOn, replaces: replaces,
            reviewOn: reviewOn, procedures: procedures, steps: steps, version: version)
    }

    /// Every reason it cannot be recorded like this.
    public var problems: [Problem] {
        var problems: [Problem] = []
        func check(_ isWrong: Bool, _ field: String, _ vi: String, _ en: String) {
            if isWrong { problems.append(Problem(field, vi: vi, en: en)) }
        }
        check(
            inForceOn < signedOn, "in_force_on",
            "Ngày có hiệu lực không thể trước ngày ký \(signedOn.vi).",
            "It cannot be in force before it was signed, \(signedOn.en).")
        check(
            endedOn.map { $0 <= inForceOn } ?? false, "ended_on",
            "Ngày hết hiệu lực phải sau ngày có hiệu lực \(inForceOn.vi).",
            "It must end after it is in force, \(inForceOn.en).")
        check(
            reviewOn.map { $0 <= signedOn } ?? false, "review_on",
            "Ngày rà soát lại phải sau ngày ký \(signedOn.vi).",
            "It is reviewed after it was signed, \(signedOn.en).")
        check(
            replaces == symbol && !symbol.isEmpty, "replaces",
            "Quy chế không thể thay thế chính nó.", "A regulation cannot replace itself.")
        check(
            procedures.isEmpty, "procedures", "Hãy ghi mã của ít nhất một thủ tục.",
            "Give the code of at least one procedure.")
        check(
            steps.first?.isParallel ?? false, "steps",
            "Bước đầu tiên không thể song song với bước trước.",
            "The first step has none before it to run beside.")
        return problems
    }
}
