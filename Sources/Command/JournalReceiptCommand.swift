import ArgumentParser
import Domain
import Foundation
import Store

struct JournalReceiptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "Makes the receipt of a journal entry, or checks one without any database.",
        discussion: """
            Lập hoặc kiểm tra biên nhận: bằng chứng rằng một mục nhật ký đã có, đúng nội dung ấy, vào \
            ngày ấy. Checking needs the file and the public key of /public/journal, and nothing else. \
            A receipt holds the whole entry: give it only to whoever may read that.

              caicach journal receipt --entry 17 --output bien-nhan-17.json
              caicach journal receipt --check bien-nhan-17.json --key 'Qb9…='
            """)

    @OptionGroup var database: DatabaseOption
    @OptionGroup var speech: LanguageOption

    @Option(help: "The number of the entry to make a receipt of.")
    var entry: Int?

    @Option(help: "Where to write the receipt; standard output when left out.")
    var output: String?

    @Option(help: ArgumentHelp("The receipt to check.", valueName: "file"))
    var check: String?

    @Option(help: "The public key, in Base64, as it was published.")
    var key: String?

    func validate() throws {
        guard (entry == nil) != (check == nil) else {
            throw ValidationError(
                "Give either --entry, to make a receipt, or --check, to check one.")
        }
        guard check == nil || key != nil else {
            throw ValidationError(
                "Checking a receipt needs --key, the public key of /public/journal.")
        }
    }

    func run() async throws {
        if let check, let key { return try confirm(check, key) }
        guard let entry else { return }
        let store = try await database.open()
        let data = try await store.read { try $0.journalReceipt(entry) }.data()
        if let output {
            try data.write(to: URL(filePath: output), options: .atomic)
            Terminal.say("\(output): biên nhận mục \(entry) · the receipt of entry \(entry)")
        } else {
            Terminal.say(String(decoding: data, as: UTF8.self))
        }
    }

    private func confirm(_ path: String, _ key: String) throws {
        let (entry, head) = try JournalReceipt.check(try bytes(of: path), publicKey: key)
        let changes = entry.changes.map { "  \($0.kind) \($0.record)\n  \($0.after ?? "–")" }
        let said = Bilingual(
            vi: "Biên nhận đúng: mục \(entry.seq), \(entry.action), ghi lúc \(entry.at.text); "
                + "nhật ký của \(head.workspace) đã ký ngày \(head.day.vi).",
            en:
                "The receipt holds: entry \(entry.seq), \(entry.action), recorded at \(entry.at.text); "
                + "the journal of \(head.workspace) was signed on \(head.day.en).")
        Terminal.say(([said[speech.language]] + changes).joined(separator: "\n"))
    }
}
