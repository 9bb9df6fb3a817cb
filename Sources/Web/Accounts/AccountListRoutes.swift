import Domain
import Hummingbird
import Store

/// The accounts a person looks after: the list, and each with what can be done to it.
struct AccountListRoutes {
    private let site: Site

    static func add(to router: Routes, _ site: Site) {
        let routes = AccountListRoutes(site: site)
        router.get("/accounts", .may(.resetPasswordsBelow), use: routes.list)
        router.get("/accounts/:login", .may(.resetPasswordsBelow), use: routes.account)
        router.write("/accounts/:login", .may(.manageAccounts), limits: .small, use: routes.correct)
        router.write(
            "/accounts/:login/reset", .may(.resetPasswordsBelow), limits: .small, use: routes.reset)
        router.write(
            "/accounts/:login/invitation", .may(.manageAccounts), limits: .small,
            use: routes.inviteAgain)
        router.write(
            "/accounts/:login/closure", .may(.manageAccounts), limits: .small, use: routes.close)
        router.write(
            "/accounts/:login/opening", .may(.manageAccounts), limits: .small, use: routes.open)
        router.write(
            "/accounts/:login/second-factor/removal", .may(.manageAccounts), limits: .small,
            use: routes.removeFactor)
    }

    private static let pageLength = 100

    @Sendable private func list(_ request: Request, _ context: AppContext) async throws -> Response
    {
        let user = try context.signedIn().user.id
        let (find, after) = (context.query.text("find"), context.query.text("after"))
        let (accounts, names) = try await site.store.read { db in
            let accounts = try db.listedAccounts(
                matching: find, after: after, limit: Self.pageLength + 1, for: user)
            return (accounts, try db.bodyNames(of: accounts))
        }
        let builder = AccountListBuilder(context: context, names: names)
        let page = builder.list(
            Array(accounts.prefix(Self.pageLength)), find: find, after: after,
            hasMore: accounts.count > Self.pageLength)
        return context.page(page.title, in: .accounts, main: accountListView(page))
    }

    @Sendable private func account(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        try await answer(context)
    }

    private func answer(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let user = try context.signedIn().user.id
        let login = try context.segment("login")
        let (account, names, history, code) = try await site.store.read { db in
            let account = try db.listedAccount(login: login, for: user)
            let history = try HistoryEntry.entries(
                of: "account", account.user.id.text, db, context.language)
            let today = try db.workspace().today(db.now)
            let body = try account.user.agency.flatMap { agency in
                try db.agencyVersions(of: agency).last { $0.tenure.contains(today) }
            }
            return (account, try db.bodyNames(of: [account]), history, body?.code ?? "")
        }
        let page = AccountListBuilder(context: context, names: names).account(
            account, code: code, history: history, typed: typed, refusal: refusal)
        return context.page(
            account.user.name, in: .accounts, refusal: refusal, main: accountView(page))
    }

    /// Name, mail address and body, by the same rules as a list.
    @Sendable private func correct(_ form: Form, _ context: AppContext) async throws -> Response {
        let (user, login) = (try context.signedIn().user.id, try context.segment("login"))
        let fields = AccountColumns.all.filter { $0.key != "role" }
        let table = CellTable(
            headings: fields.map(\.key),
            rows: [
                CellTable.Row(
                    number: 2, cells: fields.map { $0.key == "login" ? login : form.text($0.key) })
            ])
        let rows = AccountColumns.all.read(table, blank: AccountRow())
        do {
            try await site.store.write { db in
                _ = try db.listedAccount(login: login, for: user)
                _ = try db.inviteAccounts(rows, by: user)
            }
        } catch let refusal as InvalidInput {
            return try await answer(context, typed: form, refusal: refusal)
        }
        return context.redirect(
            to: Paths.account(login),
            saying: Bilingual(vi: "Đã ghi thay đổi.", en: "The change is on record."))
    }

    @Sendable private func reset(_ form: Form, _ context: AppContext) async throws -> Response {
        try await showLink(form, context) { db, login, user, reason in
            try db.resetByLink(login: login, by: user, because: reason)
        }
    }

    @Sendable private func inviteAgain(_ form: Form, _ context: AppContext) async throws -> Response
    {
        try await showLink(form, context) { db, login, user, _ in
            try db.renewInvitation(login: login, by: user)
        }
    }

    @Sendable private func close(_ form: Form, _ context: AppContext) async throws -> Response {
        try await change(form, context) { db, login, user, reason in
            try db.closeAccount(login: login, by: user, because: reason)
        }
    }

    @Sendable private func open(_ form: Form, _ context: AppContext) async throws -> Response {
        try await change(form, context) { db, login, user, reason in
            try db.reopenAccount(login: login, by: user, because: reason)
        }
    }

    @Sendable private func removeFactor(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        try await change(form, context) { db, login, user, reason in
            try db.removeSecondFactor(login: login, by: user, because: reason)
        }
    }

    private typealias Action<Value> =
        @Sendable (WritableDatabase, _ login: String, User.ID, _ reason: String?) throws -> Value

    private func showLink(
        _ form: Form, _ context: AppContext, _ make: @escaping Action<NewAccountLink>
    ) async throws -> Response {
        let (user, login) = (try context.signedIn().user.id, try context.segment("login"))
        let reason = form.optional("reason")
        do {
            let link = try await site.store.write { try make($0, login, user, reason) }
            let page = try context.slips([link])
            return context.page(page.title, in: .accounts, main: slipView(page))
        } catch let refusal as AccountError {
            return try await answer(context, refusal: refusal)
        }
    }

    private func change(_ form: Form, _ context: AppContext, _ change: @escaping Action<Void>)
        async throws -> Response
    {
        let (user, login) = (try context.signedIn().user.id, try context.segment("login"))
        let reason = form.optional("reason")
        do {
            try await site.store.write { try change($0, login, user, reason) }
        } catch let refusal as AccountError {
            return try await answer(context, refusal: refusal)
        }
        return context.redirect(
            to: Paths.account(login),
            saying: Bilingual(vi: "Đã ghi thay đổi.", en: "The change is on record."))
    }
}

extension ReadableDatabase {
    /// Returns what the accounts' bodies are called today, by id.
    fileprivate func bodyNames(of accounts: [ListedAccount]) throws -> [Agency.ID: String] {
        let tree = try agencyTree(on: try workspace().today(now))
        let ids = accounts.flatMap { [$0.user.agency] + $0.roles.map(\.agency) }.compactMap(\.self)
        return Dictionary(ids.compactMap { id in tree.body(id).map { (id, $0.name) } }) { $1 }
    }
}
