import Domain
import Hummingbird
import Store

/// Reporting periods and rules: the standing office's settings of a year.
enum PeriodRoutes {
    static func add(to router: Routes) {
        router.get("/:year/periods", .may(.managePeriods)) { _, context in
            try await page(context)
        }
        router.write("/:year/periods", .may(.managePeriods), limits: .small, use: open)
        router.write("/:year/periods/:period", .may(.managePeriods), limits: .small) {
            try await change($0, $1, with: PeriodForm.days)
        }
        router.write("/:year/periods/:period/lock", .may(.managePeriods), limits: .small) {
            try await change($0, $1, with: PeriodForm.lock)
        }
        router.write(
            "/:year/periods/:period/removal", .may(.managePeriods), limits: .small, use: remove)
        router.write(
            "/:year/periods/:period/exceptions", .may(.managePeriods), limits: .small, use: except)
        router.write("/:year/reporting-rules", .may(.managePeriods), limits: .small, use: setRules)
    }

    private static func page(
        _ context: AppContext, typed: Form? = nil, of entry: String? = nil,
        refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = try context.year()
        let (language, token, day) = (context.language, context.formToken, context.today)
        let user = try context.signedIn().user.id
        let page = try await context.site.store.read { db in
            try PeriodBuilder(db, year: year, on: day, language, by: user)
                .page(token, typed: typed, of: entry, refusal: refusal)
        }
        return context.page(
            page.title, in: .submissions, year: year, refusal: refusal, main: periodView(page))
    }

    /// Does it and comes back to the page, which shows the form again when it was refused.
    private static func doing(
        _ form: Form, _ context: AppContext, of entry: String?,
        _ body: @escaping @Sendable (WritableDatabase, User.ID) throws -> Void
    ) async throws -> Response {
        let user = try context.signedIn().user.id
        do {
            try await context.site.store.write { try body($0, user) }
            return context.redirect(
                to: Paths.periods(try context.year()),
                saying: Bilingual(vi: "Đã lưu.", en: "Saved."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, typed: form, of: entry, refusal: refusal)
        }
    }

    @Sendable private static func open(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let year = try context.year()
        guard form.has("code") else {
            return try await doing(form, context, of: nil) { try $0.openPeriods(of: year, by: $1) }
        }
        return try await doing(form, context, of: PeriodBuilder.new) { db, user in
            let places = try db.periods(of: year).map(\.position)
            let first = try db.planYear(year).first
            let new = Period(
                year: year, code: form.text("code").lowercased(),
                position: (places.max() ?? 0) + 1, name: Bilingual(""), first: first, last: first,
                agencyLast: first, agencyDue: first, due: first)
            try db.addPeriod(try PeriodForm.days(form, new), by: user)
        }
    }

    private static func change(
        _ form: Form, _ context: AppContext,
        with read: @escaping @Sendable (Form, Period) throws -> Period
    ) async throws -> Response {
        let year = try context.year()
        let code = try context.segment("period")
        return try await doing(form, context, of: code) { db, user in
            try db.changePeriod(
                try read(form, try db.addressedPeriod(code, of: year)), by: user)
        }
    }

    @Sendable private static func remove(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let code = try context.segment("period")
        return try await doing(form, context, of: code) {
            try $0.removePeriod(code, of: year, by: $1)
        }
    }

    @Sendable private static func except(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let code = try context.segment("period")
        let today = context.today
        return try await doing(form, context, of: code) { db, user in
            var problems: [Problem] = []
            let agency = form.required("agency", &problems)
            var exception: LockException?
            let body = try db.agencyTree(on: today).bodies(coded: agency).first
            if body == nil, problems.isEmpty {
                problems.append(
                    Problem(
                        "agency", vi: "Không có cơ quan nào mang mã “\(agency)”; hãy kiểm tra lại.",
                        en: "No body has the code “\(agency)”; please check it."))
            }
            if !form.has("end") {
                let until = form.day("until", &problems)
                if until == nil, form.text("until").isEmpty {
                    _ = form.required("until", &problems)
                }
                if let until, let body {
                    exception = LockException(
                        agency: body.id, until: until, reason: form.text("reason"))
                }
            }
            guard problems.isEmpty, let body else { throw InvalidInput(problems) }
            try db.setLockException(exception, for: body.id, in: code, of: year, by: user)
        }
    }

    @Sendable private static func setRules(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let usual = ReportingRules.usual
        let rules = ReportingRules(
            levels: ReportingRules.Levels(rawValue: form.text("levels")) ?? usual.levels,
            sender: ReportingRules.Sender(rawValue: form.text("sender")) ?? usual.sender,
            document: ReportingRules.Document(rawValue: form.text("document")) ?? usual.document,
            timeliness: ReportingRules.Timeliness(rawValue: form.text("timeliness"))
                ?? usual.timeliness,
            source: form.text("source"), version: Int(form.text("version")) ?? -1)
        return try await doing(form, context, of: nil) {
            try $0.setReportingRules(rules, of: year, by: $1)
        }
    }
}

/// What was typed about one period.
private enum PeriodForm {
    @Sendable static func days(_ form: Form, _ period: Period) throws -> Period {
        var problems: [Problem] = []
        func day(_ name: String) -> Day? {
            if form.text(name).isEmpty { _ = form.required(name, &problems) }
            return form.day(name, &problems)
        }
        let days = ["first", "last", "agency_last", "agency_due", "due"].map { day($0) }
        let lowerDue = form.day("lower_due", &problems)
        guard problems.isEmpty, let first = days[0], let last = days[1], let agencyLast = days[2],
            let agencyDue = days[3], let due = days[4]
        else { throw InvalidInput(problems) }
        let english = form.optional("name_en") ?? form.text("name")
        return Period(
            year: period.year, code: period.code, position: period.position,
            name: Bilingual(vi: form.text("name"), en: english), first: first, last: last,
            agencyLast: agencyLast, agencyDue: agencyDue, lowerDue: lowerDue, due: due,
            source: form.text("source"), lock: period.lock, version: form.version)
    }

    @Sendable static func lock(_ form: Form, _ period: Period) throws -> Period {
        var problems: [Problem] = []
        let from = form.day("lock_from", &problems)
        let reason = form.text("lock_reason")
        if from == nil, problems.isEmpty, !reason.isEmpty {
            _ = form.required("lock_from", &problems)
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        let locked = period.locked(from.map { Period.Lock(from: $0, reason: reason) })
        return Period(
            year: locked.year, code: locked.code, position: locked.position, name: locked.name,
            first: locked.first, last: locked.last, agencyLast: locked.agencyLast,
            agencyDue: locked.agencyDue, lowerDue: locked.lowerDue, due: locked.due,
            source: locked.source, lock: locked.lock, version: form.version)
    }
}
