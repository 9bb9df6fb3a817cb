import Documents
import Domain
import Hummingbird
import Reading
import Store

/// Inviting one person with a form, or many with a list: a dry run first, then the links.
struct InvitationRoutes {
    private let site: Site

    static func add(to router: Routes, _ site: Site) {
        let routes = InvitationRoutes(site: site)
        router.get("/accounts/new", .may(.manageAccounts), use: routes.page)
        router.write("/accounts", .may(.manageAccounts), limits: .small, use: routes.invite)
        router.get("/accounts/import", .may(.manageAccounts), use: routes.importPage)
        router.write("/accounts/import", .may(.manageAccounts), limits: .standard, use: routes.take)
        for format in [TableFormat.csv, .xlsx] {
            router.get(RouterPath("/accounts/template.\(format.rawValue)"), .may(.manageAccounts)) {
                _, context in
                _ = try context.signedIn()
                return try Response.table(
                    AccountColumns.all.table([AccountRow]()), named: "accounts", as: format)
            }
        }
    }

    @Sendable private func page(_ request: Request, _ context: AppContext) throws -> Response {
        try formPage(context)
    }

    /// The form is one row of a list, so both know the same rules.
    @Sendable private func invite(_ form: Form, _ context: AppContext) async throws -> Response {
        let user = try context.signedIn().user.id
        let columns = AccountColumns.all
        let table = CellTable(
            headings: columns.map(\.key),
            rows: [CellTable.Row(number: 2, cells: columns.map { form.text($0.key) })])
        do {
            let rows = columns.read(table, blank: AccountRow())
            let links = try await site.store.write { db in
                let plan = try db.accountImport(rows)
                if plan.new.isEmpty, plan.problems.isEmpty { throw taken }
                return try db.inviteAccounts(rows, by: user).links
            }
            let page = try context.slips(links)
            return context.page(page.title, in: .accounts, main: slipView(page))
        } catch let refusal as InvalidInput {
            return try formPage(context, form: form, refusal: refusal)
        }
    }

    private var taken: InvalidInput {
        InvalidInput([
            Problem(
                "login", vi: "Đã có tài khoản mang tên đăng nhập này; hãy chọn tên khác.",
                en: "There is an account with this login; choose another.")
        ])
    }

    @Sendable private func importPage(_ request: Request, _ context: AppContext) throws -> Response
    {
        try listPage(context)
    }

    @Sendable private func take(_ form: Form, _ context: AppContext) async throws -> Response {
        let user = try context.signedIn().user.id
        do {
            let table = try ImportedTable.read(form)
            let rows = AccountColumns.all.read(table, blank: AccountRow())
            if form.has("confirmed") {
                let links = try await site.store.write {
                    try $0.inviteAccounts(rows, by: user).links
                }
                let page = try context.slips(links)
                return context.page(page.title, in: .accounts, main: slipView(page))
            }
            let summary = try await site.store.read { db in
                try db.require(.manageAccounts, of: user)
                return try db.accountImport(rows).summary
            }
            return try listPage(context, table: table, summary: summary)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try listPage(context, refusal: refusal)
        }
    }

    private func listPage(
        _ context: AppContext, table: CellTable? = nil, summary: ImportSummary? = nil,
        refusal: (any UserFacingError)? = nil
    ) throws -> Response {
        _ = try context.signedIn()
        let words = Words("Accounts", context.language)
        let builder = ImportBuilder(
            language: context.language,
            title: Bilingual(vi: "Danh sách người được mời", en: "People to invite"),
            crumb: Link(words["accounts"], Paths.accounts), path: Paths.accountImport,
            columns: AccountColumns.all.map(RecordKind.Heading.init), extra: [],
            token: context.formToken, files: Paths.accountTemplates, table: table,
            summary: summary, refusal: refusal)
        return context.page(
            words["invite-list"], in: .accounts, refusal: refusal,
            main: importView(builder.importPage()))
    }

    private func formPage(_ context: AppContext, form: Form? = nil, refusal: InvalidInput? = nil)
        throws -> Response
    {
        _ = try context.signedIn()
        let words = Words("Accounts", context.language)
        let fields = AccountColumns.all.map { column in
            Field(
                name: column.key, label: column.heading[context.language],
                kind: kind(column.input, words), value: form?.text(column.key) ?? "",
                problems: refusal?.problems.filter { $0.field == column.key }.map {
                    $0.message[context.language]
                } ?? [], isRequired: column.isRequired, autocomplete: "off")
        }
        let page = InvitationPage(
            language: context.language, path: Paths.accounts, token: context.formToken,
            crumbs: [Link(words["accounts"], Paths.accounts), Link(words["invite"])],
            fields: fields,
            problems: refusal?.problems.map { $0.message[context.language] } ?? [])
        return context.page(
            words["invite"], in: .accounts, refusal: refusal, main: invitationView(page))
    }

    private func kind(_ input: ColumnInput, _ words: Words) -> Field.Kind {
        guard case .choice(let options) = input else { return .text }
        return .choice(
            [Field.Choice(value: "", text: words["no-role"])]
                + options.map {
                    Field.Choice(value: $0.value, text: $0.title[words.language])
                })
    }
}

/// The form to invite one person.
struct InvitationPage: Sendable {
    let language: Language
    let path: String
    let token: String
    let crumbs: [Link]
    let fields: [Field]
    let problems: [String]
}
