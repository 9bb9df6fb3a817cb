import Domain

extension ReadableDatabase {
    /// What tasks keep for lists, computed anew: how many were looked at, and what differs.
    func checkTasks() throws -> (count: Int, problems: [Bilingual]) {
        var (count, problems): (Int, [Bilingual]) = (0, [])
        func differs(_ code: String, _ what: String) {
            problems.append(
                Bilingual(
                    vi: "tasks \(code): \(what) không khớp với dữ liệu gốc",
                    en: "tasks \(code): \(what) does not agree with what it is kept from"))
        }
        try each(
            """
            SELECT t.id, t.code, t.text, t.lead_text, t.product, t.search_text, t.state, t.done_on,
              t.year, p.year, t.owner_id, p.agency_id
            FROM tasks t JOIN plans p ON p.id = t.plan_id
            """
        ) { row in
            count += 1
            let code = row.optionalText(1) ?? row.text(0)
            let wanted = Vietnamese.folded(
                [row.optionalText(1) ?? "", row.text(2), row.text(3), row.text(4)]
                    .joined(separator: " "))
            // Rows older than the column have none until they are next written.
            if !row.text(5).isEmpty, row.text(5) != wanted { differs(code, "search_text") }
            if (row.text(6) == "done") != (row.optionalDay(7) != nil),
                row.text(6) == "done" || row.text(6) == "open"
            {
                differs(code, "state")
            }
            if row.int(8) != row.int(9) { differs(code, "year") }
            if row.text(10) != row.text(11) { differs(code, "owner_id") }
        }
        let grounds = ReckoningGrounds(self)
        for task in try fullTasks(
            where: "t.deadline_kind IN ('after', 'rhythm', 'throughout') AND t.code IS NOT NULL")
        {
            let reckoning = try grounds.reckoning(of: task) {
                try reportDays(of: [task.id])[task.id] ?? []
            }
            if let reckoning, reckoning.day != task.dueOn { differs(task.code ?? "", "due_on") }
        }
        for parent in try fullTasks(
            where: """
                t.computed IS NOT NULL OR t.id IN (
                  SELECT c.parent_id FROM tasks c WHERE c.parent_id IS NOT NULL)
                """)
        {
            let sum = Plan.Task.sum(try parts(of: parent.id).map(\.asPart), by: parent.partRule)
            if sum.share != parent.computed { differs(parent.code ?? "", "computed") }
        }
        return (count, problems)
    }
}
