import ArgumentParser

struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "Prints docs/cli.md from the commands' own help.",
        shouldDisplay: false)

    func run() {
        Terminal.say(Self.text)
    }

    /// The help of every command that is shown, as one page of Markdown.
    static var text: String {
        var text = """
            # The command line

            Written by `make cli-reference` from the commands' own help; a test keeps it fresh. Exit \
            codes: 0 done, 1 a rule said no or a check found something, 64 the command line was not \
            understood, 70 a fault.

            """
        for (command, path) in shown(CaiCach.self, path: "caicach") {
            let help = CaiCach.helpMessage(for: command, columns: 90)
            text += "\n## \(path)\n\n```text\n\(help)\n```\n"
        }
        return String(text.dropLast())
    }

    private static func shown(
        _ command: any ParsableCommand.Type, path: String
    ) -> [(any ParsableCommand.Type, String)] {
        var all: [(any ParsableCommand.Type, String)] = [(command, path)]
        for subcommand in command.configuration.subcommands {
            let configuration = subcommand.configuration
            guard configuration.shouldDisplay, let name = configuration.commandName else {
                continue
            }
            all += shown(subcommand, path: path + " " + name)
        }
        return all
    }
}
