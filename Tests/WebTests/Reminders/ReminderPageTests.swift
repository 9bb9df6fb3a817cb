import Domain
import HTTPTypes
import HummingbirdTesting
import Sample
import Store
import Testing

@testable import Web

/// The inbox and chasing, through the router.
@Suite struct ReminderPageTests {
    @Test func `after signing in the first page is one's own work`() async throws {
        let site = try await TestSite()
        _ = try await site.signedIn()
        let answer = try await site.post(
            "/session", ["login": "quantri", "password": TestSite.password])

        #expect(answer.headers[.location] == "/inbox")
    }

    @Test func `a visitor is asked to sign in before any inbox`() async throws {
        let site = try await TestSite()
        #expect(try await site.get("/inbox").headers[.location] == "/sign-in?next=%2Finbox")
    }

    @Test func `an officer finds the late finding of the own body, and not the neighbour's`()
        async throws
    {
        let site = try await TestSite()
        let office = try await site.withBodies()
        try await site.addLateFindings(by: office)
        let officer = try await site.signedIn(as: .officer, in: "T-1")

        let page = try await site.get("/inbox", officer)

        #expect(page.text.contains("Lỗi của huyện Một"))
        #expect(page.text.contains("Chưa khắc phục; hạn 01/06/2021, quá 136 ngày"))
        #expect(!page.text.contains("Lỗi của huyện Hai"))
    }

    @Test func `one action makes the message and the letter, and both are on record`()
        async throws
    {
        let site = try await TestSite()
        let office = try await site.withBodies()
        let keys = try await site.addLateFindings(by: office)
        let made = try await site.post(
            "/2021/reminders",
            [
                "token": office.token, "item": keys[0], "channel-message": "1",
                "channel-letter": "1", "answer_by": "22/10/2021",
            ], office)
        #expect(made.headers[.location] == "/2021/reminders/1")

        let page = try await site.get("/2021/reminders/1", office)
        #expect(page.text.contains("huyện Một (01, hạn 01/06/2021)"))
        #expect(page.text.contains("dự thảo, chưa có số và ngày"))
        let letter = try await site.get("/2021/reminders/1/letter.docx", office)
        #expect(letter.status == .ok)
        #expect(letter.headers[.contentType]?.contains("wordprocessingml") == true)
        let signed = try await site.post(
            "/2021/reminders/1/letter",
            [
                "token": office.token, "version": "1", "symbol": "12/SNV-CCHC",
                "signed_on": "15/10/2021",
            ], office)
        #expect(signed.headers[.location] == "/2021/reminders/1")
        let list = try await site.get("/2021/reminders/new", office)
        #expect(list.text.contains("Đã đôn đốc 01 lần, gần nhất 15/10/2021"))
    }

    @Test func `a choice without a way is shown again with the remedy, and nothing is written`()
        async throws
    {
        let site = try await TestSite()
        let office = try await site.withBodies()
        let keys = try await site.addLateFindings(by: office)
        let answer = try await site.post(
            "/2021/reminders",
            ["token": office.token, "item": keys[0], "answer_by": "22/10/2021"], office)

        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("Hãy chọn ít nhất một cách đôn đốc"))
        #expect(try await site.get("/2021/reminders/1", office).status == .notFound)
    }

    @Test func `a link that nobody signed is refused with the remedy`() async throws {
        let site = try await TestSite()
        let answer = try await site.get("/reminders/links/finding.A.B.2030-01-01.xyz")
        #expect(answer.status == .notFound)
        #expect(answer.text.contains("hãy đăng nhập và mở “Việc của tôi”"))
    }

    @Test func `an agency declares its plan in symbol and day, and what is wrong stays typed`()
        async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        let code = try await site.test.store.read { db -> String in
            let question = InboxQuestion(
                bodies: .all, today: Day(number: 18_915), year: 2021)
            let missing = try db.inboxItems(
                question, InboxFilter(kind: .agencyPlan), limit: 1)
            let body = try #require(missing.first).agency
            let named = try db.agencies(named: [body], on: Day(number: 18_915))
            return try #require(named[body]).code
        }
        let path = "/2021/agencies/\(code)/plan"
        let officer = site.officer
        let wrong = try await site.test.post(
            path, ["token": officer.token, "symbol": "9/KH-UBND", "issued_on": "31/02/2021"],
            officer)
        #expect(wrong.status == .badRequest)
        #expect(wrong.text.contains("value=\"9/KH-UBND\""))
        let done = try await site.test.post(
            path, ["token": officer.token, "symbol": "9/KH-UBND", "issued_on": "20/02/2021"],
            officer)
        #expect(done.headers[.location] == path)
        #expect(try await site.test.get(path, officer).text.contains("Đã khai"))
    }
}

extension TestSite {
    /// One late finding about each district; returns their keys.
    @discardableResult
    fileprivate func addLateFindings(by browser: Browser) async throws -> [String] {
        let user = try #require(browser.session?.user.id)
        let table = CellTable(
            headings: ["body_code", "text", "found_on", "due_on"],
            rows: [
                ["T-1", "Lỗi của huyện Một", "20/05/2021", "01/06/2021"],
                ["T-2", "Lỗi của huyện Hai", "20/05/2021", "02/06/2021"],
            ].enumerated().map { CellTable.Row(number: $0.offset + 2, cells: $0.element) })
        return try await store.write { db in
            _ = try db.importFindings(
                FindingColumns.all.read(table, blank: FindingRow()), by: user)
            let today = try #require(Day("2021-10-15"))
            let question = InboxQuestion(bodies: .all, today: today, year: 2021)
            return try db.inboxItems(question, InboxFilter(kind: .finding), limit: 9)
                .map { "finding \($0.record)" }
        }
    }
}
