import Domain
import Store

extension RecordKind {
    /// Agencies' own plans, each declared in three fields.
    static let agencyPlans = RecordKind(
        key: "agency-plans", section: .agencyPlans,
        name: Bilingual(vi: "Kế hoạch của cơ quan, đơn vị", en: "Agencies' plans"),
        add: Bilingual(vi: "Khai kế hoạch", en: "Declare a plan"),
        sees: .seePlans, records: .declarePlans,
        columns: AgencyPlanColumns.all.map(Heading.init), topics: [.agencies, .plans],
        lines: { snapshot in
            let tree = try snapshot.tree()
            return try snapshot.db.agencyPlans(of: snapshot.year).map { plan in
                var row = AgencyPlanRow()
                row.agencyCode = tree.body(plan.agency)?.code
                row.year = plan.year
                row.symbol = plan.symbol
                row.issuedOn = plan.issuedOn
                return Line(
                    number: 0, version: plan.version,
                    cells: AgencyPlanColumns.all.map { $0.write(row) },
                    badge: nil, recordedOn: plan.issuedOn)
            }
        },
        dryRun: { db, table in
            try db.agencyPlanImport(AgencyPlanColumns.all.read(table, blank: AgencyPlanRow()))
                .summary
        },
        take: { db, table, user in
            try db.importAgencyPlans(
                AgencyPlanColumns.all.read(table, blank: AgencyPlanRow()), by: user)
        },
        correct: nil)

    /// The tasks in agencies' plans, and which are done.
    static let agencyTasks = RecordKind(
        key: "agency-tasks", section: .agencyPlans,
        name: Bilingual(
            vi: "Nhiệm vụ trong kế hoạch của cơ quan, đơn vị", en: "Tasks in agencies' plans"),
        add: Bilingual(vi: "Thêm nhiệm vụ", en: "Add a task"),
        sees: .seePlans, records: .declarePlans,
        columns: AgencyTaskColumns.all.map(Heading.init), topics: [.agencies, .plans],
        lines: { snapshot in
            let tree = try snapshot.tree()
            return try snapshot.db.agencyTasks(of: snapshot.year).map { task in
                var row = AgencyTaskRow()
                row.agencyCode = task.lead.flatMap { tree.body($0)?.code }
                row.year = snapshot.year
                row.number = task.number
                row.text = task.text
                row.dueOn = task.dueOn
                row.doneOn = task.doneOn
                let isOverdue = task.isOverdue(on: snapshot.day)
                let isDone = task.doneOn.map { $0 <= snapshot.day } ?? false
                return Line(
                    number: 0, version: 1, cells: AgencyTaskColumns.all.map { $0.write(row) },
                    badge: isDone ? .state(.counted) : isOverdue ? .state(.overdue) : .state(.open),
                    recordedOn: nil)
            }
        },
        dryRun: { db, table in
            try db.agencyTaskImport(AgencyTaskColumns.all.read(table, blank: AgencyTaskRow()))
                .summary
        },
        take: { db, table, user in
            try db.importAgencyTasks(
                AgencyTaskColumns.all.read(table, blank: AgencyTaskRow()), by: user)
        },
        correct: nil)
}
