import Domain
import Testing

@Suite struct PeriodTests {
    private let usual = Period.usual(in: .usual(2021))

    @Test func `the usual periods are those that the Ministry asks for, odd cut-offs and all`() {
        #expect(usual.map(\.code) == ["q1", "h1", "q3", "year"])
        #expect(
            usual.map(\.first.text) == ["2020-12-15", "2020-12-15", "2021-06-15", "2020-12-15"])
        #expect(usual.map(\.last.text) == ["2021-03-14", "2021-06-14", "2021-09-14", "2021-12-14"])
        #expect(usual.map(\.due.text) == ["2021-03-20", "2021-06-20", "2021-09-20", "2021-12-20"])
    }

    @Test func `agencies close before the authority and bodies below them earlier still`() {
        for period in usual {
            #expect(period.agencyLast < period.last)
            #expect(period.agencyDue < period.due)
            #expect(period.due(through: Agency.ID("district")) < period.due(through: nil))
            #expect(period.problems.isEmpty)
        }
    }

    @Test func `what no document gives has no source yet`() {
        #expect(usual.allSatisfy { $0.source.isEmpty })
    }

    @Test func `every year that can be asked for has its usual periods`() {
        for year in 1901...2199 {
            let periods = Period.usual(in: .usual(year))
            #expect(periods.allSatisfy { $0.problems.isEmpty }, "\(year)")
        }
        #expect(Period.usual(in: .usual(2026)).count == 4)
    }

    @Test func `a period stays current until the authority's own report is due`() {
        #expect(usual.current(on: day("2021-03-20"))?.code == "q1")
        #expect(usual.current(on: day("2021-03-21"))?.code == "h1")
        #expect(usual.current(on: day("2022-02-01"))?.code == "year")
        #expect([Period]().current(on: day("2021-03-20")) == nil)
    }

    @Test func `days in the wrong order are named at their fields`() throws {
        let good = try #require(usual.first)
        let wrong = Period(
            year: 2021, code: "Quý 1", position: 1, name: Bilingual(" "), first: good.first,
            last: good.first - 1, agencyLast: good.last, agencyDue: good.first,
            lowerDue: good.due, due: good.first - 1, lock: Period.Lock(from: good.due, reason: " "))
        #expect(
            wrong.problems.map(\.field) == [
                "code", "name", "last", "agency_last", "agency_due", "due", "lower_due",
                "lock_reason",
            ])
    }

    @Test func `a lock holds from its day on and names its reason`() throws {
        let period = try #require(usual.first).locked(
            Period.Lock(from: day("2021-03-15"), reason: "đã tổng hợp báo cáo tỉnh"))
        try period.requireOpen(on: day("2021-03-14"), nil)
        let refusal = #expect(throws: SubmissionError.self) {
            try period.requireOpen(on: day("2021-03-15"), nil)
        }
        #expect(refusal?.message.vi.contains("đã tổng hợp báo cáo tỉnh") == true)
    }

    @Test func `an exception from a lock has an end`() throws {
        let period = try #require(usual.first).locked(
            Period.Lock(from: day("2021-03-15"), reason: "đã tổng hợp"))
        let exception = LockException(
            agency: Agency.ID("BD-540"), until: day("2021-03-18"), reason: "bão lũ")
        try period.requireOpen(on: day("2021-03-18"), exception)
        #expect(throws: SubmissionError.self) {
            try period.requireOpen(on: day("2021-03-19"), exception)
        }
    }

    @Test func `nothing is sent before a period begins`() throws {
        let period = try #require(usual.first { $0.code == "q3" })
        #expect(throws: SubmissionError.notBegun(day("2021-06-15"))) {
            try period.requireOpen(on: day("2021-06-14"), nil)
        }
    }

    @Test func `a period is called with its year as one would say it`() {
        #expect(
            usual.map(\.ofYear.vi) == [
                "quý I năm 2021", "6 tháng đầu năm 2021", "quý III năm 2021", "năm 2021",
            ])
    }

    @Test func `a document that is not waited for decides nothing`() {
        let rules = ReportingRules(
            levels: .straight, sender: .officer, document: .notExpected, timeliness: .document)
        #expect(rules.problems.map(\.field) == ["timeliness"])
    }
}
