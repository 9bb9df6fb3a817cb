/// A piece of work that the clock asks for (việc định kỳ): once for each kind and day.
///
/// One process takes it for a time, and another after that time; each kind is safe to repeat.
public struct Job: Hashable, Sendable {
    public typealias ID = Identifier<Job>

    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Signs how far the journal has come.
        case signJournal = "sign-journal"
        /// Makes a backup, restores it into a scratch place and checks what came out.
        case proveBackup = "prove-backup"
        /// Removes files that arrived and that nothing came to name.
        case cleanFiles = "clean-files"

        public var title: Bilingual {
            switch self {
            case .signJournal: Bilingual(vi: "Ký nhật ký", en: "Sign the journal")
            case .proveBackup:
                Bilingual(vi: "Sao lưu và khôi phục thử", en: "Back up and prove it")
            case .cleanFiles:
                Bilingual(vi: "Dọn tệp không hồ sơ nào dùng", en: "Clean away unused files")
            }
        }

        /// Seconds after midnight, in the workspace's zone, when a day's work is due.
        var secondsAfterMidnight: Int {
            switch self {
            case .signJournal: 5 * 60
            case .proveBackup: 2 * 3_600
            case .cleanFiles: 4 * 3_600
            }
        }

        /// Seconds that a process may work on it before another may take it over.
        public var lease: Int {
            switch self {
            case .signJournal: 900
            case .proveBackup: 3 * 3_600
            case .cleanFiles: 3_600
            }
        }

        /// The latest day whose work is due by now, and when it was due.
        public func slot(at now: Instant) -> (day: Day, due: Instant) {
            let today = now.day()
            let due = today.beginning() + secondsAfterMidnight
            if due <= now { return (today, due) }
            return (today - 1, (today - 1).beginning() + secondsAfterMidnight)
        }
    }

    /// What became of it.
    public enum State: String, CaseIterable, Hashable, Sendable {
        case waiting, underWay, done, gaveUp

        public var title: Bilingual {
            switch self {
            case .waiting: Bilingual(vi: "đang chờ", en: "waiting")
            case .underWay: Bilingual(vi: "đang làm", en: "under way")
            case .done: Bilingual(vi: "đã xong", en: "done")
            case .gaveUp: Bilingual(vi: "không làm được", en: "given up")
            }
        }
    }

    /// How often it is tried before it is given up.
    public static let mostAttempts = 5

    public let id: ID
    public let kind: Kind
    /// The day it is done for.
    public let slot: Day
    public let due: Instant
    /// Attempts begun so far.
    public let attempts: Int
    public let leasedTo: Instant?
    public let doneAt: Instant?
    public let gaveUpAt: Instant?
    /// What came of the last attempt, for the administrator; empty before the first.
    public let outcome: String

    public init(
        id: ID, kind: Kind, slot: Day, due: Instant, attempts: Int, leasedTo: Instant? = nil,
        doneAt: Instant? = nil, gaveUpAt: Instant? = nil, outcome: String = ""
    ) {
        self.id = id
        self.kind = kind
        self.slot = slot
        self.due = due
        self.attempts = attempts
        self.leasedTo = leasedTo
        self.doneAt = doneAt
        self.gaveUpAt = gaveUpAt
        self.outcome = outcome
    }

    public func state(at now: Instant) -> State {
        if doneAt != nil { return .done }
        if gaveUpAt != nil { return .gaveUp }
        return leasedTo.map { now < $0 } == true ? .underWay : .waiting
    }

    /// Seconds to wait after so many failures: a minute, then five times as long each time.
    public static func delay(after attempts: Int) -> Int {
        (1..<max(1, min(attempts, 5))).reduce(60) { seconds, _ in seconds * 5 }
    }
}
