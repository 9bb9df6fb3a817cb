import Domain
import Store

extension RecordKind {
    /// Every register there is, in the order of the navigation.
    static let registers: [RecordKind] = [
        .register(DossierCount.self, in: .dossiers),
        .register(Communication.self, in: .communications),
        .register(Initiative.self, in: .initiatives), .register(Budget.self, in: .resources),
        .register(Staffing.self, in: .resources),
        .register(OutsideIndex.self, in: .outsideResults),
        .register(Commitment.self, in: .commitments),
        .register(Milestone.self, in: .commitments),
        .register(Commendation.self, in: .ratings),
    ]

    private static func register<Line: StoredLine>(_ type: Line.Type, in section: Section)
        -> RecordKind
    {
        let register = Line.register
        return RecordKind(
            key: register.key, section: section, name: register.name, add: register.add,
            sees: .seeRegisters, records: .recordRegisters, columns: Line.columns.map(Heading.init),
            topics: [.agencies, .registers],
            lines: { snapshot in
                let tree = try snapshot.tree()
                return try snapshot.db.lines(type, of: snapshot.year).map { record in
                    var line = record.line
                    line.bodyCode = tree.body(record.body)?.code
                    return RecordKind.Line(
                        number: record.number, version: record.version,
                        cells: Line.columns.map { $0.write(line) },
                        badge: Line.comesToPass ? line.state(on: snapshot.day) : nil,
                        recordedOn: record.day, remarks: line.remarks)
                }
            },
            dryRun: { db, table in
                try db.lineImport(Line.columns.read(table, blank: Line())).summary
            },
            take: { db, table, user in
                try db.importLines(Line.columns.read(table, blank: Line()), by: user)
            },
            correct: { db, number, version, table, user in
                let read = try db.lineImport(Line.columns.read(table, blank: Line()))
                try read.requireSound()
                guard let old = try db.line(type, numbered: number) else {
                    throw MissingRecord(register.kindName, "\(number)")
                }
                guard let typed = read.only else { return }
                try db.correctLine(
                    typed.taking(id: old.id, number: number, version: version), by: user)
            }, listed: Set(Line.listed), remarks: Line.remarks,
            summary: { try RegisterSummary.summaries(of: register.key, $0, $1) })
    }
}

extension RegisterLine {
    /// How the line stands on the day, for its mark and for the list's filter.
    fileprivate func state(on day: Day) -> RecordKind.State {
        if isDone(on: day) { return .done }
        return isOverdue(on: day) ? .overdue : .open
    }
}
