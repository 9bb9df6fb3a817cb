import ArgumentParser
import Domain
import Store

struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Works with the journal of every change.",
        subcommands: [JournalVerifyCommand.self, JournalReceiptCommand.self])
}

struct JournalVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Recomputes the whole chain and says whether anything was altered.",
        discussion: """
            Kiểm tra chuỗi nhật ký và chữ ký hằng ngày; mã thoát 1 khi chuỗi bị đứt. Exit code 1 when the \
            chain is broken or does not agree with a day's signature.

              caicach journal verify --database var/caicach.sqlite
            """)

    @OptionGroup var database: DatabaseOption
    @OptionGroup var output: OutputOption
    @OptionGroup var speech: LanguageOption

    func run() async throws {
        let store = try await database.open()
        let (found, signed) = try await store.read {
            (try $0.verifyJournal(), try $0.verifySignedHeads())
        }
        if output.isJSON {
            try Terminal.sayJSON(Report(found, signed))
        } else {
            Terminal.say(found.sentence[speech.language])
            Terminal.say(signed.sentence[speech.language])
        }
        if found.broken != nil || signed.broken != nil { throw ExitCode(1) }
    }

    private struct Report: Encodable {
        let entries: Int
        let changes: Int
        let erased: Int
        let brokenAt: Int?
        let signedDays: Int
        let brokenDay: String?

        init(_ found: JournalVerification, _ signed: SignedHeadVerification) {
            entries = found.entries
            changes = found.changes
            erased = found.erased
            brokenAt = found.broken?.seq
            signedDays = signed.days
            brokenDay = signed.broken?.day.text
        }
    }
}

extension JournalVerification {
    var sentence: Bilingual {
        if let broken {
            return Bilingual(
                vi: "Nhật ký không nguyên vẹn: mục \(broken.seq): \(broken.reason.vi).",
                en: "The journal is not whole: entry \(broken.seq): \(broken.reason.en).")
        }
        return Bilingual(
            vi: "Nhật ký nguyên vẹn: \(entries) mục, \(changes) thay đổi, "
                + "\(erased) nội dung đã xóa theo luật.",
            en: "The journal is whole: \(entries) entries, \(changes) changes, "
                + "\(erased) texts erased as the law asks.")
    }
}

extension SignedHeadVerification {
    var sentence: Bilingual {
        if let broken {
            return Bilingual(
                vi: "Chữ ký ngày \(broken.day.vi) không khớp: \(broken.reason.vi).",
                en: "The signature of \(broken.day.en) does not agree: \(broken.reason.en).")
        }
        return Bilingual(
            vi: "Chữ ký hằng ngày: \(days) ngày, khớp với nhật ký.",
            en: "Signatures by day: \(days), all agree with the journal.")
    }
}
