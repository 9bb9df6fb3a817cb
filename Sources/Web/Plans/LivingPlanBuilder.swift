import Domain

/// Makes the finished text of a plan's page: the document, and what became of it in the margin.
struct LivingPlanBuilder {
    let plan: Plan
    let issuer: String
    let text: PlanText
    let tasks: [Plan.Task]
    let amendments: [Plan]
    let programme: Programme?
    let standings: YearStandings
    let number: Int
    let language: Language
    let chosen: Day?

    func livingPlanPage() -> LivingPlanPage {
        let accepted = tasks.filter { $0.decision == .accepted }
        let inText = accepted.filter { !$0.isInAnnex }
        let targets = ours.count
        let overdue = accepted.count { $0.isOverdue(on: standings.on) }
        return LivingPlanPage(
            language: language,
            heading: words(
                "Kế hoạch \(plan.symbol) và kết quả thực hiện đến \(standings.on.vi)",
                "Plan \(plan.symbol) and how it stands on \(standings.on.en)"),
            lede: words(
                "\(Written.count(targets, .vi)) chỉ tiêu, \(Written.count(accepted.count, .vi)) nhiệm vụ và giải pháp; \(Written.count(overdue, .vi)) nhiệm vụ quá hạn.",
                "\(targets) targets, \(accepted.count) tasks and approaches; \(overdue) tasks overdue."
            ),
            links: [Link(words("Mọi chỉ tiêu", "All targets"), Paths.overview(number, on: chosen))],
            notices: notices, letterhead: letterhead(plan, issuer), titleLines: titleLines(plan),
            clauses: text.clauses.compactMap { clause(in: $0, inText) }, annexes: annexes,
            signature: nil)
    }

