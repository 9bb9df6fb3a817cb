import Domain
import Testing

@Suite struct BodiesInspectedTests {
    private let province = Province()

    private func asked(on text: String = "2021-10-15", reading: Plan.Target.Reading? = .together)
        -> Measurement
    {
        province.asked(.share(30, reading: reading), of: "departments-districts", on: text)
    }

    private func departments(_ count: Int) -> ArraySlice<String> {
        province.codes(.departments).dropFirst().prefix(count)
    }
    private func districts(_ count: Int) -> ArraySlice<String> {
        province.codes(.districts).prefix(count)
    }

    @Test func `30% of 32 bodies is 10`() {
        let standing = Standing.bodiesInspected([], asked())
        #expect(standing.denominator == 32)
        #expect(standing.needed == 10)
    }

    @Test func `ten concluded inspections keep the target`() {
        let asked = asked()
        let facts =
            asked.inspections(of: departments(6), concluded: "2021-05-20")
            + asked.inspections(of: districts(4), concluded: "2021-06-20")
        let standing = Standing.bodiesInspected(facts, asked)
        #expect(standing.verdict == .kept)
        #expect(standing.headline.vi == "10 cơ quan, cần 10")
    }

    @Test func `nine do not, for 9 of 32 is 28,12%`() {
        let asked = asked(on: "2021-12-14")
        let facts =
            asked.inspections(of: departments(5), concluded: "2021-05-20")
            + asked.inspections(of: districts(4), concluded: "2021-06-20")
        let standing = Standing.bodiesInspected(facts, asked)
        #expect(standing.verdict == .broken)
        #expect(standing.value.map { Written.share($0, .vi) } == "28,13%")
        #expect(standing.missing?.vi == "còn thiếu 01 cơ quan")
    }

    @Test func `a body inspected twice counts once`() {
        let asked = asked()
        let facts =
            asked.inspections(of: districts(1), concluded: "2021-05-20")
            + asked.inspections(of: districts(1), concluded: "2021-08-20")
        #expect(Standing.bodiesInspected(facts, asked).numerator == 1)
    }

    @Test func `of two inspections the earlier one counts`() {
        let asked = asked()
        let facts =
            asked.inspections(of: districts(1), concluded: "2021-08-20")
            + asked.inspections(of: districts(1), concluded: "2021-05-20")
        #expect(
            Standing.bodiesInspected(facts, asked).row("BD-540", asked)?.day == day("2021-05-20"))
    }

    @Test func `an inspection counts from the day of its conclusion notice`() {
        let facts = { (asked: Measurement) in
            [asked.inspection(of: "BD-540", held: "2021-05-05", concluded: "2021-05-20")]
        }
        let before = asked(on: "2021-05-19")
        let after = asked(on: "2021-05-20")
        #expect(Standing.bodiesInspected(facts(before), before).numerator == 0)
        #expect(Standing.bodiesInspected(facts(after), after).numerator == 1)
    }

    @Test func `an inspection without a conclusion does not count`() {
        let asked = asked()
        let standing = Standing.bodiesInspected(
            [asked.inspection(of: "BD-540", held: "2021-05-05")], asked)
        #expect(standing.numerator == 0)
        #expect(
            standing.row("BD-540", asked)?.reason.text.vi
                == "kiểm tra ngày 05/05/2021, chưa có Thông báo kết luận")
    }

    @Test func `a cancelled inspection does not count`() {
        let asked = asked()
        let standing = Standing.bodiesInspected(
            [asked.inspection(of: "BD-540", planned: "2021-05-05", cancelled: "2021-05-01")], asked)
        #expect(standing.row("BD-540", asked)?.reason == .cancelled(day("2021-05-01")))
        #expect(standing.numerator == 0)
    }

    @Test func `an inspection cancelled later was still scheduled before`() {
        let asked = asked(on: "2021-04-01")
        let standing = Standing.bodiesInspected(
            [asked.inspection(of: "BD-540", planned: "2021-05-05", cancelled: "2021-05-01")], asked)
        #expect(standing.row("BD-540", asked)?.reason == .scheduled(day("2021-05-05")))
    }

    @Test(arguments: ["BD", "BD-SNV"])
    func `the province and the lead agency are the right inspectors`(_ inspector: String) {
        let asked = asked()
        #expect(
            Standing.bodiesInspected(
                asked.inspections(of: districts(1), by: inspector, concluded: "2021-05-20"), asked
            ).numerator == 1)
    }

    @Test func `an inspection by somebody else does not count, and says so`() {
        let asked = asked()
        let standing = Standing.bodiesInspected(
            asked.inspections(of: districts(1), by: "BD-S3", concluded: "2021-05-20"), asked)
        #expect(standing.numerator == 0)
        #expect(standing.row("BD-540", asked)?.reason == .wrongInspector)
    }

    @Test func `a body that inspects itself was not inspected`() {
        let asked = asked()
        #expect(
            Standing.bodiesInspected(
                asked.inspections(of: ["BD-SNV"], concluded: "2021-05-20"), asked
            ).numerator == 0)
    }

    @Test func `a conclusion after the deadline is late and keeps nothing`() {
        let asked = asked(on: "2021-12-31")
        let facts =
            asked.inspections(of: departments(9), concluded: "2021-05-20")
            + asked.inspections(of: districts(1), concluded: "2021-12-20")
        let standing = Standing.bodiesInspected(facts, asked)
        #expect(standing.numerator == 10)
        #expect(standing.verdict == .broken)
        #expect(standing.missing?.vi == "còn thiếu 01 cơ quan (không tính 01 quá hạn)")
    }

    @Test func `an inspection of a commune is no inspection of a district`() {
        let asked = asked()
        #expect(
            Standing.bodiesInspected(
                [asked.inspection(of: "BD-540-1", concluded: "2021-05-20")], asked
            ).numerator == 0)
    }

    @Test func `more bodies than there are can never be inspected`() {
        let asked = province.asked(.number(1_200, unit: "huyện"), of: "districts", on: "2021-02-01")
        let standing = Standing.bodiesInspected(
            asked.inspections(of: districts(1), concluded: "2021-01-20"), asked)
        #expect(standing.verdict == .broken)
    }
}

