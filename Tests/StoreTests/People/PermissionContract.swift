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
            _ = try $0.run("UPDATE posts SET until_on = \(end)")
        }

        try await store.read { try $0.require(.managePlans, of: user.id, on: end - 1) }
        await #expect(throws: PermissionError.notAllowed(.managePlans)) {
            try await store.read { try $0.require(.managePlans, of: user.id, on: end) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a role in one agency does not reach another`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let (own, other) = (try await office.agency("BD-540"), try await office.agency("BD-546"))
        let below = try await office.agency("BD-21550")
        let officer = try await office.person("Nguyễn Văn An", .officer, in: own)

        try await office.read {
            try $0.require(.declarePlans, of: officer, inEach: [own, below])
        }
        for agency in [other, nil] {
            await #expect(throws: PermissionError.notAllowed(.declarePlans, in: agency)) {
                try await office.read { try $0.require(.declarePlans, of: officer, in: agency) }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `what a body that is no more left behind is within reach of its heir`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let (old, heir) = (try await office.agency("BD-21796"), try await office.agency("BD-21802"))
        let officer = try await office.person("Nguyễn Văn An", .officer, in: heir)
        let end = day("2021-09-01")
        try await office.store.writeOffTheRecord {
            _ = try $0.run(
                "UPDATE agency_versions SET until_on = \(end) WHERE agency_id = \(old)")
        }
        await #expect(throws: PermissionError.self) {
            try await office.read {
                try $0.require(.declarePlans, of: officer, in: old, on: day("2021-10-15"))
            }
        }
        try await office.write {
            try $0.confirmSuccession(
                Succession(from: old, to: heir, day: end, kind: .merged, basis: "minh hoạ"), by: $1)
        }
        try await office.read {
            try $0.require(.declarePlans, of: officer, in: old, on: day("2021-10-15"))
        }
    }

    @Test(arguments: TestEngine.available)
    func `an unknown account may do nothing`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        await #expect(throws: PermissionError.unknownUser) {
            try await store.read { try $0.require(.managePlans, of: Identifier("nobody")) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `who could give a role is named, the nearest the law lets`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let body = try await office.agency("BD-540")
        _ = try await office.person("Nguyễn Văn An", .officer, in: body)

        let grantors = try await office.read { try $0.grantors(for: body, on: day("2021-10-15")) }

        #expect(grantors.map(\.person.id) == [office.user])
    }
}

private func firstUser(_ store: Store) async throws -> User {
    let first = try #require(try await store.createFirstAdministrator())
    return try #require(try await store.read { try $0.user(login: first.login) })
}
