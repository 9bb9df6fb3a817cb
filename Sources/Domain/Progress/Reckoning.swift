/// How a task's last day comes about, for whoever asks why it is late (cách tính hạn).
public struct Reckoning: Hashable, Sendable {
    /// The last day, that day included; `nil` when there is none yet.
    ///
    /// Of a rhythm it is the last day of the oldest period without a report.
    public let day: Day?
    /// The arithmetic in words.
    public let words: Bilingual
    /// For a rhythm: every period has its report, so the year's work is done on this day.
    public let metOn: Day?

    init(_ day: Day?, _ words: Bilingual, metOn: Day? = nil) {
        self.day = day
        self.words = words
        self.metOn = metOn
    }

    /// What a deadline is reckoned from, beside itself.
    public struct Ground: Sendable {
        /// The plan year's last day, at which what is done throughout the year is due.
        public let year: PlanYear
        /// The first day of the plan's work: 1 January, or its day of issue when that is later.
        public let from: Day
        public let calendar: WorkingCalendar
        /// When the task was done that the deadline waits for, and what people call it.
        public let waitsFor: (code: String, doneOn: Day?)?
        /// The days on which it was reported, oldest first; only a rhythm needs them.
        public let reports: [Day]

        public init(
            year: PlanYear, from: Day, calendar: WorkingCalendar,
            waitsFor: (code: String, doneOn: Day?)? = nil, reports: [Day] = []
        ) {
            self.year = year
            self.from = from
            self.calendar = calendar
            self.waitsFor = waitsFor
            self.reports = reports
        }
    }
}

extension Plan.Task.Deadline {
    /// Returns the last day with the arithmetic behind it.
    public func reckoned(_ ground: Reckoning.Ground) -> Reckoning {
        switch kind {
        case .day:
            Reckoning(
                day,
                Bilingual(
                    vi: "Hạn là ngày \(day?.vi ?? "") theo kế hoạch.",
                    en: "Due on \(day?.en ?? "") by the plan."))
        case .after: afterAct(ground)
        case .rhythm: inRhythm(ground)
        case .throughout:
            Reckoning(
                ground.year.last,
                Bilingual(
                    vi:
                        "Thực hiện thường xuyên trong năm; đánh giá vào ngày cuối năm kế hoạch, \(ground.year.last.vi).",
                    en:
                        "Done throughout the year; judged on the plan year's last day, \(ground.year.last.en)."
                ))
        }
    }

    private func afterAct(_ ground: Reckoning.Ground) -> Reckoning {
        let count = count ?? 0
        let counting = counting ?? .calendar
        let happened = ground.waitsFor.map(\.doneOn) ?? actOn
        let name =
            ground.waitsFor.map {
                Bilingual(vi: "hoàn thành nhiệm vụ \($0.code)", en: "task \($0.code) is done")
            } ?? Bilingual(act)
        let span = Bilingual(
            vi: "\(Written.count(count, .vi)) \(counting.title.vi) sau khi \(name.vi)",
            en: "\(count) \(counting.title.en) after: \(name.en)")
        guard let happened else {
            return Reckoning(
                nil,
                Bilingual(
                    vi: "Hạn là \(span.vi); việc đó chưa diễn ra nên chưa đến hạn.",
                    en: "Due \(span.en); that has not happened yet, so nothing is due."))
        }
        guard counting == .working else {
            let last = happened + count
            let rest =
                ground.calendar.isWorked(last)
                ? Bilingual("")
                : Bilingual(
                    vi: " Ngày này là ngày nghỉ; hạn không lùi.",
                    en: " That is a day off; the deadline does not move.")
            return Reckoning(
                last,
                Bilingual(
                    vi:
                        "Hạn là \(span.vi) (ngày \(happened.vi)): \(happened.vi) cộng \(Written.count(count, .vi)) ngày là \(last.vi).",
                    en:
                        "Due \(span.en) (\(happened.en)): \(happened.en) and \(count) days make \(last.en)."
                ) + rest)
        }
        let last = ground.calendar.day(count, workingDaysAfter: happened)
        return Reckoning(
            last,
            Bilingual(
                vi:
                    "Hạn là \(span.vi) (ngày \(happened.vi)): đếm từ ngày hôm sau thì ngày làm việc thứ \(count) là \(last.vi).",
                en:
                    "Due \(span.en) (\(happened.en)): counted from the next day, working day no. \(count) is \(last.en)."
            ) + ground.calendar.passedOver(after: happened, through: last))
    }

