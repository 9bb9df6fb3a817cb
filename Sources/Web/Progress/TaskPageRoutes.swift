import Domain
import Hummingbird
import Markup
import Store

/// One task: its page, reports on it, taking it out of the plan, carrying it on.
enum TaskPageRoutes {
    static func add(to router: Routes) {
        router.get("/:year/tasks/:code", .may(.seePlans)) { _, context in try await page(context) }
        router.write("/:year/tasks/:code/progress", .may(.completeTasks), use: report)
        router.write("/:year/tasks/:code/cancellation", .may(.declarePlans), use: cancel)
        router.write("/:year/tasks/:code/parts", .may(.declarePlans), use: spread)
        router.write("/:year/tasks/:code/rollover", .may(.declarePlans), use: roll)
    }

    static func page(_ context: AppContext, typed: TaskTyped? = nil) async throws -> Response {
        let year = try context.year()
        let code = try context.segment("code")
        let asked = AskedDay(try context.day(in: year), today: context.today)
        let chosen = try context.chosenDay()
        let (language, kept, token, today) = (
            context.language, context.site.kept, context.formToken, context.today
        )
        let user = context.person?.user.id
        let builder = try await context.site.store.read { db -> TaskPageBuilder in
            let snapshot = Snapshot(
                db: db, kept: kept, year: year, day: asked.day, dayHasEnded: asked.hasEnded)
            let task = try required(code, year, db)
            guard let plan = try db.plan(task.plan) else {
                throw MissingRecord(Bilingual(vi: "kế hoạch", en: "plan"), code)
            }
            func may(_ permission: Permission, _ agency: Agency.ID?) throws -> Bool {
                guard let user else { return false }
                return try db.isGranted(permission, to: user, in: agency, on: today)
            }
            let lead = task.lead ?? plan.agency
            let log = try db.progress(of: task.id)
            let closure = try db.closure(of: task.id)
            let mayKnow = try may(.seePeople, lead)
            let due = task.dueOn ?? asked.day
            return TaskPageBuilder(
                year: year, language: language, chosen: chosen, asked: asked,
                tree: try snapshot.tree(), plan: plan, task: task,
                reckoning: try db.reckoning(of: task),
                calendar: try db.workingCalendar(
                    from: min(due, asked.day), through: max(due, asked.day)),
                parts: try db.parts(of: task.id),
                parent: try task.parent.flatMap { try db.task($0) }.map {
                    ($0.code ?? "", $0.text)
                }, log: log,
                names: mayKnow ? try db.userNames(Set(log.compactMap(\.author))) : [:],
                closure: closure,
                answers: try db.answering(task.id, on: asked.day, to: mayKnow)?[language],
                leaders: try db.answerablePosts(for: task, on: asked.day).filter(\.role.isPublic)
                    .map { try db.leaderName($0)[language] },
                closureAnswers: try closure?.answerable.flatMap {
                    try db.heldPost($0, named: mayKnow)
                }?[language],
                rolledFrom: try task.rolledFrom.flatMap { try db.codeAndYear(of: $0) },
                rolledInto: try db.rolledTask(from: task.id),
                history: try HistoryEntry.entries(of: "task", task.id.text, db, language),
                rights: TaskPageBuilder.Rights(
                    report: try may(.completeTasks, lead),
                    manage: try may(plan.parent == nil ? .managePlans : .declarePlans, plan.agency),
                    close: try may(.closeTasks, lead), assign: try may(.assignDuties, lead),
                    yearIsOver: try db.planYear(year).last <= today),
                token: token, typed: typed)
        }
        let reminders = try await context.site.store.read { db -> ReminderPart? in
            let task = try required(code, year, db)
            guard let lead = task.lead else { return nil }
            return try ReminderPart(
                .task, task.id.text, of: lead, for: user, on: today, db, language)
        }
        let evidence = try await context.evidencePart(
            of: Evidence.Subject(.task, builder.task.id.text))
        let page = taskPageView(builder.taskPage())
        return context.page(
            code, in: .tasks, refusal: typed?.refusal,
            main: "\(page)\(evidencePartView(evidence))\(reminderCard(reminders))")
    }

    static func required(_ code: String, _ year: Int, _ db: ReadableDatabase) throws -> Plan.Task {
        guard let task = try db.task(coded: code, year: year) else {
            throw MissingRecord(Bilingual(vi: "nhiệm vụ", en: "task"), code)
        }
        return task
    }

    /// Does what a form of the page asks, and shows the page again when it is refused.
    private static func change(
        _ name: String, _ form: Form, _ context: AppContext, saying done: Bilingual,
        _ action: @escaping @Sendable (WritableDatabase, Plan.Task, User.ID) throws -> Void
    ) async throws -> Response {
        let year = try context.year()
        let code = try context.segment("code")
        let user = try context.signedIn().user.id
        do {
            try await context.site.store.write { db in
                try action(db, try required(code, year, db), user)
            }
            return context.redirect(to: Paths.taskPage(year, code), saying: done)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(
                context, typed: TaskTyped(form: name, fields: form, refusal: refusal))
        }
    }

