import Domain
import Store
import Support
import Testing

@Suite struct InspectionContract {
    private let concluded = "BD-SNV|BD-540|thematic|2021-05-10|2021-05-12|2021-05-20|07/TB-SNV"

    @Test(arguments: TestEngine.available)
    func `an inspection reads back as its row said`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(
            inspectionRows(
                "BD-SNV|BD-540|thematic|2021-05-10|2021-05-12|2021-05-20|07/TB-SNV|2021-06-01"))

        let found = try #require(try await office.read { try $0.inspection(numbered: 1) })

        #expect(found.inspector == (try await office.agency("BD-SNV")))
        #expect(found.body == (try await office.agency("BD-540")))
        #expect(found.kind == .thematic)
        #expect(
            [found.plannedOn, found.heldOn, found.concludedOn, found.cancelledOn]
                == [day("2021-05-10"), day("2021-05-12"), day("2021-05-20"), day("2021-06-01")])
        #expect(found.conclusionSymbol == "07/TB-SNV")
        #expect(found.version == 1)
    }

    @Test(arguments: TestEngine.available)
    func `importing again changes nothing and journals nothing`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(inspectionRows(concluded))
        let seq = try await office.journalLength()

        let summary = try await office.importing(inspectionRows(concluded))

        #expect((summary.new, summary.changed, summary.unchanged) == (0, 0, 1))
        #expect(try await office.journalLength() == seq)
    }

    @Test(arguments: TestEngine.available)
    func `a later list brings the result of what was planned`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(inspectionRows("BD-SNV|BD-540||2021-05-10"))

        let summary = try await office.importing(
            inspectionRows("BD-SNV|BD-540||2021-05-10|2021-05-12|2021-05-20|07/TB-SNV"))

        #expect((summary.new, summary.changed) == (0, 1))
        let found = try #require(try await office.read { try $0.inspection(numbered: 1) })
        #expect(found.concludedOn == day("2021-05-20"))
        #expect(found.version == 2)
    }

    @Test(arguments: TestEngine.available)
    func `a number is given once and belongs to its record`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(
            inspectionRows("BD-SNV|BD-540||2021-05-10", "BD-SNV|BD-546||2021-05-11"))
        _ = try? await office.importing(
            inspectionRows("BD-SNV|BD-21550||2021-05-12", "BD-SNV|BD-999||2021-05-12"))
        try await office.importing(
            inspectionRows("BD-SNV|BD-540||2021-05-10", "BD-540|BD-21550||2022-03-01"))

        let numbers = try await office.read { db in
            try [2021, 2022].map { year in
                var numbers: [Int] = []
                try db.eachInspection(of: year) { numbers.append($0.number) }
                return numbers
            }
        }

        #expect(numbers == [[1, 2], [3]])
    }

    @Test(arguments: TestEngine.available)
    func `a row with a mistake is named, and no row is written`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let seq = try await office.journalLength()
        let mistakes = [
            ("BD-999|BD-540||2021-05-10", "inspector_code"),
            ("BD-SNV|BD-999||2021-05-10", "body_code"),
            ("BD-SNV|BD-540||31/02/2021", "planned_on"), ("BD-SNV|BD-540", "planned_on"),
            ("BD-SNV|BD-540|lạ|2021-05-10", "kind"),
            ("BD-SNV|BD-SNV||2021-05-10", "inspector_code"),
            ("BD-SNV|BD-540||2021-05-10|2021-05-12|2021-05-20", "conclusion_symbol"),
            ("BD-SNV|BD-540||2021-05-10||2021-05-20|7/TB", "held_on"),
            ("BD-SNV|BD-546||2021-01-10", "body_code"),
        ]
        for (line, field) in mistakes {
            let refusal = await #expect(throws: InvalidInput.self) {
                try await office.importing(inspectionRows("BD-SNV|BD-546||2021-01-10", line))
            }
            #expect(
                refusal?.problems.map { "\($0.row ?? 0) \($0.field)" } == ["3 \(field)"], "\(line)")
        }

        #expect(try await office.journalLength() == seq)
        #expect(try await office.read { try $0.inspection(numbered: 1) } == nil)
    }

    @Test(arguments: TestEngine.available)
    func `what is wrong in several rows is said of each, in the list's order`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)

        let result = try await office.read {
            try $0.inspectionImport(
                inspectionRows(
                    "BD-SNV|BD-SNV||2021-05-10", "BD-SNV|BD-999||2021-05-10",
                    "BD-SNV|BD-540||2021-05-10",
                    "BD-SNV|BD-540||10/05/2021", "BD-SNV|BD-540"))
        }

        #expect(result.problems.map(\.row) == [2, 3, 5, 6])
        #expect(result.problems.allSatisfy { !$0.message.vi.isEmpty && !$0.message.en.isEmpty })
    }

    @Test(arguments: TestEngine.available)
    func `a correction is kept with what it was before`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(inspectionRows(concluded))
        let old = try #require(try await office.read { try $0.inspection(numbered: 1) })
        let seq = try await office.journalLength()
        try await office.write {
            try $0.correctInspection(old.cancelled(on: day("2021-06-01")), by: $1)
        }

        let entries = try await office.journal(since: seq)
        let now = try #require(try await office.read { try $0.inspection(numbered: 1) })

        #expect(now.cancelledOn == day("2021-06-01"))
        #expect(now.version == 2)
        #expect(entries.map(\.action) == ["inspection.corrected"])
        #expect(entries.first?.changes.first?.before?.contains(#""version":1"#) == true)
        #expect(entries.first?.changes.first?.after?.contains(#""version":2"#) == true)
    }

    @Test(arguments: TestEngine.available)
    func `of two who correct at once the second is told`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(inspectionRows(concluded))
        let opened = try #require(try await office.read { try $0.inspection(numbered: 1) })
        try await office.write {
            try $0.correctInspection(opened.cancelled(on: day("2021-06-01")), by: $1)
        }

        await #expect(throws: EditConflict.self) {
            try await office.write {
                try $0.correctInspection(opened.cancelled(on: day("2021-07-01")), by: $1)
            }
        }

        #expect(
            try await office.read { try $0.inspection(numbered: 1) }?.cancelledOn
                == day("2021-06-01"))
    }

    @Test(arguments: TestEngine.available)
    func `a correction that says nothing new journals nothing`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(inspectionRows(concluded))
        let opened = try #require(try await office.read { try $0.inspection(numbered: 1) })
        let seq = try await office.journalLength()
        try await office.write { try $0.correctInspection(opened, by: $1) }

        #expect(try await office.journalLength() == seq)
    }

    @Test(arguments: TestEngine.available)
    func `a correction may not say what another record says`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(inspectionRows(concluded, "BD-SNV|BD-540||2021-09-01"))
        let second = try #require(try await office.read { try $0.inspection(numbered: 2) })

        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write {
                try $0.correctInspection(second.planned(on: day("2021-05-10")), by: $1)
            }
        }

        #expect(
            refusal?.problems.map(\.message.vi)
                == ["Cuộc kiểm tra số 1 đã ghi đúng nội dung này; hãy sửa số đó."])
    }

    @Test(arguments: TestEngine.available)
    func `an inspection moved to another year makes both years stale`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.importing(inspectionRows("BD-SNV|BD-540||2021-12-10"))
        let opened = try #require(try await office.read { try $0.inspection(numbered: 1) })
        let revisions = { @Sendable (db: ReadableDatabase) in
            try [2021, 2022].map { try db.revisions([.inspections], year: $0)[0] }
        }
        let before = try await office.read(revisions)
        try await office.write {
            try $0.correctInspection(opened.planned(on: day("2021-12-20")), by: $1)
        }

        #expect(before == [1, 0])
        #expect(try await office.read(revisions) == [2, 1])
    }

    @Test(arguments: TestEngine.available)
    func `a missing number is said to be missing`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(inspectionRows(concluded))
        let opened = try #require(try await office.read { try $0.inspection(numbered: 1) })
        let other = opened.taking(id: opened.id, number: 9, version: 1)

        await #expect(throws: MissingRecord.self) {
            try await office.write { try $0.correctInspection(other, by: $1) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `six hundred bodies in one list are read back as quickly known`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine, withBodies: false)
        let bodies = ["T|Tỉnh|province"] + (0..<600).map { "X\($0)|Xã \($0)|commune|T" }
        try await office.write {
            _ = try $0.importAgencies(
                AgencyColumns.all.lines(bodies, AgencyRow()), from: day("2020-01-01"), by: $1)
        }
        let list = InspectionColumns.all.lines(
            (0..<600).map { "T|X\($0)||2021-05-10" }, InspectionRow())
        try await office.importing(list)

        #expect(try await office.importing(list).unchanged == 600)
    }
}

extension StandingOffice {
    @discardableResult
    func importing(_ rows: ReadRows<InspectionRow>) async throws -> ImportSummary {
        try await write { try $0.importInspections(rows, by: $1) }
    }
}

extension Inspection {
    fileprivate func cancelled(on day: Day) -> Inspection {
        Inspection(
            id: id, number: number, inspector: inspector, body: body, kind: kind,
            plannedOn: plannedOn,
            heldOn: heldOn, concludedOn: concludedOn, conclusionSymbol: conclusionSymbol,
            cancelledOn: day,
            version: version)
    }

    fileprivate func planned(on day: Day) -> Inspection {
        Inspection(
            id: id, number: number, inspector: inspector, body: body, kind: kind, plannedOn: day,
            version: version)
    }
}
