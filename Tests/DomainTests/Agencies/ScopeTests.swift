import Domain
import Testing

@Suite struct ScopeTests {
    private let tree = Province().tree(on: day("2021-06-01"))
    private let issuer = Agency.ID("BD")

    @Test(arguments: [
        ("all", 191), ("departments", 21), ("districts", 11), ("communes", 159),
        ("departments-districts", 32), ("departments-communes", 180),
    ])
    func `the issuer is not in its own scope: 191 bodies, not 192`(_ id: String, _ count: Int)
        throws
    {
        let scope = try #require(Scope.standard(id))
        #expect(scope.members(in: tree, issuer: issuer).count == count)
    }

    @Test func `the issuer is left out even where it is named`() {
        let scope = Scope(id: Scope.ID("x"), name: Bilingual("x"), blocks: [], including: [issuer])
        #expect(scope.members(in: tree, issuer: issuer).isEmpty)
    }

    @Test func `a department that issues its own plan is left out of its block`() throws {
        let scope = try #require(Scope.standard("departments"))
        #expect(scope.members(in: tree, issuer: Agency.ID("BD-SNV")).count == 20)
    }

    @Test func `a body can be added by name`() {
        let scope = Scope(
            id: Scope.ID("x"), name: Bilingual("x"), blocks: [.departments],
            including: [Agency.ID("BD-540")])
        #expect(scope.members(in: tree, issuer: issuer).count == 22)
    }

    @Test func `a body can be left out by name`() {
        let scope = Scope(
            id: Scope.ID("x"), name: Bilingual("x"), blocks: [.departments],
            excluding: [Agency.ID("BD-SNV")])
        #expect(scope.members(in: tree, issuer: issuer).count == 20)
    }

    @Test func `a body in the list and in the block counts once`() {
        let scope = Scope(
            id: Scope.ID("x"), name: Bilingual("x"), blocks: [.departments],
            including: [Agency.ID("BD-SNV")])
        #expect(scope.members(in: tree, issuer: issuer).count == 21)
    }

    @Test func `sub-units are in no standard scope`() {
        #expect(Scope.standard.allSatisfy { !$0.blocks.contains(.units) })
    }

    @Test func `the tiers stand in the order of the blocks`() throws {
        #expect(
            try #require(Scope.standard("departments-districts")).tiers == [
                .departments, .districts,
            ])
    }
}
