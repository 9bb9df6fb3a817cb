import ArgumentParser
import Domain
import Foundation
import Logging
import ServiceLifecycle
import Store
import UnixSignals

struct WorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work",
        abstract: "Does what the clock asks for: signs, proves a backup, sends mail.",
        discussion: """
            Làm các việc định kỳ: ký nhật ký, sao lưu và khôi phục thử, gửi thư. “serve” does this as \
            well; this is for a machine of its own, or with --once for cron. Several may work for one \
            workspace: each job and each mail is taken by one of them.

              caicach work --once --database var/caicach.sqlite
              caicach work --database 'postgres://db/cchc?schema=binh_dinh' \\
                --sendmail /usr/sbin/sendmail --mail-from cchc@binhdinh.example
            """)

    @OptionGroup var database: DatabaseOption
    @OptionGroup var work: WorkOptions

    @Flag(help: "Do what is due now, then end; exit code 1 when something failed.")
    var once = false

    func run() async throws {
        let store = try await database.open()
        let worker = try work.worker(store, database, host: ProcessInfo.processInfo.hostName)
        guard once else {
            let group = ServiceGroup(
                services: [worker], gracefulShutdownSignals: [.sigterm, .sigint],
                logger: Logger(label: "caicach"))
            return try await group.run()
        }
        let (done, failed) = try await worker.workOff()
        Terminal.say(
            "\(done) việc xong, \(failed) việc không thành · \(done) done, \(failed) failed")
        if failed > 0 { throw ExitCode(1) }
    }
}
