import Domain
import Foundation
import ReaderTrials
import Reading
import Support

/// Measures the reader by itself: how much it finds, how fast it reads, how much it bears.
///
///     reader-bench               precision, recall and F1 on the corpus; speed at 1x and 10x
///     reader-bench --remarks     besides, every miss and every invention
///     reader-bench --json        the same figures for `scripts/bench`
///     reader-bench --fuzz 10000000   so many random inputs
@main
struct ReaderBench {
    static func main() async throws {
        let arguments = CommandLine.arguments
        if let place = arguments.firstIndex(of: "--fuzz"), place + 1 < arguments.count {
            return Fuzz.run(inputs: Int(arguments[place + 1]) ?? 10_000)
        }
        let report = try Report()
        if arguments.contains("--json") {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
            print(String(decoding: try encoder.encode(report), as: UTF8.self))
            return
        }
        print(report.text)
        if arguments.contains("--remarks") { print(report.remarks.joined(separator: "\n")) }
    }
}

/// The figures of one run.
struct Report: Encodable {
    struct Line: Encodable {
        let name: String
        let trials: Int
        let precision: Double
        let recall: Double
        let f1: Double
    }

    let lines: [Line]
    /// Of the fields that labels give, the part that was read right.
    let fields: [String: Double]
    let inventedInNegatives: Int
    let negatives: Int
    /// Millions of bytes a second, one core.
    let speed: Double
    /// Time for ten times the text, as a multiple of the time for one.
    let tenfold: Double
    let remarks: [String]

    init() throws {
        let sentences = try Corpus.sentences()
        let texts = try Corpus.texts()
        var (bySentence, byText, tasks, negative) = (Score(), Score(), Score(), Score())
        var negatives = 0
        for trial in sentences { bySentence.addTargets(trial, PlanReader.read(trial.text)) }
        for trial in texts {
            let draft = PlanReader.read(trial.text)
            byText.addTargets(trial, draft)
            tasks.addTasks(trial, draft)
        }
        for trial in sentences + texts where trial.expected.targets.isEmpty {
            negative.addTargets(trial, PlanReader.read(trial.text))
            negatives += 1
        }
        let labelled = texts.count { $0.expected.tasks != nil }
        lines = [
            Line("sentences, targets", sentences.count, bySentence),
            Line("whole texts, targets", texts.count, byText),
            Line("whole texts, tasks", labelled, tasks),
        ]
        var fields: [String: Double] = [:]
        for (kind, score) in [("target", byText), ("task", tasks)] {
            for (name, count) in score.fields {
                fields["\(kind).\(name)"] = Double(count.right) / Double(count.compared)
            }
        }
        self.fields = fields
        inventedInNegatives = negative.inventions
        self.negatives = negatives
        remarks = bySentence.remarks + byText.remarks + tasks.remarks
        let plan = texts.filter { !$0.expected.targets.isEmpty }.map(\.text).joined(
            separator: "\n\n")
        let once = String(repeating: plan, count: max(1, 500_000 / plan.utf8.count))
        let tenTimes = String(repeating: once, count: 10)
        let (short, long) = (Self.time(once), Self.time(tenTimes))
        speed = Double(tenTimes.utf8.count) / 1e6 / long
        tenfold = long / short
    }

    /// The shortest of five runs, in seconds.
    private static func time(_ text: String) -> Double {
        (0..<5).map { _ in
            let time = ContinuousClock().measure { _ = PlanReader.read(text) }.components
            return Double(time.seconds) + Double(time.attoseconds) / 1e18
        }.min() ?? 0
    }

    var text: String {
        let scores = lines.map {
            "\($0.name) (\($0.trials)): precision \(rounded($0.precision)), recall \(rounded($0.recall)), F1 \(rounded($0.f1))"
        }
        let right = fields.sorted { $0.key < $1.key }.map {
            "  \($0.key) right: \(rounded($0.value))"
        }
        return
            (scores + right + [
                "negatives (\(negatives)): \(inventedInNegatives) targets invented",
                "speed: \(rounded(speed)) MB/s; ten times the text in \(rounded(tenfold)) times the time",
            ]).joined(separator: "\n")
    }

    private func rounded(_ number: Double) -> String { String(format: "%.3f", number) }
}

extension Report.Line {
    init(_ name: String, _ trials: Int, _ score: Score) {
        self.init(
            name: name, trials: trials, precision: score.precision, recall: score.recall,
            f1: score.f1)
    }
}
