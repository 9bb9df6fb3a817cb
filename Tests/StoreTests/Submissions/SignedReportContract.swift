import Domain
import Foundation
import Store
import Support
import Testing

/// The signed document of a report with its file, and a report sent twice.
@Suite struct SignedReportContract {
    private static let signed = SignedDocument(
        symbol: "12/BC-UBND", signedOn: day("2021-03-09"), recordedOn: day("2021-03-10"))

    @Test(arguments: TestEngine.available)
    func `the signed document's file is evidence of the report, in the same entry`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.reporting(engine)
        let agency = try await office.agency("BD-540")
        let sent = try await office.submit(for: agency)
        let upload = try await Self.upload("một", office)
        let seq = try await office.journalLength()

        try await office.write {
            try $0.recordSignedDocument(
                Self.signed, with: upload, for: agency, in: "q1", of: 2021, version: sent.version,
                by: $1)
        }

        let kept = try #require(try await office.submission(of: agency)?.document)
        #expect(kept.file == upload.file.sha256)
        let proof = try await office.read {
            try $0.evidence(of: Evidence.Subject(.submission, sent.id.text), for: .system)
        }
        #expect(proof.map(\.evidence.symbol) == ["12/BC-UBND"])
        #expect(
            try await office.journal(since: seq).map(\.action) == ["submission.documented"])
    }

    @Test(arguments: TestEngine.available)
    func `a file given for the report before stands when symbol and date are entered`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.reporting(engine)
        let agency = try await office.agency("BD-540")
        let sent = try await office.submit(for: agency)
        let upload = try await Self.upload("một", office)
        try await office.write {
            try $0.attachEvidence(
                [upload], to: Evidence.Subject(.submission, sent.id.text), by: $1)
        }

        try await office.write {
            try $0.recordSignedDocument(
                Self.signed, for: agency, in: "q1", of: 2021, version: sent.version, by: $1)
        }

        #expect(
            try await office.submission(of: agency)?.document?.file == upload.file.sha256)
    }

    @Test(arguments: TestEngine.available)
    func `the same report sent twice by one person is one round`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.reporting(engine)
        let agency = try await office.agency("BD-540")
        let sent = try await office.submit("Một", for: agency)
        let seq = try await office.journalLength()

        let again = try await office.submit("Một", for: agency)

        #expect(again == sent)
        #expect(try await office.journalLength() == seq)
        await #expect(throws: EditConflict.self) {
            try await office.submit("Hai", for: agency)
        }
    }

    @Test(arguments: TestEngine.available)
    func `the words of work under way are not those of work done`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.reporting(engine)
        let agency = try await office.agency("BD-540")
        try await office.write {
            _ = try $0.importAgencyPlans(agencyPlanRows("BD-540|2021|1/KH|20/01/2021"), by: $1)
            _ = try $0.importAgencyTasks(agencyTaskRows("BD-540|2021|1|Tập huấn"), by: $1)
        }
        let task = try await office.write { db, user in
            var answers = try db.page(of: agency, in: "q1", on: day("2021-03-08"))
            guard let task = answers.tasks.keys.first else { return Plan.Task.ID("none") }
            answers.tasks[task]?.percent = 40
            answers.tasks[task]?.result = "Đang mời giảng viên"
            try db.submit(
                answers, for: agency, in: "q1", of: 2021, on: day("2021-03-08"), version: 0,
                by: user)
            return task
        }
        let half = try await office.period("h1")
        let going = try await office.read {
            try $0.submissionBasis(for: agency, in: half, on: day("2021-06-01")).content
        }
        #expect(going.tasks.map(\.result) == ["Đang mời giảng viên"])

        try await office.write {
            try $0.recordProgress(
                [ProgressReport(task, .init(.done, on: day("2021-05-20"), note: "Đã mở 01 lớp"))],
                by: $1)
        }

        let done = try await office.read {
            try $0.submissionBasis(for: agency, in: half, on: day("2021-06-01")).content
        }
        #expect(done.tasks.map(\.result) == ["Đã mở 01 lớp"])
    }

    @Test(arguments: TestEngine.available)
    func `a file given for a task stands in the frozen page by its number`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.reporting(engine)
        let agency = try await office.agency("BD-540")
        try await office.write {
            _ = try $0.importAgencyPlans(agencyPlanRows("BD-540|2021|1/KH|20/01/2021"), by: $1)
            _ = try $0.importAgencyTasks(agencyTaskRows("BD-540|2021|1|Tập huấn"), by: $1)
        }
        let period = try await office.period()
        let content = try await office.read {
            try $0.submissionBasis(for: agency, in: period, on: day("2021-03-08")).content
        }
        let task = try #require(content.tasks.first?.task)
        let upload = try await Self.upload("một", office)
        try await office.write {
            try $0.attachEvidence([upload], to: Evidence.Subject(.task, task.text), by: $1)
        }

        let sent = try await office.submit(for: agency)

        let frozen = try await office.read { try $0.content(of: sent, round: 1) }
        #expect(frozen?.tasks.first?.evidence.map(\.number) == [1])
        #expect(frozen?.tasks.first?.evidence.map(\.sha256) == [upload.file.sha256])
        let cited = try await office.read { try $0.documents(of: agency, for: .system) }
        #expect(cited.map(\.evidence.number) == [1])
    }

    private static func upload(
        _ text: String, _ office: StandingOffice
    ) async throws -> EvidenceUpload {
        EvidenceUpload(
            try await office.store.files.keep(Data(text.utf8)), name: "\(text).pdf", type: .pdf,
            symbol: "12/BC-UBND", issuedOn: day("2021-03-09"))
    }
}
