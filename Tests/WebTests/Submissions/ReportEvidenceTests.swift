import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Sample
import Store
import Support
import Testing

@testable import Web

/// Evidence given from the page of a report itself, and the signed document of one that was sent.
@Suite struct ReportEvidenceTests {
    private let address = "/2021/submissions/year/BD-SNV"

    @Test func `a file given for a task is kept, and nothing that was typed is lost`() async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        let task = try await self.task(site)
        let fields = [
            "attach": task, "difficulties": "Đang viết dở", "draft_version": "0",
            "task.\(task).result": "Đã họp",
        ]

        let answer = try await send(
            site, "\(address)/draft", fields,
            file: ("task.\(task).files", "bien-ban.png", onePixel))

        #expect(answer.status == .seeOther, "\(answer.text.prefix(4_000))")
        #expect(answer.headers[.location] == "\(address)/form#line-\(task)")
        let page = try await site.test.get("\(address)/form", site.officer).text
        #expect(page.contains("bien-ban.png"))
        #expect(page.contains("Đang viết dở") && page.contains("Đã họp"))
        let proof = try await site.test.store.read {
            try $0.proof(of: Evidence.Subject(.task, task))
        }
        #expect(proof.state == .proven)
    }

    @Test func `a file that is not taken is named at its task, and the page comes back as typed`()
        async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        let task = try await self.task(site)
        let fields = ["difficulties": "Giữ câu này", "draft_version": "0", "version": "0"]
        for path in ["draft", "rounds"] {
            let answer = try await send(
                site, "\(address)/\(path)", fields,
                file: ("task.\(task).files", "quyet-dinh.pdf", onePixel))
            #expect(answer.status == .badRequest)
            #expect(answer.text.contains("quyet-dinh.pdf") && answer.text.contains("Ảnh PNG"))
            #expect(answer.text.contains("Giữ câu này"))
        }
    }

    @Test func `a document on file is cited for a task by its number`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let task = try await self.task(site)
        var fields = ["task.\(task).document": "1", "draft_version": "0"]
        let answer = try await send(site, "\(address)/draft", fields)
        #expect(answer.status == .seeOther, "\(answer.text.prefix(4_000))")
        let links = try await site.test.store.read {
            try $0.evidence(of: Evidence.Subject(.task, task), for: .system)
        }
        #expect(links.map(\.evidence.number) == [1])

        fields["task.\(task).document"] = "99999"
        fields["draft_version"] = "1"
        let missing = try await send(site, "\(address)/draft", fields)
        #expect(missing.text.contains("99999") && missing.text.contains("Nhiệm vụ"))
    }

    @Test func `symbol and date of the signed document are read from its file, which is shown`()
        async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        let report = "/2021/submissions/q3/BD-STP"
        let version = try await self.version(site, report)

        let answer = try await send(
            site, "\(report)/document", ["version": version, "symbol": "", "signed_on": ""],
            file: ("file", "bao-cao.pdf", signedReport))

        #expect(answer.status == .seeOther, "\(answer.text.prefix(4_000))")
        let page = try await site.test.get(report, site.officer).text
        #expect(page.contains("Số 301/BC-STP, ngày 09/09/2021"))
        #expect(page.contains("Tệp PDF không có chữ ký số."))
        #expect(page.contains("Xem tài liệu số"))
    }

    @Test func `a signed document that cannot be read is kept while its symbol is asked for`()
        async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        let report = "/2021/submissions/q3/BD-STP"
        var fields = ["version": try await version(site, report), "symbol": "", "signed_on": ""]

        let refused = try await send(
            site, "\(report)/document", fields, file: ("file", "anh.png", onePixel))
        #expect(refused.status == .badRequest)
        #expect(refused.text.contains("Tệp đã được giữ"))
        #expect(refused.text.contains("anh.png"))

        fields["symbol"] = "302/BC-STP"
        fields["signed_on"] = "10/09/2021"
        #expect(try await send(site, "\(report)/document", fields).status == .seeOther)
    }

    @Test func `a signed document with a stamp of secrecy is refused`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let report = "/2021/submissions/q3/BD-STP"
        let answer = try await send(
            site, "\(report)/document", ["version": try await version(site, report)],
            file: ("file", "mat.pdf", PDFBytes.text([["UBND TỈNH", "MẬT", "Số: 1/BC-STP"]])))
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("mat.pdf") && answer.text.contains("MẬT"))
    }

    /// The inner id of the first task of the page that is not done and has no file.
    private func task(_ site: SampleSite) async throws -> String {
        let found = try await site.test.store.read { db in
            let period = try db.addressedPeriod("year", of: 2021)
            let body = try db.addressedBody("BD-SNV", try db.agencyTree(on: period.agencyLast))
            return try db.submissionBasis(
                for: body.agency, in: period, on: try #require(Day("2021-10-15"))
            ).content.tasks.first { $0.doneOn == nil && $0.evidence.isEmpty }
        }
        return try #require(found?.task.text)
    }

    private func version(_ site: SampleSite, _ report: String) async throws -> String {
        let page = try await site.test.get(report, site.officer).text
        let form = try #require(page.range(of: "\(report)/document\"")?.upperBound)
        let name = try #require(
            page.range(of: "name=\"version\" value=\"", range: form..<page.endIndex))
        return String(page[name.upperBound...].prefix { $0 != "\"" })
    }

    private var signedReport: Data {
        PDFBytes.text([
            [
                "ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH", "SỞ TƯ PHÁP", "Số: 301/BC-STP",
                "Bình Định, ngày 09 tháng 9 năm 2021", "BÁO CÁO",
                "Công tác cải cách hành chính quý III năm 2021",
            ]
        ])
    }

    private func send(
        _ site: SampleSite, _ path: String, _ fields: [String: String],
        file: (field: String, name: String, data: Data)? = nil
    ) async throws -> TestResponse {
        var body = Data()
        for (name, value) in fields.merging(["token": site.officer.token], uniquingKeysWith: { $1 })
            .sorted(by: { $0.key < $1.key })
        {
            body += Data(
                "--xyz\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
                    .utf8)
        }
        if let file {
            body += Data(
                "--xyz\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n\r\n"
                    .utf8)
            body += file.data + Data("\r\n".utf8)
        }
        body += Data("--xyz--\r\n".utf8)
        return try await site.test.send(
            .post, path, site.officer, type: "multipart/form-data; boundary=xyz",
            body: ByteBuffer(bytes: body))
    }
}
