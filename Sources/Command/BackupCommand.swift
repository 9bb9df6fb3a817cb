import ArgumentParser
import Domain
import Foundation
import Store

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Writes a whole workspace into one archive, while it is served.",
        discussion: """
            Sao lưu toàn bộ dữ liệu và tài liệu kiểm chứng vào một tệp, không cần dừng máy chủ. The archive is one snapshot, and \
            the same for SQLite and PostgreSQL: “caicach restore” reads it into either. The key that signs \
            the journal is not in it; keep that file apart.

              caicach backup --database var/caicach.sqlite --output sao-luu.zip
            """)

    @OptionGroup var database: DatabaseOption
    @OptionGroup var output: OutputOption

    @Option(name: .customLong("output"), help: "The archive to write; must not be there yet.")
    var path: String

    func run() async throws {
        let store = try await database.open()
        let made = try await store.backUp(to: path)
        if output.isJSON { return try Terminal.sayJSON(Report(path: path, made)) }
        let files = made.files?.count ?? 0
        Terminal.say(
            "\(path): \(made.rows) dòng, \(files) tệp, nhật ký đến mục \(made.journalSeq) · "
                + "\(made.rows) rows, \(files) files, journal up to entry \(made.journalSeq)"
        )
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Reads an archive into a workspace that does not exist yet.",
        discussion: """
            Khôi phục từ tệp sao lưu vào nơi trống: tệp SQLite mới hoặc schema PostgreSQL mới; cũng là \
            cách chuyển từ cơ sở dữ liệu này sang cơ sở dữ liệu kia. All or nothing: a torn or altered \
            archive is refused and nothing is written.

              caicach restore sao-luu.zip --database moi.sqlite
              caicach restore sao-luu.zip --database 'postgres://db/cchc?schema=binh_dinh'
            """)

    @Argument(help: "The archive that “caicach backup” wrote.")
    var archive: String

    @OptionGroup var database: DatabaseOption
    @OptionGroup var output: OutputOption

    @Flag(help: "Read the archive through and say what is in it, and write nothing.")
    var dryRun = false

    func run() async throws {
        guard FileManager.default.fileExists(atPath: archive) else {
            throw CommandError.noFile(archive)
        }
        let made =
            dryRun
            ? try BackupManifest.read(archive)
            : try await Store.restore(archive, into: database.address, files: database.files)
        if output.isJSON { return try Terminal.sayJSON(Report(path: archive, made)) }
        let what =
            "\(made.rows) dòng, nhật ký đến mục \(made.journalSeq), sao lưu lúc \(made.madeAt)"
        Terminal.say(
            dryRun
                ? "\(archive): nguyên vẹn, \(what) · whole; nothing was written"
                : "\(database.address): đã khôi phục \(what) · restored")
    }
}

private struct Report: Encodable {
    let path: String
    let madeAt: String
    let rows: Int
    let tables: Int
    let files: Int
    let journalSeq: Int

    init(path: String, _ made: BackupManifest) {
        self.path = path
        madeAt = made.madeAt
        rows = made.rows
        tables = made.tables.count
        files = made.files?.count ?? 0
        journalSeq = made.journalSeq
    }
}
