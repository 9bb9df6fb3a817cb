import Domain

extension ReadableDatabase {
    /// Works out what a list of findings would change: body, day found and words mean the same one.
    public func findingImport(_ read: ReadRows<FindingRow>) throws -> RecordImport<Finding> {
        var result = RecordImport<Finding>(problems: read.problems, notices: read.notices)
        let directory = try agencyDirectory(of: read.rows.map(\.row.bodyCode))
        let inspections = try inspectionIDs(numbered: read.rows.compactMap(\.row.inspectionNumber))
        var drafts: [(row: Int, record: Finding)] = []
        for (number, row) in read.rows {
            guard let text = row.text, let foundOn = row.foundOn, let dueOn = row.dueOn else {
                continue
            }
            let body = directory.agency(coded: row.bodyCode ?? "", on: foundOn, field: "body_code")
            guard case .found(let bodyID) = body else {
                result.problems += [body].compactMap(\.problem).map { $0.at(row: number) }
                continue
            }
            let inspection = row.inspectionNumber.flatMap { inspections[$0] }
            if let wanted = row.inspectionNumber, inspection == nil {
                result.problems.append(
                    Problem(
                        "inspection_number", row: number,
                        vi: "Không có cuộc kiểm tra số \(wanted); hãy xem số ở trang Kiểm tra.",
                        en: "There is no inspection \(wanted); see the Inspections page."))
                continue
            }
            let draft = Finding(
                id: Finding.ID(at: now), number: 0, inspection: inspection, body: bodyID,
                text: text,
                foundOn: foundOn, dueOn: dueOn, closedOn: row.closedOn, evidence: row.evidence ?? ""
            )
            drafts.append((number, draft))
        }
        let calendar = try planCalendar()
        let bodies = Set(drafts.map(\.record.body))
        var known: [String: Finding] = [:]
        for year in Set(drafts.map { calendar.year(of: $0.record.day) }) {
            try eachFinding(of: year, among: bodies) { known[$0.key] = $0 }
        }
        result.take(drafts, onto: known)
        return result
    }
}

extension WritableDatabase {
    /// Takes a list of findings into the record, all rows or none.
    public func importFindings(_ read: ReadRows<FindingRow>, by user: User.ID) throws
        -> ImportSummary
    {
        try requireSomewhere(.recordFindings, of: user)
        let result = try findingImport(read)
        try result.requireSound()
        try requireFinder(of: result.records, by: user)
        return try record(
            result, as: "findings.recorded", by: user, insert: insert, update: update)
    }

    /// Records that a finding was remedied, with its proof; or puts its other fields right.
    public func correctFinding(_ corrected: Finding, by user: User.ID) throws {
        let old = try finding(numbered: corrected.number)
        try requireFinder(of: [old, corrected].compactMap(\.self), by: user)
        let isClosing = corrected.closedOn != nil && old?.closedOn == nil
        try correct(
            corrected, of: old, as: isClosing ? "finding.closed" : "finding.corrected", by: user,
            among: { try findings(of: corrected.body, year: $0) }, update: update)
    }

    /// Throws unless the user may speak for who found it: the inspector, or the bodies above.
    private func requireFinder(of findings: [Finding], by user: User.ID) throws {
        let finders = try findings.flatMap { finding -> [Agency.ID] in
            if let inspection = finding.inspection, let inspector = try inspector(of: inspection) {
                return [inspector]
            }
            let above = try agencyVersions(of: finding.body)
                .first { $0.tenure.contains(finding.foundOn) }?.parent
            return [above ?? finding.body]
        }
        try require(.recordFindings, of: user, inEach: finders)
    }

    private func insert(_ record: Finding, in year: Int) throws {
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
    }

    private func update(_ record: Finding, in year: Int) throws -> Int {
        try run(
            """
            UPDATE findings SET year = \(year), inspection_id = \(record.inspection),
              body_id = \(record.body), text = \(record.text), found_on = \(record.foundOn),
              due_on = \(record.dueOn), closed_on = \(record.closedOn), evidence = \(record.evidence),
              version = version + 1, recorded_at = \(now)
            WHERE id = \(record.id) AND version = \(record.version)
            """
        )
    }
}

extension Finding: ListedRecord {
    static var recordKind: String { "finding" }
    static var kindName: Bilingual { Bilingual(vi: "vấn đề", en: "finding") }
    static var topic: Topic { .findings }
    static var keyField: String { "text" }

    var day: Day { foundOn }
    var key: String { "\(body) \(foundOn) \(text)" }
}
