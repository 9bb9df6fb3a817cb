import Domain
import Foundation

/// A document as a page of the site shows it, without a program of the reader's own.
public enum DocumentPreview {
    /// What a part of it is: a paragraph, or a table's rows of cells.
    public enum Block: Hashable, Sendable {
        case paragraph(String)
        case table([[String]])
    }

    /// Files up to 20 MB are shown; their first 400 blocks, 200 rows and 24 columns.
    private static let mostBlocks = 400
    private static let mostRows = 200
    private static let mostColumns = 24
    /// Pages of a PDF that are shown as pictures.
    public static let mostPages = 30

    /// The text of a Word document, of a sheet or of a plain file, in blocks.
    ///
    /// - Throws: ``ReadingError`` for what cannot be read.
    public static func blocks(of path: String, named name: String) async throws -> (
        blocks: [Block], isCut: Bool
    ) {
        try await onOwnThread { try cut(path, name) }
    }

    private static func cut(_ path: String, _ name: String) throws -> (
        blocks: [Block], isCut: Bool
    ) {
        let data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
        let text = try TextFile.read(data, name: name)
        var blocks: [Block] = []
        var rows: [[String]] = []
        var isCut = false
        func endTable() {
            guard !rows.isEmpty else { return }
            if rows.count > mostRows { isCut = true }
            blocks.append(.table(Array(rows.prefix(mostRows))))
            rows = []
        }
        for line in text.split(whereSeparator: \.isNewline) {
            guard blocks.count < mostBlocks else {
                isCut = true
                break
            }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            if cells.count > 1 {
                if cells.count > mostColumns { isCut = true }
                if rows.count <= mostRows {
                    rows.append(cells.prefix(mostColumns).map { String($0).trimmed })
                }
            } else {
                endTable()
                let said = String(line).trimmed
                if !said.isEmpty { blocks.append(.paragraph(said)) }
            }
        }
        endTable()
        return (blocks, isCut)
    }

    /// How many pages a PDF has; `nil` where poppler is missing or the file cannot be read.
    public static func pageCount(of path: String) async -> Int? {
        let said = await OutsideProgram.output(
            of: "pdfinfo", [path], seconds: 10, most: 1 << 20)
        let lines = said.map { String(decoding: $0, as: UTF8.self).split(separator: "\n") } ?? []
        return lines.first { $0.hasPrefix("Pages:") }
            .flatMap { Int($0.dropFirst(6).drop { $0 == " " }) }
    }

    /// A page of a PDF as a JPEG of 1,100 dots in width; `nil` where it cannot be made.
    public static func picture(ofPage page: Int, of path: String) async -> Data? {
        let picture = await OutsideProgram.output(
            of: "pdftoppm",
            [
                "-jpeg", "-jpegopt", "quality=82", "-f", "\(page)", "-l", "\(page)",
                "-scale-to-x", "1100", "-scale-to-y", "-1", path,
            ], seconds: 20, most: 16 << 20)
        return picture.flatMap { $0.isEmpty ? nil : $0 }
    }

    public static var showsPages: Bool { OutsideProgram.isInstalled("pdftoppm") }
}
