import Domain
import Hummingbird
import Store

/// What runs behind the pages, for administrators: backups, jobs, mails.
enum OperationsRoutes {
    static func add(to router: Routes) {
        router.get("/server", .may(.manageServer), use: page)
        router.write("/server/jobs/:kind", .may(.manageServer), limits: .small, use: askForJob)
        router.write(
            "/server/mails/:id/delivery", .may(.manageServer), limits: .small, use: sendAgain)
    }

    private static let mailsPerPage = 50

    @Sendable private static func page(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (language, token, settings) = (
            context.language, context.formToken, context.site.settings
        )
        let before = context.query.optional("before").map { Mail.ID($0) }
        let page = try await context.site.store.read { db in
            let mails = try db.mails(before: before, limit: mailsPerPage + 1)
            return OperationsBuilder(
                language: language, now: db.now, token: token, settings: settings,
                state: try db.operationsState(), backups: try db.provedBackups(),
                signed: try db.journalSignatures(limit: 1).first, jobs: try db.jobs(),
                mails: Array(mails.prefix(mailsPerPage)),
                pager: pager(mails, before, language)
            ).page()
        }
        return context.page(page.title, in: .server, main: operationsView(page))
    }

    private static func pager(_ mails: [MailRecord], _ before: Mail.ID?, _ language: Language)
        -> Pager?
    {
        let hasMore = mails.count > mailsPerPage
        guard hasMore || before != nil else { return nil }
        let words = Words("Operations", language)
        let last = mails.prefix(mailsPerPage).last?.mail.id.text
        return Pager(
            text: "", label: words["mails"],
            previous: before == nil ? nil : Link(words["newest"], Paths.server),
            next: hasMore
                ? Link(words["older"], Paths.changed(Paths.server, [("before", last)])) : nil)
    }

    private static func askForJob(_ form: Form, _ context: AppContext) async throws -> Response {
        guard let kind = Job.Kind(rawValue: try context.segment("kind")) else {
            throw MissingPage(path: context.path)
        }
        try await context.site.store.askForJob(kind, by: try context.signedIn().user.id)
        return context.redirect(
            to: Paths.server,
            saying: Bilingual(
                vi: "Đã xếp việc vào hàng đợi; máy chủ làm trong vòng nửa phút.",
                en: "The job is queued; the server begins within half a minute."))
    }

    private static func sendAgain(_ form: Form, _ context: AppContext) async throws -> Response {
        let (id, user) = (Mail.ID(try context.segment("id")), try context.signedIn().user.id)
        try await context.site.store.write { try $0.sendMailAgain(id, by: user) }
        return context.redirect(
            to: Paths.server,
            saying: Bilingual(vi: "Thư sẽ được gửi lại.", en: "The mail will be sent again."))
    }
}
