import Domain
import Foundation
import Reading
import Support
import Testing

/// An annex of tasks as a workbook: titles, a heading of two rows, groups, merged cells.
struct XLSXTextTests {
    private func workbook(_ sheets: [(state: String, content: String)]) -> Data {
        let names = sheets.enumerated().map { place, sheet in
            "<sheet name=\"Phụ lục \(place)\" sheetId=\"\(place)\" state=\"\(sheet.state)\"/>"
        }
        return ZipBytes.make(
            [("xl/workbook.xml", "<workbook><sheets>\(names.joined())</sheets></workbook>")]
                + sheets.enumerated().map { place, sheet in
                    ("xl/worksheets/sheet\(place + 1).xml", sheet.content)
                })
    }

    private func sheet(_ rows: [[String]], merges: [String] = []) -> String {
        let xml = rows.enumerated().map { number, cells in
            let cells = cells.enumerated().filter { !$0.element.isEmpty }.map { column, text in
                let letter = ["A", "B", "C", "D", "E", "F"][column]
                return
                    "<c r=\"\(letter)\(number + 1)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
            }
            return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
        }
        let merged = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        return
            "<worksheet><sheetData>\(xml.joined())</sheetData><mergeCells>\(merged)</mergeCells></worksheet>"
    }

    private var annex: String {
        sheet(
            [
                ["PHỤ LỤC"], ["DANH MỤC NHIỆM VỤ NĂM 2026"],
                ["TT", "Nhiệm vụ", "Cơ quan thực hiện", "", "Sản phẩm", "Thời gian"],
                ["", "", "Chủ trì", "Phối hợp", "", ""], ["I", "THỂ CHẾ"],
                ["1", "Rà soát\nvăn bản", "Sở Tư pháp", "Các sở, ban, ngành", "Báo cáo", "Quý I"],
                ["2", "Công bố danh mục", "", "", "Quyết định", "30/6/2026"],
                ["TỔNG CỘNG"],
            ], merges: ["A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "C6:C7", "D6:D7"])
    }

    @Test func `every row is a task with its merged cells`() throws {
        let text = try TextFile.read(workbook([("visible", annex)]), name: "phu-luc.xlsx")
        let plan = PlanReader.read(text)
        #expect(plan.tasks.map(\.clause) == ["Phụ lục.I.1", "Phụ lục.I.2"])
        #expect(plan.tasks.map(\.text) == ["Rà soát văn bản", "Công bố danh mục"])
        #expect(plan.tasks.map(\.lead) == ["Sở Tư pháp", "Sở Tư pháp"])
        #expect(plan.tasks.map(\.cooperating) == ["Các sở, ban, ngành", "Các sở, ban, ngành"])
        #expect(
            plan.tasks.map(\.deadline) == [
                .words("Quý I"), Day("2026-06-30").map { .day($0) },
            ])
    }

    @Test func `hidden sheets are left out`() throws {
        let data = workbook([("visible", annex), ("hidden", sheet([["Nháp"]]))])
        #expect(try !TextFile.read(data, name: "phu-luc.xlsx").contains("Nháp"))
    }

    @Test func `an annex in a file of its own is read after the plan`() async throws {
        let plan = PlanFile(
            text:
                "KẾ HOẠCH\nCải cách hành chính năm 2026\n\nI. CHỈ TIÊU\n- 100% hồ sơ được số hóa.\n"
        )
        let table = sheet([["TT", "Nhiệm vụ", "Chủ trì"], ["1", "Rà soát", "Sở Tư pháp"]])
        let annex = try await PlanFile.read(workbook([("visible", table)]), name: "phu-luc.xlsx")
        let draft = plan.followed(by: annex).draft()
        #expect(draft.targets.map(\.clause) == ["I.1"])
        #expect(draft.tasks.map(\.clause) == ["Phụ lục.1"])
    }
}
