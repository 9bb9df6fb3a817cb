extension LegalReview {
    /// What a review of a document comes to (kết quả rà soát).
    public typealias Outcome = BasisAlert.Outcome

    /// One document of a campaign: who looks at it, and what came of that.
    public struct Line: Hashable, Sendable, Codable {
        public let document: LegalDocument.ID
        /// Whose it is to look at.
        public let body: Agency.ID
        public let finding: Finding
        /// The day on which the outcome was recorded; `nil` while there is none.
        public let settledOn: Day?
        /// The task that the outcome became; `nil` while it is none.
        public let task: Plan.Task.ID?
        public let version: Int

        public init(
            document: LegalDocument.ID, body: Agency.ID, finding: Finding = Finding(),
            settledOn: Day? = nil, task: Plan.Task.ID? = nil, version: Int = 1
        ) {
            self.document = document
            self.body = body
            self.finding = finding
            self.settledOn = settledOn
            self.task = task
            self.version = version
        }

        /// Whether its outcome asks for something that is no task yet.
        public var isOwed: Bool { task == nil && finding.outcome.map { $0 != .keep } ?? false }
    }

    /// What the agency says of a document: the outcome, why, and by whom and when it is carried out.
    public struct Finding: Hashable, Sendable, Codable {
        public var outcome: Outcome?
        public var reason = ""
        /// Who carries the outcome out; `nil` for the agency that looked at the document.
        public var doer: Agency.ID?
        public var doBy: Day?

        public init() {}

        /// Every reason it cannot be recorded like this on the day.
        public func problems(on today: Day) -> [Problem] {
            var problems: [Problem] = []
            guard let outcome else {
                return [Problem("outcome", vi: "Hãy chọn kết quả.", en: "Choose the outcome.")]
            }
            if reason.isEmpty {
                problems.append(
                    Problem("reason", vi: "Hãy ghi lý do, căn cứ.", en: "Give the reason."))
            }
            if outcome == .keep, doer != nil || doBy != nil {
                problems.append(
                    Problem(
                        "do_by",
                        vi: "Giữ nguyên thì không có cơ quan thực hiện và thời hạn; hãy để trống.",
                        en: "What is kept needs no doer and no last day; leave them empty."))
            }
            if outcome != .keep, doBy == nil {
                problems.append(
                    Problem(
                        "do_by", vi: "Hãy ghi thời hạn thực hiện việc \(outcome.title.vi).",
                        en: "Say by when it is carried out: \(outcome.title.en)."))
            }
            if outcome != .keep, let doBy, doBy < today {
                problems.append(
                    Problem(
                        "do_by", vi: "Thời hạn thực hiện không thể trước hôm nay \(today.vi).",
                        en: "It cannot be carried out before today, \(today.en)."))
            }
            return problems
        }
    }

    /// Where a line stands on a day.
    public enum State: String, CaseIterable, Hashable, Sendable {
        case settled, open, overdue

        public var title: Bilingual {
            switch self {
            case .settled: Bilingual(vi: "Đã rà soát", en: "Reviewed")
            case .open: Bilingual(vi: "Chưa rà soát", en: "Not reviewed")
            case .overdue: Bilingual(vi: "Quá hạn", en: "Overdue")
            }
        }
    }

    /// What was known at the end of the day: an outcome of a later day is not there yet.
    public func state(settledOn: Day?, on day: Day) -> State {
        if let settledOn, settledOn <= day { return .settled }
        return day <= dueOn ? .open : .overdue
    }

    /// How far one agency has come by the end of a day.
    public struct Count: Hashable, Sendable {
        public let body: Agency.ID
        /// Documents that it was given.
        public var found = 0
        public var outcomes: [Outcome: Int] = [:]
        /// Outcomes that became tasks, and those of them that are done.
        public var tasks = 0
        public var tasksDone = 0

        public init(body: Agency.ID) { self.body = body }

        public var done: Int { outcomes.values.reduce(0, +) }
        public var open: Int { found - done }
    }
}

extension LegalReview.Outcome {
    /// What the task says that carries it out.
    public func taskText(of document: LegalDocument) -> String {
        let verb =
            switch self {
            case .keep: "Giữ nguyên"
            case .amend: "Sửa đổi, bổ sung"
            case .replace: "Thay thế"
            case .repeal: "Bãi bỏ"
            case .expired: "Công bố hết hiệu lực"
            }
        return
            "\(verb) \(document.details.kind.title.vi) \(document.symbol) ngày \(document.signedOn.vi): \(document.title)"
    }

    /// What the task brings forth.
    public var product: String {
        switch self {
        case .keep: ""
        case .amend: "Văn bản sửa đổi, bổ sung"
        case .replace: "Văn bản thay thế"
        case .repeal: "Văn bản bãi bỏ"
        case .expired: "Quyết định công bố hết hiệu lực"
        }
    }
}
