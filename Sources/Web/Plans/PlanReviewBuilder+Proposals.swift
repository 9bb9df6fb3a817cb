import Domain

extension PlanReviewBuilder {
    /// One proposed target as a form.
    func proposal(_ target: Plan.Target, number: Int) -> PlanReviewPage.Proposal {
        let anchor = "target-\(target.code)"
        let path = { (things: String) in
            Paths.planDocument(plan.id, "targets", target.code) + things
        }
        let isRefused = typed?.anchor == anchor
        return PlanReviewPage.Proposal(
            anchor: anchor, number: String(number), title: target.terms.title,
            quote: target.end > target.start
                ? text.words(target.start, target.end) : target.terms.title,
            clause: Link(Plan.Clause.citation(of: target.code)[language], "#\(target.clause)"),
            state: state(target.decision), summary: summary(target),
            isOpen: isRefused || target.decision == .proposed,
            path: Paths.changed(path(""), [("version", String(target.version))]),
            fields: fields(target, anchor),
            problems: isRefused ? refusedWords : [],
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
        let isRefused = typed?.anchor == anchor
        return PlanReviewPage.Proposal(
            anchor: anchor, number: String(task.number), title: task.text.shortened(to: 110),
            quote: task.text,
            clause: Link(task.clause, "#\(task.clause)"), state: state(task.decision),
            summary: task.isApproach
                ? words("giải pháp", "approach")
                : [lead?.version.nameInSentence ?? task.leadText, due].filter { !$0.isEmpty }
                    .joined(separator: " · "),
            isOpen: isRefused, path: base,
            fields: [
                Field(
                    name: "lead", label: words("Cơ quan chủ trì", "Lead agency"),
                    kind: .suggested(agencies),
                    value: value("lead", anchor, lead?.code ?? ""),
                    hint: task.leadText.isEmpty
                        ? nil
                        : words("Văn bản ghi: \(task.leadText)", "The text says: \(task.leadText)"),
                    problems: problems("lead", anchor), idPrefix: "\(anchor)-"),
                Field(
                    name: "due_on", label: words("Thời hạn", "Due on"), kind: .day,
                    value: value("due_on", anchor, task.dueOn?.vi ?? ""),
                    hint: task.deadlineText.isEmpty
                        ? nil
                        : words(
                            "Văn bản ghi: \(task.deadlineText)",
                            "The text says: \(task.deadlineText)"),
                    problems: problems("due_on", anchor), idPrefix: "\(anchor)-"),
            ],
            problems: isRefused ? refusedWords : [], split: nil,
            reject: PlanReviewPage.Step(
                path: base + "/rejection",
                field: Field(
                    name: "reason", label: words("Lý do", "Reason"), idPrefix: "\(anchor)-reject-")),
            restorePath: task.decision == .proposed ? nil : base + "/restoration")
    }

    private var refusedWords: [String] {
        guard let refusal else { return [] }
        return refusal.problems.isEmpty
            ? [refusal.message[language]] : refusal.problems.map { $0.message[language] }
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
            _ name: String, _ vi: String, _ en: String, _ stored: String,
            _ kind: Field.Kind = .text,
            hint: String? = nil, wide: Bool = false
        ) -> Field {
            Field(
                name: name, label: words(vi, en), kind: kind, value: value(name, anchor, stored),
                hint: hint,
                problems: problems(name, anchor), idPrefix: "\(anchor)-", isWide: wide)
        }
        let none = Field.Choice(value: "", text: "–")
        let tiers = scopes.first { $0.id == terms.scope }?.tiers.count ?? 0
        var fields = [
            field("title", "Tên gọn", "Short name", terms.title, wide: true),
            field(
                "comparator", "So sánh", "Comparator", terms.comparator.rawValue,
                .choice(
                    Comparator.allCases.map {
                        Field.Choice(value: $0.rawValue, text: $0.title[language])
                    })),
            field("value", "Mức phải đạt", "Threshold", terms.value?.text(.vi) ?? ""),
            field("unit", "Đơn vị", "Unit", terms.unit),
            field(
                "measure", "Phương pháp tính", "Measure", terms.measure?.rawValue ?? "",
                .choice(
                    [none]
                        + Measure.allCases.map {
                            Field.Choice(value: $0.rawValue, text: $0.title[language])
                        })),
            field(
                "scope", "Phạm vi áp dụng", "Scope", terms.scope?.text ?? "",
                .choice(
                    [none]
                        + scopes.map { scope in
                            let count = scope.members(in: tree, issuer: plan.agency).count
                            return Field.Choice(
                                value: scope.id.text, text: "\(scope.name[language]) (\(count))")
                        })),
            field(
                "lead", "Cơ quan chủ trì", "Lead agency",
                terms.lead.flatMap { tree.body($0)?.code } ?? "", .suggested(agencies)),
            field("answerable", "Người chịu trách nhiệm", "Person who answers", terms.answerable),
            field(
                "deadline", "Thời hạn", "Deadline", terms.deadline?.vi ?? "", .day,
                hint: words("Để trống: hết năm kế hoạch.", "Empty: the end of the plan year.")),
            field(
                "deadline_source", "Căn cứ của thời hạn", "Source of the deadline",
                terms.deadlineSource),
        ]
        if plan.amends != nil {
            fields.append(
                field(
                    "replaces", "Thay thế chỉ tiêu", "Takes the place of",
                    target.replaces?.text ?? "",
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
                    "reading", "Cách tính", "Reading", terms.reading?.rawValue ?? "",
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
                field(
                    "reading_basis", "Văn bản quyết định cách tính", "Document that settles it",
                    terms.readingBasis, wide: true))
        }
        return fields
    }
}
