import Domain
import Testing

/// Last year's facts under this year's rules, the gap of self-scores, and results from above.
@Suite struct RescoringTests {
    private func set(_ rule: String, more: [Criterion] = []) throws -> CriteriaSet {
        .made(
            [
                try .made("1", "10", .share, rule), try .made("2", "5", .choice, "có: 5; không: 0"),
            ] + more)
    }

    private func lines(_ part: Int, _ whole: Int) -> [AssessmentLine] {
        let at = Instant(milliseconds: 0)
        return [
            AssessmentLine(
                position: 0,
                entry: AssessmentLine.Entry(
                    answer: .share(part, of: whole), note: "", origin: .declared, by: nil, at: at)),
            AssessmentLine(
                position: 1,
                entry: AssessmentLine.Entry(
                    answer: Answer(.chosen(0)), note: "", origin: .declared, by: nil, at: at)),
        ]
    }

    @Test func `under the same rules the result is the same`() throws {
        let set = try set("x/100% * 10")
        let totals = Rescoring(set, by: set).totals(of: lines(3, 4))
        #expect(totals.points == Points("12,5"))
        #expect(totals.maximum == Points("15"))
    }

    @Test func `another rule scores the same figure otherwise`() throws {
        let newer = try set(">=80%: 10; 0%-<80%: 0")
        let totals = Rescoring(try set("x/100% * 10"), by: newer).totals(of: lines(3, 4))
        #expect(totals.points == Points("5"))
    }

    @Test func `what the older year never asked for is in neither sum`() throws {
        let newer = try set("x/100% * 10", more: [try .made("3", "20", .count, "x * 1")])
        let rescoring = Rescoring(try set("x/100% * 10"), by: newer)
        #expect(rescoring.withoutFacts == [2])
        #expect(rescoring.totals(of: lines(3, 4)).maximum == Points("15"))
    }

    @Test func `the gap of a criterion is what agencies gave themselves beyond what counts`() throws
    {
        let set = try set("x/100% * 10")
        let at = Instant(milliseconds: 0)
        var file = lines(4, 4)
        file[0].judgements[.own] = Assessment.Judgement(
            outcome: .points(Points(hundredths: 1_000)), reason: "", by: nil, at: at)
        file[0].judgements[.council] = Assessment.Judgement(
            outcome: .points(Points(hundredths: 600)), reason: "x", by: nil, at: at)
        let honesty = ScoreHonesty(
            Scorer(set), [file, lines(4, 4)], indices: [Percentage(basisPoints: 10_000)])
        let line = try #require(honesty.lines.first)
        #expect(line.gap == Points("4"))
        #expect(line.fullBySelf == 2)
        #expect(line.full == 1)
        #expect(honesty.spread[19] == 1)
    }

    @Test func `the Ministry's points for a survey count, an appraiser's never`() throws {
        let set = CriteriaSet.made([
            try .made("1", "10", .number, "x * 1"), try .made("2", "20", .survey, "x/100% * 20"),
        ])
        let at = Instant(milliseconds: 0)
        var line = AssessmentLine(position: 1)
        line.judgements[.council] = Assessment.Judgement(
            outcome: .points(Points(hundredths: 1_650)), reason: "", by: nil, at: at)
        let counted = Scorer(set).standing(of: [line], penalty: .zero).counted
        #expect(
            counted.surveyed
                == ScoreTotals.Part(
                    points: Points(hundredths: 1_650), maximum: Points(hundredths: 2_000)))
    }

    @Test func `a result from above needs every criterion and stays within its maximum`() throws {
        let set = try set("x/100% * 10")
        func read(_ lines: String...) -> ReadRows<GivenResultRow> {
            let cells = lines.map {
                $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            }
            return GivenResultColumns.all.read(
                CellTable(
                    headings: ["criterion", "points", "reason"],
                    rows: cells.enumerated().map { CellTable.Row(number: $0 + 2, cells: $1) }),
                blank: GivenResultRow())
        }
        let points = try GivenResultColumns.points(read("1|7,25|", "2|không tính|"), set)
        #expect(points[0]?.points == Points("7,25"))
        #expect(points[1]?.points == nil)
        #expect(throws: InvalidInput.self) {
            try GivenResultColumns.points(read("1|7,25|"), set)
        }
        #expect(throws: InvalidInput.self) {
            try GivenResultColumns.points(read("1|10,5|", "2|5|"), set)
        }
        #expect(throws: InvalidInput.self) {
            try GivenResultColumns.points(read("9|1|", "1|1|", "2|5|"), set)
        }
    }

    /// Source: par-index.md 6: Quảng Ngãi 2021 86.45, 39th; BR-VT 2021 +1.59 points, −7 ranks.
    @Test func `a province's score may rise while its rank falls`() {
        func result(_ year: Int, _ index: Int, _ rank: Int, of ranked: Int = 63) -> NationalResult {
            NationalResult(
                year: year, index: Percentage(basisPoints: index), rank: rank, ranked: ranked,
                method: "1149/QĐ-BNV", symbol: "x", announcedOn: Day(number: 0))
        }
        let (before, now) = (result(2020, 8_602, 4), result(2021, 8_761, 11))
        #expect(now.change(from: before) == .by(value: 159, places: -7))
        #expect(
            result(2025, 9_000, 3, of: 34).change(from: result(2024, 8_800, 9))
                == .notComparable(.bodyChanged))
    }
}
