import Domain
import Foundation
import Glibc
import Logging
import ServiceLifecycle
import Store

/// Does what the clock asks for and sends the mails that wait, beside the web or by itself.
///
/// Several processes may work for one workspace: each job and each mail is taken by one of them.
struct Worker: Service {
    let store: Store
    let key: SigningKey
    let backups: String
    let keeping: Int
    /// `nil` when this process sends no mail.
    let sendmail: Sendmail?
    let alarmAddress: String?
    /// What the queue calls this process.
    private let name = "\(ProcessInfo.processInfo.hostName) \(getpid())"
    private let logger = Worker.logger

    /// Seconds between two looks at what is due.
    private static let pause = 20

    private static let logger: Logger = {
        var logger = Logger(label: "caicach.work") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        return logger
    }()

    init(
        store: Store, key: SigningKey, backups: String, keeping: Int, sendmail: Sendmail?,
        alarmAddress: String?
    ) {
        self.store = store
        self.key = key
        self.backups = backups
        self.keeping = keeping
        self.sendmail = sendmail
        self.alarmAddress = alarmAddress
        // A mail command that ends before it has read everything must not end us.
        signal(SIGPIPE, SIG_IGN)
    }

    /// Works until told to stop; what is under way then is finished first.
    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                _ = try await workOff()
            } catch let error where !(error is CancellationError) {
                // The database may be away for a while; what was due stays due.
                logger.error("work: \(String(reflecting: error))")
            }
            try? await cancelWhenGracefulShutdown {
                try await Task.sleep(for: .seconds(Worker.pause))
            }
        }
    }

    /// Does everything that is due by now.
    ///
    /// - Returns: how many jobs and mails were done, and how many failed.
    func workOff() async throws -> (done: Int, failed: Int) {
        var (done, failed) = (0, 0)
        try await store.scheduleJobs()
        while !Task.isShuttingDownGracefully, let job = try await store.takeJob(as: name) {
            if try await work(on: job) { done += 1 } else { failed += 1 }
        }
        if !Task.isShuttingDownGracefully { try await store.indexLegalTexts() }
        guard let sendmail else { return (done, failed) }
        while !Task.isShuttingDownGracefully, let mail = try await store.takeMail(as: name) {
            let answer = await sendmail.send(mail, at: store.clock())
            try await store.noteMail(mail, as: name, answer)
            if case .taken = answer { done += 1 } else { failed += 1 }
        }
        return (done, failed)
    }

    private func work(on job: Job) async throws -> Bool {
        do {
            let outcome = try await outcome(of: job)
            try await store.finishJob(job, as: name, outcome: outcome)
            return true
        } catch {
            let said =
                (error as? any UserFacingError)?.message.vi ?? String(reflecting: error)
            logger.error("job \(job.kind.rawValue) of \(job.slot): \(said)")
            try await store.failJob(job, as: name, outcome: said)
            try await alarm(job, said)
            return false
        }
    }

    private func outcome(of job: Job) async throws -> String {
        switch job.kind {
        case .signJournal:
            let signed = try await store.signJournalHead(with: key, on: job.slot)
            return "\(signed.head.first)-\(signed.head.last)"
        case .proveBackup:
            let proved = try await store.proveBackup(in: backups, keeping: keeping)
            return "\(proved.path), \(proved.rows), \(proved.bytes)"
        case .cleanFiles:
            return "\(try await store.cleanFiles())"
        }
    }

    /// Tells the operator, once a day for each kind of job.
    private func alarm(_ job: Job, _ said: String) async throws {
        guard let alarmAddress else { return }
        try await store.writeOffTheRecord { db in
            let title = job.kind.title
            _ = try db.writeMail(
                Mail(
                    id: db.newID(), recipient: alarmAddress, day: db.now.day(),
                    kind: "alarm.\(job.kind.rawValue)", address: alarmAddress,
                    subject: "CaiCach: \(title.vi) không thành · \(title.en) failed",
                    body: """
                        \(title.vi), ngày \(job.slot.vi): \(said)
                        Xem trang Máy chủ để biết thêm.

                        \(title.en), \(job.slot.en). The page Server says more.

                        """))
        }
    }
}
