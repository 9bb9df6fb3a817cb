import Domain
import Store
import Support
import Testing

@Suite struct FindingContract {
    private let open = "BD-540|1|Chưa công khai thủ tục|2021-05-20|2021-06-30"

    @Test(arguments: TestEngine.available)
    func `a finding reads back with the inspection that found it`(_ engine: TestEngine) async throws
    {
        let office = try await inspected(engine)
        try await office.importing(
            findingRows(
                "BD-540|1|Chưa công khai thủ tục|2021-05-20|2021-06-30|2021-06-15|45/BC-UBND"))

        let (finding, inspection) = try await office.read {
            (try $0.finding(numbered: 1), try $0.inspection(numbered: 1))
        }

        let found = try #require(finding)
        #expect(found.inspection == inspection?.id)
        #expect(found.body == (try await office.agency("BD-540")))
        #expect(found.text == "Chưa công khai thủ tục")
        #expect(
            [found.foundOn, found.dueOn, found.closedOn] == [
                day("2021-05-20"), day("2021-06-30"), day("2021-06-15"),
            ])
        #expect(found.evidence == "45/BC-UBND")
    }

    @Test(arguments: TestEngine.available)
    func `importing again changes nothing, closing it is a change`(_ engine: TestEngine)
        async throws
    {
        let office = try await inspected(engine)
        try await office.importing(findingRows(open))
        let seq = try await office.journalLength()

        #expect(try await office.importing(findingRows(open)).unchanged == 1)
        #expect(try await office.journalLength() == seq)
        let closed = try await office.importing(findingRows(open + "|2021-06-15|45/BC-UBND"))
        #expect((closed.new, closed.changed) == (0, 1))
        #expect(
            try await office.read { try $0.finding(numbered: 1) }?.closedOn == day("2021-06-15"))
    }

    @Test(arguments: TestEngine.available)
    func `an inspection of the year before may be the one that found it`(_ engine: TestEngine)
        async throws
    {
        let office = try await inspected(engine)
        try await office.importing(
            inspectionRows("BD-SNV|BD-546||2020-12-10|2020-12-10|2020-12-20|09/TB-SNV"))

        let summary = try await office.importing(
            findingRows("BD-546|2|Chậm báo cáo|2020-12-20|2021-02-01"))

        #expect(summary.new == 1)
    }

    @Test(arguments: TestEngine.available)
    func `a row with a mistake is named, and no row is written`(_ engine: TestEngine) async throws {
        let office = try await inspected(engine)
        let mistakes = [
            ("BD-540|9|Lỗi|2021-05-20|2021-06-30", "inspection_number"),
            ("BD-999|1|Lỗi|2021-05-20|2021-06-30", "body_code"),
            ("BD-540|1|Lỗi|2021-05-20|2021-05-19", "due_on"),
            ("BD-540|1|Lỗi|2021-05-20|2021-06-30|2021-06-15", "evidence"),
            ("BD-540|1|Lỗi|2021-05-20|2021-06-30|2021-05-15|45/BC", "closed_on"),
            ("BD-540|1||2021-05-20|2021-06-30", "text"),
            ("BD-540|1|Lỗi|2021-05-20", "due_on"),
            ("BD-540|1|Chưa công khai thủ tục|20/05/2021|2021-07-30", "text"),
        ]
        for (line, field) in mistakes {
            let refusal = await #expect(throws: InvalidInput.self) {
                try await office.importing(findingRows(open, line))
            }
            #expect(
                refusal?.problems.map { "\($0.row ?? 0) \($0.field)" } == ["3 \(field)"], "\(line)")
        }

        #expect(try await office.read { try $0.finding(numbered: 1) } == nil)
    }

    @Test(arguments: TestEngine.available)
    func `closing a finding is told as such, with its proof`(_ engine: TestEngine) async throws {
        let office = try await inspected(engine)
        try await office.importing(findingRows(open))
        let opened = try #require(try await office.read { try $0.finding(numbered: 1) })
        let seq = try await office.journalLength()
        try await office.write {
            try $0.correctFinding(opened.closed(day("2021-06-15"), "45/BC-UBND"), by: $1)
        }

        #expect(try await office.read { try $0.finding(numbered: 1) }?.evidence == "45/BC-UBND")
        #expect(try await office.journal(since: seq).map(\.action) == ["finding.closed"])
    }

    @Test(arguments: TestEngine.available)
    func `a finding does not close without proof`(_ engine: TestEngine) async throws {
        let office = try await inspected(engine)
        try await office.importing(findingRows(open))
        let opened = try #require(try await office.read { try $0.finding(numbered: 1) })

        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write {
                try $0.correctFinding(opened.closed(day("2021-06-15"), ""), by: $1)
            }
        }

        #expect(refusal?.problems.map(\.field) == ["evidence"])
    }

    @Test(arguments: TestEngine.available)
    func `of two who close at once the second is told`(_ engine: TestEngine) async throws {
        let office = try await inspected(engine)
        try await office.importing(findingRows(open))
        let opened = try #require(try await office.read { try $0.finding(numbered: 1) })
        try await office.write {
            try $0.correctFinding(opened.closed(day("2021-06-15"), "45/BC"), by: $1)
        }

        await #expect(throws: EditConflict.self) {
            try await office.write {
                try $0.correctFinding(opened.closed(day("2021-06-20"), "46/BC"), by: $1)
            }
        }
    }

    /// A province in which Sở Nội vụ has inspected Quy Nhơn: inspection 1.
    private func inspected(_ engine: TestEngine) async throws -> StandingOffice {
        let office = try await StandingOffice.open(engine)
        try await office.importing(
            inspectionRows("BD-SNV|BD-540||2021-05-10|2021-05-12|2021-05-20|07/TB-SNV"))
        return office
    }
}

extension StandingOffice {
    @discardableResult
    func importing(_ rows: ReadRows<FindingRow>) async throws -> ImportSummary {
        try await write { try $0.importFindings(rows, by: $1) }
    }
}

extension Finding {
    fileprivate func closed(_ day: Day, _ evidence: String) -> Finding {
        Finding(
            id: id, number: number, inspection: inspection, body: body, text: text,
            foundOn: foundOn,
            dueOn: dueOn, closedOn: day, evidence: evidence, version: version)
    }
}
