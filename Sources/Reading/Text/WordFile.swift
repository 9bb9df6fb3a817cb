import Domain
import Foundation

/// Reads the text of a .docx: a paragraph a line, a table row a line with tabs between its cells.
///
/// Marks that Word numbers by itself are written out. A merged cell's words stand in every row that
/// it spans, so that each row can be read alone. Deleted text, footnotes, page headers and footers
/// are left out; text boxes stand after the paragraph that holds them.
enum WordFile {
    static func text(_ data: Data, name: String) throws(ReadingError) -> String {
        let archive = try ZipArchive(data, name: name)
        guard let document = try archive.part("word/document.xml") else {
            guard archive.contains("xl/workbook.xml") else { throw .unknownKind(name: name) }
            return try XLSXText.text(archive, name: name)
        }
        let numbering = try WordNumbering.read(
            archive.part("word/numbering.xml"), styles: archive.part("word/styles.xml"), name: name)
        let writer = WordTextWriter(numbering: numbering)
        try XMLPart.read(
            document, part: "word/document.xml", of: name, start: writer.start, end: writer.end,
            characters: writer.characters)
        return writer.lines.joined(separator: "\n") + "\n"
    }

    /// What stands beside the text: page headers and footers, where a stamp may be; of slides the
    /// first.
    static func besides(_ data: Data, name: String) throws(ReadingError) -> String {
        let archive = try ZipArchive(data, name: name)
        let numbering = try WordNumbering.read(nil, styles: nil, name: name)
        var lines: [String] = []
        for part in Self.margins {
            guard let content = try archive.part(part) else { continue }
            let writer = WordTextWriter(numbering: numbering)
            try XMLPart.read(
                content, part: part, of: name, start: writer.start, end: writer.end,
                characters: writer.characters)
            lines += writer.lines
        }
        return lines.joined(separator: "\n")
    }

    private static let margins =
        ["header", "footer"].flatMap { kind in (1...9).map { "word/\(kind)\($0).xml" } }
        + ["ppt/slides/slide1.xml"]
}
