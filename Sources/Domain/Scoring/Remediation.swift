/// One lost point taken up: what is wanting, why, what will be done, by whom, by when (khắc phục tồn
/// tại, hạn chế).
///
/// What will be done is a task of the year's plan. Source of the practice: Khánh Hòa, "việc cần làm ngay" of 15/01/2021 and 13/01/2022, after each
/// publication.
public struct Remediation: Hashable, Sendable, Codable {
    public typealias ID = Identifier<Remediation>

    public let id: ID
    public let number: Int
    /// The number of the assessment in which points were lost, and its criterion.
    public let assessment: Int
    public let position: Int
    public let lost: Points
    public let terms: Terms
    /// The task that carries the remedy out.
    public let task: Plan.Task.ID
    public let version: Int

    public struct Terms: Hashable, Sendable, Codable {
        /// Tồn tại, hạn chế.
        public var shortcoming = ""
        /// Nguyên nhân.
        public var cause = ""
        /// Giải pháp; the words of the task.
        public var remedy = ""
        /// Cơ quan chủ trì.
        public var lead: Agency.ID?
        /// Thời hạn.
        public var dueOn: Day?

        public init() {}

        /// Everything that is still missing; a line is whole or not taken.
        public var problems: [Problem] {
            var problems: [Problem] = []
            if shortcoming.trimmed.isEmpty {
                problems.append(
                    Problem(
                        "shortcoming", vi: "Hãy ghi tồn tại, hạn chế.", en: "Say what is wanting."))
            }
            if cause.trimmed.isEmpty {
                problems.append(
                    Problem("cause", vi: "Hãy ghi nguyên nhân.", en: "Say what caused it."))
            }
            if remedy.trimmed.isEmpty {
                problems.append(
                    Problem("remedy", vi: "Hãy ghi giải pháp.", en: "Say what will be done."))
            }
            if lead == nil {
                problems.append(
                    Problem("lead", vi: "Hãy chọn cơ quan chủ trì.", en: "Choose who leads."))
            }
            if dueOn == nil {
                problems.append(
                    Problem("due_on", vi: "Hãy ghi thời hạn.", en: "Give the last day."))
            }
            return problems
        }
    }

    public init(
        id: ID, number: Int, assessment: Int, position: Int, lost: Points, terms: Terms,
        task: Plan.Task.ID, version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.assessment = assessment
        self.position = position
        self.lost = lost
        self.terms = terms
        self.task = task
        self.version = version
    }
}
