import Domain
import Testing

@Suite struct CommunesInspectedTests {
    private let province = Province()
    private let quotas = [7, 3, 6, 5, 6, 3, 5, 6, 5, 4, 3]

    private func asked(on text: String) -> Measurement {
        province.asked(.share(30), of: "communes", on: text)
    }

    /// Each district inspects its quota, changed for the districts named.
    private func facts(
        _ asked: Measurement, but counts: [String: Int] = [:], concluded: String = "2021-05-20"
    ) -> [Facts.Inspection] {
        zip(Province.districts2021, quotas).flatMap { district, quota in
            let code = "BD-\(district.gso)"
            return asked.inspections(
                of: province.communes(of: code).prefix(counts[code] ?? quota), by: code,
                concluded: concluded)
        }
    }

    @Test func `each district has a quota of its own, 53 communes in all`() {
        let standing = Standing.communesInspected([], asked(on: "2021-10-15"))
        #expect(standing.parts.map(\.needed).sorted() == quotas.sorted())
        #expect(standing.monthlyNeeded == 53)
        #expect(standing.denominator == 11)
    }

    @Test func `it is kept when every district keeps its own`() {
        let asked = asked(on: "2021-10-15")
        #expect(Standing.communesInspected(facts(asked), asked).verdict == .kept)
    }

    @Test func `one district short breaks it, however many the others inspected`() {
        let asked = asked(on: "2021-12-14")
        let standing = Standing.communesInspected(
            facts(asked, but: ["BD-551": 2, "BD-540": 21]), asked)
        #expect(standing.verdict == .broken)
        #expect(standing.numerator == 10)
        #expect(standing.missing?.vi == "huyện Vân Canh 02, cần 03")
    }

    @Test func `each district keeps its own quota or does not`() {
        let asked = asked(on: "2021-12-14")
        let kept = Standing.communesInspected(facts(asked, but: ["BD-551": 2]), asked).keptByBody
        #expect(kept.count == 11)
        #expect(kept.filter { !$0.value }.map(\.key) == [asked.place("BD-551")])
    }

    @Test func `30% of 7 communes is 3, not 2`() {
        let asked = asked(on: "2021-10-15")
        let part = Standing.communesInspected([], asked).parts.first {
            $0.body == asked.place("BD-551")
        }
        #expect(part?.needed == 3)
    }

    @Test(arguments: ["BD", "BD-SNV", "BD-542"])
    func `only the commune's own district counts as inspector`(_ inspector: String) {
        let asked = asked(on: "2021-10-15")
        let standing = Standing.communesInspected(
            [asked.inspection(of: "BD-540-1", by: inspector, concluded: "2021-05-20")], asked)
        #expect(standing.row("BD-540-1", asked)?.reason == .wrongInspector)
    }

    @Test func `a commune inspected twice counts once`() {
        let asked = asked(on: "2021-10-15")
        let twice = [
            asked.inspection(of: "BD-551-1", by: "BD-551", concluded: "2021-05-20"),
            asked.inspection(of: "BD-551-1", by: "BD-551", concluded: "2021-07-20"),
        ]
        let part = Standing.communesInspected(twice, asked).parts.first {
            $0.body == asked.place("BD-551")
        }
        #expect(part?.numerator == 1)
    }

