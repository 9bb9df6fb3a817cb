import Domain
import Testing

/// "?on=" asks what had happened by the end of that day, as far as we know now.
@Suite struct DatedTests {
    private let province = Province()

    @Test func `a day in the past shows the past`() {
        let counts = ["2021-01-31", "2021-02-28", "2021-03-31"].map { text in
            let asked = province.asked(.share(100), on: text)
            return Standing.plansIssued(
                [
                    asked.plan(of: "BD-540", on: "2021-01-20"),
                    asked.plan(of: "BD-551", on: "2021-02-20"),
                ], asked
            ).numerator
        }
        #expect(counts == [1, 2, 2])
    }

    @Test func `what was entered later counts all the same, and is marked`() {
        let asked = province.asked(.share(100), on: "2021-01-31")
        let standing = Standing.plansIssued(
            [asked.plan(of: "BD-540", on: "2021-01-20", recorded: "2021-03-05")], asked)
        #expect(standing.numerator == 1)
        #expect(standing.recordedLater == 1)
    }

    @Test func `what was entered on the very day is not marked`() {
        let asked = province.asked(.share(100), on: "2021-01-31")
        #expect(
            Standing.plansIssued(
                [asked.plan(of: "BD-540", on: "2021-01-20", recorded: "2021-01-31")], asked
            ).recordedLater == 0)
    }

    @Test func `inspections entered later are marked`() {
        let asked = province.asked(.share(30), of: "districts", on: "2021-06-30")
        let standing = Standing.bodiesInspected(
            [asked.inspection(of: "BD-540", concluded: "2021-05-20", recorded: "2021-08-01")], asked
        )
        #expect(standing.row("BD-540", asked)?.isRecordedLater == true)
    }

    @Test func `the months run from the year's first to the day asked`() {
        let asked = province.asked(.share(100), on: "2021-03-10")
        let months = Standing.plansIssued(
            [
                asked.plan(of: "BD-540", on: "2021-01-20"),
                asked.plan(of: "BD-551", on: "2021-02-20"),
            ], asked
        ).months
        #expect(months.map(\.day.text) == ["2020-12-31", "2021-01-31", "2021-02-28", "2021-03-10"])
        #expect(months.map(\.numerator) == [0, 1, 2, 2])
    }

    @Test func `the last month ends with the PAR year`() {
        let months = Standing.plansIssued([], province.asked(.share(100), on: "2022-03-10")).months
        #expect(months.last?.day == day("2021-12-14"))
        #expect(months.count == 13)
    }

    @Test func `the year keeps its bodies: what merges later does not change it`() {
        #expect(Measurement.treeDay(on: day("2026-10-15"), period: year2021) == day("2021-12-14"))
        #expect(Measurement.treeDay(on: day("2021-06-01"), period: year2021) == day("2021-06-01"))
    }
}

/// A commune merges into another on 01/7/2021 (made up): the denominator follows from that day on.
@Suite struct MergedDenominatorTests {
    private var province: Province {
        var province = Province()
        province.versions = province.versions.map {
            $0.code == "BD-551-7" ? $0.ending(on: day("2021-07-01")) : $0
        }
        return province
    }

    @Test func `191 bodies before the merger, 190 from its day on`() {
        #expect(
            Standing.plansIssued([], province.asked(.share(100), on: "2021-06-30")).denominator
                == 191)
        #expect(
            Standing.plansIssued([], province.asked(.share(100), on: "2021-07-01")).denominator
                == 190)
    }

    @Test func `the quota of its district is taken over those that are left`() {
        let needed = { (text: String) in
            let asked = self.province.asked(.share(30), of: "communes", on: text)
            return Standing.communesInspected([], asked).parts.first {
                $0.body == asked.place("BD-551")
            }?.needed
        }
        #expect(needed("2021-06-30") == 3)
        #expect(needed("2021-07-01") == 2)
    }

    @Test func `the formula says on which day the bodies existed`() {
        let formula = Standing.plansIssued([], province.asked(.share(100), on: "2021-07-01"))
            .formula
        #expect(formula.vi.contains("tồn tại ngày 01/07/2021 = 0 ÷ 190 = 0%"))
    }
}

/// Empty, zero, not applicable and not yet due are four different things.
@Suite struct ZeroTests {
    private let nobody = Province(departments: 0, districts: [])

    @Test func `a scope without bodies is no figure, not 0%`() {
        let asked = nobody.asked(.share(100), on: "2021-12-14")
        let standing = Standing.plansIssued([], asked)
        #expect(standing.value == nil)
        #expect(standing.needed == nil)
        #expect(standing.verdict == .noData)
        #expect(standing.missing == nil)
    }

    @Test func `no measure over nobody is ever đạt or không đạt`() {
        let asked = nobody.asked(.share(30), of: "departments-districts", on: "2021-12-14")
        let standings = [
            Standing.plansIssued([], asked), Standing.plansCompleted([], [], asked),
            Standing.bodiesInspected([], asked),
            Standing.communesInspected([], asked), Standing.selfInspected([], asked),
            Standing.findingsRemedied([], asked),
            Standing.documentsInOrder([], asked), Standing.typed([], asked),
        ]
        #expect(standings.map(\.verdict) == Array(repeating: .noData, count: 8))
        #expect(standings.allSatisfy { $0.value == nil })
    }

    @Test func `a formula over nothing says không phát sinh instead of dividing by zero`() {
        let asked = nobody.asked(.share(30), on: "2021-12-14")
        #expect(Standing.findingsRemedied([], asked).formula.vi.hasSuffix("(không phát sinh)"))
    }

    @Test func `nothing of something is 0%`() {
        let asked = Province().asked(.share(100), on: "2021-06-01")
        #expect(Standing.plansIssued([], asked).value == Percentage(basisPoints: 0))
    }

    @Test func `a target without a number to reach is not judged`() {
        let asked = Province().asked(
            .share(0, .unquantified).with { $0.value = nil }, on: "2021-12-14")
        #expect(
            Standing.plansIssued([asked.plan(of: "BD-540", on: "2021-01-20")], asked).verdict
                == .noData)
    }
}
