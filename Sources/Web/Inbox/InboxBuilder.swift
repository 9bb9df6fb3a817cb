import Domain
import Store

/// Makes the page of what waits for a person or a body, from counts and a few rows of each box.
struct InboxBuilder {
    /// What the address asks for.
    struct Query: Sendable {
        /// One box alone, with all its pages; every box with its first rows when left out.
        var box: InboxItem.Box?
        var kind: InboxItem.Kind?
        var after: InboxPlace?
        /// Only what this person answers for.
        var answering: User.ID?
    }

    private static let fewRows = 12
    private static let pageRows = 50
    /// Where nothing waits, what comes next is shown, so far ahead and so much of it.
    private static let laterDays = 180
    private static let laterRows = 5

    let language: Language
    let today: Day
    let year: Int
    let query: Query
    /// The body whose inbox it is; `nil` for a person's own.
    let agency: Agency.Version?
    /// Where the page itself is.
    let path: String
    private let counts: InboxCounts
    private let items: [InboxItem.Box: [InboxItem]]
    /// What falls due later; only where nothing waits now.
    private let later: [InboxItem]
    private let agencies: [Agency.ID: Agency.Version]
    private let names: [User.ID: String]
    private let mayChase: Bool
    private let reminded: [String: ReminderCount]

    init(
        _ db: ReadableDatabase, _ question: InboxQuestion, query: Query,
        of agency: Agency.Version?, language: Language, path: String, mayChase: Bool
    ) throws {
        self.language = language
        self.query = query
        self.agency = agency
        self.path = path
        self.mayChase = mayChase
        today = question.today
        year = question.year
        counts = try db.inboxCounts(question, InboxFilter(answering: query.answering))
        var items: [InboxItem.Box: [InboxItem]] = [:]
        for box in InboxItem.Box.allCases where counts[box] > 0 {
            guard query.box == nil || query.box == box else { continue }
            items[box] = try db.inboxItems(
                question,
                InboxFilter(boxes: [box], kind: query.kind, answering: query.answering),
                after: query.box == nil ? nil : query.after,
                limit: (query.box == nil ? Self.fewRows : Self.pageRows) + 1)
        }
        self.items = items
        later =
            counts.total > 0
            ? []
            : try db.inboxItems(
                question.looking(ahead: Self.laterDays),
                InboxFilter(boxes: [.due], answering: query.answering), limit: Self.laterRows)
        let shown = Array(items.values.joined()) + later
        agencies = try db.agencies(named: Set(shown.map(\.agency)), on: today)
        reminded = try db.reminderCounts(of: shown.map { ($0.kind, $0.record) })
        names = try db.userNames(Set(shown.compactMap(\.person)))
    }

