import ArgumentParser
import Domain
import Foundation
import Store

/// Times acknowledged writes: what a person's form does, without the request round it.
struct BenchWritesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "writes",
        abstract:
            "Counts the writes that are acknowledged each second, by so many clients at once.",
        discussion: """
            Đo số lần ghi được xác nhận mỗi giây. Each write records one finding with its journal entry and \
            is on the disk when it is acknowledged. Without a database a SQLite file is made and removed; a \
            database that is given must be empty.

              caicach bench writes --clients 1 --clients 16 --clients 60
              caicach bench writes --database 'postgres://localhost/cchc?schema=bench'
            """)

    @Option(help: "How many write at once; may be given more than once.")
    var clients: [Int] = [1, 16, 60]

    @Option(help: "Seconds for each number of clients.")
    var seconds = 5

    @Option(help: "An empty workspace to write to; a SQLite file of its own when left out.")
    var database: String?

    @OptionGroup var output: OutputOption

    func validate() throws {
        guard clients.allSatisfy((1...1_000).contains) else {
            throw ValidationError("The number of clients is from 1 to 1000.")
        }
        guard (1...3_600).contains(seconds) else {
            throw ValidationError("The seconds are from 1 to 3600.")
        }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "caicach-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try await Store.open(
            database ?? folder.appending(path: "bench.sqlite").path(percentEncoded: false))
        try await store.migrate()
        let workspace = BenchWorkspace(store: store)
        try await workspace.fill(bodies: 200)
        let writing = try await Writing(store)
        var report = Report(syncsPerSecond: try syncs(in: folder, seconds: 1))
        for count in clients {
            report.writes.append(try await writing.line(clients: count, seconds: seconds))
        }
        if output.isJSON { try Terminal.sayJSON(report) } else { Terminal.say(report.text) }
    }

    /// How often a second the disk takes 4 KiB for good, which no single writer can exceed.
    private func syncs(in folder: URL, seconds: Int) throws -> Int {
        let path = folder.appending(path: "sync").path(percentEncoded: false)
        let handle = open(path, O_CREAT | O_WRONLY, 0o600)
        defer { close(handle) }
        let page = [UInt8](repeating: 7, count: 4_096)
        let end = ContinuousClock.now + .seconds(seconds)
        var count = 0
        while ContinuousClock.now < end {
            guard write(handle, page, page.count) == page.count, fdatasync(handle) == 0 else {
                break
            }
            count += 1
        }
        return count / seconds
    }
}

/// Clients that record findings one after the other, each its own.
private struct Writing {
    private let store: Store
    private let user: User.ID
    private let bodies: [String]
    private let day: Day

    init(_ store: Store) async throws {
        self.store = store
        (user, bodies, day) = try await store.read { db in
            guard let user = try db.user(login: "quantri"),
                let year = try db.plannedYears().first
            else { throw MissingRecord(Bilingual(vi: "tài khoản", en: "account"), "quantri") }
            let day = try db.planYear(year).first
            return (user.id, try db.agencyTree(on: day).bodies.map(\.code), day)
        }
    }

    func line(clients: Int, seconds: Int) async throws -> Report.Line {
        let start = ContinuousClock.now
        let end = start + .seconds(seconds)
        let times = try await withThrowingTaskGroup(of: [Double].self) { group in
            for client in 0..<clients {
                group.addTask { try await write(as: client, of: clients, until: end) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        .sorted()
        let taken = (ContinuousClock.now - start) / .seconds(1)
        return Report.Line(
            clients: clients, writes: times.count,
            perSecond: Int(Double(times.count) / max(taken, 0.001)),
            medianMilliseconds: times.isEmpty ? 0 : rounded(times[times.count / 2]),
            p99Milliseconds: times.isEmpty ? 0 : rounded(times[times.count * 99 / 100]))
    }

    private func write(as client: Int, of clients: Int, until end: ContinuousClock.Instant)
        async throws -> [Double]
    {
        let clock = ContinuousClock()
        var times: [Double] = []
        while clock.now < end {
            let body = bodies[(times.count * clients + client) % bodies.count]
            let text = "\(clients) \(client) \(times.count)"
            let time = try await clock.measure { try await record(text, body: body) }
            times.append(time / .milliseconds(1))
        }
        return times
    }

    private func record(_ text: String, body: String) async throws {
        let cells = [body, text, day.text, (day + 30).text]
        let table = CellTable(
            headings: ["body_code", "text", "found_on", "due_on"],
            rows: [CellTable.Row(number: 2, cells: cells)])
        let read = FindingColumns.all.read(table, blank: FindingRow())
        let user = user
        _ = try await store.write { try $0.importFindings(read, by: user) }
    }

    private func rounded(_ time: Double) -> Double { (time * 100).rounded() / 100 }
}

private struct Report: Encodable, Sendable {
    struct Line: Encodable, Sendable {
        let clients: Int
        let writes: Int
        let perSecond: Int
        let medianMilliseconds: Double
        let p99Milliseconds: Double
    }

    /// How often a second the disk takes 4 KiB for good.
    let syncsPerSecond: Int
    var writes: [Line] = []

    var text: String {
        (["\(syncsPerSecond) plain syncs a second"]
            + writes.map { line in
                "\(line.clients) clients: \(line.perSecond) writes a second, "
                    + "median \(line.medianMilliseconds) ms, p99 \(line.p99Milliseconds) ms"
            }).joined(separator: "\n")
    }
}
