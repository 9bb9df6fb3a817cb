import ArgumentParser
import Domain
import Store

struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Prints the whole schema as the migrations leave it.",
        shouldDisplay: false)

    func run() async throws {
        Terminal.say(try await Store.schemaText().trimmed)
    }
}
