import Domain
import Testing

@Suite struct CriteriaSetTests {
    @Test func `criteria that rest on each other in a circle are named`() throws {
        let set = CriteriaSet.made([
            try .made("1", "50", .points(of: "2"), "x/100% * 50"),
            try .made("2", "50", .points(of: "1"), "x/100% * 50"),
        ])
        #expect(set.problems.map(\.message.vi).contains { $0.contains("1 → 2") })
    }

    @Test func `a group cannot take the points of a criterion inside it`() throws {
        let set = CriteriaSet.made([
            try .made("1", "100"),
            try .made("1.1", "100", .points(of: "1"), "x/100% * 100", under: 0),
        ])
        #expect(set.problems.contains { $0.message.vi.contains("theo vòng") })
    }

    @Test func `a criterion may take the points of another that stands after it`() throws {
        let set = CriteriaSet.made([
            try .made("1", "50", .points(of: "2"), ">=80%: 50; <80%: 10"),
            try .made("2", "50", .share, "x/100% * 50"),
        ])
        let scorer = Scorer(set)
        #expect(set.problems == [])
        #expect(scorer.outcomes(of: [nil, .share(8, of: 10)]) == [.made("50"), .made("40")])
    }

    @Test func `an unknown criterion and a missing rule are named with their line`() throws {
        let set = CriteriaSet.made([
            try .made("1", "50", .points(of: "9"), "x/100% * 50"),
            try .made("2", "50"),
        ])
        let said = set.problems.map(\.message.vi)
        #expect(said.contains { $0.hasPrefix("Tiêu chí 1:") && $0.contains("“9”") })
        #expect(said.contains { $0.hasPrefix("Tiêu chí 2:") && $0.contains("Thiếu nguồn") })
    }

    @Test func `an unknown measure is refused with those that there are`() {
        let table = CellTable(
            headings: ["TT", "title", "Điểm tối đa", "input", "rule"],
            rows: [
                CellTable.Row(
                    number: 2, cells: ["1", "Một", "100", "measure gone", "x/100% * 100"])
            ])
        let read = CriteriaColumns.all.read(table, blank: CriterionRow())
        #expect(read.problems.first?.row == 2)
        #expect(read.problems.first?.message.vi.contains("tasks-done") == true)
    }

    @Test func `lines of a table become a tree by their codes`() throws {
        let read = read(
            "1|Một|100", "1.1|Một một|60|share|x/100% * 60", "1.2|Một hai|40|share|x/100% * 40")
        #expect(read.problems == [])
        #expect(read.criteria.map(\.parent) == [nil, 0, 0])
    }

    @Test func `a line without the one above it is refused at its row`() {
        let read = read("1|Một|100|share|x/100% * 100", "2.1|Hai một|60|share|x/100% * 60")
        #expect(read.problems.map(\.row) == [3])
        #expect(read.problems.first?.message.vi.contains("“2”") == true)
    }

    @Test func `a leak is placed at the row of its line`() {
        let read = read("1|Một|100|share|>50%: 100; <50%: 0")
        #expect(read.problems.map(\.row) == [2])
    }

    @Test func `two editions differ line by line`() throws {
        let before = CriteriaSet.made([
            try .made("1", "60", .share, "x/100% * 60"),
            try .made("2", "40", .share, "x/100% * 40"),
        ])
        let after = CriteriaSet.made([
            try .made("1", "50", .share, "x/100% * 50"),
            try .made("3", "50", .share, "x/100% * 50"),
        ])
        let comparison = CriteriaComparison(before, after)
        #expect(comparison.lines.map(\.difference) == [.scoredOtherwise, .added, .removed])
        #expect(!comparison.isComparable)
        #expect(CriteriaComparison(before, before).isComparable)
    }

    @Test func `lost points come with what is easiest first`() throws {
        let set = CriteriaSet.made([
            try .made("1", "40", .measure(.tasksDone), "x/100% * 40; không phát sinh: không tính"),
            try .made("2", "30", .choice, "có: 30; không: 0"),
            try .made("3", "30", .survey, "x/100% * 30"),
        ])
        let scorer = Scorer(set)
        let outcomes = scorer.outcomes(of: [.share(1, of: 2), nil, .share(2, of: 3)])
        let lost = scorer.lostPoints(outcomes, beforeCutOff: true)
        #expect(lost.map(\.position) == [1, 0, 2])
        #expect(lost.map(\.lost) == [Points("30"), Points("20"), Points("10")])
        #expect(
            scorer.lostPoints(outcomes, beforeCutOff: false).allSatisfy {
                $0.feasibility == .unlikely
            })
    }

    private func read(_ lines: String...) -> ReadCriteria {
        let keys = ["code", "title", "maximum", "input", "rule"]
        let table = CellTable(
            headings: keys,
            rows: lines.enumerated().map { number, line in
                CellTable.Row(
                    number: number + 2, cells: line.split(separator: "|").map(String.init))
            })
        return ReadCriteria(
            CriteriaColumns.all.read(table, blank: CriterionRow()),
            details: CriteriaSet.Details(name: "Thử", block: .departments, year: 2021))
    }
}

@Suite struct SurveyScoreTests {
    private func shares(_ lines: String...) throws -> [Agency.ID: [Int: Fraction]] {
        let set = CriteriaSet.made([
            try .made("1", "70", .share, "x/100% * 70"),
            try .made("2", "30", .survey, "x/100% * 30"),
        ])
        let table = CellTable(
            headings: ["agency_code", "criterion", "share"],
            rows: lines.enumerated().map { number, line in
                CellTable.Row(
                    number: number + 2, cells: line.split(separator: "|").map(String.init))
            })
        let read = SurveyScoreColumns.all.read(table, blank: SurveyScoreRow())
        return try SurveyScoreColumns.shares(read, set) { $0 == "BD-SNV" ? Agency.ID("a") : nil }
    }

    @Test func `survey results find their agency and criterion`() throws {
        #expect(try shares("BD-SNV|2|87,25")[Agency.ID("a")] == [1: Fraction(8_725, 10_000)])
    }

    @Test func `results of a stranger, of what no survey asks or twice are named by row`() {
        let error = #expect(throws: InvalidInput.self) {
            try shares("BD-XYZ|2|80", "BD-SNV|1|80", "BD-SNV|2|80", "BD-SNV|2|81", "BD-SNV|2|180")
        }
        #expect(Set(error?.problems.compactMap(\.row) ?? []) == [2, 3, 5, 6])
    }
}
