/// Where one agency stands with one period on a day: sent or not, in time or not, empty or not.
///
/// Late, missing and empty are three different things and are told apart here once for lists, pages,
/// letters and the inbox.
public struct SubmissionStanding: Hashable, Sendable {
    public enum State: String, CaseIterable, Hashable, Sendable {
        /// Nothing was sent, and there is time.
        case notDue
        /// Nothing was sent, and the day has passed: missing.
        case missing
        /// Waits for the superior agency.
        case atSuperior
        /// Waits for the standing office.
        case toReceive
        case returned
        case accepted
    }

    /// Whether what counts came in time.
    public enum Timeliness: Hashable, Sendable {
        case onTime
        case late(days: Int)
        /// The signed document decides, and it has not come; there is still time, or there isn't.
        case awaited(isOverdue: Bool)
    }

    public let state: State
    public let due: Day
    /// `nil` while nothing was sent.
    public let timeliness: Timeliness?
    /// Sent as "không phát sinh".
    public let isEmpty: Bool
    /// The data is here and the signed document is not.
    public let awaitsDocument: Bool
    /// How many times it was sent; 0 for never.
    public let rounds: Int
    private let sentOn: Day?
    private let rules: ReportingRules
    private let day: Day

    /// Where the agency stands by the end of the day; what was sent later counts as not sent.
    ///
    /// The superior is the agency through which it goes; `nil` when straight to the standing office.
    public init(
        _ submission: Submission?, in period: Period, through superior: Agency.ID?,
        _ rules: ReportingRules, on day: Day
    ) {
        due = period.due(through: superior)
        self.rules = rules
        self.day = day
        guard let submission, submission.firstOn <= day else {
            state = day > due ? .missing : .notDue
            timeliness = nil
            isEmpty = false
            awaitsDocument = false
            rounds = 0
            sentOn = nil
            return
        }
        state =
            switch submission.state {
            case .submitted: submission.desk == nil ? .toReceive : .atSuperior
            case .returned: .returned
            case .accepted: .accepted
            }
        isEmpty = submission.nothingArose
        awaitsDocument = rules.document == .expected && submission.document == nil
        rounds = submission.round
        let decisive =
            rules.timeliness == .data ? submission.firstOn : submission.document?.signedOn
        sentOn = decisive
        timeliness =
            if let decisive {
                decisive <= due ? .onTime : .late(days: decisive - due)
            } else {
                .awaited(isOverdue: day > due)
            }
    }

    public var isLate: Bool {
        switch timeliness {
        case .late, .awaited(isOverdue: true): true
        default: false
        }
    }

    /// Whether the agency still has to do something for this period.
    public var isOwed: Bool { state == .notDue || state == .missing || state == .returned }

    /// What the badge says.
    public var title: Bilingual {
        switch state {
        case .notDue: Bilingual(vi: "chưa gửi", en: "not sent")
        case .missing: Bilingual(vi: "quá hạn, chưa gửi", en: "missing")
        case .atSuperior: Bilingual(vi: "chờ cấp trên tiếp nhận", en: "with the superior")
        case .toReceive: Bilingual(vi: "chờ tiếp nhận", en: "to be received")
        case .returned: Bilingual(vi: "bị trả lại", en: "returned")
        case .accepted: Bilingual(vi: "đã tiếp nhận", en: "accepted")
        }
    }

    /// "đã gửi số liệu, chờ văn bản ký"; `nil` when no document is missing.
    public var documentTitle: Bilingual? {
        guard awaitsDocument else { return nil }
        return Bilingual(
            vi: "đã gửi số liệu, chờ văn bản ký", en: "data submitted, signed document awaited")
    }

    /// The arithmetic of what is in time.
    ///
    /// "Hạn 10/03/2021; gửi 12/03/2021: quá hạn 02 ngày."
    public var arithmetic: Bilingual {
        let start = Bilingual(vi: "Hạn \(due.vi)", en: "Due \(due.en)")
        guard rounds > 0 else {
            let days = day - due
            guard days > 0 else {
                return start
                    + Bilingual(
                        vi: days == 0 ? "; hôm nay là ngày cuối." : "; còn \(-days) ngày.",
                        en: days == 0
                            ? "; today is the last day."
                            : "; \(Written.english(-days, "day", "days")) left.")
            }
            return start
                + Bilingual(
                    vi: "; đến \(day.vi) chưa gửi: quá hạn \(Written.count(days, .vi)) ngày.",
                    en: "; nothing by \(day.en): \(Written.english(days, "day", "days")) overdue.")
        }
        let what: Bilingual =
            rules.timeliness == .data
            ? Bilingual(vi: "gửi số liệu", en: "data submitted")
            : Bilingual(vi: "văn bản ký", en: "document signed")
        guard let sentOn else {
            return start
                + Bilingual(
                    vi: "; tính theo văn bản ký, chưa có.",
                    en: "; by the signed document: none yet."
                )
        }
        let late = sentOn - due
        return start + Bilingual(vi: "; ", en: "; ") + what
            + Bilingual(
                vi: " \(sentOn.vi): "
                    + (late > 0 ? "quá hạn \(Written.count(late, .vi)) ngày." : "đúng hạn."),
                en: " \(sentOn.en): "
                    + (late > 0 ? "\(Written.english(late, "day", "days")) late." : "in time."))
    }
}
