import Domain
import Testing

@Suite struct AgencyImportProblemTests {
    private func problems(_ lines: String..., known: [Agency.Version] = []) -> [String] {
        let table = CellTable(
            headings: ["code", "name", "level", "parent_code", "from", "until"],
            rows: lines.enumerated().map { number, line in
                CellTable.Row(
                    number: number + 2,
                    cells: line.split(separator: ",", omittingEmptySubsequences: false).map(
                        String.init))
            })
        return AgencyImport(AgencyColumns.all.read(table, blank: AgencyRow()), onto: known).problems
            .map { "\($0.row ?? 0) \($0.field)" }
    }

    @Test func `a code that stands twice is refused`() {
        #expect(problems("A,Sở A,department,", "A,Sở B,department,") == ["3 code"])
    }

    @Test func `a code may stand twice when the days do not meet`() {
        #expect(
            problems("A,Xã A,commune,,2021-01-01,2025-07-01", "A,Xã B,commune,,2025-07-01") == [])
    }

    @Test func `a superior that nobody knows is refused`() {
        #expect(problems("A,Xã A,commune,BD-999") == ["2 parent_code"])
    }

    @Test func `a superior that has ended is refused from that day on`() {
        let district = Agency.Version.body(
            "BD-540", "Thành phố Quy Nhơn", .district, under: nil, from: day("2016-01-01"),
            until: day("2025-07-01"))
        #expect(
            problems("A,Xã A,commune,BD-540,2025-07-01", known: [district]) == ["2 parent_code"])
        #expect(problems("A,Xã A,commune,BD-540,2025-06-30", known: [district]) == [])
    }

    @Test func `two bodies above each other are refused, both named`() {
        #expect(
            problems("A,Sở A,department,B", "B,Sở B,department,A") == [
                "2 parent_code", "3 parent_code",
            ])
    }

    @Test func `a body above itself is refused`() {
        #expect(problems("A,Sở A,department,A") == ["2 parent_code"])
    }

    @Test func `a cycle through a body on record is refused`() {
        let known = [
            Agency.Version.body("A", "Sở A", .department, under: nil, from: day("2016-01-01")),
            Agency.Version.body("B", "Phòng B", .unit, under: "A", from: day("2016-01-01")),
        ]
        #expect(problems("A,Sở A,department,B", known: known) == ["2 parent_code"])
    }

    @Test func `a day that does not exist is refused`() {
        #expect(problems("A,Xã A,commune,,31/02/2021") == ["2 from"])
    }

    @Test func `an end before the beginning is refused`() {
        #expect(problems("A,Xã A,commune,,2021-01-01,2021-01-01") == ["2 until"])
    }

    @Test func `a body on record cannot begin again on an earlier day`() {
        let known = [
            Agency.Version.body("A", "Xã A", .commune, under: nil, from: day("2021-07-01"))
        ]
        #expect(problems("A,Xã A,commune,,2021-01-01", known: known) == ["2 from"])
    }

    @Test func `an older body may be added when it ends before the one on record begins`() {
        let known = [
            Agency.Version.body("A", "Xã A", .commune, under: nil, from: day("2021-07-01"))
        ]
        #expect(problems("A,Xã A cũ,commune,,2016-01-01,2021-07-01", known: known) == [])
    }

    @Test func `rows without any day are refused when none is given`() {
        let list = AgencyImport(rows("A,Xã A,commune,"), onto: [], from: nil) { Agency.ID("new") }
        #expect(list.problems.map(\.field) == ["from"])
        #expect(list.problems.first?.message.vi.contains("có hiệu lực từ ngày") == true)
    }

    @Test func `problems stand in the order of the rows`() {
        #expect(
            problems("A,Xã A,commune,X", "B,Xã B,làng,", "C,Xã C,commune,Y", "C,Xã C,commune,")
                == ["2 parent_code", "3 level", "4 parent_code", "5 code"])
    }

    @Test func `with one problem nothing at all is taken`() {
        let list = AgencyImport(rows("A,Sở A,department,", "B,Sở B,department,X"), onto: [])
        #expect(list.steps.isEmpty)
    }

    @Test func `a problem says its place and what to do, in both languages`() {
        let problem = AgencyImport(rows("A,Sở A,department,", "A,Sở B,department,"), onto: [])
            .problems.first
        #expect(
            problem?.placed.vi
                == "Dòng 3, cột code: Mã “A” trùng với dòng 2; hãy sửa một trong hai.")
        #expect(
            problem?.placed.en
                == "Row 3, column code: The code “A” stands in row 2 too; mend one of the two.")
    }
}
