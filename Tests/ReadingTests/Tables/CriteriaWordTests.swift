import Domain
import Foundation
import Reading
import Support
import Testing

@Suite struct CriteriaWordTests {
    /// A .docx with a paragraph and one table of these cells.
    private func decision(_ rows: [[String]]) -> Data {
        func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
        let cells = rows.map { row in
            "<w:tr>" + row.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"
        }.joined()
        let body =
            paragraph("Phụ lục") + "<w:tbl>\(cells)</w:tbl>" + paragraph("Ghi chú\tkhác")
        return ZipBytes.make([
            ("[Content_Types].xml", "<a/>"),
            (
                "word/document.xml",
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\(body)</w:body></w:document>"
            ),
        ])
    }

    private static let heading = [
        "STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa", "Tài liệu kiểm chứng",
    ]

    private func read(_ rows: [[String]]) throws -> ReadCriteria {
        let table = try CriteriaWord.table(decision(rows), name: "qd.docx")
        return ReadCriteria(
            CriteriaColumns.all.read(table, blank: CriterionRow()),
            details: CriteriaSet.Details(name: "Thử", block: .departments, year: 2021))
    }

    @Test func `areas in Roman numerals and scales on lines of their own are read`() throws {
        let read = try read([
            Self.heading, ["(1)", "(2)", "(3)", "(4)"],
            ["I", "CÔNG TÁC CHỈ ĐẠO", "3", ""], ["1", "Kiểm tra cải cách hành chính", "2", ""],
            ["1.1", "Tỷ lệ đơn vị được kiểm tra", "1", "Báo cáo"],
            ["", "Từ 30% trở lên", "1", ""], ["", "Từ 25% đến dưới 30%", "0,5", ""],
            ["", "Dưới 25%", "0", ""], Self.heading,
            ["1.2.", "Ban hành kế hoạch", "1", ""], ["", "- Kịp thời:", "1", ""],
            ["", "- Không kịp thời", "0", ""], ["2", "Sáng kiến", "1", ""],
            ["", "Từ 2 trở lên", "1", ""], ["", "Dưới 2", "0", ""],
            ["", "Tổng cộng", "3", ""],
        ])
        #expect(read.problems == [])
        #expect(read.criteria.map(\.code) == ["1", "1.1", "1.1.1", "1.1.2", "1.2"])
        #expect(read.criteria.map(\.input) == [nil, nil, .share, .choice, .count])
        #expect(read.criteria[2].ruleText == ">=30%: 1; 25%-<30%: 0,5; <25%: 0")
        #expect(read.criteria[2].evidence == "Báo cáo")
        #expect(read.criteria[3].rule?.branches.first?.options == ["Kịp thời", "Không kịp thời"])
    }

    @Test func `a sign before the maximum makes a bonus or a deduction`() throws {
        let read = try read([
            Self.heading, ["1", "Điểm thưởng", "+2", ""], ["1.1", "Mô hình mới", "+2", ""],
            ["", "có", "2", ""], ["", "không", "0", ""], ["2", "Điểm trừ", "−1", ""],
            ["2.1", "Báo cáo chậm", "−1", ""], ["", "có", "-1", ""], ["", "không", "0", ""],
            ["3", "Thể chế", "1", ""], ["3.1", "Văn bản", "1", ""], ["", "có", "1", ""],
            ["", "không", "0", ""],
        ])
        #expect(read.problems == [])
        #expect(
            read.criteria.map(\.nature) == [
                .bonus, .bonus, .deduction, .deduction, .standard, .standard,
            ])
    }

    @Test func `a line without number and points is placed at its row`() throws {
        let read = try read([
            Self.heading, ["1", "Kiểm tra", "1", ""], ["", "Ghi chú chung", "", ""],
        ])
        #expect(read.problems.contains { $0.row == 3 && $0.field == "code" })
    }

    @Test func `a file without such a table is refused with the headings it needs`() {
        let error = #expect(throws: InvalidInput.self) {
            try read([["Tên", "Số"], ["a", "1"]])
        }
        #expect(error?.problems.first?.message.vi.contains("TT, tiêu chí và điểm tối đa") == true)
    }
}
