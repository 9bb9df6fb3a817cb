import Domain
import Store
import Support
import Testing

@Suite struct ReceivingContract {
    @Test(arguments: TestEngine.available)
    func `several are accepted in one entry`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.reporting(engine)
        var versions: [Agency.ID: Int] = [:]
        for code in ["BD-540", "BD-546", "BD-STP"] {
            let agency = try await office.agency(code)
            versions[agency] = try await office.submit(for: agency).version
        }
        let seq = try await office.journalLength()
        let all = versions

        try await office.write {
            try $0.decideSubmissions(
                SubmissionDecision(.accepted, all), in: "q1", of: 2021, on: day("2021-03-10"),
                by: $1)
        }

        let entries = try await office.journal(since: seq)
        #expect(entries.map(\.action) == ["submissions.accepted"])
        #expect(entries.first?.changes.count == 3)
        for agency in versions.keys {
            #expect(try await office.submission(of: agency)?.state == .accepted)
        }
    }

    @Test(arguments: TestEngine.available)
    func `one that was sent again meanwhile stops the whole decision`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.reporting(engine)
        let (one, other) = (try await office.agency("BD-540"), try await office.agency("BD-546"))
        let versions = [
            one: try await office.submit(for: one).version,
            other: try await office.submit(for: other).version,
        ]
        try await office.submit("Sửa", for: other, version: 1)

        await #expect(throws: EditConflict.self) {
            try await office.write {
                try $0.decideSubmissions(
                    SubmissionDecision(.accepted, versions), in: "q1", of: 2021,
                    on: day("2021-03-10"), by: $1)
            }
        }

        #expect(try await office.submission(of: one)?.state == .submitted)
    }

    @Test(arguments: TestEngine.available)
    func `what was sent back is sent again and its reason stays`(_ engine: TestEngine) async throws
    {
        let office = try await StandingOffice.reporting(engine)
        let agency = try await office.agency("BD-540")
        let sent = try await office.submit(for: agency)
        try await office.write {
            try $0.decideSubmissions(
                SubmissionDecision(.returned, [agency: sent.version], because: "thiếu số liệu"),
                in: "q1", of: 2021, on: day("2021-03-10"), by: $1)
        }
        let again = try await office.submit(for: agency, version: sent.version + 1)

        #expect(again.round == 2)
        let steps = try await office.read { try $0.steps(of: again) }
        #expect(steps.map(\.kind) == [.submitted, .returned, .submitted])
        #expect(steps.map(\.reason) == [nil, "thiếu số liệu", nil])
    }

    @Test(arguments: TestEngine.available)
    func `level by level the superior takes it up first`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.reporting(engine)
        let rules = ReportingRules(
            levels: .levelByLevel, sender: .officer, document: .expected, timeliness: .data)
        try await office.write { try $0.setReportingRules(rules, of: 2021, by: $1) }
        let district = try await office.agency("BD-540")
        let commune = try await office.agency("BD-21550")
        let officer = try await office.person("A", .officer, in: district)
        let sent = try await office.submit(for: commune)
        #expect(sent.desk == district)
        let decide: @Sendable (User.ID, Int, String) async throws -> Void = {
            person, version, reason in
            try await office.store.write {
                try $0.decideSubmissions(
                    SubmissionDecision(.accepted, [commune: version], because: reason),
                    in: "q1", of: 2021, on: day("2021-03-10"), by: person)
            }
        }

        await #expect(throws: SubmissionError.self) { try await decide(office.user, 1, "") }
        try await decide(officer, 1, "")
        #expect(try await office.submission(of: commune)?.desk == nil)
        await #expect(throws: PermissionError.self) { try await decide(officer, 2, "") }
        try await decide(office.user, 2, "")
        #expect(try await office.submission(of: commune)?.state == .accepted)
    }

    @Test(arguments: TestEngine.available)
    func `a district's own report goes straight to the standing office`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.reporting(engine)
        let rules = ReportingRules(
            levels: .levelByLevel, sender: .officer, document: .expected, timeliness: .data)
        try await office.write { try $0.setReportingRules(rules, of: 2021, by: $1) }
        #expect(try await office.submit(for: office.agency("BD-540")).desk == nil)
    }

    @Test(arguments: TestEngine.available)
    func `the signed document is entered beside the data and may be put right`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.reporting(engine)
        let agency = try await office.agency("BD-540")
        let sent = try await office.submit(for: agency)
        for (position, symbol) in ["12/BC", "12/BC-UBND"].enumerated() {
            try await office.write {
                try $0.recordSignedDocument(
                    SignedDocument(
                        symbol: symbol, signedOn: day("2021-03-09"),
                        recordedOn: day("2021-03-10")), for: agency, in: "q1", of: 2021,
                    version: sent.version + position, by: $1)
            }
        }
        #expect(try await office.submission(of: agency)?.document?.symbol == "12/BC-UBND")
    }
}
