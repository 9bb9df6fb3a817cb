import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Sample
import Store
import Testing

@testable import Web

@Suite struct TaskPageTests {
    @Test func `the list keeps to what its address asks, and the file has just that`() async throws
    {
        let site = try await SampleSite.of2021.value.test
        let all = try await site.get("/2021/tasks.csv").text
        let late = try await site.get("/2021/tasks.csv?state=openLate").text
        let page = try await site.get("/2021/tasks?state=openLate").text

        let lines = late.split(whereSeparator: \.isNewline).dropFirst()
        #expect(!lines.isEmpty)
        #expect(lines.count < all.split(whereSeparator: \.isNewline).count - 1)
        for line in lines {
            let code = String(line.prefix { $0 != "," })
            #expect(page.contains("/2021/tasks/\(code)\""), "\(code)")
        }
    }

    @Test func `pages of a long list follow each other without gap or repetition`() async throws {
        let site = try await SampleSite.of2021.value.test
        var address = "/2021/tasks?source=agencies&lead="
        var codes: [String] = []
        for _ in 0..<3 {
            let page = try await site.get(address).text
            codes += page.components(separatedBy: "<th scope=\"row\"> <a href=\"/2021/tasks/")
                .dropFirst().map { String($0.prefix { $0 != "\"" }) }
            let next = try #require(page.components(separatedBy: "rel=\"next\"").first)
            address = String(
                next.components(separatedBy: "href=\"").last?.prefix { $0 != "\"" } ?? ""
            )
            .replacing("&amp;", with: "&")
        }
        #expect(codes.count == 150)
        #expect(Set(codes).count == 150)
    }

    @Test func `an overdue task explains its own arithmetic`() async throws {
        let site = try await SampleSite.of2021.value
        let late = try await site.test.get("/2021/tasks.csv?state=openLate").text
        let code = try #require(
            late.split(whereSeparator: \.isNewline).dropFirst().first?.prefix { $0 != "," })
        let page = try await site.test.get("/2021/tasks/\(code)").text

        #expect(page.contains("Cách tính thời hạn"))
        #expect(page.contains("quá hạn"))
        #expect(page.contains("ngày làm việc"))
    }

    @Test func `a report is recorded, and one on an older version shows both sides`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let open = try await site.test.get("/2021/tasks.csv?state=openInTime").text
        let line = try #require(
            open.split(whereSeparator: \.isNewline).dropFirst().first { $0.contains("/11/2021") })
        let code = String(line.prefix { $0 != "," })
        let form = [
            "token": site.officer.token, "version": try await version(site, code), "kind": "going",
            "on": "12/10/2021", "share": "62,5", "note": "Đã trình dự thảo",
        ]
        let first = try await site.test.post(
            "/2021/tasks/\(code)/progress", form, site.officer)
        let second = try await site.test.post(
            "/2021/tasks/\(code)/progress", form, site.officer)
        let page = try await site.test.get("/2021/tasks/\(code)", site.officer).text

        #expect(first.status == .seeOther)
        #expect(second.status == .conflict)
        #expect(page.contains("62,50%"))
        #expect(page.contains("Đã trình dự thảo"))
    }

    @Test func `a visitor may look, and neither report nor change`() async throws {
        let site = try await SampleSite.of2021.value.test
        let page = try await site.get("/2021/tasks/1")
        #expect(page.status == .ok)
        #expect(!page.text.contains("/2021/tasks/1/progress"))
        #expect(try await site.get("/2021/tasks/new").status == .seeOther)
    }

    @Test func `a task that is not there is said to be missing`() async throws {
        let site = try await SampleSite.of2021.value.test
        #expect(try await site.get("/2021/tasks/khong-co").status == .notFound)
    }

    @Test func `the boxes add up to the list`() async throws {
        let site = try await SampleSite.of2021.value.test
        for by in ["area", "agency"] {
            let page = try await site.get("/2021/tasks/boxes?by=\(by)&source=main")
            #expect(page.status == .ok)
            #expect(page.text.contains("box-bar"), "\(by)")
        }
    }

    @Test func `the timeline is a picture with a table`() async throws {
        let page = try await SampleSite.of2021.value.test.get("/2021/tasks/timeline")
        #expect(page.status == .ok)
        #expect(page.text.contains("class=\"task-line"))
    }

    @Test func `the calendar says what was not compared with a document`() async throws {
        let page = try await SampleSite.of2021.value.test.get("/settings/calendar?year=2021").text
        #expect(page.contains("21/04/2021"))
        #expect(page.contains("chưa đối chiếu"))
    }

    @Test func `the sheet per official counts products and gives no points`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get(
            "/2021/officials?agency=BD-SNV&period=2021-Q3", site.officer)
        #expect(page.status == .ok)
        #expect(page.text.contains("335/2025"))
        #expect(!page.text.lowercased().contains("điểm số"))
        let file = try await site.test.get(
            "/2021/officials.csv?agency=BD-SNV&period=2021-Q3&show=products", site.officer)
        #expect(file.text.split(whereSeparator: \.isNewline).count > 1)
    }

    @Test func `a task laid on several is given to more of them by one form`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let code = try #require(
            try await site.test.store.read { db in
                try db.currentPlan(of: 2021).flatMap { plan in
                    try db.tasks(of: plan.id).first {
                        $0.leadText.contains("Sở Tài chính") && $0.lead == nil && $0.code != nil
                    }?.code
                }
            })
        let page = try await site.test.get("/2021/tasks/\(code)", site.officer).text
        let answer = try await site.test.post(
            "/2021/tasks/\(code)/parts",
            [
                "token": site.officer.token, "version": try await version(site, code),
                "block-districts": "1", "excluding": "BD-540", "part_rule": "count",
            ], site.officer)
        let spread = try await site.test.get("/2021/tasks/\(code)", site.officer).text
        let refused = try await site.test.post(
            "/2021/tasks/\(code)/parts",
            [
                "token": site.officer.token, "version": try await version(site, code),
                "including": "KHONG-CO", "part_rule": "count",
            ], site.officer)

        #expect(page.contains("name=\"block-districts\""))
        #expect(answer.status == .seeOther)
        #expect(spread.contains("/2021/tasks/\(code).3\""))
        #expect(refused.status == .badRequest)
        #expect(refused.text.contains("KHONG-CO"))
    }

    @Test func `the year's end is not before its last day, and says so`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/task-closures", site.officer)
        #expect(page.status == .ok)
        #expect(page.text.contains("14/12/2021"))
        #expect(!page.text.contains("/2021/task-rollovers\""))
    }

    @Test func `the file to import tells columns that are only to be read`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/tasks/import", site.officer).text
        #expect(page.contains("chỉ để xem, không lấy vào"))
        #expect(page.contains("Số liệu hiện có, CSV"))
        #expect(!page.contains("mã cơ quan"))
    }

    private func version(_ site: SampleSite, _ code: String) async throws -> String {
        let task = try await site.test.store.read { try $0.task(coded: code, year: 2021) }
        return String(try #require(task).version)
    }
}
