/// One thing that waits for a person or an agency, and why it is there (việc của tôi).
///
/// Features supply theirs as SQL: `InboxSource` in Store. What a page leads to follows from the
/// kind and the record; nothing of an item is stored.
public struct InboxItem: Hashable, Sendable {
    /// What is to be done with it, the most urgent first.
    public enum Box: String, CaseIterable, Hashable, Sendable {
        /// Its last day has passed (quá hạn).
        case late
        /// It was sent back to be put right (bị trả lại).
        case returned
        /// It falls due within ``InboxItem/horizon`` days (sắp đến hạn).
        case due
        /// Somebody else waits for this person to take it in or to confirm it (cần tiếp nhận).
        case toReceive

        public var title: Bilingual {
            switch self {
            case .late: Bilingual(vi: "Quá hạn", en: "Late")
            case .returned: Bilingual(vi: "Bị trả lại", en: "Returned")
            case .due: Bilingual(vi: "Đến hạn", en: "Due")
            case .toReceive: Bilingual(vi: "Cần tiếp nhận", en: "To receive")
            }
        }
    }

    /// What it is; each kind has one source, one page and one sentence for each box.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case task
        /// A report of a period (báo cáo định kỳ): to be sent, sent back, or to be received.
        case submission
        /// The agency's own plan, not declared or not finished.
        case agencyPlan
        case finding
        /// An inspection that the body carries out: to be held, or held and without its conclusion.
        case inspection
        /// A self-inspection that a campaign asks for.
        case selfInspection
        /// A document of the workspace's own that the reader took apart and nobody confirmed.
        case proposal
        /// A document of the body's own that rests on one which died or changed.
        case basisAlert
        /// Documents that a campaign gave the body to look at; one item for all of them.
        case legalReview

