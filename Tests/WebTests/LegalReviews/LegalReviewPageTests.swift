import Domain
import Hummingbird
import HummingbirdTesting
import Reading
import Sample
import Store
import Support
import Testing

@testable import Web

@Suite struct LegalReviewPageTests {
    @Test(arguments: [
        "Rà soát văn bản quy phạm pháp luật theo lĩnh vực năm 2021",
        "Hệ thống hóa văn bản quy phạm pháp luật kỳ 2016-2020", "quá hạn", "trong hạn",
        "đã kết thúc",
    ])
    func `all campaigns are listed with how far they have come`(_ words: String) async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/documents/reviews")
        #expect(page.status == .ok)
        #expect(page.text.contains(words))
    }

    @Test func `the board counts by agency and leads to their documents`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/documents/reviews/1").text
        #expect(page.contains("Sở Tài nguyên và Môi trường"))
        #expect(page.contains("Tổng cộng"))
        #expect(page.contains("/documents/reviews/1?body=BD-STNMT&amp;show=keep"))
        let some = try await site.test.get("/documents/reviews/1?body=BD-STC&show=open")
        #expect(some.status == .ok)
        #expect(!some.text.contains("Giữ nguyên</span>"))
    }

    @Test func `a document's page names the campaigns that took it in`() async throws {
        let site = try await SampleSite.of2021.value
        let number = try await site.firstLine()
        let page = try await site.test.get("/documents/\(number)").text
        #expect(page.contains("/documents/reviews/1/lines/\(number)"))
    }

    @Test func `the standing office opens a campaign, and is told what is missing`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        var typed = [
            "token": site.officer.token, "name": "Rà soát đất đai", "kind": "review",
            "field": "đất đai", "opens_on": "15/10/2021", "due_on": "01/10/2021",
        ]
        let wrong = try await site.test.post("/documents/reviews", typed, site.officer)
        #expect(wrong.status == .badRequest)
        #expect(wrong.text.contains("Thời hạn không thể trước ngày bắt đầu 15/10/2021"))
        typed["due_on"] = "01/12/2021"
        let made = try await site.test.post("/documents/reviews", typed, site.officer)
        #expect(made.status == .seeOther)
        #expect(try await site.test.get("/documents/reviews/4").text.contains("lĩnh vực đất đai"))
    }

    @Test func `a closed campaign says by what, takes no outcome, and can be opened again`()
        async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        let page = try await site.test.get("/documents/reviews/3", site.officer).text
        #expect(page.contains("kết thúc"))
        #expect(page.contains("Báo cáo kết quả rà soát của Sở Tư pháp (minh hoạ)"))
        #expect(page.contains("action=\"/documents/reviews/3/reopening\""))
        #expect(!page.contains("action=\"/documents/reviews/3/closing\""))
        let number = try #require(
            try await site.test.store.read { db in
                let review = try db.legalReview(numbered: 3)
                let today = try db.workspace().today(db.now)
                return try review.flatMap {
                    try db.legalReviewLines(
                        of: $0.id, LegalReviewFilter(), on: today, limit: 1
                    ).first?.number
                }
            })
        let line = "/documents/reviews/3/lines/\(number)"
        #expect(!(try await site.test.get(line, site.officer).text.contains("id=\"form-outcome\"")))
        var typed = ["token": site.officer.token, "version": "2", "outcome": "keep"]
        typed["reason"] = "khác"
        let refused = try await site.test.post(line, typed, site.officer)
        #expect(refused.status == .badRequest)
        #expect(refused.text.contains("Đợt này đã kết thúc ngày"))
        let bare = try await site.test.post(
            "/documents/reviews/3/reopening", ["token": site.officer.token], site.officer)
        #expect(bare.status == .badRequest)
        #expect(bare.text.contains("Hãy ghi lý do mở lại"))
        let opened = try await site.test.post(
            "/documents/reviews/3/reopening",
            ["token": site.officer.token, "reason": "sót văn bản"], site.officer)
        #expect(opened.status == .seeOther)
        let open = try await site.test.get("/documents/reviews/3", site.officer).text
        #expect(open.contains("action=\"/documents/reviews/3/closing\""))
        let again = [
            "token": site.officer.token, "paper": "Báo cáo số 10/BC-STP", "closed_on": "31/12/2021",
        ]
        let late = try await site.test.post(
            "/documents/reviews/3/closing", again, site.officer)
        #expect(late.status == .badRequest)
        #expect(late.text.contains("Ngày kết thúc không thể sau hôm nay"))
    }

    @Test func `an outcome is typed, refused with its reason, taken, and made a task`()
        async throws
    {
        let site = try await SampleSite(.binhDinh2021)
        let number = try await site.openLine()
        let path = "/documents/reviews/1/lines/\(number)"
        let version = try await site.version(of: number)
        var typed = [
            "token": site.officer.token, "version": "\(version)", "outcome": "repeal",
            "reason": "không còn phù hợp",
        ]
        let wrong = try await site.test.post(path, typed, site.officer)
        #expect(wrong.status == .badRequest)
        #expect(wrong.text.contains("Hãy ghi thời hạn thực hiện"))
        typed["do_by"] = "01/12/2021"
        #expect(try await site.test.post(path, typed, site.officer).status == .seeOther)
        let task = try await site.test.post(
            "\(path)/task", ["token": site.officer.token], site.officer)
        #expect(task.status == .seeOther)
        #expect(try await site.test.get(path, site.officer).text.contains("/2021/tasks/"))
    }

    @Test func `the list goes out and comes back unchanged`() async throws {
        let site = try await SampleSite.of2021.value
        let file = try await site.test.get("/documents/reviews/1/lines.csv", site.officer)
        #expect(file.status == .ok)
        let table = try CSVFile.read(file.text, name: "a.csv")
        let summary = try await site.test.store.read {
            try $0.legalReviewDryRun(
                LegalReviewColumns.all.read(table, blank: LegalReviewRow()), of: 1)
        }
        #expect(summary.problems.isEmpty)
        #expect((summary.new, summary.changed) == (0, 0))
        #expect(summary.unchanged == table.rows.count)
    }

    @Test func `what a file would change is shown before anything is written`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let number = try await site.openLine()
        let path = "/documents/reviews/1/import"
        let table = "number,outcome,reason\n\(number),keep,còn phù hợp"
        let tried = try await site.test.post(
            path, ["token": site.officer.token, "table": table], site.officer)
        #expect(tried.text.contains("Sẽ thêm 1, sửa 0, giữ nguyên 0"))
        let wrong = try await site.test.post(
            path, ["token": site.officer.token, "table": "number,outcome\n99999,keep"],
            site.officer)
        #expect(wrong.text.contains("không thuộc đợt này"))
        let taken = try await site.test.post(
            path, ["token": site.officer.token, "table": table, "confirmed": "1"], site.officer)
        #expect(taken.status == .seeOther)
    }

    @Test(arguments: [
        "Còn hiệu lực ngày 31/12/2021", "Hết hiệu lực toàn bộ", "Hết hiệu lực một phần",
        "Cần sửa đổi, bổ sung, thay thế, bãi bỏ theo kết quả rà soát",
    ])
    func `a systematisation has four lists`(_ caption: String) async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get(
            "/documents/expired?from=2017-01-01&until=2021-12-31&list=systematisation")
        #expect(page.status == .ok)
        #expect(page.text.contains(caption))
    }

    @Test func `the four lists go out as the draft of a decision`() async throws {
        let site = try await SampleSite.of2021.value
        let path =
            "/documents/expired.docx?from=2017-01-01&until=2021-12-31&list=systematisation"
        let file = try await site.test.get(path, site.officer)
        #expect(file.status == .ok)
        #expect(file.headers[.contentDisposition]?.contains("he-thong-hoa") == true)
    }
}

extension SampleSite {
    private func lines(_ filter: LegalReviewFilter) async throws -> [ListedLegalReviewLine] {
        try await test.store.read { db in
            let review = try #require(try db.legalReview(numbered: 1))
            let today = try #require(Day("2021-10-15"))
            return try db.legalReviewLines(of: review.id, filter, on: today, limit: 10)
        }
    }

    fileprivate func firstLine() async throws -> Int {
        try #require(try await lines(LegalReviewFilter()).first).number
    }

    fileprivate func openLine() async throws -> Int {
        var filter = LegalReviewFilter()
        filter.isOpen = true
        return try #require(try await lines(filter).first).number
    }

    fileprivate func version(of number: Int) async throws -> Int {
        var filter = LegalReviewFilter()
        filter.isOpen = true
        return try #require(try await lines(filter).first { $0.number == number }).line.version
    }
}
