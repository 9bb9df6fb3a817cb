import Domain
import Hummingbird
import HummingbirdTesting
import Reading
import Sample
import Store
import Support
import Testing

@testable import Web

@Suite struct EffectListPageTests {
    @Test func `the sample's ledger goes out and comes back unchanged`() async throws {
        let site = try await SampleSite.of2021.value
        let file = try await site.test.get("/documents/effects.csv", site.officer)
        #expect(file.status == .ok)
        let table = try CSVFile.read(file.text, name: "a.csv")
        let summary = try await site.test.store.read {
            try $0.effectImport(EffectColumns.all.read(table, blank: EffectRow())).summary
        }
        #expect(summary.problems.isEmpty)
        #expect((summary.new, summary.unchanged) == (0, table.rows.count))
    }

    @Test func `a list is tried, then taken`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let path = "/documents/effects/import"
        let table = "source,kind,target_number,from_on\n99/2021/QĐ-UBND,repeal,1,01/09/2021"
        let tried = try await site.test.post(
            path, ["token": site.officer.token, "table": table], site.officer)
        #expect(tried.text.contains("Sẽ thêm 1, sửa 0"))
        let taken = try await site.test.post(
            path, ["token": site.officer.token, "table": table, "confirmed": "1"], site.officer)
        #expect(taken.status == .seeOther)
        #expect(try await site.test.get("/documents/1").text.contains("99/2021/QĐ-UBND"))
    }
}
