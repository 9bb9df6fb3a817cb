import Documents
import Domain
import Hummingbird
import Markup
import Store

/// The working calendar: days off and worked in exchange, year by year, each with its source.
enum CalendarRoutes {
    static func add(to router: Routes) {
        router.get("/settings/calendar", .may(.seePlans)) { _, context in try await page(context) }
        router.get("/settings/calendar.csv", .may(.seePlans)) { _, context in
            try await file(.csv, context)
        }
        router.get("/settings/calendar.xlsx", .may(.seePlans)) { _, context in
            try await file(.xlsx, context)
        }
        router.write("/settings/calendar", .may(.manageCalendar), use: add)
        router.write("/settings/calendar/:day/removal", .may(.manageCalendar), use: remove)
        router.get("/settings/calendar/import", .may(.manageCalendar)) { _, context in
            _ = try context.signedIn()
            return try answer(context)
        }
        router.write(
            "/settings/calendar/import", .may(.manageCalendar), limits: .standard, use: take)
    }

    private static func page(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = context.shownYear
        let days = try await context.site.store.read { try $0.calendarDays(of: year) }
        let builder = CalendarBuilder(
            year: year, language: context.language, days: days,
            canWrite: context.may(.manageCalendar), typed: typed, refusal: refusal,
            token: context.formToken)
        return context.page(
            builder.title, in: .tasks, year: year, refusal: refusal,
            main: calendarView(builder.calendarPage()))
    }

    private static func file(_ format: TableFormat, _ context: AppContext) async throws -> Response
    {
        let year = context.shownYear
        let days = try await context.site.store.read { try $0.calendarDays(of: year) }
        return try Response.table(
            CalendarDayColumns.all.table(days.map { CalendarDayRow($0) }),
            named: "calendar-\(year)", as: format)
    }

    @Sendable private static func add(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let user = try context.signedIn().user.id
        let table = CellTable(
            headings: CalendarDayColumns.all.map(\.key),
            rows: [
                CellTable.Row(
                    number: 2, cells: CalendarDayColumns.all.map { form.text($0.key) })
            ])
        let read = CalendarDayColumns.all.read(table, blank: CalendarDayRow())
        do {
            let summary = try await context.site.store.write {
                try $0.importCalendar(read, by: user)
            }
            let year = read.rows.first?.row.day?.year ?? context.shownYear
            return context.redirect(to: Paths.calendar(year), saying: summary.sentence)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, typed: form, refusal: refusal)
        }
    }

    @Sendable private static func remove(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let user = try context.signedIn().user.id
        guard let day = Day(try context.segment("day")) else {
            throw MissingPage(path: context.path)
        }
        try await context.site.store.write { try $0.removeCalendarDay(day, by: user) }
        return context.redirect(
            to: Paths.calendar(day.year),
            saying: Bilingual(
                vi: "Đã bỏ ngày \(day.vi) khỏi lịch.", en: "\(day.en) is out of the calendar."))
    }

    @Sendable private static func take(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let user = try context.signedIn().user.id
        do {
            let table = try ImportedTable.read(form)
            let read = CalendarDayColumns.all.read(table, blank: CalendarDayRow())
            if form.has("confirmed") {
                let summary = try await context.site.store.write {
                    try $0.importCalendar(read, by: user)
                }
                let year = read.rows.first?.row.day?.year ?? context.shownYear
                return context.redirect(to: Paths.calendar(year), saying: summary.sentence)
            }
            let summary = try await context.site.store.read {
                try $0.calendarImport(read).summary
            }
            return try answer(context, table: table, summary: summary)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try answer(context, refusal: refusal)
        }
    }

    private static func answer(
        _ context: AppContext, table: CellTable? = nil, summary: ImportSummary? = nil,
        refusal: (any UserFacingError)? = nil
    ) throws -> Response {
        let title = Bilingual(vi: "Lịch làm việc", en: "Working calendar")
        let year = context.shownYear
        let builder = ImportBuilder(
            language: context.language, title: title,
            crumb: Link(title[context.language], Paths.calendar(year)),
            path: Paths.calendarImport,
            columns: CalendarDayColumns.all.map(RecordKind.Heading.init),
            extra: [], token: context.formToken,
            files: ["csv", "xlsx"].map { Paths.calendarFile(year, $0) }, table: table,
            summary: summary, refusal: refusal)
        return context.page(
            title[context.language], in: .tasks, year: year, refusal: refusal,
            main: importView(builder.importPage()))
    }
}
