/// One report on a task (báo cáo tiến độ): what was done by a day, and how far it has come.
///
/// Reports are kept one after another and never changed; the latest says how the task stands.
public struct TaskProgress: Hashable, Sendable {
    public typealias ID = Identifier<TaskProgress>

    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        case going, done
        /// Nothing arose in the period; a report all the same.
        case nothing
        /// Taken for done by mistake; it is open again.
        case reopened

        public var title: Bilingual {
            switch self {
            case .going: Bilingual(vi: "Đang thực hiện", en: "Under way")
            case .done: Bilingual(vi: "Hoàn thành", en: "Done")
            case .nothing: Bilingual(vi: "Không phát sinh", en: "Nothing arose")
            case .reopened: Bilingual(vi: "Mở lại", en: "Open again")
            }
        }
    }

    public let id: ID
    public let task: Plan.Task.ID
    /// The report's place among those of its task, from 1.
    public let number: Int
    public let content: Content
    /// Who gave it; `nil` for the program itself.
    public let author: User.ID?
    public let recordedAt: Instant

    /// What a person says when reporting; the form, a list and a quarter's page say the same.
    public struct Content: Hashable, Sendable, Codable {
        public let kind: Kind
        /// By the end of which day it was so; for a task that is done, the day on which it was.
        public let on: Day
        /// How far it has come, from 0% to 100%; `nil` when nobody said.
        public let share: Percentage?
        /// What was done, by document where there is one.
        public let note: String
        /// The product handed over: its name, symbol and date.
        public let product: String
        /// What stands in the way.
        public let difficulty: String

        public init(
            _ kind: Kind, on: Day, share: Percentage? = nil, note: String = "",
            product: String = "", difficulty: String = ""
        ) {
            self.kind = kind
            self.on = on
            self.share = kind == .done ? Percentage(basisPoints: 10_000) : share
            self.note = note
            self.product = product
            self.difficulty = difficulty
        }

        /// Every reason it cannot be taken on record today.
        public func problems(today: Day) -> [Problem] {
            var problems: [Problem] = []
            if on > today {
                problems.append(
                    Problem(
                        "on", vi: "Ngày \(on.vi) chưa đến; hãy ghi ngày không sau \(today.vi).",
                        en: "\(on.en) is yet to come; give a day not after \(today.en)."))
            }
            if let share, share.basisPoints < 0 || share.basisPoints > 10_000 {
                problems.append(
                    Problem(
                        "share", vi: "Tiến độ phải từ 0% đến 100%.",
                        en: "Progress lies between 0% and 100%."))
            }
            if kind == .reopened, note.isEmpty {
                problems.append(
                    Problem(
                        "note", vi: "Hãy ghi lý do mở lại nhiệm vụ.",
                        en: "Say why the task is open again."))
            }
            return problems
        }
    }

    public init(
        id: ID, task: Plan.Task.ID, number: Int, content: Content, author: User.ID?,
        recordedAt: Instant
    ) {
        self.id = id
        self.task = task
        self.number = number
        self.content = content
        self.author = author
        self.recordedAt = recordedAt
    }
}

extension Plan.Task {
    /// Returns the task as the report leaves it, its last day not yet reckoned anew.
    ///
    /// - Throws: ``ProgressError`` for a task that nothing more can be reported on.
    public func reported(_ report: TaskProgress.Content) throws(ProgressError) -> Plan.Task {
        switch state {
        case .approach: throw .isApproach(code ?? "\(number)")
        case .cancelled: throw .isCancelled(code ?? "\(number)")
        case .failed: throw .isClosed(code ?? "\(number)")
        case .open, .done: break
        }
        if closedOn != nil { throw .isClosed(code ?? "\(number)") }
        if state == .done, report.kind != .reopened, report.kind != .done {
            throw .isDone(code ?? "\(number)")
        }
        var task = self
        task.reportedOn = max(report.on, reportedOn ?? report.on)
        switch report.kind {
        case .going: task.share = report.share ?? share
        case .nothing: break
        case .done:
            task.share = report.share
            task.doneOn = report.on
            task.state = .done
        case .reopened:
            task.share = report.share
            task.doneOn = nil
            task.state = .open
        }
        return task
    }
}
