import Domain
import Store

/// The working calendar, areas and acts of the annex's tasks, who answers for them, and their reports.
extension SampleLoader {
    /// The year's days off and those worked in exchange, each with its source and certainty.
    func addCalendar() async throws {
        let (year, user) = (year, user)
        let read = try SampleFiles.calendar(of: year.edition)
        try await store.write(at: morning(year.period.lowerBound)) {
            _ = try $0.importCalendar(read, by: user)
        }
    }

    /// What the standing office sets of the annex's tasks once the plan is out.
    func settleTasks() async throws {
        let (year, user) = (year, user)
        let due = Dictionary(
            uniqueKeysWithValues: year.tasks.map { ($0.number, $0.dueOn) })
        let issued = try await store.read { try $0.currentPlan(of: year.year)?.issuedOn }
        try await store.write(at: morning(issued ?? year.period.lowerBound)) { db in
            for task in try annexTasks(db) {
                guard let row = task.row else { continue }
                var terms = task.task.terms
                terms.area = area(row)
                if terms.deadline?.kind == .after, let count = terms.deadline?.count,
                    let last = due[row] ?? nil
                {
                    terms.deadline = .after(
                        terms.deadline?.act ?? "", on: last - count, count: count, .calendar)
                }
                try db.correctTask(
                    task.task.id, terms, version: task.task.version, by: user)
            }
        }
    }

    /// The reform officer of each lead agency answers for its tasks, otherwise its head.
    func assignTasks() async throws {
        let (year, user) = (year, user)
        let issued = try await store.read { try $0.currentPlan(of: year.year)?.issuedOn }
        let day = issued ?? year.period.lowerBound
        try await store.write(at: morning(day)) { db in
            let posts = try db.posts(on: day, for: .system)
            var duties: [DutyChange] = []
            for task in try annexTasks(db).map(\.task) {
                let held = posts.filter { $0.agency == task.lead && task.lead != nil }
                guard
                    let post = held.first(where: { $0.role == .officer })
                        ?? held.first(where: { $0.role == .head })
                else { continue }
                duties.append(
                    DutyChange(kind: .task, record: task.id.text, was: nil, person: post.person))
            }
            try db.assignDuties(duties, from: day, by: user)
        }
    }

    /// What the plan lays on many at once is given to each of them; whose own plan it asks for has
    /// done its part once that was issued.
    func spreadTasks() async throws {
        let (year, user) = (year, user)
        let day = year.today - 45
        try await store.write(at: morning(day)) { db in
            guard let plan = try db.currentPlan(of: year.year) else { return }
            let tree = try db.agencyTree(on: day)
            let finder = AgencyFinder(tree)
            let issued = Dictionary(
                try db.agencyPlans(of: year.year).map { ($0.agency, $0) }
            ) { first, _ in first }
            for task in try db.tasks(of: plan.id) where task.lead == nil && task.canBeSpread {
                let meant = CollectiveLead(words: task.leadText, finder: finder)
                guard meant.isMany, task.code != nil else { continue }
                try db.spreadTask(
                    task.id, over: meant.members(in: tree, issuer: plan.agency), by: .count,
                    version: task.version, by: user)
                guard task.text.contains("xây dựng kế hoạch") else { continue }
                try db.recordProgress(
                    try db.parts(of: task.id).compactMap { part in
                        guard let own = part.lead.flatMap({ issued[$0] }),
                            let issuedOn = own.issuedOn
                        else { return nil }
                        return ProgressReport(
                            part.id,
                            TaskProgress.Content(
                                .done, on: issuedOn, note: "Đã ban hành kế hoạch của đơn vị.",
                                product: "\(own.type) \(own.symbol) ngày \(issuedOn.vi)"))
                    }, by: user)
            }
        }
    }

    /// Reports in the rhythm that a task has, and how far the open ones have come.
    func reportTasks() async throws {
        try await spreadTasks()
        let (year, user, today) = (year, user, year.today)
        let open = try await store.read { db in
            try annexTasks(db).map(\.task).filter { $0.state == .open }
        }
        guard let first = Day(year: year.year, month: 1, day: 1) else { return }
        var reports: [Day: [ProgressReport]] = [:]
        for task in open {
            if let rhythm = task.deadline?.rhythm {
                for period in rhythm.periods(from: first, through: today)
                where period.upperBound < today || rhythm == .weekly {
                    let day = min(max(period.upperBound - 2, period.lowerBound), today)
                    reports[day, default: []].append(
                        ProgressReport(
                            task.id,
                            TaskProgress.Content(
                                .going, on: day,
                                note: "Đã thực hiện theo định kỳ, có báo cáo kèm theo.")))
                }
            } else if task.deadline?.kind != .after || task.dueOn != nil {
                let share = 20 + task.number * 7 % 60
                reports[today - 20 - task.number % 25, default: []].append(
                    ProgressReport(
                        task.id,
                        TaskProgress.Content(
                            .going, on: today - 20 - task.number % 25,
                            share: Percentage(basisPoints: share * 100),
                            note: "Đã hoàn thành dự thảo, đang lấy ý kiến các cơ quan, đơn vị.",
                            difficulty: share < 40 ? "Chưa bố trí đủ kinh phí." : "")))
            }
        }
        for day in reports.keys.sorted() {
            let due = reports[day] ?? []
            try await store.write(at: morning(day)) { try $0.recordProgress(due, by: user) }
        }
    }

    /// The tasks of the annex in their order, each with the number printed there.
    private func annexTasks(_ db: ReadableDatabase) throws -> [(row: Int?, task: Plan.Task)] {
        guard let plan = try db.currentPlan(of: year.year) else { return [] }
        return try db.tasks(of: plan.id).filter { $0.decision == .accepted && !$0.product.isEmpty }
            .map { ($0.clause.split(separator: ".").last.flatMap { Int($0) }, $0) }
    }

    private func area(_ row: Int) -> String {
        switch row {
        case 1...7, 28...: "Chỉ đạo, điều hành"
        case 8...12: "Thể chế"
        case 13...16: "Thủ tục hành chính"
        case 17...18: "Tổ chức bộ máy"
        case 19...21: "Chế độ công vụ"
        case 22...23: "Tài chính công"
        default: "Chính quyền số"
        }
    }
}
