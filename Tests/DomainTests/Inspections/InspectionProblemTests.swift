import Domain
import Testing

@Suite struct InspectionProblemTests {
    private func problems(
        by inspector: String = "BD", planned: String? = nil, held: String? = nil,
        concluded: String? = nil, symbol: String = "12/TB"
    ) -> [String] {
        Inspection(
            id: Inspection.ID("1"), number: 1, inspector: Agency.ID(inspector),
            body: Agency.ID("BD-540"), kind: .planned,
            plannedOn: planned.map(day), heldOn: held.map(day), concludedOn: concluded.map(day),
            conclusionSymbol: symbol
        ).problems.map(\.field)
    }

    @Test func `an inspection needs a day, planned or held`() {
        #expect(problems() == ["planned_on"])
        #expect(problems(planned: "2021-05-01") == [])
        #expect(problems(held: "2021-05-01") == [])
    }

    @Test func `a conclusion needs the symbol of its notice`() {
        #expect(
            problems(held: "2021-05-01", concluded: "2021-05-20", symbol: "") == [
                "conclusion_symbol"
            ])
    }

    @Test func `a conclusion cannot come before the inspection`() {
        #expect(problems(held: "2021-05-20", concluded: "2021-05-19") == ["concluded_on"])
        #expect(problems(held: "2021-05-20", concluded: "2021-05-20") == [])
    }

    @Test func `a conclusion needs the day of the inspection`() {
        #expect(problems(planned: "2021-05-01", concluded: "2021-05-20") == ["held_on"])
    }

    @Test func `a body does not inspect itself`() {
        #expect(problems(by: "BD-540", planned: "2021-05-01") == ["inspector_code"])
    }

    @Test func `a self-inspection needs a day, planned or held`() {
        let none = SelfInspection(
            id: SelfInspection.ID("1"), number: 1, body: Agency.ID("BD-540"), plannedOn: nil)
        #expect(none.problems.map(\.field) == ["planned_on"])
    }
}

@Suite struct FindingProblemTests {
    private func problems(
        found: String = "2021-05-20", due: String = "2021-06-20", closed: String? = nil,
        evidence: String = ""
    ) -> [String] {
        Finding(
            id: Finding.ID("1"), number: 1, inspection: nil, body: Agency.ID("BD-540"),
            text: "Chưa niêm yết thủ tục",
            foundOn: day(found), dueOn: day(due), closedOn: closed.map(day), evidence: evidence
        ).problems.map(\.field)
    }

    @Test func `a remedy cannot be due before the finding`() {
        #expect(problems(due: "2021-05-19") == ["due_on"])
        #expect(problems(due: "2021-05-20") == [])
    }

    @Test func `a finding closes only on proof`() {
        #expect(problems(closed: "2021-06-01") == ["evidence"])
        #expect(problems(closed: "2021-06-01", evidence: "Báo cáo 20/BC ngày 01/6/2021") == [])
    }

    @Test func `a finding cannot be closed before it was found`() {
        #expect(problems(closed: "2021-05-19", evidence: "20/BC") == ["closed_on"])
    }
}

@Suite struct InspectionColumnTests {
    @Test func `an inspection is read from the words officials use`() {
        let table = CellTable(
            headings: [
                "Mã cơ quan kiểm tra", "Mã cơ quan được kiểm tra", "Loại", "Ngày kiểm tra",
                "Ngày kết luận", "Thông báo kết luận",
            ],
            rows: [
                .init(
                    number: 2,
                    cells: ["BD-SNV", "BD-540", "đột xuất", "5/5/2021", "20/5/2021", "12/TB-SNV"])
            ])
        let row = InspectionColumns.all.read(table, blank: InspectionRow()).rows.first?.row
        #expect(row?.kind == .sudden)
        #expect(row?.concludedOn == day("2021-05-20"))
    }

    @Test func `a written inspection is read back`() {
        var row = InspectionRow()
        (row.inspectorCode, row.bodyCode, row.kind) = ("BD", "BD-540", .followUp)
        (row.plannedOn, row.cancelledOn) = (day("2021-05-01"), day("2021-04-20"))
        let table = InspectionColumns.all.table([row])
        #expect(InspectionColumns.all.read(table, blank: InspectionRow()).rows.map(\.row) == [row])
    }

    @Test func `a written finding is read back`() {
        var row = FindingRow()
        (row.bodyCode, row.inspectionNumber, row.text) = ("BD-540", 1_204, "Chưa niêm yết")
        (row.foundOn, row.dueOn) = (day("2021-05-20"), day("2021-06-20"))
        let table = FindingColumns.all.table([row])
        #expect(FindingColumns.all.read(table, blank: FindingRow()).rows.map(\.row) == [row])
    }
}
