import Domain
import Testing

@Suite struct TypedMeasureTests {
    private let province = Province(departments: 1, districts: [])

    private func standing(
        _ terms: Plan.Target.Terms, on text: String = "2021-12-14",
        _ facts: (Measurement) -> [Facts.Figure]
    ) -> Standing {
        let asked = province.asked(terms, of: nil, on: text)
        return Standing.typed(facts(asked), asked)
    }

    private func closes(_ terms: Plan.Target.Terms, _ numerator: Int, of denominator: Int? = nil)
        -> Verdict
    {
        standing(terms) { [$0.figure(numerator, of: denominator, on: "2021-12-01")] }.verdict
    }

    @Test(arguments: [
        (Comparator.atLeast, 94, Verdict.broken), (.atLeast, 95, .kept), (.moreThan, 95, .broken),
        (.moreThan, 96, .kept),
        (.lessThan, 95, .broken), (.lessThan, 94, .kept), (.atMost, 95, .kept),
        (.atMost, 96, .broken), (.equal, 95, .kept),
        (.equal, 97, .kept), (.equal, 94, .broken), (.decreaseTo, 95, .kept),
        (.decreaseTo, 96, .broken), (.meetsReference, 95, .kept),
        (.meetsReference, 94, .broken), (.between, 95, .kept), (.between, 94, .broken),
    ])
    func `a share is compared as the plan says`(
        _ comparator: Comparator, _ percent: Int, _ verdict: Verdict
    ) {
        #expect(closes(.share(95, comparator), percent, of: 100) == verdict)
    }

    @Test func `between holds at both ends and not beyond`() {
        let terms = Plan.Target.Terms.share(0, .between).with {
            $0.value = .range(lowHundredths: 4_500, highHundredths: 5_000)
        }
        #expect(closes(terms, 45, of: 100) == .kept)
        #expect(closes(terms, 50, of: 100) == .kept)
        #expect(closes(terms, 51, of: 100) == .broken)
        #expect(closes(terms, 44, of: 100) == .broken)
    }

    @Test func `a floor that is a range is reached at its lower end`() {
        let terms = Plan.Target.Terms.share(0).with {
            $0.value = .range(lowHundredths: 4_500, highHundredths: 5_000)
        }
        #expect(closes(terms, 45, of: 100) == .kept)
    }

    @Test func `29.996% is not 30%`() {
        #expect(closes(.share(30), 7_499, of: 25_000) == .broken)
        #expect(closes(.share(30), 7_500, of: 25_000) == .kept)
    }

    @Test func `a per cent typed without a denominator is taken as per cent`() {
        #expect(closes(.share(95), 94) == .broken)
        #expect(closes(.share(95), 95) == .kept)
    }

    @Test func `a plain number ignores the denominator`() {
        #expect(closes(.number(10_000, unit: "lượt"), 100, of: 120) == .kept)
        #expect(closes(.number(10_000, unit: "lượt"), 99, of: 120) == .broken)
    }

    @Test(arguments: [(25, Verdict.kept), (11, .kept), (26, .broken)])
    func `within the first 25 is rank 25 or better`(_ rank: Int, _ verdict: Verdict) {
        #expect(closes(.number(2_500, .rankWithin, unit: "rank"), rank) == verdict)
    }

    @Test func `a rank to be reached is reached by a better one`() {
        #expect(closes(.number(2_500, .equal, unit: "rank"), 11) == .kept)
        #expect(closes(.number(2_500, .equal, unit: "rank"), 26) == .broken)
    }

    @Test(arguments: [
        Comparator.decreaseBy, .decreaseAtLeast, .increaseAtLeast, .rankUpAtLeast, .inClass,
        .unquantified,
    ])
    func `what needs a baseline or a word waits for a person, the figure all the same`(
        _ comparator: Comparator
    ) {
        let standing = standing(.share(30, comparator)) {
            [$0.figure(40, of: 100, on: "2021-12-01")]
        }
        #expect(standing.verdict == .noData)
        #expect(standing.headline.vi == "40/100")
    }

    @Test func `a class in words waits for a person`() {
        let terms = Plan.Target.Terms.share(0, .inClass).with { $0.value = .word("tốt") }
        #expect(closes(terms, 1) == .noData)
    }

    @Test func `no figure is chưa đến hạn before the deadline and chưa có số liệu after it`() {
        #expect(standing(.share(95), on: "2021-10-15") { _ in [] }.verdict == .notDue)
        #expect(standing(.share(95), on: "2021-12-14") { _ in [] }.verdict == .noData)
    }

    @Test func `a figure that holds before the deadline can still break`() {
        #expect(
            standing(.share(95), on: "2021-10-15") { [$0.figure(96, of: 100, on: "2021-09-30")] }
                .verdict == .holding)
    }

    @Test func `the newest figure by the day asked holds`() {
        let facts = { (asked: Measurement) in
            [
                asked.figure(70, of: 100, on: "2021-09-30"),
                asked.figure(60, of: 100, on: "2021-06-30"),
                asked.figure(99, of: 100, on: "2021-11-30"),
            ]
        }
        #expect(standing(.share(95), on: "2021-10-15", facts).numerator == 70)
    }

    @Test func `a figure of a day after the deadline does not undo it`() {
        let facts = { (asked: Measurement) in
            [
                asked.figure(70, of: 100, on: "2021-06-30"),
                asked.figure(99, of: 100, on: "2021-07-15"),
            ]
        }
        let standing = standing(.share(95, deadline: "2021-06-30"), on: "2021-10-15", facts)
        #expect(standing.numerator == 99)
        #expect(standing.verdict == .broken)
    }

    @Test func `source and note are told, and a note is nothing missing`() {
        let standing = standing(.share(95)) {
            [$0.figure(96, of: 100, on: "2021-12-01", note: "số của Sở TTTT")]
        }
        #expect(
            standing.because.vi
                == "Số liệu nhập tay ngày 01/12/2021, nguồn: Báo cáo 10/BC-SNV. Ghi chú: số của Sở TTTT"
        )
        #expect(standing.missing == nil)
    }

    @Test func `what is missing is told in what is counted`() {
        #expect(
            standing(.share(95)) { [$0.figure(90, of: 100, on: "2021-12-01")] }.missing?.vi
                == "còn thiếu 05")
    }

    @Test(arguments: [
        ("rank", "hạng 11", "rank 11"), ("lượt", "11 lượt", "11 lượt"), ("%", "11%", "11%"),
    ])
    func `a plain number is written with what it counts`(_ unit: String, _ vi: String, _ en: String)
    {
        let standing = standing(.number(2_500, .atMost, unit: unit)) {
            [$0.figure(11, on: "2021-12-01")]
        }
        #expect(standing.headline == Bilingual(vi: vi, en: en))
    }

    @Test func `a plain number has no share`() {
        #expect(
            standing(.number(2_500, .rankWithin, unit: "rank")) {
                [$0.figure(11, on: "2021-12-01")]
            }.value == nil)
    }

    @Test func `thousands have dots in Vietnamese and commas in English`() {
        let standing = standing(.share(95)) { [$0.figure(1_204, of: 11_000, on: "2021-12-01")] }
        #expect(standing.headline == Bilingual(vi: "1.204/11.000", en: "1,204/11,000"))
    }
}
