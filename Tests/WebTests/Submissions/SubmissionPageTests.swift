import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Sample
import Store
import Testing

@testable import Web

/// What agencies report, as people meet it.
@Suite struct SubmissionPageTests {
    @Test func `the board tells who has sent, who is late and who is missing apart`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/submissions/q3", site.officer)
        #expect(page.status == .ok)
        for word in [
            "quá hạn, chưa gửi", "chờ tiếp nhận", "bị trả lại", "đã tiếp nhận", "quá hạn 0",
            "đã gửi số liệu, chờ văn bản ký",
        ] {
            #expect(page.text.contains(word), "\(word)")
        }
    }

    @Test func `a filter shows what it says, and the file has the same lines`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/submissions/q3?show=missing", site.officer)
        let file = try await site.test.get(
            "/2021/submissions/q3/agencies.csv?show=missing", site.officer)
        let rows = page.text.components(separatedBy: "<th scope=\"row\">").count - 1
        let lines = file.text.split(separator: "\r\n").count - 1
        #expect(rows == 7)
        #expect(lines == rows)
    }

    @Test func `the address of no period leads to the current one`() async throws {
        let site = try await SampleSite.of2021.value
        let answer = try await site.test.get("/2021/submissions", site.officer)
        #expect(answer.headers[.location] == "/2021/submissions/year")
    }

    @Test func `a visitor sees no reports`() async throws {
        let site = try await SampleSite.of2021.value
        for address in ["/2021/submissions/q1", "/2021/submissions/q1/BD-SNV"] {
            #expect(try await site.test.get(address).status != .ok, "\(address)")
        }
    }

    @Test func `a locked period says why, in the place of the form`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/submissions/h1/BD-SNV/form", site.officer)
        #expect(page.text.contains("đã ban hành báo cáo CCHC 6 tháng của tỉnh"))
        #expect(!page.text.contains("name=\"difficulties\""))
    }

    @Test func `what is typed is saved as a draft, sent, and answered with a receipt`() async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        let address = "/2021/submissions/year/BD-SNV"
        var form = try await fields(site, "\(address)/form")
        form["difficulties"] = "Thiếu máy quét"

        let saved = try await site.test.post("\(address)/draft", form, site.officer)
        #expect(saved.status == .seeOther)
        let draft = try await site.test.get("\(address)/form", site.officer)
        #expect(draft.text.contains("Bản nháp, chưa gửi"))
        #expect(draft.text.contains("Thiếu máy quét"))
        let before = try await site.test.get(address, site.officer)
        #expect(!before.text.contains("Thiếu máy quét"))

        let sent = try await site.test.post(
            "\(address)/rounds", try await fields(site, "\(address)/form"), site.officer)
        #expect(sent.status == .seeOther, "\(sent.text.prefix(6_000))")
        let after = try await site.test.get(address, site.officer)
        #expect(after.text.contains("Thiếu máy quét"))
        #expect(after.text.contains("Biên nhận"))
    }

    @Test func `the second of two who send sees both sides and loses nothing`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let address = "/2021/submissions/year/BD-SNV"
        let opened = try await fields(site, "\(address)/form")
        var (first, second) = (opened, opened)
        first["difficulties"] = "Người thứ nhất viết"
        second["difficulties"] = "Người thứ hai viết"
        #expect(
            try await site.test.post("\(address)/rounds", first, site.officer).status == .seeOther)

        let conflict = try await site.test.post("\(address)/rounds", second, site.officer)

        #expect(conflict.status == .conflict)
        #expect(conflict.text.contains("Người thứ nhất viết"))
        #expect(conflict.text.contains("Người thứ hai viết"))
    }

    @Test func `a page with something to mend comes back filled in, with the place`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let address = "/2021/submissions/year/BD-SNV"
        var form = try await fields(site, "\(address)/form")
        let day = try #require(
            form.keys.first { $0.hasSuffix(".done_on") && !$0.hasPrefix("was.") })
        form[day] = "31/02/2021"
        form["proposals"] = "Giữ lại câu này"
        let refused = try await site.test.post("\(address)/rounds", form, site.officer)
        #expect(refused.status == .badRequest)
        #expect(refused.text.contains("31/02/2021"))
        #expect(refused.text.contains("Giữ lại câu này"))
        #expect(refused.text.contains("aria-invalid"))
    }

    @Test func `the script is told the draft's version, and of a conflict`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let address = "/2021/submissions/year/BD-STP"
        var form = try await fields(site, "\(address)/form")
        form["autosave"] = "1"
        let saved = try await site.test.post("\(address)/draft", form, site.officer)
        #expect(saved.text.contains("\"version\":1"))
        #expect(
            try await site.test.post("\(address)/draft", form, site.officer).status == .conflict)
    }

    @Test func `the form's words are the page's fields, prefilled from the record`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/submissions/year/BD-SNV/form", site.officer)
        #expect(page.text.contains("hãy xem lại trước khi gửi"))
        #expect(page.text.contains("data-autosave"))
    }

    @Test func `a period of one's own is added, and one that makes no sense comes back`()
        async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        var form = [
            "token": site.officer.token, "version": "1", "code": "chuyen-de-1",
            "name": "Chuyên đề số hóa", "first": "01/10/2021", "last": "31/10/2021",
            "agency_last": "31/12/2021", "agency_due": "05/11/2021", "due": "10/11/2021",
        ]
        let refused = try await site.test.post("/2021/periods", form, site.officer)
        #expect(refused.status == .badRequest)
        #expect(refused.text.contains("Thời điểm chốt số liệu của đơn vị phải nằm trong kỳ"))
        #expect(refused.text.contains("Chuyên đề số hóa"))

        form["agency_last"] = "31/10/2021"
        #expect(
            try await site.test.post("/2021/periods", form, site.officer).status == .seeOther)
        let board = try await site.test.get("/2021/submissions/chuyen-de-1", site.officer)
        #expect(board.status == .ok && board.text.contains("Chuyên đề số hóa"))
    }

    @Test func `the receipt of a report is asked for at its own address, and at no other's`()
        async throws
    {
        let site = try await SampleSite.of2021.value
        let report = try await site.test.get("/2021/submissions/q1/BD-SNV", site.officer)
        let entry = try #require(report.text.components(separatedBy: "/journal/").last)
            .prefix { $0.isNumber }
        let address = "/2021/submissions/q1/BD-SNV/receipts/\(entry)"
        // The sample's days are not signed yet: the answer says when there will be a receipt.
        let answer = try await site.test.get(address, site.officer)
        #expect(answer.status == .conflict)
        #expect(answer.text.contains("chưa có chữ ký của ngày"))
        let other = try await site.test.get(
            "/2021/submissions/q1/BD-STP/receipts/\(entry)", site.officer)
        #expect(other.status == .notFound)
        #expect(try await site.test.get(address).status != .ok)
    }

    /// The fields of the form on the page as a browser would send them, with what is owed explained.
    private func fields(_ site: SampleSite, _ address: String) async throws -> [String: String] {
        let page = try await site.test.get(address, site.officer).text
        let start = try #require(page.range(of: "data-autosave=")?.upperBound)
        let end = try #require(page.range(of: "</form>", range: start..<page.endIndex)?.lowerBound)
        var fields: [String: String] = [:]
        for part in page[start..<end].components(separatedBy: " name=\"").dropFirst() {
            let name = String(part.prefix { $0 != "\"" })
            let tag = part.prefix { $0 != ">" }
            if name == "nothing_arose" || name.hasSuffix(".nothing_arose") { continue }
            var value = ""
            if let from = tag.range(of: "value=\"") {
                value = String(tag[from.upperBound...].prefix { $0 != "\"" })
            } else if part.contains("</textarea>") {
                value = String(part.dropFirst(tag.count + 1).prefix { $0 != "<" })
                if value.hasPrefix("\n") { value.removeFirst() }
            }
            fields[name] = value.replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
        }
        // What is done and has neither a file nor an explanation needs one to be sent.
        for name in fields.keys
        where name.hasPrefix("task.") && name.hasSuffix(".explanation") && fields[name] == "" {
            fields[name] = "Văn bản giấy lưu tại văn thư, bản điện tử gửi sau."
        }
        fields["token"] = site.officer.token
        return fields
    }
}
