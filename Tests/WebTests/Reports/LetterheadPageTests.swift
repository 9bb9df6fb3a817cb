import Domain
import Hummingbird
import HummingbirdTesting
import Sample
import Store
import Support
import Testing

@testable import Web

@Suite struct LetterheadPageTests {
    @Test func `a letterhead set for a body heads its drafts, what was signed stays`() async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        let signed = try await site.test.post(
            "/2021/reports/1/signature",
            [
                "token": site.officer.token, "version": "1", "signed_number": "85",
                "signed_on": "20/09/2021",
            ], site.officer)
        #expect(signed.status == .seeOther)
        let answer = try await site.test.post(
            "/agencies/BD/letterhead",
            [
                "token": site.officer.token, "version": "0", "from": "15/09/2021",
                "issuer": "Ủy ban nhân dân tỉnh <&>", "place": "Quy Nhơn", "source": "12/QĐ-UBND",
            ], site.officer)
        #expect(answer.status == .seeOther)

        let page = try await site.test.get("/agencies/BD/letterhead", site.officer).text
        #expect(page.contains("ỦY BAN NHÂN DÂN TỈNH &lt;&amp;&gt;"))
        #expect(page.contains("Quy Nhơn, ngày 15 tháng 10 năm 2021"))
        let report = try await site.test.get("/2021/reports/1", site.officer).text
        #expect(report.contains("Bình Định, ngày 20 tháng 9 năm 2021"))
        let draft = try await site.test.post(
            "/2021/reports", ["token": site.officer.token, "period": "q3", "issuer": "BD"],
            site.officer)
        let place = try #require(draft.headers[.location])
        #expect(try await site.test.get(place, site.officer).text.contains("Quy Nhơn, ngày"))
    }

    @Test func `a letterhead without its basis is refused and stays filled in`() async throws {
        let site = try await SampleSite.of2021.value
        let answer = try await site.test.post(
            "/agencies/BD-SNV/letterhead",
            [
                "token": site.officer.token, "version": "0", "from": "15/09/2021",
                "place": "Quy Nhơn", "source": "",
            ], site.officer)
        #expect(answer.status.code == 422 || answer.status.code == 400)
        #expect(answer.text.contains("Hãy ghi văn bản làm căn cứ."))
        #expect(answer.text.contains("value=\"Quy Nhơn\""))
    }

    @Test func `a visitor sees the letterhead and no form`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/agencies/BD-SNV/letterhead")
        #expect(page.status == .ok)
        #expect(page.text.contains("SỞ NỘI VỤ"))
        #expect(!page.text.contains("form-letterhead"))
    }
}
