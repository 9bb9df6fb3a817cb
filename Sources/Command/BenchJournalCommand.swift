import ArgumentParser
import Domain
import Foundation
import Store

/// Makes the journal that `scripts/bench` opens pages of.
struct BenchJournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill-journal",
        abstract: "Fills a new workspace with the sample and a long journal (for make bench).",
        shouldDisplay: false)

    @OptionGroup var database: DatabaseOption

    @Option(help: "How many entries to add to those of the sample.")
    var entries = 1_000_000

    func validate() throws {
        guard (1...10_000_000).contains(entries) else {
            throw ValidationError("The number of entries is from 1 to 10000000.")
        }
    }

    func run() async throws {
        let store = try await database.openMigrated()
        try await BenchWorkspace(store: store).fillWithSample()
        let (user, agencies, findings) = try await store.read { db in
            let user = try db.user(login: "quantri")?.id
            let tree = try db.agencyTree(on: try db.workspace().today(db.now))
            return (user, tree.bodies.map(\.id), try db.history(ofAll: "finding"))
        }
        let (start, count) = (Instant(milliseconds: 1_609_459_200_000), entries)
        let batch = 2_000
        for first in stride(from: 0, to: count, by: batch) {
            let last = min(count, first + batch)
            // Two years of entries, a minute or so apart.
            try await store.write(at: start + first * 60) { db in
                for number in first..<last {
                    try db.journal(
                        BenchJournal.action(number), by: number.isMultiple(of: 7) ? nil : user,
                        in: agencies[(number / 100 + number * 31) % agencies.count],
                        because: number.isMultiple(of: 11) ? "Lý do số \(number)" : nil,
                        [
                            BenchJournal.change(
                                number, findings[number * 17 % findings.count],
                                agencies[number % agencies.count])
                        ])
                }
            }
        }
        Terminal.say("\(count) mục · entries")
    }
}

private enum BenchJournal {
    /// One of many: few entries are of the rarest.
    static func action(_ number: Int) -> String {
        if number.isMultiple(of: 100_000) { return "year.changed" }
        if number.isMultiple(of: 100) { return "target.accepted" }
        return ["inspection.corrected", "finding.corrected", "finding.closed"][number % 3]
    }

    static func change(_ number: Int, _ record: String, _ agency: Agency.ID) -> Change {
        let before = Line(body: agency, dueOn: "2021-06-30", evidence: "", text: "Vấn đề \(number)")
        let after = Line(
            body: agency, dueOn: "2021-07-31", evidence: "Báo cáo số \(number)/BC-UBND",
            text: "Vấn đề \(number), đã làm rõ")
        return Change("finding", record, before: before, after: after)
    }

    private struct Line: Encodable {
        let body: Agency.ID
        let dueOn: String
        let evidence: String
        let text: String
    }
}

extension ReadableDatabase {
    /// The records of a kind that the newest entries touched.
    fileprivate func history(ofAll kind: String) throws -> [String] {
        let changes = try journalEntries(limit: 1_000).flatMap(\.changes)
        return Array(Set(changes.filter { $0.kind == kind }.map(\.record))).sorted()
    }
}