    private func words(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    /// The targets of this document that are counted on the day.
    private var ours: [YearStandings.Item] { standings.items.filter { $0.target.plan == plan.id } }

    private var notices: [LivingPlanPage.Notice] {
        var notices = amendments.map { amendment in
            LivingPlanPage.Notice(
                text: words(
                    "Được sửa đổi, bổ sung bởi \(amendment.type) \(amendment.symbol) từ ngày \(amendment.inForceFrom?.vi ?? "").",
                    "Amended by \(amendment.symbol) from \(amendment.inForceFrom?.en ?? "")."),
                link: Link(words("Xem văn bản", "Read it"), Paths.planDocument(amendment.id)))
        }
        if let programme {
            notices.insert(
                LivingPlanPage.Notice(
                    text: words(
                        "Thực hiện \(programme.title) (\(programme.symbol)), \(programme.firstYear)–\(programme.lastYear).",
                        "Serves \(programme.title) (\(programme.symbol)), \(programme.firstYear)–\(programme.lastYear)."
                    )),
                at: 0)
        }
        return notices
    }

    private func clause(in clause: Plan.Clause, _ tasks: [Plan.Task]) -> LivingPlanPage.Clause? {
        guard !clause.path.isEmpty, clause.end > clause.start, !isAnnex(clause) else { return nil }
        let items = ours.enumerated().filter { $0.element.target.clause == clause.path }
        let runs = text.runs(
            of: clause,
            marks: items.map { ($0.offset, $0.element.target.start..<$0.element.target.end) })
        return LivingPlanPage.Clause(
            anchor: clause.path, level: clause.level,
            segments: runs.map { run in
                LivingPlanPage.Segment(
                    text: run.text,
                    mark: run.mark.map { mark in
                        LivingPlanPage.Segment.Mark(
                            number: mark + 1, kind: Badge.Kind(ours[mark].standing.verdict),
                            path: Paths.target(number, ours[mark].target.code, on: chosen))
                    })
            },
            notes: items.map { note($0.element, $0.offset + 1) }
                + tasks.filter { $0.clause == clause.path && !$0.isApproach }.map(note))
    }

    private func note(_ item: YearStandings.Item, _ mark: Int) -> LivingPlanPage.Note {
        LivingPlanPage.Note(
            number: mark, badge: Badge(item.standing.verdict, language),
            title: Link(
                item.standing.headline[language], Paths.target(number, item.target.code, on: chosen)
            ),
            lines: [item.standing.missing?[language].capitalisedFirst].compactMap(\.self).filter {
                !$0.isEmpty
            })
    }

    private func note(_ task: Plan.Task) -> LivingPlanPage.Note {
        LivingPlanPage.Note(
            number: nil, badge: task.badge(on: standings.on, language),
            title: Link(words("Nhiệm vụ \(task.number)", "Task \(task.number)")),
            lines: [lead(task.lead, task.lead == nil ? task.leadText : ""), due(task)].filter {
                !$0.isEmpty
            })
    }

    private func lead(_ agency: Agency.ID?, _ more: String) -> String {
        let name = agency.flatMap { standings.tree.body($0)?.version.nameInSentence } ?? ""
        let both = [name, more].filter { !$0.isEmpty }.joined(separator: " · ")
        return both.isEmpty ? "" : words("Chủ trì: \(both)", "Lead: \(both)")
    }

    private func due(_ task: Plan.Task) -> String {
        if let due = task.dueOn { return words("Hạn \(due.vi)", "Due \(due.en)") }
        return task.deadlineText.isEmpty
            ? "" : words("Thời gian: \(task.deadlineText)", "When: \(task.deadlineText)")
    }

    private func isAnnex(_ clause: Plan.Clause) -> Bool {
        tasks.contains { $0.isInAnnex && $0.clause == clause.path }
    }

    private var annexes: [LivingPlanPage.Annex] {
        let rows = tasks.filter { $0.isInAnnex && $0.decision != .rejected }
        guard !rows.isEmpty else { return [] }
        return [
            LivingPlanPage.Annex(
                heading: words("Phụ lục: nhiệm vụ", "Annex: tasks"),
                caption: words(
                    "Như văn bản đã ban hành; cột cuối là kết quả thực hiện.",
                    "As issued; the last column says how it stands."),
                headings: [
                    words("TT", "No."), words("Nhiệm vụ", "Task"), words("Sản phẩm", "Product"),
                    words("Chủ trì", "Lead"), words("Phối hợp", "Cooperating"),
                    words("Thời gian", "When"),
                    words("Kinh phí", "Budget"),
                ],
                rows: rows.map { task in
                    LivingPlanPage.Annex.Row(
                        anchor: "task-\(task.number)",
                        cells: [
                            String(task.number), task.text, task.product, task.leadText,
                            task.cooperating,
                            task.dueOn?[language] ?? task.deadlineText, task.budget,
                        ],
                        badge: task.badge(on: standings.on, language), note: nil)
                })
        ]
    }
}

extension Plan.Task {
    /// Whether it stands as a row of the annex: its path begins with the annex, or it has what only
    /// rows name, cooperating bodies or a budget.
    var isInAnnex: Bool { clause.hasPrefix("Phụ lục") || !cooperating.isEmpty || !budget.isEmpty }
}

/// The official head of a plan, made from what is on record of it.
func letterhead(_ plan: Plan, _ issuer: String) -> LivingPlanPage.Letterhead {
    let day = plan.issuedOn.map { day in
        let pad = { (value: Int, limit: Int) in value < limit ? "0\(value)" : "\(value)" }
        return "ngày \(pad(day.dayOfMonth, 10)) tháng \(pad(day.month, 3)) năm \(day.year)"
    }
    let isPlace = ["Tỉnh", "Thành phố", "Huyện", "Thị xã", "Xã", "Phường", "Thị trấn"].contains {
        issuer.hasPrefix($0 + " ")
    }
    return LivingPlanPage.Letterhead(
        issuerLines: isPlace ? ["ỦY BAN NHÂN DÂN", issuer.uppercased()] : [issuer.uppercased()],
        number: "Số: \(plan.symbol)",
        placeAndDay: [plan.place, day ?? ""].filter { !$0.isEmpty }.joined(separator: ", "))
}

func titleLines(_ plan: Plan) -> [String] {
    [plan.type.uppercased(), plan.title].filter { !$0.isEmpty }
}
