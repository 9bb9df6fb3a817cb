import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Sample
import Store
import Testing

@testable import Web

/// Two people edit the same record: the second sees both sides, and nothing typed is lost.
@Suite struct ConflictTests {
    @Test func `the second of two editors sees what was, theirs and yours, and saves the merge`()
        async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        let opened = try await fields(site, "/2021/findings/1/terms")
        var theirs = opened
        theirs["evidence"] = "12/BC-UBND"
        theirs["due_on"] = "30/06/2021"
        var yours = opened
        yours["text"] = "Chữ của người thứ hai"
        yours["due_on"] = "15/07/2021"

        #expect(try await send(site, theirs).status == .seeOther)
        let conflict = try await send(site, yours)

        #expect(conflict.status == .conflict)
        for shown in [
            opened["text"] ?? "?", opened["due_on"] ?? "?", "30/06/2021", "15/07/2021",
            "12/BC-UBND", "Chữ của người thứ hai", "cần chọn", "lấy của người kia",
            "giữ của bạn",
        ] {
            #expect(conflict.text.contains(escaped(shown)), "\(shown)")
        }
        var merged = Self.fields(conflict.text)
        #expect(merged["text"] == "Chữ của người thứ hai")
        #expect(merged["evidence"] == "12/BC-UBND")
        #expect(merged["due_on"] == "15/07/2021")
        #expect(merged["version"] == "2")
        merged["token"] = site.officer.token
        #expect(try await send(site, merged).status == .seeOther)
        let stored = try #require(
            try await site.test.store.read { try $0.finding(numbered: 1) })
        #expect(stored.text == "Chữ của người thứ hai")
        #expect(stored.evidence == "12/BC-UBND")
        #expect(stored.dueOn == Day("2021-07-15"))
    }

    @Test func `a third change while one merges is a conflict again, with all sides`() async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        let opened = try await fields(site, "/2021/findings/1/terms")
        for (round, text) in ["một", "hai", "ba"].enumerated() {
            var form = opened
            form["text"] = "Bản \(text)"
            #expect(
                try await send(site, form).status == (round == 0 ? .seeOther : .conflict))
        }
    }

    @Test func `a problem in a form that is not behind keeps its version and what was`()
        async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        var form = try await fields(site, "/2021/findings/1/terms")
        form["due_on"] = "31/02/2021"
        let refused = try await send(site, form)
        #expect(refused.status == .badRequest)
        let again = Self.fields(refused.text)
        #expect(again["version"] == "1")
        #expect(again["was.text"] == form["was.text"])
    }

    @Test func `a target of a plan under review shows both sides too`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let user = try #require(site.officer.session?.user.id)
        let plan = try await openPlan(site, by: user)
        let target = try #require(
            try await site.test.store.read { try $0.targets(of: plan) }.first)
        try await site.test.store.write { db in
            var terms = target.terms
            terms.title = "Tên người kia đặt"
            try db.decideTarget(
                target.id, .proposed, terms: terms, version: target.version, by: user)
        }
        let conflict = try await site.test.post(
            "/plans/\(plan)/targets/\(target.code)",
            [
                "token": site.officer.token, "do": "save", "version": "1", "title": "Tên của tôi",
                "was.title": target.terms.title, "comparator": target.terms.comparator.rawValue,
                "was.comparator": target.terms.comparator.rawValue,
            ], site.officer)
        #expect(conflict.status == .conflict)
        #expect(conflict.text.contains("Tên người kia đặt"))
        #expect(conflict.text.contains("Tên của tôi"))
        #expect(conflict.text.contains("cần chọn"))
    }

    @Test func `a task of a plan under review shows both sides too`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let user = try #require(site.officer.session?.user.id)
        let plan = try await openPlan(site, by: user)
        let task = try #require(try await site.test.store.read { try $0.tasks(of: plan) }.first)
        try await site.test.store.write {
            try $0.assignTask(
                task.number, of: plan, lead: task.lead, dueOn: Day("2021-09-30"), by: user)
        }
        let conflict = try await site.test.post(
            "/plans/\(plan)/tasks/\(task.number)",
            [
                "token": site.officer.token, "version": "1", "lead": "BD-SNV", "was.lead": "",
                "due_on": "30/11/2021", "was.due_on": task.dueOn?.vi ?? "",
            ], site.officer)
        #expect(conflict.status == .conflict)
        #expect(conflict.text.contains("30/09/2021"))
        #expect(conflict.text.contains("30/11/2021"))
    }

    /// The same plan read in once more, for a year that has none.
    private func openPlan(_ site: SampleSite, by user: User.ID) async throws -> Plan.ID {
        let text = """
            ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH
            Số: 12/KH-UBND
            Bình Định, ngày 28 tháng 12 năm 2021
            KẾ HOẠCH
            Cải cách hành chính năm 2022
            I. NHIỆM VỤ
            1. Công tác chỉ đạo
            a) Mục tiêu:
            - 100% cơ quan hành chính ban hành Kế hoạch cải cách hành chính.
            b) Nhiệm vụ:
            - Sở Nội vụ tham mưu ban hành Kế hoạch kiểm tra trong quý I năm 2022.
            """
        let answer = try await site.test.post(
            "/plans", ["token": site.officer.token, "text": text, "agency_code": "BD"],
            site.officer)
        let place = try #require(answer.headers[.location], "\(answer.text.prefix(3_000))")
        return Plan.ID(String(place.split(separator: "/")[1]))
    }

    private func send(_ site: SampleSite, _ fields: [String: String]) async throws -> TestResponse {
        try await site.test.post("/2021/findings/1", fields, site.officer)
    }

    private func fields(_ site: SampleSite, _ path: String) async throws -> [String: String] {
        Self.fields(try await site.test.get(path, site.officer).text)
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    }

    /// What a browser would send of the page's large form, left as it is.
    static func fields(_ page: String) -> [String: String] {
        guard let start = page.range(of: "enctype=\"multipart/form-data\""),
            let end = page.range(of: "</form>", range: start.upperBound..<page.endIndex)
        else { return [:] }
        let form = page[start.upperBound..<end.lowerBound]
        var fields: [String: String] = [:]
        for part in form.components(separatedBy: "name=\"").dropFirst() {
            let name = String(part.prefix { $0 != "\"" })
            let tag = part.prefix { $0 != ">" }
            var value = ""
            if let from = tag.range(of: "value=\"") {
                value = String(tag[from.upperBound...].prefix { $0 != "\"" })
            } else if part.contains("</textarea>") {
                let inside = part[(part.firstIndex(of: ">") ?? part.startIndex)...].dropFirst()
                value = String(inside.components(separatedBy: "</textarea>")[0])
                if value.hasPrefix("\n") { value.removeFirst() }
            }
            fields[name] = value.replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
        }
        return fields
    }
}
