import Domain
import Store
import Support
import Testing

/// `caicach check` finds what the database itself cannot.
@Suite struct CheckContract {
    @Test(arguments: TestEngine.available)
    func `a workspace as actions leave it is in order`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)

        let parts = try await office.store.read { try $0.check(.beside(":memory:")) }

        #expect(parts.map(\.part) == CheckedPart.Part.allCases)
        #expect(parts.allSatisfy { $0.problems.isEmpty })
    }

    @Test(
        arguments: TestEngine.available,
        [
            Damage(.journal, "UPDATE journal_entries SET reason = 'khác' WHERE seq = 1"),
            Damage(.columns, "UPDATE agency_versions SET sort_key = 'x' WHERE code = 'BD'"),
            Damage(
                .numbers,
                """
                INSERT INTO self_inspections (id, number, year, body_id, held_on, report_symbol,
                  version, recorded_at)
                SELECT 'S1', 7, 2021, id, '2021-03-01', '', 1, '2021-03-01T00:00:00.000Z'
                FROM agencies LIMIT 1
                """),
        ])
    func `what was damaged is named`(_ engine: TestEngine, _ damage: Damage) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.store.writeOffTheRecord { _ = try $0.run(damage.sql) }

        let parts = try await office.store.read { try $0.check(.beside(":memory:")) }

        #expect(parts.filter { !$0.problems.isEmpty }.map(\.part) == [damage.part])
    }

    struct Damage: Sendable {
        let part: CheckedPart.Part
        let sql: SQL

        init(_ part: CheckedPart.Part, _ sql: SQL) {
            self.part = part
            self.sql = sql
        }
    }
}
