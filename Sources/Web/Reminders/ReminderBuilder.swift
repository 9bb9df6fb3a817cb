import Domain
import Store

/// Makes the page of one reminder, as far as the viewer may see its list.
struct ReminderBuilder {
    let language: Language
    let reminder: Reminder
    let withheld: Int
    let mayChange: Bool
    let token: String
    let typed: Form?
    let refusal: (any UserFacingError)?
    private let agencies: [Agency.ID: Agency.Version]
    private let names: [User.ID: String]
    private let open: [String: InboxItem]
    private let today: Day

    init(
        _ db: ReadableDatabase, number: Int, for user: User.ID, today: Day, language: Language,
        token: String, mayChase: Bool, typed: Form?, refusal: (any UserFacingError)?
    ) throws {
        guard let (reminder, withheld) = try db.reminder(numbered: number, for: user, on: today)
        else { throw MissingRecord(Bilingual(vi: "lần đôn đốc", en: "reminder"), "\(number)") }
        self.reminder = reminder
        self.withheld = withheld
        self.language = language
        self.today = today
        self.token = token
        self.typed = typed
        self.refusal = refusal
        mayChange = mayChase && withheld == 0
        agencies = try db.agencies(named: Set(reminder.items.map(\.agency)), on: reminder.madeOn)
        names = try db.userNames(Set(reminder.notices.map(\.by) + [reminder.by]))
        open = try db.stillOpen(reminder, on: today)
    }

    func reminderPage() -> ReminderPage {
        let bodies = Set(reminder.items.map(\.agency)).count
        return ReminderPage(
            language: language,
            crumbs: [
                Link(text("Đôn đốc", "Reminders"), Paths.reminders(reminder.year)),
                Link(text("Lần số \(reminder.number)", "No. \(reminder.number)")),
            ],
            title: text(
                "Đôn đốc số \(reminder.number), ngày \(reminder.madeOn.vi)",
                "Reminder \(reminder.number) of \(reminder.madeOn.en)"),
            lede: text(
                "\(Written.count(reminder.items.count, .vi)) việc của \(Written.count(bodies, .vi)) cơ quan, đơn vị; đến nay \(Written.count(reminder.items.count - open.count, .vi)) việc đã xong.",
                "\(Written.english(reminder.items.count, "item", "items")) of \(Written.english(bodies, "agency", "agencies")); \(reminder.items.count - open.count) done since."
            ),
            notices: notices, facts: facts, channels: reminder.notices.map(channel),
            message: withheld == 0 && reminder.notices.contains { $0.channel == .message }
                ? ReminderPage.Message(
                    text: reminder.message,
                    length: text(
                        "\(reminder.message.utf16.count)/\(ReminderMessage.limit) ký tự",
                        "\(reminder.message.utf16.count)/\(ReminderMessage.limit) characters"))
                : nil,
            letter: letter, withdrawal: withdrawal,
            caption: withheld == 0
                ? text("Danh sách tại ngày lập", "The list as it stood that day")
                : text(
                    "Danh sách tại ngày lập; \(Written.count(withheld, .vi)) việc của cơ quan khác không hiển thị",
                    "The list as it stood that day; \(withheld) of other agencies are withheld"),
            rows: reminder.items.map(row))
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var notices: [LivingPlanPage.Notice] {
        guard let day = reminder.withdrawnOn else { return [] }
        return [
            LivingPlanPage.Notice(
                text: text(
                    "Lần đôn đốc này đã hủy ngày \(day.vi), không được tính.",
                    "This reminder was taken back on \(day.en) and does not count."),
                isUrgent: true)
        ]
    }

    private var facts: [TargetPage.Fact] {
        [
            TargetPage.Fact(name: text("Người lập", "Made by"), text: names[reminder.by] ?? ""),
            TargetPage.Fact(
                name: text("Cập nhật trước", "Answer by"), text: reminder.answerBy[language]),
        ]
    }

    private func channel(_ notice: Reminder.Notice) -> ReminderPage.Channel {
        let who = names[notice.by] ?? ""
        let how =
            switch notice.channel {
            case .message: ""
            case .letter:
                notice.reference.isEmpty ? "" : text("số \(notice.reference)", notice.reference)
            case .mail:
                text(
                    "\(Written.count(Int(notice.reference) ?? 0, .vi)) thư",
                    Written.english(Int(notice.reference) ?? 0, "mail", "mails"))
            }
        let when =
            notice.day?[language]
            ?? text("dự thảo, chưa có số và ngày", "a draft without symbol and day")
        return ReminderPage.Channel(
            badge: Badge(
                kind: notice.day == nil ? .notDue : .kept,
                word: notice.channel.title[language].capitalisedFirst),
            text: [when, how, who].filter { !$0.isEmpty }.joined(separator: " · "))
    }

    private var letter: ReminderPage.Letter? {
        guard mayChange, reminder.withdrawnOn == nil,
            let notice = reminder.notices.first(where: { $0.channel == .letter })
        else { return nil }
        func problems(_ field: String) -> [String] {
            refusal?.problems.filter { $0.field == field }.map { $0.message[language] } ?? []
        }
        return ReminderPage.Letter(
            download: Link(
                text("Tải dự thảo (.docx)", "Download the draft (.docx)"),
                Paths.reminder(reminder.year, reminder.number, "letter.docx")),
            path: Paths.reminder(reminder.year, reminder.number, "letter"), token: token,
            hidden: [HiddenField(name: "version", value: String(reminder.version))],
            fields: notice.day != nil
                ? []
                : [
                    Field(
                        name: "symbol", label: text("Số, ký hiệu đã cấp", "Symbol as issued"),
                        value: typed?.text("symbol") ?? "",
                        hint: text("Ví dụ: 1203/SNV-CCHC", "Such as 1203/SNV-CCHC"),
                        problems: problems("symbol"), isRequired: true),
                    Field(
                        name: "signed_on", label: text("Ngày ban hành", "Issued on"), kind: .day,
                        value: typed?.text("signed_on") ?? "", problems: problems("signed_on"),
                        isRequired: true),
                ],
            problems: refusal.map { [$0.message[language]] } ?? [])
    }

    private var withdrawal: ReminderPage.Withdrawal? {
        guard mayChange, reminder.withdrawnOn == nil else { return nil }
        return ReminderPage.Withdrawal(
            path: Paths.reminder(reminder.year, reminder.number, "withdrawal"), token: token,
            hidden: [HiddenField(name: "version", value: String(reminder.version))],
            reason: Field(name: "reason", label: text("Lý do", "Reason"), isWide: true))
    }

    private func row(_ item: Reminder.Item) -> ReminderPage.Row {
        let body = agencies[item.agency]
        let key = "\(item.kind) \(item.record)"
        let now = open[key]
        let title =
            item.title.isEmpty
            ? text("Kế hoạch CCHC năm \(reminder.year)", "Reform plan of \(reminder.year)")
            : item.title.shortened(to: 160)
        return ReminderPage.Row(
            agency: Link(
                body?.nameInSentence.capitalisedFirst ?? "", body.map { Paths.agency($0.code) }),
            kind: "\(item.itemKind?.title[language] ?? "") \(item.code)".trimmed,
            title: Link(title, now?.path(agencyCode: body?.code)),
            due: item.dueOn?[language] ?? "",
            now: now == nil
                ? Badge(kind: .kept, word: text("Đã xong", "Done"))
                : Badge(kind: .atRisk, word: text("Chưa xong", "Open")))
    }
}
