import Domain
import Foundation

/// Reads the text of a .docx: a paragraph a line, a table row a line with tabs between its cells.
enum WordFile {
    static func text(_ data: Data, name: String) throws(ReadingError) -> String {
        let archive = try ZipArchive(data, name: name)
        guard let document = try archive.part("word/document.xml") else {
            if archive.contains("xl/workbook.xml") {
                let table = try XLSXFile.read(data, name: name)
                return ([table.headings] + table.rows.map(\.cells)).map {
                    $0.joined(separator: "\t")
                }
                .joined(separator: "\n")
            }
            throw .unknownKind(name: name)
        }
        let numbering = try WordNumbering.read(archive.part("word/numbering.xml"), name: name)
        let writer = WordTextWriter(numbering: numbering)
        try XMLPart.read(
            document, part: "word/document.xml", of: name, start: writer.start, end: writer.end,
            characters: writer.characters)
        return writer.lines.joined(separator: "\n") + "\n"
    }
}

/// Collects the lines of a document's body while its XML goes by.
private final class WordTextWriter {
    private(set) var lines: [String] = []
    private var numbering: WordNumbering
    private var paragraph = ""
    private var cells: [[String]] = []
    private var cell: [String] = []
    private var tableDepth = 0
    private var isText = false
    private var deleted = 0
    private var list: (id: String?, level: Int)?

    init(numbering: WordNumbering) {
        self.numbering = numbering
    }

    func start(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "p":
            paragraph = ""
            list = nil
        case "t": isText = true
        case "tab": if list == nil || !paragraph.isEmpty { paragraph += " " }
        case "br", "cr": paragraph += tableDepth > 0 ? " " : "\n"
        case "noBreakHyphen": paragraph += "-"
        case "numId": list = (attributes["w:val"], list?.level ?? 0)
        case "ilvl": list = (list?.id, Int(attributes["w:val"] ?? "") ?? 0)
        case "del", "moveFrom": deleted += 1
        case "tbl": tableDepth += 1
        case "tr" where tableDepth == 1: cells = []
        case "tc" where tableDepth == 1: cell = []
        default: break
        }
    }

    func end(_ element: String) {
        switch element {
        case "t": isText = false
        case "p": endParagraph()
        case "del", "moveFrom": deleted -= 1
        case "tc" where tableDepth == 1: cells.append(cell)
        case "tr" where tableDepth == 1:
            lines.append(
                cells.map { $0.filter { !$0.isEmpty }.joined(separator: " ") }.joined(
                    separator: "\t"))
        case "tbl":
            tableDepth -= 1
            if tableDepth == 0 { lines.append("") }
        default: break
        }
    }

    func characters(_ text: String) {
        guard isText, deleted == 0 else { return }
        paragraph.unicodeScalars.append(
            contentsOf: text.unicodeScalars.map { $0 == "\t" || $0 == "\n" ? " " : $0 })
    }

    private func endParagraph() {
        if let list, let id = list.id, let mark = numbering.next(id, level: list.level),
            !paragraph.isEmpty
        {
            paragraph = mark + " " + paragraph
        }
        if tableDepth > 0 { cell.append(paragraph) } else { lines += [paragraph, ""] }
        paragraph = ""
        list = nil
    }
}
