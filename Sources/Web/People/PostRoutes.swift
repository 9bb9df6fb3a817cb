import Domain
import Hummingbird
import Store

/// Giving a post, putting one right, ending one.
enum PostRoutes {
    static func add(to router: Routes) {
        router.get("/posts/new", .may(.managePosts)) { _, context in try await newPost(context) }
        router.write("/posts", .may(.managePosts), use: give)
        router.get("/posts/:number", .may(.managePosts)) { _, context in try await edit(context) }
        router.write("/posts/:number", .may(.managePosts), use: correct)
    }

    private static func newPost(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let (language, today, token) = (context.language, context.today, context.formToken)
        let query = context.query
        let builder = try await context.site.store.read { db in
            var stored = PostRow()
            stored.agencyCode = query.optional("agency_code")
            if let number = Int(query.text("person_number")) {
                stored.personNumber = number
                stored.name = try db.person(numbered: number)?.name
            }
            return PostFormBuilder(
                language: language, tree: try db.agencyTree(on: today), stored: stored, post: nil,
                typed: typed, refusal: refusal, token: token)
        }
        return context.page(
            builder.title, in: .people, refusal: refusal, main: recordFormView(builder.formPage()))
    }

    @Sendable private static func give(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let user = try context.signedIn().user.id
        do {
            let read = PostColumns.all.read(PostFormBuilder.table(form), blank: PostRow())
            let summary = try await context.site.store.write { try $0.importPosts(read, by: user) }
            return context.redirect(
                to: form.optional("agency_code").map { Paths.agencyPeople($0) } ?? Paths.people(),
                saying: summary.sentence)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await newPost(context, typed: form, refusal: refusal)
        }
    }

    private static func edit(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let number = try context.number("number")
        let (language, today, token) = (context.language, context.today, context.formToken)
        let builder = try await context.site.store.read { db in
            guard let post = try db.post(numbered: number) else {
                throw MissingRecord(Bilingual(vi: "chức vụ", en: "post"), "\(number)")
            }
            let tree = try db.agencyTree(on: max(post.tenure.from, today))
            let people = try PeopleOnDay([post], db, tree: tree)
            return PostFormBuilder(
                language: language, tree: tree, stored: people.row(post), post: post, typed: typed,
                refusal: refusal, token: token)
        }
        return context.page(
            builder.title, in: .people, refusal: refusal, main: recordFormView(builder.formPage()))
    }

    @Sendable private static func correct(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        let version = form.version
        do {
            let read = PostColumns.all.read(PostFormBuilder.table(form), blank: PostRow())
            let person = try await context.site.store.write { db -> Int? in
                let corrected = try db.post(numbered: number, corrected: read, version: version)
                try db.correctPost(corrected, by: user)
                return try db.personNumbers(of: [corrected.person])[corrected.person]
            }
            return context.redirect(
                to: person.map { Paths.person($0) } ?? Paths.people(),
                saying: Bilingual(vi: "Đã ghi thay đổi.", en: "The change is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await edit(context, typed: form, refusal: refusal)
        }
    }
}
