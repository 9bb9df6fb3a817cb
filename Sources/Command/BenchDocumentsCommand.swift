import ArgumentParser
import Documents
import Domain
import Foundation
import Store
import Web

#if canImport(Glibc)
    import Glibc
#endif

/// Times the files that a standing office hands out: a quarter's four, and a table of a whole year.
struct BenchDocumentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents",
        abstract: "Times a quarter's four files and large tables, with the memory they take.",
        discussion: """
            Đo thời gian lập bộ tệp một quý và xuất bảng lớn. The data is made in a temporary file and removed;
            run each in a process of its own, for the memory is that of the whole process.

              caicach bench documents quarter
              caicach bench documents csv
              caicach bench documents xlsx
            """)

    enum What: String, ExpressibleByArgument, CaseIterable, Sendable {
        case quarter, csv, xlsx
    }

    @Argument(help: "quarter, csv or xlsx.")
    var what: What

    @Option(help: "Rows of the table.")
    var rows = 132_000

    @Option(help: "Columns of the table.")
    var columns = 50

    @OptionGroup var output: OutputOption

    func validate() throws {
        guard (1...1_000_000).contains(rows), (1...500).contains(columns) else {
            throw ValidationError("A table has 1 to 1000000 rows and 1 to 500 columns.")
        }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "caicach-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "file").path(percentEncoded: false)
        let report =
            switch what {
            case .quarter: try await quarter(folder, path)
            case .csv: try table(path, .csv)
            case .xlsx: try table(path, .xlsx)
            }
        if output.isJSON { try Terminal.sayJSON(report) } else { Terminal.say(report.text) }
    }

    /// The sample year's third quarter, all four files from one snapshot.
    private func quarter(_ folder: URL, _ path: String) async throws -> DocumentsReport {
        let store = try await Store.open(
            folder.appending(path: "bench.sqlite").path(percentEncoded: false))
        try await store.migrate()
        try await BenchWorkspace(store: store).fillWithSample()
        let before = peakMemory()
        let seconds = try await store.read { db in
            let day = try db.workspace().today(db.now)
            return try timed {
                try ReportFiles.writeQuarter(of: 1, db, on: day, to: path)
            }
        }
        return DocumentsReport(
            what: "quarter", rows: 191, seconds: seconds, bytes: size(path),
            peakBefore: before, peak: peakMemory())
    }

    /// Texts, numbers, days and shares in turn, made as they are written.
    private func table(_ path: String, _ format: TableFormat) throws -> DocumentsReport {
        let (rows, columns) = (rows, columns)
        let before = peakMemory()
        let seconds = try timed {
            let file = try WrittenTable(
                path, as: format, titled: "Bảng",
                columns: (1...columns).map { TableColumn("Cột \($0)") })
            for row in 0..<rows {
                try file.add(
                    (0..<columns).map { column in
                        switch (row + column) % 4 {
                        case 0: .text("Ủy ban nhân dân xã số \(row % 159)")
                        case 1: .number(row * columns + column)
                        case 2: .day(Day(number: 18_600 + row % 365))
                        default: .share(Percentage(basisPoints: (row * 7 + column) % 10_001))
                        }
                    })
            }
            try file.finish()
        }
        return DocumentsReport(
            what: format.rawValue, rows: rows, seconds: seconds, bytes: size(path),
            peakBefore: before, peak: peakMemory())
    }

    private func timed(_ body: () throws -> Void) rethrows -> Double {
        let time = try ContinuousClock().measure(body)
        return (time / .milliseconds(1)).rounded() / 1_000
    }

    private func size(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.size] as? Int ?? 0
    }

    /// The most memory the process has held so far, in megabytes.
    private func peakMemory() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1_024
    }
}

private struct DocumentsReport: Encodable, Sendable {
    let what: String
    let rows: Int
    let seconds: Double
    let bytes: Int
    /// Megabytes held at most before it began, and by its end.
    let peakBefore: Int
    let peak: Int

    var text: String {
        "\(what): \(rows) rows, \(seconds) s, \(bytes / 1_024) kB, at most \(peak) MB (\(peakBefore) MB before)"
    }
}
