import Domain
import Testing

@testable import Sample

/// What the sample of 2021 is made to show on its today, 15/10/2021.
@Suite struct SampleOf2021 {
    let facts: SampleFacts

    init() throws {
        facts = SampleFacts(try SampleYear.make(.binhDinh2021))
    }

    private func standing(_ code: String) throws -> Standing {
        try #require(facts.standing(code))
    }

    private func apart(_ standing: Standing) -> [Int] { standing.apart.map(\.count) }

    @Test func `189 of 191 bodies issued their plan, 171 in time, 18 late, two never`() throws {
        let standing = try standing("II.1.a.1-1")
        #expect(standing.numerator == 189)
        #expect(standing.denominator == 191)
        #expect(apart(standing) == [171, 18, 2])
        #expect(standing.verdict == .broken)
    }

    @Test func `the two without a plan are xã Canh Hiệp and xã An Vinh`() throws {
        let missing = try standing("II.1.a.1-1").rows.filter { $0.state == .failed }
            .compactMap { $0.body.map { facts.tree[$0].code } }
        #expect(missing.sorted() == ["BD-21619", "BD-22000"])
    }

    @Test func `153 of 191 bodies have nothing overdue`() throws {
        let standing = try standing("II.1.a.1-2")
        #expect(standing.numerator == 153)
        #expect(standing.denominator == 191)
        #expect(standing.verdict == .atRisk)
    }

    @Test func `36 bodies have tasks overdue, 54 of 865 due`() throws {
        let counts = apart(try standing("II.1.a.1-2"))
        #expect(counts == [865, 811, 36, 2])
    }

    @Test func `ten of 32 are inspected, the provincial tier one short`() throws {
        let standing = try standing("II.1.a.2-1")
        #expect(standing.numerator == 10)
        #expect(standing.denominator == 32)
        #expect(standing.needed == 10)
        #expect(standing.readings.map(\.numerator) == [6, 4])
        #expect(standing.readings.map(\.needed) == [7, 4])
        #expect(standing.verdict == .onCourse)
    }

    @Test func `the inspections grow month by month as the page shows`() throws {
        #expect(
            try standing("II.1.a.2-1").months.map(\.numerator) == [
                0, 0, 0, 0, 1, 2, 4, 5, 7, 9, 10,
            ])
    }

    @Test func `nine of eleven districts have their quota, Vân Canh and Vĩnh Thạnh do not`() throws
    {
        let standing = try standing("II.1.a.2-2")
        #expect(standing.numerator == 9)
        #expect(standing.denominator == 11)
        let short = standing.parts.filter { $0.missing > 0 }
            .map { "\($0.name.vi) \($0.numerator)/\($0.needed) \($0.verdict)" }
        #expect(short.sorted() == ["huyện Vân Canh 2/3 onCourse", "huyện Vĩnh Thạnh 1/3 atRisk"])
        #expect(standing.verdict == .atRisk)
    }

    @Test func `150 of 191 inspected themselves and the other 41 are scheduled in time`() throws {
        let standing = try standing("II.1.a.2-3")
        #expect(standing.numerator == 150)
        #expect(standing.forecast?.numerator == 191)
        #expect(standing.verdict == .onCourse)
    }

    @Test func `of 64 findings 41 are due, 36 of them closed and five overdue`() throws {
        let standing = try standing("II.1.a.2-4")
        #expect(apart(standing) == [64, 41, 43, 5, 4])
        #expect(standing.numerator == 36)
        #expect(standing.verdict == .atRisk)
    }

    @Test func `the overdue findings are those of three bodies`() throws {
        let overdue = try standing("II.1.a.2-4").rows.filter { $0.state == .overdue }
            .compactMap { $0.body.map { facts.tree[$0].code } }
        #expect(overdue.sorted() == ["BD-544", "BD-544", "BD-550", "BD-STNMT", "BD-STNMT"])
    }

    @Test func `all 28 documents are in order so far`() throws {
        let standing = try standing("II.2.a.1")
        #expect(standing.numerator == 28)
        #expect(standing.denominator == 28)
        #expect(standing.verdict == .holding)
    }

    @Test func `on an earlier day some records show as entered later`() throws {
        let day = Story.day("31/01/2021")
        #expect(try #require(facts.standing("II.1.a.1-1", on: day)).recordedLater > 0)
    }

    @Test func `before the year gets going nothing can be judged yet`() throws {
        let day = Story.day("28/12/2020")
        #expect(try #require(facts.standing("II.1.a.2-4", on: day)).verdict == .noData)
        #expect(try #require(facts.standing("II.1.a.2-3", on: day)).verdict != .broken)
    }
}

/// What the sample of 2026 is made to show on its today, 15/10/2026.
@Suite struct SampleOf2026 {
    let facts: SampleFacts

    init() throws {
        facts = SampleFacts(try SampleYear.make(.giaLai2026))
    }

    @Test func `its eight targets show all seven verdicts`() {
        #expect(
            facts.sample.targets.map { facts.standing($0).verdict } == [
                .kept, .atRisk, .onCourse, .holding, .broken, .onCourse, .notDue, .noData,
            ])
    }

    @Test func `there are 14 departments and 135 communes, 25 of them wards`() {
        let communes = facts.tree.bodies.filter { $0.level == .commune }
        #expect(facts.tree.bodies.count { $0.level == .department } == 14)
        #expect(communes.count == 135)
        #expect(communes.count { $0.name.hasPrefix("Phường ") } == 25)
    }

    @Test func `77 communes say by their name that they are made up and have no register's code`() {
        let madeUp = facts.tree.bodies.filter { $0.name.contains("Minh hoạ") }
        #expect(madeUp.count == 77)
        #expect(madeUp.allSatisfy { $0.version.codes.isEmpty })
    }

    @Test func `38 of 149 are inspected and ten more are to come`() throws {
        let standing = try #require(facts.standing("II.1.a.2-1"))
        #expect(standing.numerator == 38)
        #expect(standing.denominator == 149)
        #expect(standing.needed == 45)
        #expect(standing.readings.map(\.numerator) == [5, 33])
        #expect(standing.forecast?.numerator == 48)
    }

    @Test func `nothing in it speaks of a district`() {
        let sample = facts.sample
        let words =
            [sample.planText] + sample.agencies.compactMap(\.name)
            + sample.agencyTasks.compactMap(\.row.text) + sample.findings.compactMap(\.row.text)
            + sample.legalDocuments.compactMap(\.row.title)
            + sample.targets.flatMap { [$0.title, $0.deadlineSource, $0.answerable] }
            + sample.figures.map { $0.source + $0.note }
        #expect(
            words.filter {
                Vietnamese.folded($0).contains("huyen") && $0.lowercased().contains("huyện")
            } == [])
        #expect(sample.agencies.allSatisfy { $0.level != .district })
    }
}
