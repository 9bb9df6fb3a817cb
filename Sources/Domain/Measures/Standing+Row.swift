extension Standing {
    /// One member of the denominator: counted or not, since when, and why.
    public struct Row: Hashable, Sendable {
        public enum State: String, CaseIterable, Hashable, Sendable {
            case counted, late, open, overdue, failed

            /// Whether it is in the numerator.
            public var isCounted: Bool { self == .counted || self == .late }
        }

        /// The position of the body it is about; `nil` when the record is nobody's of this tree.
        public let body: Int?
        /// The record's number; `nil` when no record is behind it.
        public let number: Int?
        public let state: State
        /// The day it counted, or the day the record is from.
        public let day: Day?
        public let reason: Reason
        /// Whether the record was entered after the day asked.
        public let isRecordedLater: Bool

        init(
            body: Int?, number: Int? = nil, _ state: State, day: Day? = nil, _ reason: Reason,
            recordedLater: Bool = false
        ) {
            self.body = body
            self.number = number
            self.state = state
            self.day = day
            self.reason = reason
            self.isRecordedLater = recordedLater
        }

        /// The verdict on this one member, for the map of agencies.
        public var verdict: Verdict {
            switch state {
            case .counted: .kept
            case .late: .holding
            case .open: .notDue
            case .overdue: .atRisk
            case .failed: .broken
            }
        }
    }

    /// Why a row is counted or not; words are made only for the rows that are shown.
    public enum Reason: Hashable, Sendable {
        case issued(String)
        case issuedLate(String, days: Int)
        case notIssued(overdueDays: Int?)
        case tasksDone(Int)
        case tasksDoneLate(Int, days: Int)
        case tasksOnTime(done: Int, due: Int, total: Int)
        case tasksOverdue(Int, done: Int, due: Int)
        case tasksUndone(Int, total: Int)
        case planMissing
        case tasksMissing
        case concluded(String)
        case awaitingConclusion(held: Day)
        case scheduled(Day)
        case slipped(Day)
        case cancelled(Day)
        case wrongInspector
        case notPlanned
        case selfInspected(String)
        case closed
        case closedLate(days: Int)
        case openUntil(Day)
        case overdueSince(Day, days: Int)
        case inOrder(String)
        case unchecked(String)
        /// Judged, and a check found something since that day.
        case questioned(String, Day)
        case unmet(String, [LegalDocument.Condition])
        /// A record of a register, in its own words.
        case registered(String)
        /// A body's first record of a register, and how many it has.
        case recorded(String, of: Int)
        case nothingRecorded
        /// What a body's lines add up to, of how much.
        case amounts(Int, of: Int?)

        public var text: Bilingual {
            switch self {
            case .issued(let symbol), .concluded(let symbol): Bilingual(symbol)
            case .selfInspected(let symbol):
                symbol.isEmpty
                    ? Bilingual(vi: "đã tự kiểm tra", en: "inspected itself") : Bilingual(symbol)
            case .issuedLate(let symbol, let days):
                Bilingual(
                    vi: "\(symbol), quá hạn \(StandingWords.days(days).vi)",
                    en: "\(symbol), \(StandingWords.days(days).en) late")
            case .notIssued(nil): Bilingual(vi: "chưa ban hành", en: "not issued")
            case .notIssued(0):
                Bilingual(
                    vi: "chưa ban hành khi hết hạn", en: "not issued when the deadline passed")
            case .notIssued(let days?):
                Bilingual(
                    vi: "chưa ban hành, quá hạn \(StandingWords.days(days).vi)",
                    en: "not issued, \(StandingWords.days(days).en) overdue")
            case .tasksDone(let total):
                Bilingual(
                    vi: "hoàn thành cả \(Written.count(total, .vi)) nhiệm vụ",
                    en: total == 1
                        ? "its only task done" : "all \(Written.number(total, .en)) tasks done")
            case .tasksDoneLate(let total, let days):
                Bilingual(
                    vi:
                        "hoàn thành cả \(Written.count(total, .vi)) nhiệm vụ, quá hạn \(StandingWords.days(days).vi)",
                    en:
                        "all tasks (\(Written.number(total, .en))) done, \(StandingWords.days(days).en) late"
                )
            case .tasksOnTime(_, due: 0, let total):
                Bilingual(
                    vi: "chưa có nhiệm vụ đến hạn; cả năm \(Written.count(total, .vi))",
                    en: "no task due yet; \(Written.number(total, .en)) in the year")
            case .tasksOnTime(let done, let due, let total):
                StandingWords.fraction(done, due)
                    + Bilingual(
                        vi: " nhiệm vụ đến hạn đã hoàn thành; cả năm \(Written.count(total, .vi))",
                        en: " due tasks done; \(Written.number(total, .en)) in the year")
            case .tasksOverdue(let late, let done, let due):
                Bilingual(
                    vi:
                        "\(Written.count(late, .vi)) nhiệm vụ quá hạn; \(StandingWords.fraction(done, due).vi) đến hạn đã hoàn thành",
                    en:
                        "\(Written.english(late, "task", "tasks")) overdue; \(StandingWords.fraction(done, due).en) due tasks done"
                )
            case .tasksUndone(let open, let total):
                Bilingual(
                    vi:
                        "còn \(Written.count(open, .vi)) trong \(Written.count(total, .vi)) nhiệm vụ chưa hoàn thành",
                    en:
                        "\(Written.number(open, .en)) of \(Written.english(total, "task", "tasks")) not done"
                )
            case .planMissing:
                Bilingual(vi: "chưa ban hành kế hoạch", en: "has not issued its plan")
            case .tasksMissing: Bilingual(vi: "chưa cập nhật nhiệm vụ", en: "has declared no tasks")
            case .awaitingConclusion(let held):
                Bilingual(
                    vi: "kiểm tra ngày \(held.vi), chưa có Thông báo kết luận",
                    en: "inspected on \(held.en), no conclusion notice yet")
            case .scheduled(let day):
                Bilingual(vi: "theo lịch ngày \(day.vi)", en: "scheduled for \(day.en)")
            case .slipped(let day):
                Bilingual(
                    vi: "theo lịch ngày \(day.vi), chưa thực hiện",
                    en: "was scheduled for \(day.en), not done")
            case .cancelled(let day):
                Bilingual(vi: "đã hủy ngày \(day.vi)", en: "cancelled on \(day.en)")
            case .wrongInspector:
                Bilingual(
                    vi: "được cơ quan khác kiểm tra, không tính vào chỉ tiêu này",
                    en: "inspected by another body, which does not count here")
            case .notPlanned: Bilingual(vi: "chưa có lịch", en: "not scheduled")
            case .closed: Bilingual(vi: "đã khắc phục đúng hạn", en: "remedied in time")
            case .closedLate(let days):
                Bilingual(
                    vi: "đã khắc phục, quá hạn \(StandingWords.days(days).vi)",
                    en: "remedied \(StandingWords.days(days).en) late")
            case .openUntil(let due):
                Bilingual(vi: "chưa đến hạn (\(due.vi))", en: "not yet due (\(due.en))")
            case .overdueSince(let due, days: 0):
                Bilingual(
                    vi: "hết hạn \(due.vi), chưa khắc phục",
                    en: "due \(due.en), not remedied that day")
            case .overdueSince(let due, let days):
                Bilingual(
                    vi: "hạn \(due.vi), quá hạn \(StandingWords.days(days).vi)",
                    en: "due \(due.en), \(StandingWords.days(days).en) overdue")
            case .inOrder(let symbol):
                Bilingual(vi: "\(symbol): đúng cả bốn mặt", en: "\(symbol): all four met")
            case .unchecked(let symbol):
                Bilingual(vi: "\(symbol): chưa kiểm tra", en: "\(symbol): not yet checked")
            case .questioned(let symbol, let day):
                Bilingual(
                    vi: "\(symbol): có vấn đề phát hiện ngày \(day.vi), cần đánh giá lại",
                    en: "\(symbol): a problem was found on \(day.en), to be judged again")
            case .registered(let words): Bilingual(words)
            case .recorded(let words, of: 1): Bilingual(words)
            case .recorded(let words, let count):
                Bilingual(
                    vi: "\(words) (và \(Written.count(count - 1, .vi)) mục khác)",
                    en: "\(words) (and \(Written.number(count - 1, .en)) more)")
            case .nothingRecorded:
                Bilingual(vi: "chưa ghi nhận mục nào", en: "nothing on record")
            case .amounts(let part, let whole):
                whole.map { StandingWords.fraction(part, $0) }
                    ?? Bilingual(vi: Written.number(part, .vi), en: Written.number(part, .en))
            case .unmet(let symbol, let conditions):
                Bilingual(vi: "\(symbol): chưa đúng ", en: "\(symbol): not in order: ")
                    + conditions.map(\.title).joined(", ")
            }
        }
    }
}
