import ArgumentParser
import Domain
import Store

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Looks a workspace through: database, references, journal, kept columns, files.",
        discussion: """
            Kiểm tra cơ sở dữ liệu; mã thoát 1 khi có điều sai. Exit code 1 when something is wrong.

              caicach check --database var/caicach.sqlite
            """)

    @OptionGroup var database: DatabaseOption
    @OptionGroup var output: OutputOption
    @OptionGroup var speech: LanguageOption

    func run() async throws {
        let store = try await database.open()
        let files = store.files
        let parts = try await store.read { try $0.check(files) }
        if output.isJSON {
            try Terminal.sayJSON(parts.map(Line.init))
        } else {
            for part in parts { say(part) }
        }
        if parts.contains(where: { !$0.problems.isEmpty }) { throw ExitCode(1) }
    }

    private func say(_ part: CheckedPart) {
        let title = part.part.title[speech.language]
        let well = speech.language == .vi ? "đúng" : "all well"
        Terminal.say(part.problems.isEmpty ? "\(title): \(well) (\(part.count))" : "\(title):")
        for problem in part.problems { Terminal.say("  " + problem[speech.language]) }
    }

    private struct Line: Encodable {
        let part: String
        let count: Int
        let problems: [String]

        init(_ part: CheckedPart) {
            self.part = part.part.rawValue
            count = part.count
            problems = part.problems.map(\.en)
        }
    }
}
