import Domain
import Testing

@testable import Sample

@Suite struct SampleData {
    /// Every line of every list in one number; whoever changes the sample on purpose writes the new one.
    private func fingerprint(_ sample: SampleYear) -> UInt64 {
        func lines<Row>(_ columns: [Column<Row>], _ records: [Recorded<Row>]) -> [String] {
            records.map { record in
                columns.map { $0.write(record.row) }.joined(separator: "|") + record.recordedOn.text
            }
        }
        let all =
            sample.agencies.map { row in
                AgencyColumns.all.map { $0.write(row) }.joined(separator: "|")
            }
            + lines(AgencyPlanColumns.all, sample.agencyPlans)
            + lines(AgencyTaskColumns.all, sample.agencyTasks)
            + lines(InspectionColumns.all, sample.inspections)
            + lines(SelfInspectionColumns.all, sample.selfInspections)
            + lines(FindingColumns.all, sample.findings)
            + lines(LegalDocumentColumns.all, sample.legalDocuments)
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in all.joined(separator: "\n").utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        return hash
    }

    @Test func `the year 2021 is the same on every run and machine`() throws {
        let found = fingerprint(try SampleYear.make(.binhDinh2021))
        #expect(found == 8_576_970_285_025_406_763)
    }

    @Test func `the year 2026 is the same on every run and machine`() throws {
        let found = fingerprint(try SampleYear.make(.giaLai2026))
        #expect(found == 715_451_355_281_720_064)
    }

    @Test func `in 2021 there are 191 bodies below the province`() throws {
        let levels = Dictionary(
            grouping: try SampleYear.make(.binhDinh2021).agencies.compactMap(\.level)
        ) { $0 }.mapValues(\.count)
        #expect(levels == [.province: 1, .department: 21, .district: 11, .commune: 159])
    }

    @Test(arguments: SampleYear.Edition.allCases)
    func `every list reads back as it was written`(_ edition: SampleYear.Edition) throws {
        let sample = try SampleYear.make(edition)
        let rows = sample.inspections.map(\.row)
        let read = InspectionColumns.all.read(
            InspectionColumns.all.table(rows), blank: InspectionRow())
        #expect(read.problems == [])
        #expect(read.rows.map(\.row) == rows)
    }

    @Test func `a list of 11,000 bodies makes a tree of 11,001`() {
        let rows = SampleYear.manyBodies(11_000)
        let read = AgencyColumns.all.read(AgencyColumns.all.table(rows), blank: AgencyRow())
        var next = 0
        let plan = AgencyImport(read, onto: [], from: nil) {
            next += 1
            return Agency.ID("\(next)")
        }
        #expect(plan.problems == [])
        #expect(plan.newCount == 11_001)
    }
}
