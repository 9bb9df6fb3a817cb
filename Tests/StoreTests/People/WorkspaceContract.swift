import Domain
import Store
import Support
import Testing

@Suite struct WorkspaceContract {
    @Test(arguments: TestEngine.available)
    func `settings read back as they were saved`(_ engine: TestEngine) async throws {
        let store = try await engine.open()
        let sample = Workspace(
            name: Bilingual(vi: "Tỉnh Bình Định", en: "Bình Định"), fixedToday: Day("2021-10-15"),
            isMadeUp: true,
            readableByVisitors: true)

        #expect(try await store.read { try $0.workspace() } == .unnamed)
        try await store.write { try $0.setWorkspace(sample, by: nil) }

        #expect(try await store.read { try $0.workspace() } == sample)
    }

    @Test(arguments: TestEngine.available)
    func `a fixed day can be let go again`(_ engine: TestEngine) async throws {
        let store = try await engine.open()
        let name = Bilingual("Bình Định")
        try await store.write { db in
            try db.setWorkspace(
                Workspace(name: name, fixedToday: Day("2021-10-15"), isMadeUp: true), by: nil)
        }

        try await store.write { try $0.setWorkspace(Workspace(name: name), by: nil) }

        #expect(try await store.read { try $0.workspace() } == Workspace(name: name))
    }

    @Test(arguments: TestEngine.available)
    func `a year runs from 15/12 to 14/12 unless it says otherwise`(_ engine: TestEngine)
        async throws
    {
        let store = try await engine.open()
        let first = try #require(Day("2022-01-01"))
        let own = PlanYear(2022, first: first, last: first + 364, source: "01/QĐ-UBND")
        try await store.write { try $0.setPlanYear(own, by: nil) }

        let (usual, changed) = try await store.read {
            (try $0.planYear(2021), try $0.planYear(2022))
        }

        #expect(usual.first == Day("2020-12-15"))
        #expect(usual.last == Day("2021-12-14"))
        #expect(changed == own)
    }

    @Test(arguments: TestEngine.available)
    func `settings are changed by those who may`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        await #expect(throws: PermissionError.unknownUser) {
            try await store.write { try $0.setWorkspace(.unnamed, by: Identifier("nobody")) }
        }
    }
}
