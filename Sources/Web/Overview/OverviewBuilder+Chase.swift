import Domain

extension OverviewBuilder {
    /// What the standing office has to ask after, each line leading to the rows behind it.
    var chase: [OverviewPage.Item] {
        year.items.flatMap { item -> [OverviewPage.Item?] in
            switch item.target.terms.measure {
            case .planIssued:
                [
                    line(
                        item, .failed, "cơ quan, đơn vị chưa ban hành kế hoạch",
                        "agencies without a plan")
                ]
            case .planCompleted:
                [
                    line(
                        item, .overdue, "cơ quan, đơn vị có nhiệm vụ quá hạn",
                        "agencies with overdue tasks")
                ]
            case .selfInspected:
                [
                    line(
                        item, .overdue, "cơ quan, đơn vị lỡ lịch tự kiểm tra",
                        "agencies behind with self-inspection"),
                    line(
                        item, .failed, "cơ quan, đơn vị chưa tự kiểm tra",
                        "agencies without self-inspection"),
                ]
            case .bodiesInspected, .communesInspected:
                [
                    line(item, .overdue, "cuộc kiểm tra lỡ lịch", "inspections behind schedule"),
                    awaitingConclusion(item),
                ]
            case .findingsRemedied:
                [line(item, .overdue, "vấn đề quá hạn khắc phục", "findings overdue")]
            case .documentsInOrder:
                [line(item, .open, "văn bản QPPL chưa kiểm tra", "legal documents not checked")]
            case .commitmentsKept:
                [line(item, .overdue, "cam kết quá hạn", "commitments overdue")]
            case .milestonesReached:
                [line(item, .overdue, "mốc của chương trình quá hạn", "milestones overdue")]
            case let measure? where measure.register?.shape == .bodies:
                [
                    line(
                        item, .failed, "cơ quan, đơn vị chưa có mục nào trong sổ theo dõi",
                        "agencies with nothing on the register")
                ]
            default: []
            }
        }.compactMap(\.self)
    }

    /// What falls due in the next thirty days.
    var dueSoon: [OverviewPage.Item] {
        let horizon = year.on + 30
        var items: [(day: Day, item: OverviewPage.Item)] = []
        for task in tasks
        where task.decision == .accepted && (task.doneOn.map { $0 > year.on } ?? true) {
            guard let due = task.dueOn, due > year.on, due <= horizon else { continue }
            let lead =
                task.lead.flatMap { year.tree.body($0)?.version.nameInSentence } ?? task.leadText
            items.append(
                (
                    due,
                    entry(
                        task.text.shortened(to: 110), Paths.task(number, task.number, on: chosen),
                        due, lead)
                ))
        }
        for item in year.items {
            if let due = item.target.terms.deadline, due > year.on, due <= horizon + 20 {
                items.append(
                    (
                        due,
                        entry(
                            item.target.terms.title,
                            Paths.target(number, item.target.code, on: chosen), due,
                            leadName(item.target) ?? "")
                    ))
            }
            for row in item.standing.rows {
                guard let body = row.body else { continue }
                switch row.reason {
                case .openUntil(let due) where due <= horizon:
                    items.append(
                        (
                            due,
                            entry(
                                text(
                                    "Khắc phục vấn đề số \(row.number ?? 0)",
                                    "Remedy finding \(row.number ?? 0)"),
                                Paths.findings(number, on: chosen), due,
                                year.tree[body].version.nameInSentence)
                        ))
                case .scheduled(let day)
                where day <= horizon && item.target.terms.measure == .bodiesInspected:
                    items.append(
                        (
                            day,
                            entry(
                                text("Kiểm tra theo kế hoạch", "Planned inspection"),
                                Paths.inspections(number, on: chosen), day,
                                year.tree[body].version.nameInSentence)
                        ))
                default: continue
                }
            }
        }
        return items.sorted { $0.day < $1.day }.prefix(8).map(\.item)
    }

    private func entry(_ title: String, _ path: String, _ due: Day, _ who: String)
        -> OverviewPage.Item
    {
        let days = due - year.on
        return OverviewPage.Item(
            title: Link(title, path),
            detail: [
                who,
                text(
                    "ngày \(due.vi), còn \(Written.count(days, .vi)) ngày",
                    "\(due.en), in \(days) days"),
            ]
            .filter { !$0.isEmpty }.joined(separator: " · "))
    }

    private func line(
        _ item: YearStandings.Item, _ state: Standing.Row.State, _ vi: String, _ en: String
    ) -> OverviewPage.Item? {
        let rows = item.standing.rows.filter { $0.state == state && !$0.reason.isUndeclared }
        guard !rows.isEmpty else { return nil }
        var counts: [Int: Int] = [:]
        for row in rows { if let body = row.body { counts[body, default: 0] += 1 } }
        let several = item.target.terms.measure == .findingsRemedied
        let worst = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let shown = worst.prefix(4).map { body, count in
            year.tree[body].version.nameInSentence
                + (several ? " \(Written.count(count, language))" : "")
        }
        let rest = worst.count - shown.count
        let more =
            rest > 0 ? text(" và \(Written.count(rest, .vi)) đơn vị khác", " and \(rest) more") : ""
        let path = Paths.changed(
            Paths.target(number, item.target.code, on: chosen), [("show", "uncounted")])
        return OverviewPage.Item(
            title: Link("\(Written.count(rows.count, language)) \(text(vi, en))", path),
            detail: shown.joined(separator: ", ") + more, badge: nil)
    }

    private func awaitingConclusion(_ item: YearStandings.Item) -> OverviewPage.Item? {
        let rows = item.standing.rows.filter {
            if case .awaitingConclusion = $0.reason { true } else { false }
        }
        guard !rows.isEmpty else { return nil }
        let names = rows.compactMap(\.body).prefix(4).map { year.tree[$0].version.nameInSentence }
        return OverviewPage.Item(
            title: Link(
                "\(Written.count(rows.count, language)) \(text("cuộc kiểm tra chưa có Thông báo kết luận", "inspections without a conclusion notice"))",
                Paths.changed(
                    Paths.target(number, item.target.code, on: chosen), [("show", "uncounted")])),
            detail: names.joined(separator: ", "))
    }
}

extension Standing.Reason {
    /// Whether the row is open only because nothing was declared, which has a line of its own.
    fileprivate var isUndeclared: Bool { self == .planMissing || self == .tasksMissing }
}

extension String {
    /// The text cut at a word's end, with an ellipsis, when it is longer.
    func shortened(to limit: Int) -> String {
        guard count > limit else { return self }
        let cut = prefix(limit)
        return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + "…"
    }
}
