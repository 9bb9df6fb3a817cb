/// Reads the lines of a template and keeps what is wrong with them.
struct TemplateReader {
    private static let longestLine = 5_000

    var lines: [TemplateText.Line] = []
    var problems: [Problem] = []
    var field = "body"

    init(field: String = "body") {
        self.field = field
    }

    /// The rows of the table that is being read.
    private var rows: [[[TemplateText.Piece]]] = []

    /// Ends the table that is being read, if there is one.
    mutating func finish() {
        guard !rows.isEmpty else { return }
        lines.append(.table(rows))
        rows = []
    }

    mutating func read(_ line: String, number: Int) {
        if !line.hasPrefix("|") { finish() }
        guard !line.isEmpty else { return }
        guard line.utf8.count <= Self.longestLine else {
            return report(
                number,
                vi: "Dòng này dài quá \(Self.longestLine) ký tự; hãy ngắt thành nhiều đoạn.",
                en: "This line is longer than \(Self.longestLine) characters; break it up.")
        }
        if line.hasPrefix("[[") { return readList(line, number) }
        if line.hasPrefix("|") { return readRow(line, number) }
        if line.hasPrefix("% ") {
            return lines.append(.annex(pieces(String(line.dropFirst(2)), number: number)))
        }
        for (mark, level) in [("### ", 3), ("## ", 2), ("# ", 1)] where line.hasPrefix(mark) {
            let pieces = pieces(String(line.dropFirst(mark.count)), number: number)
            return lines.append(.heading(level: level, pieces))
        }
        for (mark, style) in Self.marks where line.hasPrefix(mark) {
            let pieces = pieces(String(line.dropFirst(mark.count)), number: number)
            return lines.append(.paragraph(style, pieces))
        }
        let style: OfficialDocument.Paragraph.Style = Self.isArticle(line) ? .article : .body
        lines.append(.paragraph(style, pieces(line, number: number)))
    }

    /// Whether it begins as "Điều 1." does.
    private static func isArticle(_ line: String) -> Bool {
        guard line.hasPrefix("Điều ") else { return false }
        let rest = line.utf8.dropFirst("Điều ".utf8.count)
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        return !digits.isEmpty && rest.dropFirst(digits.count).first == UInt8(ascii: ".")
    }

    /// A row of a table: cells between bars; a bar inside a cell is written `\\|`.
    private mutating func readRow(_ line: String, _ number: Int) {
        var cells = [""]
        var isEscaped = false
        for scalar in line.dropFirst().unicodeScalars {
            if isEscaped {
                if scalar != "|" { cells[cells.count - 1].unicodeScalars.append("\\") }
                cells[cells.count - 1].unicodeScalars.append(scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if scalar == "|", !isInName(cells[cells.count - 1]) {
                cells.append("")
            } else {
                cells[cells.count - 1].unicodeScalars.append(scalar)
            }
        }
        if cells.count > 1, cells.last?.trimmed.isEmpty == true { cells.removeLast() }
        if let heads = rows.first?.count, heads != cells.count {
            return report(
                number,
                vi: "Dòng bảng này có \(cells.count) ô, hàng đầu có \(heads) ô; hãy ghi đủ số ô.",
                en: "This row has \(cells.count) cells, the first \(heads); give as many.")
        }
        guard cells.count <= Self.mostCells else {
            return report(
                number, vi: "Bảng có nhiều nhất \(Self.mostCells) cột.",
                en: "A table has at most \(Self.mostCells) columns.")
        }
        rows.append(cells.map { pieces($0.trimmed, number: number) })
    }

    private static let mostCells = 40

    /// Whether a brace is open, in which a bar belongs to the name of a figure.
    private func isInName(_ cell: String) -> Bool {
        cell.utf8.reduce(false) { isOpen, byte in
            byte == UInt8(ascii: "{") || (isOpen && byte != UInt8(ascii: "}"))
        }
    }

    private static let marks: [(String, OfficialDocument.Paragraph.Style)] = [
        ("- ", .item), ("> ", .basis), ("= ", .centred),
    ]

    private mutating func readList(_ line: String, _ number: Int) {
        guard line.hasSuffix("]]") else {
            return report(
                number, vi: "Tên danh sách phải đứng riêng một dòng, dạng [[bang_chi_tieu]].",
                en: "The name of a list stands alone on its line, as [[bang_chi_tieu]].")
        }
        let name = String(line.dropFirst(2).dropLast(2)).trimmed
        guard let list = TemplateList(rawValue: name) else {
            let known = TemplateList.allCases.map(\.rawValue)
            return unknown(
                name, among: known, number, Bilingual(vi: "danh sách", en: "list"))
        }
        lines.append(.list(list))
    }

    /// The text cut at its names; a brace that is not closed is a problem.
    mutating func pieces(_ text: String, number: Int?) -> [TemplateText.Piece] {
        var pieces: [TemplateText.Piece] = []
        var rest = text.utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
            let before = String(Substring(rest[..<open]))
            if !before.isEmpty { pieces.append(.text(before)) }
            guard let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) else {
                report(
                    number, vi: "Thiếu dấu “}” sau tên số liệu; hãy thêm dấu đóng.",
                    en: "The name of a figure is not closed; add “}”.")
                return pieces
            }
            let name = String(Substring(rest[rest.index(after: open)..<close])).trimmed
            if let piece = piece(name, number) { pieces.append(piece) }
            rest = rest[rest.index(after: close)...]
        }
        let last = String(Substring(rest))
        if !last.isEmpty { pieces.append(.text(last)) }
        return pieces
    }

    private mutating func piece(_ name: String, _ number: Int?) -> TemplateText.Piece? {
        if let word = TemplateWord(rawValue: name) { return .word(word) }
        if let figure = FigureName(reading: name),
            ReportFigure.named(figure.base) != nil || figure.target?.isEmpty == false
        {
            return .figure(figure)
        }
        if let figure = FigureName(reading: String(name.prefix { $0 != "|" })),
            ReportFigure.named(figure.base) != nil
        {
            let known = ReportTime.allCases.map(\.suffix).filter { !$0.isEmpty }
            report(
                number,
                vi:
                    "Sau dấu “|” của “\(name)” phải là một trong: \(known.joined(separator: ", ")).",
                en: "After the bar of “\(name)” stands one of: \(known.joined(separator: ", ")).")
            return nil
        }
        let known = ReportFigure.all.map(\.name) + TemplateWord.allCases.map(\.rawValue)
        unknown(name, among: known, number, Bilingual(vi: "số liệu", en: "figure"))
        return nil
    }

    private mutating func unknown(
        _ name: String, among known: [String], _ number: Int?, _ kind: Bilingual
    ) {
        let nearest = known.min {
            Self.distance(name, $0) < Self.distance(name, $1)
        }
        let near = nearest.flatMap {
            Self.distance(name, $0) <= max(3, name.utf8.count / 2) ? $0 : nil
        }
        let hint =
            near.map { Bilingual(vi: " Có phải “\($0)”?", en: " Did you mean “\($0)”?") }
            ?? Bilingual("")
        report(
            number,
            vi:
                "Không có \(kind.vi) nào tên “\(name)”.\(hint.vi) Xem danh sách tên dưới khung soạn.",
            en:
                "There is no \(kind.en) named “\(name)”.\(hint.en) The names are listed below the form."
        )
    }

    private mutating func report(_ number: Int?, vi: String, en: String) {
        problems.append(Problem(field, row: number, vi: vi, en: en))
    }

    /// How many letters have to be put in, left out or changed to make one name of the other.
    private static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.utf8.prefix(60)), Array(right.utf8.prefix(60)))
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}
