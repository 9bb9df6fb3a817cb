import ArgumentParser
import Domain

struct PermissionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "permissions",
        abstract: "Prints who may do what, as docs/permissions.md has it.",
        shouldDisplay: false)

    func run() {
        Terminal.say(PermissionTable.text)
    }
}
