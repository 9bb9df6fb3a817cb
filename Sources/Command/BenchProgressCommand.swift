import ArgumentParser
import Documents
import Domain
import Foundation
import Reading
import Store

/// Times a large file of progress: checked with every mistake in it, then taken on record.
struct BenchProgressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress",
        abstract: "Times the import of 10,000 XLSX rows of progress: checked, then recorded.",
        discussion: """
            Đo thời gian kiểm tra và ghi tiến độ từ tệp XLSX. The data is made in a temporary file and removed.

              caicach bench progress
              caicach bench progress --rows 50000
            """)

    @Option(help: "How many rows the file has.")
    var rows = 10_000

    @OptionGroup var output: OutputOption

    func validate() throws {
        guard (100...90_000).contains(rows) else {
            throw ValidationError("The number of rows is from 100 to 90000.")
        }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "caicach-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try await Store.open(
            folder.appending(path: "bench.sqlite").path(percentEncoded: false))
        try await store.migrate()
        // One task in three is open.
        let perBody = 20
        try await BenchWorkspace(store: store).fill(
            bodies: rows * 3 / perBody + 40, tasks: perBody)
        let report = try await measured(store, folder)
        if output.isJSON { try Terminal.sayJSON(report) } else { Terminal.say(report.text) }
    }

    private func measured(_ store: Store, _ folder: URL) async throws -> ProgressReport {
        let wanted = rows
        let (year, user, lines) = try await store.read { db in
            let today = try db.workspace().today(db.now)
            let year = try db.inboxYear(on: today)
            guard let user = try db.user(login: "quantri")?.id else {
                throw MissingRecord(Bilingual(vi: "tài khoản", en: "account"), "quantri")
            }
            var filter = TaskFilter()
            filter.source = .all
            let tasks = try db.allTasks(
                of: year, filter, issuer: nil, asked: AskedDay(today, today: today))
            let open = tasks.filter { $0.course.state == .open }.prefix(wanted)
            return (year, user, open.enumerated().map { Self.row($0.offset, $0.element, today) })
        }
        // Each row has two cells that cannot be read.
        let wrong = lines.enumerated().map { number, line in
            var line = line
            line[6] = "32/13/\(year)"
            line[7] = "\(101 + number % 50)"
            return line
        }
        let good = try file(lines, folder, "good")
        let bad = try file(wrong, folder, "bad")
        let clock = ContinuousClock()
        var problems = 0
        let validated = try await clock.measure {
            let read = try Self.read(bad)
            problems = try await store.read {
                try $0.progressImport(read, of: year).summary.problems.count
            }
        }
        let checked = try await clock.measure {
            let read = try Self.read(good)
            _ = try await store.read { try $0.progressImport(read, of: year).summary }
        }
        var applied = 0
        let written = try await clock.measure {
            let read = try Self.read(good)
            applied = try await store.write {
                try $0.importProgress(read, of: year, by: user).new
            }
        }
        return ProgressReport(
            rows: lines.count, bytes: good.count, problems: problems,
            validatedMilliseconds: validated.inMilliseconds,
            checkedMilliseconds: checked.inMilliseconds, applied: applied,
            appliedMilliseconds: written.inMilliseconds)
    }

    private static func row(_ number: Int, _ task: ListedTask, _ today: Day) -> [String] {
        [
            task.code, "Cơ quan minh hoạ", task.text, task.course.dueOn?.vi ?? "", "", "going",
            (today - number % 20).vi, "\(10 + number % 80),5",
            "Đã trình dự thảo, đang lấy ý kiến lần \(number % 3 + 1).", "", "Thiếu người.",
        ]
    }

    private static func read(_ data: Data) throws -> ReadRows<TaskProgressRow> {
        TaskProgressColumns.all.read(
            try TableFile.read(data, name: "tien-do.xlsx"), blank: TaskProgressRow())
    }

    private func file(_ lines: [[String]], _ folder: URL, _ name: String) throws -> Data {
        let place = folder.appending(path: "\(name).xlsx")
        let table = CellTable(
            headings: TaskProgressColumns.all.map(\.key),
            rows: lines.enumerated().map { CellTable.Row(number: $0.offset + 2, cells: $0.element) }
        )
        try WrittenTable.write(
            table, to: place.path(percentEncoded: false), as: .xlsx, titled: "Tiến độ")
        return try Data(contentsOf: place)
    }
}

private struct ProgressReport: Encodable, Sendable {
    let rows: Int
    let bytes: Int
    /// Found in a file in which every row has two.
    let problems: Int
    let validatedMilliseconds: Double
    /// The dry run of the same file without mistakes.
    let checkedMilliseconds: Double
    let applied: Int
    /// From the file's bytes to the answer that all is on record.
    let appliedMilliseconds: Double

    var text: String {
        """
        \(rows) rows, \(bytes / 1_024) kB
        \(problems) mistakes found in \(validatedMilliseconds) ms
        checked without a mistake in \(checkedMilliseconds) ms
        \(applied) reports recorded in \(appliedMilliseconds) ms
        """
    }
}
