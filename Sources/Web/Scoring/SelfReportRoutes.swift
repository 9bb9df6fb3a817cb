import Documents
import Domain
import Foundation
import Hummingbird
import Store

/// A self-assessment as files: the report, its table, and the evidence in folders by criterion.
enum SelfReportRoutes {
    /// Bytes of evidence that one archive may hold; more is fetched by criterion.
    private static let largest = 2 << 30

    static func add(to router: Routes) {
        let file = "/:year/index/:block/:code"
        router.get("\(file)/report.docx", .may(.seeOwnScores)) { _, context in
            let document = try await report(context) { $0.document() }
            let place = try TemporaryFile(ending: "docx")
            try WordDocument.write(document, to: place.path)
            return Response.file(
                try place.bytes(), type: WordDocument.contentType,
                named: "\(try name(context)).docx")
        }
        for format in TableFormat.allCases {
            router.get("\(file)/report.\(format.rawValue)", .may(.seeOwnScores)) { _, context in
                let cells = try await report(context) { $0.cells }
                return try Response.table(
                    named: try name(context), as: format, titled: "Tự chấm",
                    headings: SelfReport.headings, rows: cells)
            }
        }
        router.get("\(file)/evidence.zip", .may(.seeOwnScores), use: evidence)
    }

    private static func name(_ context: AppContext) throws -> String {
        let code = Vietnamese.folded(try context.segment("code")).replacing(" ", with: "-")
        return "tu-cham-\(try context.year())-\(code)"
    }

    private static func report<Made: Sendable>(
        _ context: AppContext, _ make: @escaping @Sendable (SelfReport) -> Made
    ) async throws -> Made {
        let viewer = context.viewer
        return try await ScoringRoutes.fileView(context) { view, _, db in
            make(try SelfReport(view, db, for: viewer))
        }
    }

    @Sendable private static func evidence(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (viewer, files) = (context.viewer, context.site.store.files)
        let (found, cells) = try await ScoringRoutes.fileView(context) { view, _, db in
            let set = view.board.set
            var found: [(name: String, path: String, bytes: Int)] = []
            for position in set.scored {
                let criterion = set.criteria[position]
                let subject = Evidence.Subject(
                    .assessmentLine, "\(view.file.assessment.number)/\(criterion.code)")
                for link in try db.evidence(of: subject, for: viewer) {
                    let folder = "\(criterion.code) \(plain(criterion.title))".shortened(to: 80)
                    found.append(
                        (
                            "\(folder)/\(link.evidence.number) \(plain(link.revision.name))",
                            files.path(link.revision.sha256), link.revision.bytes
                        ))
                }
            }
            return (found, try SelfReport(view, db, for: viewer).cells)
        }
        let bytes = found.reduce(0) { $0 + $1.bytes }
        guard bytes <= largest else { throw ArchiveTooLarge(megabytes: bytes >> 20) }
        let list = try TemporaryFile(ending: "xlsx")
        let table = try WrittenTable(
            list.path, as: .xlsx, titled: "Danh mục",
            columns: SelfReport.headings.map { TableColumn($0) })
        for row in cells { try table.add(row) }
        try table.finish()
        let archive = try TemporaryFile(ending: "zip")
        try withExtendedLifetime(list) {
            try FolderArchive.write(
                [("danh-muc.xlsx", list.path)] + found.map { ($0.name, $0.path) }, to: archive.path)
        }
        let body = try await FileIO().loadFile(
            path: archive.path, context: context, chunkLength: 64 << 10)
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/zip", .cacheControl: "private, no-cache",
                .contentDisposition: "attachment; filename=\"\(try name(context)).zip\"",
            ], body: body.keeping(archive))
    }

    /// A name that every system takes as that of a file or folder.
    private static func plain(_ text: String) -> String {
        String(text.map { "/\\:*?\"<>|".contains($0) || $0.isNewline ? "-" : $0 })
    }
}

extension ResponseBody {
    /// The same body; the file it is read from is removed only when it is sent.
    fileprivate consuming func keeping(_ file: TemporaryFile) -> ResponseBody {
        let body = self
        return ResponseBody(contentLength: body.contentLength) { writer in
            try await body.write(writer)
            withExtendedLifetime(file) {}
        }
    }
}

/// The evidence of a file is more than one archive is made of.
private struct ArchiveTooLarge: UserFacingError, Hashable {
    let megabytes: Int

    var code: String { "evidence.archive-too-large" }
    var kind: ErrorKind { .tooLarge }
    var message: Bilingual {
        Bilingual(
            vi:
                "Tài liệu của hồ sơ này có \(megabytes) MB, quá giới hạn 2048 MB của một tệp nén; hãy tải theo từng tiêu chí.",
            en:
                "The documents of this file come to \(megabytes) MB, more than the 2048 MB of one archive; fetch them by criterion."
        )
    }
}
