import Domain

extension WritableDatabase {
    /// Takes one step with a finding: notice, remedy, evidence, acceptance and the others.
    ///
    /// Who may take it is asked of the permission, and of the finding's own rule: nobody judges the
    /// remedy of their own body, nobody closes anything without evidence.
    ///
    /// - Throws: ``FindingError``, ``InvalidInput``; ``EditConflict`` when somebody was quicker.
    public func takeStep(
        _ step: Finding.Step, with number: Int, version: Int? = nil, by user: User.ID
    ) throws {
        guard let old = try finding(numbered: number), let year = try year(of: old.id) else {
            throw MissingRecord(Finding.kindName, "\(number)")
        }
        try require(step.kind, of: old, by: user)
        guard version ?? old.version == old.version else {
            throw EditConflict(Bilingual(vi: "Vấn đề", en: "finding"))
        }
        let changes = try recordStep(
            step, with: old, year, from: try standpoint(of: user, to: old), by: user)
        try raise(.findings, year: year)
        try journal(
            step.kind.action, by: user, because: step.text.isEmpty ? nil : step.text, changes)
    }

    /// Takes the step for an action that asked for permission and journals it with changes of its own.
    func recordStep(
        _ step: Finding.Step, with old: Finding, _ year: Int,
        from standpoint: Finding.Standpoint, by user: User.ID
    ) throws -> [Change] {
        let new = try old.taking(step, by: standpoint, try ground(of: step, old, year))
        guard try update(new, in: year) == 1 else {
            throw EditConflict(Bilingual(vi: "Vấn đề", en: "finding"))
        }
        let recorded = try insert(step, of: old.id, by: user)
        return [
            Change(
                "finding", old.id.text, before: old,
                after: new.with { $0.version = old.version + 1 }),
            Change("finding-step", recorded, after: step),
        ]
    }

    /// Says that a finding repeats an earlier one, or that it does not after all.
    public func linkFinding(
        _ number: Int, toEarlier earlier: Int?, version: Int, by user: User.ID
    ) throws {
        guard let old = try finding(numbered: number), let year = try year(of: old.id) else {
            throw MissingRecord(Finding.kindName, "\(number)")
        }
        try require(.recordFindings, of: user, in: old.holder)
        guard version == old.version else {
            throw EditConflict(Bilingual(vi: "Vấn đề", en: "finding"))
        }
        let target = try earlier.flatMap { try finding(numbered: $0) }
        if let earlier, target.map({ $0.number >= number }) ?? true {
            throw InvalidInput([
                Problem(
                    "repeats",
                    vi: "Không có vấn đề số \(earlier) ghi nhận trước vấn đề này.",
                    en: "There is no finding \(earlier) on record before this one.")
            ])
        }
        let new = old.with { $0.repeats = target?.id }
        guard new != old else { return }
        guard try update(new, in: year) == 1 else {
            throw EditConflict(Bilingual(vi: "Vấn đề", en: "finding"))
        }
        try raise(.findings, year: year)
        try journal(
            "finding.linked", by: user,
            [
                Change(
                    "finding", old.id.text, before: old,
                    after: new.with { $0.version = old.version + 1 })
            ])
    }

    /// Throws unless the user has the step's permission where it is asked for.
    ///
    /// What a dissolved body left is its heirs' to answer for.
    private func require(_ kind: Finding.Step.Kind, of finding: Finding, by user: User.ID) throws {
        let asked = finding.agency(for: kind)
        let today = try workspace().today(now)
        let carriers =
            asked == finding.body ? try carriers(of: asked, on: today).sorted() : [asked]
        for agency in carriers {
            if try isGranted(kind.permission, to: user, in: agency, on: today) { return }
        }
        if kind.permission != .answerFindings, try isCheck(finding, by: user) { return }
        throw PermissionError.notAllowed(kind.permission, in: asked)
    }

    private func ground(
        of step: Finding.Step, _ finding: Finding, _ year: Int
    ) throws -> Finding.Ground {
        let rules = try inspectionRules(of: year)
        let calendar = try workingCalendar(
            from: step.on, through: step.on + rules.remedyDays * 2 + 30)
        let last = try rows(
            """
            SELECT day_on FROM finding_steps WHERE finding_id = \(finding.id)
            ORDER BY number DESC LIMIT 1
            """
        ).first?.day(0)
        var isSampled = false
        if step.kind == .accepted, finding.isOwn {
            let counts = try rows(
                """
                SELECT COUNT(*), COUNT(sampled) + COUNT(checked_on) FROM findings
                WHERE year = \(year) AND source = 'selfInspection' AND closed_on IS NOT NULL
                  AND finder_id IS NOT DISTINCT FROM \(finding.finder)
                """
            ).first.map { ($0.int(0), $0.int(1)) }
            let (closed, sampled) = counts ?? (0, 0)
            isSampled = rules.samplesNext(closed: closed, sampled: sampled)
        }
        return Finding.Ground(
            today: try workspace().today(now), usualDue: rules.due(after: step.on, calendar),
            lastStepOn: [last, finding.notifiedOn, finding.closedOn].compactMap(\.self).max(),
            hasFiles: try proof(of: Evidence.Subject(.finding, finding.id.text)).files > 0,
            isSampled: isSampled)
    }

    private func insert(
        _ step: Finding.Step, of finding: Finding.ID, by user: User.ID
    ) throws -> String {
        let id: Identifier<Finding.Step> = newID()
        let last = try rows(
            "SELECT MAX(number) FROM finding_steps WHERE finding_id = \(finding)"
        ).first?.optionalInt(0)
        try run(
            """
            INSERT INTO finding_steps
              (id, finding_id, number, kind, day_on, text, document, due_on, recheck_on, author,
               recorded_at)
            VALUES (\(id), \(finding), \((last ?? 0) + 1), \(step.kind.rawValue), \(step.on),
              \(step.text), \(step.document), \(step.dueOn), \(step.recheckOn), \(user), \(now))
            """
        )
        return id.text
    }
}

extension Finding.Step.Kind {
    /// As the journal calls it.
    public var action: String {
        switch self {
        case .accepted: "finding.closed"
        default: "finding.\(rawValue)"
        }
    }
}
