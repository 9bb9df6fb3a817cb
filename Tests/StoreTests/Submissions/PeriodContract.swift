import Domain
import Store
import Support
import Testing

@Suite struct PeriodContract {
    @Test(arguments: TestEngine.available)
    func `opening a year's periods twice opens them once`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.write { try $0.openPeriods(of: 2021, by: $1) }
        let seq = try await office.journalLength()
        try await office.write { try $0.openPeriods(of: 2021, by: $1) }

        #expect(try await office.journalLength() == seq)
        let periods = try await office.read { try $0.periods(of: 2021) }
        #expect(periods == Period.usual(in: .usual(2021)))
    }

    @Test(arguments: TestEngine.available)
    func `a changed period reads back and an older version is a conflict`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.reporting(engine)
        let period = try await office.period()
        let locked = period.locked(Period.Lock(from: day("2021-03-15"), reason: "đã tổng hợp"))

        try await office.write { try $0.changePeriod(locked, by: $1) }

        #expect(try await office.period() == locked.raised)
        await #expect(throws: EditConflict.self) {
            try await office.write { try $0.changePeriod(period.locked(nil), by: $1) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a lock stops sending until an exception is given, and that has an end`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.reporting(engine)
        let agency = try await office.agency("BD-540")
        let period = try await office.period()
        try await office.write {
            try $0.changePeriod(
                period.locked(Period.Lock(from: day("2021-03-15"), reason: "đã tổng hợp")), by: $1)
        }
        await #expect(throws: SubmissionError.self) {
            try await office.submit(for: agency, on: "2021-03-15")
        }
        try await office.write {
            try $0.setLockException(
                LockException(agency: agency, until: day("2021-03-17"), reason: "mất mạng"),
                for: agency, in: "q1", of: 2021, by: $1)
        }
        await #expect(throws: SubmissionError.self) {
            try await office.submit(for: agency, on: "2021-03-18")
        }
        try await office.submit(for: agency, on: "2021-03-17")
    }

    @Test(arguments: TestEngine.available)
    func `a period with reports in it is not taken away`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.reporting(engine)
        try await office.submit(for: office.agency("BD-540"))
        await #expect(throws: SubmissionError.periodInUse) {
            try await office.write { try $0.removePeriod("q1", of: 2021, by: $1) }
        }
        try await office.write { try $0.removePeriod("q3", of: 2021, by: $1) }
        #expect(try await office.read { try $0.periods(of: 2021).count } == 3)
    }

    @Test(arguments: TestEngine.available)
    func `rules of a year are the usual ones until they are changed`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        #expect(try await office.read { try $0.reportingRules(of: 2021) } == .usual)
        let rules = ReportingRules(
            levels: .levelByLevel, sender: .head, document: .expected, timeliness: .document,
            source: "24/SNV-CCHC")
        try await office.write { try $0.setReportingRules(rules, of: 2021, by: $1) }
        #expect(try await office.read { try $0.reportingRules(of: 2021) } == rules.versioned(1))
        await #expect(throws: EditConflict.self) {
            try await office.write {
                try $0.setReportingRules(.usual, of: 2021, by: $1)
            }
        }
    }
}
