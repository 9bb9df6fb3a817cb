import Domain
import Store
import Support
import Testing

/// What may be done to accounts, one after the other, by whoever may and by whoever may not.
@Suite struct EveryAccountActionContract {
    private typealias Action = @Sendable (WritableDatabase, User.ID) throws -> Void

    private static let actions: [(name: String, action: Action)] = [
        ("accounts.invited", { _ = try $0.inviteAccounts(accountRows("an.nguyen|An"), by: $1) }),
        (
            "accounts.invited",
            { _ = try $0.inviteAccounts(accountRows("an.nguyen|An|an@x.gov.vn"), by: $1) }
        ),
        ("account.invited-again", { _ = try $0.renewInvitation(login: "an.nguyen", by: $1) }),
        ("account.password-reset", { _ = try $0.resetByLink(login: "an.nguyen", by: $1) }),
        ("account.closed", { try $0.closeAccount(login: "an.nguyen", by: $1) }),
        ("account.reopened", { try $0.reopenAccount(login: "an.nguyen", by: $1) }),
        (
            "account.second-factor-removed",
            { try $0.removeSecondFactor(login: "quantri", by: $1, because: "Mất điện thoại") }
        ),
        (
            "sign-in-rules.changed",
            {
                try $0.setSignInRules(
                    SignInRules(
                        idleMinutes: 60, longestHours: 24, linkHours: 24,
                        rolesWithSecondFactor: []), by: $1)
            }
        ),
    ]

    @Test(arguments: TestEngine.available)
    func `every action leaves one entry, and each begins where the last one ended`(
        _ engine: TestEngine
    ) async throws {
        let desk = try await SignInDesk.open(engine)
        let user = try await desk.user()
        _ = try await desk.setSecondFactor()
        let seq = try await desk.store.read { try $0.journalEnd().seq }
        for (_, action) in Self.actions { try await desk.store.write { try action($0, user) } }

        let (entries, verification) = try await desk.store.read {
            (Array(try $0.journalEntries().reversed()), try $0.verifyJournal())
        }

        #expect(verification.broken == nil)
        #expect(entries.filter { $0.seq > seq }.map(\.action) == Self.actions.map(\.name))
        var last: [String: String] = [:]
        for change in entries.flatMap(\.changes) where change.kind == "account" {
            #expect(change.before == last[change.record])
            last[change.record] = change.after
        }
    }

    @Test(arguments: TestEngine.available)
    func `an account without a role is refused by every action`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let user = try await desk.user()
        _ = try await desk.setSecondFactor()
        let stranger = try await desk.accepted("khach").user.id
        for (name, action) in Self.actions {
            let seq = try await desk.store.read { try $0.journalEnd().seq }
            await #expect(throws: PermissionError.self, "\(name)") {
                try await desk.store.write { try action($0, stranger) }
            }
            #expect(try await desk.store.read { try $0.journalEnd().seq } == seq)
            try await desk.store.write { try action($0, user) }
        }
    }
}
