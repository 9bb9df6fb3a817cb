import Domain
import Hummingbird
import HummingbirdTesting
import Sample
import Store
import Support
import Testing

@testable import Web

@Suite struct LegalRulePageTests {
    @Test(arguments: [
        "Thẩm quyền ban hành văn bản", "Luật 64/2025/QH15", "chưa chắc",
        "Nghị định 187/2025/NĐ-CP, Điều 51a", "ít nhất 10 ngày",
    ])
    func `procedures and competences stand with their source and certainty`(_ words: String)
        async throws
    {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/documents/rules")
        #expect(page.status == .ok)
        #expect(page.text.contains(words))
    }

    @Test func `a table of competences is tried, then taken, and a document's page goes by it`()
        async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        let path = "/documents/rules/competences/import"
        let table = """
            level,organ,kind,from_on,until_on,source,certainty
            province,committee,decision,01/01/2016,01/04/2025,Luật thử 1/2016,medium
            """
        let tried = try await site.test.post(
            path, ["token": site.officer.token, "table": table], site.officer)
        #expect(tried.text.contains("Sẽ thêm 0, sửa 1, giữ nguyên 0"))
        let taken = try await site.test.post(
            path, ["token": site.officer.token, "table": table, "confirmed": "1"], site.officer)
        #expect(taken.status == .seeOther)
        #expect(try await site.test.get("/documents/1").text.contains("có, theo Luật thử 1/2016"))
    }

    @Test func `both lists go out as files`() async throws {
        let site = try await SampleSite.of2021.value
        for name in ["procedures.csv", "procedures.xlsx", "competences.csv", "competences.xlsx"] {
            #expect(try await site.test.get("/documents/rules/\(name)").status == .ok)
        }
    }
}
