import Domain

extension ReadableDatabase {
    /// Returns the checklists of the year, by number.
    public func checklists(of year: Int) throws -> [Checklist] {
        try checklists(where: "year = \(year)")
    }

    public func checklist(_ id: Checklist.ID) throws -> Checklist? {
        try checklists(where: "id = \(id)").first
    }

    public func checklist(numbered number: Int) throws -> Checklist? {
        try checklists(where: "number = \(number)").first
    }

    private func checklists(where condition: SQL) throws -> [Checklist] {
        try rows(
            "SELECT id, number, year, name, source FROM checklists WHERE \(condition) ORDER BY number"
        ).map { row in
            let id: Checklist.ID = row.id(0)
            return Checklist(
                id: id, number: row.int(1), year: row.int(2), name: row.text(3),
                source: row.text(4),
                items: try rows(
                    """
                    SELECT area, text, ground, link_kind, link_code FROM checklist_items
                    WHERE checklist_id = \(id) ORDER BY position LIMIT 1000
                    """
                ).map {
                    item in
                    Checklist.Item(
                        area: item.text(0), text: item.text(1), ground: item.text(2),
                        link: item.optionalText(3).flatMap(Finding.Link.Kind.init).map {
                            Finding.Link($0, item.optionalText(4) ?? "")
                        })
                })
        }
    }

    /// Returns the file of the inspection; an empty one while nothing was written.
    public func inspectionFile(of id: Inspection.ID) throws -> InspectionFile {
        guard
            let row = try rows(
                """
                SELECT first_on, last_on, content, minutes, good_practice, checklist_id, version,
                  held_until_on
                FROM inspection_files WHERE inspection_id = \(id)
                """
            ).first
        else { return InspectionFile(inspection: id) }
        return InspectionFile(
            inspection: id,
            team: try rows(
                """
                SELECT name, post, role, from_on, until_on FROM inspection_members WHERE inspection_id = \(id)
                ORDER BY position LIMIT 100
                """
            ).map {
                .init(
                    $0.text(0), post: $0.text(1), role: $0.choice(2, .member),
                    fromOn: $0.optionalDay(3), untilOn: $0.optionalDay(4))
            },
            firstOn: row.optionalDay(0), lastOn: row.optionalDay(1), heldUntil: row.optionalDay(7),
            content: row.text(2),
            papers: try rows(
                """
                SELECT text, received_on FROM inspection_papers WHERE inspection_id = \(id)
                ORDER BY position LIMIT 200
                """
            ).map { .init($0.text(0), receivedOn: $0.optionalDay(1)) },
            minutes: row.text(3), goodPractice: row.text(4), checklist: row.optionalID(5),
            answers: try answers("inspection", id.text), version: row.int(6))
    }

    func answers(_ kind: String, _ record: String) throws -> [Checklist.Answer] {
        try rows(
            """
            SELECT position, mark, note FROM checklist_answers
            WHERE kind = \(kind) AND record = \(record) ORDER BY position LIMIT 1000
            """
        ).map { Checklist.Answer($0.int(0), $0.choice(1, .met), note: $0.text(2)) }
    }
}

extension WritableDatabase {
    /// Adds an edition of a checklist; what was answered by an earlier one stays with that.
    @discardableResult
    public func addChecklist(
        of year: Int, name: String, source: String, items: [Checklist.Item], by user: User.ID
    ) throws -> Checklist {
        try require(.manageInspectionRules, of: user)
        let checklist = Checklist(
            id: newID(), number: try nextNumber("checklist"), year: year, name: name,
            source: source, items: items)
        guard checklist.problems.isEmpty else { throw InvalidInput(checklist.problems) }
        try run(
            """
            INSERT INTO checklists (id, number, year, name, source, recorded_at)
            VALUES (\(checklist.id), \(checklist.number), \(year), \(name), \(source), \(now))
            """
        )
        for (place, item) in items.enumerated() {
            try run(
                """
                INSERT INTO checklist_items
                  (checklist_id, position, area, text, ground, link_kind, link_code)
                VALUES (\(checklist.id), \(place + 1), \(item.area), \(item.text), \(item.ground),
                  \(item.link?.kind.rawValue), \(item.link?.code))
                """
            )
        }
        try raise(.inspections, year: year)
        try journal(
            "checklist.added", by: user, [Change("checklist", checklist.id.text, after: checklist)])
        return checklist
    }

