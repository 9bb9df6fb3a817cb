import Domain
import Store
import Support
import Testing

@Suite struct InvitationContract {
    private static let password = "con trâu đi trước"

    @Test(arguments: TestEngine.available)
    func `the link opens the account with the password chosen, once`(_ engine: TestEngine)
        async throws
    {
        let desk = try await SignInDesk.open(engine)
        let link = try await desk.invited("an.nguyen", role: .standingOffice)

        let person = try await desk.accept(link)

        #expect(person.user.login == "an.nguyen")
        #expect(person.roles.map(\.role) == [.standingOffice])
        #expect(!person.mustChangePassword)
        await #expect(throws: AccountError.linkNotValid) { try await desk.accept(link) }
        _ = try await desk.begin(password: Self.password, login: "an.nguyen")
    }

    @Test(arguments: TestEngine.available)
    func `before the link is used no password opens the account`(_ engine: TestEngine) async throws
    {
        let desk = try await SignInDesk.open(engine)
        _ = try await desk.invited("an.nguyen")

        for password in ["-", "", Self.password] {
            await #expect(throws: SignInError.refused) {
                try await desk.begin(password: password, login: "an.nguyen")
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `of two who use the link at once one gets in`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let link = try await desk.invited("an.nguyen")

        let accepted = await withTaskGroup { group in
            for _ in 0..<5 { group.addTask { (try? await desk.accept(link)) != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }

        #expect(accepted == 1)
    }

    @Test(arguments: TestEngine.available)
    func `the link runs out after the hours of the workspace's rules`(_ engine: TestEngine)
        async throws
    {
        let desk = try await SignInDesk.open(engine)
        let link = try await desk.invited("an.nguyen")

        desk.clock.advance(seconds: 72 * 3_600 - 1)
        #expect(try await desk.store.read { try $0.accountLink(link.secret) } == link.link)
        desk.clock.advance(seconds: 1)

        await #expect(throws: AccountError.linkNotValid) { try await desk.accept(link) }
    }

    @Test(arguments: TestEngine.available)
    func `a new link takes the old one's place`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let (old, user) = (try await desk.invited("an.nguyen"), try await desk.user())

        let new = try await desk.store.write {
            try $0.renewInvitation(login: "an.nguyen", by: user)
        }

        await #expect(throws: AccountError.linkNotValid) { try await desk.accept(old) }
        _ = try await desk.accept(new)
    }

    @Test(arguments: TestEngine.available)
    func `an account in use is not invited again`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        _ = try await desk.accepted("an.nguyen")
        let user = try await desk.user()

        await #expect(throws: AccountError.notInUse) {
            try await desk.store.write { try $0.renewInvitation(login: "an.nguyen", by: user) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `an easy password leaves the link as it was`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let link = try await desk.invited("an.nguyen")

        await #expect(throws: InvalidInput.self) {
            try await desk.store.acceptLink(
                link.secret, password: "an.nguyen an.nguyen", from: desk.origin)
        }

        _ = try await desk.accept(link)
    }

    @Test(arguments: TestEngine.available)
    func `a list invites everybody or, with one fault, nobody`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let user = try await desk.user()
        let faulty = accountRows("an.nguyen|An", "binh tran|Bình", "chi.le|Chi||KHONG-CO")

        let error = await #expect(throws: InvalidInput.self) {
            try await desk.store.write { _ = try $0.inviteAccounts(faulty, by: user) }
        }

