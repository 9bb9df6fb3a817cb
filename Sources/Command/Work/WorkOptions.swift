import ArgumentParser
import Domain
import Foundation
import Store

/// What a process needs for the work that the clock asks for.
struct WorkOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The command that sends mail, such as /usr/sbin/sendmail; without it mails wait.",
            valueName: "command"))
    var sendmail: String?

    @Option(help: ArgumentHelp("The address that mails come from.", valueName: "address"))
    var mailFrom: String?

    @Option(
        help: ArgumentHelp(
            "Who is told when a job fails, such as a backup that could not be proved.",
            valueName: "address"))
    var alarmAddress: String?

    @Option(
        help: ArgumentHelp(
            "Where proved backups are kept; beside the database when left out.", valueName: "folder"
        ))
    var backups: String?

    @Option(help: "How many proved backups are kept.")
    var keepBackups = 14

    @Option(
        help: ArgumentHelp(
            "The file of the key that signs the journal; beside the database when left out.",
            valueName: "file"))
    var signingKey: String?

    func validate() throws {
        guard (1...10_000).contains(keepBackups) else {
            throw ValidationError("The number of backups kept is from 1 to 10000.")
        }
        guard (sendmail == nil) == (mailFrom == nil) else {
            throw ValidationError("--sendmail and --mail-from go together.")
        }
        for address in [mailFrom, alarmAddress].compactMap(\.self) where !Mail.isAddress(address) {
            throw ValidationError("“\(address)” is no mail address.")
        }
        if let sendmail, sendmail.split(separator: " ").isEmpty {
            throw ValidationError("--sendmail names a command.")
        }
    }

    /// Opens the signing key, or makes it, and says how the work is done.
    func worker(_ store: Store, _ database: DatabaseOption, host: String) throws -> Worker {
        let mail = sendmail.map { command in
            Sendmail(
                command: command.split(separator: " ").map(String.init), from: mailFrom ?? "",
                host: host)
        }
        return Worker(
            store: store, key: try SigningKey.open(signingKey ?? database.beside("signing-key")),
            backups: folder(database), keeping: keepBackups, sendmail: mail,
            alarmAddress: alarmAddress)
    }

    func folder(_ database: DatabaseOption) -> String { backups ?? database.beside("backups") }
}

extension DatabaseOption {
    /// A file or folder that belongs to the workspace: beside a SQLite file, else under `var`.
    fileprivate func beside(_ what: String) -> String {
        guard address.contains("://") else { return "\(address).\(what)" }
        let schema = address.components(separatedBy: "schema=").dropFirst().first?
            .split(separator: "&").first
        return "var/\(schema.map(String.init) ?? "public").\(what)"
    }
}