    /// Writes the file of an inspection: team, period, papers, minutes, good practice, answers.
    ///
    /// - Throws: ``InvalidInput``; ``EditConflict`` when somebody was quicker.
    public func saveInspectionFile(
        _ file: InspectionFile, of number: Int, by user: User.ID
    ) throws {
        guard let inspection = try inspection(numbered: number) else {
            throw MissingRecord(Inspection.kindName, "\(number)")
        }
        try require(.recordInspections, of: user, in: inspection.inspector)
        let before = try inspectionFile(of: inspection.id)
        guard before.version == file.version else {
            throw EditConflict(Bilingual(vi: "Hồ sơ kiểm tra", en: "inspection file"))
        }
        guard file != before else { return }
        let problems = file.problems(of: inspection)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        let after = file.versioned(file.version + 1)
        try run(
            """
            INSERT INTO inspection_files
              (inspection_id, first_on, last_on, content, minutes, good_practice, checklist_id, version,
               held_until_on)
            VALUES (\(inspection.id), \(after.firstOn), \(after.lastOn), \(after.content),
              \(after.minutes), \(after.goodPractice), \(after.checklist), \(after.version),
              \(after.heldUntil))
            ON CONFLICT (inspection_id) DO UPDATE SET first_on = excluded.first_on,
              last_on = excluded.last_on, content = excluded.content, minutes = excluded.minutes,
              good_practice = excluded.good_practice, checklist_id = excluded.checklist_id,
              version = excluded.version, held_until_on = excluded.held_until_on
            """
        )
        try run("DELETE FROM inspection_members WHERE inspection_id = \(inspection.id)")
        for (place, member) in after.team.enumerated() {
            try run(
                """
                INSERT INTO inspection_members
                  (inspection_id, position, name, post, role, from_on, until_on)
                VALUES (\(inspection.id), \(place + 1), \(member.name), \(member.post),
                  \(member.role.rawValue), \(member.fromOn), \(member.untilOn))
                """
            )
        }
        try run("DELETE FROM inspection_papers WHERE inspection_id = \(inspection.id)")
        for (place, paper) in after.papers.enumerated() {
            try run(
                """
                INSERT INTO inspection_papers (inspection_id, position, text, received_on)
                VALUES (\(inspection.id), \(place + 1), \(paper.text), \(paper.receivedOn))
                """
            )
        }
        try replaceAnswers(after.answers, "inspection", inspection.id.text, copied: [])
        if let year = try yearOfInspection(inspection.id) { try raise(.inspections, year: year) }
        try journal(
            "inspection.file-saved", by: user,
            [
                Change(
                    "inspection-file", inspection.id.text,
                    before: before.version == 0 ? nil : before,
                    after: after)
            ])
    }

    /// Concludes an inspection by its notice, which tells the body of what was found.
    ///
    /// Each of its findings that the body was not told of yet is notified on that day, due as the
    /// rules say.
    public func concludeInspection(
        _ number: Int, symbol: String, on day: Day, version: Int, by user: User.ID
    ) throws {
        guard let old = try inspection(numbered: number),
            let year = try yearOfInspection(old.id)
        else { throw MissingRecord(Inspection.kindName, "\(number)") }
        try require(.recordInspections, of: user, in: old.inspector)
        guard old.version == version else {
            throw EditConflict(Bilingual(vi: "Cuộc kiểm tra", en: "inspection"))
        }
        let new = Inspection(
            id: old.id, number: number, inspector: old.inspector, body: old.body, kind: old.kind,
            mode: old.mode, plannedOn: old.plannedOn, heldOn: old.heldOn, concludedOn: day,
            conclusionSymbol: symbol, cancelledOn: old.cancelledOn, version: old.version)
        var problems = new.problems
        let today = try workspace().today(now)
        if old.concludedOn != nil || old.cancelledOn != nil {
            problems.append(
                Problem(
                    "symbol", vi: "Cuộc kiểm tra số \(number) đã kết luận hoặc đã hủy.",
                    en: "Inspection \(number) is concluded or cancelled."))
        }
        if day > today {
            problems.append(
                Problem(
                    "on", vi: "Ngày \(day.vi) chưa đến.", en: "\(day.en) is still to come."))
        }
        if !problems.isEmpty { throw InvalidInput(problems) }
        guard try update(new, in: year) == 1 else {
            throw EditConflict(Bilingual(vi: "Cuộc kiểm tra", en: "inspection"))
        }
        var changes = [
            Change(
                "inspection", old.id.text, before: old,
                after: new.taking(id: old.id, number: number, version: old.version + 1))
        ]
        for finding in try findings(of: old.id) where finding.state == .found && !finding.isOwn {
            changes += try recordStep(
                Finding.Step(.notified, on: max(day, finding.foundOn), document: symbol),
                with: finding, year, from: Finding.Standpoint(isOfBody: false), by: user)
        }
        for topic in [Topic.inspections, .findings] { try raise(topic, year: year) }
        try journal("inspection.concluded", by: user, changes)
    }

    func replaceAnswers(
        _ answers: [Checklist.Answer], _ kind: String, _ record: String, copied: Set<Int>
    ) throws {
        try run("DELETE FROM checklist_answers WHERE kind = \(kind) AND record = \(record)")
        for answer in answers {
            try run(
                """
                INSERT INTO checklist_answers (kind, record, position, mark, note, copied)
                VALUES (\(kind), \(record), \(answer.position), \(answer.mark.rawValue),
                  \(answer.note), \(copied.contains(answer.position) ? "yes" : nil))
                """
            )
        }
    }
}

extension ReadableDatabase {
    func yearOfInspection(_ id: Inspection.ID) throws -> Int? {
        try rows("SELECT year FROM inspections WHERE id = \(id)").first?.int(0)
    }
}
