import Domain
import Hummingbird
import HummingbirdTesting
import Sample
import Store
import Support
import Testing

@testable import Web

@Suite struct RegisterPageTests {
    @Test(arguments: [
        ("dossiers", "Tỷ lệ đúng hạn theo từng cách tính"), ("dossiers", "đang dùng"),
        ("budgets", "Kinh phí theo nhiệm vụ (nghìn đồng)"),
        ("budgets", "Kinh phí theo lĩnh vực (nghìn đồng)"), ("initiatives", "Nhân rộng"),
        ("milestones", "Chỉ tiêu phục vụ"), ("outside-results", "n = 1.150"),
        ("commitments", "{cam_ket.den_han}"), ("communications", "{tuyen_truyen.luot}"),
        ("staffings", "{nhan_luc.chuyen_trach}"),
    ])
    func `each register says what its lines come to`(_ key: String, _ words: String) async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/\(key)", site.officer)
        #expect(page.status == .ok)
        #expect(page.text.contains(words))
    }

    @Test func `the year's formula is chosen with its document and shows in reports`() async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        let chosen = try await site.test.post(
            "/2021/dossiers/formula",
            ["token": site.officer.token, "formula": "not-late", "source": "12/HD-SNV"],
            site.officer)
        #expect(chosen.status == .seeOther)
        let page = try await site.test.get("/2021/dossiers", site.officer).text
        #expect(page.contains("Căn cứ: 12/HD-SNV."))
    }

    @Test func `replication becomes tasks of the agencies named`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let number = try await site.test.store.read { db in
            try #require(
                try db.lines(Initiative.self, of: 2021).first { $0.line.outcome == .replicate }
            ).number
        }
        let path = "/2021/initiatives/\(number)"
        #expect(
            try await site.test.get(path, site.officer).text.contains("Giao nhiệm vụ nhân rộng"))
        let made = try await site.test.post(
            path + "/tasks", ["token": site.officer.token], site.officer)
        #expect(made.status == .seeOther)
        let page = try await site.test.get(path, site.officer).text
        #expect(page.contains("Mọi cơ quan nhân rộng đã có nhiệm vụ."))
        #expect(page.contains("/2021/tasks/BD-SNV-"))
    }

    @Test func `an officer of an agency chooses no formula`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/dossiers").text
        #expect(!page.contains("Chọn cách tính tỷ lệ đúng hạn của năm"))
    }
}
