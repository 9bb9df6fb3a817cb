import ArgumentParser
import Store

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Makes a workspace, or brings its schema up to this program's.",
        discussion: """
            Tạo cơ sở dữ liệu mới, hoặc nâng lược đồ lên phiên bản của chương trình. Steps go forward \
            only; a step that was edited after it ran is refused.

              caicach migrate --database var/caicach.sqlite
            """)

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        _ = try await database.openMigrated()
        Terminal.say("\(database.address): lược đồ đã đúng phiên bản · the schema is up to date")
    }
}
