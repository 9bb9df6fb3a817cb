import Domain

extension WritableDatabase {
    /// Opens the year's periods as they are usual; those that are there already stay as they are.
    public func openPeriods(of year: Int, by user: User.ID) throws {
        try require(.managePeriods, of: user)
        let known = Set(try periods(of: year).map(\.code))
        let new = Period.usual(in: try planYear(year)).filter { !known.contains($0.code) }
        guard !new.isEmpty else { return }
        for period in new { try insert(period) }
        try journal(
            "periods.opened", by: user, new.map { Change("period", $0.key, after: $0) })
    }

    /// Adds a period of one's own, such as a report that the province asks for beside the usual four.
    public func addPeriod(_ period: Period, by user: User.ID) throws {
        try require(.managePeriods, of: user)
        let problems = period.problems
        guard problems.isEmpty else { throw InvalidInput(problems) }
        guard try self.period(period.code, of: period.year) == nil else {
            throw InvalidInput([
                Problem(
                    "code", vi: "Năm này đã có kỳ “\(period.code)”; hãy chọn ký hiệu khác.",
                    en: "The year has a period “\(period.code)” already; choose another code.")
            ])
        }
        try insert(period)
        try journal(
            "period.added", by: user, [Change("period", period.key, after: period)])
    }

    /// Changes a period's days, name, source or lock.
    ///
    /// - Throws: ``InvalidInput``; ``EditConflict`` when somebody was quicker.
    public func changePeriod(_ period: Period, by user: User.ID) throws {
        try require(.managePeriods, of: user)
        let before = try requiredPeriod(period.code, of: period.year)
        guard before != period else { return }
        let problems = period.problems
        guard problems.isEmpty else { throw InvalidInput(problems) }
        let changed = try run(
            """
            UPDATE periods SET position = \(period.position), name_vi = \(period.name.vi),
              name_en = \(period.name.en), first_on = \(period.first), last_on = \(period.last),
              agency_last_on = \(period.agencyLast), agency_due_on = \(period.agencyDue),
              lower_due_on = \(period.lowerDue), due_on = \(period.due), source = \(period.source),
              locked_from = \(period.lock?.from), lock_reason = \(period.lock?.reason),
              version = version + 1
            WHERE year = \(period.year) AND code = \(period.code) AND version = \(period.version)
            """
        )
        guard changed == 1 else { throw EditConflict(Bilingual(vi: "Kỳ báo cáo", en: "period")) }
        let action =
            before.lock == period.lock
            ? "period.changed" : period.lock == nil ? "period.unlocked" : "period.locked"
        try journal(
            action, by: user, because: before.lock == period.lock ? nil : period.lock?.reason,
            [Change("period", period.key, before: before, after: period.raised)])
    }

    /// Takes a period away in which nothing was submitted.
    public func removePeriod(_ code: String, of year: Int, by user: User.ID) throws {
        try require(.managePeriods, of: user)
        let period = try requiredPeriod(code, of: year)
        let used = try rows(
            "SELECT id FROM submissions WHERE year = \(year) AND period = \(code) LIMIT 1")
        guard used.isEmpty else { throw SubmissionError.periodInUse }
        for table in ["submission_drafts", "lock_exceptions"] as [SQL] {
            try run("DELETE FROM \(table) WHERE year = \(year) AND period = \(code)")
        }
        try run("DELETE FROM periods WHERE year = \(year) AND code = \(code)")
        try journal("period.removed", by: user, [Change("period", period.key, before: period)])
    }

    /// Lets one agency submit in a locked period until a day, or takes that back.
    public func setLockException(
        _ exception: LockException?, for agency: Agency.ID, in code: String, of year: Int,
        by user: User.ID
    ) throws {
        try require(.managePeriods, of: user)
        let period = try requiredPeriod(code, of: year)
        let before = try lockException(of: agency, in: period)
        guard before != exception else { return }
        if let exception {
            guard exception.problems.isEmpty else { throw InvalidInput(exception.problems) }
            try run(
                """
                INSERT INTO lock_exceptions (year, period, agency_id, until_on, reason)
                VALUES (\(year), \(code), \(agency), \(exception.until), \(exception.reason))
                ON CONFLICT (year, period, agency_id) DO UPDATE SET
                  until_on = excluded.until_on, reason = excluded.reason
                """
            )
        } else {
            try run(
                """
                DELETE FROM lock_exceptions
                WHERE year = \(year) AND period = \(code) AND agency_id = \(agency)
                """
            )
        }
        try journal(
            exception == nil ? "lock-exception.ended" : "lock-exception.given", by: user,
            in: agency, because: exception?.reason,
            [
                Change(
                    "lock-exception", "\(period.key)/\(agency.text)", before: before,
                    after: exception)
            ])
    }

    /// Changes how agencies report in the year.
    public func setReportingRules(_ rules: ReportingRules, of year: Int, by user: User.ID) throws {
        try require(.managePeriods, of: user)
        guard rules.problems.isEmpty else { throw InvalidInput(rules.problems) }
        let before = try reportingRules(of: year)
        guard before != rules else { return }
        guard before.version == rules.version else {
            throw EditConflict(Bilingual(vi: "Quy định báo cáo", en: "reporting rules"))
        }
        let after = rules.versioned(rules.version + 1)
        try run(
            """
            INSERT INTO reporting_rules
              (year, levels, sender, document, timeliness, source, version)
            VALUES (\(year), \(after.levels.rawValue), \(after.sender.rawValue),
              \(after.document.rawValue), \(after.timeliness.rawValue), \(after.source),
              \(after.version))
            ON CONFLICT (year) DO UPDATE SET levels = excluded.levels, sender = excluded.sender,
              document = excluded.document, timeliness = excluded.timeliness,
              source = excluded.source, version = excluded.version
            """
        )
        try journal(
            "reporting-rules.changed", by: user,
            [
                Change(
                    "reporting-rules", String(year), before: before.version == 0 ? nil : before,
                    after: after)
            ])
    }

    private func insert(_ period: Period) throws {
        try run(
            """
            INSERT INTO periods
              (year, code, position, name_vi, name_en, first_on, last_on, agency_last_on,
               agency_due_on, lower_due_on, due_on, source, locked_from, lock_reason, version)
            VALUES (\(period.year), \(period.code), \(period.position), \(period.name.vi),
              \(period.name.en), \(period.first), \(period.last), \(period.agencyLast),
              \(period.agencyDue), \(period.lowerDue), \(period.due), \(period.source),
              \(period.lock?.from), \(period.lock?.reason), \(period.version))
            """
        )
    }
}
