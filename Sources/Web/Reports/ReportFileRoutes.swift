import Documents
import Domain
import Foundation
import Hummingbird
import Reading
import Store

/// The files of a report: the document, the consolidated table, who is late, what differs.
enum ReportFileRoutes {
    static func add(to router: Routes) {
        router.get("/:year/reports/:number/report.docx", .may(.seeReports)) { _, context in
            let (report, document) = try await document(context)
            let place = try TemporaryFile(ending: "docx")
            try WordDocument.write(document, to: place.path)
            return Response.file(
                try place.bytes(), type: WordDocument.contentType,
                named: "\(report.fileName).docx")
        }
        router.get("/:year/reports/:number/report.pdf", .may(.seeReports)) { _, context in
            let (report, document) = try await document(context)
            return Response.file(
                try await PDFConversion.pdf(of: document), type: PDFConversion.contentType,
                named: "\(report.fileName).pdf")
        }
        router.get("/:year/reports/:number/:annex", .may(.seeReports), use: annex)
        router.get("/:year/reports/:number/consolidated.xlsx", .may(.seeReports)) { _, context in
            try await table(context, "consolidated", .xlsx) {
                try Consolidated($0).write(to: $1, as: .xlsx)
            }
        }
        router.get("/:year/reports/:number/consolidated.csv", .may(.seeReports)) { _, context in
            try await table(context, "consolidated", .csv) {
                try Consolidated($0).write(to: $1, as: .csv)
            }
        }
        router.get("/:year/reports/:number/late.xlsx", .may(.seeReports)) { _, context in
            try await table(context, "late", .xlsx) { try $0.writeLate(to: $1) }
        }
        router.get("/:year/reports/:number/differences.xlsx", .may(.seeReports)) { _, context in
            try await table(context, "differences", .xlsx) {
                try ReportDifferences($0).write(to: $1)
            }
        }
        router.get("/:year/reports/:number/quarter.zip", .may(.seeReports), use: quarter)
        router.write(
            "/:year/reports/:number/comparison", .may(.writeReports), limits: .standard,
            use: compare)
    }

    /// The document as it was signed, otherwise as it stands now.
    private static func document(_ context: AppContext) async throws -> (Report, OfficialDocument) {
        let (year, number) = (try context.year(), try context.number("number"))
        let (viewer, kept, today) = (context.viewer, context.site.kept, context.today)
        return try await context.site.store.read { db in
            let report = try db.addressedReport(number, year, for: viewer)
            if let frozen = try db.frozenDocument(of: report) { return (report, frozen) }
            return (report, try composer(db, kept, report, today).document())
        }
    }

    /// One annex as a spreadsheet: `annex-1.xlsx`.
    @Sendable private static func annex(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (report, document) = try await document(context)
        let name = try context.segment("annex")
        guard name.hasPrefix("annex-"), name.hasSuffix(".xlsx"),
            let place = Int(name.dropFirst("annex-".count).dropLast(".xlsx".count)),
            document.annexes.indices.contains(place - 1)
        else { throw MissingRecord(Bilingual(vi: "phụ lục", en: "annex"), name) }
        let file = try TemporaryFile(ending: "xlsx")
        try AnnexTable.write(document.annexes[place - 1], to: file.path)
        return Response.file(
            try file.bytes(), type: TableFormat.xlsx.contentType,
            named: "\(report.fileName)-\(name)")
    }

    private static func composer(
        _ db: ReadableDatabase, _ kept: Kept, _ report: Report, _ today: Day
    ) throws -> ReportComposer {
        try ReportComposer(
            Snapshot(db: db, kept: kept, year: report.span.year, day: today, dayHasEnded: false),
            report)
    }

    private static func table(
        _ context: AppContext, _ name: String, _ format: TableFormat,
        _ write: @escaping @Sendable (ReportComposer, String) throws -> Void
    ) async throws -> Response {
        let (year, number) = (try context.year(), try context.number("number"))
        let (viewer, kept, today) = (context.viewer, context.site.kept, context.today)
        let place = try TemporaryFile(ending: format.rawValue)
        let path = place.path
        let report = try await context.site.store.read { db in
            let report = try db.addressedReport(number, year, for: viewer)
            try write(try composer(db, kept, report, today), path)
            return report
        }
        return Response.file(
            try place.bytes(), type: format.contentType,
            named: "\(report.fileName)-\(name).\(format.rawValue)")
    }

