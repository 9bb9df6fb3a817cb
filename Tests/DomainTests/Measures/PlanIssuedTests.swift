import Domain
import Testing

@Suite struct PlanIssuedTests {
    private let province = Province()

    private func asked(on text: String) -> Measurement {
        province.asked(.share(100, deadline: "2021-03-15"), on: text)
    }

    @Test func `191 bodies owe a plan, not 192`() {
        let asked = asked(on: "2021-03-01")
        #expect(Standing.plansIssued([], asked).denominator == 191)
        #expect(Standing.plansIssued([], asked).set.vi == "191 cơ quan, đơn vị")
    }

    @Test func `a plan issued on the last day is on time`() {
        let asked = asked(on: "2021-03-15")
        #expect(Standing.plansIssued(asked.plansOfAll(on: "2021-03-15"), asked).verdict == .kept)
    }

    @Test func `a plan issued the day after is late, and the target is missed`() {
        let asked = asked(on: "2021-03-16")
        let plans =
            asked.plansOfAll(on: "2021-03-15", but: "BD-551-7") + [
                asked.plan(of: "BD-551-7", on: "2021-03-16")
            ]
        let standing = Standing.plansIssued(plans, asked)
        #expect(standing.numerator == 191)
        #expect(standing.verdict == .broken)
    }

    @Test func `on time, late and missing stand apart`() {
        let asked = asked(on: "2021-04-15")
        let plans =
            asked.plansOfAll(on: "2021-03-15", but: "BD-551-6", "BD-551-7") + [
                asked.plan(of: "BD-551-7", on: "2021-04-14")
            ]
        #expect(Standing.plansIssued(plans, asked).apart.map(\.count) == [189, 1, 1])
    }

    @Test func `a body keeps it that issued in time, not one that issued late or not at all`() {
        let asked = asked(on: "2021-04-15")
        let plans =
            asked.plansOfAll(on: "2021-03-15", but: "BD-551-6", "BD-551-7") + [
                asked.plan(of: "BD-551-7", on: "2021-04-14")
            ]
        let kept = Standing.plansIssued(plans, asked).keptByBody
        #expect(kept.count == 191)
        #expect(kept.count { !$0.value } == 2)
        #expect(kept[asked.place("BD-551-7")] == false)
    }

    @Test func `before its day a missing plan is neither kept nor missed`() {
        #expect(Standing.plansIssued([], asked(on: "2021-02-01")).keptByBody.isEmpty)
    }

    @Test func `a late plan tells how many days`() {
        let asked = asked(on: "2021-04-15")
        let row = Standing.plansIssued([asked.plan(of: "BD-540", on: "2021-03-17")], asked).row(
            "BD-540", asked)
        #expect(row?.state == .late)
        #expect(row?.reason.text.vi == "01/KH, quá hạn 02 ngày")
    }

    @Test func `a missing plan is overdue from the day after the deadline`() {
        let row = { (text: String) in
            let asked = self.asked(on: text)
            return Standing.plansIssued([], asked).row("BD-540", asked)?.reason.text.vi
        }
        #expect(row("2021-03-14") == "chưa ban hành")
        #expect(row("2021-03-15") == "chưa ban hành khi hết hạn")
        #expect(row("2021-03-25") == "chưa ban hành, quá hạn 10 ngày")
    }

    @Test func `all issued before the deadline is đạt at once, for nothing can undo it`() {
        let asked = asked(on: "2021-02-01")
        #expect(Standing.plansIssued(asked.plansOfAll(on: "2021-01-20"), asked).verdict == .kept)
    }

    @Test func `the earliest plan of a body counts`() {
        let asked = asked(on: "2021-05-01")
        let plans = [
            asked.plan(of: "BD-540", on: "2021-04-01"), asked.plan(of: "BD-540", on: "2021-01-20"),
        ]
        #expect(Standing.plansIssued(plans, asked).row("BD-540", asked)?.state == .counted)
    }

    @Test func `a plan issued after the day asked is not there yet`() {
        let asked = asked(on: "2021-01-31")
        #expect(Standing.plansIssued(asked.plansOfAll(on: "2021-02-01"), asked).numerator == 0)
    }

    @Test func `who is missing is told by name, three and how many more`() {
        let asked = asked(on: "2021-03-31")
        let plans = asked.plansOfAll(
            on: "2021-01-20", but: "BD-540", "BD-551", "BD-551-1", "BD-551-2", "BD-551-3")
        #expect(
            Standing.plansIssued(plans, asked).missing?.vi
                == "chưa ban hành: huyện Vân Canh, xã Vân Canh 1, xã Vân Canh 2 và 02 đơn vị khác")
    }

    @Test func `after the deadline the late ones are told by name as well`() {
        let asked = asked(on: "2021-03-31")
        let plans =
            asked.plansOfAll(on: "2021-01-20", but: "BD-540", "BD-551") + [
                asked.plan(of: "BD-551", on: "2021-03-20")
            ]
        #expect(
            Standing.plansIssued(plans, asked).missing?.vi
                == "chưa ban hành: TP. Quy Nhơn; quá hạn: huyện Vân Canh")
    }

    @Test func `nothing is missing once all is there in time`() {
        let asked = asked(on: "2021-03-31")
        #expect(Standing.plansIssued(asked.plansOfAll(on: "2021-01-20"), asked).missing == nil)
    }

    @Test func `without a deadline of its own the year's last day is the deadline`() {
        let asked = province.asked(.share(100), on: "2021-12-13")
        #expect(asked.deadline == day("2021-12-14"))
        #expect(!asked.isClosed)
    }

    @Test func `the deadline's day counts until it is over`() {
        #expect(!province.asked(.share(100), on: "2021-12-14", dayHasEnded: false).isClosed)
        #expect(province.asked(.share(100), on: "2021-12-14").isClosed)
    }

    @Test func `in the morning of the last day nobody is overdue yet`() {
        let asked = province.asked(
            .share(100, deadline: "2021-03-15"), on: "2021-03-15", dayHasEnded: false)
        let standing = Standing.plansIssued(
            asked.plansOfAll(on: "2021-01-20", but: "BD-540"), asked)
        #expect(standing.verdict != .broken)
        #expect(standing.row("BD-540", asked)?.state == .open)
    }
}

extension Standing {
    /// The row about the body with that code.
    func row(_ code: String, _ asked: Measurement) -> Row? {
        rows.first { $0.body == asked.place(code) }
    }
}
