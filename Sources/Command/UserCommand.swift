import ArgumentParser
import Domain
import Store

struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Looks after the accounts of a workspace.",
        subcommands: [UserResetPasswordCommand.self])
}

struct UserResetPasswordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-password",
        abstract: "Gives an account a new one-time password and ends its sessions.",
        discussion: """
            Đặt lại mật khẩu dùng một lần cho tài khoản. The password is printed once and kept nowhere; it \
            must be changed at the next sign-in.

              caicach user reset-password quantri --database var/caicach.sqlite
            """)

    @Argument(help: "What the person types to sign in.")
    var login: String

    @OptionGroup var database: DatabaseOption

    @Flag(help: "Say what would change, and change nothing.")
    var dryRun = false

    func run() async throws {
        let store = try await database.open()
        if dryRun {
            let (login, found) = (
                login, try await store.read { [login] in try $0.user(login: login) }
            )
            guard let found else {
                throw MissingRecord(Bilingual(vi: "tài khoản", en: "account"), login)
            }
            Terminal.say(
                "\(found.login) (\(found.name)): sẽ được cấp mật khẩu mới · would get a new password"
            )
            return
        }
        Terminal.say(try await store.resetPassword(login: login, by: nil))
    }
}
