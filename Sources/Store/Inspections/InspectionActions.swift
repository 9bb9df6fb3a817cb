import Domain

extension ReadableDatabase {
    /// Works out what a list of inspections would change; the dry run stops here.
    ///
    /// The same inspector, body and scheduled day (or the day it was held, if never scheduled) mean
    /// the same inspection.
    public func inspectionImport(_ read: ReadRows<InspectionRow>) throws -> RecordImport<Inspection> {
        var result = RecordImport<Inspection>(problems: read.problems, notices: read.notices)
        let directory = AgencyDirectory(try agencyVersions())
        var known: [String: Inspection] = [:]
        for year in try planYears(of: read.rows.compactMap { $0.row.plannedOn ?? $0.row.heldOn }) {
            try eachInspection(of: year) { known[key($0)] = $0 }
        }
        var seen: [String: Int] = [:]
        for (number, row) in read.rows {
            guard let day = row.plannedOn ?? row.heldOn else {
                result.problems.append(
                    Problem(
                        "planned_on", row: number, vi: "Hãy ghi ngày dự kiến hoặc ngày kiểm tra.",
                        en: "Give the day it is planned for or the day it was held."))
                continue
            }
            let inspector = directory.agency(coded: row.inspectorCode ?? "", on: day, field: "inspector_code")
            let body = directory.agency(coded: row.bodyCode ?? "", on: day, field: "body_code")
            guard case .found(let inspectorID) = inspector, case .found(let bodyID) = body else {
                result.problems += [inspector, body].compactMap(\.problem).map { $0.at(row: number) }
                continue
            }
            let draft = Inspection(
                id: Inspection.ID(at: now), number: 0, inspector: inspectorID, body: bodyID,
                kind: row.kind ?? (row.plannedOn == nil ? .sudden : .planned), plannedOn: row.plannedOn,
                heldOn: row.heldOn, concludedOn: row.concludedOn,
                conclusionSymbol: row.conclusionSymbol ?? "", cancelledOn: row.cancelledOn)
            if let other = seen.updateValue(number, forKey: key(draft)) {
                result.problems.append(Problem.sameRecord(as: other, field: "body_code", row: number))
                continue
            }
            let old = known[key(draft)]
            let record = old.map { draft.taking(id: $0.id, number: $0.number, version: $0.version) } ?? draft
            result.problems += record.problems.map { $0.at(row: number) }
            result.take(record, replacing: old)
        }
        return result
    }

    /// Works out what a list of self-inspections would change: one a body and scheduled day.
    public func selfInspectionImport(
        _ read: ReadRows<SelfInspectionRow>
    ) throws -> RecordImport<SelfInspection> {
        var result = RecordImport<SelfInspection>(problems: read.problems, notices: read.notices)
        let directory = AgencyDirectory(try agencyVersions())
        var known: [String: SelfInspection] = [:]
        for year in try planYears(of: read.rows.compactMap { $0.row.plannedOn ?? $0.row.heldOn }) {
            try eachSelfInspection(of: year) { known[key($0)] = $0 }
        }
        var seen: [String: Int] = [:]
        for (number, row) in read.rows {
            guard let day = row.plannedOn ?? row.heldOn else {
                result.problems.append(
                    Problem(
                        "planned_on", row: number, vi: "Hãy ghi ngày dự kiến hoặc ngày tự kiểm tra.",
                        en: "Give the day it is planned for or the day it was held."))
                continue
            }
            let body = directory.agency(coded: row.bodyCode ?? "", on: day, field: "body_code")
            guard case .found(let bodyID) = body else {
                result.problems += [body].compactMap(\.problem).map { $0.at(row: number) }
                continue
            }
            let draft = SelfInspection(
                id: SelfInspection.ID(at: now), number: 0, body: bodyID, plannedOn: row.plannedOn,
                heldOn: row.heldOn, reportSymbol: row.reportSymbol ?? "")
            if let other = seen.updateValue(number, forKey: key(draft)) {
                result.problems.append(Problem.sameRecord(as: other, field: "body_code", row: number))
                continue
            }
            let old = known[key(draft)]
            result.take(
                old.map { draft.taking(id: $0.id, number: $0.number, version: $0.version) } ?? draft,
                replacing: old)
        }
        return result
    }

