import Domain
import HTTPTypes
import HummingbirdTesting
import Sample
import Store
import Testing

@testable import Web

/// Records typed into forms and taken from files, on a site of their own.
@Suite struct RecordFormTests {
    @Test func `an inspection typed into the form counts at once`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        #expect(try await site.test.get("/2021").text.contains("10/32"))
        let answer = try await site.test.post(
            "/2021/inspections",
            [
                "token": site.officer.token, "inspector_code": "BD-SNV", "body_code": "BD-STC",
                "kind": "sudden", "held_on": "11/10/2021", "concluded_on": "14/10/2021",
                "conclusion_symbol": "999/TB-SNV",
            ], site.officer)
        #expect(answer.status == .seeOther)
        let page = try await site.test.get("/2021/targets/II.1.a.2-1").text
        #expect(page.contains("11 ÷ 32"))
        #expect(page.contains("999/TB-SNV"))
    }

    @Test func `a form with a wrong day and an unknown code says both and keeps what was typed`()
        async throws
    {
        let site = try await SampleSite.of2021.value
        let answer = try await site.test.post(
            "/2021/inspections",
            [
                "token": site.officer.token, "inspector_code": "BD-SNV", "body_code": "BD-STC",
                "held_on": "31/02/2021",
            ], site.officer)
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("31/02/2021"))
        #expect(answer.text.contains("value=\"BD-STC\""))
    }

    @Test func `a dry run names every problem and writes nothing`() async throws {
        let site = try await SampleSite.of2021.value
        let before = try await site.test.store.read { try $0.journalEnd().seq }
        let answer = try await site.test.post(
            "/2021/findings/import",
            [
                "token": site.officer.token,
                "table":
                    "body_code,text,found_on,due_on\nBD-SYT,Một,01/03/2021,01/02/2021\nKHONG,Hai,01/03/2021,01/04/2021",
            ], site.officer)
        #expect(answer.text.contains("Hạn khắc phục không thể trước ngày phát hiện"))
        #expect(answer.text.contains("KHONG"))
        #expect(try await site.test.store.read { try $0.journalEnd().seq } == before)
    }

    @Test func `the second of two editors is told that the first was quicker`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let open = try await site.test.store.read { db in
            var found: [Finding] = []
            try db.eachFinding(of: 2021) { if $0.state == .notified { found.append($0) } }
            return found.first
        }
        let finding = try #require(open)
        let path = "/2021/findings/\(finding.number)"
        var form = [
            "token": site.officer.token, "version": "\(finding.version)", "body_code": "BD-SYT",
            "text": "Sửa lần một",
            "found_on": "20/04/2021", "due_on": "20/05/2021",
        ]
        #expect(
            try await site.test.post(path, form, site.officer).status == .seeOther)
        form["text"] = "Sửa lần hai"
        #expect(
            try await site.test.post(path, form, site.officer).status == .conflict)
    }
}
