import Domain
import Foundation

/// What can be read off a file that arrived as evidence, before it is kept.
public struct ArrivedDocument: Hashable, Sendable {
    public let type: FileType
    /// What it is about, its issuer, symbol and day, as its head says; empty where it does not.
    public private(set) var title = ""
    public private(set) var issuer = ""
    public private(set) var symbol = ""
    public private(set) var issuedOn: Day?

    /// A file larger than this is not read for its head: 20 MB.
    private static let mostBytes = TextFile.largestSize
    /// Letters that a page with a text layer has at least.
    private static let fewestLetters = 40
    /// The lines that may belong to a head.
    private static let headLines = 160

    /// Looks the file through and reads its head.
    ///
    /// - Throws: ``EvidenceError`` for a file that is not taken, above all one that bears a stamp of
    ///   secrecy.
    public static func read(_ path: String, named name: String) async throws -> ArrivedDocument {
        let type = try await onOwnThread { try FileSniffer.type(of: path, named: name) }
        var document = ArrivedDocument(type: type)
        let text = await head(of: path, document.type, name)
        for part in [text, await besides(path, document.type, name)] {
            if let stamp = SecrecyStamp.found(atHeadOf: part) {
                throw EvidenceError.secret(name: name, stamp: stamp.rawValue)
            }
        }
        document.readHead(text)
        return document
    }

    private init(type: FileType) { self.type = type }

    /// The first lines of the document's text; empty where nothing can be read.
    private static func head(of path: String, _ type: FileType, _ name: String) async -> String {
        let text: String
        switch type {
        case .pdf: text = await headOfPDF(path)
        case .png, .jpeg, .tiff: text = await recognised(path)
        case .word, .sheet, .text:
            text = (try? await onOwnThread { textOfOffice(path, name) }) ?? ""
        case .gif, .webp, .heic, .slides, .oldOffice: text = ""
        }
        return text.split(separator: "\n", omittingEmptySubsequences: false).prefix(headLines)
            .joined(separator: "\n")
    }

    /// The text of the first page; of a scanned one what is recognised, where that is installed.
    private static func headOfPDF(_ path: String) async -> String {
        let bytes = await OutsideProgram.output(
            of: "pdftotext", ["-enc", "UTF-8", "-l", "1", path, "-"], seconds: 20, most: 4 << 20)
        let text = bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
        let letters = text.unicodeScalars.count(where: \.properties.isAlphabetic)
        guard letters < fewestLetters, PageRecognition.isInstalled else { return text }
        guard
            let picture = await OutsideProgram.output(
                of: "pdftoppm", ["-r", "150", "-gray", "-f", "1", "-l", "1", path], seconds: 20,
                most: 64 << 20)
        else { return text }
        // The few letters stay, for a stamp may be all that was typed on a scan.
        return text + "\n" + (await recognised("-", picture))
    }

    /// What Tesseract reads in a picture; empty without it.
    private static func recognised(_ path: String, _ picture: Data = Data()) async -> String {
        guard OutsideProgram.isInstalled("tesseract") else { return "" }
        let bytes = await OutsideProgram.output(
            of: "tesseract", [path, "-", "-l", "vie", "--psm", "4"], input: picture, seconds: 40,
            most: 4 << 20)
        return bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static func textOfOffice(_ path: String, _ name: String) -> String {
        // A file that cannot be read is kept all the same; its head stays unknown.
        bytes(of: path).flatMap { try? TextFile.read($0, name: name) } ?? ""
    }

    /// Page headers and footers of a Word document, the first of slides: a stamp may stand there.
    private static func besides(_ path: String, _ type: FileType, _ name: String) async -> String {
        guard type == .word || type == .slides else { return "" }
        let text = try? await onOwnThread {
            bytes(of: path).flatMap { try? WordFile.besides($0, name: name) }
        }
        return (text ?? nil) ?? ""
    }

    private static func bytes(of path: String) -> Data? {
        guard
            let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int,
            size <= mostBytes
        else { return nil }
        return try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    }

    private mutating func readHead(_ text: String) {
        let header = HeaderReader.read(PlanText(text)).header
        guard header.symbol != nil || header.issuer != nil && header.type != nil else { return }
        symbol = header.symbol ?? ""
        issuer = header.issuer ?? ""
        title = [header.type, header.title].compactMap(\.self).filter { !$0.isEmpty }
            .joined(separator: " ")
        // An older day is a slip of the recognition.
        if let day = header.issuedOn, day.year >= 1945 { issuedOn = day }
    }
}
