import Domain
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Synchronization
import Testing

@testable import Web

@Suite struct InvitationPageTests {
    @Test func `an invitation is a slip with a QR code and a text to copy, shown once`()
        async throws
    {
        let site = try await AccountSite()
        let answer = try await site.send("/accounts", ["login": "an.nguyen", "name": "Nguyễn An"])
        #expect(answer.status == .ok)
        #expect(answer.text.contains("<svg class=\"qr\""))
        #expect(answer.text.contains("Kính gửi ông/bà Nguyễn An"))
        #expect(answer.text.contains("http://localhost/invitations/"))
        #expect(try await !site.get("/accounts/an.nguyen").text.contains("/invitations/"))
    }

    @Test func `opening the link twice uses nothing up, choosing a password does`() async throws {
        let site = try await AccountSite()
        let link = try await site.invite("an.nguyen")
        for _ in 0..<2 {
            let page = try await site.get(link, Browser())
            #expect(page.status == .ok && page.text.contains("an.nguyen"))
        }
        let browser = try await site.accept(link)
        #expect(browser.session?.user.login == "an.nguyen")
        #expect(try await site.get(link, Browser()).status == .notFound)
    }

    @Test func `a link that never was gets the same answer as one that was used`() async throws {
        let site = try await AccountSite()
        let link = try await site.invite("an.nguyen")
        _ = try await site.accept(link)
        let used = try await site.get(link, Browser())
        let never = try await site.get(
            "/invitations/" + String(repeating: "0", count: 64), Browser())
        let without = { (page: TestResponse, path: String) in
            page.text.replacing(path, with: "").replacing(
                path.replacing("/", with: "%2F"), with: "")
        }
        #expect(used.status == never.status)
        #expect(
            without(used, link)
                == without(never, "/invitations/" + String(repeating: "0", count: 64)))
    }

    @Test func `an easy password is refused with its reason beside the rule`() async throws {
        let site = try await AccountSite()
        let link = try await site.invite("an.nguyen")
        let answer = try await site.test.post(
            link, ["password": "an.nguyen 2021", "again": "an.nguyen 2021"])
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("tên hoặc tên đăng nhập của bạn"))
        #expect(answer.text.contains("không bắt buộc chữ hoa"))
    }

    @Test func `a login that is taken is refused at its field`() async throws {
        let site = try await AccountSite()
        let answer = try await site.send("/accounts", ["login": "quantri", "name": "Ai đó"])
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("Đã có tài khoản mang tên đăng nhập này"))
        #expect(answer.text.contains("value=\"Ai đó\""))
    }

    @Test func `a list is tried first, then makes a slip for everybody new`() async throws {
        let site = try await AccountSite()
        let table = "login,name\nan.nguyen,Nguyễn An\nbinh.tran,Trần Bình\n"
        let dry = try await site.send("/accounts/import", ["table": table])
        #expect(dry.text.contains("Sẽ thêm 2"))
        #expect(try await site.store.read { try $0.user(login: "an.nguyen") } == nil)

        let made = try await site.send("/accounts/import", ["table": table, "confirmed": "1"])

        #expect(made.text.split(separator: "class=\"card slip\"").count == 3)
        let again = try await site.send("/accounts/import", ["table": table])
        #expect(again.text.contains("Tệp này không thay đổi gì"))
    }

    @Test func `a fault is shown by row and column, and nobody is invited`() async throws {
        let site = try await AccountSite()
        let table = "login,name,mail\nan.nguyen,Nguyễn An,\nb t,Trần Bình,không\n"
        let answer = try await site.send("/accounts/import", ["table": table, "confirmed": "1"])
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("Dòng 3"))
        #expect(
            answer.text.contains("<code>mail</code>") && answer.text.contains("<code>login</code>"))
        #expect(try await site.store.read { try $0.user(login: "an.nguyen") } == nil)
    }

    @Test func `the empty list to fill in has every column`() async throws {
        let site = try await AccountSite()
        let file = try await site.get("/accounts/template.csv")
        #expect(file.text.contains("login,name,mail,agency_code,role"))
    }

    @Test func `a link is mailed to whoever has an address, and its fate is on the page`()
        async throws
    {
        let sent = Mutex<[LinkMail]>([])
        let done = AsyncGate()
        var settings = SiteSettings(publicAddress: "https://cchc.example.vn")
        settings.sendMail = { mail in
            sent.withLock { $0.append(mail) }
            done.open()
            return nil
        }
        let site = try await AccountSite(settings)

        _ = try await site.send(
            "/accounts", ["login": "an.nguyen", "name": "Nguyễn An", "mail": "an@x.gov.vn"])
        await done.opened()

        let mail = try #require(sent.withLock { $0.first })
        #expect(mail.address == "an@x.gov.vn")
        #expect(mail.body.contains("https://cchc.example.vn/invitations/"))
    }

    @Test func `without a public address nothing is mailed`() async throws {
        var settings = SiteSettings()
        settings.sendMail = { _ in
            Issue.record("a mail went out")
            return nil
        }
        let site = try await AccountSite(settings)
        let answer = try await site.send(
            "/accounts", ["login": "an.nguyen", "name": "Nguyễn An", "mail": "an@x.gov.vn"])
        #expect(!answer.text.contains("Đang gửi thư"))
    }

    @Test func `somebody without permission sees no accounts and invites nobody`() async throws {
        let site = try await AccountSite()
        let browser = try await site.accept(try await site.invite("an.nguyen"))
        #expect(try await site.get("/accounts", browser).status == .forbidden)
        let answer = try await site.send(
            "/accounts", ["login": "binh.tran", "name": "Bình"], browser)
        #expect(answer.status == .forbidden)
        #expect(try await !site.get("/2021", browser).text.contains("href=\"/accounts\""))
    }

    @Test func `a visitor is asked to sign in`() async throws {
        let site = try await AccountSite()
        for path in [
            "/accounts", "/accounts/new", "/accounts/quantri", "/settings/sign-in", "/account",
        ] {
            let answer = try await site.get(path, Browser())
            #expect(answer.headers[.location]?.hasPrefix("/sign-in?next=") == true, "\(path)")
        }
    }

    @Test func `an account is reset, closed and opened again from its page`() async throws {
        let site = try await AccountSite()
        let browser = try await site.accept(try await site.invite("an.nguyen"))

        let reset = try await site.send("/accounts/an.nguyen/reset", ["reason": "Quên"])
        #expect(reset.text.contains("/invitations/"))
        #expect(
            try await site.get("/account", browser).headers[.location]?.hasPrefix("/sign-in")
                == true)
        _ = try await site.send("/accounts/an.nguyen/closure", ["reason": "Nghỉ hưu"])
        #expect(try await site.get("/accounts/an.nguyen").text.contains("đã khóa"))
        _ = try await site.send("/accounts/an.nguyen/opening", [:])
        let page = try await site.get("/accounts/an.nguyen").text
        #expect(page.contains("Nghỉ hưu") && !page.contains("đã khóa"))
    }

    @Test func `an account is found by a part of the name without marks`() async throws {
        let site = try await AccountSite()
        _ = try await site.send("/accounts", ["login": "an.nguyen", "name": "Đặng Thị Ẩn"])
        let page = try await site.get("/accounts?find=dang%20thi").text
        #expect(page.contains("an.nguyen") && !page.contains("/accounts/quantri"))
    }

    @Test func `name and mail are corrected on the account's page`() async throws {
        let site = try await AccountSite()
        _ = try await site.send("/accounts", ["login": "an.nguyen", "name": "Nguyễn An"])

        let wrong = try await site.send(
            "/accounts/an.nguyen", ["name": "Nguyễn Ân", "mail": "không phải"])
        #expect(wrong.status == .badRequest && wrong.text.contains("value=\"Nguyễn Ân\""))
        _ = try await site.send(
            "/accounts/an.nguyen", ["name": "Nguyễn Ân", "mail": "an@x.gov.vn"])

        let page = try await site.get("/accounts/an.nguyen").text
        #expect(page.contains("<h1>Nguyễn Ân</h1>") && page.contains("an@x.gov.vn"))
    }

    @Test func `a page for an account that is not there makes none`() async throws {
        let site = try await AccountSite()
        let answer = try await site.send("/accounts/khong.co", ["name": "Ai đó"])
        #expect(answer.status == .notFound)
        #expect(try await site.store.read { try $0.user(login: "khong.co") } == nil)
    }
}
