import Domain

extension PlanReviewBuilder {
    /// One proposed target as a form.
    func proposal(_ target: Plan.Target, number: Int) -> PlanReviewPage.Proposal {
        let anchor = "target-\(target.code)"
        let path = { (things: String) in
            Paths.changed(
                Paths.planDocument(plan.id, "targets", target.code) + things,
                [("version", String(target.version))])
        }
        let edited = edited(fields(target, anchor), anchor, version: target.version)
        return PlanReviewPage.Proposal(
            anchor: anchor, number: String(number), title: target.terms.title,
            quote: target.end > target.start
                ? text.words(target.start, target.end) : target.terms.title,
            clause: Link(Plan.Clause.citation(of: target.code)[language], "#\(target.clause)"),
            state: state(target.decision), summary: summary(target),
            isOpen: typed?.anchor == anchor || target.decision == .proposed,
            path: Paths.planDocument(plan.id, "targets", target.code), fields: edited.fields,
            hidden: edited.hidden, problems: edited.problems, conflict: edited.conflict,
            split: PlanReviewPage.Step(
                path: path("/split"),
                field: Field(
                    name: "why",
                    label: words(
                        "Tách khi một câu nêu hai chỉ tiêu; bản sao đứng ngay sau để sửa.",
                        "Split where one sentence holds two targets; the copy follows for editing."),
                    idPrefix: "\(anchor)-split-")),
            reject: PlanReviewPage.Step(
                path: path("/rejection"),
                field: Field(
                    name: "reason", label: words("Lý do", "Reason"), idPrefix: "\(anchor)-reject-")),
            restorePath: target.decision == .proposed ? nil : path("/restoration"))
    }

    /// One proposed task as a form.
    func proposal(_ task: Plan.Task) -> PlanReviewPage.Proposal {
        let anchor = "task-\(task.number)"
        let base = Paths.planDocument(plan.id, "tasks", String(task.number))
        let lead = task.lead.flatMap { tree.body($0) }
        let due = task.dueOn?[language] ?? task.deadlineText
        let edited = edited(fields(task, anchor), anchor, version: task.version)
        return PlanReviewPage.Proposal(
            anchor: anchor, number: String(task.number), title: task.text.shortened(to: 110),
            quote: task.text,
            clause: Link(task.clause, "#\(task.clause)"), state: state(task.decision),
            summary: task.isApproach
                ? words("giải pháp", "approach")
                : [lead?.version.nameInSentence ?? task.leadText, due].filter { !$0.isEmpty }
                    .joined(separator: " · "),
            isOpen: typed?.anchor == anchor, path: base, fields: edited.fields,
            hidden: edited.hidden, problems: edited.problems, conflict: edited.conflict,
            split: nil,
            reject: PlanReviewPage.Step(
                path: base + "/rejection",
                field: Field(
                    name: "reason", label: words("Lý do", "Reason"), idPrefix: "\(anchor)-reject-")),
            restorePath: task.decision == .proposed ? nil : base + "/restoration")
    }

    private func fields(_ task: Plan.Task, _ anchor: String) -> [Field] {
        let hint = { (text: String) -> String? in
            text.isEmpty ? nil : words("Văn bản ghi: \(text)", "The text says: \(text)")
        }
        return [
            Field(
                name: "lead", label: TargetFields.title("lead")[language],
                kind: .suggested(agencies),
                value: task.lead.flatMap { tree.body($0)?.code } ?? "", hint: hint(task.leadText),
                idPrefix: "\(anchor)-"),
            Field(
                name: "due_on", label: TargetFields.title("due_on")[language], kind: .day,
                value: task.dueOn?.vi ?? "", hint: hint(task.deadlineText),
                idPrefix: "\(anchor)-"),
        ]
    }

    private var agencies: [Field.Choice] {
        tree.bodies.filter { $0.level != .commune && $0.level != .unit }
            .map { Field.Choice(value: $0.code, text: $0.name) }
    }

    private func summary(_ target: Plan.Target) -> String {
        let terms = target.terms
        let threshold = terms.value.map {
            "\(terms.comparator.title[language]) \($0.text(language))\(terms.unit == "%" ? "%" : " \(terms.unit)")"
        }
        return [
            terms.measure?.title[language], threshold,
            terms.lead.flatMap { tree.body($0)?.version.nameInSentence }, terms.deadline?[language],
        ].compactMap(\.self).joined(separator: " · ")
    }

    private func fields(_ target: Plan.Target, _ anchor: String) -> [Field] {
        let terms = target.terms
        func field(
            _ name: String, _ stored: String, _ kind: Field.Kind = .text, hint: String? = nil,
            wide: Bool = false
        ) -> Field {
            Field(
                name: name, label: TargetFields.title(name)[language], kind: kind, value: stored,
                hint: hint, idPrefix: "\(anchor)-", isWide: wide)
        }
        let none = Field.Choice(value: "", text: "–")
        let tiers = scopes.first { $0.id == terms.scope }?.tiers.count ?? 0
        var fields = [
            field("title", terms.title, wide: true),
            field(
                "comparator", terms.comparator.rawValue,
                .choice(
                    Comparator.allCases.map {
                        Field.Choice(value: $0.rawValue, text: $0.title[language])
                    })),
            field("value", terms.value?.text(.vi) ?? ""),
            field("unit", terms.unit),
            field(
                "measure", terms.measure?.rawValue ?? "",
                .choice(
                    [none]
                        + Measure.allCases.map {
                            Field.Choice(value: $0.rawValue, text: $0.title[language])
                        })),
            field(
                "scope", terms.scope?.text ?? "",
                .choice(
                    [none]
                        + scopes.map { scope in
                            let count = scope.members(in: tree, issuer: plan.agency).count
                            return Field.Choice(
                                value: scope.id.text, text: "\(scope.name[language]) (\(count))")
                        })),
            field("lead", terms.lead.flatMap { tree.body($0)?.code } ?? "", .suggested(agencies)),
            field("answerable", terms.answerable),
            field(
                "deadline", terms.deadline?.vi ?? "", .day,
                hint: words("Để trống: hết năm kế hoạch.", "Empty: the end of the plan year.")),
            field("deadline_source", terms.deadlineSource),
        ]
        if plan.parent != nil {
            fields.append(
                field(
                    "mirrors", target.mirrors?.text ?? "",
                    .choice(
                        [none]
                            + asked.map {
                                Field.Choice(
                                    value: $0.id.text,
                                    text: "\($0.code) \($0.terms.title.shortened(to: 100))")
                            }),
                    wide: true))
        }
        if plan.amends != nil {
            fields.append(
                field(
                    "replaces", target.replaces?.text ?? "",
                    .choice(
                        [none]
                            + replaceable.map {
                                Field.Choice(
                                    value: $0.id.text, text: "\($0.code) \($0.terms.title)")
                            }),
                    wide: true))
        }
        if tiers > 1, terms.measure == .bodiesInspected {
            fields.append(
                field(
                    "reading", terms.reading?.rawValue ?? "",
                    .oneOf(
                        [
                            Field.Choice(
                                value: "", text: words("chưa chốt", "not settled"),
                                isChosen: terms.reading == nil)
                        ]
                            + Plan.Target.Reading.allCases.map {
                                Field.Choice(
                                    value: $0.rawValue, text: $0.title[language],
                                    isChosen: terms.reading == $0)
                            }), wide: true))
            fields.append(
                field("reading_basis", terms.readingBasis, wide: true))
        }
        return fields
    }
}
