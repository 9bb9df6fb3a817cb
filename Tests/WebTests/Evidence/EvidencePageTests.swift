import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Store
import Support
import Testing

@testable import Web

/// Giving a record its evidence, and what comes back when somebody asks for it.
@Suite struct EvidencePageTests {
    @Test func `several files in one go are kept, listed on the record and on pages of their own`()
        async throws
    {
        let site = try await EvidenceSite()
        let answer = try await site.send([
            ("bien-ban.png", onePixel), ("báo cáo.txt", Data("Số: 1/BC\n".utf8)),
        ])
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == "/2021/inspections/1")

        let page = try await site.test.get("/2021/inspections/1", site.officer).text
        #expect(page.contains("bien-ban.png") && page.contains("báo cáo.txt"))
        #expect(page.contains("Có tài liệu kiểm chứng"))
        let own = try await site.test.get("/evidence/1", site.officer).text
        #expect(own.contains("Cuộc kiểm tra 1") && own.contains("/2021/inspections/1"))
        #expect(try site.keptFiles().count == 2)
    }

    @Test func `a file goes out as what it is, in a sandbox, and only pictures and PDF are shown`()
        async throws
    {
        let site = try await EvidenceSite()
        _ = try await site.send([("a.png", onePixel), ("a.txt", Data("<b>x</b> y".utf8))])

        let picture = try await site.test.get("/evidence/1/revisions/1/file", site.officer)
        #expect(picture.status == .ok)
        #expect(Data(picture.body.readableBytesView) == onePixel)
        #expect(picture.headers[.contentType] == "image/png")
        #expect(picture.headers[.contentSecurityPolicy]?.hasPrefix("sandbox;") == true)
        #expect(picture.headers[.xContentTypeOptions] == "nosniff")
        #expect(picture.headers[.contentDisposition]?.hasPrefix("inline;") == true)
        let text = try await site.test.get("/evidence/2/revisions/1/file", site.officer)
        #expect(text.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(text.headers[.contentDisposition]?.hasPrefix("attachment;") == true)
        let saved = try await site.test.get(
            "/evidence/1/revisions/1/file?download=1", site.officer)
        #expect(saved.headers[.contentDisposition]?.hasPrefix("attachment;") == true)
    }

    @Test func `a name that leads elsewhere leads nowhere`() async throws {
        let site = try await EvidenceSite()
        _ = try await site.send([("../../../etc/cron.d/x.txt", Data("x y".utf8))])

        let file = try await site.test.get("/evidence/1/revisions/1/file", site.officer)
        #expect(
            file.headers[.contentDisposition]
                == "attachment; filename=\"evidence-1.txt\"; filename*=UTF-8''x.txt")
        let kept = try site.keptFiles()
        #expect(kept.count == 1 && kept.allSatisfy { !$0.contains("cron") })
    }

    @Test(arguments: [
        ("a.pdf", onePixel, "nội dung là Ảnh PNG"), ("a.exe", Data("MZ\0".utf8), "Không nhận tệp"),
        ("a.txt", Data(), "không có nội dung"),
        (
            "a.txt", Data("Số: 1/BC-UBND\nTỐI MẬT\nBÁO CÁO\nvề việc\n".utf8),
            "mang dấu chỉ độ mật “TỐI MẬT”"
        ),
    ])
    func `a file that is not taken is named with the remedy, and nothing of it is kept`(
        _ name: String, _ data: Data, _ said: String
    ) async throws {
        let site = try await EvidenceSite()
        let answer = try await site.send([("good.png", onePixel), (name, data)])

        #expect(answer.status == .badRequest)
        #expect(answer.text.contains(said))
        #expect(answer.text.contains("name=\"files\""))
        #expect(try site.keptFiles().isEmpty)
        #expect(try await site.test.get("/evidence/1", site.officer).status == .notFound)
    }

    @Test func `no file at all is said so`() async throws {
        let site = try await EvidenceSite()
        let answer = try await site.send([])
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("Chưa chọn tệp nào"))
    }

    @Test func `a file larger than allowed is refused and leaves nothing behind`() async throws {
        var settings = SiteSettings.withoutRates
        settings.largestFile = 100
        let site = try await EvidenceSite(settings)
        let answer = try await site.send([("a.txt", Data(repeating: 0x61, count: 101))])
        #expect(answer.status == .contentTooLarge)
        #expect(try site.keptFiles().isEmpty)
    }

    @Test func `who may not see the record gets neither page nor file, knowing hash and number`()
        async throws
    {
        let site = try await EvidenceSite()
        _ = try await site.send([("a.png", onePixel)])
        let stranger = try await site.test.signedIn(as: nil, in: nil)
        let paths = [
            "/evidence", "/evidence/1", "/evidence/1/revisions/1/file",
            "/evidence/1/revisions/1/pages/1",
        ]
        for path in paths {
            #expect(try await site.test.get(path, stranger).status == .forbidden, "\(path)")
            #expect(try await site.test.get(path).status == .seeOther, "\(path)")
        }
        let kept = try #require(try site.keptFiles().first)
        #expect(try await site.test.get("/evidence/\(kept)", site.officer).status == .notFound)
    }

    @Test func `an officer of another district sees the evidence and may not add to it`()
        async throws
    {
        let site = try await EvidenceSite()
        _ = try await site.send([("a.png", onePixel)])
        let other = try await site.test.signedIn(as: .officer, in: "T-2")

        let page = try await site.test.get("/2021/inspections/1", other).text
        #expect(page.contains("a.png") && !page.contains("action=\"/evidence\""))
        let answer = try await site.send([("b.txt", Data("x y".utf8))], as: other)
        #expect(answer.status == .forbidden)
        let own = try await site.test.signedIn(as: .officer, in: "T-1")
        #expect(
            try await site.send([("b.txt", Data("x y".utf8))], as: own).status == .seeOther)
    }

    @Test func `a newer file is shown on every record, the older stays to be fetched`()
        async throws
    {
        let site = try await EvidenceSite()
        _ = try await site.send([("a.txt", Data("bản một".utf8))])
        let answer = try await site.send(
            [("b.txt", Data("bản hai".utf8))], to: "/evidence/1/revisions", ["reason": "bản ký"])
        #expect(answer.status == .seeOther)

        let page = try await site.test.get("/evidence/1", site.officer).text
        #expect(page.contains("bản hai") && page.contains("Bản 1: a.txt"))
        let old = try await site.test.get("/evidence/1/revisions/1/file", site.officer)
        #expect(old.text == "bản một")
        #expect(try await site.test.get("/2021/inspections/1", site.officer).text.contains("bản 2"))
    }

    @Test func `a document is withdrawn with a reason, and an explanation may stand instead`()
        async throws
    {
        let site = try await EvidenceSite()
        _ = try await site.send([("a.txt", Data("x y".utf8))])
        let subject = site.subject
        let link = try #require(
            try await site.test.store.read { try $0.evidence(of: subject, for: .system).first })
        let token = site.officer.token
        let answer = try await site.test.post(
            "/evidence/withdrawals",
            ["token": token, "link": link.link.id.text, "reason": "gửi nhầm"], site.officer)
        #expect(answer.status == .seeOther)
        let short = try await site.test.post(
            "/evidence/explanations",
            [
                "token": token, "kind": "inspection", "record": subject.record, "version": "0",
                "explanation": "Chưa có",
            ], site.officer)
        #expect(short.status == .badRequest && short.text.contains("Giải trình quá ngắn"))
        _ = try await site.test.post(
            "/evidence/explanations",
            [
                "token": token, "kind": "inspection", "record": subject.record, "version": "0",
                "explanation": "Biên bản đang chờ ký, sẽ gửi trước 30/10.",
            ], site.officer)

        let page = try await site.test.get("/2021/inspections/1", site.officer).text
        #expect(page.contains("Biên bản đang chờ ký") && page.contains("Đã giải trình"))
    }

    @Test func `what the scanner finds something in lies apart and is on record`() async throws {
        var settings = SiteSettings.withoutRates
        settings.scanCommand = ["sh", "-c", "echo \"$0: Eicar FOUND\"; exit 1"]
        let site = try await EvidenceSite(settings)
        let answer = try await site.send([("a.txt", Data("x y".utf8))])

        #expect(answer.status == .badRequest && answer.text.contains("Eicar FOUND"))
        #expect(try site.keptFiles().allSatisfy { $0.hasPrefix("quarantine/") })
        #expect(try site.keptFiles().count == 1)
        let journal = try await site.test.get("/journal", site.officer).text
        #expect(journal.contains("Cách ly tệp có mã độc"))
    }

    @Test func `while the scanner does not answer nothing is taken`() async throws {
        var settings = SiteSettings.withoutRates
        settings.scanCommand = ["sh", "-c", "exit 2"]
        let site = try await EvidenceSite(settings)
        let answer = try await site.send([("a.txt", Data("x y".utf8))])
        #expect(answer.status == .serviceUnavailable)
        #expect(try site.keptFiles().isEmpty)
    }

    @Test(arguments: [
        ("bytes=0-3", "bytes 0-3/10", "0123"), ("bytes=8-", "bytes 8-9/10", "89"),
        ("bytes=-2", "bytes 8-9/10", "89"), ("bytes=4-99", "bytes 4-9/10", "456789"),
    ])
    func `a part of a file may be asked for`(_ range: String, _ said: String, _ text: String)
        async throws
    {
        let site = try await EvidenceSite()
        _ = try await site.send([("a.txt", Data("0123456789".utf8))])
        let answer = try await site.test.send(
            .get, "/evidence/1/revisions/1/file", site.officer, type: nil, body: nil,
            headers: [.range: range])
        #expect(answer.status == .partialContent)
        #expect(answer.headers[.contentRange] == said)
        #expect(answer.text == text)
    }

    @Test(arguments: [
        "bytes=10-", "bytes=5-2", "bytes=a-b", "bytes=0-1,3-4", "lines=1-2", "bytes=-",
    ])
    func `a part that makes no sense gives the whole file`(_ range: String) {
        #expect(byteRange(range, of: 10) == nil)
    }

    @Test func `the pages that take files say that secret documents must not be entered`()
        async throws
    {
        let site = try await EvidenceSite()
        for path in [
            "/2021/inspections/1",
            "/evidence/new?kind=inspection&record=\(site.subject.record)",
        ] {
            let page = try await site.test.get(path, site.officer).text
            #expect(page.contains("Không được nhập, không được tải lên tài liệu mật"), "\(path)")
            #expect(
                page.contains("capture=\"environment\"") && page.contains("multiple"), "\(path)")
        }
    }
}
