import ArgumentParser
import Domain
import Foundation
import Store

/// Times the last minute before a deadline: many people who send their agency's report at once.
struct BenchSubmissionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submissions",
        abstract: "Has many people send their agency's report at once, and counts what was lost.",
        discussion: """
            Đo lúc nhiều đơn vị cùng gửi báo cáo. Every agency sends the page of one period in the same \
            moment, each by itself; afterwards every receipt, content and journal entry is looked for. \
            Without a database a SQLite file is made and removed; a database that is given must be empty.

              caicach bench submissions --people 200
            """)

    @Option(help: "How many send at once.")
    var people = 200

    @Option(help: "An empty workspace to write to; a SQLite file of its own when left out.")
    var database: String?

    @OptionGroup var output: OutputOption

    func validate() throws {
        guard (1...2_000).contains(people) else {
            throw ValidationError("The number of people is from 1 to 2000.")
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
        try await BenchWorkspace(store: store).fill(bodies: people + 1)
        let report = try await Rush(store, people: people).report()
        if output.isJSON { try Terminal.sayJSON(report) } else { Terminal.say(report.text) }
    }
}

/// Everybody sends at once.
private struct Rush {
    private let store: Store
    private let user: User.ID
    private let year: Int
    private let period: Period
    private let agencies: [Agency.ID]

    init(_ store: Store, people: Int) async throws {
        self.store = store
        let found = try await store.write { db in
            guard let user = try db.user(login: "quantri"),
                let year = try db.plannedYears().first
            else { throw MissingRecord(Bilingual(vi: "tài khoản", en: "account"), "quantri") }
            try db.openPeriods(of: year, by: user.id)
            guard let period = try db.periods(of: year).last else {
                throw MissingRecord(Bilingual(vi: "kỳ báo cáo", en: "period"), "q1")
            }
            let tree = try db.agencyTree(on: period.last)
            let bodies = tree.bodies.filter { $0.parent != nil }.prefix(people).map(\.id)
            return (user.id, year, period, Array(bodies))
        }
        (user, year, period, agencies) = found
    }

    func report() async throws -> Report {
        let start = ContinuousClock.now
        let sent = try await withThrowingTaskGroup(of: (Submission, Double).self) { group in
            for agency in agencies {
                group.addTask { try await send(agency, since: start) }
            }
            return try await group.reduce(into: [(Submission, Double)]()) { $0.append($1) }
        }
        let taken = (ContinuousClock.now - start) / .milliseconds(1)
        let times = sent.map(\.1).sorted()
        let submissions = sent.map(\.0)
        return Report(
            people: agencies.count, receipts: try await receipts(of: submissions),
            milliseconds: rounded(taken),
            medianMilliseconds: times.isEmpty ? 0 : rounded(times[times.count / 2]),
            p99Milliseconds: times.isEmpty ? 0 : rounded(times[times.count * 99 / 100]))
    }

    /// From the moment all begin until this one has its receipt.
    private func send(
        _ agency: Agency.ID, since start: ContinuousClock.Instant
    ) async throws -> (Submission, Double) {
        let (period, year, user) = (period, year, user)
        let sent = try await store.write { db in
            let page = try db.submissionBasis(for: agency, in: period, on: period.agencyLast)
                .content
            var problems: [Problem] = []
            var answers = SubmissionAnswers.read(page.fields, on: page, &problems)
            answers.difficulties = agency.text
            for line in page.tasks {
                answers.tasks[line.task]?.explanation =
                    "Tài liệu bản giấy lưu tại văn thư, bản điện tử gửi sau."
            }
            for line in page.measures { answers.measures[line.target]?.nothingArose = true }
            return try db.submit(
                answers, for: agency, in: period.code, of: year, on: period.agencyLast, version: 0,
                by: user)
        }
        return (sent, (ContinuousClock.now - start) / .milliseconds(1))
    }

    /// How many have their content, step and entry of their own on record.
    private func receipts(of submissions: [Submission]) async throws -> Int {
        try await store.read { db in
            let whole = try submissions.filter { submission in
                try db.content(of: submission, round: 1)?.difficulties == submission.agency.text
            }
            let entries = try whole.flatMap { try db.steps(of: $0).map(\.entry) }
            guard try db.verifyJournal().broken == nil else { return 0 }
            return Set(entries).count
        }
    }

    private func rounded(_ time: Double) -> Double { (time * 100).rounded() / 100 }
}

private struct Report: Encodable, Sendable {
    let people: Int
    /// Those whose content, step and journal entry were all found afterwards.
    let receipts: Int
    /// Until the last had a receipt.
    let milliseconds: Double
    let medianMilliseconds: Double
    let p99Milliseconds: Double

    var text: String {
        "\(people) people at once: \(receipts) receipts, all after \(milliseconds) ms, "
            + "median \(medianMilliseconds) ms, p99 \(p99Milliseconds) ms"
    }
}
