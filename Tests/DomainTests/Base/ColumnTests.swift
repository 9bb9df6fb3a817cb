import Domain
import Foundation
import Testing

@Suite struct ColumnTests {
    private func table(_ headings: [String], _ rows: [String]...) -> CellTable {
        CellTable(
            headings: headings,
            rows: rows.enumerated().map { CellTable.Row(number: $0 + 2, cells: $1) })
    }

    private func read(_ headings: [String], _ rows: [String]...) -> ReadRows<AgencyRow> {
        AgencyColumns.all.read(
            CellTable(
                headings: headings,
                rows: rows.enumerated().map { CellTable.Row(number: $0 + 2, cells: $1) }),
            blank: AgencyRow())
    }

    @Test(arguments: [
        ["code", "name", "level"], ["Mã", "Tên cơ quan, đơn vị", "Cấp"], ["Code", "Name", "Level"],
        ["MÃ", "ten co quan don vi", "cấp"],
    ])
    func `headings are known by key and by title in either language`(_ headings: [String]) {
        let rows = read(headings, ["BD-SNV", "Sở Nội vụ", "department"]).rows
        #expect(rows.first?.row.name == "Sở Nội vụ")
    }

    @Test func `columns may stand in any order`() {
        let rows = read(["level", "name", "code"], ["commune", "Xã An Vinh", "BD-1"]).rows
        #expect(rows.first?.row.code == "BD-1")
    }

    @Test func `a column that is not ours is passed over and named`() {
        let result = read(
            ["code", "name", "level", "Ghi chú"], ["BD-SNV", "Sở Nội vụ", "department", "x"])
        #expect(result.problems.isEmpty)
        #expect(result.notices.map(\.vi) == ["Bỏ qua các cột không dùng: Ghi chú."])
    }

    @Test func `a missing required column is one problem, not one for each row`() {
        let result = read(["code", "name"], ["A", "B"], ["C", "D"])
        #expect(result.problems.map(\.field) == ["level"])
        #expect(result.rows.isEmpty)
    }

    @Test func `a column that stands twice is refused`() {
        let result = read(["code", "name", "level", "Mã"], ["A", "B", "commune", "C"])
        #expect(result.problems.map(\.field) == ["code"])
    }

    @Test func `a row may be shorter than the headings`() {
        let result = read(["code", "name", "level", "gso_code"], ["A", "B", "commune"])
        #expect(result.problems.isEmpty)
        #expect(result.rows.first?.row.gsoCode == nil)
    }

    @Test
    func `a row longer than the headings is refused, for a separator may stand inside a cell`() {
        let result = read(
            ["code", "level", "name"], ["A", "department", "Sở Kế hoạch", " Đầu tư"])
        #expect(result.rows.isEmpty)
        #expect(result.problems.map(\.row) == [2])
        #expect(result.problems.first?.message.vi.contains("nhiều ô hơn") == true)
    }

    @Test func `empty cells behind the last heading do not matter`() {
        #expect(read(["code", "name", "level"], ["A", "B", "commune", "", " "]).rows.count == 1)
    }

    @Test func `an empty required cell names its row and column`() {
        let result = read(["code", "name", "level"], ["A", " ", "commune"])
        #expect(result.problems.first?.placed.vi == "Dòng 2, cột name: Ô này không được để trống.")
    }

    @Test func `every problem of every row is told, not only the first`() {
        let result = read(
            ["code", "name", "level", "from"], ["", "B", "làng", "31/02/2021"],
            ["C", "", "commune", "x"])
        #expect(result.problems.map(\.row) == [2, 2, 2, 3, 3])
        #expect(result.problems.map(\.field) == ["code", "level", "from", "name", "from"])
    }

    @Test func `a row with a problem is left out, the others are read`() {
        let result = read(["code", "name", "level"], ["A", "B", "làng"], ["C", "D", "commune"])
        #expect(result.rows.map(\.number) == [3])
    }

    @Test func `wholly empty rows are passed over`() {
        #expect(
            read(["code", "name", "level"], ["", " ", ""], ["A", "B", "commune"]).problems.isEmpty)
    }

    @Test func `a word is known by its key or its title, without tones or case`() {
        let rows = read(["code", "name", "level"], ["A", "B", "CẤP XÃ"], ["C", "D", "Commune"]).rows
        #expect(rows.map(\.row.level) == [.commune, .commune])
    }

    @Test func `an unknown word is answered with the words that are known`() {
        let problem = read(["code", "name", "level"], ["A", "B", "làng"]).problems.first
        #expect(problem?.message.vi.contains("commune (Cấp xã)") == true)
        #expect(problem?.message.en.contains("commune (Commune)") == true)
    }

    @Test func `a day that does not exist is answered with how to write one`() {
        let problem = read(["code", "name", "level", "from"], ["A", "B", "commune", "31/02/2021"])
            .problems.first
        #expect(problem?.message.vi.contains("31/02/2021") == true)
        #expect(problem?.message.vi.contains("31/01/2021") == true)
    }

    @Test func `text in the decomposed form is composed, so that it equals what is on record`() {
        let apart = "Xã Canh Hiệp".decomposedStringWithCanonicalMapping
        let name = read(["code", "name", "level"], ["A", apart, "commune"]).rows.first?.row.name
        #expect(name.map { Array($0.utf8) } == Array("Xã Canh Hiệp".utf8))
    }

    @Test func `text longer than its column is refused`() {
        let result = read(
            ["code", "name", "level"], ["A", String(repeating: "ă", count: 201), "commune"])
        #expect(result.problems.first?.message.vi == "Dài quá 200 ký tự; hãy rút gọn.")
    }

    @Test func `a count that is no whole number is refused`() {
        let table = table(
            ["agency_code", "year", "symbol", "issued_on"], ["A", "2.021,5", "1/KH", "05/01/2021"])
        #expect(
            AgencyPlanColumns.all.read(table, blank: AgencyPlanRow()).problems.map(\.field) == [
                "year"
            ])
    }

    @Test func `what is written is read back`() {
        var row = AgencyRow()
        row.code = "BD-540"
        row.name = "Thành phố Quy Nhơn"
        row.level = .district
        row.block = .districts
        row.from = day("2021-01-05")
        let table = AgencyColumns.all.table([row])
        #expect(AgencyColumns.all.read(table, blank: AgencyRow()).rows.map(\.row) == [row])
    }

    @Test func `the non-breaking space and the mark at a file's start are trimmed`() {
        #expect("\u{FEFF}\u{00A0} Mã \u{3000}".trimmed == "Mã")
        #expect(" \u{00A0}".trimmed == "")
    }

    @Test func `any cells are read or answered with problems, never trapped`() {
        let cells = [
            "", "BD", "31/02/2021", "commune", "làng", "²", "1.5",
            String(repeating: "ộ", count: 500), "\u{301}", "😀",
        ]
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let width = Int.random(in: 0...10, using: &random)
            let row = (0..<width).compactMap { _ in cells.randomElement(using: &random) }
            let result = read(AgencyColumns.all.map(\.key), row)
            #expect(result.rows.count <= 1, "seed \(seed)")
            #expect(result.problems.allSatisfy { $0.row == 2 }, "seed \(seed)")
        }
    }
}
