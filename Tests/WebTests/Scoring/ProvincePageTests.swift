import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Reading
import Sample
import Store
import NIOCore
import Testing

@testable import Web

/// The province's own index and what goes with it, over the sample.
@Suite struct ProvincePageTests {
    @Test func `anybody reads value, rank and change of the province over the years`() async throws
    {
        let site = try await SampleSite.of2021.value.test
        let page = try await site.get("/2020/index/province").text
        #expect(page.contains("84,46%"))
        #expect(page.contains("35/63"))
        #expect(page.contains("không so sánh được (bộ tiêu chí đã thay đổi)"))
        #expect(page.contains("Bộ chấm"))
    }

    @Test func `before publication a visitor learns no figure of the province's file`() async throws
    {
        let site = try await SampleSite.of2021.value.test
        let page = try await site.get("/2021/index/province").text
        #expect(page.contains("chưa công bố"))
        #expect(!page.contains("Theo lĩnh vực"))
        #expect(try await site.get("/2021/index/province/BD").status == .notFound)
        #expect(try await site.get("/2021/index/province/BD/report.docx").status != .ok)
        #expect(try await site.get("/2021/index/province/BD/evidence.zip").status != .ok)
    }

    @Test func `the office sees what each lead department has still to bring`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021/index/province", site.officer).text
        #expect(page.contains("Theo cơ quan chủ trì"))
        #expect(page.contains("Sở Tư pháp"))
        #expect(page.contains("Phần tự chấm, chưa thẩm định, chưa có điều tra xã hội học"))
    }

    @Test func `the self-assessment goes out as a report, a table and folders of evidence`()
        async throws
    {
        let site = try await SampleSite.of2021.value
        for (file, start) in [
            ("report.docx", "PK"), ("report.xlsx", "PK"), ("evidence.zip", "PK"),
        ] {
            let answer = try await site.test.get(
                "/2021/index/province/BD/\(file)", site.officer)
            #expect(answer.status == .ok, "\(file)")
            #expect(answer.body.readableBytesView.starts(with: Array(start.utf8)), "\(file)")
        }
    }

    @Test func `a criterion of the Ministry's names the criteria of our own that feed it`()
        async throws
    {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get(
            "/2021/index/province/BD/criteria/1.1.1", site.officer
        ).text
        #expect(page.contains("Tiêu chí nội bộ góp vào"))
        #expect(page.contains("1.1.1 Ban hành kế hoạch của cơ quan kịp thời"))
        #expect(page.contains("Tài liệu kiểm chứng"))
    }

    @Test func `an older year scored by newer rules is marked as a reckoning`() async throws {
        let site = try await SampleSite.of2021.value.test
        let page = try await site.get("/criteria/4/rescoring").text
        #expect(page.contains("Phép tính thử"))
        #expect(page.contains("Hạng tính lại"))
    }

    @Test func `honesty shows the gap by agency and by criterion`() async throws {
        let site = try await SampleSite.of2021.value.test
        let page = try await site.get("/2020/index/departments/honesty").text
        #expect(page.contains("Chênh lệch theo cơ quan"))
        #expect(page.contains("Phân bố chỉ số"))
        #expect(try await site.get("/2021/index/departments/honesty").status != .ok)
    }

    @Test func `two agencies stand beside each other, criterion by criterion`() async throws {
        let site = try await SampleSite.of2021.value.test
        let page = try await site.get(
            "/2020/index/departments/comparison?c1=2020/BD-SNV&c2=2020/BD-SYT"
        ).text
        #expect(page.contains("Sở Nội vụ 2020"))
        #expect(page.contains("Sở Y tế 2020"))
    }

    @Test func `a lost point is taken up and its task stands in the plan`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let path = "/2020/index/province/BD/remediation"
        let list = try await site.test.get(path, site.officer).text
        let criterion = try #require(list.firstMatch(of: /new\?criterion=([\d.]+)/)?.1)
        let answer = try await site.test.post(
            path,
            [
                "token": site.officer.token, "criterion": String(criterion),
                "shortcoming": "Thiếu tài liệu", "cause": "Nộp chậm",
                "remedy": "Bổ sung tài liệu trước khi hết hạn", "lead": "BD-STP",
                "due_on": "30/11/2021",
            ], site.officer)
        #expect(answer.status == .seeOther)
        let page = try await site.test.get(path, site.officer).text
        #expect(page.contains("Bổ sung tài liệu trước khi hết hạn"))
        #expect(page.contains("Chưa hoàn thành trong hạn"))
    }

    @Test func `what was taken up goes out as a plan with its lines`() async throws {
        let site = try await SampleSite.of2021.value
        let path = "/2020/index/province/BD/remediation.docx"
        let file = try await site.test.get(path, site.officer)
        let text = try await PlanFile.read(Data(file.body.readableBytesView), name: "kp.docx").text
        #expect(text.contains("KẾ HOẠCH"))
        #expect(text.contains("Khắc phục tiêu chí"))
        #expect(text.contains("Cơ quan chủ trì"))
    }

    @Test func `the year's file of the province counts what its bodies did together`() async throws
    {
        let site = try await SampleSite.of2021.value
        let (found, summed) = try await site.test.store.read { db in
            let round = try #require(try db.scoringRound(of: 2021, block: nil))
            let set = try #require(try db.criteriaSet(round.set))
            let file = try #require(try db.assessments(of: round, for: .system).first)
            let lines = try db.lines(of: file.assessment.number)
            let day = try #require(Day("2021-10-15"))
            let position = try #require(set.position(of: "1.2.2"))
            let facts = try db.findingFigures(of: 2021, asked: AskedDay(day, today: day))
            return (lines.first { $0.position == position }?.entry, facts.superior)
        }
        let entry = try #require(found)
        #expect(entry.origin == .measured)
        #expect(summed.found > 0)
        #expect(entry.answer != nil)
    }

    @Test func `a remediation that leaves something out is shown again with what is missing`()
        async throws
    {
        let site = try await SampleSite.of2021.value
        let path = "/2020/index/province/BD/remediation"
        let list = try await site.test.get(path, site.officer).text
        let criterion = try #require(list.firstMatch(of: /new\?criterion=([\d.]+)/)?.1)
        let answer = try await site.test.post(
            path,
            [
                "token": site.officer.token, "criterion": String(criterion), "remedy": "x",
                "due_on": "30/11/2021",
            ], site.officer)
        #expect(answer.status != .seeOther)
        #expect(answer.text.contains("Hãy ghi nguyên nhân."))
    }

    @Test func `a result that leaves out a criterion is refused with its number`() async throws {
        let site = try await SampleSite.of2021.value
        let answer = try await site.test.post(
            "/2021/index/province/BD/result",
            ["token": site.officer.token, "table": "criterion,points,reason\n1.1.1,0.5,"],
            site.officer)
        #expect(answer.status != .seeOther)
        #expect(answer.text.contains("Danh sách còn thiếu tiêu chí"))
    }

    @Test func `opinions on a draft are listed with their answers and go out with the decision`()
        async throws
    {
        let site = try await SampleSite.of2021.value.test
        let number = try #require(
            try await site.store.read {
                try $0.criteriaSets().first { $0.details.block == .communes }?.number
            })
        let page = try await site.get("/criteria/\(number)/opinions").text
        #expect(page.contains("Thống nhất với dự thảo."))
        #expect(page.contains("Đã bổ sung vào cách tính"))
        #expect(try await site.get("/criteria/\(number)/table.docx").status == .ok)
    }
}
