import ArgumentParser
import Domain
import Foundation
import Store

/// What `scripts/bench` needs of the program itself.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measures how quick the program is; `make bench` runs all of it.",
        subcommands: [
            BenchStandingsCommand.self, BenchInboxCommand.self, BenchFindingsCommand.self,
            BenchLawCommand.self,
            BenchJournalCommand.self,
            BenchWritesCommand.self, BenchDocumentsCommand.self, BenchSubmissionsCommand.self,
            BenchScoresCommand.self, BenchProgressCommand.self,
        ])
}

/// Times the standing of every measure from the database, without a request round it.
struct BenchStandingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standings",
        abstract: "Times how long each measure takes from the records to a standing.",
        discussion: """
            Đo thời gian tính từng chỉ tiêu. The data is made in a temporary file and removed.

              caicach bench standings
              caicach bench standings --bodies 11000
            """)

    @Option(help: "How many made-up bodies; the 191 of the sample when left out.")
    var bodies: Int?

    @Option(help: "How often each is computed; the median is given.")
    var runs = 20

    @OptionGroup var output: OutputOption

    func validate() throws {
        guard (1...100_000).contains(bodies ?? 191) else {
            throw ValidationError("The number of bodies is from 1 to 100000.")
        }
        guard (1...10_000).contains(runs) else {
            throw ValidationError("The number of runs is from 1 to 10000.")
        }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "caicach-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try await Store.open(
            folder.appending(path: "bench.sqlite").path(percentEncoded: false))
        try await store.migrate()
        let workspace = BenchWorkspace(store: store)
        if let bodies {
            try await workspace.fill(bodies: bodies)
        } else {
            try await workspace.fillWithSample()
        }
        let report = try await measured(store)
        if output.isJSON { try Terminal.sayJSON(report) } else { Terminal.say(report.text) }
    }

    private func measured(_ store: Store) async throws -> Report {
        let runs = runs
        return try await store.read { db in
            let today = try db.workspace().today(db.now)
            guard let year = try db.plannedYears().first, let plan = try db.currentPlan(of: year)
            else {
                throw PlanError.yearWithoutPlan(today.year)
            }
            let period = try db.planYear(year).range
            let on = min(today, period.upperBound)
            let treeTime = try median(of: runs) { _ = try db.agencyTree(on: on) }
            let tree = try db.agencyTree(on: on)
            let scopes = try db.scopes()
            let lines = try db.targets(inForceOn: on, of: plan.id).compactMap {
                target -> Report.Line? in
                guard let measure = target.terms.measure else { return nil }
                let asked = Measurement(
                    target: target, scope: scopes.first { $0.id == target.terms.scope }, tree: tree,
                    issuer: plan.agency, period: period, on: on)
                let time = try median(of: runs) { _ = try db.standing(asked, year: year) }
                let rows = try db.standing(asked, year: year)?.rows.count ?? 0
                return Report.Line(measure: measure.rawValue, rows: rows, milliseconds: time)
            }
            // Without the issuer, which is in no scope of its own.
            return Report(
                bodies: tree.bodies.count - 1, runs: runs, treeMilliseconds: treeTime,
                standings: lines)
        }
    }
}

private struct Report: Encodable, Sendable {
    struct Line: Encodable, Sendable {
        let measure: String
        /// Rows behind the figure.
        let rows: Int
        let milliseconds: Double
    }

    let bodies: Int
    let runs: Int
    /// How long the bodies themselves take to be read, which all standings share.
    let treeMilliseconds: Double
    let standings: [Line]

    var text: String {
        let lines =
            [("agency-tree", bodies, treeMilliseconds)]
            + standings.map { ($0.measure, $0.rows, $0.milliseconds) }
        return lines.map { name, rows, time in
            name.padding(toLength: 22, withPad: " ", startingAt: 0) + "\(rows) rows, \(time) ms"
        }.joined(separator: "\n")
    }
}

/// The median time of so many runs after one that isn't counted, in milliseconds to two decimals.
private func median(of runs: Int, _ body: () throws -> Void) rethrows -> Double {
    try body()
    let clock = ContinuousClock()
    let times = try (0..<runs).map { _ in try clock.measure(body) }.sorted()
    return (times[times.count / 2] / .milliseconds(1) * 100).rounded() / 100
}