        #expect(error?.problems.map(\.row) == [3, 4])
        #expect(error?.problems.map(\.field) == ["login", "agency_code"])
        #expect(try await desk.store.read { try $0.user(login: "an.nguyen") } == nil)
    }

    @Test(arguments: TestEngine.available)
    func `the same list a second time changes nothing and makes no links`(_ engine: TestEngine)
        async throws
    {
        let desk = try await SignInDesk.open(engine)
        let user = try await desk.user()
        let list = accountRows("an.nguyen|An|an@x.gov.vn", "binh.tran|Bình|||standingOffice")
        let links = try await desk.store.write { try $0.inviteAccounts(list, by: user).links }
        #expect(links.map(\.mail) == ["an@x.gov.vn", nil])
        let seq = try await desk.store.read { try $0.journalEnd().seq }

        let (summary, again) = try await desk.store.write {
            try $0.inviteAccounts(list, by: user)
        }

        #expect(summary.unchanged == 2 && again.isEmpty)
        #expect(try await desk.store.read { try $0.journalEnd().seq } == seq)
    }

    @Test(arguments: TestEngine.available)
    func `a list of two thousand goes in as one entry`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let user = try await desk.user()
        let lines = (0..<2_000).map { "nguoi.\($0)|Người \($0)" }
        let list = AccountColumns.all.lines(lines, AccountRow())

        let summary = try await desk.store.write { try $0.inviteAccounts(list, by: user).summary }

        #expect(summary.new == 2_000)
        let listed = try await desk.store.read {
            try $0.listedAccounts(after: "nguoi.5", limit: 100, for: user)
        }
        #expect(listed.count == 100 && listed.allSatisfy { $0.state == .invited })
    }

    @Test(arguments: TestEngine.available)
    func `an account without permission invites nobody`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let person = try await desk.accepted("an.nguyen", role: .standingOffice)

        await #expect(throws: PermissionError.notAllowed(.manageAccounts)) {
            try await desk.store.write {
                _ = try $0.inviteAccounts(accountRows("b.tran|B"), by: person.user.id)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `the journal tells who was invited and who accepted, and no secret`(_ engine: TestEngine)
        async throws
    {
        let desk = try await SignInDesk.open(engine)
        let link = try await desk.invited("an.nguyen")
        let person = try await desk.accept(link)

        let entries = try await desk.store.read { try $0.journalEntries() }

        #expect(
            entries.map(\.action) == ["account.accepted", "accounts.invited", "account.created"])
        #expect(entries.first?.actor == person.user.id)
        #expect(!"\(entries)".contains(link.secret) && !"\(entries)".contains("scrypt"))
    }

    @Test(arguments: TestEngine.available)
    func `what became of the mail is on the account`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let (link, user) = (try await desk.invited("an.nguyen"), try await desk.user())

        try await desk.store.noteMailing(of: link.link.id, fault: "sendmail: no such user")

        let account = try await desk.store.read {
            try $0.listedAccount(login: "an.nguyen", for: user)
        }
        #expect(account.mailing == .failed(desk.clock.now))
    }
}

@Suite struct PasswordResetContract {
    @Test(arguments: TestEngine.available)
    func `the superior's officer resets a password below, and the old one is gone`(
        _ engine: TestEngine
    ) async throws {
        let office = try await SmallProvince.open(engine)

        let link = try await office.reset("canhhiep", by: "huyen")

        let desk = office.desk
        await #expect(throws: SignInError.refused) {
            try await desk.begin(password: SignInDesk.chosen, login: "canhhiep")
        }
        #expect(try await desk.accept(link, "cái cày theo sau").user.login == "canhhiep")
    }

    @Test(
        arguments: TestEngine.available,
        [
            ("huyen", "huyenkhac"), ("huyen", "tinh"), ("huyen", "huyen"), ("canhhiep", "huyen"),
            ("huyen", "quantri"),
        ])
    func `nobody resets a password beside, above, of their own body or of an administrator`(
        _ engine: TestEngine, _ pair: (officer: String, account: String)
    ) async throws {
        let office = try await SmallProvince.open(engine)

        await #expect(throws: AccountError.outOfReach) {
            try await office.reset(pair.account, by: pair.officer)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a reset ends the sessions and leaves the second factor`(_ engine: TestEngine) async throws
    {
        let office = try await SmallProvince.open(engine)
        let desk = office.desk
        let step = try await desk.begin(password: SignInDesk.chosen, login: "canhhiep")
        guard case .done(let person, _) = step else {
            Issue.record("no second factor yet")
            return
        }
        _ = try await desk.setSecondFactor(of: person)

        let link = try await office.reset("canhhiep", by: "huyen")

        #expect(try await desk.store.read { try $0.signedIn(person.token) } == nil)
        let next = try await desk.store.acceptLink(
            link.secret, password: "cái cày theo sau", from: desk.origin)
        guard case .code = next else {
            Issue.record("the second factor was passed over")
            return
        }
    }

    @Test(arguments: TestEngine.available)
    func `an officer is shown the accounts below and no others`(_ engine: TestEngine) async throws {
        let office = try await SmallProvince.open(engine)
        let officer = try await office.user("huyen")

        let listed = try await office.desk.store.read { try $0.listedAccounts(for: officer) }

        #expect(listed.map(\.user.login) == ["canhhiep"])
        await #expect(throws: MissingRecord.self) {
            try await office.desk.store.read {
                _ = try $0.listedAccount(login: "quantri", for: officer)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `without a role nobody resets or sees any account`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let person = try await desk.accepted("an.nguyen", role: .standingOffice)

        await #expect(throws: PermissionError.self) {
            try await desk.store.write {
                _ = try $0.resetByLink(login: "quantri", by: person.user.id)
            }
        }
        await #expect(throws: PermissionError.self) {
            try await desk.store.read { _ = try $0.listedAccounts(for: person.user.id) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a closed account lets nobody in until it is opened again`(_ engine: TestEngine)
        async throws
    {
        let desk = try await SignInDesk.open(engine)
        let (person, user) = (try await desk.accepted("an.nguyen"), try await desk.user())

        try await desk.store.write {
            try $0.closeAccount(login: "an.nguyen", by: user, because: "Nghỉ hưu")
        }

        #expect(try await desk.store.read { try $0.signedIn(person.token) } == nil)
        await #expect(throws: SignInError.refused) {
            try await desk.begin(password: SignInDesk.chosen, login: "an.nguyen")
        }
        try await desk.store.write { try $0.reopenAccount(login: "an.nguyen", by: user) }
        _ = try await desk.begin(password: SignInDesk.chosen, login: "an.nguyen")
    }

    @Test(arguments: TestEngine.available)
    func `nobody closes their own account`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let user = try await desk.user()

        await #expect(throws: AccountError.ownAccount) {
            try await desk.store.write { try $0.closeAccount(login: "quantri", by: user) }
        }
    }
}

