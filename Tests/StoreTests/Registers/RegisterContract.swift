import Domain
import Store
import Support
import Testing

@Suite struct RegisterContract {
    private let month = "BD-SNV|09/2021|Nội vụ|10|90|50|30|5|10|5||40|20|10|một cửa"

    @Test(arguments: TestEngine.available)
    func `a month of dossiers reads back as it was recorded`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.write { _ = try $0.importLines(dossierLines(month), by: $1) }

        let found = try await office.read { try $0.lines(DossierCount.self, of: 2021) }

        let line = try #require(found.first)
        #expect(found.count == 1)
        #expect(line.body == (try await office.agency("BD-SNV")))
        #expect(line.day == day("2021-09-30"))
        #expect(
            [line.line.carried, line.line.received, line.line.onlinePayments] == [10, 90, 10])
        #expect(line.line.source == "một cửa")
    }

    @Test(arguments: TestEngine.available)
    func `the same month again changes nothing, other counts correct it`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.write { _ = try $0.importLines(dossierLines(month), by: $1) }
        let seq = try await office.journalLength()

        let same = try await office.write { try $0.importLines(dossierLines(month), by: $1) }
        #expect(same.unchanged == 1)
        #expect(try await office.journalLength() == seq)
        let changed = try await office.write {
            try $0.importLines(
                dossierLines("BD-SNV|09/2021|Nội vụ|10|91|51|30|5|10|5||40|20|10|một cửa"), by: $1)
        }
        #expect((changed.new, changed.changed) == (0, 1))
    }

    @Test(arguments: TestEngine.available)
    func `counts that do not balance are refused and nothing is written`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write {
                _ = try $0.importLines(
                    dossierLines(month, "BD-546|09/2021||1|1|1|1|1|0|0|||||"), by: $1)
            }
        }
        #expect(refusal?.problems.map { "\($0.row ?? 0) \($0.field)" }.first == "3 pending")
        #expect(try await office.read { try $0.lines(DossierCount.self, of: 2021) }.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `every register takes a line, keeps it and gives it back in its own columns`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        try await roundTrip(
            Communication.self,
            [
                "body_code": "BD-SNV", "title": "Hội nghị", "form": "meeting",
                "planned_on": "2021-03-01",
                "held_on": "2021-03-02", "reach": "120", "evidence": "12/BC",
            ], office)
        try await roundTrip(
            Initiative.self,
            [
                "body_code": "BD-SNV", "title": "Mô hình", "proposed_on": "2021-03-01",
                "pilot_place": "TP. Quy Nhơn", "pilot_from": "2021-04-01", "outcome": "stop",
                "evaluated_on": "2021-06-01", "lessons": "Thiếu máy",
            ], office)
        try await roundTrip(
            Budget.self,
            [
                "body_code": "BD-SNV", "purpose": "Tập huấn", "allotted_on": "2021-02-01",
                "assigned": "120", "allotted": "100", "spent": "80", "task_number": "3",
            ], office)
        try await roundTrip(
            Staffing.self,
            [
                "body_code": "BD-SNV", "counted_on": "2021-06-30", "full_time": "1",
                "part_time": "3",
                "trained": "12", "note": "đủ",
            ], office)
        try await roundTrip(
            OutsideIndex.self,
            [
                "body_code": "BD", "index": "SIPAS", "published_on": "2021-04-20", "value": "84,52",
                "rank": "31", "answers": "1150", "source": "Bộ Nội vụ",
            ], office)
        try await roundTrip(
            Commitment.self,
            [
                "body_code": "BD-SNV", "signer": "Giám đốc", "text": "Không quá hạn",
                "signed_on": "2021-01-20", "due_on": "2021-12-14", "done_on": "2021-10-01",
                "evidence": "99/BC",
            ], office)
        try await roundTrip(
            Milestone.self,
            [
                "body_code": "BD", "programme": "76/NQ-CP", "text": "Mốc 2021",
                "due_on": "2021-12-14",
                "targets": "II.1.a.2-1",
            ], office)
    }

    @Test(arguments: TestEngine.available)
    func `a line is corrected by its number, and the slower of two is told`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.write { _ = try $0.importLines(dossierLines(month), by: $1) }
        let old = try #require(
            try await office.read { try $0.line(DossierCount.self, numbered: 1) })
        var line = old.line
        line.source = "cổng dịch vụ công"
        let corrected = Registered(
            id: old.id, number: 1, body: old.body, day: old.day, line: line, version: old.version)
        try await office.write { try $0.correctLine(corrected, by: $1) }

        let now = try await office.read { try $0.line(DossierCount.self, numbered: 1) }
        #expect(now?.line.source == "cổng dịch vụ công")
        await #expect(throws: EditConflict.self) {
            try await office.write { try $0.correctLine(corrected, by: $1) }
        }
    }

    private func roundTrip<Line: StoredLine>(
        _ type: Line.Type, _ cells: [String: String], _ office: StandingOffice
    ) async throws {
        let table = CellTable(
            headings: Line.columns.map(\.key),
            rows: [CellTable.Row(number: 2, cells: Line.columns.map { cells[$0.key] ?? "" })])
        let read = Line.columns.read(table, blank: Line())
        #expect(read.problems.isEmpty, "\(type): \(read.problems)")
        let summary = try await office.write { try $0.importLines(read, by: $1) }
        #expect(summary.new == 1, "\(type)")
        let kept = try #require(
            try await office.read { try $0.lines(type, of: 2021) }.first, "\(type)")
        var line = kept.line
        line.bodyCode = cells["body_code"]
        let written = Line.columns.table([line])
        let again = Line.columns.read(written, blank: Line())
        let same = try await office.write { try $0.importLines(again, by: $1) }
        #expect((same.new, same.unchanged) == (0, 1), "\(type)")
    }
}

/// An initiative that is to be replicated by the bodies with these codes.
func replicated(_ codes: String) -> String {
    [
        "BD-SNV", "Mô hình một cửa", "2021-03-01", "TP. Quy Nhơn", "2021-04-01", "2021-05-01",
        "2021-06-01", "Thiếu máy quét", "replicate", "các huyện", codes, "2021-12-01", "", "",
    ].joined(separator: "|")
}

func dossierLines(_ lines: String...) -> ReadRows<DossierCount> {
    DossierCount.columns.lines(lines, DossierCount())
}
