import Domain

/// Makes the screen on which a person goes through what the reader proposed.
struct PlanReviewBuilder {
    let plan: Plan
    let language: Language
    let token: String
    let text: PlanText
    let targets: [Plan.Target]
    let tasks: [Plan.Task]
    let queries: [DraftQuery]
    let scopes: [Scope]
    let programmes: [Programme]
    /// Targets in force of the plan that this one amends.
    let replaceable: [Plan.Target]
    /// Targets of the plan above that an agency's plan must carry out; none for the plan above itself.
    let asked: [Plan.Target]
    /// Confirmed plans that this one may amend.
    let amendable: [Plan]
    let tree: AgencyTree
    /// What was typed last into one form, when it was refused.
    let typed: (anchor: String, form: Form)?
    let refusal: (any UserFacingError)?

    func reviewPage() -> PlanReviewPage {
        let decided = targets.count { $0.decision != .proposed }
        let decidedTasks = tasks.count { $0.decision != .proposed }
        let whole = tasks.contains { $0.decision == .proposed && ($0.isApproach || $0.lead != nil) }
        return PlanReviewPage(
            language: language,
            crumbs: crumbs, title: title,
            lede: words(
                "Hệ thống đề xuất, bạn quyết định. Nguyên văn văn bản không bị sửa.",
                "Proposals only; you decide. The document's words are never changed."),
            token: token,
            steps: [
                TargetPage.Part(
                    count: "\(decided)/\(targets.count)", name: words("chỉ tiêu", "targets"),
                    path: "#proposals"),
                TargetPage.Part(
                    count: "\(decidedTasks)/\(tasks.count)", name: words("nhiệm vụ", "tasks"),
                    path: "#tasks"),
            ],
            letterhead: letterhead(plan, tree.body(plan.agency)?.name ?? ""),
            titleLines: titleLines(plan),
            clauses: text.clauses.filter { $0.end > $0.start }.map(clause), annexes: [],
            queries: queries.map { query in
                let clause = text.clauses.last { $0.start <= query.start } ?? text.clauses.first
                return PlanReviewPage.Query(
                    text: query.message[language],
                    place: Link(clause?.path ?? "", clause.map { "#\($0.path)" }))
            },
            proposals: targets.enumerated().map { proposal($0.element, number: $0.offset + 1) },
            tasks: tasks.map(proposal),
            confirmTasksPath: whole ? Paths.planDocument(plan.id, "tasks-confirmation") : nil,
            issue: issue)
    }

    func words(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var crumbs: [Link] {
        guard plan.parent != nil, let body = tree.body(plan.agency) else {
            return [Link(words("Kế hoạch", "Plans"), Paths.plans), Link(plan.symbol)]
        }
        return [
            Link(words("Kế hoạch của các đơn vị", "Agencies' plans"), Paths.agencyPlans(plan.year)),
            Link(body.name, Paths.agencyPlan(plan.year, body.code)),
            Link(words("Dự thảo", "Draft")),
        ]
    }

    private var title: String {
        guard plan.parent != nil else {
            return words("Xác nhận Kế hoạch \(plan.symbol)", "Confirm plan \(plan.symbol)")
        }
        let name = tree.body(plan.agency)?.version.nameInSentence ?? ""
        return words(
            "Kế hoạch năm \(plan.year) của \(name)", "Plan of \(plan.year): \(name)")
    }

    private func clause(_ clause: Plan.Clause) -> LivingPlanPage.Clause {
        let marks = targets.enumerated().filter {
            $0.element.decision != .rejected && $0.element.end > $0.element.start
        }
        .map { (number: $0.offset, range: $0.element.start..<$0.element.end) }
        return LivingPlanPage.Clause(
            anchor: clause.path, level: clause.level,
            segments: text.runs(of: clause, marks: marks).map { run in
                LivingPlanPage.Segment(
                    text: run.text,
                    mark: run.mark.map { mark in
                        LivingPlanPage.Segment.Mark(
                            number: mark + 1, kind: state(targets[mark].decision).kind,
                            path: "#target-\(targets[mark].code)")
                    })
            },
            notes: [])
    }

    func state(_ decision: Plan.Target.Decision) -> Badge {
        switch decision {
        case .proposed: Badge(kind: .notDue, word: words("Đề xuất", "Proposed"))
        case .accepted: Badge(kind: .kept, word: words("Đã xác nhận", "Accepted"))
        case .rejected: Badge(kind: .noData, word: words("Đã loại", "Rejected"))
        }
    }

    /// The fields of one of the page's forms, as they are to be shown.
    func edited(_ stored: [Field], _ anchor: String, version: Int) -> EditedForm {
        let isRefused = typed?.anchor == anchor
        return EditedForm(
            stored, version: version, typed: isRefused ? typed?.form : nil,
            refusal: isRefused ? refusal : nil, language)
    }

    private var issue: PlanReviewPage.Issue {
        let open = plan.problems(with: targets)
        func field(
            _ name: String, _ vi: String, _ en: String, _ stored: String, _ kind: Field.Kind = .text
        ) -> Field {
            Field(
                name: name, label: words(vi, en), kind: kind, value: stored, idPrefix: "issue-",
                isWide: name == "title")
        }
        let none = Field.Choice(value: "", text: "–")
        // What can be filled in right here does not keep the button from being pressed.
        let left = open.filter { !["symbol", "issued_on"].contains($0.field) }
        let own = [
            field("symbol", "Số, ký hiệu", "Symbol", plan.symbol),
            field("issued_on", "Ngày ban hành", "Issued on", plan.issuedOn?.vi ?? "", .day),
            field(
                "effective_on", "Ngày có hiệu lực", "In force from", plan.effectiveOn?.vi ?? "",
                .day),
            field("year", "Năm kế hoạch", "Plan year", String(plan.year), .number),
            field("signer", "Người ký", "Signer", plan.signer),
            field("title", "Trích yếu", "Title", plan.title),
        ]
        let related = [
            field(
                "programme", "Thực hiện chương trình", "Serves the programme",
                plan.programme?.text ?? "",
                .choice(
                    [none]
                        + programmes.map {
                            Field.Choice(value: $0.id.text, text: "\($0.symbol) \($0.title)")
                        })),
            field(
                "amends", "Sửa đổi, bổ sung cho", "Amends", plan.amends?.text ?? "",
                .choice(
                    [none] + amendable.map { Field.Choice(value: $0.id.text, text: $0.symbol) })
            ),
        ]
        let stored = plan.parent == nil ? own + related : own
        let edited = edited(stored, "issue", version: plan.version)
        return PlanReviewPage.Issue(
            path: Paths.planDocument(plan.id, "confirmation"),
            problems: left.map { problem in
                Link(
                    problem.message[language],
                    targets.contains { $0.code == problem.field } ? "#target-\(problem.field)" : nil
                )
            } + edited.problems.map { Link($0) },
            fields: edited.fields, hidden: edited.hidden, conflict: edited.conflict)
    }
}