    private func inRhythm(_ ground: Reckoning.Ground) -> Reckoning {
        let rhythm = rhythm ?? .monthly
        let periods = rhythm.periods(from: ground.from, through: ground.year.last)
        // Each report is taken for the oldest period that still lacks one and has begun.
        var met = 0
        var last: Day?
        for report in ground.reports where met < periods.count {
            guard periods[met].lowerBound <= report else { continue }
            met += 1
            last = report
        }
        let count = Bilingual(
            vi: "\(rhythm.title.vi): \(periods.count) kỳ, đã báo cáo \(met).",
            en: "\(rhythm.title.en): \(periods.count) periods, \(met) reported.")
        guard met < periods.count else {
            return Reckoning(periods.last?.upperBound, count, metOn: last)
        }
        let next = periods[met]
        return Reckoning(
            next.upperBound,
            count
                + Bilingual(
                    vi:
                        " Kỳ tiếp theo từ \(next.lowerBound.vi) đến \(next.upperBound.vi), hạn là ngày cuối kỳ.",
                    en:
                        " The next runs from \(next.lowerBound.en) to \(next.upperBound.en), due on its last day."
                ))
    }
}

extension WorkingCalendar {
    /// Which days off were passed over between two days, and which years have no holidays on record.
    func passedOver(after first: Day, through last: Day) -> Bilingual {
        guard first < last else { return Bilingual("") }
        let entries = entries(after: first, through: last)
        let holidays = entries.filter { $0.kind == .holiday && !$0.day.isWeekend }
        let worked = entries.filter { $0.kind == .worked }
        let weekend = ((first.number + 1)...last.number).count {
            let day = Day(number: $0)
            return day.isWeekend && !isWorked(day)
        }
        var words = Bilingual(
            vi: " Không tính \(Written.count(weekend, .vi)) ngày thứ Bảy, Chủ nhật",
            en: " Not counted: \(Written.english(weekend, "weekend day", "weekend days"))")
        if !holidays.isEmpty {
            let names = holidays.map(\.named).joined(", ")
            words =
                words
                + Bilingual(
                    vi: " và \(Written.count(holidays.count, .vi)) ngày nghỉ (\(names.vi))",
                    en:
                        " and \(Written.english(holidays.count, "day off", "days off")) (\(names.en))"
                )
        }
        words = words + Bilingual(".")
        if !worked.isEmpty {
            let names = worked.map(\.named).joined(", ")
            words =
                words
                + Bilingual(vi: " Có tính ngày làm bù: \(names.vi).", en: " Counted: \(names.en).")
        }
        let unknown = unknownYears(first, last).map { "\($0)" }.joined(separator: ", ")
        if !unknown.isEmpty {
            words =
                words
                + Bilingual(
                    vi:
                        " Lịch nghỉ năm \(unknown) chưa được nhập, nên mới trừ thứ Bảy và Chủ nhật.",
                    en: " The holidays of \(unknown) are not on record; only weekends are left out."
                )
        }
        if entries.contains(where: { $0.certainty != .confirmed }) {
            words =
                words
                + Bilingual(
                    vi: " Lịch nghỉ dùng ở đây có ngày chưa đối chiếu với văn bản.",
                    en: " Some of these days were not compared with a document yet.")
        }
        return words
    }
}

extension CalendarDay {
    fileprivate var named: Bilingual {
        Bilingual(vi: "\(day.vi) \(name)", en: "\(day.en) \(name)")
    }
}

extension Plan.Task {
    /// Returns the task with its last day as reckoned; a rhythm that was kept is done.
    public func reckoned(_ reckoning: Reckoning) -> Plan.Task {
        changed { task in
            task.dueOn = reckoning.day
            guard deadline?.kind == .rhythm, closedOn == nil, state == .open || state == .done
            else { return }
            task.doneOn = reckoning.metOn
            task.state = reckoning.metOn == nil ? .open : .done
        }
    }

    /// The task as a part of its parent.
    public var asPart: Part {
        Part(state: state, doneOn: doneOn, share: computed ?? share, weight: weight)
    }
}
