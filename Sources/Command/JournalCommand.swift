import ArgumentParser
import Domain
import Store

struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Works with the journal of every change.",
        subcommands: [JournalVerifyCommand.self])
}

struct JournalVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Recomputes the whole chain and says whether anything was altered.",
        discussion: """
            Kiểm tra chuỗi nhật ký; mã thoát 1 khi chuỗi bị đứt. Exit code 1 when the chain is broken.

              caicach journal verify --database var/caicach.sqlite
            """)

    @OptionGroup var database: DatabaseOption
    @OptionGroup var output: OutputOption
    @OptionGroup var speech: LanguageOption

    func run() async throws {
        let store = try await database.open()
        let found = try await store.read { try $0.verifyJournal() }
        if output.isJSON {
            try Terminal.sayJSON(Report(found))
        } else {
            Terminal.say(sentence(found)[speech.language])
        }
        if found.broken != nil { throw ExitCode(1) }
    }

    private func sentence(_ found: JournalVerification) -> Bilingual {
        if let broken = found.broken {
            return Bilingual(
                vi: "Nhật ký không nguyên vẹn: mục \(broken.seq): \(broken.reason.vi).",
                en: "The journal is not whole: entry \(broken.seq): \(broken.reason.en).")
        }
        return Bilingual(
            vi: "Nhật ký nguyên vẹn: \(found.entries) mục, \(found.changes) thay đổi, "
                + "\(found.erased) nội dung đã xóa theo luật.",
            en: "The journal is whole: \(found.entries) entries, \(found.changes) changes, "
                + "\(found.erased) texts erased as the law asks.")
    }

    private struct Report: Encodable {
        let entries: Int
        let changes: Int
        let erased: Int
        let brokenAt: Int?

        init(_ found: JournalVerification) {
            entries = found.entries
            changes = found.changes
            erased = found.erased
            brokenAt = found.broken?.seq
        }
    }
}
