import ArgumentParser
import Domain
import Foundation
import Reading
import Store

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Takes a list from a CSV or XLSX file into the record, all rows or none.",
        discussion: """
            Nhập danh mục hoặc hồ sơ từ tệp CSV, XLSX. Importing the same file twice changes nothing.

              caicach import agencies list.csv --from 01/01/2021 --dry-run
              caicach import findings findings.xlsx --as quantri
            """)

    @Argument(help: "Which list.")
    var list: RecordList

    @Argument(help: "A CSV or XLSX file.", completion: .file())
    var file: String

    @OptionGroup var database: DatabaseOption

    @Option(help: "The day agencies are in force from, for rows that give none: dd/mm/yyyy.")
    var from: String?

    @Option(name: .customLong("as"), help: "The account in whose name it is recorded.")
    var login = "quantri"

    @Flag(help: "Say what would change, and change nothing.")
    var dryRun = false

    func run() async throws {
        let day = try from.map { text in
            guard let day = Day(text) else {
                throw InvalidInput([
                    Problem(
                        "from", vi: "“\(text)” không phải là ngày có thật; hãy ghi như 01/01/2021.",
                        en: "“\(text)” is not a day that exists; write it as 01/01/2021.")
                ])
            }
            return day
        }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandError.noFile(file)
        }
        let table = try TableFile.read(data, name: URL(filePath: file).lastPathComponent)
        let store = try await database.open()
        let list = list
        let summary: ImportSummary
        if dryRun {
            summary = try await store.read { try list.dryRun(table, from: day, $0) }
        } else {
            let login = login
            guard let user = try await store.read({ try $0.user(login: login) }) else {
                throw MissingRecord(Bilingual(vi: "tài khoản", en: "account"), login)
            }
            summary = try await store.write { try list.take(table, from: day, by: user.id, $0) }
        }
        for notice in summary.notices { Terminal.say("\(notice.vi) · \(notice.en)") }
        if !summary.problems.isEmpty { throw InvalidInput(summary.problems) }
        Terminal.say(
            (dryRun ? "Chạy thử, chưa ghi · Dry run: " : "Đã ghi · Recorded: ")
                + "\(summary.new) mới (new), \(summary.changed) thay đổi (changed), \(summary.unchanged) giữ nguyên (unchanged)"
        )
    }
}