    func inboxPage() -> InboxPage {
        InboxPage(
            language: language,
            crumbs: agency.map {
                [
                    Link(text("Cơ quan, đơn vị", "Agencies"), Paths.agencies()),
                    Link($0.name, Paths.agency($0.code)), Link(text("Việc cần làm", "Open work")),
                ]
            } ?? [],
            title: agency.map {
                text("Việc của \($0.nameInSentence)", "What waits for \($0.name)")
            } ?? text("Việc của tôi", "My work"),
            lede: lede, choices: choices, boxes: InboxItem.Box.allCases.compactMap(box) + laterBox,
            none: nothing,
            links: mayChase
                ? [
                    Link(
                        text("Danh sách cần đôn đốc", "What is to be chased"),
                        Paths.newReminder(year))
                ]
                : [])
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var lede: String {
        let parts = InboxItem.Box.allCases.compactMap { box -> String? in
            let count = counts[box]
            guard count > 0 else { return nil }
            let many = Written.count(count, language)
            return switch box {
            case .late: text("\(many) việc quá hạn", "\(many) late")
            case .returned: text("\(many) việc bị trả lại", "\(many) returned")
            case .due:
                text(
                    "\(many) việc đến hạn trong \(InboxItem.horizon) ngày tới",
                    "\(many) due within \(InboxItem.horizon) days")
            case .toReceive: text("\(many) việc cần tiếp nhận", "\(many) to receive")
            }
        }
        if parts.isEmpty { return later.isEmpty ? "" : nothing }
        return parts.joined(separator: ", ") + "."
    }

    private var nothing: String {
        text(
            "Không có việc nào quá hạn, bị trả lại hay đến hạn trong \(InboxItem.horizon) ngày tới.",
            "Nothing is late, returned or due within \(InboxItem.horizon) days.")
    }

    private var laterBox: [InboxPage.Box] {
        guard !later.isEmpty else { return [] }
        return [
            InboxPage.Box(
                anchor: "later",
                title: text("sau \(InboxItem.horizon) ngày nữa", "after \(InboxItem.horizon) days"),
                badge: Badge(kind: .notDue, word: text("Sắp tới", "Coming up")), kinds: [],
                rows: later.map(row), pager: nil)
        ]
    }

    private var choices: [OverviewPage.ViewChoice] {
        guard agency == nil else { return [] }
        return [
            OverviewPage.ViewChoice(
                text: text("Cơ quan của tôi", "My agency's"), path: Paths.inbox,
                isCurrent: query.answering == nil),
            OverviewPage.ViewChoice(
                text: text("Tôi chịu trách nhiệm", "I answer for"),
                path: Paths.changed(Paths.inbox, [("who", "me")]),
                isCurrent: query.answering != nil),
        ]
    }

    private func box(_ box: InboxItem.Box) -> InboxPage.Box? {
        guard let found = items[box], !found.isEmpty else { return nil }
        let limit = query.box == nil ? Self.fewRows : Self.pageRows
        let shown = found.prefix(limit)
        let total = query.kind.map { counts[box, $0] } ?? counts[box]
        return InboxPage.Box(
            anchor: box.rawValue, title: Written.count(total, language),
            badge: Badge(kind: kind(of: box), word: box.title[language]), kinds: kinds(box),
            rows: shown.map(row), pager: pager(box, found, shown.last, total))
    }

    private func kind(of box: InboxItem.Box) -> Badge.Kind {
        switch box {
        case .late: .atRisk
        case .returned: .broken
        case .due: .notDue
        case .toReceive: .onCourse
        }
    }

    /// The kinds in the box with their counts, when there are several.
    private func kinds(_ box: InboxItem.Box) -> [Link] {
        let kinds = InboxItem.Kind.allCases.filter { counts[box, $0] > 0 }
        guard kinds.count > 1 else { return [] }
        return kinds.map { kind in
            Link(
                "\(kind.title[language]) \(Written.count(counts[box, kind], language))",
                query.kind == kind ? nil : address(box, kind))
        }
    }

    private func address(
        _ box: InboxItem.Box, _ kind: InboxItem.Kind?, after place: InboxPlace? = nil
    ) -> String {
        Paths.changed(
            path,
            [
                ("box", box.rawValue), ("kind", kind?.rawValue), ("after", place?.text),
                ("who", query.answering == nil ? nil : "me"),
            ])
    }

    private func pager(
        _ box: InboxItem.Box, _ found: [InboxItem], _ last: InboxItem?, _ total: Int
    ) -> Pager? {
        let shown = found.count > (query.box == nil ? Self.fewRows : Self.pageRows)
        guard shown || query.after != nil else { return nil }
        return Pager(
            text: text(
                "\(Written.number(total, .vi)) việc", "\(Written.number(total, .en)) in all"),
            label: text("Các trang", "Pages"),
            previous: query.after == nil
                ? nil : Link(text("Về đầu", "First page"), address(box, query.kind)),
            next: shown
                ? query.box == nil
                    ? Link(text("Xem tất cả", "See all"), address(box, query.kind))
                    : Link(
                        text("Sau", "Next"),
                        address(box, query.kind, after: last.map { InboxPlace(after: $0) }))
                : nil)
    }

    private func row(_ item: InboxItem) -> InboxPage.Row {
        let body = agencies[item.agency]
        return InboxPage.Row(
            title: Link(
                item.name(language).shortened(to: 180),
                item.path(agencyCode: body?.code)),
            kind: item.cited(language),
            agency: body.map { Link($0.nameInSentence.capitalisedFirst, Paths.agency($0.code)) },
            person: item.person.flatMap { names[$0] } ?? "", due: item.dueOn?[language] ?? "",
            reason: [
                item.reason(on: today)[language],
                reminded["\(item.kind.rawValue) \(item.record)"]?.sentence[language],
            ].compactMap(\.self).joined(separator: "; "))
    }
}

extension InboxItem {
    /// "Nhiệm vụ 17"; a period is named by its title.
    func cited(_ language: Language) -> String {
        "\(kind.title[language]) \(kind == .submission ? "" : code)".trimmed
    }

    /// Where the thing is done: the exact form where there is one.
    func path(agencyCode: String?) -> String? {
        switch kind {
        case .task: Paths.taskPage(year, code)
        case .submission:
            agencyCode.map {
                Paths.path(
                    [String(year), "submissions", code, $0] + (box == .toReceive ? [] : ["form"]))
            }
        case .agencyPlan: agencyCode.map { Paths.agencyPlan(year, $0) }
        case .finding: Paths.path([String(year), "findings", code])
        case .inspection: Int(code).map { Paths.inspection(year, $0) }
        case .selfInspection: Int(code).map { Paths.selfInspection(year, $0) }
        case .proposal: Paths.planDocument(Plan.ID(record))
        case .basisAlert: Int(code).map { Paths.legalDocument($0) }
        case .legalReview: Int(code).map { Paths.legalReview($0, body: agencyCode) }
        }
    }
}
