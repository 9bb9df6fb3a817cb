import Domain
import Store
import Support
import Testing

@Suite struct PermissionContract {
    @Test(arguments: TestEngine.available)
    func `the first account may manage plans on any day`(_ engine: TestEngine) async throws {
        let store = try await engine.open()
        let user = try await firstUser(store)

        try await store.read { try $0.require(.managePlans, of: user.id, on: Day(number: 0)) }
    }

    @Test(arguments: TestEngine.available)
    func `a role does not reach beyond its last day`(_ engine: TestEngine) async throws {
        let store = try await engine.open()
        let user = try await firstUser(store)
        let end = try #require(Day("2021-06-01"))
        try await store.writeOffTheRecord {
            _ = try $0.run("UPDATE account_roles SET until_on = \(end)")
        }

        try await store.read { try $0.require(.managePlans, of: user.id, on: end - 1) }
        await #expect(throws: PermissionError.notAllowed(.managePlans)) {
            try await store.read { try $0.require(.managePlans, of: user.id, on: end) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a role in one agency does not reach another`(_ engine: TestEngine) async throws {
        let store = try await engine.open()
        let user = try await firstUser(store)
        let agency: Agency.ID = Identifier("A")
        try await store.writeOffTheRecord {
            _ = try $0.run("UPDATE account_roles SET agency = \(agency)")
        }

        try await store.read { try $0.require(.managePlans, of: user.id, in: agency) }
        await #expect(throws: PermissionError.notAllowed(.managePlans)) {
            try await store.read { try $0.require(.managePlans, of: user.id) }
        }
        await #expect(throws: PermissionError.notAllowed(.managePlans)) {
            try await store.read { try $0.require(.managePlans, of: user.id, in: Identifier("B")) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `an unknown account may do nothing`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        await #expect(throws: PermissionError.unknownUser) {
            try await store.read { try $0.require(.managePlans, of: Identifier("nobody")) }
        }
    }

    @Test func `every permission has a code of its own`() {
        let codes = PermissionTable.all.map(\.code)

        #expect(Set(codes).count == codes.count)
    }
}

private func firstUser(_ store: Store) async throws -> User {
    let first = try #require(try await store.createFirstAdministrator())
    return try #require(try await store.read { try $0.user(login: first.login) })
}
