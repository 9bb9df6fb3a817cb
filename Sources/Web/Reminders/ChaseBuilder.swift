import Domain
import Store

/// Makes the list of what is to be chased, as far as the viewer's reach and the filter go.
struct ChaseBuilder {
    /// What the address asks for.
    struct Query: Sendable {
        var kind: InboxItem.Kind?
        /// Late only, unless what is due soon is wanted too.
        var withDue = false
        var block: Agency.Block?
        var agencyCode = ""
    }

    let year: Int
    let language: Language
    let query: Query
    let today: Day
    let token: String
    let typed: Form?
    let refusal: (any UserFacingError)?
    /// Whether this server can send mail with links.
    let canMail: Bool
    private let items: [InboxItem]
    private let total: Int
    private let agencies: [Agency.ID: Agency.Version]
    private let counts: [String: ReminderCount]
    private let choices: [Field.Choice]

    init(
        _ db: ReadableDatabase, by user: User.ID, year: Int, today: Day, language: Language,
        query: Query, token: String, canMail: Bool, typed: Form?,
        refusal: (any UserFacingError)?
    ) throws {
        self.year = year
        self.language = language
        self.query = query
        self.today = today
        self.token = token
        self.canMail = canMail
        self.typed = typed
        self.refusal = refusal
        let reach = try db.bodies(within: .chase, of: user, on: today)
        let tree = try db.agencyTree(on: today)
        let question = InboxQuestion(
            bodies: Self.bodies(query, reach, tree), today: today,
            year: try db.inboxYear(on: today))
        let filter = InboxFilter(
            boxes: query.withDue ? [.late, .due] : [.late], kind: query.kind)
        let found = try db.inboxItems(question, filter, limit: ReminderRequest.mostItems)
            .filter(\.kind.isChased)
        items = found
        total = try db.inboxCounts(question, filter).lines
            .reduce(0) { $0 + ($1.kind.isChased ? $1.count : 0) }
        agencies = try db.agencies(named: Set(found.map(\.agency)), on: today)
        counts = try db.reminderCounts(of: found.map { ($0.kind, $0.record) }, year: nil)
        choices = tree.bodies.filter { body in
            switch reach {
            case .all: body.block != nil
            case .some(let bodies): bodies.contains(body.id)
            }
        }.prefix(400).map { Field.Choice(value: $0.code, text: $0.name) }
    }

    /// The bodies within reach that the filter leaves.
    private static func bodies(
        _ query: Query, _ reach: InboxQuestion.Bodies, _ tree: AgencyTree
    ) -> InboxQuestion.Bodies {
        guard query.block != nil || !query.agencyCode.isEmpty else { return reach }
        let wanted = Set(
            tree.bodies.filter { body in
                (query.block == nil || body.block == query.block)
                    && (query.agencyCode.isEmpty || body.code == query.agencyCode)
            }.map(\.id))
        switch reach {
        case .all: return .some(wanted)
        case .some(let bodies): return .some(bodies.intersection(wanted))
        }
    }

