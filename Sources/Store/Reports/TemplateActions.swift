import Domain

extension ReadableDatabase {
    /// Returns the templates by number.
    public func reportTemplates() throws -> [ReportTemplate] {
        try reportTemplates(where: "1 = 1")
    }

    public func reportTemplate(numbered number: Int) throws -> ReportTemplate? {
        try reportTemplates(where: "number = \(number)").first
    }

    /// Returns the newest template for that use.
    public func reportTemplate(for use: ReportTemplate.Use) throws -> ReportTemplate {
        guard let template = try reportTemplates(where: "used_for = \(use.rawValue)").last else {
            throw ReportError.noTemplate(use)
        }
        return template
    }

    private func reportTemplates(where condition: SQL) throws -> [ReportTemplate] {
        try rows(
            """
            SELECT id, number, used_for, kind, title, subject, body, recipients, source, version,
              addressees
            FROM report_templates WHERE \(condition) ORDER BY number LIMIT 1000
            """
        ).map {
            ReportTemplate(
                id: $0.id(0), number: $0.int(1), use: $0.choice(2, .other),
                kind: $0.choice(3, .report), title: $0.text(4), subject: $0.text(5),
                body: $0.text(6), addressees: $0.text(10), recipients: $0.text(7),
                source: $0.text(8), version: $0.int(9))
        }
    }
}

extension WritableDatabase {
    /// Adds a template; its id and number are given here.
    ///
    /// - Throws: ``InvalidInput`` with every name that is not known; nothing is then written.
    @discardableResult
    public func addTemplate(_ template: ReportTemplate, by user: User.ID) throws -> ReportTemplate {
        try require(.manageTemplates, of: user)
        let problems = template.problems
        if !problems.isEmpty { throw InvalidInput(problems) }
        let added = template.taking(
            id: newID(), number: try nextNumber("template"), version: 1)
        try run(
            """
            INSERT INTO report_templates
              (id, number, used_for, kind, title, subject, body, addressees, recipients, source,
               version, recorded_at)
            VALUES (\(added.id), \(added.number), \(added.use.rawValue), \(added.kind.rawValue),
              \(added.title), \(added.subject), \(added.body), \(added.addressees), \(added.recipients),
              \(added.source), 1, \(now))
            """
        )
        try raise(.reports, year: 0)
        try journal("template.added", by: user, [Change("template", added.id.text, after: added)])
        return added
    }

    /// Changes a template; reports drawn from it keep the words they have.
    ///
    /// - Throws: ``InvalidInput``, or ``EditConflict`` when somebody was quicker.
    public func changeTemplate(_ changed: ReportTemplate, by user: User.ID) throws {
        try require(.manageTemplates, of: user)
        let name = Bilingual(vi: "Mẫu văn bản", en: "template")
        guard let old = try reportTemplate(numbered: changed.number) else {
            throw MissingRecord(Bilingual(vi: "mẫu văn bản", en: "template"), "\(changed.number)")
        }
        guard old.version == changed.version else { throw EditConflict(name) }
        let changed = changed.taking(id: old.id, number: old.number, version: old.version)
        guard changed != old else { return }
        let problems = changed.problems
        if !problems.isEmpty { throw InvalidInput(problems) }
        let count = try run(
            """
            UPDATE report_templates SET used_for = \(changed.use.rawValue),
              kind = \(changed.kind.rawValue), title = \(changed.title), subject = \(changed.subject),
              body = \(changed.body), addressees = \(changed.addressees),
              recipients = \(changed.recipients), source = \(changed.source),
              version = version + 1, recorded_at = \(now)
            WHERE id = \(old.id) AND version = \(old.version)
            """
        )
        guard count == 1 else { throw EditConflict(name) }
        try raise(.reports, year: 0)
        try journal(
            "template.changed", by: user,
            [
                Change(
                    "template", old.id.text, before: old,
                    after: changed.taking(id: old.id, number: old.number, version: old.version + 1))
            ])
    }
}