        public var title: Bilingual {
            switch self {
            case .task: Bilingual(vi: "Nhiệm vụ", en: "Task")
            case .submission: Bilingual(vi: "Báo cáo định kỳ", en: "Periodic report")
            case .agencyPlan: Bilingual(vi: "Kế hoạch của đơn vị", en: "Agency plan")
            case .finding: Bilingual(vi: "Vấn đề phát hiện", en: "Finding")
            case .inspection: Bilingual(vi: "Cuộc kiểm tra", en: "Inspection")
            case .selfInspection: Bilingual(vi: "Tự kiểm tra", en: "Self-inspection")
            case .proposal: Bilingual(vi: "Kế hoạch đang rà soát", en: "Plan under review")
            case .basisAlert:
                Bilingual(vi: "Văn bản có căn cứ thay đổi", en: "Document whose basis changed")
            case .legalReview: Bilingual(vi: "Rà soát văn bản", en: "Review of documents")
            }
        }
    }

    /// How many days ahead something counts as due.
    ///
    /// *Ours: decision 0019.*
    public static let horizon = 30

    public let box: Box
    public let kind: Kind
    /// The id of the record; of a plan that is missing, the agency's.
    public let record: String
    /// What people cite: 17; empty where nothing is cited.
    public let code: String
    /// Its own words; empty where the kind says it all.
    public let title: String
    /// The same for readers of English, where somebody gave it; otherwise as in Vietnamese.
    public let titleInEnglish: String
    public let year: Int
    /// Whose it is to do.
    public let agency: Agency.ID
    /// Who answers for it; `nil` when nobody was named.
    public let person: User.ID?
    /// The last day; `nil` when there is none.
    public let dueOn: Day?
    /// Why it was sent back, in the words of who did; for proposals how many are undecided.
    public let note: String

    public init(
        box: Box, kind: Kind, record: String, code: String = "", title: String,
        titleInEnglish: String? = nil, year: Int, agency: Agency.ID, person: User.ID? = nil,
        dueOn: Day? = nil, note: String = ""
    ) {
        self.box = box
        self.kind = kind
        self.record = record
        self.code = code
        self.title = title
        self.titleInEnglish = titleInEnglish ?? title
        self.year = year
        self.agency = agency
        self.person = person
        self.dueOn = dueOn
        self.note = note
    }

    /// Why it stands in the list today, with its arithmetic.
    public func reason(on today: Day) -> Bilingual {
        switch (box, kind) {
        case (.late, .agencyPlan):
            Bilingual(vi: "Chưa khai kế hoạch; ", en: "No plan declared; ")
                + late(today)
        case (.late, .submission): Bilingual(vi: "Chưa gửi; ", en: "Not sent; ") + late(today)
        case (.due, .submission): Bilingual(vi: "Chưa gửi", en: "Not sent") + due(today)
        case (.toReceive, .submission):
            Bilingual(
                vi: "Đơn vị đã gửi, chờ tiếp nhận hoặc trả lại",
                en: "Sent; waits to be accepted or sent back")
        case (.late, .finding):
            Bilingual(vi: "Chưa khắc phục; ", en: "Not remedied; ")
                + late(today) + escalation
        case (.late, .inspection):
            Bilingual(vi: "Chưa kiểm tra; ", en: "Not held; ") + behind(today)
        case (.due, .inspection): Bilingual(vi: "Chưa kiểm tra", en: "Not held") + planned(today)
        case (.toReceive, .inspection):
            Bilingual(
                vi: "Đã kiểm tra ngày \(Day(note)?.vi ?? note), chờ kết luận",
                en: "Held on \(Day(note)?.en ?? note), awaiting its conclusion")
        case (.late, .selfInspection):
            Bilingual(vi: "Chưa báo cáo; ", en: "Not reported; ") + late(today)
        case (.due, .selfInspection):
            Bilingual(vi: "Chưa báo cáo", en: "Not reported") + due(today)
        case (.late, .legalReview): unreviewed + Bilingual("; ") + late(today)
        case (.due, .legalReview): unreviewed + due(today)
        case (.late, _): Bilingual(vi: "Chưa hoàn thành; ", en: "Not done; ") + late(today)
        case (.due, .agencyPlan):
            Bilingual(vi: "Chưa khai kế hoạch", en: "No plan declared")
                + due(today)
        case (.due, .finding): Bilingual(vi: "Chưa khắc phục", en: "Not remedied") + due(today)
        case (.due, _): Bilingual(vi: "Chưa hoàn thành", en: "Not done") + due(today)
        case (.returned, _):
            Bilingual(
                vi: note.isEmpty ? "Bị trả lại" : "Bị trả lại: \(note)",
                en: note.isEmpty ? "Sent back" : "Sent back: \(note)")
        case (.toReceive, .proposal):
            Bilingual(
                vi:
                    "Hệ thống đã đọc văn bản, chưa ai xác nhận; còn \(note) chỉ tiêu chưa quyết định",
                en: "The text was read and nobody confirmed it; \(note) targets are undecided")
        case (.toReceive, .finding):
            note == "closed"
                ? Bilingual(
                    vi: "Chờ kiểm tra lại việc khắc phục", en: "The remedy is to be checked")
                : note == "referred"
                    ? Bilingual(
                        vi: "Đơn vị chuyển cấp trên xem xét", en: "Referred upward by the body")
                    : Bilingual(vi: "Chờ thẩm tra việc khắc phục", en: "The remedy is to be judged")
        case (.toReceive, .basisAlert):
            Bilingual(
                vi: "Căn cứ \(note) đã thay đổi; văn bản cần được rà soát",
                en: "Its basis \(note) changed; the document is to be reviewed")
        case (.toReceive, _): Bilingual(vi: "Chờ tiếp nhận", en: "Waits to be received")
        }
    }

    /// How many documents wait; the note is their number.
    private var unreviewed: Bilingual {
        let count = Int(note) ?? 0
        return Bilingual(
            vi: "Còn \(Written.count(count, .vi)) văn bản chưa rà soát",
            en: "\(Written.english(count, "document", "documents")) not reviewed")
    }

    /// How long after its planned day an inspection stands open.
    private func behind(_ today: Day) -> Bilingual {
        guard let dueOn else { return late(today) }
        let days = today - dueOn
        return Bilingual(
            vi: "dự kiến \(dueOn.vi), chậm \(Written.count(days, .vi)) ngày",
            en: "planned for \(dueOn.en), \(days) \(days == 1 ? "day" : "days") ago")
    }

    private func planned(_ today: Day) -> Bilingual {
        guard let dueOn else { return due(today) }
        let days = dueOn - today
        if days == 0 { return Bilingual(vi: "; dự kiến hôm nay", en: "; planned for today") }
        return Bilingual(
            vi: "; dự kiến \(dueOn.vi), còn \(Written.count(days, .vi)) ngày",
            en: "; planned for \(dueOn.en), in \(days) \(days == 1 ? "day" : "days")")
    }

    /// To whom an overdue finding has gone: the note says `head` or `office`.
    private var escalation: Bilingual {
        switch note {
        case "head":
            Bilingual(vi: "; người đứng đầu xử lý", en: "; for the head to settle")
        case "office":
            Bilingual(
                vi: "; chuyển cơ quan thường trực CCHC", en: "; gone to the standing office")
        default: Bilingual("")
        }
    }

    private func late(_ today: Day) -> Bilingual {
        guard let dueOn else { return Bilingual(vi: "quá hạn", en: "late") }
        let days = today - dueOn
        return Bilingual(
            vi: "hạn \(dueOn.vi), quá \(Written.count(days, .vi)) ngày",
            en: "due \(dueOn.en), \(days) \(days == 1 ? "day" : "days") late")
    }

    private func due(_ today: Day) -> Bilingual {
        guard let dueOn else {
            return Bilingual(
                vi: "; văn bản không ghi thời hạn", en: "; the text gives no last day")
        }
        let days = dueOn - today
        if days == 0 { return Bilingual(vi: "; hạn hôm nay", en: "; due today") }
        return Bilingual(
            vi: "; hạn \(dueOn.vi), còn \(Written.count(days, .vi)) ngày",
            en: "; due \(dueOn.en), \(days) \(days == 1 ? "day" : "days") left")
    }
}

/// How many items of each kind stand in each box.
public struct InboxCounts: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public let box: InboxItem.Box
        public let kind: InboxItem.Kind
        public let count: Int

        public init(box: InboxItem.Box, kind: InboxItem.Kind, count: Int) {
            self.box = box
            self.kind = kind
            self.count = count
        }
    }

    public let lines: [Line]

    public init(_ lines: [Line]) { self.lines = lines }

    public subscript(box: InboxItem.Box) -> Int {
        lines.reduce(0) { $0 + ($1.box == box ? $1.count : 0) }
    }

    public subscript(box: InboxItem.Box, kind: InboxItem.Kind) -> Int {
        lines.reduce(0) { $0 + ($1.box == box && $1.kind == kind ? $1.count : 0) }
    }

    public var total: Int { lines.reduce(0) { $0 + $1.count } }
}