/// A province, two districts and a commune, each with an officer.
private struct SmallProvince: Sendable {
    let desk: SignInDesk

    static func open(_ engine: TestEngine) async throws -> SmallProvince {
        let desk = try await SignInDesk.open(engine)
        let user = try await desk.user()
        let bodies = agencyRows(
            "BD|Tỉnh Bình Định|province", "BD-1|Huyện Vân Canh|district|BD",
            "BD-2|Huyện Tây Sơn|district|BD", "BD-11|Xã Canh Hiệp|commune|BD-1")
        let people = accountRows(
            "tinh|Người tỉnh||BD|officer", "huyen|Người huyện||BD-1|officer",
            "huyenkhac|Người huyện khác||BD-2|officer", "canhhiep|Người xã||BD-11|officer")
        let links = try await desk.store.write { db in
            _ = try db.importAgencies(bodies, from: day("2016-01-01"), by: user)
            return try db.inviteAccounts(people, by: user).links
        }
        for link in links { _ = try await desk.accept(link) }
        return SmallProvince(desk: desk)
    }

    func user(_ login: String) async throws -> User.ID {
        try #require(try await desk.store.read { try $0.user(login: login) }).id
    }

    func reset(_ login: String, by officer: String) async throws -> NewAccountLink {
        let officer = try await user(officer)
        return try await desk.store.write { try $0.resetByLink(login: login, by: officer) }
    }
}

/// "login|name|mail|agency code|role", as many as are needed.
func accountRows(_ lines: String...) -> ReadRows<AccountRow> {
    AccountColumns.all.lines(lines, AccountRow())
}

extension SignInDesk {
    static let chosen = "con trâu đi trước"

    func invited(_ login: String, role: Role? = nil) async throws -> NewAccountLink {
        let user = try await user()
        let rows = accountRows("\(login)|Người \(login)|||\(role?.rawValue ?? "")")
        let links = try await store.write { try $0.inviteAccounts(rows, by: user).links }
        return try #require(links.first)
    }

    func accept(_ link: NewAccountLink, _ password: String = chosen) async throws -> SignedIn {
        let step = try await store.acceptLink(link.secret, password: password, from: origin)
        guard case .done(let person, _) = step else { throw SignInError.codeNeeded }
        return person
    }

    func accepted(_ login: String, role: Role? = nil) async throws -> SignedIn {
        try await accept(try await invited(login, role: role))
    }
}
