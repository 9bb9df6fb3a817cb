import Domain
import Testing

/// Figures that were published, scored again.
@Suite struct WorkedExampleTests {
    private func part(_ points: String, _ maximum: String) throws -> ScoreTotals.Part {
        ScoreTotals.Part(
            points: try #require(Points(points)), maximum: try #require(Points(maximum)))
    }

    /// Source: binhdinh.dcs.vn 58146, the province's self-score of 2019.
    @Test func `Bình Định's eight areas of 2019 add up to 59,69 of 65`() throws {
        let areas = [
            ("7", "7"), ("5", "5"), ("13,65", "14"), ("7,04", "7,5"), ("7", "8"), ("8", "8,5"),
            ("9", "9"), ("3", "6"),
        ]
        let set = CriteriaSet.made(
            try areas.enumerated().map { place, area in
                try .made("\(place + 1)", area.1, .number, "x * 1")
            })
        let scorer = Scorer(set)
        let answers = try areas.map { area in
            Answer(.number(Fraction(try #require(Points(area.0)).hundredths, 100)))
        }

        let totals = scorer.totals(of: scorer.outcomes(of: answers))

        #expect(totals.points == Points("59,69"))
        #expect(totals.maximum == Points("65"))
        #expect(totals.index == Percentage(basisPoints: 9_183))
    }

    /// Source: sonoivu.namdinh.gov.vn -1737; 89,45 was printed.
    @Test func `Nam Định's mean of 62,62 of 70 is 89,46, not the 89,45 that was printed`() throws {
        #expect(try part("62,62", "70").index == Percentage(basisPoints: 8_946))
    }

    /// Source: sonoivu.namdinh.gov.vn -1737; 61,46 of 70 for the districts.
    @Test func `Nam Định's districts come to 87,80`() throws {
        #expect(try part("61,46", "70").index == Percentage(basisPoints: 8_780))
    }

    /// Source: Kiến An, QĐ 343 of 13/4/2022: appraisal 43,26/60 and satisfaction 39,95/40.
    @Test func `a ward's 83,21 is its appraisal and its survey together`() throws {
        let totals = ScoreTotals(
            appraised: try part("43,26", "60"), surveyed: try part("39,95", "40"))
        #expect(totals.index == Percentage(basisPoints: 8_321))
        #expect(totals.appraised.index == Percentage(basisPoints: 7_210))
    }

    /// Source: cchc.khanhhoa.gov.vn, index of 2019: 12th by appraisal, 63rd of 63 in the survey.
    @Test func `appraisal and survey are ranked apart, as Khánh Hòa's twelfth and last places`() {
        // The other 62 provinces: eleven ahead by appraisal, all ahead in the survey.
        let appraised = (0..<63).map { $0 < 11 ? 9_500 : $0 == 62 ? 9_400 : 9_000 - $0 }
        let surveyed = (0..<63).map { $0 == 62 ? 7_000 : 8_000 + $0 }

        #expect(Ranking.ranks(of: appraised)[62] == 12)
        #expect(Ranking.ranks(of: surveyed)[62] == 63)
    }

    /// Source: baoquangngai.vn 2906692.
    @Test(arguments: [
        (8_000, "hoàn thành xuất sắc"), (7_999, "hoàn thành tốt"), (7_000, "hoàn thành tốt"),
        (6_999, "hoàn thành"), (5_000, "hoàn thành"), (4_999, "không hoàn thành"),
    ])
    func `Quảng Ngãi's classes begin at 80, 70 and 50`(_ index: Int, _ name: String) {
        let read = ScoreClasses.read(
            "hoàn thành xuất sắc >=80; hoàn thành tốt >=70; hoàn thành >=50; không hoàn thành >=0")
        #expect(read.problems == [])
        #expect(read.classes.name(for: Percentage(basisPoints: index)) == name)
    }

    /// Source: sonoivu.namdinh.gov.vn -1737: departments I from 90, II from 80; districts I from 80.
    @Test func `two blocks have different cut-offs`() {
        let departments = ScoreClasses.read("I >=90; II >=80").classes
        let districts = ScoreClasses.read("I >=80; II >=70").classes
        let index = Percentage(basisPoints: 8_780)
        #expect(departments.name(for: index) == "II")
        #expect(districts.name(for: index) == "I")
    }

    /// Source: a published set whose areas add up to 99,55; presumably 10,5 was meant.
    @Test func `maxima of 99,55 are asked about, and a note settles it`() throws {
        let maxima = ["20,5", "10", "10", "6", "10,05", "6", "14", "9", "14"]
        let criteria = try maxima.enumerated().map { place, maximum in
            try Criterion.made("\(place + 1)", maximum, .number, "x * 1")
        }
        let set = CriteriaSet.made(criteria)
        #expect(
            set.queries
                == [
                    SumQuery(
                        code: "", stated: try #require(Points("100")),
                        found: try #require(Points("99,55")))
                ])
        #expect(set.problems == [])
        #expect(CriteriaSet.made(criteria, notes: ["": "Giữ theo quyết định."]).queries.isEmpty)
    }

    /// Source: Hà Nội's offices; the survey block of 30 is optional.
    @Test func `without a survey the appraised points are rescaled to a hundred`() throws {
        let set = CriteriaSet.made([
            try .made("1", "70", .number, "x * 1"), try .made("2", "30", .survey, "x/100% * 30"),
        ])
        let scorer = Scorer(set)
        let outcomes = scorer.outcomes(of: [.count(63), nil])

        #expect(
            scorer.totals(of: outcomes, withSurvey: false).index == Percentage(basisPoints: 9_000))
        #expect(scorer.totals(of: outcomes).index == Percentage(basisPoints: 6_300))
    }

    /// Source: 11-QĐ/TU: bonus items together at most 15.
    @Test func `several bonuses together stay under their cap`() throws {
        let set = CriteriaSet.made([
            try .made("1", "100", .number, "x * 1"),
            try .made("2", "15", nature: .bonus),
            try .made("2.1", "10", .count, "x * 5", under: 1, nature: .bonus),
            try .made("2.2", "10", .count, "x * 5", under: 1, nature: .bonus),
        ])
        let scorer = Scorer(set)
        let totals = scorer.totals(
            of: scorer.outcomes(of: [.count(80), nil, .count(2), .count(2)]))
        #expect(totals.bonus == Points("15"))
        #expect(totals.points == Points("95"))
        #expect(totals.maximum == Points("100"))
    }
}

@Suite struct RankingTests {
    @Test func `ties share a rank and the next is skipped, unless the setting says otherwise`() {
        #expect(Ranking.ranks(of: [80, 90, 90, 70]) == [3, 1, 1, 4])
        #expect(Ranking.ranks(of: [80, 90, 90, 70], ties: .sharedAndDense) == [2, 1, 1, 3])
    }

    @Test func `a merged body and another set are not comparable, never zero`() {
        let now = (index: Percentage(basisPoints: 8_916), rank: 2)
        let before = (index: Percentage(basisPoints: 8_313), rank: 4)
        #expect(
            ScoreChange.between(now, before, sameSet: true, sameBody: true)
                == .by(value: 603, places: 2))
        #expect(
            ScoreChange.between(now, before, sameSet: false, sameBody: true)
                == .notComparable(.setChanged))
        #expect(
            ScoreChange.between(now, nil, sameSet: true, sameBody: false)
                == .notComparable(.bodyChanged))
        #expect(
            ScoreChange.between(now, nil, sameSet: true, sameBody: true).words.vi
                .hasPrefix("không so sánh được"))
    }

    /// Source: Thăng Bình: 89,16 (+6,03), rank 2/18 (+2).
    @Test func `a change is said with its sign and its places`() {
        let change = ScoreChange.by(value: 603, places: 2)
        #expect(change.words.vi == "+6,03 điểm; tăng 2 bậc")
        #expect(ScoreChange.by(value: 159, places: -7).words.en == "+1.59 points; down 7")
    }
}
