import Domain
import Foundation

/// Collects the rows of one sheet while its XML goes by.
final class XLSXSheetReader {
    enum Limit { case rows, columns(row: Int) }

    private(set) var rows: [CellTable.Row] = []
    /// Set when the sheet is larger than we read.
    private(set) var limit: Limit?
    private let book: XLSXBook
    private var number = 0
    private var cells: [String] = []
    private var column = 0
    private var kind = ""
    private var style = 0
    private var content = ""
    private var isContent = false
    private var phonetic = 0

    /// The cells that are one: columns and rows counted from 0 and 1.
    private var merges: [(columns: ClosedRange<Int>, rows: ClosedRange<Int>)] = []

    private init(_ book: XLSXBook) {
        self.book = book
    }

    static func read(
        _ part: Data, path: String, of book: XLSXBook, name: String
    ) throws(ReadingError) -> XLSXSheetReader {
        let reader = XLSXSheetReader(book)
        try XMLPart.read(
            part, part: path, of: name, start: reader.start, end: reader.end,
            characters: reader.characters,
            shouldStop: { reader.limit != nil })
        switch reader.limit {
        case .rows: throw .tooManyRows(name: name, limit: TableFile.mostRows)
        case .columns(let row):
            throw .tooManyColumns(name: name, row: row, limit: TableFile.mostColumns)
        case nil: return reader
        }
    }

    /// The rows, with a merged cell's words in every row that it spans.
    func unmergedRows() -> [CellTable.Row] {
        var rows = rows
        for merge in merges {
            guard
                let first = rows.firstIndex(where: { $0.number >= merge.rows.lowerBound }),
                rows[first].number == merge.rows.lowerBound,
                rows[first].cells.indices.contains(merge.columns.lowerBound)
            else { continue }
            let words = rows[first].cells[merge.columns.lowerBound]
            for place in rows.indices[(first + 1)...].prefix(Self.longestMerge) {
                guard rows[place].number <= merge.rows.upperBound else { break }
                rows[place] = rows[place].filled(merge.columns.lowerBound, words)
            }
        }
        return rows
    }

    /// A sheet has no more merged cells, and none spans more rows, than these.
    private static let mostMerges = 2_000
    private static let longestMerge = 500

    func start(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "row":
            number =
                attributes["r"].flatMap { Int($0) }.map { max(1, min($0, 2_000_000)) } ?? number + 1
            cells = []
            column = -1
        case "c":
            column = attributes["r"].flatMap(Self.column) ?? column + 1
            kind = attributes["t"] ?? "n"
            style = attributes["s"].flatMap { Int($0) } ?? 0
            content = ""
        case "v": isContent = true
        case "t": isContent = phonetic == 0 && kind == "inlineStr"
        case "rPh": phonetic += 1
        case "mergeCell" where merges.count < Self.mostMerges:
            if let merge = Self.merge(attributes["ref"] ?? "") { merges.append(merge) }
        default: break
        }
    }

    func end(_ element: String) {
        switch element {
        case "v", "t": isContent = false
        case "rPh": phonetic -= 1
        case "c": endCell()
        case "row": endRow()
        default: break
        }
    }

    func characters(_ text: String) {
        if isContent { content += text }
    }

    private func endCell() {
        guard column >= 0, !content.isEmpty else { return }
        guard column < TableFile.mostColumns else {
            limit = .columns(row: number)
            return
        }
        while cells.count <= column { cells.append("") }
        cells[column] = value()
    }

    private func endRow() {
        guard cells.contains(where: { !$0.isEmpty }) else { return }
        rows.append(CellTable.Row(number: number, cells: cells))
        if rows.count > TableFile.mostRows + 20 { limit = .rows }
    }

    private func value() -> String {
        switch kind {
        case "s":
            return Int(content).flatMap { book.texts.indices.contains($0) ? book.texts[$0] : nil }
                ?? ""
        case "b": return content == "1" ? "true" : "false"
        case "n":
            if book.dateStyles.contains(style), let day = day(content) { return day.text }
            return PlainNumber.text(content)
        case "d": return String(content.prefix(10))
        default: return content
        }
    }

    /// A spreadsheet counts days from 1900 (and takes that for a leap year) or from 1904.
    private func day(_ content: String) -> Day? {
        guard let serial = Double(content), serial >= 1, serial < 110_000 else { return nil }
        let days = Int(serial)
        if book.countsFrom1904 { return Day(number: days - 24_107) }
        return Day(number: days - (days < 60 ? 25_568 : 25_569))
    }

    /// "B2:B7": only what spans several rows.
    private static func merge(
        _ reference: String
    ) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>)? {
        let corners = reference.split(separator: ":").map(String.init)
        guard corners.count == 2, let left = column(corners[0]), let right = column(corners[1]),
            let top = row(corners[0]), let bottom = row(corners[1]), left <= right, top < bottom
        else { return nil }
        return (left...right, top...bottom)
    }

    private static func row(_ reference: String) -> Int? {
        Int(reference.drop { !$0.isNumber })
    }

    /// The column of "AB12", counted from 0.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard (0x41...0x5A).contains(byte) else { break }
            column = column * 26 + Int(byte) - 0x40
            guard column < 20_000 else { break }
        }
        return column > 0 ? column - 1 : nil
    }
}

extension CellTable.Row {
    /// With these words in a cell that has none of its own.
    fileprivate func filled(_ column: Int, _ words: String) -> CellTable.Row {
        var cells = cells
        while cells.count <= column { cells.append("") }
        if cells[column].isEmpty { cells[column] = words }
        return CellTable.Row(number: number, cells: cells)
    }
}

/// Writes a spreadsheet's number as a person would type it.
enum PlainNumber {
    /// "30.0" is "30"; "0.30000000000000004" is "0.3"; "1.2E4" is "12000".
    static func text(_ content: String) -> String {
        if content.utf8.count <= 15, content.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return content
        }
        guard let number = Double(content), number.isFinite else { return content }
        // Fifteen significant digits are what spreadsheets keep.
        let rounded = String(format: "%.15g", number)
        guard rounded.contains("e") else { return rounded }
        return Decimal(string: rounded).map { "\($0)" } ?? content
    }
}
