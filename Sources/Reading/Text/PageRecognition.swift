import Domain
import Foundation

/// Recognises the letters of scanned pages (OCR) with Tesseract, where it is installed.
///
/// What comes out is a reading of pictures: it is marked as such, and a person compares it.
public enum PageRecognition {
    /// So many pages are looked at; a page takes some seconds.
    public static let mostPages = 40

    /// Whether Tesseract and its Vietnamese are there.
    public static var isInstalled: Bool {
        OutsideProgram.isInstalled("tesseract") && OutsideProgram.isInstalled("pdftoppm")
    }

    /// - Throws: ``ReadingError`` when nothing is installed for it, or no letters come out.
    static func text(_ data: Data, name: String) async throws(ReadingError) -> String {
        guard isInstalled else { throw .pdfWithoutText(name: name, canRecognise: false) }
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "caicach-pages-\(UUID().uuidString)", directoryHint: .isDirectory)
        defer { try? FileManager.default.removeItem(at: folder) }
        guard let pictures = await pictures(data, folder) else { throw .pdfBroken(name: name) }
        guard pictures.count <= mostPages else {
            throw .tooManyPages(name: name, limit: mostPages)
        }
        var pages: [String] = []
        for picture in pictures {
            let bytes = await OutsideProgram.output(
                of: "tesseract", [picture, "-", "-l", "vie", "--psm", "4"], seconds: 120,
                most: TextFile.largestSize / mostPages)
            guard let bytes else { throw .pdfBroken(name: name) }
            pages.append(String(decoding: bytes, as: UTF8.self).replacing("\u{0C}", with: ""))
        }
        let text = PDFPages(pages.joined(separator: "\u{0C}"))
        guard text.letters > 0 else { throw .empty(name: name) }
        return text.joined
    }

    /// The pages as pictures of 200 dots an inch, in order; one more than are read, to tell.
    private static func pictures(_ data: Data, _ folder: URL) async -> [String]? {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let made = await OutsideProgram.output(
                of: "pdftoppm",
                ["-r", "200", "-gray", "-l", "\(mostPages + 1)", "-", folder.path() + "page"],
                input: data, seconds: 120, most: 1_024)
            guard made != nil else { return nil }
            return try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted().map {
                folder.path() + $0
            }
        } catch {
            return nil
        }
    }
}
