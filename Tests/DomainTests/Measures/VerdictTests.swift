import Domain
import Testing

@Suite struct VerdictTests {
    private func judge(
        met: Bool, final: Bool = true, impossible: Bool = false, closed: Bool = false,
        forecast: Bool? = nil
    ) -> Verdict {
        Verdict.judge(
            isMet: met, isFinal: final, isImpossible: impossible, isClosed: closed,
            forecast: forecast)
    }

    @Test func `đạt: met, and nothing later can undo it`() {
        #expect(judge(met: true) == .kept)
    }

    @Test func `đạt: met when the period closes`() {
        #expect(judge(met: true, final: false, closed: true) == .kept)
    }

    @Test func `đang bảo đảm: a share that holds so far and could still break`() {
        #expect(judge(met: true, final: false) == .holding)
    }

    @Test func `đúng tiến độ: not there yet, but it will be`() {
        #expect(judge(met: false, forecast: true) == .onCourse)
    }

    @Test func `có nguy cơ không đạt: not there yet, and it will not be`() {
        #expect(judge(met: false, forecast: false) == .atRisk)
    }

    @Test func `chưa đến hạn: not there yet, and nothing tells`() {
        #expect(judge(met: false) == .notDue)
    }

    @Test func `không đạt: not met when the deadline has passed`() {
        #expect(judge(met: false, closed: true, forecast: true) == .broken)
    }

    @Test func `không đạt: arithmetically impossible, even before the deadline`() {
        #expect(judge(met: false, impossible: true, forecast: true) == .broken)
    }

    @Test func `verdicts run from đạt to không đạt`() {
        #expect(
            Verdict.allCases.map(\.title.vi) == [
                "Đạt", "Đang bảo đảm", "Đúng tiến độ", "Chưa đến hạn", "Chưa có số liệu",
                "Có nguy cơ không đạt",
                "Không đạt",
            ])
    }

    @Test func `the stricter of two verdicts is the one further down`() {
        #expect(Verdict.stricter(.kept, .atRisk) == .atRisk)
        #expect(Verdict.stricter(.broken, .noData) == .broken)
    }
}

@Suite struct ThresholdTests {
    private func needed(_ terms: Plan.Target.Terms, of total: Int) -> Int? {
        terms.needed(of: total)
    }

    @Test(arguments: [(32, 10), (11, 4), (21, 7), (7, 3), (10, 3)])
    func `at least 30% rounds up to whole bodies`(_ total: Int, _ count: Int) {
        #expect(needed(.share(30), of: total) == count)
    }

    @Test(arguments: [(10, 4), (11, 4), (20, 7)])
    func `more than 30% is one more than 30%`(_ total: Int, _ count: Int) {
        #expect(needed(.share(30, .moreThan), of: total) == count)
    }

    @Test func `reaching 100% needs every one`() {
        #expect(needed(.share(100, .equal), of: 191) == 191)
    }

    @Test func `a plain number counts as itself, rounded up`() {
        #expect(needed(.number(1_200), of: 191) == 12)
        #expect(needed(.number(1_250), of: 191) == 13)
        #expect(needed(.number(1_200, .moreThan), of: 191) == 13)
    }

    @Test func `of a floor that is a range the lower end has to be reached`() {
        let range = Plan.Target.Terms.share(0).with {
            $0.value = .range(lowHundredths: 4_500, highHundredths: 5_000)
        }
        #expect(needed(range, of: 100) == 45)
        #expect(needed(range.with { $0.unit = "mô hình" }, of: 100) == 45)
    }

    @Test(arguments: [
        Comparator.atMost, .lessThan, .rankWithin, .rankUpAtLeast, .inClass, .unquantified,
        .decreaseBy,
    ])
    func `what is no floor needs no number of bodies`(_ comparator: Comparator) {
        #expect(needed(.share(30, comparator), of: 100) == nil)
    }

    @Test func `a rank is no number of bodies`() {
        #expect(needed(.number(1_000, .equal, unit: "rank"), of: 63) == nil)
    }

    @Test func `a value set for a reference counts as a floor`() {
        #expect(needed(.share(80, .meetsReference), of: 10) == 8)
    }
}
