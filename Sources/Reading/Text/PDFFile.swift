import Domain
import Foundation

/// Reads the text layer of a PDF through `pdftotext`, or, when asked, its pages as pictures (OCR).
enum PDFFile {
    /// A text may come out with so many bytes: as many as a text file may have.
    private static let mostText = TextFile.largestSize
    /// A page with a text layer holds many more letters; stamps and signatures alone hold fewer.
    private static let fewestLettersAPage = 60

    /// - Throws: ``ReadingError`` for a PDF that is broken, locked or only pictures.
    static func text(_ data: Data, name: String) async throws(ReadingError) -> String {
        guard OutsideProgram.isInstalled("pdftotext") else { throw .pdfProgramMissing(name: name) }
        guard
            let bytes = await OutsideProgram.output(
                of: "pdftotext", ["-enc", "UTF-8", "-", "-"], input: data, seconds: 60,
                most: mostText)
        else { throw .pdfBroken(name: name) }
        let text = PDFPages(String(decoding: bytes, as: UTF8.self))
        guard text.letters >= fewestLettersAPage * max(1, text.pages.count) else {
            throw .pdfWithoutText(name: name, canRecognise: PageRecognition.isInstalled)
        }
        if let encoding = LegacyEncoding.recognised(in: text.joined) {
            throw .legacyEncoding(name: name, encoding: encoding)
        }
        return text.joined
    }
}

/// The text of a PDF by pages, without the numbers printed on them.
struct PDFPages {
    /// Each page's lines.
    let pages: [[Substring]]

    init(_ text: String) {
        var pages = text.unicodeScalars.split(separator: "\u{0C}", omittingEmptySubsequences: false)
            .map { page in
                page.split(separator: "\n", omittingEmptySubsequences: false).map {
                    Substring($0)
                }
            }
        if pages.last?.allSatisfy(\.isEmpty) == true { pages.removeLast() }
        self.pages = pages.map(Self.withoutNumber)
    }

    /// The pages one after the other; what goes on over a page's end is not cut there.
    var joined: String {
        pages.map { $0.joined(separator: "\n") }.joined(separator: "\n") + "\n"
    }

    var letters: Int {
        pages.reduce(0) { sum, lines in
            sum + lines.reduce(0) { $0 + $1.unicodeScalars.count { $0.properties.isAlphabetic } }
        }
    }

    /// Leaves out "2" or "- 2 -" in the first or last line that says anything, and blank edges.
    private static func withoutNumber(_ lines: [Substring]) -> [Substring] {
        var lines = lines[...]
        func trim() {
            while lines.first.map(isBlank) == true { lines.removeFirst() }
            while lines.last.map(isBlank) == true { lines.removeLast() }
        }
        trim()
        if lines.first.map(isPageNumber) == true {
            lines.removeFirst()
        } else if lines.last.map(isPageNumber) == true {
            lines.removeLast()
        }
        trim()
        return Array(lines)
    }

    private static func isBlank(_ line: Substring) -> Bool {
        line.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    private static func isPageNumber(_ line: Substring) -> Bool {
        let said = line.unicodeScalars.filter { $0 != " " && $0 != "-" }
        return (1...3).contains(said.count) && said.allSatisfy { ("0"..."9").contains($0) }
    }
}
