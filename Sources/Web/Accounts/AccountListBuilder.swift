import Domain

/// Makes the pages of accounts from what was found.
struct AccountListBuilder {
    let context: AppContext
    /// What the bodies are called.
    let names: [Agency.ID: String]

    private var language: Language { context.language }
    private var words: Words { Words("Accounts", language) }
    private var mayManage: Bool {
        context.person?.roles.contains {
            Permission.manageAccounts.roles.contains($0.role) && $0.tenure.contains(context.today)
        } ?? false
    }

    func list(_ accounts: [ListedAccount], find: String, after: String, hasMore: Bool)
        -> AccountListPage
    {
        let last = accounts.last?.user.login ?? ""
        let isFirst = after.isEmpty
        return AccountListPage(
            language: language, title: words["accounts"], lede: words["accounts-lede"],
            links: mayManage
                ? [
                    Link(words["invite"], Paths.newAccount),
                    Link(words["invite-list"], Paths.accountImport),
                    Link(words["rules"], Paths.signInRules),
                ] : [],
            findPath: Paths.accounts, find: find, rows: accounts.map(row),
            pager: isFirst && !hasMore
                ? nil
                : Pager(
                    text: words("shown", ["count": Written.number(accounts.count, language)]),
                    label: words["pages"],
                    previous: isFirst
                        ? nil
                        : Link(words["first-page"], Paths.accounts(matching: find, after: "")),
                    next: hasMore
                        ? Link(words["next-page"], Paths.accounts(matching: find, after: last))
                        : nil))
    }

    private func row(_ account: ListedAccount) -> AccountListPage.Row {
        AccountListPage.Row(
            name: Link(account.user.name, Paths.account(account.user.login)),
            login: account.user.login, body: body(account.user.agency), roles: roles(account),
            state: badge(account), seen: account.seenAt.map(moment) ?? "")
    }

    func account(
        _ account: ListedAccount, code: String, history: [HistoryEntry], typed: Form?,
        refusal: (any UserFacingError)?
    ) -> AccountPage {
        let facts = [
            (words["login"], account.user.login), (words["mail"], account.mail ?? words["none"]),
            (words["body"], body(account.user.agency)), (words["roles"], roles(account)),
            (words["factor"], words[account.hasSecondFactor ? "factor-on" : "factor-off"]),
            (words["seen"], account.seenAt.map(moment) ?? words["none"]),
        ]
        let mailing: [(String, String)] =
            switch account.mailing {
            case .sent(let at): [(words["mailing"], words("mailing-sent", ["at": moment(at)]))]
            case .failed(let at): [(words["mailing"], words("mailing-failed", ["at": moment(at)]))]
            case nil: []
            }
        return AccountPage(
            language: language,
            crumbs: [Link(words["accounts"], Paths.accounts), Link(account.user.login)],
            title: account.user.name, state: badge(account), token: context.formToken,
            facts: (facts + mailing).map { OwnAccountPage.Fact(name: $0.0, value: $0.1) },
            problem: refusal?.message[language], actions: actions(on: account),
            fields: mayManage ? fields(account, code, typed, refusal) : [],
            path: Paths.account(account.user.login), history: history)
    }

    private func fields(
        _ account: ListedAccount, _ code: String, _ typed: Form?,
        _ refusal: (any UserFacingError)?
    ) -> [Field] {
        let now = ["name": account.user.name, "mail": account.mail ?? "", "agency_code": code]
        return AccountColumns.all.compactMap { column in
            now[column.key].map { value in
                Field(
                    name: column.key, label: column.heading[language],
                    value: typed?.text(column.key) ?? value,
                    problems: refusal?.problems.filter { $0.field == column.key }.map {
                        $0.message[language]
                    } ?? [], isRequired: column.isRequired, autocomplete: "off")
            }
        }
    }

    private func actions(on account: ListedAccount) -> [AccountPage.Action] {
        let login = account.user.login
        var actions: [AccountPage.Action] = []
        func offer(_ key: String, _ path: String, takesReason: Bool = true) {
            actions.append(
                AccountPage.Action(
                    key: key, title: words["do-\(key)"], detail: words["do-\(key)-detail"],
                    path: path, takesReason: takesReason))
        }
        if account.state == .closed {
            if mayManage { offer("open", Paths.account(login, "opening")) }
            return actions
        }
        if account.state != .active, mayManage {
            offer("invite", Paths.account(login, "invitation"), takesReason: false)
        } else {
            offer("reset", Paths.account(login, "reset"))
        }
        guard mayManage else { return actions }
        if account.hasSecondFactor {
            offer("factor", Paths.account(login, "second-factor", "removal"))
        }
        if account.user.id != context.person?.user.id {
            offer("close", Paths.account(login, "closure"))
        }
        return actions
    }

    private func badge(_ account: ListedAccount) -> Badge {
        let kind: Badge.Kind =
            switch account.state {
            case .active: .kept
            case .invited: .notDue
            case .linkExpired: .atRisk
            case .closed, .uninvited: .noData
            }
        return Badge(kind: kind, word: account.state.title[language])
    }

    private func body(_ agency: Agency.ID?) -> String {
        agency.map { names[$0] ?? words["body-unknown"] } ?? words["none"]
    }

    private func roles(_ account: ListedAccount) -> String {
        let today = context.today
        let held = account.roles.filter { $0.tenure.contains(today) }.map { held in
            held.role.title[language]
                + (held.agency.flatMap { names[$0] }.map { " (\($0))" } ?? "")
        }
        return held.isEmpty ? words["none"] : held.sorted().joined(separator: ", ")
    }

    private func moment(_ instant: Instant) -> String {
        "\(instant.day()[language]) \(instant.timeOfDay())"
    }
}
