import Domain
import Reading
import Store
import Support
import Testing

/// What happened on 01/7/2025, with the real lists.
///
/// Districts end, 58 communes take up codes of 2021, 50 of them under other names. Which body went where is in no list: the links here are made up.
@Suite(.enabled(if: Shared.isThere, "CAICACH_SHARED is not set"))
struct Merger2025Contract {
    private let merger = day("2025-07-01")

    @Test(arguments: TestEngine.available)
    func `districts end and 58 communes begin on 01_7_2025`(_ engine: TestEngine) async throws {
        let office = try await merged(engine)

        let counts = try await office.read { db in
            try [day("2025-06-30"), merger].map { day in
                let bodies = try db.agencyTree(on: day).bodies
                return [
                    bodies.count { $0.level == .district }, bodies.count { $0.level == .commune },
                ]
            }
        }

        #expect(counts == [[11, 159], [0, 58]])
    }

    @Test(arguments: TestEngine.available)
    func `2021 still shows 2021`(_ engine: TestEngine) async throws {
        let office = try await before(engine)
        let tree = { @Sendable (db: ReadableDatabase) in
            try db.agencyTree(on: day("2021-10-15")).bodies.map {
                "\($0.id) \($0.code) \($0.name) \($0.parent ?? -1)"
            }
        }
        let shown = try await office.read(tree)
        try await merge(office)

        #expect(try await office.read(tree) == shown)
        #expect(shown.count == 192)
    }

    @Test(arguments: TestEngine.available)
    func `a reused code is another body, for 50 of them under another name`(_ engine: TestEngine)
        async throws
    {
        let office = try await merged(engine)

        let pairs = try await office.read { db in
            let (old, new) = (
                try db.agencyTree(on: day("2021-10-15")), try db.agencyTree(on: merger)
            )
            return new.bodies.filter { $0.level == .commune }.map { body in
                (old.bodies(coded: body.code).first?.version, body.version)
            }
        }

        #expect(pairs.allSatisfy { $0.0 != nil && $0.0?.agency != $0.1.agency })
        #expect(pairs.count { $0.0?.name != $0.1.name } == 50)
        #expect(pairs.allSatisfy { $0.0?.codes == $0.1.codes })
    }

    @Test(arguments: TestEngine.available)
    func `each code suggests a successor, and names suggest others`(_ engine: TestEngine)
        async throws
    {
        let office = try await merged(engine)

        let suggestions = Succession.suggestions(
            from: try await office.read { try $0.agencyVersions() }, on: merger)

        let byCode = suggestions.filter {
            $0.grounds.contains { if case .equalCode = $0 { true } else { false } }
        }
        #expect(byCode.count == 58)
        #expect(suggestions.count > 58)
        let ngoMay = suggestions.filter { $0.to.codes["gso"] == "21901" }.map(\.from.codes)
        #expect(ngoMay.contains(["gso": "21901"]))
        #expect(ngoMay.count > 1)
    }

    @Test(arguments: TestEngine.available)
    func `made-up links that a person confirms leave both trees as they are`(_ engine: TestEngine)
        async throws
    {
        let office = try await merged(engine)
        let trees = { @Sendable (db: ReadableDatabase) in
            try [day("2021-10-15"), merger].map { try db.agencyTree(on: $0).bodies }
        }
        let shown = try await office.read(trees)
        let links = try await office.read { db in
            Succession.suggestions(from: try db.agencyVersions(), on: merger).prefix(3).map {
                Succession(
                    from: $0.from.agency, to: $0.to.agency, day: merger, kind: .merged,
                    basis: "minh họa")
            }
        }
        for link in links { try await office.write { try $0.confirmSuccession(link, by: $1) } }

        #expect(Set(try await office.read { try $0.successions() }) == Set(links))
        #expect(try await office.read(trees) == shown)
    }

    @Test(arguments: TestEngine.available)
    func `the lists import twice without a change`(_ engine: TestEngine) async throws {
        let office = try await merged(engine)
        let seq = try await office.journalLength()
        try await merge(office)

        #expect(try await office.journalLength() == seq)
    }

    private func merged(_ engine: TestEngine) async throws -> StandingOffice {
        let office = try await before(engine)
        try await merge(office)
        return office
    }

    private func before(_ engine: TestEngine) async throws -> StandingOffice {
        let office = try await StandingOffice.open(engine, withBodies: false)
        let read = AgencyColumns.all.read(try agencies2021(), blank: AgencyRow())
        try await office.write { _ = try $0.importAgencies(read, from: day("2021-01-01"), by: $1) }
        return office
    }

    /// One list ends districts and communes of 2021 and brings the 58 communes, right under the province.
    private func merge(_ office: StandingOffice) async throws {
        let old = try agencies2021().rows.filter { ["district", "commune"].contains($0.cells[2]) }
            .map { $0.cells + ["2021-01-01", "2025-07-01"] }
        let new = try TableFile.read(
            try Shared.data("domain/binh-dinh-area-communes-2025.csv"), name: "communes-2025.csv"
        ).rows.map {
            ["BD-\($0.cells[0])", $0.cells[1], "commune", "BD", $0.cells[0], "2025-07-01", ""]
        }
        let table = CellTable(
            headings: ["code", "name", "level", "parent_code", "gso_code", "from", "until"],
            rows: (old + new).enumerated().map { CellTable.Row(number: $0 + 2, cells: $1) })
        let read = AgencyColumns.all.read(table, blank: AgencyRow())
        try await office.write { _ = try $0.importAgencies(read, from: nil, by: $1) }
    }

    private func agencies2021() throws -> CellTable {
        try TableFile.read(
            try Shared.data("domain/binh-dinh-agencies-2021.csv"), name: "agencies-2021.csv")
    }
}