@Suite struct ReadingTests {
    private let province = Province()

    /// Six or more provincial agencies and four districts, ten together, as Bình Định's quota reads.
    private func standing(
        _ departments: Int, _ districts: Int, _ reading: Plan.Target.Reading?,
        on text: String = "2021-12-14"
    ) -> Standing {
        let asked = province.asked(
            .share(30, reading: reading), of: "departments-districts", on: text)
        let bodies =
            province.codes(.departments).dropFirst().prefix(departments)
            + province.codes(.districts).prefix(districts)
        return Standing.bodiesInspected(
            asked.inspections(of: bodies, concluded: "2021-05-20"), asked)
    }

    @Test func `an open quota is read together and tier by tier: 10 of 32, 07 of 21, 04 of 11`() {
        let standing = standing(6, 4, nil)
        #expect(standing.needed == 10)
        #expect(standing.readings.map(\.needed) == [7, 4])
        #expect(standing.readings.map(\.denominator) == [21, 11])
    }

    @Test func `while it is open the stricter verdict is shown`() {
        #expect(standing(6, 4, nil).verdict == .broken)
    }

    @Test func `both readings are told in words`() {
        #expect(
            standing(6, 4, nil).missing?.vi == "đạt nếu tính gộp; tính riêng: cấp tỉnh còn thiếu 01"
        )
    }

    @Test func `short in every reading, every reading is told`() {
        #expect(
            standing(5, 3, nil).missing?.vi
                == "tính gộp còn thiếu 02; tính riêng: cấp tỉnh còn thiếu 02, cấp huyện còn thiếu 01"
        )
    }

    @Test func `kept in every reading, it is kept`() {
        #expect(standing(7, 4, nil).verdict == .kept)
        #expect(standing(7, 4, nil).missing == nil)
    }

    @Test func `settled together, ten of 32 keep it`() {
        #expect(standing(6, 4, .together).verdict == .kept)
        #expect(standing(6, 4, .together).readings.isEmpty)
    }

    @Test func `settled tier by tier, ten are not enough: 07 and 04 are needed`() {
        let standing = standing(6, 4, .perTier)
        #expect(standing.verdict == .broken)
        #expect(standing.needed == 11)
        #expect(standing.headline.vi == "10 cơ quan, cần 11")
        #expect(standing.missing?.vi == "cấp tỉnh còn thiếu 01")
    }

    @Test func `settled tier by tier, more in one tier does not make up for the other`() {
        #expect(standing(12, 3, .perTier).verdict == .broken)
    }

    @Test func `all of both tiers is all of each, so there is nothing to settle`() {
        let asked = province.asked(.share(100), of: "departments-districts", on: "2021-10-15")
        #expect(Standing.bodiesInspected([], asked).readings.isEmpty)
    }

    @Test func `one tier has one reading`() {
        let asked = province.asked(.share(30), of: "districts", on: "2021-10-15")
        #expect(Standing.bodiesInspected([], asked).readings.isEmpty)
    }

    @Test func `a tier without bodies on that day is no reading`() {
        let noDistricts = Province(districts: [])
        let asked = noDistricts.asked(.share(30), of: "departments-districts", on: "2021-10-15")
        #expect(Standing.bodiesInspected([], asked).readings.isEmpty)
    }
}
