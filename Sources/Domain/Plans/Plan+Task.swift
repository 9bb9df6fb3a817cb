extension Plan {
    /// A piece of work that the plan gives somebody (nhiệm vụ), from its body or its annex.
    ///
    /// Without lead, product or deadline it is a giải pháp: listed, never overdue.
    public struct Task: Hashable, Sendable, Codable {
        public typealias ID = Identifier<Task>

        public let id: ID
        public let plan: Plan.ID
        /// Its number in the plan, from 1.
        public let number: Int
        /// The clause it stands in; empty for rows of an annex or tasks given by hand.
        public let clause: String
        public let text: String
        public let lead: Agency.ID?
        /// The lead as the plan names it, until a person matched it.
        public let leadText: String
        public let cooperating: String
        public let product: String
        /// The last day, where it is one; other rhythms stay in ``deadlineText``.
        public let dueOn: Day?
        public let deadlineText: String
        public let budget: String
        public let doneOn: Day?
        public let decision: Target.Decision
        /// Raised by every change; a change made to an older version is a conflict.
        public let version: Int

        public init(
            id: ID, plan: Plan.ID, number: Int, clause: String = "", text: String,
            lead: Agency.ID? = nil,
            leadText: String = "", cooperating: String = "", product: String = "",
            dueOn: Day? = nil,
            deadlineText: String = "", budget: String = "", doneOn: Day? = nil,
            decision: Target.Decision = .proposed, version: Int = 1
        ) {
            self.id = id
            self.plan = plan
            self.number = number
            self.clause = clause
            self.text = text
            self.lead = lead
            self.leadText = leadText
            self.cooperating = cooperating
            self.product = product
            self.dueOn = dueOn
            self.deadlineText = deadlineText
            self.budget = budget
            self.doneOn = doneOn
            self.decision = decision
            self.version = version
        }

        /// Whether it only says how to go about things: no lead, no product, no deadline.
        public var isApproach: Bool {
            lead == nil && leadText.isEmpty && product.isEmpty && dueOn == nil
                && deadlineText.isEmpty
        }

        /// Returns the task, decided.
        public func decided(_ decision: Target.Decision) -> Task {
            with(lead: lead, dueOn: dueOn, doneOn: doneOn, decision: decision)
        }

        /// Returns the task with its lead agency and last day, and so accepted.
        public func assigned(lead: Agency.ID?, dueOn: Day?) -> Task {
            with(lead: lead, dueOn: dueOn, doneOn: doneOn, decision: .accepted)
        }

        /// Returns the task, done on that day; `nil` when it turned out not to be done.
        public func completed(on day: Day?) -> Task {
            with(lead: lead, dueOn: dueOn, doneOn: day, decision: decision)
        }

        /// Returns the task as it stands once the change is written.
        public var raised: Task {
            with(
                lead: lead, dueOn: dueOn, doneOn: doneOn, decision: decision, version: version + 1)
        }

        private func with(
            lead: Agency.ID?, dueOn: Day?, doneOn: Day?, decision: Target.Decision,
            version: Int? = nil
        ) -> Task {
            Task(
                id: id, plan: plan, number: number, clause: clause, text: text, lead: lead,
                leadText: leadText, cooperating: cooperating, product: product, dueOn: dueOn,
                deadlineText: deadlineText, budget: budget, doneOn: doneOn, decision: decision,
                version: version ?? self.version)
        }

        /// Whether its last day has passed undone, by the end of the day asked.
        public func isOverdue(on day: Day) -> Bool {
            guard let dueOn, dueOn <= day else { return false }
            return doneOn.map { $0 > day } ?? true
        }
    }
}
