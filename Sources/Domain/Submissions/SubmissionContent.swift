/// What stands in one Phiếu báo cáo: an agency's tasks, hand-counted measures and remarks of a period.
///
/// Frozen as canonical JSON when it is sent, with the words of tasks and targets as they were then,
/// so that it can be shown as it was known.
public struct SubmissionContent: Hashable, Sendable, Codable {
    /// Nothing arose in the period (không phát sinh): said, not left out.
    public let nothingArose: Bool
    public let tasks: [TaskLine]
    public let measures: [MeasureLine]
    /// Khó khăn, vướng mắc.
    public let difficulties: String
    /// Kiến nghị, đề xuất.
    public let proposals: String

    /// One task as the agency reports it.
    public struct TaskLine: Hashable, Sendable, Codable {
        public let task: Plan.Task.ID
        /// Its number in its plan.
        public let number: Int
        /// The plan's symbol, or the agency's own when the plan has none.
        public let plan: String
        public let text: String
        public let dueOn: Day?
        /// How far it is, 0 to 100, as somebody judged it; `nil` when nobody said.
        public let percent: Int?
        public let doneOn: Day?
        /// What came of it, in words.
        public let result: String
        /// Why there is no evidence.
        public let explanation: String
        /// What proves it.
        public let evidence: [EvidenceLine]

        public init(
            task: Plan.Task.ID, number: Int, plan: String, text: String, dueOn: Day?,
            percent: Int?, doneOn: Day?, result: String, explanation: String,
            evidence: [EvidenceLine]
        ) {
            self.task = task
            self.number = number
            self.plan = plan
            self.text = text
            self.dueOn = dueOn
            self.percent = percent
            self.doneOn = doneOn
            self.result = result
            self.explanation = explanation
            self.evidence = evidence
        }
    }

    /// One file that proves something, by its content.
    public struct EvidenceLine: Hashable, Sendable, Codable {
        public let name: String
        public let sha256: String
        /// The document's number, under which it is looked up.
        public let number: Int?

        public init(name: String, sha256: String, number: Int? = nil) {
            self.name = name
            self.sha256 = sha256
            self.number = number
        }
    }

    /// One figure that nothing counts yet, as the agency counted it.
    public struct MeasureLine: Hashable, Sendable, Codable {
        public let target: Plan.Target.ID
        public let code: String
        public let title: String
        /// Whether a whole is asked for beside the part.
        public let isShare: Bool
        /// `nil` when nothing was typed, which is neither zero nor nothing arose.
        public let numerator: Int?
        public let denominator: Int?
        /// Nothing arose that could be counted: no denominator.
        public let nothingArose: Bool
        public let source: String

        public init(
            target: Plan.Target.ID, code: String, title: String, isShare: Bool, numerator: Int?,
            denominator: Int?, nothingArose: Bool, source: String
        ) {
            self.target = target
            self.code = code
            self.title = title
            self.isShare = isShare
            self.numerator = numerator
            self.denominator = denominator
            self.nothingArose = nothingArose
            self.source = source
        }
    }

    public init(
        nothingArose: Bool = false, tasks: [TaskLine] = [], measures: [MeasureLine] = [],
        difficulties: String = "", proposals: String = ""
    ) {
        self.nothingArose = nothingArose
        self.tasks = tasks
        self.measures = measures
        self.difficulties = difficulties
        self.proposals = proposals
    }
}
