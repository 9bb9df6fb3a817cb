extension Plan.Task {
    /// Where a task stands on record (trạng thái); whether it is late follows from the day asked.
    public enum State: String, CaseIterable, Hashable, Sendable, Codable {
        /// A giải pháp: no lead, product or deadline; listed, never overdue.
        case approach
        case open
        case done
        /// Taken out of the plan by a document; it leaves every sum.
        case cancelled
        /// Closed at the year's end without being done (không hoàn thành).
        case failed

        public var title: Bilingual {
            switch self {
            case .approach: Bilingual(vi: "Giải pháp", en: "Approach")
            case .open: Bilingual(vi: "Chưa hoàn thành", en: "Open")
            case .done: Bilingual(vi: "Hoàn thành", en: "Done")
            case .cancelled: Bilingual(vi: "Đã đưa ra khỏi kế hoạch", en: "Taken out of the plan")
            case .failed: Bilingual(vi: "Không hoàn thành", en: "Not completed")
            }
        }
    }

    /// What is said of a task on a day: four boxes, and three that stand apart.
    public enum Box: String, CaseIterable, Hashable, Sendable, Codable {
        case doneInTime, doneLate, openInTime, openLate, failed, cancelled, approach

        /// As officials say it.
        public var title: Bilingual {
            switch self {
            case .doneInTime: Bilingual(vi: "Hoàn thành đúng hạn", en: "Done in time")
            case .doneLate: Bilingual(vi: "Hoàn thành quá hạn", en: "Done late")
            case .openInTime: Bilingual(vi: "Chưa hoàn thành trong hạn", en: "Open, in time")
            case .openLate: Bilingual(vi: "Chưa hoàn thành quá hạn", en: "Open, overdue")
            case .failed: Bilingual(vi: "Không hoàn thành", en: "Not completed")
            case .cancelled: Bilingual(vi: "Đã đưa ra khỏi kế hoạch", en: "Taken out of the plan")
            case .approach: Bilingual(vi: "Giải pháp", en: "Approach")
            }
        }

        public static let four: [Box] = [.doneInTime, .doneLate, .openInTime, .openLate]
    }

    /// Where it stands at the end of the day asked, or so far, on a day that has not ended.
    public func box(on day: Day, dayHasEnded: Bool = true) -> Box {
        course.box(on: day, dayHasEnded: dayHasEnded)
    }

    /// What reports and actions change of it, and what lists go by.
    public var course: Course {
        Course(
            state: state, share: share, computed: computed, dueOn: dueOn, doneOn: doneOn,
            reportedOn: reportedOn, cancelledOn: cancelledOn, closedOn: closedOn, version: version)
    }

    /// How a task goes (tình hình thực hiện).
    public struct Course: Hashable, Sendable, Codable {
        public let state: State
        /// As its lead reports it; `nil`: not reported, which is not 0%.
        public let share: Percentage?
        /// From its parts, by the stated rule; `nil` for a task without parts that count.
        public let computed: Percentage?
        public let dueOn: Day?
        public let doneOn: Day?
        /// The day of the latest report.
        public let reportedOn: Day?
        public let cancelledOn: Day?
        /// When it was closed at the year's end.
        public let closedOn: Day?
        public let version: Int

        public init(
            state: State, share: Percentage?, computed: Percentage?, dueOn: Day?, doneOn: Day?,
            reportedOn: Day?, cancelledOn: Day?, closedOn: Day?, version: Int
        ) {
            self.state = state
            self.share = share
            self.computed = computed
            self.dueOn = dueOn
            self.doneOn = doneOn
            self.reportedOn = reportedOn
            self.cancelledOn = cancelledOn
            self.closedOn = closedOn
            self.version = version
        }

        public func box(on day: Day, dayHasEnded: Bool = true) -> Box {
            if state == .approach { return .approach }
            if let cancelledOn, cancelledOn <= day { return .cancelled }
            if let doneOn, doneOn <= day {
                return dueOn.map { doneOn > $0 } ?? false ? .doneLate : .doneInTime
            }
            if state == .failed, let closedOn, closedOn <= day { return .failed }
            guard let dueOn else { return .openInTime }
            return dueOn < day || (dueOn == day && dayHasEnded) ? .openLate : .openInTime
        }

        /// Days since its last day, counted from the day after; 0 when it is not late.
        public func daysLate(on day: Day) -> Int {
            guard let dueOn else { return 0 }
            return max(0, min(doneOn ?? day, day) - dueOn)
        }
    }
}