    @Sendable private static func report(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let version = form.version
        return try await change(
            "report", form, context,
            saying: Bilingual(vi: "Đã ghi báo cáo.", en: "The report is recorded.")
        ) { db, task, user in
            var problems: [Problem] = []
            _ = form.required("on", &problems)
            let on = form.day("on", &problems)
            let share = form.share("share", &problems)
            let kind = TaskProgress.Kind(rawValue: form.text("kind"))
            if kind == nil {
                problems.append(
                    Problem(
                        "kind", vi: "Hãy chọn loại báo cáo.", en: "Choose what you report."))
            }
            guard problems.isEmpty, let on, let kind else { throw InvalidInput(problems) }
            try db.recordProgress(
                on: task.id,
                TaskProgress.Content(
                    kind, on: on, share: share, note: form.text("note"),
                    product: form.text("product"), difficulty: form.text("difficulty")),
                version: version, by: user)
        }
    }

    @Sendable private static func cancel(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let version = form.version
        return try await change(
            "cancel", form, context,
            saying: Bilingual(
                vi: "Đã đưa nhiệm vụ ra khỏi kế hoạch.", en: "The task was taken out of the plan.")
        ) { db, task, user in
            var problems: [Problem] = []
            _ = form.required("on", &problems)
            let on = form.day("on", &problems)
            guard problems.isEmpty, let on else { throw InvalidInput(problems) }
            try db.cancelTask(
                task.id, on: on, because: form.text("basis"), version: version, by: user)
        }
    }

    @Sendable private static func spread(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let version = form.version
        return try await change(
            "spread", form, context,
            saying: Bilingual(
                vi: "Đã phân nhiệm vụ cho các đơn vị.", en: "The task was given to the agencies.")
        ) { db, task, user in
            let tree = try db.agencyTree(on: try db.workspace().today(db.now))
            guard let plan = try db.plan(task.plan) else {
                throw MissingRecord(Bilingual(vi: "kế hoạch", en: "plan"), task.plan.text)
            }
            var problems: [Problem] = []
            let meant = CollectiveLead(
                blocks: Agency.Block.allCases.filter { form.has("block-\($0.rawValue)") },
                bodies: tree.agencies(typed: form, "including", &problems))
            let excluded = tree.agencies(typed: form, "excluding", &problems)
            guard problems.isEmpty else { throw InvalidInput(problems) }
            try db.spreadTask(
                task.id,
                over: meant.members(in: tree, issuer: plan.agency).filter {
                    !excluded.contains($0)
                },
                by: Plan.Task.PartRule(rawValue: form.text("part_rule")) ?? .count,
                version: version, by: user)
        }
    }

    @Sendable private static func roll(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        try await change(
            "roll", form, context,
            saying: Bilingual(
                vi: "Đã chuyển nhiệm vụ sang năm sau.",
                en: "The task was rolled into the next year.")
        ) { db, task, user in
            var problems: [Problem] = []
            let due = form.day("due_on", &problems)
            guard problems.isEmpty else { throw InvalidInput(problems) }
            try db.rollTasks([task.id], dueOn: due, by: user)
        }
    }
}

extension AgencyTree {
    /// As many bodies as a field may suggest; a code may be typed all the same.
    var suggestions: [Field.Choice] {
        bodies.prefix(400).map { Field.Choice(value: $0.code, text: $0.name) }
    }

    /// The bodies whose codes were typed into a field, separated by commas or spaces.
    func agencies(typed form: Form, _ field: String, _ problems: inout [Problem]) -> [Agency.ID] {
        form.text(field).split { ",; \n\r\t".contains($0) }.compactMap { code in
            if let body = bodies(coded: String(code)).first { return body.id }
            problems.append(
                Problem(
                    field,
                    vi: "Không có cơ quan mã “\(code)”; hãy xem mã ở trang Cơ quan, đơn vị.",
                    en: "There is no agency “\(code)”; see the Agencies page."))
            return nil
        }
    }
}

extension Form {
    /// The share typed, from 0% to 100%; `nil` when the field is empty.
    func share(_ name: String, _ problems: inout [Problem]) -> Percentage? {
        guard let typed = optional(name) else { return nil }
        if let share = Percentage(typed: typed), share.basisPoints <= 10_000 { return share }
        problems.append(
            Problem(
                name, vi: "“\(typed)” không phải là tỷ lệ từ 0 đến 100; hãy ghi như 40 hoặc 37,5.",
                en: "“\(typed)” is not a share from 0 to 100; write it as 40 or 37.5."))
        return nil
    }
}
