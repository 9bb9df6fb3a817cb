import Domain
import Hummingbird
import Store

// The reminders of a year, and the bodies that are silent.
extension ReminderRoutes {
    private static let pageRows = 50
    private static let silentDays = [30, 60, 90]

    @Sendable static func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let (year, today) = (try context.year(), context.today)
        let (user, language) = (try context.signedIn().user.id, context.language)
        let before = Int(context.query.text("before"))
        let mayChase = context.may(.chase)
        let (found, names) = try await context.site.store.read { db in
            let found = try db.reminders(
                of: year, for: user, on: today, before: before, limit: pageRows + 1)
            return (found, try db.userNames(Set(found.map(\.reminder.by))))
        }
        func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        let shown = found.prefix(pageRows)
        let page = ReminderListPage(
            language: language,
            tabs: reminderTabs(.made, year: year, language, mayChase: mayChase),
            list: RecordListPage(
                language: language,
                title: text("Các lần đôn đốc năm \(year)", "Reminders of \(year)"),
                lede: text(
                    "Mỗi lần được tính khi đã gửi bằng ít nhất một cách; công văn được tính từ ngày ban hành.",
                    "Each counts once it went out some way; a letter counts from the day of its issue."
                ),
                kinds: [],
                actions: mayChase
                    ? [Link(text("Lập đôn đốc", "Chase"), Paths.newReminder(year))] : [],
                files: [], filter: nil, caption: text("Mới nhất ở trên", "Newest first"),
                headings: [
                    RecordListPage.Heading(text: text("Lần số", "No.")),
                    RecordListPage.Heading(text: text("Ngày", "Day")),
                    RecordListPage.Heading(text: text("Cách đôn đốc", "Ways")),
                    RecordListPage.Heading(text: text("Số việc", "Items"), isNumber: true),
                    RecordListPage.Heading(text: text("Số cơ quan", "Agencies"), isNumber: true),
                    RecordListPage.Heading(text: text("Người lập", "Made by")),
                    RecordListPage.Heading(text: text("Tình trạng", "State")),
                ],
                rows: shown.map { row($0, names, year, language) },
                pager: pager(found, year, before, language),
                none: text("Năm nay chưa có lần đôn đốc nào.", "No reminder was made this year.")))
        return context.page(
            page.list.title, in: .reminders, year: year, main: tabbedListView(page))
    }

    private static func row(
        _ listed: ListedReminder, _ names: [User.ID: String], _ year: Int, _ language: Language
    ) -> RecordListPage.Row {
        let reminder = listed.reminder
        let ways = reminder.notices.map { notice in
            notice.channel.title[language]
                + (notice.channel == .letter && !notice.reference.isEmpty
                    ? " \(notice.reference)" : "")
        }
        let badge: Badge =
            reminder.withdrawnOn != nil
            ? Badge(kind: .noData, word: language == .vi ? "Đã hủy" : "Taken back")
            : reminder.wentOutOn == nil
                ? Badge(kind: .notDue, word: language == .vi ? "Dự thảo" : "Draft")
                : Badge(kind: .kept, word: language == .vi ? "Đã gửi" : "Sent")
        return RecordListPage.Row(cells: [
            RecordListPage.Cell(
                text: String(reminder.number), path: Paths.reminder(year, reminder.number)),
            RecordListPage.Cell(text: reminder.madeOn[language]),
            RecordListPage.Cell(text: ways.joined(separator: ", ").capitalisedFirst),
            RecordListPage.Cell(text: Written.number(listed.items, language)),
            RecordListPage.Cell(text: Written.number(listed.agencies, language)),
            RecordListPage.Cell(text: names[reminder.by] ?? ""), RecordListPage.Cell(badge: badge),
        ])
    }

    private static func pager(
        _ found: [ListedReminder], _ year: Int, _ before: Int?, _ language: Language
    ) -> Pager? {
        let hasMore = found.count > pageRows
        guard hasMore || before != nil else { return nil }
        let vi = language == .vi
        return Pager(
            text: "", label: vi ? "Các trang" : "Pages",
            previous: before == nil
                ? nil : Link(vi ? "Mới nhất" : "Newest", Paths.reminders(year)),
            next: hasMore
                ? Link(
                    vi ? "Cũ hơn" : "Older",
                    Paths.changed(
                        Paths.reminders(year),
                        [("before", found.prefix(pageRows).last.map { "\($0.reminder.number)" })]))
                : nil)
    }

    @Sendable static func silence(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (year, today) = (try context.year(), context.today)
        let (user, language) = (try context.signedIn().user.id, context.language)
        let asked = Int(context.query.text("days")) ?? 30
        let days = silentDays.contains(asked) ? asked : 30
        let (silences, agencies, counts) = try await context.site.store.read { db in
            // All of them once; the three thresholds are counted from it.
            let silences = try db.silences(for: user, on: today, days: 30)
            let agencies = try db.agencies(named: Set(silences.map(\.agency)), on: today)
            return (
                silences.filter { ($0.days(on: today) ?? .max) >= days }, agencies,
                silentDays.map { days in
                    silences.count { ($0.days(on: today) ?? .max) >= days }
                }
            )
        }
        func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        let shown = silences.prefix(500)
        let page = ReminderListPage(
            language: language,
            tabs: reminderTabs(.silence, year: year, language, mayChase: true),
            list: RecordListPage(
                language: language,
                title: text(
                    "\(Written.count(silences.count, .vi)) cơ quan, đơn vị không cập nhật quá \(days) ngày",
                    "\(silences.count) agencies silent for \(days) days or more"),
                lede: text(
                    "Còn việc quá hạn hoặc sắp đến hạn mà người của cơ quan không ghi gì vào hệ thống.",
                    "They owe something, and nobody of theirs has recorded anything."),
                kinds: zip(silentDays, counts).map { choice, count in
                    OverviewPage.ViewChoice(
                        text: text(
                            "\(choice) ngày: \(Written.count(count, .vi))",
                            "\(choice) days: \(count)"),
                        path: Paths.changed(Paths.silence(year), [("days", "\(choice)")]),
                        isCurrent: choice == days)
                },
                actions: [], files: [], filter: nil,
                caption: silences.count > shown.count
                    ? text(
                        "500 cơ quan im lặng lâu nhất, tính đến \(today.vi)",
                        "The 500 longest silent, on \(today.en)")
                    : text("Tính đến ngày \(today.vi)", "On \(today.en)"),
                headings: [
                    RecordListPage.Heading(text: text("Cơ quan, đơn vị", "Agency")),
                    RecordListPage.Heading(text: text("Cập nhật gần nhất", "Last sign")),
                    RecordListPage.Heading(text: text("Số ngày", "Days"), isNumber: true),
                    RecordListPage.Heading(text: text("Quá hạn", "Late"), isNumber: true),
                    RecordListPage.Heading(text: text("Sắp đến hạn", "Due soon"), isNumber: true),
                    RecordListPage.Heading(text: text("Đôn đốc", "Chase")),
                ],
                rows: shown.map { row($0, agencies[$0.agency], today, year, language) },
                pager: nil,
                none: text(
                    "Không có cơ quan nào im lặng quá \(days) ngày.",
                    "No agency was silent for \(days) days.")))
        return context.page(
            page.list.title, in: .reminders, year: year, main: tabbedListView(page))
    }

    private static func row(
        _ silence: Silence, _ body: Agency.Version?, _ today: Day, _ year: Int,
        _ language: Language
    ) -> RecordListPage.Row {
        let vi = language == .vi
        let last =
            silence.lastOn?[language]
            ?? (silence.people == 0
                ? (vi ? "chưa có người phụ trách" : "nobody in post")
                : (vi ? "chưa từng cập nhật" : "never"))
        return RecordListPage.Row(cells: [
            RecordListPage.Cell(
                text: body?.nameInSentence.capitalisedFirst ?? "",
                path: body.map { Paths.inbox(of: $0.code) }),
            RecordListPage.Cell(text: last),
            RecordListPage.Cell(
                text: silence.days(on: today).map { Written.number($0, language) } ?? "–"),
            RecordListPage.Cell(text: Written.number(silence.late, language)),
            RecordListPage.Cell(text: Written.number(silence.due, language)),
            RecordListPage.Cell(
                text: vi ? "Lập đôn đốc" : "Chase",
                path: body.map {
                    Paths.changed(
                        Paths.newReminder(year), [("agency", $0.code), ("due", "soon")])
                }),
        ])
    }
}
