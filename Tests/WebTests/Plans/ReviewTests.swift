import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Reading
import Store
import Testing

@testable import Web

/// From the plan's text to live targets, by the forms alone.
@Suite struct ReviewTests {
    private static let text = """
        ỦY BAN NHÂN DÂN
        TỈNH THỬ

        Số: 12/KH-UBND

        Thử, ngày 28 tháng 12 năm 2020

        KẾ HOẠCH

        CẢI CÁCH HÀNH CHÍNH TỈNH THỬ NĂM 2021

        I. CHỈ TIÊU, NHIỆM VỤ

        1. Công tác chỉ đạo, điều hành

        a) Chỉ tiêu

        - 100% cơ quan, đơn vị, địa phương ban hành Kế hoạch cải cách hành chính.

        b) Nhiệm vụ và giải pháp

        - Tăng cường kiểm tra việc thực hiện.
        """

    private func site() async throws -> (TestSite, Browser) {
        let site = try await TestSite()
        let officer = try await site.signedIn()
        let answer = try await site.post(
            "/agencies/import",
            [
                "token": officer.token, "confirmed": "1", "from": "01/01/2020",
                "table":
                    "code,name,level,parent_code\nT,Tỉnh Thử,province,\nT-SNV,Sở Nội vụ,department,T\nT-1,Huyện Một,district,T",
            ], officer)
        #expect(answer.status == .seeOther)
        return (site, officer)
    }

    private func read(_ site: TestSite, _ officer: Browser) async throws -> String {
        let answer = try await site.post(
            "/plans", ["token": officer.token, "text": Self.text, "agency_code": "T"], officer)
        return try #require(answer.headers[.location])
    }

    private func terms(_ officer: Browser) -> [String: String] {
        [
            "token": officer.token, "version": "1", "do": "confirm", "title": "Ban hành",
            "comparator": "equal", "value": "100",
            "unit": "%", "measure": "plan-issued", "scope": "all", "lead": "T-SNV",
            "answerable": "Bà A",
            "deadline": "31/01/2021", "deadline_source": "Công văn 1/SNV",
        ]
    }

    @Test func `a plan is read, confirmed and live`() async throws {
        let (site, officer) = try await site()
        let review = try await read(site, officer)
        let page = try await site.get(review, officer).text
        #expect(page.contains("Xác nhận Kế hoạch 12/KH-UBND"))
        let decided = try await site.post("\(review)/targets/I.1.a.1", terms(officer), officer)
        #expect(decided.status == .seeOther)
        let confirmed = try await site.post(
            "\(review)/confirmation",
            [
                "token": officer.token, "version": "1", "symbol": "12/KH-UBND",
                "issued_on": "28/12/2020", "year": "2021", "title": "Kế hoạch",
            ], officer)
        #expect(confirmed.headers[.location] == "/2021/plan")
        #expect(try await site.get("/2021/targets/I.1.a.1").text.contains("0/2"))
    }

    @Test func `a plan with an open target is not confirmed, and the page says what is missing`()
        async throws
    {
        let (site, officer) = try await site()
        let review = try await read(site, officer)
        let answer = try await site.post(
            "\(review)/confirmation",
            [
                "token": officer.token, "version": "1", "symbol": "12/KH-UBND",
                "issued_on": "28/12/2020", "year": "2021",
            ], officer)
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("Chỉ tiêu I.1.a.1 chưa được chấp nhận hay loại bỏ"))
    }

    @Test func `a target without a lead is shown again with its problem and what was typed`()
        async throws
    {
        let (site, officer) = try await site()
        let review = try await read(site, officer)
        var terms = terms(officer)
        terms["lead"] = "KHONG-CO"
        terms["title"] = "Tên đã sửa"
        let answer = try await site.post("\(review)/targets/I.1.a.1", terms, officer)
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("KHONG-CO"))
        #expect(answer.text.contains("Tên đã sửa"))
    }

    @Test func `text that is no plan is refused and nothing is kept`() async throws {
        let (site, officer) = try await site()
        let answer = try await site.post(
            "/plans",
            ["token": officer.token, "text": "Tin tức: hôm qua trời mưa.", "agency_code": "T"],
            officer)
        #expect(answer.status == .badRequest)
        #expect(try await site.store.read { try $0.readPlans() }.isEmpty)
    }

    @Test func `a plan that bears a stamp of secrecy is not read in`() async throws {
        let (site, officer) = try await site()
        let text = Self.text.replacing("Số: 12/KH-UBND", with: "Số: 12/KH-UBND\n\nMẬT")
        let answer = try await site.post(
            "/plans", ["token": officer.token, "text": text, "agency_code": "T"], officer)
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("“MẬT”"))
        #expect(try await site.store.read { try $0.readPlans() }.isEmpty)
    }

    @Test func `a visitor may not send a form`() async throws {
        let (site, officer) = try await site()
        let review = try await read(site, officer)
        let answer = try await site.post("\(review)/targets/I.1.a.1", terms(officer))
        #expect(answer.status == .forbidden)
    }
}
