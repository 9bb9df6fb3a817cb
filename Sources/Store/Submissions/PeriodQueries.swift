import Domain

extension ReadableDatabase {
    /// Returns the year's periods in order; none when none was opened.
    public func periods(of year: Int) throws -> [Period] {
        try periods(where: "year = \(year)")
    }

    /// Returns the period with that code; `nil` when there is none.
    public func period(_ code: String, of year: Int) throws -> Period? {
        try periods(where: "year = \(year) AND code = \(code)").first
    }

    /// Returns how agencies report in the year: by rules of its own, or by the usual ones.
    public func reportingRules(of year: Int) throws -> ReportingRules {
        try rows(
            """
            SELECT levels, sender, document, timeliness, source, version FROM reporting_rules
            WHERE year = \(year)
            """
        ).first.map {
            ReportingRules(
                levels: $0.choice(0, .straight), sender: $0.choice(1, .officer),
                document: $0.choice(2, .expected), timeliness: $0.choice(3, .data),
                source: $0.text(4), version: $0.int(5))
        } ?? .usual
    }

    /// Returns who may still submit in the period though it is locked.
    public func lockExceptions(in period: Period) throws -> [LockException] {
        try rows(
            """
            SELECT agency_id, until_on, reason FROM lock_exceptions
            WHERE year = \(period.year) AND period = \(period.code) ORDER BY until_on, agency_id
            LIMIT 5000
            """
        ).map { LockException(agency: $0.id(0), until: $0.day(1), reason: $0.text(2)) }
    }

    func lockException(of agency: Agency.ID, in period: Period) throws -> LockException? {
        try rows(
            """
            SELECT agency_id, until_on, reason FROM lock_exceptions
            WHERE year = \(period.year) AND period = \(period.code) AND agency_id = \(agency)
            """
        ).first.map { LockException(agency: $0.id(0), until: $0.day(1), reason: $0.text(2)) }
    }

    func requiredPeriod(_ code: String, of year: Int) throws -> Period {
        guard let period = try period(code, of: year) else {
            throw MissingRecord(Bilingual(vi: "kỳ báo cáo", en: "period"), "\(code) \(year)")
        }
        return period
    }

    private func periods(where condition: SQL) throws -> [Period] {
        try rows(
            """
            SELECT year, code, position, name_vi, name_en, first_on, last_on, agency_last_on,
              agency_due_on, lower_due_on, due_on, source, locked_from, lock_reason, version
            FROM periods WHERE \(condition) ORDER BY year, position, code LIMIT 1000
            """
        ).map { row in
            Period(
                year: row.int(0), code: row.text(1), position: row.int(2),
                name: Bilingual(vi: row.text(3), en: row.text(4)), first: row.day(5),
                last: row.day(6), agencyLast: row.day(7), agencyDue: row.day(8),
                lowerDue: row.optionalDay(9), due: row.day(10), source: row.text(11),
                lock: row.optionalDay(12).map {
                    Period.Lock(from: $0, reason: row.optionalText(13) ?? "")
                },
                version: row.int(14))
        }
    }
}
