import ArgumentParser
import Domain
import Foundation
import Store

/// Times the register of findings in a workspace with very many, without a request round it.
struct BenchFindingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "Times the register in a workspace with 100,000 findings.",
        discussion: """
            Đo thời gian đọc danh sách vấn đề phát hiện. The data is made in a temporary file and removed.

              caicach bench findings
              caicach bench findings --findings 20000 --runs 100
            """)

    @Option(help: "How many made-up bodies.")
    var bodies = 500

    @Option(help: "How many findings there are in the year.")
    var findings = 100_000

    @Option(help: "How many pages of the register are opened.")
    var runs = 1_000

    @OptionGroup var output: OutputOption

    func validate() throws {
        guard (2...20_000).contains(bodies), (100...1_000_000).contains(findings),
            (10...10_000).contains(runs)
        else {
            throw ValidationError(
                "From 2 to 20000 bodies, 100 to 1000000 findings, and 10 to 10000 runs.")
        }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "caicach-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try await Store.open(
            folder.appending(path: "bench.sqlite").path(percentEncoded: false))
        try await store.migrate()
        try await BenchWorkspace(store: store).fill(bodies: bodies)
        try await addFindings(store)
        let report = try await measured(store)
        if output.isJSON { try Terminal.sayJSON(report) } else { Terminal.say(report.text) }
    }

    /// Enters the findings through the import, a thousand at a time; every third is remedied.
    private func addFindings(_ store: Store) async throws {
        let (user, codes, today) = try await store.read { db in
            let today = try db.workspace().today(db.now)
            let bodies = try db.agencyTree(on: today).bodies.filter { $0.parent != nil }
            return (try db.user(login: "quantri")?.id, bodies.map(\.code), today)
        }
        guard let user else { return }
        for start in stride(from: 0, to: findings, by: 1_000) {
            let rows = (start..<min(start + 1_000, findings)).map { number in
                row(number, codes[number / 200 % codes.count], today)
            }
            let read = FindingColumns.all.read(
                FindingColumns.all.table(rows), blank: FindingRow())
            _ = try await store.write { try $0.importFindings(read, by: user) }
        }
    }

    private func row(_ number: Int, _ code: String, _ today: Day) -> FindingRow {
        var row = FindingRow()
        row.bodyCode = code
        row.text = "Vấn đề \(number) về niêm yết và giải quyết thủ tục hành chính"
        row.ground = "Văn bản số \(number % 4_000), Điều \(number % 40 + 1)"
        row.foundOn = today - (number * 7 % 240 + 10)
        row.dueOn = today - (number * 7 % 240 + 10) + 30
        row.severity = Finding.Severity.allCases[number % 3]
        row.source = number % 10 == 0 ? .stateInspection : .inspection
        if number % 3 == 0 {
            row.closedOn = row.dueOn.map { min($0, today) }
            row.evidence = "\(number)/BC"
        }
        return row
    }

    private func measured(_ store: Store) async throws -> FindingsReport {
        let runs = runs
        return try await store.read { db in
            let today = try db.workspace().today(db.now)
            let year = try db.inboxYear(on: today)
            let asked = AskedDay(today, today: today)
            let bodies = try db.agencyTree(on: today).bodies.map(\.id)
            let clock = ContinuousClock()
            let filters = filters(bodies)
            var after: Int?
            func opened(_ number: Int) throws {
                let filter = filters[number % filters.count]
                let page = try db.findings(
                    of: year, filter, asked: asked, after: number % 3 == 0 ? after : nil, limit: 51)
                _ = try db.findingCount(of: year, filter, asked: asked, limit: 1_001)
                if filter.body != nil {
                    _ = try db.findingFigures(of: year, body: filter.body, asked: asked)
                }
                after = page.last?.number
            }
            try opened(0)
            let times = try (0..<runs).map { number in
                try clock.measure { try opened(number) }
            }.sorted()
            let figures = try clock.measure { _ = try db.findingFigures(of: year, asked: asked) }
            var count = 0
            try db.eachFinding(of: year) { _ in count += 1 }
            return FindingsReport(
                findings: count, runs: runs,
                medianMilliseconds: times[runs / 2].milliseconds,
                p99Milliseconds: times[min(runs - 1, runs * 99 / 100)].milliseconds,
                slowestMilliseconds: times[runs - 1].milliseconds,
                figuresMilliseconds: figures.milliseconds)
        }
    }

    /// What people ask the register, one after the other.
    private func filters(_ bodies: [Agency.ID]) -> [FindingFilter] {
        var filters = [FindingFilter()]
        func add(_ change: (inout FindingFilter) -> Void) {
            var filter = FindingFilter()
            change(&filter)
            filters.append(filter)
        }
        for box in FindingFilter.Box.allCases { add { $0.box = box } }
        add { $0.state = .returned }
        add { $0.state = .notified }
        add { $0.source = .stateInspection }
        add { $0.severity = .serious }
        add { $0.isRepeated = true }
        add { $0.toCheck = true }
        add { $0.search = "niêm yết" }
        add { $0.finder = bodies.first }
        for place in 0..<8 { add { $0.body = bodies[place * 31 % bodies.count] } }
        return filters
    }
}

private struct FindingsReport: Encodable, Sendable {
    let findings: Int
    let runs: Int
    let medianMilliseconds: Double
    let p99Milliseconds: Double
    let slowestMilliseconds: Double
    /// Found, due and closed of the whole year, counted once after each change and then kept.
    let figuresMilliseconds: Double

    var text: String {
        """
        \(findings) findings, \(runs) pages of the register
        median \(medianMilliseconds) ms, 99% within \(p99Milliseconds) ms, slowest \(slowestMilliseconds) ms
        found, due and closed of the whole year: \(figuresMilliseconds) ms
        """
    }
}

extension Duration {
    /// To two decimals.
    fileprivate var milliseconds: Double { (self / .milliseconds(1) * 100).rounded() / 100 }
}
