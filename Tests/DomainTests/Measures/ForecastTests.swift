import Domain
import Testing

@Suite struct ForecastTests {
    private let province = Province()

    private func standing(on text: String, done: Int, scheduled: [String] = [], slipped: Int = 0)
        -> Standing
    {
        let asked = province.asked(
            .share(30, reading: .together), of: "departments-districts", on: text)
        let bodies = province.codes(.departments).dropFirst() + province.codes(.districts)
        var facts = asked.inspections(of: bodies.prefix(done), concluded: "2021-05-20")
        for (body, planned) in zip(bodies.dropFirst(done), scheduled) {
            facts.append(asked.inspection(of: body, planned: planned))
        }
        for body in bodies.suffix(slipped) {
            facts.append(asked.inspection(of: body, planned: "2021-06-01"))
        }
        return Standing.bodiesInspected(facts, asked)
    }

    @Test func `scheduled dates come before pace`() {
        let standing = standing(on: "2021-10-15", done: 8, scheduled: ["2021-11-01", "2021-11-15"])
        #expect(standing.forecast?.numerator == 10)
        #expect(standing.verdict == .onCourse)
    }

    @Test func `the forecast shows its arithmetic`() {
        let standing = standing(on: "2021-10-15", done: 8, scheduled: ["2021-11-01"])
        #expect(
            standing.forecast?.arithmetic.vi
                == "đã có 08, theo lịch đến 14/12/2021 thêm 01, tổng cộng 09")
        #expect(standing.verdict == .atRisk)
    }

    @Test func `what is scheduled after the deadline is not counted on`() {
        #expect(
            standing(on: "2021-10-15", done: 8, scheduled: ["2021-12-14", "2021-12-15"]).forecast?
                .numerator == 9)
    }

    @Test func `what has slipped is not counted on`() {
        #expect(
            standing(on: "2021-10-15", done: 8, scheduled: ["2021-11-01"], slipped: 3).forecast?
                .numerator == 9)
    }

    @Test
    func `without a schedule the pace since the year's first day is carried on, rounded down`() {
        let standing = standing(on: "2021-10-15", done: 8)
        #expect(standing.forecast?.numerator == 9)
        #expect(
            standing.forecast?.arithmetic.vi
                == "08 trong 305 ngày; với tiến độ này, đến 14/12/2021 (365 ngày) được 09")
    }

    @Test func `pace never foretells more bodies than there are`() {
        let asked = province.asked(.share(100), of: "districts", on: "2021-06-15")
        let standing = Standing.bodiesInspected(
            asked.inspections(of: province.codes(.districts).prefix(10), concluded: "2021-05-20"),
            asked)
        #expect(standing.forecast?.numerator == 11)
    }

    @Test func `in the first tenth of the time pace says nothing`() {
        let asked = province.asked(.share(100), on: "2021-01-15")
        let standing = Standing.plansIssued([asked.plan(of: "BD-540", on: "2021-01-10")], asked)
        #expect(standing.forecast == nil)
        #expect(standing.verdict == .notDue)
    }

    @Test func `once the deadline has passed nothing is forecast`() {
        #expect(standing(on: "2021-12-14", done: 8, scheduled: ["2021-12-20"]).forecast == nil)
    }

    @Test
    func `nothing entered at all is chưa đến hạn early in the year and chưa có số liệu later`() {
        #expect(standing(on: "2021-01-10", done: 0).verdict == .notDue)
        #expect(standing(on: "2021-10-15", done: 0).verdict == .noData)
    }

    @Test func `nothing done and only slipped dates is a risk`() {
        #expect(standing(on: "2021-10-15", done: 0, slipped: 3).verdict == .atRisk)
    }

    @Test func `one held and not concluded is counted on`() {
        let asked = province.asked(
            .share(30, reading: .together), of: "departments-districts", on: "2021-10-15")
        let facts =
            asked.inspections(of: province.codes(.districts).prefix(9), concluded: "2021-05-20")
            + [asked.inspection(of: "BD-S1", held: "2021-10-10")]
        #expect(Standing.bodiesInspected(facts, asked).verdict == .onCourse)
    }
}
