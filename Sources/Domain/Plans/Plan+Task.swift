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
        /// What people cite within the year: 17, BD-SNV-3; `nil` until it counts.
        public internal(set) var code: String?
        /// The clause it stands in; empty for rows of an annex or tasks given by hand.
        public internal(set) var clause: String
        /// The area (lĩnh vực) as the plan names it; empty when it names none.
        public internal(set) var area: String
        public internal(set) var text: String
        public internal(set) var lead: Agency.ID?
        /// The lead as the plan names it, until a person matched it.
        public internal(set) var leadText: String
        /// Cooperating agencies as the plan names them.
        public internal(set) var cooperating: String
        /// Those of them that were matched, in the order of their ids.
        public internal(set) var partners: [Agency.ID]
        public internal(set) var product: String
        /// The last day, by ``deadline`` where that is settled.
        public internal(set) var dueOn: Day?
        public internal(set) var deadlineText: String
        /// `nil` while nobody settled what the plan's words mean.
        public internal(set) var deadline: Deadline?
        /// The budget line (kinh phí), as written.
        public internal(set) var budget: String
        public internal(set) var doneOn: Day?
        public internal(set) var state: State
        /// Progress as its lead reports it; `nil`: not reported, which is not 0%.
        public internal(set) var share: Percentage?
        /// Progress from its parts by ``partRule``; `nil` without parts that count.
        public internal(set) var computed: Percentage?
        public internal(set) var reportedOn: Day?
        /// The first day on which it is no longer in the plan.
        public internal(set) var cancelledOn: Day?
        /// When it was closed with its year.
        public internal(set) var closedOn: Day?
        /// The task that it is a part of.
        public internal(set) var parent: ID?
        /// How much it counts among the parts of its parent, from 1.
        public internal(set) var weight: Int
        /// How it completes from its own parts.
        public internal(set) var partRule: PartRule
        /// The unfinished task of the year before that it carries on.
        public internal(set) var rolledFrom: ID?
        public internal(set) var decision: Target.Decision
        /// Raised by every change; a change made to an older version is a conflict.
        public internal(set) var version: Int

        public init(
            id: ID, plan: Plan.ID, number: Int, code: String? = nil, clause: String = "",
            area: String = "", text: String, lead: Agency.ID? = nil, leadText: String = "",
            cooperating: String = "", partners: [Agency.ID] = [], product: String = "",
            dueOn: Day? = nil, deadlineText: String = "", deadline: Deadline? = nil,
            budget: String = "", doneOn: Day? = nil, state: State? = nil,
            share: Percentage? = nil, computed: Percentage? = nil, reportedOn: Day? = nil,
            cancelledOn: Day? = nil, closedOn: Day? = nil, parent: ID? = nil, weight: Int = 1,
            partRule: PartRule = .count, rolledFrom: ID? = nil,
            decision: Target.Decision = .proposed, version: Int = 1
        ) {
            self.id = id
            self.plan = plan
            self.number = number
            self.code = code
            self.clause = clause
            self.area = area
            self.text = text
            self.lead = lead
            self.leadText = leadText
            self.cooperating = cooperating
            self.partners = partners.sorted()
            self.product = product
            self.dueOn = dueOn
            self.deadlineText = deadlineText
            self.deadline = deadline
            self.budget = budget
            self.doneOn = doneOn
            self.state = .open
            self.share = share
            self.computed = computed
            self.reportedOn = reportedOn
            self.cancelledOn = cancelledOn
            self.closedOn = closedOn
            self.parent = parent
            self.weight = weight
            self.partRule = partRule
            self.rolledFrom = rolledFrom
            self.decision = decision
            self.version = version
            self.state = state ?? restingState
        }

        /// The state that follows from its fields alone, while nothing cancelled or closed it.
        var restingState: State { doneOn != nil ? .done : isApproach ? .approach : .open }

        /// Whether it only says how to go about things: no lead, no product, no deadline.
        public var isApproach: Bool {
            lead == nil && leadText.isEmpty && product.isEmpty && dueOn == nil
                && deadlineText.isEmpty
        }

        /// Returns the task, decided.
        public func decided(_ decision: Target.Decision) -> Task {
            changed { $0.decision = decision }
        }

        /// Returns the task with its lead agency and last day, and so accepted.
        public func assigned(lead: Agency.ID?, dueOn: Day?) -> Task {
            changed {
                $0.lead = lead
                $0.dueOn = dueOn
                // What recurs or waits for an act stays so when no day is given.
                $0.deadline =
                    dueOn.map(Deadline.day) ?? ($0.deadline?.kind == .day ? nil : $0.deadline)
                $0.decision = .accepted
                if $0.state == .approach || $0.state == .open { $0.state = $0.restingState }
            }
        }

        /// Returns the task as its agency declares it anew: words, last day, day of completion.
        public func declared(_ text: String, dueOn: Day?, doneOn: Day?) -> Task {
            changed {
                $0.text = text
                $0.dueOn = dueOn
                $0.deadline = dueOn.map(Deadline.day)
                guard $0.doneOn != doneOn else { return }
                $0.doneOn = doneOn
                $0.share = doneOn.map { _ in Percentage(basisPoints: 10_000) }
                $0.reportedOn = doneOn ?? $0.reportedOn
                if $0.state == .open || $0.state == .done { $0.state = $0.restingState }
            }
        }

        /// Returns the task, done on that day.
        public func completed(on day: Day) -> Task {
            changed {
                $0.doneOn = day
                $0.state = .done
            }
        }

        /// Returns the task under the name that people cite.
        public func coded(_ code: String) -> Task { changed { $0.code = code } }

        /// Returns the task as it stands once the change is written.
        public var raised: Task { changed { $0.version += 1 } }

        /// Returns a copy with something changed.
        func changed(_ change: (inout Task) -> Void) -> Task {
            var task = self
            change(&task)
            return task
        }

        /// Whether its last day has passed undone, by the end of the day asked.
        ///
        /// On a day that has not ended, what is due that day is not late yet.
        public func isOverdue(on day: Day, dayHasEnded: Bool = true) -> Bool {
            box(on: day, dayHasEnded: dayHasEnded) == .openLate
        }
    }
}
