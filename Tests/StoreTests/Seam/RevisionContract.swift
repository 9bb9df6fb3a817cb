import Store
import Support
import Testing

@Suite struct RevisionContract {
    @Test(arguments: TestEngine.available)
    func `a topic never raised stands at zero`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        #expect(try await store.read { try $0.revisions([.plans, .law], year: 2021) } == [0, 0])
    }

    @Test(arguments: TestEngine.available)
    func `raising a topic moves that year only`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        try await store.write { db in
            try db.raise(.inspections, year: 2021)
            try db.raise(.inspections, year: 2021)
            try db.journal("inspection.recorded", by: nil)
        }

        #expect(try await store.read { try $0.revisions([.inspections], year: 2021) } == [2])
        #expect(try await store.read { try $0.revisions([.inspections], year: 2022) } == [0])
    }

    @Test(arguments: TestEngine.available)
    func `a change of the agencies touches every year`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        try await store.write { db in
            try db.raise(.agencies, year: 2021)
            try db.journal("agency.renamed", by: nil)
        }

        #expect(
            try await store.read { try $0.revisions([.plans, .agencies], year: 2026) } == [0, 1])
    }

    @Test(arguments: TestEngine.available)
    func `each kind counts for itself, from one`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        let numbers = try await store.write { db in
            try db.journal("numbers.given", by: nil)
            return [
                try db.nextNumber("inspection"), try db.nextNumber("finding"),
                try db.nextNumber("inspection"),
            ]
        }

        #expect(numbers == [1, 1, 2])
    }
}
