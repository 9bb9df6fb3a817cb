import Domain
import Testing

@Suite struct PlanCompletedTests {
    private let province = Province(departments: 3, districts: [("540", "Thành phố Quy Nhơn", 2)])

    private func asked(on text: String, percent: Int = 100) -> Measurement {
        province.asked(.share(percent), on: text)
    }

    /// Everybody issued a plan in January; all tasks are done but those of Quy Nhơn.
    private func standing(on text: String, quyNhon: Facts.AgencyTasks?, percent: Int = 100)
        -> Standing
    {
        let asked = asked(on: text, percent: percent)
        return Standing.plansCompleted(
            asked.plansOfAll(on: "2021-01-20"),
            asked.tasksDoneByAll(on: "2021-06-01", but: "BD-540") + [quyNhon].compactMap { $0 },
            asked)
    }

    private func tasks(
        on text: String, total: Int, due: Int, dueDone: Int, done: Int, last: String? = nil
    ) -> Facts.AgencyTasks {
        asked(on: text).tasks(
            of: "BD-540", total: total, due: due, dueDone: dueDone, done: done, last: last)
    }

    @Test func `before the close nothing overdue is đang bảo đảm, never đạt`() {
        #expect(
            standing(
                on: "2021-10-15",
                quyNhon: tasks(on: "2021-10-15", total: 8, due: 5, dueDone: 5, done: 5)
            ).verdict == .holding)
    }

    @Test func `even with every task done it is final only at the close`() {
        #expect(
            standing(
                on: "2021-12-13",
                quyNhon: tasks(
                    on: "2021-12-13", total: 8, due: 8, dueDone: 8, done: 8, last: "2021-11-01")
            ).verdict == .holding)
    }

    @Test func `before the close an overdue task is a risk`() {
        #expect(
            standing(
                on: "2021-10-15",
                quyNhon: tasks(on: "2021-10-15", total: 8, due: 5, dueDone: 4, done: 4)
            ).verdict == .atRisk)
    }

    @Test func `an overdue task in one body does not endanger a threshold of 80%`() {
        #expect(
            standing(
                on: "2021-10-15",
                quyNhon: tasks(on: "2021-10-15", total: 8, due: 5, dueDone: 4, done: 4), percent: 80
            ).verdict == .holding)
    }

    @Test func `at the close every task done is đạt`() {
        #expect(
            standing(
                on: "2021-12-14",
                quyNhon: tasks(
                    on: "2021-12-14", total: 8, due: 8, dueDone: 8, done: 8, last: "2021-12-14")
            ).verdict == .kept)
    }

    @Test func `at the close one task undone is không đạt`() {
        let standing = standing(
            on: "2021-12-14",
            quyNhon: tasks(on: "2021-12-14", total: 8, due: 8, dueDone: 7, done: 7))
        #expect(standing.verdict == .broken)
        #expect(standing.missing?.vi == "không hoàn thành: TP. Quy Nhơn")
    }

    @Test func `a task without a last day keeps the plan from being completed at the close`() {
        #expect(
            standing(
                on: "2021-12-14",
                quyNhon: tasks(on: "2021-12-14", total: 8, due: 7, dueDone: 7, done: 7)
            ).verdict == .broken)
    }

    @Test func `a task done after the close does not undo it`() {
        let standing = standing(
            on: "2022-01-31",
            quyNhon: tasks(
                on: "2022-01-31", total: 8, due: 8, dueDone: 8, done: 8, last: "2021-12-20"))
        #expect(standing.verdict == .broken)
        #expect(
            standing.row("BD-540", asked(on: "2022-01-31"))?.reason.text.vi
                == "hoàn thành cả 08 nhiệm vụ, quá hạn 06 ngày")
    }

    @Test func `a plan issued after the close does not undo it, whenever its tasks were done`() {
        let asked = asked(on: "2022-01-31")
        let plans =
            asked.plansOfAll(on: "2021-01-20", but: "BD-540") + [
                asked.plan(of: "BD-540", on: "2021-12-20")
            ]
        #expect(
            Standing.plansCompleted(plans, asked.tasksDoneByAll(on: "2021-06-01"), asked).verdict
                == .broken)
    }

    @Test func `a body without a plan completed nothing`() {
        let asked = asked(on: "2021-10-15")
        let standing = Standing.plansCompleted(
            asked.plansOfAll(on: "2021-01-20", but: "BD-540"),
            asked.tasksDoneByAll(on: "2021-06-01"), asked)
        #expect(standing.row("BD-540", asked)?.reason == .planMissing)
        #expect(standing.numerator == 5)
    }

    @Test func `a plan without tasks is not a plan completed`() {
        let standing = standing(on: "2021-12-14", quyNhon: nil)
        #expect(standing.row("BD-540", asked(on: "2021-12-14"))?.reason == .tasksMissing)
        #expect(standing.verdict == .broken)
    }

    @Test func `before anybody declared a task there are no figures`() {
        let asked = asked(on: "2021-10-15")
        #expect(
            Standing.plansCompleted(asked.plansOfAll(on: "2021-01-20"), [], asked).verdict
                == .noData)
    }

    @Test func `tasks due and done stand apart`() {
        let standing = standing(
            on: "2021-10-15",
            quyNhon: tasks(on: "2021-10-15", total: 8, due: 5, dueDone: 4, done: 4))
        #expect(standing.apart.map(\.count) == [30, 29, 1, 0])
    }

    @Test func `tasks of bodies outside the scope are not counted`() {
        let asked = province.asked(.share(100), of: "departments", on: "2021-10-15")
        let tasks =
            asked.tasksDoneByAll(on: "2021-06-01") + [
                asked.tasks(of: "BD-540", total: 9, due: 9, dueDone: 0, done: 0)
            ]
        #expect(
            Standing.plansCompleted(asked.plansOfAll(on: "2021-01-20"), tasks, asked).apart.map(
                \.count) == [15, 15, 0, 0])
    }

    @Test func `the forecast says how many at most, and so does its arithmetic`() {
        let forecast = standing(
            on: "2021-10-15",
            quyNhon: tasks(on: "2021-10-15", total: 8, due: 5, dueDone: 4, done: 4)
        ).forecast
        #expect(forecast?.numerator == 5)
        #expect(forecast?.arithmetic.vi.contains("nhiều nhất 05 cơ quan") == true)
    }
}
