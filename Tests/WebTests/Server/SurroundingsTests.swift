import Domain
import Store
import Testing

@testable import Web

@Suite struct SurroundingsTests {
    @Test func `what an action changes about the workspace is seen by the next request`()
        async throws
    {
        let site = try await TestSite()
        #expect(try await site.get("/sign-in").text.contains("Tỉnh Thử"))
        try await site.store.write { db in
            let name = Bilingual(vi: "Tỉnh Mới", en: "New Province")
            try db.setWorkspace(Workspace(name: name, readableByVisitors: true), by: nil)
        }
        #expect(try await site.get("/sign-in").text.contains("Tỉnh Mới"))
    }

    @Test func `what an action makes stale is stale for the next request`() async throws {
        let site = try await TestSite()
        let question = Visit.Question(token: nil, year: 2021)
        let before = try await site.site.visit(question)
        try await site.store.write { db in
            try db.setPlanYear(PlanYear.usual(2021), by: nil)
        }
        let after = try await site.site.visit(question)
        #expect((after.revisions[.plans] ?? 0) == (before.revisions[.plans] ?? 0) + 1)
        #expect(after.ownYears.map(\.year) == [2021])
    }
}
