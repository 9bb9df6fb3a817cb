/// How a task ended with its year (đánh giá cuối năm).
public struct TaskClosure: Hashable, Sendable, Codable {
    public enum Outcome: String, CaseIterable, Hashable, Sendable, Codable {
        case inTime, late, failed

        public var title: Bilingual {
            switch self {
            case .inTime: Bilingual(vi: "Hoàn thành đúng hạn", en: "Completed in time")
            case .late: Bilingual(vi: "Hoàn thành quá hạn", en: "Completed late")
            case .failed: Bilingual(vi: "Không hoàn thành", en: "Not completed")
            }
        }
    }

    public enum Cause: String, CaseIterable, Hashable, Sendable, Codable {
        case objective, subjective

        public var title: Bilingual {
            switch self {
            case .objective: Bilingual(vi: "Khách quan", en: "Beyond control")
            case .subjective: Bilingual(vi: "Chủ quan", en: "Within control")
            }
        }
    }

    public let task: Plan.Task.ID
    public let outcome: Outcome
    /// The day as of which it is judged: the plan year's last, when that is over.
    public let closedOn: Day
    /// Only of a task that was not completed, like all that follows.
    public let cause: Cause?
    /// Why, in words.
    public let explanation: String
    /// The post that was held on those days; its person and title stay readable when it has ended.
    public let answerable: Post.ID?
    public let remedy: String
    /// The document by which the failure was dealt with: kiểm điểm, phê bình.
    public let document: String

    public init(
        task: Plan.Task.ID, outcome: Outcome, closedOn: Day, cause: Cause? = nil,
        explanation: String = "", answerable: Post.ID? = nil, remedy: String = "",
        document: String = ""
    ) {
        self.task = task
        self.outcome = outcome
        self.closedOn = closedOn
        self.cause = cause
        self.explanation = explanation
        self.answerable = answerable
        self.remedy = remedy
        self.document = document
    }

    /// Every reason the year cannot be closed for the task like this; a handling document may follow.
    public var problems: [Problem] {
        guard outcome == .failed else { return [] }
        var problems: [Problem] = []
        func ask(_ isMissing: Bool, _ field: String, _ vi: String, _ en: String) {
            if isMissing { problems.append(Problem(field, vi: vi, en: en)) }
        }
        ask(
            cause == nil, "cause", "Hãy chọn nguyên nhân: khách quan hay chủ quan.",
            "Say whether the cause lay within control.")
        ask(
            explanation.isEmpty, "explanation", "Hãy ghi rõ nguyên nhân.",
            "Give the cause in words."
        )
        ask(
            answerable == nil, "answerable", "Hãy chọn người chịu trách nhiệm.",
            "Choose who answers for it.")
        ask(
            remedy.isEmpty, "remedy", "Hãy ghi biện pháp khắc phục.", "Say how it will be remedied."
        )
        return problems
    }
}

extension Plan.Task {
    /// How the task ends with its year, as its days have it; `nil` for one that is not judged.
    public var outcome: TaskClosure.Outcome? {
        switch state {
        case .approach, .cancelled: nil
        case .done: dueOn.map { doneOn ?? $0 > $0 } ?? false ? .late : .inTime
        case .open, .failed: .failed
        }
    }

    /// Returns the task, closed with its year.
    public func closed(_ closure: TaskClosure) -> Plan.Task {
        var task = self
        task.closedOn = closure.closedOn
        if closure.outcome == .failed { task.state = .failed }
        return task
    }

    /// Returns the task, taken out of the plan.
    ///
    /// - Throws: ``ProgressError`` once it is closed.
    public func cancelled(on day: Day) throws(ProgressError) -> Plan.Task {
        if closedOn != nil { throw .isClosed(code ?? "\(number)") }
        if state == .cancelled { throw .isCancelled(code ?? "\(number)") }
        var task = self
        task.cancelledOn = day
        task.state = .cancelled
        return task
    }
}

extension Post {
    /// Who may have to answer for what an agency did not do: heads, and deputies for the area.
    ///
    /// The posts are those of the agency on the days of the task; a deputy without named areas is in
    /// charge of all, one in charge of reform (cải cách hành chính) too. Areas agree when one holds
    /// the words of the other: who is in charge of "Thể chế, pháp chế" answers for "Thể chế". Heads
    /// come first. Ours: decision 0018.
    public static func answering(_ posts: [Post], area: String) -> [Post] {
        let wanted = Vietnamese.folded(area)
        return posts.filter { post in
            switch post.role {
            case .head: true
            case .deputy:
                post.areas.isEmpty || wanted.isEmpty
                    || post.areas.map(Vietnamese.folded).contains { area in
                        area == "cai cach hanh chinh" || area.contains(wanted)
                            || wanted.contains(area)
                    }
            default: false
            }
        }
        .sorted {
            ($0.role == .head ? 0 : 1, $0.tenure.from, $0.number)
                < ($1.role == .head ? 0 : 1, $1.tenure.from, $1.number)
        }
    }
}