    /// The four files of a period in one archive, made from one snapshot.
    @Sendable private static func quarter(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (year, number) = (try context.year(), try context.number("number"))
        let (viewer, kept, today) = (context.viewer, context.site.kept, context.today)
        let place = try TemporaryFile(ending: "zip")
        let path = place.path
        let report = try await context.site.store.read { db in
            let report = try db.addressedReport(number, year, for: viewer)
            try QuarterFiles.write(try composer(db, kept, report, today), to: path)
            return report
        }
        return Response.file(
            try place.bytes(), type: "application/zip",
            named: "\(report.fileName).zip")
    }

    /// A consolidated table that comes back is held against the record; nothing is written.
    @Sendable private static func compare(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let (year, number) = (try context.year(), try context.number("number"))
        let (viewer, kept, today) = (context.viewer, context.site.kept, context.today)
        do {
            let table = try ImportedTable.read(form)
            let problems = try await context.site.store.read { db in
                let report = try db.addressedReport(number, year, for: viewer)
                return try Consolidated(try composer(db, kept, report, today))
                    .differences(from: table)
            }
            guard problems.isEmpty else { throw InvalidInput(problems) }
            return context.redirect(
                to: Paths.report(year, number),
                saying: Bilingual(
                    vi: "Tệp trùng khớp: mọi ô đúng như hệ thống tính.",
                    en: "The file agrees: every cell is what the system counts."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await ReportRoutes.one(context, refusal: refusal)
        }
    }
}

extension Report {
    /// "bao-cao-2021-q3-17", plain letters only.
    var fileName: String {
        let name = Vietnamese.folded(kind.title.vi).replacing(" ", with: "-")
        return [name, "\(span.year)", period, "\(number)"].filter { !$0.isEmpty }
            .joined(separator: "-")
    }
}

extension ReportComposer {
    /// Who is late or missing, as a table for whoever calls them.
    func writeLate(to path: String) throws {
        let file = try WrittenTable(
            path, as: .xlsx, titled: "Chậm, chưa báo cáo",
            columns: [
                TableColumn("Mã cơ quan", width: 12), TableColumn("Cơ quan, đơn vị", width: 34),
                TableColumn("Khối", width: 24), TableColumn("Thời hạn", width: 12),
                TableColumn("Ngày gửi", width: 12), TableColumn("Tình trạng", width: 50),
            ])
        for line in try PeriodReports.of(report, db, on: day)?.behind ?? [] {
            try file.add([
                .text(line.body.code), .text(line.body.name),
                .text(line.body.block?.title.vi ?? ""), .day(line.standing.due),
                line.submission.map { .day($0.firstOn) } ?? .empty,
                .text(line.standing.rounds == 0 ? "chưa báo cáo" : line.standing.arithmetic.vi),
            ])
        }
        try file.finish()
    }
}

extension ReportDifferences {
    func write(to path: String) throws {
        let file = try WrittenTable(
            path, as: .xlsx, titled: "Chênh lệch",
            columns: [
                TableColumn("Mã cơ quan", width: 12), TableColumn("Cơ quan, đơn vị", width: 34),
                TableColumn("Nội dung", width: 60), TableColumn("Đơn vị báo cáo", width: 28),
                TableColumn("Hệ thống ghi nhận", width: 28),
            ])
        for row in rows {
            try file.add([
                .text(row.code), .text(row.agency), .text(row.subject), .text(row.written),
                .text(row.counted),
            ])
        }
        try file.finish()
    }
}

/// The four files of a period: consolidated table, draft, who is late, what differs.
enum QuarterFiles {
    static func write(_ composer: ReportComposer, to path: String) throws {
        let names = [
            "1-bieu-tong-hop.xlsx", "2-bao-cao.docx", "3-cham-chua-bao-cao.xlsx",
            "4-chenh-lech.xlsx",
        ]
        let places = try names.map {
            (name: $0, file: try TemporaryFile(ending: String($0.suffix(4))))
        }
        try Consolidated(composer).write(to: places[0].file.path, as: .xlsx)
        try WordDocument.write(try composer.document(), to: places[1].file.path)
        try composer.writeLate(to: places[2].file.path)
        try ReportDifferences(composer).write(to: places[3].file.path)
        // The archive reads them when it is closed; until then nobody may remove them.
        try withExtendedLifetime(places) {
            try FileArchive.write(places.map { ($0.name, $0.file.path) }, to: path)
        }
    }
}
