/// One step by which a document came about: who did what, within which term, with which paper.
public struct LegalStep: Hashable, Sendable, Codable {
    /// Which days a term counts.
    public enum Counting: String, CaseIterable, Hashable, Sendable, Codable {
        case calendar, working

        public var title: Bilingual {
            switch self {
            case .calendar: Bilingual(vi: "ngày", en: "calendar days")
            case .working: Bilingual(vi: "ngày làm việc", en: "working days")
            }
        }
    }

    /// Whether a step may take no longer than its term, or no shorter.
    public enum Term: String, CaseIterable, Hashable, Sendable, Codable {
        case atMost
        /// As for posting a draft: at least so many days.
        case atLeast

        public var title: Bilingual {
            switch self {
            case .atMost: Bilingual(vi: "không quá", en: "at most")
            case .atLeast: Bilingual(vi: "ít nhất", en: "at least")
            }
        }
    }

    public var title: String
    /// The competent body.
    public var body = ""
    /// Days of the term; `nil` for a step without one.
    public var days: Int?
    public var counting = Counting.calendar
    public var term = Term.atMost
    public var startedOn: Day?
    public var doneOn: Day?
    /// What the step produced: tờ trình, báo cáo thẩm định, with symbol and day.
    public var paper = ""
    /// Why the step was left out; empty when it was not.
    public var waived = ""
    /// Where the step and its term come from.
    public var source = ""

    public init(_ title: String) { self.title = title }

    /// The day that the term comes to; `nil` without a term or a beginning.
    public func limit(_ calendar: WorkingCalendar) -> Day? {
        guard let days, let startedOn else { return nil }
        return switch counting {
        case .calendar: startedOn + days
        case .working: calendar.day(days, workingDaysAfter: startedOn)
        }
    }

    /// How the step stands.
    public enum State: Hashable, Sendable {
        case done, waived, open
        case late(by: Int)
        /// Ended before its shortest term.
        case short(by: Int)

        public var isInOrder: Bool { self == .done || self == .waived }

        public var title: Bilingual {
            switch self {
            case .done: Bilingual(vi: "đã xong, đúng hạn", en: "done in time")
            case .waived: Bilingual(vi: "được bỏ qua", en: "waived")
            case .open: Bilingual(vi: "chưa xong", en: "not done")
            case .late(let days):
                Bilingual(
                    vi: "quá hạn \(Written.count(days, .vi)) ngày",
                    en: Written.english(days, "day late", "days late"))
            case .short(let days):
                Bilingual(
                    vi: "thiếu \(Written.count(days, .vi)) ngày",
                    en: Written.english(days, "day short", "days short"))
            }
        }
    }

    public func state(_ calendar: WorkingCalendar) -> State {
        if !waived.isEmpty { return .waived }
        guard let doneOn else { return .open }
        guard let limit = limit(calendar) else { return .done }
        switch term {
        case .atMost: return doneOn > limit ? .late(by: doneOn - limit) : .done
        case .atLeast: return doneOn < limit ? .short(by: limit - doneOn) : .done
        }
    }

    /// Every reason the step cannot be kept as it is; empty when it can.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if let startedOn, let doneOn, doneOn < startedOn {
            problems.append(
                Problem(
                    "done_on", vi: "Ngày xong không thể trước ngày bắt đầu \(startedOn.vi).",
                    en: "It cannot be done before it began, \(startedOn.en)."))
        }
        if !waived.isEmpty, doneOn != nil {
            problems.append(
                Problem(
                    "waived", vi: "Bước đã làm xong thì không ghi lý do bỏ qua.",
                    en: "A step that was done needs no reason for leaving it out."))
        }
        return problems
    }
}

/// What a body said of a draft, and how it was taken up (tiếp thu, giải trình).
public struct LegalOpinion: Hashable, Sendable, Codable {
    public enum Taken: String, CaseIterable, Hashable, Sendable, Codable {
        case accepted, partly, explained

        public var title: Bilingual {
            switch self {
            case .accepted: Bilingual(vi: "tiếp thu", en: "accepted")
            case .partly: Bilingual(vi: "tiếp thu một phần", en: "accepted in part")
            case .explained: Bilingual(vi: "giải trình", en: "explained, not accepted")
            }
        }
    }

    /// Whose opinion it is.
    public var body: String
    public var askedOn: Day?
    public var answeredOn: Day?
    /// The letter: its symbol and day.
    public var paper = ""
    public var opinion = ""
    /// How it was taken up; `nil` while nobody settled it.
    public var taken: Taken?
    /// What was changed, or why nothing was.
    public var reply = ""

    public init(_ body: String) { self.body = body }

    /// Every reason the opinion cannot be kept as it is; empty when it can.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if let askedOn, let answeredOn, answeredOn < askedOn {
            problems.append(
                Problem(
                    "answered_on", vi: "Ngày trả lời không thể trước ngày hỏi \(askedOn.vi).",
                    en: "It cannot be answered before it was asked for, \(askedOn.en)."))
        }
        if taken == .explained, reply.isEmpty {
            problems.append(
                Problem(
                    "reply", vi: "Không tiếp thu thì phải ghi nội dung giải trình.",
                    en: "What is not accepted has to be explained."))
        }
        return problems
    }
}
