import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Sample
import Store
import Testing

@testable import Web

/// Findings, quotas and picks through the router.
@Suite struct FindingPageTests {
    @Test func `the register says found, due and closed, apart for own findings`() async throws {
        let sample = try await SampleSite.of2021.value
        let page = try await sample.test.get("/2021/findings")
        #expect(page.text.contains("Do cấp trên phát hiện: phát hiện"))
        #expect(page.text.contains("Do đơn vị tự phát hiện: phát hiện"))
    }

    @Test func `the register's next page goes on where the first ended`() async throws {
        let sample = try await SampleSite.of2021.value
        let first = try await sample.test.get("/2021/findings")
        let mark = try #require(first.text.range(of: "?after="))
        let number = first.text[mark.upperBound...].prefix { $0.isNumber }
        let next = try await sample.test.get("/2021/findings?after=\(number)")
        #expect(next.status == .ok)
        #expect(!next.text.contains("/2021/findings/\(number)\""))
    }

    @Test func `the officer of the body reports, is not offered to accept, and cannot by hand`()
        async throws
    {
        let site = try await TestSite()
        let office = try await site.withBodies()
        try await site.addFinding(by: office)
        let officer = try await site.signedIn(as: .head, in: "T-1")
        let page = try await site.get("/2021/findings/1", officer)
        #expect(page.text.contains("action=\"/2021/findings/1/remedy\""))
        #expect(!page.text.contains("action=\"/2021/findings/1/closure\""))

        let sent = try await site.post(
            "/2021/findings/1/remedy",
            ["token": officer.token, "version": "2", "on": "10/06/2021", "document": "9/BC"],
            officer)
        #expect(sent.headers[.location] == "/2021/findings/1")
        let refused = try await site.post(
            "/2021/findings/1/closure",
            ["token": officer.token, "version": "3", "on": "12/06/2021"], officer)
        #expect(refused.status == .forbidden)
        #expect(try await site.store.read { try $0.finding(numbered: 1) }?.closedOn == nil)
    }

    @Test func `the office that found it accepts, and it closes`() async throws {
        let site = try await TestSite()
        let office = try await site.withBodies()
        try await site.addFinding(by: office)
        let officer = try await site.signedIn(as: .officer, in: "T-1")
        _ = try await site.post(
            "/2021/findings/1/remedy",
            ["token": officer.token, "version": "2", "on": "10/06/2021", "document": "9/BC"],
            officer)
        let accepted = try await site.post(
            "/2021/findings/1/closure",
            ["token": office.token, "version": "3", "on": "12/06/2021"], office)
        #expect(accepted.headers[.location] == "/2021/findings/1")
        #expect(
            try await site.store.read { try $0.finding(numbered: 1) }?.closedOn
                == Day("2021-06-12"))
    }

    @Test func `evidence without a document or a file is refused with the remedy`() async throws {
        let site = try await TestSite()
        let office = try await site.withBodies()
        try await site.addFinding(by: office)
        let officer = try await site.signedIn(as: .officer, in: "T-1")
        let refused = try await site.post(
            "/2021/findings/1/remedy",
            ["token": officer.token, "version": "2", "on": "10/06/2021", "document": ""], officer)
        #expect(refused.status == .badRequest)
        #expect(refused.text.contains("đính kèm tài liệu kiểm chứng"))
    }

    @Test func `the board of 2021 asks 53 communes of the districts`() async throws {
        let sample = try await SampleSite.of2021.value
        let page = try await sample.test.get("/2021/inspections/quotas")
        #expect(page.text.contains("159 đơn vị, cần 53"))
        #expect(page.text.contains("32 đơn vị, cần 10"))
    }

    @Test func `the calendar counts by inspecting body and month, and may show one body alone`()
        async throws
    {
        let sample = try await SampleSite.of2021.value
        let all = try await sample.test.get("/2021/inspections/calendar").text
        #expect(all.contains("id=\"m-2021-5\""))
        #expect(all.contains("<th scope=\"col\" aria-current=\"date\">10</th>"))
        let one = try await sample.test.get("/2021/inspections/calendar?by=BD-540").text
        let day = try #require(Day("2021-10-15"))
        let count = try await sample.test.store.read { db in
            let body = try #require(try db.agencies(coded: "BD-540", on: day).first)
            var count = 0
            try db.eachInspection(of: 2021) { if $0.inspector == body.agency { count += 1 } }
            return count
        }
        #expect(count > 0)
        #expect(one.matches(of: /href="\/2021\/inspections\/\d+"/).count == count)
        #expect(one.contains("Xem mọi cơ quan kiểm tra"))
    }

    @Test func `an inspection that overlaps is refused unless a reason is given`() async throws {
        let sample = try await SampleSite(.binhDinh2021)
        let day = try #require(Day("2021-11-10"))
        let code = try await sample.test.store.read { db -> String in
            let tree = try db.agencyTree(on: day)
            var taken: Set<Agency.ID> = []
            try db.eachInspection(of: 2021) { taken.insert($0.body) }
            return tree.bodies.first { $0.block == .departments && !taken.contains($0.id) }?.code
                ?? ""
        }
        var form = [
            "token": sample.officer.token, "by": "BD-SNV", "body": code, "on-\(code)": "10/11/2021",
        ]
        let path = "/2021/inspections/picks"
        #expect(try await sample.test.post(path, form, sample.officer).status == .seeOther)
        form["on-\(code)"] = "15/11/2021"
        let refused = try await sample.test.post(path, form, sample.officer)
        #expect(refused.status == .badRequest)
        #expect(refused.text.contains("cùng khoảng thời gian"))
        form["reason"] = "Kiểm tra theo đơn thư"
        #expect(try await sample.test.post(path, form, sample.officer).status == .seeOther)
    }
}

extension TestSite {
    /// Finding 1, of huyện Một, which was told of it.
    fileprivate func addFinding(by browser: Browser) async throws {
        let user = try #require(browser.session?.user.id)
        let table = CellTable(
            headings: ["body_code", "text", "found_on", "due_on"],
            rows: [
                CellTable.Row(
                    number: 2, cells: ["T-1", "Chưa niêm yết", "20/05/2021", "01/07/2021"])
            ])
        try await store.write { db in
            _ = try db.importFindings(
                FindingColumns.all.read(table, blank: FindingRow()), by: user)
            try db.takeStep(
                Finding.Step(
                    .notified, on: try #require(Day("2021-05-21")), document: "3/TB"), with: 1,
                by: user)
        }
    }
}
