import Domain
import Testing

@Suite struct LegalStepTests {
    private let calendar = WorkingCalendar([])

    private func step(
        _ days: Int?, _ term: LegalStep.Term, _ started: String, _ done: String?,
        _ counting: LegalStep.Counting = .calendar
    ) -> LegalStep {
        var step = LegalStep("Đăng tải")
        step.days = days
        (step.term, step.counting) = (term, counting)
        step.startedOn = day(started)
        step.doneOn = done.map(day)
        return step
    }

    @Test func `a draft posted for less than ten days is short`() {
        #expect(step(10, .atLeast, "2026-03-02", "2026-03-11").state(calendar) == .short(by: 1))
        #expect(step(10, .atLeast, "2026-03-02", "2026-03-12").state(calendar) == .done)
    }

    @Test func `an answer after seven days is late`() {
        #expect(step(7, .atMost, "2026-03-02", "2026-03-10").state(calendar) == .late(by: 1))
        #expect(step(7, .atMost, "2026-03-02", "2026-03-09").state(calendar) == .done)
    }

    @Test func `working days pass over the weekend`() {
        #expect(
            step(7, .atMost, "2026-03-02", "2026-03-11", .working).state(calendar) == .done)
    }

    @Test func `a step without a day is open, one left out for a reason is waived`() {
        var one = step(7, .atMost, "2026-03-02", nil)
        #expect(one.state(calendar) == .open)
        one.waived = "Thủ tục rút gọn"
        #expect(one.state(calendar) == .waived)
    }

    @Test func `a step neither ends before it began nor is waived once done`() {
        var one = step(7, .atMost, "2026-03-02", "2026-03-01")
        one.waived = "Rút gọn"
        #expect(one.problems.map(\.field) == ["done_on", "waived"])
    }

    @Test func `an opinion that is not accepted has to be explained`() {
        var one = LegalOpinion("Sở Tài chính")
        one.taken = .explained
        #expect(one.problems.map(\.field) == ["reply"])
    }

    @Test func `procedures hold from their first day until the day on which the next begins`() {
        func codes(_ text: String) -> [String] {
            LegalProcedure.inForce(on: day(text)).map(\.code)
        }
        #expect(codes("2025-03-31") == ["2015"])
        #expect(codes("2025-04-01") == ["2025"])
        #expect(codes("2025-07-01") == ["2025", "2025-chairman", "2025-chairman-shortened"])
    }

    @Test
    func `the Chairman's drafts are posted ten days and answered in seven, three when shortened`() {
        let terms = LegalProcedure.all.suffix(2).map { $0.steps.compactMap(\.days) }
        #expect(terms == [[10, 7], [10, 3]])
    }

    @Test(arguments: LegalProcedure.all.map(\.code))
    func `a procedure's steps are written and read back`(_ code: String) throws {
        let steps = try #require(LegalProcedure.all.first { $0.code == code }).steps
        let table = LegalStepColumns.all.table(steps.map(LegalStepRow.init))
        let read = LegalStepColumns.all.read(table, blank: LegalStepRow())
        #expect(read.rows.map(\.row.step) == steps)
        #expect(read.problems == [])
    }
}