    /// Works out what a list of findings would change: body, day found and words mean the same one.
    public func findingImport(_ read: ReadRows<FindingRow>) throws -> RecordImport<Finding> {
        var result = RecordImport<Finding>(problems: read.problems, notices: read.notices)
        let directory = AgencyDirectory(try agencyVersions())
        var known: [String: Finding] = [:]
        var inspections: [Int: Inspection.ID] = [:]
        for year in try planYears(of: read.rows.compactMap(\.row.foundOn)) {
            try eachFinding(of: year) { known[key($0)] = $0 }
            try eachInspection(of: year) { inspections[$0.number] = $0.id }
        }
        var seen: [String: Int] = [:]
        for (number, row) in read.rows {
            guard let text = row.text, let foundOn = row.foundOn, let dueOn = row.dueOn else { continue }
            let body = directory.agency(coded: row.bodyCode ?? "", on: foundOn, field: "body_code")
            guard case .found(let bodyID) = body else {
                result.problems += [body].compactMap(\.problem).map { $0.at(row: number) }
                continue
            }
            if let wanted = row.inspectionNumber, inspections[wanted] == nil {
                result.problems.append(
                    Problem(
                        "inspection_number", row: number,
                        vi: "Không có cuộc kiểm tra số \(wanted) trong năm; hãy xem số ở trang Kiểm tra.",
                        en: "There is no inspection \(wanted) in that year; see the Inspections page."))
                continue
            }
            let draft = Finding(
                id: Finding.ID(at: now), number: 0,
                inspection: row.inspectionNumber.flatMap { inspections[$0] }, body: bodyID, text: text,
                foundOn: foundOn, dueOn: dueOn, closedOn: row.closedOn, evidence: row.evidence ?? "")
            if let other = seen.updateValue(number, forKey: key(draft)) {
                result.problems.append(Problem.sameRecord(as: other, field: "text", row: number))
                continue
            }
            let old = known[key(draft)]
            let record = old.map { draft.taking(id: $0.id, number: $0.number, version: $0.version) } ?? draft
            result.problems += record.problems.map { $0.at(row: number) }
            result.take(record, replacing: old)
        }
        return result
    }

    private func key(_ inspection: Inspection) -> String {
        "\(inspection.inspector) \(inspection.body) \((inspection.plannedOn ?? inspection.heldOn)?.text ?? "")"
    }

    private func key(_ inspection: SelfInspection) -> String {
        "\(inspection.body) \((inspection.plannedOn ?? inspection.heldOn)?.text ?? "")"
    }

    private func key(_ finding: Finding) -> String {
        "\(finding.body) \(finding.foundOn) \(finding.text)"
    }
}

extension WritableDatabase {
    /// Takes a list of inspections into the record, all rows or none.
    public func importInspections(_ read: ReadRows<InspectionRow>, by user: User.ID) throws -> ImportSummary {
        try require(.recordInspections, of: user)
        let result = try inspectionImport(read)
        try result.requireSound()
        var changes: [Change] = []
        var years: Set<Int> = []
        for draft in result.new {
            let record = draft.taking(id: newID(), number: try nextNumber("inspection"), version: 1)
            years.insert(try insert(record))
            changes.append(Change("inspection", record.id.text, after: record))
        }
        for change in result.changed {
            years.insert(try update(change.new))
            changes.append(Change("inspection", change.new.id.text, before: change.old, after: change.new))
        }
        return try close(result.summary, "inspections.recorded", .inspections, years, changes, by: user)
    }

    /// Takes a list of self-inspections into the record, all rows or none.
    public func importSelfInspections(
        _ read: ReadRows<SelfInspectionRow>, by user: User.ID
    ) throws -> ImportSummary {
        try require(.recordInspections, of: user)
        let result = try selfInspectionImport(read)
        try result.requireSound()
        var changes: [Change] = []
        var years: Set<Int> = []
        for draft in result.new {
            let record = draft.taking(id: newID(), number: try nextNumber("self-inspection"), version: 1)
            years.insert(try insert(record))
            changes.append(Change("self-inspection", record.id.text, after: record))
        }
        for change in result.changed {
            years.insert(try update(change.new))
            changes.append(
                Change("self-inspection", change.new.id.text, before: change.old, after: change.new))
        }
        return try close(result.summary, "self-inspections.recorded", .inspections, years, changes, by: user)
    }

    /// Takes a list of findings into the record, all rows or none.
    public func importFindings(_ read: ReadRows<FindingRow>, by user: User.ID) throws -> ImportSummary {
        try require(.recordInspections, of: user)
        let result = try findingImport(read)
        try result.requireSound()
        var changes: [Change] = []
        var years: Set<Int> = []
        for draft in result.new {
            let record = draft.taking(id: newID(), number: try nextNumber("finding"), version: 1)
            years.insert(try insert(record))
            changes.append(Change("finding", record.id.text, after: record))
        }
        for change in result.changed {
            years.insert(try update(change.new))
            changes.append(Change("finding", change.new.id.text, before: change.old, after: change.new))
        }
        return try close(result.summary, "findings.recorded", .findings, years, changes, by: user)
    }

    /// Records one inspection that a person corrected in a form.
    ///
    /// - Throws: ``InvalidInput``, or ``EditConflict`` when somebody was quicker.
    public func correctInspection(_ corrected: Inspection, by user: User.ID) throws {
        try require(.recordInspections, of: user)
        guard let old = try inspection(numbered: corrected.number) else {
            throw MissingRecord(Bilingual(vi: "cuộc kiểm tra", en: "inspection"), "\(corrected.number)")
        }
        guard old.version == corrected.version else {
            throw EditConflict(Bilingual(vi: "Cuộc kiểm tra", en: "inspection"))
        }
        if !corrected.problems.isEmpty { throw InvalidInput(corrected.problems) }
        guard corrected != old else { return }
        let year = try update(corrected)
        try raise(.inspections, year: year)
        try journal(
            "inspection.corrected", by: user,
            [Change("inspection", corrected.id.text, before: old, after: corrected)])
    }

