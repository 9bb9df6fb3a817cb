import Domain
import Store
import Support
import Testing

@Suite struct SubmissionContract {
    @Test(arguments: TestEngine.available)
    func `what was sent reads back word for word, and its receipt is the journal entry`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.reporting(engine)
        let agency = try await office.agency("BD-540")
        let sent = try await office.submit("Thiếu biên chế, “một cửa”", for: agency)

        let content = try await office.read { try $0.content(of: sent, round: 1) }
        let steps = try await office.read { try $0.steps(of: sent) }
        let entry = try #require(
            try await office.journal(since: 0).last { $0.action == "submission.sent" })
        #expect(content?.difficulties == "Thiếu biên chế, “một cửa”")
        #expect(steps.map(\.entry) == [entry.seq])
        #expect(entry.agency == agency)
        #expect(entry.changes.first?.after?.contains(sent.digest) == true)
    }

    @Test(arguments: TestEngine.available)
    func `what was known then stays as it was when the report is sent again`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.reporting(engine)
        let agency = try await office.agency("BD-540")
        let first = try await office.submit("Một", for: agency)
        let second = try await office.submit("Hai", for: agency, version: first.version)

        #expect(second.round == 2)
        let rounds = try await office.read { db in
            try (1...3).map { try db.content(of: second, round: $0)?.difficulties }
        }
        #expect(rounds == ["Một", "Hai", nil])
    }

    @Test(arguments: TestEngine.available)
    func `a page is prefilled with the tasks of the record and last time's words`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.reporting(engine)
        let agency = try await office.agency("BD-540")
        try await office.write {
            _ = try $0.importAgencyPlans(agencyPlanRows("BD-540|2021|1/KH|20/01/2021"), by: $1)
            _ = try $0.importAgencyTasks(agencyTaskRows("BD-540|2021|1|Tập huấn"), by: $1)
        }
        try await office.submit("Thiếu người", for: agency)
        let half = try await office.period("h1")

        let basis = try await office.read {
            try $0.submissionBasis(for: agency, in: half, on: day("2021-06-01"))
        }

        #expect(basis.content.tasks.map(\.text) == ["Tập huấn"])
        #expect(basis.content.difficulties == "Thiếu người")
        #expect(basis.wordsFrom?.code == "q1")
        #expect(basis.submission == nil)
    }

    @Test(arguments: TestEngine.available)
    func `what the page says of tasks and figures stands on the record, in the same entry`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.reporting(engine)
        let agency = try await office.agency("BD-SNV")
        let period = try await office.period()
        let seq = try await office.journalLength()
        let target = try await office.write { db, user in
            let content = try db.submissionBasis(for: agency, in: period, on: day("2021-03-08"))
                .content
            var answers = try db.page(of: agency, in: "q1", on: day("2021-03-08"))
            guard let line = content.measures.first else { return Plan.Target.ID("none") }
            answers.measures[line.target] = SubmissionAnswers.MeasureAnswer(
                numerator: 45, denominator: 50, source: "Sổ theo dõi")
            try db.submit(
                answers, for: agency, in: "q1", of: 2021, on: day("2021-03-08"), version: 0,
                by: user)
            return line.target
        }

        let figures = try await office.read { try $0.figures(of: target) }
        #expect(figures.map(\.numerator) == [45])
        #expect(figures.map(\.day) == [period.agencyLast])
        #expect(try await office.journal(since: seq).map(\.action) == ["submission.sent"])
    }

    @Test(arguments: TestEngine.available)
    func `a page with something to mend is refused whole`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.reporting(engine)
        let agency = try await office.agency("BD-SNV")
        let seq = try await office.journalLength()

        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write {
                try $0.submit(
                    SubmissionAnswers(), for: agency, in: "q1", of: 2021, on: day("2021-03-08"),
                    version: 0, by: $1)
            }
        }

        #expect(refusal?.problems.map(\.field.isEmpty).contains(true) == false)
        #expect(try await office.journalLength() == seq)
        #expect(try await office.submission(of: agency) == nil)
    }

    @Test(arguments: TestEngine.available)
    func `where the head sends it an officer cannot`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.reporting(engine)
        let agency = try await office.agency("BD-540")
        let officer = try await office.person("Cán bộ", .officer, in: agency)
        let head = try await office.person("Chủ tịch", .head, in: agency)
        let rules = ReportingRules(
            levels: .straight, sender: .head, document: .expected, timeliness: .data)
        try await office.write { try $0.setReportingRules(rules, of: 2021, by: $1) }

        await #expect(throws: SubmissionError.headNeeded) {
            try await office.submit(for: agency, by: officer)
        }
        try await office.submit(for: agency, by: head)
    }

    @Test(arguments: TestEngine.available)
    func `a saved draft is no submission and leaves no trace in the journal`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.reporting(engine)
        let agency = try await office.agency("BD-540")
        let period = try await office.period()
        let seq = try await office.journalLength()
        let user = office.user

        try await office.store.writeOffTheRecord {
            _ = try $0.saveSubmissionDraft(
                ["difficulties": "nháp"], for: agency, in: "q1", of: 2021, on: day("2021-03-08"),
                version: 0, by: user)
        }

        #expect(try await office.journalLength() == seq)
        #expect(try await office.submission(of: agency) == nil)
        let standing = try await office.read { db in
            SubmissionStanding(
                try db.submission(of: agency, in: period, for: .system), in: period, through: nil,
                .usual, on: day("2021-03-20"))
        }
        #expect(standing.state == .missing)
    }

    @Test(arguments: TestEngine.available)
    func `of two who save the same draft the second is told`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.reporting(engine)
        let agency = try await office.agency("BD-540")
        let user = office.user
        let save: @Sendable (Int) async throws -> Void = { version in
            try await office.store.writeOffTheRecord {
                _ = try $0.saveSubmissionDraft(
                    ["difficulties": "\(version)"], for: agency, in: "q1", of: 2021,
                    on: day("2021-03-08"), version: version, by: user)
            }
        }
        try await save(0)
        await #expect(throws: EditConflict.self) { try await save(0) }
        try await save(1)
        try await office.submit(for: agency)
        let period = try await office.period()
        #expect(
            try await office.read {
                try $0.submissionDraft(of: agency, in: period, by: user)
            } == nil, "a draft is gone once it is sent")
    }

    @Test(arguments: TestEngine.available)
    func `an agency sees its own and those below, and no other's`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.reporting(engine)
        for code in ["BD-540", "BD-21550", "BD-546", "BD-SNV"] {
            try await office.submit(for: office.agency(code))
        }
        let district = try await office.person("A", .officer, in: office.agency("BD-540"))
        let commune = try await office.person("B", .officer, in: office.agency("BD-21550"))
        let period = try await office.period()
        func seen(_ viewer: Viewer) async throws -> Int {
            try await office.read { try $0.submissions(in: period, for: viewer).count }
        }
        #expect(try await seen(.person(district)) == 2)
        #expect(try await seen(.person(commune)) == 1)
        #expect(try await seen(.person(office.user)) == 4)
        #expect(try await seen(.visitor) == 0)
    }
}
