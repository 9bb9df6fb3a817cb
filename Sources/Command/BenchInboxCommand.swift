import ArgumentParser
import Domain
import Foundation
import Store

/// Times an inbox in a workspace with very many tasks, without a request round it.
struct BenchInboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "Times inboxes and pages of the task list in a workspace with 200,000 tasks.",
        discussion: """
            Đo thời gian đọc hộp việc và danh sách nhiệm vụ. The data is made in a temporary file and removed.

              caicach bench inbox
              caicach bench inbox --bodies 11000 --tasks 20
            """)

    @Option(help: "How many made-up bodies.")
    var bodies = 1_000

    @Option(help: "How many tasks each has.")
    var tasks = 200

    @Option(help: "How many inboxes are opened, of bodies one after the other.")
    var runs = 500

    @OptionGroup var output: OutputOption

    func validate() throws {
        guard (2...20_000).contains(bodies), (1...2_000).contains(tasks),
            (10...10_000).contains(runs)
        else {
            throw ValidationError(
                "From 2 to 20000 bodies, 1 to 2000 tasks each, and 10 to 10000 runs.")
        }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "caicach-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try await Store.open(
            folder.appending(path: "bench.sqlite").path(percentEncoded: false))
        try await store.migrate()
        try await BenchWorkspace(store: store).fill(bodies: bodies, tasks: tasks)
        // Every body owes reports too: they stand in the same inboxes.
        try await store.write { db in
            guard let user = try db.user(login: "quantri")?.id else { return }
            try db.openPeriods(of: db.inboxYear(on: db.workspace().today(db.now)), by: user)
        }
        let report = try await measured(store)
        if output.isJSON { try Terminal.sayJSON(report) } else { Terminal.say(report.text) }
    }

    private func measured(_ store: Store) async throws -> InboxReport {
        let runs = runs
        return try await store.read { db in
            let today = try db.workspace().today(db.now)
            let year = try db.inboxYear(on: today)
            let bodies = try db.agencyTree(on: today).bodies.map(\.id)
            let clock = ContinuousClock()
            func opened(_ number: Int) throws -> Int {
                let question = InboxQuestion(
                    bodies: .some([bodies[number * 7 % bodies.count]]), today: today, year: year)
                let counts = try db.inboxCounts(question)
                for box in InboxItem.Box.allCases where counts[box] > 0 {
                    _ = try db.inboxItems(question, InboxFilter(boxes: [box]), limit: 13)
                }
                return counts.total
            }
            _ = try opened(1)
            var items = 0
            let times = try (0..<runs).map { number in
                try clock.measure { items = max(items, try opened(number)) }
            }.sorted()
            let everybody = InboxQuestion(bodies: .all, today: today, year: year)
            let chased = try clock.measure {
                _ = try db.inboxItems(everybody, InboxFilter(boxes: [.late]), limit: 500)
            }
            let list = try TaskListTimes(db, year: year, today: today, bodies: bodies, runs: runs)
            return InboxReport(
                tasks: try db.taskCount(), runs: runs, mostItems: items,
                medianMilliseconds: times[runs / 2].inMilliseconds,
                p99Milliseconds: times[min(runs - 1, runs * 99 / 100)].inMilliseconds,
                chaseMilliseconds: chased.inMilliseconds,
                listMedianMilliseconds: list.median.inMilliseconds,
                listP99Milliseconds: list.p99.inMilliseconds,
                searchMilliseconds: list.search.inMilliseconds,
                slowestList: list.slowest)
        }
    }
}

private struct InboxReport: Encodable, Sendable {
    let tasks: Int
    let runs: Int
    /// The fullest inbox.
    let mostItems: Int
    let medianMilliseconds: Double
    let p99Milliseconds: Double
    /// What the office's list of all that is late takes, its first 500.
    let chaseMilliseconds: Double
    /// A page of fifty tasks with the count above it, by one filter after the other.
    let listMedianMilliseconds: Double
    let listP99Milliseconds: Double
    /// A search that nothing answers, through every task of the workspace.
    let searchMilliseconds: Double
    /// The filter whose pages took longest, and their median.
    let slowestList: String

    var text: String {
        """
        \(tasks) tasks, \(runs) inboxes of up to \(mostItems) items
        median \(medianMilliseconds) ms, 99% within \(p99Milliseconds) ms
        the first 500 of all that is late: \(chaseMilliseconds) ms
        pages of the task list: median \(listMedianMilliseconds) ms, 99% within \(listP99Milliseconds) ms
        slowest filter: \(slowestList)
        a search in vain through all tasks: \(searchMilliseconds) ms
        """
    }
}

extension Duration {
    /// To two decimals.
    var inMilliseconds: Double { (self / .milliseconds(1) * 100).rounded() / 100 }
}
