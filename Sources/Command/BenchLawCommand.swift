import ArgumentParser
import Domain
import Foundation
import Store

/// Times search, status and basis alerts in a register with very many documents.
struct BenchLawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "law",
        abstract: "Times a register with 100,000 documents, their texts and relations.",
        discussion: """
            Đo thời gian tìm văn bản, tính hiệu lực, cảnh báo căn cứ. The data is made in a temporary file \
            and removed, or in an empty database that is named.

              caicach bench law
              caicach bench law --documents 10000 --runs 200
              caicach bench law --database 'postgres://db/bench?schema=law'
            """)

    @Option(help: "How many documents, each with a text of 3 kB and three relations.")
    var documents = 100_000

    @Option(help: "How many searches.")
    var runs = 1_000

    @Option(help: "An empty database to make it in; a temporary file without.")
    var database: String?

    @OptionGroup var output: OutputOption

    func validate() throws {
        guard (1_000...1_000_000).contains(documents), (10...10_000).contains(runs) else {
            throw ValidationError("From 1000 to 1000000 documents, and 10 to 10000 runs.")
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
        try await BenchWorkspace(store: store).fill(bodies: 100)
        let register = BenchRegister(store: store, documents: documents)
        let clock = ContinuousClock()
        let imported = try await clock.measure { try await register.addDocuments() }
        try await register.addTexts()
        let relations = try await register.addEffects()
        let indexed = try await clock.measure { try await store.indexLegalTexts() }
        let report = try await measured(register, relations, imported, indexed)
        if output.isJSON { try Terminal.sayJSON(report) } else { Terminal.say(report.text) }
    }

    private func measured(
        _ register: BenchRegister, _ relations: Int, _ imported: Duration, _ indexed: Duration
    ) async throws -> LawReport {
        let clock = ContinuousClock()
        let runs = runs
        let searches = register.searches
        let times = try await register.store.read { db -> [Duration] in
            let today = try db.workspace().today(db.now)
            for search in searches { _ = try db.findDocuments(search, on: today, limit: 21) }
            return try (0..<runs).map { number in
                try clock.measure {
                    _ = try db.findDocuments(
                        searches[number % searches.count], on: today, limit: 21)
                }
            }.sorted()
        }
        let status = try await register.store.read { db in
            let today = try db.workspace().today(db.now)
            return try clock.measure { _ = try db.legalStates(on: today) }
        }
        let alert = try await register.repeal()
        return LawReport(
            documents: documents, relations: relations, runs: runs,
            medianMilliseconds: times[runs / 2].milliseconds,
            p99Milliseconds: times[min(runs - 1, runs * 99 / 100)].milliseconds,
            statusMilliseconds: status.milliseconds, alertMilliseconds: alert.time.milliseconds,
            alerts: alert.count,
            importedPerSecond: perSecond(documents, imported),
            indexedPerSecond: perSecond(documents, indexed))
    }

    private func perSecond(_ count: Int, _ time: Duration) -> Int {
        Int(Double(count) / max(0.001, time / .seconds(1)))
    }
}

private struct LawReport: Encodable, Sendable {
    let documents: Int
    let relations: Int
    let runs: Int
    let medianMilliseconds: Double
    let p99Milliseconds: Double
    let statusMilliseconds: Double
    let alertMilliseconds: Double
    let alerts: Int
    let importedPerSecond: Int
    let indexedPerSecond: Int

    var text: String {
        """
        \(documents) documents, \(relations) relations, \(runs) searches
        search: median \(medianMilliseconds) ms, 99% within \(p99Milliseconds) ms
        status of all on a day: \(statusMilliseconds) ms
        one repeal with its \(alerts) alerts, as a whole action: \(alertMilliseconds) ms
        metadata: \(importedPerSecond) rows a second; texts: \(indexedPerSecond) documents a second
        """
    }
}

extension Duration {
    /// To two decimals.
    fileprivate var milliseconds: Double { (self / .milliseconds(1) * 100).rounded() / 100 }
}
