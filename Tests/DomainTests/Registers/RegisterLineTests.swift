import Domain
import Foundation
import Testing

@Suite struct DossierCountTests {
    private func line(_ cells: String) -> ReadRows<DossierCount> {
        let headings = DossierCount.columns.map(\.key)
        return DossierCount.columns.read(
            CellTable(
                headings: headings,
                rows: [
                    CellTable.Row(
                        number: 2, cells: cells.components(separatedBy: "|"))
                ]), blank: DossierCount())
    }

    @Test func `a month is kept as its last day, so that a period has whole months`() throws {
        let read = line("BD-SNV|09/2021||10|90|50|30|5|10|5|||||")
        #expect(read.problems.isEmpty)
        #expect(try #require(read.rows.first).row.month == Day("2021-09-30"))
    }

    @Test func `what went in must have come out or be there still`() throws {
        let row = try #require(line("BD-SNV|09/2021||10|90|50|30|5|9|5|||||").rows.first).row
        let problem = try #require(row.problems.first)
        #expect(problem.field == "pending")
        #expect(problem.message.vi.contains("10 + tiếp nhận 90 = 100"))
    }

    @Test func `no more can be filed online than were received`() throws {
        let row = try #require(line("BD-SNV|09/2021||10|90|50|30|5|10|5||91|||").rows.first).row
        #expect(row.problems.map(\.field) == ["online"])
    }

    @Test(arguments: ["13/2021", "9", "2021"])
    func `what is no month is refused`(_ month: String) {
        #expect(line("BD-SNV|\(month)||1|1|1|1|0|0|0|||||").problems.count == 1)
    }
}

@Suite struct OutsideIndexTests {
    private func value(_ typed: String) -> Int? {
        let read = OutsideIndex.columns.read(
            CellTable(
                headings: ["body_code", "index", "published_on", "value", "source"],
                rows: [CellTable.Row(number: 2, cells: ["BD", "SIPAS", "2021-04-20", typed, "x"])]),
            blank: OutsideIndex())
        return read.rows.first?.row.value
    }

    @Test func `a value has at most two decimals, after a comma or a point`() {
        #expect(value("84,5") == 8_450)
        #expect(value("84.52") == 8_452)
        #expect(value("84") == 8_400)
        for typed in ["84,", "84,525", "-1", "a", ",5"] { #expect(value(typed) == nil, "\(typed)") }
    }

    @Test func `the interval of a share is as wide as the number asked makes it`() {
        var line = OutsideIndex()
        line.value = 5_000
        #expect(line.halfWidth == nil)
        line.answers = 1_000
        #expect(line.halfWidth == 309)  // 1,96 × √(0,25/1000) = 3,099%
    }
}

@Suite struct InitiativeTests {
    @Test func `replication names where, by whom and by when`() {
        var line = Initiative()
        line.title = "Ngày không viết"
        line.proposedOn = Day("2021-01-05")
        line.evaluatedOn = Day("2021-06-05")
        line.outcome = .replicate
        #expect(line.problems.map(\.field) == ["replicated_where"])
    }

    @Test func `an outcome needs its evaluation`() {
        var line = Initiative()
        line.outcome = .stop
        #expect(line.problems.map(\.field) == ["evaluated_on"])
    }
}
