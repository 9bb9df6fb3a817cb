import Documents
import Domain
import Hummingbird
import Markup
import Reading
import Store

/// Lists, forms, imports and exports of every kind of record, one set of routes for all.
enum RecordRoutes {
    static func add(to router: Routes) {
        for kind in RecordKind.all {
            let list = RouterPath("/:year/\(kind.key)")
            if !kind.hasOwnList { addList(of: kind, to: router) }
            router.get(RouterPath("/:year/\(kind.key)/new"), .may(kind.records)) { _, context in
                _ = try context.signedIn()
                return try await form(kind, context)
            }
            router.write(list, .may(kind.records)) { typed, context in
                try await add(kind, typed, context)
            }
            RecordImportRoutes.add(kind, to: router)
            guard kind.correct != nil else { continue }
            let one = "/:year/\(kind.key)/:number" + (kind.hasOwnPages ? "/terms" : "")
            router.get(RouterPath(one), .may(kind.sees)) { _, context in
                let number = try context.number("number")
                return try await form(kind, context, editing: number)
            }
            router.write(RouterPath("/:year/\(kind.key)/:number"), .may(kind.records)) {
                typed, context in
                try await correct(kind, typed, context)
            }
        }
    }

    private static func addList(of kind: RecordKind, to router: Routes) {
        router.get(RouterPath("/:year/\(kind.key)"), .may(kind.sees)) { _, context in
            try await page(of: kind, context)
        }
        router.get(RouterPath("/:year/\(kind.key).csv"), .may(kind.sees)) { _, context in
            try await file(of: kind, .csv, context)
        }
        router.get(RouterPath("/:year/\(kind.key).xlsx"), .may(kind.sees)) { _, context in
            try await file(of: kind, .xlsx, context)
        }
    }

    private static func page(of kind: RecordKind, _ context: AppContext) async throws -> Response {
        let builder = try await list(of: kind, context)
        return context.page(
            kind.name[context.language], in: kind.section, main: recordListView(builder.listPage()))
    }

    private static func file(
        of kind: RecordKind, _ format: TableFormat, _ context: AppContext
    ) async throws -> Response {
        let builder = try await list(of: kind, context)
        let table = CellTable(
            headings: kind.columns.map(\.key),
            rows: builder.shownLines.enumerated().map {
                CellTable.Row(number: $0.offset + 2, cells: $0.element.cells)
            })
        return try Response.table(table, named: "\(kind.key)-\(builder.year)", as: format)
    }

    private static func list(of kind: RecordKind, _ context: AppContext) async throws
        -> RecordListBuilder
    {
        let year = try context.year()
        let day = try context.day(in: year)
        let chosen = try context.chosenDay()
        let query = RecordListBuilder.Query(
            search: context.query.text("q"),
            state: context.query.optional("state").flatMap(RecordKind.State.init),
            sort: context.query.text("sort"),
            page: context.pageNumber)
        let (language, canWrite, kept) = (
            context.language, context.may(kind.records), context.site.kept
        )
        let hasEnded = day < context.today
        let token = context.formToken
        let mayChoose = kind.key == "dossiers" && context.may(.manageTemplates)
        return try await context.site.store.read { db in
            let snapshot = Snapshot(db: db, kept: kept, year: year, day: day, dayHasEnded: hasEnded)
            let lines = try snapshot.value(
                "lines/\(kind.key)", from: kind.topics, cost: { $0.count * 600 + 64 }
            ) { _ in try kind.lines(snapshot) }
            return RecordListBuilder(
                kind: kind, year: year, language: language, chosen: chosen, on: day,
                tree: try snapshot.tree(), lines: lines, query: query, canWrite: canWrite,
                summaries: try kind.summary?(snapshot, language) ?? [],
                choice: mayChoose
                    ? RegisterRoutes.formulaChoice(
                        try db.onTimeFormula(of: year), token: token, language) : nil)
        }
    }

