import Domain
import Foundation

/// Finds the table of criteria in a decision sent as .docx, and hands it over as files have it.
///
/// Decisions number areas I, II or 1, 2; say a scale as lines of its own below a criterion, without a
/// number; repeat the heading on each page; end with a line of totals; and write +2 for a bonus.
public enum CriteriaWord {
    /// The table with the keys of ``CriteriaColumns`` as headings.
    ///
    /// Rows count from the heading as 1, as they stand in the document's table. A criterion without an
    /// input gets the one that its rule takes; a person looks at it before the set scores anybody.
    ///
    /// - Throws: ``ReadingError`` for a file that is no .docx, ``InvalidInput`` when no table has the
    ///   headings.
    public static func table(_ data: Data, name: String) throws -> CellTable {
        let lines = try WordFile.text(data, name: name).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(\.trimmed) }
        guard let start = lines.firstIndex(where: { CriteriaHeadings($0) != nil }),
            let headings = CriteriaHeadings(lines[start])
        else {
            throw InvalidInput([
                Problem(
                    "file",
                    vi:
                        "Trong tệp “\(name)” không có bảng nào có các cột TT, tiêu chí và điểm tối đa; hãy ghi đủ ba tiêu đề ấy trên một dòng của bảng.",
                    en:
                        "No table in “\(name)” has columns for the number, the criterion and the maximum; give it these three headings in one row."
                )
            ])
        }
        var rows = CriteriaLines(headings)
        for (offset, cells) in lines[start...].enumerated() {
            if cells.count < 2 { break }
            if offset > 0 { rows.take(cells, row: offset + 1) }
        }
        return rows.table
    }
}

/// Which column of the document's table says what.
private struct CriteriaHeadings {
    /// By key: the place of its column.
    let places: [(key: String, place: Int)]

    /// Of what stands in a heading, the first that fits; `nil` without number, title and maximum.
    init?(_ cells: [String]) {
        var found: [(key: String, place: Int)] = []
        for (place, cell) in cells.enumerated() {
            let folded = Vietnamese.folded(cell)
            guard let key = CriteriaHeadings.key(folded), !found.contains(where: { $0.key == key })
            else { continue }
            found.append((key, place))
        }
        guard ["code", "title", "maximum"].allSatisfy({ key in found.contains { $0.key == key } })
        else { return nil }
        places = found
    }

    private static let words: [(key: String, parts: [String])] = [
        ("maximum", ["diem toi da", "diem chuan", "thang diem"]),
        ("rule", ["cach tinh", "phuong phap", "cach cham", "huong dan"]),
        ("evidence", ["kiem chung"]), ("confirmer", ["xac nhan"]),
        ("appraiser", ["tham dinh", "co quan danh gia"]), ("exemption", ["mien"]),
        ("input", ["nguon so lieu"]), ("source", ["can cu"]),
        ("title", ["tieu chi", "linh vuc", "noi dung"]),
    ]

    private static func key(_ heading: String) -> String? {
        if ["tt", "stt", "so tt", "no"].contains(heading) { return "code" }
        if heading == "diem" { return "maximum" }
        return words.first { $0.parts.contains { heading.contains($0) } }?.key
    }
}

/// The lines of the document's table, made into lines of a set one after the other.
private struct CriteriaLines {
    private let headings: CriteriaHeadings
    private var lines: [(row: Int, cells: [String: String])] = []
    /// The number of the area when areas are numbered I, II; codes below it begin with it.
    private var area: Int?

    init(_ headings: CriteriaHeadings) {
        self.headings = headings
    }

    mutating func take(_ cells: [String], row: Int) {
        var line: [String: String] = [:]
        for (key, place) in headings.places where place < cells.count { line[key] = cells[place] }
        guard CriteriaHeadings(cells) == nil, !isNumbering(cells) else { return }
        let code = (line["code"] ?? "").trimmingSuffix(".").trimmingSuffix(")")
        let title = line["title"] ?? ""
        if code.isEmpty {
            let folded = Vietnamese.folded(title)
            if folded.isEmpty || folded.hasPrefix("tong") { return }
            addCase(title, line["maximum"] ?? "", row: row, line)
            return
        }
        if let number = roman(code) {
            area = number
            line["code"] = String(number)
        } else {
            line["code"] = area.map { "\($0).\(code)" } ?? code
        }
        if let maximum = line["maximum"], let sign = maximum.first, "+-−–".contains(sign) {
            line["maximum"] = String(maximum.dropFirst()).trimmed
            line["nature"] = (sign == "+" ? Criterion.Nature.bonus : .deduction).rawValue
        }
        lines.append((row, line))
    }

    /// A line without a number is one step of the scale above it; without points a line by mistake.
    private mutating func addCase(
        _ title: String, _ points: String, row: Int, _ line: [String: String]
    ) {
        guard !points.isEmpty, !lines.isEmpty else {
            lines.append((row, line))
            return
        }
        let last = lines.count - 1
        let before = lines[last].cells["rule"] ?? ""
        let condition = title.trimmingSuffix(":").trimmingPrefix("-").trimmingPrefix("+")
        lines[last].cells["rule"] =
            (before.isEmpty ? "" : before + "; ") + "\(condition): \(points)"
    }

    /// (1) (2) (3) below the heading.
    private func isNumbering(_ cells: [String]) -> Bool {
        cells.enumerated().allSatisfy { place, cell in
            cell == "\(place + 1)" || cell == "(\(place + 1))"
        }
    }

    private func roman(_ code: String) -> Int? {
        let numerals = [
            "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII",
            "XIV", "XV",
        ]
        return numerals.firstIndex(of: code).map { $0 + 1 }
    }

    var table: CellTable {
        let written = ["rule", "nature", "input"]
        let keys = headings.places.map(\.key).filter { !written.contains($0) } + written
        return CellTable(
            headings: keys,
            rows: lines.map { row, cells in
                var cells = cells
                if (cells["input"] ?? "").isEmpty, let text = cells["rule"], !text.isEmpty {
                    cells["input"] = CriterionInput(likelyFor: text)?.text
                }
                return CellTable.Row(number: row, cells: keys.map { cells[$0] ?? "" })
            })
    }
}

extension String {
    fileprivate func trimmingSuffix(_ end: String) -> String {
        hasSuffix(end) ? String(dropLast(end.count)).trimmed : self
    }

    fileprivate func trimmingPrefix(_ start: String) -> String {
        hasPrefix(start) ? String(dropFirst(start.count)).trimmed : self
    }
}
