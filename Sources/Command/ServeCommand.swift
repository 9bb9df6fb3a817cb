import ArgumentParser
import Domain
import Logging
import Store
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves a workspace as a web site until it is told to stop.",
        discussion: """
            Phục vụ trang web của một cơ sở dữ liệu. On the very first start it makes the account of the \
            administrator and prints its one-time password. SIGTERM and Ctrl-C let requests under way finish.

              caicach serve --database var/caicach.sqlite --port 8080
              caicach serve --database 'postgres://db/cchc?schema=binh_dinh' \\
                --public-url https://cchc.example.gov.vn --trusted-proxy 127.0.0.1
            """)

    @OptionGroup var database: DatabaseOption

    @Option(help: "The address to listen on; 0.0.0.0 is every one.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 takes any free one.")
    var port = 8080

    @Option(help: "What people type to get here; gives cookies' Secure and the allowed origin.")
    var publicURL: String?

    @Option(
        help: ArgumentHelp(
            "A proxy whose X-Forwarded-For is believed; may be given more than once.",
            valueName: "address"))
    var trustedProxy: [String] = []

    @Option(
        help: ArgumentHelp(
            "The command that mails go to, such as /usr/sbin/sendmail; needs --public-url.",
            valueName: "command"))
    var sendmail: String?

    @Option(help: "The address that mails come from.")
    var mailFrom = "caicach@localhost"

    @OptionGroup var issuer: IssuerOption

    @Option(name: .customLong("kept"), help: "Megabytes for pages and figures kept in memory.")
    var keptMegabytes = 48

    @Flag(help: ArgumentHelp("Answer /hello, for make bench.", visibility: .hidden))
    var hello = false

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("A port is a number from 0 to 65535.")
        }
        if let publicURL, !publicURL.hasPrefix("http://"), !publicURL.hasPrefix("https://") {
            throw ValidationError("The public URL begins with https:// or http://.")
        }
        guard sendmail == nil || publicURL != nil else {
            throw ValidationError("Mails hold links, so --sendmail needs --public-url.")
        }
        guard (0...65_536).contains(keptMegabytes) else {
            throw ValidationError("The memory for kept pages is from 0 to 65536 megabytes.")
        }
    }

    func run() async throws {
        let store = try await database.openMigrated()
        let password = try await store.createFirstAdministrator()
        var settings = SiteSettings(
            publicAddress: publicURL, trustedProxies: Set(trustedProxy),
            keptBytes: keptMegabytes << 20)
        settings.answersHello = hello
        settings.issuer = try issuer.settings()
        settings.sendMail = sendmail.map { LinkMailer(command: $0, from: mailFrom).send }
        let (host, publicURL) = (host, publicURL)
        var logger = Logger(label: "caicach") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        try await Site(store, settings).serve(host: host, port: port, logger: logger) { port in
            Terminal.say("CaiCach: \(publicURL ?? "http://\(host):\(port)/")")
            if let password {
                Terminal.say(password)
            } else {
                Terminal.say(
                    "  Quên mật khẩu · Forgotten password: caicach user reset-password quantri")
            }
        }
    }
}