    /// The form for a new record, or for one on record; shown again with what is wrong.
    static func form(
        _ kind: RecordKind, _ context: AppContext, editing number: Int? = nil, typed: Form? = nil,
        refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = try context.year()
        let day = try context.day(in: year)
        let (language, kept, hasEnded) = (context.language, context.site.kept, day < context.today)
        let viewer = context.person?.user.id
        let (today, query) = (context.today, context.query)
        let (builder, subject, reminders, carried, origin) = try await context.site.store.read {
            db in
            let snapshot = Snapshot(db: db, kept: kept, year: year, day: day, dayHasEnded: hasEnded)
            var line: RecordKind.Line?
            if let number {
                line = try kind.lines(snapshot).first { $0.number == number }
                if line == nil { throw MissingRecord(kind.name, "\(number)") }
            }
            let history = try number.map {
                try HistoryEntry.entries(of: kind.journalKind, numbered: $0, db, language)
            }
            let builder = RecordFormBuilder(
                kind: kind, year: year, language: language, tree: try snapshot.tree(), line: line,
                typed: typed, refusal: refusal, token: context.formToken,
                canWrite: context.may(kind.records), history: history ?? [],
                filled: number == nil ? query : nil)
            let finding = try (kind.key == "findings" ? number : nil).flatMap {
                try db.finding(numbered: $0)
            }
            let reminders = try finding.flatMap {
                try ReminderPart(
                    .finding, $0.id.text, of: $0.body, for: viewer, on: today, db, language)
            }
            let carried = try (kind.key == "initiatives" ? number : nil).flatMap {
                try InitiativeTasksPart(
                    $0, year, for: viewer, token: context.formToken, on: today, snapshot, language)
            }
            let origin = try (kind.key == "initiatives" ? number : nil).flatMap {
                try InitiativeOriginPart($0, snapshot, language)
            }
            return (builder, try kind.subject(number, db), reminders, carried, origin)
        }
        let main: HTML =
            "\(recordFormView(builder.formPage()))\(if: origin, initiativeOriginView)\(if: carried, initiativeTasksView)"
        guard let subject else {
            return context.page(
                kind.add[language], in: kind.section, refusal: refusal, main: main)
        }
        let evidence = evidencePartView(try await context.evidencePart(of: subject))
        return context.page(
            kind.add[language], in: kind.section, refusal: refusal,
            main: "\(main)<div class=\"below\">\(evidence)</div>\(reminderCard(reminders))")
    }

    private static func add(_ kind: RecordKind, _ typed: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let user = try context.signedIn().user.id
        let table = kind.table(typed)
        do {
            let summary = try await context.site.store.write { try kind.take($0, table, user) }
            return context.redirect(
                to: kind.landing?(typed) ?? kind.list(year), saying: summary.sentence)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await form(kind, context, typed: typed, refusal: refusal)
        }
    }

    private static func correct(_ kind: RecordKind, _ typed: Form, _ context: AppContext)
        async throws -> Response
    {
        let year = try context.year()
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        let version = typed.version
        let table = kind.table(typed)
        guard let correct = kind.correct else { throw MissingPage(path: context.path) }
        do {
            try await context.site.store.write { try correct($0, number, version, table, user) }
            return context.redirect(
                to: kind.one(year, number),
                saying: Bilingual(vi: "Đã ghi thay đổi.", en: "The change is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await form(kind, context, editing: number, typed: typed, refusal: refusal)
        }
    }
}

extension RecordKind {
    /// The record with that number as something that evidence can be given for.
    func subject(_ number: Int?, _ db: ReadableDatabase) throws -> Evidence.Subject? {
        guard let number, let kind = Evidence.Kind(rawValue: journalKind),
            let id = try db.journalRecord(journalKind, named: String(number))
        else { return nil }
        return Evidence.Subject(kind, id)
    }

    /// What was typed into the form, as a table of one row: the same that a file would say.
    func table(_ typed: Form) -> CellTable {
        CellTable(
            headings: columns.map(\.key),
            rows: [CellTable.Row(number: 2, cells: columns.map { typed.text($0.key) })])
    }
}

extension ImportSummary {
    /// What is said once it is done: how much was new, changed, as it was.
    var sentence: Bilingual {
        Bilingual(
            vi:
                "Đã ghi: \(Written.number(new, .vi)) mới, \(Written.number(changed, .vi)) thay đổi, \(Written.number(unchanged, .vi)) giữ nguyên.",
            en:
                "Recorded: \(Written.number(new, .en)) new, \(Written.number(changed, .en)) changed, \(Written.number(unchanged, .en)) as they were."
        )
    }
}
