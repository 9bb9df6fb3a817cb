import Domain
import Store

extension RecordKind {
    static let coordinatedProcedures = RecordKind(
        key: "coordination", section: .coordination,
        name: Bilingual(vi: "Thủ tục qua nhiều cơ quan", en: "Shared procedures"),
        add: Bilingual(vi: "Thêm thủ tục", en: "Add a procedure"),
        sees: .seeCoordination, records: .recordCoordination,
        columns: CoordinatedProcedureColumns.all.map(Heading.init),
        topics: [.agencies, .coordination, .plans],
        lines: { snapshot in
            let tree = try snapshot.tree()
            let review = try snapshot.coordination()
            let tasks = Dictionary(
                grouping: try snapshot.db.coordinationTasks(), by: \.procedure)
            return review.procedures.map { procedure in
                let mine = tasks[procedure.id] ?? []
                return Line(
                    number: procedure.number, version: procedure.version,
                    cells: CoordinatedProcedureColumns.all.map {
                        $0.write(CoordinatedProcedureRow(procedure, tree))
                    },
                    badge: procedure.state(mine, on: snapshot.day),
                    recordedOn: procedure.listedOn,
                    remarks: [
                        Bilingual(procedure.doer.flatMap { tree.body($0)?.name } ?? ""),
                        review.points(on: procedure).map(\.kind.title).joined("; "),
                    ])
            }
        },
        dryRun: { db, table in
            try db.coordinatedProcedureImport(
                CoordinatedProcedureColumns.all.read(table, blank: CoordinatedProcedureRow())
            ).summary
        },
        take: { db, table, user in
            try db.importCoordinatedProcedures(
                CoordinatedProcedureColumns.all.read(table, blank: CoordinatedProcedureRow()),
                by: user)
        },
        correct: { db, number, version, table, user in
            let read = try db.coordinatedProcedureImport(
                CoordinatedProcedureColumns.all.read(table, blank: CoordinatedProcedureRow()))
            // A changed code means another procedure to a list, and this one to its own form.
            try read.requireSound()
            guard let old = try db.coordinatedProcedure(numbered: number) else {
                throw MissingRecord(Bilingual(vi: "thủ tục", en: "procedure"), "\(number)")
            }
            guard let typed = read.only else { return }
            try db.correctCoordinatedProcedure(
                typed.taking(id: old.id, number: number, version: version), by: user)
        }, hasOwnPages: true,
        listed: [
            "code", "name", "field", "body_code", "has_regulation", "has_process", "need",
            "due_on",
        ],
        remarks: [
            Bilingual(vi: "Thực hiện", en: "By whom"),
            Bilingual(vi: "Cần lưu ý", en: "To look at"),
        ],
        summary: { try [CoordinationSummary.byField($0, $1)] })

    static let coordinationRegulations = RecordKind(
        key: "coordination-regulations", section: .coordination,
        name: Bilingual(vi: "Quy chế phối hợp", en: "Coordination regulations"),
        add: Bilingual(vi: "Thêm quy chế", en: "Add a regulation"),
        sees: .seeCoordination, records: .recordCoordination,
        columns: CoordinationRegulationColumns.all.map(Heading.init),
        topics: [.agencies, .coordination],
        lines: { snapshot in
            let tree = try snapshot.tree()
            let review = try snapshot.coordination()
            return review.regulations.map { regulation in
                let points =
                    (review.isInForce(regulation) ? review.points(on: regulation) : [])
                    + review.procedures.flatMap(review.points(on:)).filter {
                        $0.regulations.contains(regulation.number)
                    }
                var titles: [Bilingual] = []
                for point in points where !titles.contains(point.kind.title) {
                    titles.append(point.kind.title)
                }
                return Line(
                    number: regulation.number, version: regulation.version,
                    cells: CoordinationRegulationColumns.all.map {
                        $0.write(CoordinationRegulationRow(regulation, tree))
                    },
                    badge: nil, recordedOn: regulation.signedOn,
                    remarks: [
                        regulation.effect(review).title, regulation.totalDays.title,
                        titles.joined("; "),
                    ])
            }
        },
        dryRun: { db, table in
            try db.coordinationRegulationImport(
                CoordinationRegulationColumns.all.read(table, blank: CoordinationRegulationRow())
            ).summary
        },
        take: { db, table, user in
            try db.importCoordinationRegulations(
                CoordinationRegulationColumns.all.read(table, blank: CoordinationRegulationRow()),
                by: user)
        },
        correct: { db, number, version, table, user in
            let read = try db.coordinationRegulationImport(
                CoordinationRegulationColumns.all.read(table, blank: CoordinationRegulationRow()))
            try read.requireSound()
            guard let old = try db.coordinationRegulation(numbered: number) else {
                throw MissingRecord(Bilingual(vi: "quy chế", en: "regulation"), "\(number)")
            }
            guard let typed = read.only else { return }
            try db.correctCoordinationRegulation(
                typed.taking(id: old.id, number: number, version: version), by: user)
        }, hasOwnPages: true,
        listed: ["symbol", "title", "issuer_code", "in_force_on", "review_on"],
        remarks: [
            Bilingual(vi: "Hiệu lực", en: "Effect"), Bilingual(vi: "Tổng thời gian", en: "In all"),
            Bilingual(vi: "Cần lưu ý", en: "To look at"),
        ])
}

extension Snapshot {
    /// Every procedure and regulation as they fit on the snapshot's day.
    func coordination() throws -> CoordinationReview {
        CoordinationReview(
            try db.coordinatedProcedures(), try db.coordinationRegulations(), on: day)
    }
}

extension CoordinatedProcedure {
    /// Whether everything is there, something is owed, or its last day has passed.
    func state(_ tasks: [CoordinationTask], on day: Day) -> RecordKind.State? {
        if hasRegulation == .yes, hasProcess == .yes, need == nil { return .done }
        let open = tasks.filter { $0.doneOn.map { $0 > day } ?? true }
        if !tasks.isEmpty, open.isEmpty { return .done }
        guard need != nil else { return .open }
        return dueOn.map { $0 < day } ?? false ? .overdue : .open
    }
}

extension CoordinationRegulation {
    /// Where it stands on the day of the review.
    func effect(_ review: CoordinationReview) -> EffectState {
        if review.isInForce(self) { return .inForce }
        return inForceOn > review.day ? .pending : .expired
    }
}

extension CoordinatedProcedureRow {
    init(_ procedure: CoordinatedProcedure, _ tree: AgencyTree) {
        self.init()
        code = procedure.code
        name = procedure.name
        field = procedure.field
        bodyCode = tree.body(procedure.body)?.code
        limit = procedure.limit
        hasRegulation = procedure.hasRegulation
        hasProcess = procedure.hasProcess
        processSymbol = procedure.processSymbol
        need = procedure.need
        needOf = procedure.needOf
        doerCode = procedure.doer.flatMap { tree.body($0)?.code }
        dueOn = procedure.dueOn
        listedOn = procedure.listedOn
        note = procedure.note
    }
}

extension CoordinationRegulationRow {
    init(_ regulation: CoordinationRegulation, _ tree: AgencyTree) {
        self.init()
        issuerCode = tree.body(regulation.issuer)?.code
        symbol = regulation.symbol
        title = regulation.title
        signedOn = regulation.signedOn
        inForceOn = regulation.inForceOn
        endedOn = regulation.endedOn
        replaces = regulation.replaces
        reviewOn = regulation.reviewOn
        procedures = regulation.procedures.joined(separator: "; ")
        steps = regulation.steps
    }
}
