extension Plan.Task {
    /// What a person may set of a task in the form (nội dung nhiệm vụ).
    public struct Terms: Hashable, Sendable {
        public var text = ""
        public var area = ""
        public var lead: Agency.ID?
        public var cooperating = ""
        public var partners: [Agency.ID] = []
        public var product = ""
        public var budget = ""
        public var deadlineText = ""
        public var deadline: Deadline?
        public var parent: ID?
        public var weight = 1
        public var partRule = PartRule.count

        public init() {}

        /// Every reason it cannot be taken.
        public var problems: [Problem] {
            var problems: [Problem] = []
            if text.isEmpty {
                problems.append(
                    Problem("text", vi: "Hãy ghi nội dung nhiệm vụ.", en: "Say what is to be done.")
                )
            }
            if !(1...1_000).contains(weight) {
                problems.append(
                    Problem(
                        "weight", vi: "Trọng số phải từ 1 đến 1000.",
                        en: "A weight lies between 1 and 1000."))
            }
            if let count = deadline?.count, count > Deadline.longestCount {
                problems.append(
                    Problem(
                        "deadline_count",
                        vi: "Số ngày sau mốc không quá \(Deadline.longestCount).",
                        en: "At most \(Deadline.longestCount) days after an act."))
            }
            if deadline?.kind == .after, deadline?.task == nil, deadline?.act.isEmpty ?? true {
                problems.append(
                    Problem(
                        "deadline_act", vi: "Hãy ghi việc làm mốc, hoặc mã nhiệm vụ làm mốc.",
                        en: "Say which act or task the days run from."))
            }
            return problems
        }
    }

    public var terms: Terms {
        var terms = Terms()
        terms.text = text
        terms.area = area
        terms.lead = lead
        terms.cooperating = cooperating
        terms.partners = partners
        terms.product = product
        terms.budget = budget
        terms.deadlineText = deadlineText
        terms.deadline = deadline
        terms.parent = parent
        terms.weight = weight
        terms.partRule = partRule
        return terms
    }

    /// Returns the task with other terms, its last day not yet reckoned anew.
    public func with(_ terms: Terms) -> Plan.Task {
        changed { task in
            task.text = terms.text
            task.area = terms.area
            task.lead = terms.lead
            task.cooperating = terms.cooperating
            task.partners = terms.partners.sorted()
            task.product = terms.product
            task.budget = terms.budget
            task.deadlineText = terms.deadlineText
            task.deadline = terms.deadline
            if terms.deadline == nil { task.dueOn = nil }
            task.parent = terms.parent
            task.weight = terms.weight
            task.partRule = terms.partRule
            if task.state == .open || task.state == .approach { task.state = task.restingState }
        }
    }

    /// Returns a task of the next year's plan that carries this one on.
    ///
    /// A part goes on as a part of what carries its parent on, where that was rolled over too.
    public func carriedOn(
        id: ID, plan: Plan.ID, number: Int, code: String, dueOn: Day?, under parent: ID?
    ) -> Plan.Task {
        Plan.Task(
            id: id, plan: plan, number: number, code: code, area: area, text: text, lead: lead,
            leadText: leadText, cooperating: cooperating, partners: partners, product: product,
            dueOn: dueOn, deadlineText: "", deadline: dueOn.map(Deadline.day), budget: budget,
            share: share, parent: parent, weight: weight, partRule: partRule,
            rolledFrom: self.id, decision: .accepted)
    }
}
