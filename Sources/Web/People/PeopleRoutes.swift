import Documents
import Domain
import Hummingbird
import Reading
import Store

/// Who holds which post on a day: everybody, the people of an agency, one person; the list in and out.
enum PeopleRoutes {
    static func add(to router: Routes) {
        router.get("/people", .may(.seePeople), use: list)
        router.get("/people.csv", .may(.seePeople)) { _, context in try await file(.csv, context) }
        router.get("/people.xlsx", .may(.seePeople)) { _, context in
            try await file(.xlsx, context)
        }
        router.get("/people/import", .may(.managePosts)) { _, context in try imports(context) }
        router.write("/people/import", .may(.managePosts), use: take)
        router.get("/people/:number", .may(.seeHeads), use: person)
        router.get("/agencies/:code/people", .may(.seeHeads), use: agency)
        PostRoutes.add(to: router)
        DutyRoutes.add(to: router)
        HandOverRoutes.add(to: router)
    }

    @Sendable private static func list(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let chosen = try context.chosenDay()
        let (language, viewer, canManage) = (
            context.language, context.viewer, context.may(.managePosts)
        )
        let day = chosen ?? context.today
        let query = PeopleListBuilder.Query(
            search: context.query.text("q"),
            role: context.query.optional("role").flatMap(Role.init),
            page: context.query.optional("page").flatMap { Int($0) } ?? 1)
        let page = try await context.site.store.read { db in
            PeopleListBuilder(
                language: language, people: try PeopleOnDay(db, on: day, for: viewer), day: day,
                chosen: chosen, query: query, canManage: canManage
            ).listPage()
        }
        return context.page(
            Words("Navigation", language)["people"], in: .people, main: recordListView(page))
    }

    @Sendable private static func agency(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let code = try context.segment("code")
        let chosen = try context.chosenDay()
        let day = chosen ?? context.today
        let (language, viewer, person) = (context.language, context.viewer, context.person)
        let today = context.today
        let page = try await context.site.store.read { db in
            try AgencyPeopleBuilder(
                db, code: code, day: day, chosen: chosen, language: language, viewer: viewer,
                person: person, today: today
            ).agencyPeoplePage()
        }
        return context.page(page.title, in: .agencies, main: agencyPeopleView(page))
    }

    @Sendable private static func person(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let number = try context.number("number")
        let chosen = try context.chosenDay()
        let day = chosen ?? context.today
        let (language, viewer, person) = (context.language, context.viewer, context.person)
        let today = context.today
        let page = try await context.site.store.read { db in
            try PersonBuilder(
                db, number: number, day: day, chosen: chosen, language: language, viewer: viewer,
                person: person, today: today
            ).personPage()
        }
        return context.page(page.name, in: .people, main: personView(page))
    }

    private static func file(_ format: TableFormat, _ context: AppContext) async throws -> Response
    {
        let chosen = try context.chosenDay()
        let (day, viewer) = (chosen ?? context.today, context.viewer)
        let table = try await context.site.store.read { db in
            let people = try PeopleOnDay(db, on: day, for: viewer)
            return PostColumns.all.table(people.posts.map(people.row))
        }
        return try Response.table(table, named: "people-\(day.text)", as: format)
    }

    @Sendable private static func take(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let user = try context.signedIn().user.id
        do {
            let table = try ImportedTable.read(form)
            let read = PostColumns.all.read(table, blank: PostRow())
            if form.has("confirmed") {
                let summary = try await context.site.store.write {
                    try $0.importPosts(read, by: user)
                }
                return context.redirect(to: Paths.people(), saying: summary.sentence)
            }
            let summary = try await context.site.store.read { try $0.postImport(read).summary }
            return try imports(context, table: table, summary: summary)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try imports(context, refusal: refusal)
        }
    }

    private static func imports(
        _ context: AppContext, table: CellTable? = nil, summary: ImportSummary? = nil,
        refusal: (any UserFacingError)? = nil
    ) throws -> Response {
        let language = context.language
        let builder = ImportBuilder(
            language: language, title: Bilingual(vi: "Chức vụ và vai trò", en: "Posts and roles"),
            crumb: Link(Words("Navigation", language)["people"], Paths.people()),
            path: Paths.peopleImport, columns: PostColumns.all.map(RecordKind.Heading.init),
            extra: [], token: context.formToken,
            files: ["csv", "xlsx"].map(Paths.peopleFile), table: table, summary: summary,
            refusal: refusal)
        return context.page(
            builder.title[language], in: .people, refusal: refusal,
            main: importView(builder.importPage()))
    }
}