    /// Records that a finding was remedied, with its proof; or puts its other fields right.
    public func correctFinding(_ corrected: Finding, by user: User.ID) throws {
        try require(.recordInspections, of: user)
        guard let old = try finding(numbered: corrected.number) else {
            throw MissingRecord(Bilingual(vi: "vấn đề", en: "finding"), "\(corrected.number)")
        }
        guard old.version == corrected.version else {
            throw EditConflict(Bilingual(vi: "Vấn đề", en: "finding"))
        }
        if !corrected.problems.isEmpty { throw InvalidInput(corrected.problems) }
        guard corrected != old else { return }
        let year = try update(corrected)
        try raise(.findings, year: year)
        try journal(
            corrected.closedOn == nil ? "finding.corrected" : "finding.closed", by: user,
            [Change("finding", corrected.id.text, before: old, after: corrected)])
    }

    func close(
        _ summary: ImportSummary, _ action: String, _ topic: Topic, _ years: Set<Int>, _ changes: [Change],
        by user: User.ID
    ) throws -> ImportSummary {
        guard !changes.isEmpty else { return summary }
        for year in years.sorted() { try raise(topic, year: year) }
        try journal(action, by: user, changes)
        return summary
    }

    private func insert(_ record: Inspection) throws -> Int {
        let year = try planYear(containing: record.plannedOn ?? record.heldOn)
        try run(
            """
            INSERT INTO inspections
              (id, number, year, inspector_id, body_id, kind, planned_on, held_on, concluded_on,
               conclusion_symbol, cancelled_on, version, recorded_at)
            VALUES (\(record.id), \(record.number), \(year), \(record.inspector), \(record.body),
              \(record.kind.rawValue), \(record.plannedOn), \(record.heldOn), \(record.concludedOn),
              \(record.conclusionSymbol), \(record.cancelledOn), 1, \(now))
            """
        )
        return year
    }

    private func update(_ record: Inspection) throws -> Int {
        let year = try planYear(containing: record.plannedOn ?? record.heldOn)
        let changed = try run(
            """
            UPDATE inspections SET year = \(year), inspector_id = \(record.inspector),
              body_id = \(record.body), kind = \(record.kind.rawValue), planned_on = \(record.plannedOn),
              held_on = \(record.heldOn), concluded_on = \(record.concludedOn),
              conclusion_symbol = \(record.conclusionSymbol), cancelled_on = \(record.cancelledOn),
              version = version + 1, recorded_at = \(now)
            WHERE id = \(record.id) AND version = \(record.version)
            """
        )
        guard changed == 1 else { throw EditConflict(Bilingual(vi: "Cuộc kiểm tra", en: "inspection")) }
        return year
    }

    private func insert(_ record: SelfInspection) throws -> Int {
        let year = try planYear(containing: record.plannedOn ?? record.heldOn)
        try run(
            """
            INSERT INTO self_inspections
              (id, number, year, body_id, planned_on, held_on, report_symbol, version, recorded_at)
            VALUES (\(record.id), \(record.number), \(year), \(record.body), \(record.plannedOn),
              \(record.heldOn), \(record.reportSymbol), 1, \(now))
            """
        )
        return year
    }

    private func update(_ record: SelfInspection) throws -> Int {
        let year = try planYear(containing: record.plannedOn ?? record.heldOn)
        let changed = try run(
            """
            UPDATE self_inspections SET year = \(year), planned_on = \(record.plannedOn),
              held_on = \(record.heldOn), report_symbol = \(record.reportSymbol),
              version = version + 1, recorded_at = \(now)
            WHERE id = \(record.id) AND version = \(record.version)
            """
        )
        guard changed == 1 else { throw EditConflict(Bilingual(vi: "Cuộc tự kiểm tra", en: "self-inspection")) }
        return year
    }

    private func insert(_ record: Finding) throws -> Int {
        let year = try planYear(containing: record.foundOn)
        try run(
            """
            INSERT INTO findings
              (id, number, year, inspection_id, body_id, text, found_on, due_on, closed_on, evidence,
               version, recorded_at)
            VALUES (\(record.id), \(record.number), \(year), \(record.inspection), \(record.body),
              \(record.text), \(record.foundOn), \(record.dueOn), \(record.closedOn), \(record.evidence),
              1, \(now))
            """
        )
        return year
    }

    private func update(_ record: Finding) throws -> Int {
        let year = try planYear(containing: record.foundOn)
        let changed = try run(
            """
            UPDATE findings SET year = \(year), inspection_id = \(record.inspection),
              body_id = \(record.body), text = \(record.text), found_on = \(record.foundOn),
              due_on = \(record.dueOn), closed_on = \(record.closedOn), evidence = \(record.evidence),
              version = version + 1, recorded_at = \(now)
            WHERE id = \(record.id) AND version = \(record.version)
            """
        )
        guard changed == 1 else { throw EditConflict(Bilingual(vi: "Vấn đề", en: "finding")) }
        return year
    }
}