    @Test func `a conclusion after the deadline does not fill a quota`() {
        let asked = asked(on: "2021-12-31")
        #expect(
            Standing.communesInspected(facts(asked, concluded: "2021-12-15"), asked).numerator == 0)
    }

    @Test func `scheduled inspections make a district on course`() {
        let asked = asked(on: "2021-10-15")
        let scheduled = asked.inspection(of: "BD-551-3", by: "BD-551", planned: "2021-11-20")
        let standing = Standing.communesInspected(
            facts(asked, but: ["BD-551": 2]) + [scheduled], asked)
        #expect(standing.verdict == .onCourse)
        #expect(standing.forecast?.numerator == 11)
    }

    @Test func `a district that inspected none while others did is at risk`() {
        let asked = asked(on: "2021-10-15")
        let standing = Standing.communesInspected(facts(asked, but: ["BD-551": 0]), asked)
        #expect(standing.verdict == .atRisk)
    }

    @Test func `the headline tells districts first, communes second`() {
        let asked = asked(on: "2021-10-15")
        #expect(
            Standing.communesInspected(facts(asked, but: ["BD-551": 2]), asked).headline.vi
                == "10/11 UBND cấp huyện đủ tỷ lệ · 52 đơn vị cấp xã đã kiểm tra, cần 53")
    }

    @Test func `after the districts ended the province itself is the superior`() {
        let twoTiers = Province(departments: 3, districts: [])
        var versions = twoTiers.versions
        for number in 1...10 {
            versions.append(
                .body(
                    "X\(number)", "Xã X \(number)", .commune, under: "BD", from: day("2016-01-01")))
        }
        var merged = twoTiers
        merged.versions = versions
        let asked = merged.asked(.share(30), of: "communes", on: "2021-10-15")
        let standing = Standing.communesInspected(
            asked.inspections(of: ["X1", "X2", "X3"], by: "BD", concluded: "2021-05-20"), asked)
        #expect(standing.parts.map(\.name.vi) == ["tỉnh Bình Định"])
        #expect(standing.verdict == .kept)
    }
}

@Suite struct SelfInspectedTests {
    private let province = Province(departments: 3, districts: [("540", "Thành phố Quy Nhơn", 2)])

    @Test func `a self-inspection counts from the day it was done`() {
        let asked = province.asked(.share(100), on: "2021-10-15")
        let standing = Standing.selfInspected(
            [
                asked.selfInspection(of: "BD-540", held: "2021-10-15"),
                asked.selfInspection(of: "BD-540-1", held: "2021-10-16"),
            ], asked)
        #expect(standing.numerator == 1)
    }

    @Test func `one that was planned and not done has slipped`() {
        let asked = province.asked(.share(100), on: "2021-10-15")
        let standing = Standing.selfInspected(
            [asked.selfInspection(of: "BD-540", planned: "2021-09-30")], asked)
        #expect(standing.row("BD-540", asked)?.state == .overdue)
        #expect(
            standing.row("BD-540", asked)?.reason.text.vi
                == "theo lịch ngày 30/09/2021, chưa thực hiện")
    }

    @Test func `one planned for today has not slipped while today lasts`() {
        let asked = province.asked(.share(100), on: "2021-10-15", dayHasEnded: false)
        let standing = Standing.selfInspected(
            [asked.selfInspection(of: "BD-540", planned: "2021-10-15")], asked)
        #expect(standing.row("BD-540", asked)?.reason == .scheduled(day("2021-10-15")))
    }

    @Test func `one done after the deadline is late`() {
        let asked = province.asked(.share(100, deadline: "2021-11-15"), on: "2021-12-01")
        let standing = Standing.selfInspected(
            [asked.selfInspection(of: "BD-540", held: "2021-11-16")], asked)
        #expect(standing.row("BD-540", asked)?.state == .late)
        #expect(standing.verdict == .broken)
    }

    @Test func `who did not inspect itself by the close failed`() {
        let asked = province.asked(.share(100), on: "2021-12-14")
        let standing = Standing.selfInspected(
            [asked.selfInspection(of: "BD-540", held: "2021-10-15")], asked)
        #expect(standing.rows.count { $0.state == .failed } == 5)
    }

    @Test func `one without a report's symbol still says that it was done`() {
        let asked = province.asked(.share(100), on: "2021-10-15")
        let standing = Standing.selfInspected(
            [asked.selfInspection(of: "BD-540", held: "2021-10-01", symbol: "")], asked)
        #expect(standing.row("BD-540", asked)?.reason.text.vi == "đã tự kiểm tra")
    }
}
