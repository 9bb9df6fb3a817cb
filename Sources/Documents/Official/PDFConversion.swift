import Domain
import Foundation
import Subprocess
import Synchronization

/// Makes a tagged PDF of a .docx with LibreOffice, where it is installed.
///
/// One runs at a time, apart, within limits of memory and time; the program works without it.
public enum PDFConversion {
    public static let contentType = "application/pdf"

    private static let memory = 4 << 30
    private static let seconds = 120
    private static let isRunning = Mutex(false)

    /// Whether LibreOffice can be started.
    public static var isInstalled: Bool {
        let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return folders.split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/soffice")
        }
    }

    /// Returns the document as PDF, its headings, tables and language tagged for screen readers.
    ///
    /// - Throws: ``PDFError`` when LibreOffice is missing, busy, or fails.
    public static func pdf(of document: OfficialDocument) async throws -> Data {
        guard isInstalled else { throw PDFError.programMissing }
        let isFree = isRunning.withLock { running in
            defer { running = true }
            return !running
        }
        guard isFree else { throw PDFError.busy }
        defer { isRunning.withLock { $0 = false } }
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "caicach-pdf-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appending(path: "document.docx").path()
        try WordDocument.write(document, to: source)
        try await convert(source, in: folder)
        guard let bytes = try? Data(contentsOf: folder.appending(path: "document.pdf")) else {
            throw PDFError.failed
        }
        return bytes
    }

    private static func convert(_ source: String, in folder: URL) async throws {
        let options =
            "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"},"
            + "\"PDFUACompliance\":{\"type\":\"boolean\",\"value\":\"true\"}}"
        // Its profile lies beside the file, so that no other instance is met.
        let arguments = [
            "--as=\(memory)", "--cpu=\(seconds)", "--core=0", "timeout", "--kill-after=5",
            "\(seconds)",
            "soffice",
            "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)",
            "--headless", "--norestore", "--convert-to", options, "--outdir", folder.path(), source,
        ]
        let result = try await run(
            .name("prlimit"), arguments: Arguments(arguments), output: .discarded,
            error: .discarded)
        guard result.terminationStatus.isSuccess else { throw PDFError.failed }
    }
}

/// Why there is no PDF; the .docx is there in any case.
public enum PDFError: UserFacingError, Hashable {
    case programMissing, busy, failed

    public var code: String {
        switch self {
        case .programMissing: "pdf.program-missing"
        case .busy: "pdf.busy"
        case .failed: "pdf.failed"
        }
    }

    public var kind: ErrorKind { .unavailable }
    public var retryAfter: Int? { self == .busy ? 10 : nil }

    public var message: Bilingual {
        switch self {
        case .programMissing:
            Bilingual(
                vi:
                    "Máy chủ chưa cài LibreOffice nên chưa tạo được PDF; hãy tải tệp .docx, hoặc đề nghị quản trị cài gói libreoffice-writer-nogui.",
                en:
                    "LibreOffice is not installed on the server, so there is no PDF; take the .docx, or ask for the package libreoffice-writer-nogui."
            )
        case .busy:
            Bilingual(
                vi: "Máy chủ đang tạo một tệp PDF khác; hãy thử lại sau ít giây.",
                en: "The server is making another PDF; try again in a few seconds.")
        case .failed:
            Bilingual(
                vi: "LibreOffice không tạo được PDF của văn bản này; hãy tải tệp .docx.",
                en: "LibreOffice could not make a PDF of this document; take the .docx.")
        }
    }
}
