import Domain
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Testing

@testable import Web

/// The administrator's page of backups, jobs and mails.
@Suite struct OperationsPageTests {
    @Test func `a visitor is asked to sign in`() async throws {
        let site = try await TestSite()

        #expect(try await site.get("/server").status == .seeOther)
    }

    @Test func `without a proved backup the page says so`() async throws {
        let site = try await TestSite()
        let page = try await site.get("/server", try await site.signedIn())

        #expect(page.status == .ok)
        #expect(page.text.contains("Chưa bản nào được khôi phục thử."))
        #expect(page.text.contains("Máy chủ này chưa có lệnh gửi thư"))
    }

    @Test func `the administrator asks for a backup, and it waits among the jobs`() async throws {
        let site = try await TestSite()
        let browser = try await site.signedIn()

        let answer = try await site.post(
            "/server/jobs/prove-backup", ["token": browser.token], browser)
        let page = try await site.get("/server", browser)

        #expect(answer.status == .seeOther)
        #expect(page.text.contains("Sao lưu và khôi phục thử"))
        #expect(try await site.store.takeJob(as: "p")?.kind == .proveBackup)
    }

    @Test func `a mail that failed can be sent again from the page`() async throws {
        let site = try await TestSite()
        let browser = try await site.signedIn()
        try await site.store.writeOffTheRecord { db in
            _ = try db.writeMail(
                Mail(
                    id: Mail.ID("01M"), recipient: "an@x.vn", day: db.now.day(), kind: "digest",
                    address: "an@x.vn", subject: "Việc <b>", body: ""))
        }
        let mail = try #require(try await site.store.takeMail(as: "p"))
        try await site.store.noteMail(
            mail, as: "p", .refused("67: không có người này", isForGood: true))

        let page = try await site.get("/server", browser).text
        let answer = try await site.post(
            "/server/mails/01M/delivery", ["token": browser.token], browser)

        #expect(page.contains("67: không có người này"))
        #expect(page.contains("Việc &lt;b&gt;"))
        #expect(answer.status == .seeOther)
        #expect(try await site.store.takeMail(as: "p")?.id == mail.id)
    }
}
