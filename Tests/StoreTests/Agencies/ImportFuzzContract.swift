import Domain
import Store
import Support
import Testing

/// Lists of odd cells: each is taken or refused with its reasons, never a fault, never half.
@Suite struct ImportFuzzContract {
    @Test(arguments: TestEngine.available)
    func `any list is taken whole or refused whole`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan()
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let action = oddList(&random)
            let seq = try await office.journalLength()
            do {
                let summary = try await office.write(action)
                let isSilent = summary.new + summary.changed == 0
                #expect(
                    try await office.journalLength() == seq + (isSilent ? 0 : 1), "seed \(seed)")
            } catch let refusal as any UserFacingError {
                #expect(!refusal.message.vi.isEmpty && !refusal.message.en.isEmpty)
                #expect(try await office.journalLength() == seq, "seed \(seed)")
            }
        }
        #expect(try await office.read { try $0.verifyJournal() }.broken == nil)
        _ = try await office.read { try $0.agencyTree(on: day("2021-10-15")) }
    }
}

private let cells = [
    "", "BD", "BD-540", "BD-21550", "BD-999", "A", "B", "Xã A", "commune", "district", "làng",
    "2021-05-10",
    "10/05/2021", "31/02/2021", "1899-01-01", "2199-12-31", "0", "1", "2021",
    "99999999999999999999", "1.204", "-1",
    "met", "đúng", "planned", "e\u{301}", "é", "\u{1F600}", "'; DROP TABLE plans; --", "$1", "%",
    "🇻🇳", "\u{FEFF}",
    String(repeating: "ă", count: 3_000),
]

private func oddList(
    _ random: inout SeededGenerator
) -> @Sendable (WritableDatabase, User.ID) throws -> ImportSummary {
    let kind = Int.random(in: 0..<7, using: &random)
    let width = kind == 0 ? 8 : 10
    let lines = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<width).map { _ in cells.randomElement(using: &random) ?? "" }.joined(separator: "|")
    }
    let likely = Bool.random(using: &random)
    return { db, user in
        switch kind {
        case 0:
            let rows =
                likely
                ? lines.map {
                    "A\($0.count)|Xã A|commune|BD|"
                        + $0.split(separator: "|").prefix(2).joined(separator: "|")
                } : lines
            return try db.importAgencies(
                AgencyColumns.all.lines(rows, AgencyRow()), from: day("2021-01-01"), by: user)
        case 1:
            let rows = likely ? lines.map { "BD|BD-540|" + $0 } : lines
            return try db.importInspections(
                InspectionColumns.all.lines(cut(rows, 8), InspectionRow()), by: user)
        case 2:
            let rows = likely ? lines.map { "BD-540|" + $0 } : lines
            return try db.importSelfInspections(
                SelfInspectionColumns.all.lines(cut(rows, 4), SelfInspectionRow()), by: user)
        case 3:
            let rows = likely ? lines.map { "BD-540||" + $0 } : lines
            return try db.importFindings(
                FindingColumns.all.lines(cut(rows, 7), FindingRow()), by: user)
        case 4:
            let rows = likely ? lines.map { "BD|1|" + $0 } : lines
            return try db.importLegalDocuments(
                LegalDocumentColumns.all.lines(cut(rows, 10), LegalDocumentRow()), by: user)
        case 5:
            let rows = likely ? lines.map { "BD-540|2021|" + $0 } : lines
            return try db.importAgencyPlans(
                AgencyPlanColumns.all.lines(cut(rows, 4), AgencyPlanRow()), by: user)
        default:
            let rows = likely ? lines.map { "BD-540|2021|" + $0 } : lines
            return try db.importAgencyTasks(
                AgencyTaskColumns.all.lines(cut(rows, 6), AgencyTaskRow()), by: user)
        }
    }
}

private func cut(_ lines: [String], _ width: Int) -> [String] {
    lines.map {
        $0.split(separator: "|", omittingEmptySubsequences: false).prefix(width).joined(
            separator: "|")
    }
}
