import ArgumentParser
import Domain
import Foundation
import Logging
import ServiceLifecycle
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
    @OptionGroup var work: WorkOptions

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

    @OptionGroup var issuer: IssuerOption

    @Option(name: .customLong("kept"), help: "Megabytes for pages and figures kept in memory.")
    var keptMegabytes = 48

    @Option(help: "The port of /health and /metrics; they are not served when left out.")
    var monitoringPort: Int?

    @Option(help: "The address of /health and /metrics.")
    var monitoringHost = "127.0.0.1"

    @Flag(
        inversion: .prefixedNo, help: "Do what the clock asks for: sign, prove a backup, send mail."
    )
    var worker = true
    @Option(help: "text: faults, for people; json: those and each request, one JSON object a line.")
    var log = LogForm.text

    @Option(help: "Megabytes that one file of evidence may have.")
    var largestFile = 512

    @Option(
        help: ArgumentHelp(
            "Looks each file through for malware, such as 'clamdscan --fdpass --no-summary'.",
            valueName: "command"))
    var scanCommand: String?

    @Option(help: "Seconds that a client may keep the server waiting before it is cut off.")
    var clientPatience = 30

    @Flag(
        name: .customLong("no-rate-limits"),
        help: "Take any number of requests from one sender, where a proxy limits them.")
    var takesAnyRate = false

    @Flag(help: ArgumentHelp("Answer /hello, for make bench.", visibility: .hidden))
    var hello = false

    func validate() throws {
        guard (0...65_535).contains(port), (0...65_535).contains(monitoringPort ?? 0) else {
            throw ValidationError("A port is a number from 0 to 65535.")
        }
        if let publicURL, !publicURL.hasPrefix("http://"), !publicURL.hasPrefix("https://") {
            throw ValidationError("The public URL begins with https:// or http://.")
        }
        guard (1...3_600).contains(clientPatience) else {
            throw ValidationError("The patience with a client is from 1 to 3600 seconds.")
        }
        guard (1...1_000).contains(largestFile) else {
            throw ValidationError("A file of evidence may have from 1 to 1000 megabytes.")
        }
        guard work.sendmail == nil || publicURL != nil else {
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
        settings.sendsMail = worker && work.sendmail != nil
        settings.backupFolder = worker ? work.folder(database) : nil
        let mailFrom = work.mailFrom ?? "caicach@localhost"
        settings.issuer = try issuer.settings()
        settings.sendMail = work.sendmail.map { LinkMailer(command: $0, from: mailFrom).send }
        settings.largestFile = largestFile << 20
        settings.scanCommand = scanCommand?.split(separator: " ").map(String.init)
        if takesAnyRate { settings.rates = nil }
        settings.pace.idle = clientPatience
        settings.pace.grace = clientPatience
        // A file that may not grow is an error to be answered, not a signal to die of.
        signal(SIGXFSZ, SIG_IGN)
        let mailHost = publicURL.flatMap { URL(string: $0)?.host() }
        let services: [any Service] =
            worker
            ? [
                try work.worker(
                    store, database, host: mailHost ?? ProcessInfo.processInfo.hostName)
            ] : []
        let monitoring = monitoringPort.map { (host: monitoringHost, port: $0) }
        let (host, publicURL) = (host, publicURL)
        try await Site(store, settings).serve(
            host: host, port: port, monitoring: monitoring, beside: services, logger: log.logger
        ) { port in
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

/// How the server writes its log, always to the standard error.
enum LogForm: String, ExpressibleByArgument, CaseIterable {
    case text, json

    var logger: Logger {
        switch self {
        case .json: return Logger(label: "caicach") { _ in JSONLog() }
        case .text:
            var logger = Logger(label: "caicach") { StreamLogHandler.standardError(label: $0) }
            logger.logLevel = .notice
            return logger
        }
    }
}
