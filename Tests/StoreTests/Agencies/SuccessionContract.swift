import Domain
import Store
import Support
import Testing

@Suite struct SuccessionContract {
    @Test(arguments: TestEngine.available)
    func `a confirmed link of any kind reads back`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        var links: Set<Succession> = []
        for (kind, heir) in zip(
            Succession.Kind.allCases, ["BD", "BD-SNV", "BD-540", "BD-546", "BD-21802"])
        {
            let link = try await office.link("BD-21796", heir, kind)
            links.insert(link)
            try await office.write { try $0.confirmSuccession(link, by: $1) }
        }

        #expect(Set(try await office.read { try $0.successions() }) == links)
        #expect(links.count == Succession.Kind.allCases.count)
    }

    @Test(arguments: TestEngine.available)
    func `a link is told of in the history of both bodies`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let link = try await office.link("BD-21796", "BD-21802")
        let seq = try await office.journalLength()
        try await office.write { try $0.confirmSuccession(link, by: $1) }

        let entry = try #require(try await office.journal(since: seq).first)

        #expect(entry.action == "agency.succeeded")
        #expect(entry.changes.map(\.record) == [link.from.text, link.to.text])
    }

    @Test(arguments: TestEngine.available)
    func `confirming a link twice changes nothing`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let link = try await office.link("BD-21796", "BD-21802")
        try await office.write { try $0.confirmSuccession(link, by: $1) }
        let seq = try await office.journalLength()
        try await office.write { try $0.confirmSuccession(link, by: $1) }

        #expect(try await office.journalLength() == seq)
    }

    @Test(arguments: TestEngine.available)
    func `a body does not succeed itself`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let link = try await office.link("BD-21796", "BD-21796")

        await #expect(throws: AgencyError.succeedsItself) {
            try await office.write { try $0.confirmSuccession(link, by: $1) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a body that nobody knows succeeds nobody`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let link = Succession(
            from: try await office.agency("BD-21796"), to: Agency.ID("nobody"),
            day: day("2025-07-01"),
            kind: .merged, basis: "")

        await #expect(throws: MissingRecord.self) {
            try await office.write { try $0.confirmSuccession(link, by: $1) }
        }
    }
}

extension StandingOffice {
    fileprivate func link(
        _ from: String, _ to: String, _ kind: Succession.Kind = .merged
    ) async throws -> Succession {
        Succession(
            from: try await agency(from), to: try await agency(to), day: day("2025-07-01"),
            kind: kind,
            basis: "Nghị quyết minh họa")
    }
}
