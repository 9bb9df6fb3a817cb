import ArgumentParser
import Domain
import Foundation
import Store

/// Times the scoring of a whole province, from the records to the ranks of every block.
struct BenchScoresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scores",
        abstract: "Times the index of 11,000 agencies: reading, scoring, ranking apart.",
        discussion: """
            Đo thời gian chấm điểm và xếp hạng. With --keep the database is left for another program
            to score; with --dump the results go to a file, to be compared.

              caicach bench scores --database var/bench.sqlite --keep --dump var/ours.csv
            """)

    @Option(help: "Where the made-up data goes; made when it does not exist.")
    var database: String?

    @Flag(help: "Leaves the database there.")
    var keep = false

    @Option(help: "How many made-up bodies.")
    var bodies = 11_000

    @Option(help: "How often all is computed; the median is given.")
    var runs = 5

    @Option(help: "A file for every agency's index and rank.")
    var dump: String?

    @OptionGroup var output: OutputOption

    func validate() throws {
        guard (1...100_000).contains(bodies), (1...1_000).contains(runs) else {
            throw ValidationError("Bodies are from 1 to 100000, runs from 1 to 1000.")
        }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "caicach-bench-\(UUID().uuidString)")
        let path = database ?? folder.appending(path: "bench.sqlite").path(percentEncoded: false)
        defer { if !keep { try? FileManager.default.removeItem(at: folder) } }
        let store = try await Store.open(path)
        try await store.migrate()
        if try await store.read({ try $0.scoringRounds().isEmpty }) {
            try await BenchWorkspace(store: store).fillScores(bodies: bodies)
        }
        // First, so that what is dumped is what the file holds.
        let change = try await changed(store)
        var report = try await measured(store)
        report.changeMilliseconds = change
        if output.isJSON { try Terminal.sayJSON(report) } else { Terminal.say(report.text) }
    }

    private func measured(_ store: Store) async throws -> Report {
        let (runs, dump) = (runs, dump)
        return try await store.read { db in
            let clock = ContinuousClock()
            var times: [(reading: Double, scoring: Double, ranking: Double)] = []
            var lines: [String] = []
            for run in 0..<runs {
                var (reading, scoring, ranking) = (Duration.zero, Duration.zero, Duration.zero)
                let day = try db.workspace().today(db.now)
                var tree: AgencyTree?
                var figures: MeasuredFigures?
                var rounds: [ScoringRound] = []
                reading += try clock.measure {
                    rounds = try db.scoringRounds()
                    let read = try db.agencyTree(on: day)
                    figures = try db.measuredFigures(
                        Set(ScoringMeasure.allCases), of: rounds.first?.year ?? day.year, in: read,
                        on: day)
                    tree = read
                }
                guard let tree, let figures else { continue }
                for round in rounds {
                    var block: BlockAnswers?
                    reading += try clock.measure {
                        block = try db.blockAnswers(
                            of: round, in: tree, on: day, figures: figures)
                    }
                    guard let block else { continue }
                    var totals: [ScoreTotals] = []
                    scoring += clock.measure { totals = block.totals(by: Scorer(block.set)) }
                    var ranks: [Int] = []
                    ranking += clock.measure {
                        ranks = Ranking.ranks(of: totals.map { $0.index?.basisPoints ?? -1 })
                    }
                    if dump != nil, run == 0 {
                        for (place, agency) in block.agencies.enumerated() {
                            let code = tree.body(agency)?.code ?? ""
                            lines.append(
                                "\(code),\(totals[place].index?.basisPoints ?? -1),\(ranks[place])")
                        }
                    }
                }
                times.append(
                    (reading.milliseconds, scoring.milliseconds, ranking.milliseconds))
            }
            if let dump {
                let text = "code,value,rank\n" + lines.sorted().joined(separator: "\n") + "\n"
                try Data(text.utf8).write(to: URL(filePath: dump))
            }
            let middle = times.sorted {
                $0.reading + $0.scoring + $0.ranking < $1.reading + $1.scoring + $1.ranking
            }[times.count / 2]
            return Report(
                agencies: try db.scoringRounds().reduce(0) {
                    $0 + (try db.assessments(of: $1, for: .system).count)
                },
                reading: middle.reading, scoring: middle.scoring, ranking: middle.ranking,
                memory: Report.peakMegabytes())
        }
    }

    /// One agency enters one figure; from the commit to the ranks of its block.
    private func changed(_ store: Store) async throws -> Double {
        var times: [Double] = []
        let clock = ContinuousClock()
        for run in 0..<runs {
            let (number, version, round) = try await store.read { db in
                let round = try db.scoringRounds().first { $0.block == .communes }
                guard let round,
                    let file = try db.assessments(of: round, for: .system).first?.assessment
                else { throw MissingRecord(Bilingual("round"), "communes") }
                return (file.number, file.version, round)
            }
            try await store.write { db in
                guard let user = try db.user(login: "quantri")?.id else { return }
                try db.enterScores(
                    [EnteredLine(position: 63, answer: .share(60 + run % 9, of: 120), note: "đo")],
                    of: number, version: version, by: user, on: round.terms.cutOff)
            }
            let start = clock.now
            let ranks = try await store.read { db in
                let files = try db.assessments(of: round, for: .system)
                return Ranking.ranks(of: files.map { $0.index?.basisPoints ?? -1 })
            }
            precondition(!ranks.isEmpty, "The block has files.")
            times.append((clock.now - start).milliseconds)
        }
        return times.sorted()[times.count / 2]
    }
}

private struct Report: Encodable, Sendable {
    let agencies: Int
    /// Milliseconds, of the middle run.
    let reading: Double
    let scoring: Double
    let ranking: Double
    /// The most memory the process had, in MB.
    let memory: Int
    var changeMilliseconds = 0.0

    var text: String {
        """
        \(agencies) agencies
        reading  \(Int(reading)) ms
        scoring  \(Int(scoring)) ms
        ranking  \(Int(ranking)) ms
        one change to the block's ranks  \(Int(changeMilliseconds)) ms
        memory   \(memory) MB at most
        """
    }

    static func peakMegabytes() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) / 1024
    }
}

extension Duration {
    fileprivate var milliseconds: Double {
        Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1e15
    }
}
