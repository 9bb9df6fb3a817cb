import ArgumentParser
import Domain
import Sample
import Store

struct SampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Makes a workspace with a made-up but believable year.",
        discussion: """
            Tạo cơ sở dữ liệu minh họa: toàn bộ 191 cơ quan của Bình Định năm 2021, hoặc hai cấp sau sáp \
            nhập năm 2026. Every page of it says that the data is made up.

              caicach sample --database var/caicach.sqlite
              caicach sample --database var/gialai.sqlite --year 2026
            """)

    @OptionGroup var database: DatabaseOption

    @Option(help: "2021 (three tiers) or 2026 (two tiers).")
    var year = 2021

    @Option(
        help: ArgumentHelp(
            "How many times the inspections, findings and documents.", visibility: .hidden))
    var scale = 1

    func run() async throws {
        guard let edition = SampleYear.Edition(rawValue: year) else {
            throw SampleError.unknownYear(year)
        }
        let store = try await database.openMigrated()
        let password = try await store.createFirstAdministrator()
        guard let user = try await store.read({ try $0.user(login: "quantri") }) else {
            throw MissingRecord(Bilingual(vi: "tài khoản", en: "account"), "quantri")
        }
        let sample = try SampleYear.make(edition, scale: scale)
        try await SampleLoader(sample, into: store, by: user.id).load()
        Terminal.say("Đã tạo dữ liệu minh họa năm \(year) · The sample of \(year) is made.")
        if let password { Terminal.say(password) }
    }
}