    func chasePage() -> ChasePage {
        let chosen = typed.map { Set($0.all("item")) }
        return ChasePage(
            language: language, tabs: reminderTabs(.chase, year: year, language, mayChase: true),
            title: total == 0
                ? text("Không có việc nào cần đôn đốc", "Nothing is to be chased")
                : text("Cần đôn đốc: \(what.vi)", "To be chased: \(what.en)"),
            lede: text(
                "Tính đến đầu ngày \(today.vi). Chọn việc, chọn cách đôn đốc; mỗi lần được ghi vào nhật ký và hiện ở hồ sơ.",
                "At the beginning of \(today.en). Choose what and how; each time is on record and shown with the thing itself."
            ),
            filter: filter, path: Paths.reminders(year), token: token,
            groups: groups(chosen), channels: channels, answerBy: answerBy,
            problems: refusal.map { refusal in
                refusal.problems.isEmpty
                    ? [refusal.message[language]] : refusal.problems.map { $0.message[language] }
            } ?? [],
            note: total > items.count
                ? text(
                    "Có \(Written.number(total, .vi)) việc; danh sách gồm \(Written.number(items.count, .vi)) việc có hạn sớm nhất. Hãy lọc theo loại, khối hay cơ quan để xem phần còn lại.",
                    "There are \(Written.number(total, .en)); these are the \(Written.number(items.count, .en)) that were due first. Filter by kind, block or agency to see the rest."
                ) : nil,
            none: text(
                "Không có việc nào khớp với bộ lọc.", "Nothing matches the filter."))
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var what: Bilingual {
        total > items.count
            ? Bilingual(
                vi: "\(Written.count(total, .vi)) việc", en: Written.english(total, "item", "items")
            )
            : InboxItem.what(items, on: today)
    }

    private func groups(_ chosen: Set<String>?) -> [ChasePage.Group] {
        Dictionary(grouping: items, by: \.agency)
            .sorted {
                ($1.value.count, Vietnamese.sortKey(agencies[$0.key]?.name ?? ""))
                    < ($0.value.count, Vietnamese.sortKey(agencies[$1.key]?.name ?? ""))
            }
            .map { agency, items in
                let body = agencies[agency]
                return ChasePage.Group(
                    agency: Link(
                        body?.nameInSentence.capitalisedFirst ?? "",
                        body.map { Paths.agency($0.code) }),
                    count: text(
                        "\(Written.count(items.count, .vi)) việc",
                        Written.english(items.count, "item", "items")),
                    items: items.map { item($0, code: body?.code, chosen) })
            }
    }

    private func item(
        _ item: InboxItem, code: String?, _ chosen: Set<String>?
    ) -> ChasePage.Item {
        let key = "\(item.kind.rawValue) \(item.record)"
        return ChasePage.Item(
            key: key, isChosen: chosen?.contains(key) ?? true,
            title: Link(item.name(language).shortened(to: 140), item.path(agencyCode: code)),
            kind: item.cited(language),
            reason: item.reason(on: today)[language],
            reminded: counts[key]?.sentence[language].capitalisedFirst ?? "")
    }

    private var channels: [Field] {
        Reminder.Channel.allCases.map { channel in
            let isChosen =
                typed.map { $0.has("channel-\(channel.rawValue)") } ?? (channel == .message)
            var field = Field(
                name: "channel-\(channel.rawValue)",
                label: channel.title[language].capitalisedFirst, kind: .tick(isChosen: isChosen))
            field.hint =
                switch channel {
                case .message:
                    text(
                        "Nhiều nhất \(ReminderMessage.limit) ký tự để dán vào nhóm; chỉ nêu tên cơ quan.",
                        "At most \(ReminderMessage.limit) characters to paste into a group; it names agencies only."
                    )
                case .letter:
                    text(
                        "Dự thảo .docx “V/v đôn đốc …” kèm danh sách; được tính khi đã nhập số, ngày.",
                        "A draft .docx with the list as annex; it counts once its symbol and day are entered."
                    )
                case .mail:
                    canMail
                        ? text(
                            "Mỗi người nhiều nhất một thư một ngày, kèm liên kết mở đúng biểu.",
                            "At most one mail a day for each person, with links to the very forms.")
                        : text(
                            "Máy chủ này chưa được cài đặt gửi thư (--public-url, --sendmail).",
                            "This server was not told how to send mail (--public-url, --sendmail).")
                }
            return field
        }.filter { canMail || $0.name != "channel-mail" }
    }

    private var answerBy: Field {
        Field(
            name: "answer_by", label: text("Đề nghị cập nhật trước ngày", "To be answered by"),
            kind: .day, value: typed?.text("answer_by") ?? (today + 7).vi,
            problems: refusal?.problems.filter { $0.field == "answer_by" }.map {
                $0.message[language]
            } ?? [], isRequired: true)
    }

    private var filter: RecordListPage.Filter {
        let all = Field.Choice(value: "", text: text("Tất cả", "All"))
        return RecordListPage.Filter(
            path: Paths.newReminder(year),
            fields: [
                Field(
                    name: "kind", label: text("Loại việc", "Kind"),
                    kind: .choice(
                        [all]
                            + InboxItem.Kind.allCases.filter(\.isChased).map {
                                Field.Choice(
                                    value: $0.rawValue, text: $0.title[language],
                                    isChosen: query.kind == $0)
                            })),
                Field(
                    name: "due", label: text("Thời hạn", "Deadline"),
                    kind: .choice([
                        Field.Choice(value: "", text: text("đã quá hạn", "passed")),
                        Field.Choice(
                            value: "soon",
                            text: text(
                                "cả việc đến hạn trong \(InboxItem.horizon) ngày",
                                "those due within \(InboxItem.horizon) days too"),
                            isChosen: query.withDue),
                    ])),
                Field(
                    name: "block", label: text("Khối", "Block"),
                    kind: .choice(
                        [all]
                            + Agency.Block.allCases.map {
                                Field.Choice(
                                    value: $0.rawValue, text: $0.title[language],
                                    isChosen: query.block == $0)
                            })),
                Field(
                    name: "agency", label: text("Cơ quan (mã)", "Agency (code)"),
                    kind: .suggested(choices), value: query.agencyCode),
            ], kept: [])
    }
}

/// The three pages of chasing, as tabs.
enum ReminderTab: Sendable {
    case chase, silence, made
}

func reminderTabs(
    _ current: ReminderTab, year: Int, _ language: Language, mayChase: Bool
) -> [OverviewPage.ViewChoice] {
    func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
    let made = OverviewPage.ViewChoice(
        text: text("Các lần đôn đốc", "Reminders made"), path: Paths.reminders(year),
        isCurrent: current == .made)
    guard mayChase else { return [made] }
    return [
        OverviewPage.ViewChoice(
            text: text("Cần đôn đốc", "To be chased"), path: Paths.newReminder(year),
            isCurrent: current == .chase),
        OverviewPage.ViewChoice(
            text: text("Không cập nhật", "Silent"), path: Paths.silence(year),
            isCurrent: current == .silence), made,
    ]
}

extension InboxItem {
    /// Its own words, or what the kind says.
    func name(_ language: Language) -> String {
        if kind == .submission {
            // The period of the whole year is called "Năm".
            return language == .vi
                ? "Báo cáo \(title == "Năm" ? "" : title.lowercasedFirst + " ")năm \(year)"
                : "Report of \(year), \(titleInEnglish.lowercasedFirst)"
        }
        if !title.isEmpty { return language == .vi ? title : titleInEnglish }
        return language == .vi ? "Kế hoạch CCHC năm \(year)" : "Reform plan of \(year)"
    }
}
