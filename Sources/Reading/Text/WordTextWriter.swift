/// Collects the lines of a document's body while its XML goes by.
final class WordTextWriter {
    private(set) var lines: [String] = []
    private var numbering: WordNumbering
    private var table = WordTable()
    private var tableDepth = 0
    /// The paragraphs begun and not yet ended: a text box stands inside another one.
    private var open: [OpenParagraph] = []
    private var isText = false
    /// Inside text that was deleted, or that repeats a shape for older programs.
    private var skipped = 0

    private struct OpenParagraph {
        var text = ""
        var list: (id: String?, level: Int?) = (nil, nil)
        var style: String?
        /// What the text boxes inside it say.
        var boxes: [String] = []
    }

    init(numbering: WordNumbering) {
        self.numbering = numbering
    }

    func start(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "p": open.append(OpenParagraph())
        case "t": isText = true
        case "tab": append(open.last?.text.isEmpty == true ? "" : " ")
        case "br", "cr": append(tableDepth > 0 ? " " : "\n")
        case "noBreakHyphen": append("-")
        case "pStyle": change { $0.style = attributes["w:val"] }
        case "numId": change { $0.list.id = attributes["w:val"] }
        case "ilvl": change { $0.list.level = Int(attributes["w:val"] ?? "") }
        case "del", "moveFrom", "Fallback": skipped += 1
        case "tbl": tableDepth += 1
        case "tr" where tableDepth == 1: table.startRow()
        case "tc" where tableDepth == 1: table.startCell()
        case "gridSpan" where tableDepth == 1: table.span(Int(attributes["w:val"] ?? "") ?? 1)
        case "vMerge" where tableDepth == 1: table.merge(begins: attributes["w:val"] == "restart")
        default: break
        }
    }

    func end(_ element: String) {
        switch element {
        case "t": isText = false
        case "p": endParagraph()
        case "del", "moveFrom", "Fallback": skipped -= 1
        case "tc" where tableDepth == 1: table.endCell()
        case "tr" where tableDepth == 1: table.endRow()
        case "tbl":
            tableDepth -= 1
            if tableDepth == 0 {
                lines += table.lines() + [""]
                table = WordTable()
            }
        default: break
        }
    }

    func characters(_ text: String) {
        guard isText, skipped == 0, !open.isEmpty else { return }
        open[open.count - 1].text.unicodeScalars.append(
            contentsOf: text.unicodeScalars.map { $0 == "\t" || $0 == "\n" ? " " : $0 })
    }

    private func append(_ text: String) {
        guard skipped == 0 else { return }
        change { $0.text += text }
    }

    private func change(_ change: (inout OpenParagraph) -> Void) {
        if !open.isEmpty { change(&open[open.count - 1]) }
    }

    private func endParagraph() {
        guard var paragraph = open.popLast() else { return }
        let own = numbering.style(paragraph.style)
        if !paragraph.text.isEmpty, let id = paragraph.list.id ?? own?.list,
            let mark = numbering.next(id, level: paragraph.list.level ?? own?.level ?? 0)
        {
            paragraph.text = mark + " " + paragraph.text
        }
        let said = [paragraph.text] + paragraph.boxes
        if !open.isEmpty {
            open[open.count - 1].boxes += said.filter { !$0.isEmpty }
        } else if tableDepth > 0 {
            for text in said { table.add(text) }
        } else {
            for text in said { lines += [text, ""] }
        }
    }
}

/// The table that is being read: its rows, and the cells that reach down into further rows.
struct WordTable {
    /// A cell's paragraphs.
    typealias Cell = [String]

    private var rows: [[Cell]] = []
    private var cells: [Cell] = []
    private var cell: Cell = []
    private var width = 1
    private var isMerged = false
    private var isContinued = false
    /// What stands in the cells that span several rows, by their first column.
    private var above: [Int: Cell] = [:]

    /// No table has more columns than Word allows.
    private static let mostColumns = 63

    mutating func startRow() { cells = [] }

    mutating func startCell() {
        cell = []
        width = 1
        isMerged = false
        isContinued = false
    }

    mutating func span(_ columns: Int) { width = max(1, min(columns, Self.mostColumns)) }

    mutating func merge(begins: Bool) {
        isMerged = true
        isContinued = !begins
    }

    mutating func add(_ text: String) {
        if !text.isEmpty { cell.append(text) }
    }

    mutating func endCell() {
        let column = cells.count
        if isContinued, cell.isEmpty { cell = above[column] ?? [] }
        above[column] = isMerged ? cell : nil
        cells.append(cell)
        for _ in 1..<width where cells.count < 4 * Self.mostColumns { cells.append([]) }
    }

    mutating func endRow() { rows.append(cells) }

    /// A row a line, its cells cut by tabs.
    ///
    /// Two columns of a few rows are no table but the head of a document, or its recipients beside
    /// its signature: these come cell after cell, a paragraph a line.
    func lines() -> [String] {
        let isLayout = rows.count <= 3 && rows.allSatisfy { $0.count <= 2 }
        if isLayout { return rows.flatMap { row in row.flatMap { $0 + [""] } } }
        return rows.map { row in row.map { $0.joined(separator: " ") }.joined(separator: "\t") }
    }
}
