import Domain
import HTTPTypes
import HummingbirdTesting
import Sample
import Store
import Support
import Testing

@testable import Web

@Suite struct CampaignPageTests {
    private let campaigns = "/2021/self-inspections/campaigns"

    @Test func `a campaign shows how far each body has come`() async throws {
        let site = try await SampleSite.of2021.value

        let page = try await site.test.get("\(campaigns)/1")
        let late = try await site.test.get("\(campaigns)/1?state=overdue")

        #expect(page.status == .ok)
        #expect(page.text.contains("Đã báo cáo đúng hạn ("))
        #expect(page.text.contains("của đơn vị"))
        #expect(late.text.contains("Không có cơ quan nào."))
    }

    @Test func `its table can be taken along`() async throws {
        let site = try await SampleSite.of2021.value

        let csv = try await site.test.get("\(campaigns)/1/table.csv")

        #expect(csv.status == .ok)
        #expect(csv.text.contains("body_code"))
        #expect(csv.text.contains("origin"))
    }

    @Test func `a campaign with days the wrong way round is not opened`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let form = [
            "token": site.officer.token, "name": "Đợt 2", "checklist": "1", "scope": "communes",
            "opens_on": "20/11/2021", "due_on": "10/11/2021",
        ]

        let refused = try await site.test.post(campaigns, form, site.officer)
        #expect(refused.status == .badRequest)
        #expect(refused.text.contains("Hạn báo cáo không thể trước ngày bắt đầu 20/11/2021."))

        let opened = try await site.test.post(
            campaigns, form.merging(["due_on": "10/12/2021"]) { $1 }, site.officer)
        #expect(opened.status == .seeOther)
        #expect(opened.headers[.location] == "\(campaigns)/2")
    }

    @Test func `a point that is not met leads to the form of a finding, filled`() async throws {
        let site = try await SampleSite.of2021.value
        let number = try await site.test.store.read { db in
            try db.selfInspectionCampaign(numbered: 1).map(db.linesOfToday)?.first {
                $0.answered == 13
            }?.number
        }
        let page = try await site.test.get(
            "/2021/self-inspections/\(try #require(number))", site.officer)

        let link = try #require(
            page.text.firstMatch(of: #/href="([^"]*findings/new[^"]*text=[^"]*)"/#)?.1)
        let address = String(link).replacing("&amp;", with: "&")
        let form = try await site.test.get(address, site.officer)
        #expect(form.status == .ok)
        #expect(form.text.contains("Cần bổ sung trong quý sau</textarea>"))
    }

    @Test func `a report is refused while points are open`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let (line, version) = try await site.test.store.read { db in
            let line = try db.selfInspectionCampaign(numbered: 1).map(db.linesOfToday)?
                .first { $0.heldOn == nil }
            return (line, try line.flatMap { try db.selfInspection(numbered: $0.number) }?.version)
        }
        let open = try #require(line)
        let path = "/2021/self-inspections/\(open.number)"

        let refused = try await site.test.post(
            "\(path)/report",
            [
                "token": site.officer.token, "version": "\(try #require(version))",
                "report_symbol": "1/BC",
                "held_on": "14/10/2021",
            ], site.officer)

        #expect(refused.status == .badRequest)
        #expect(refused.text.contains("Phiếu còn \(13 - open.answered) nội dung chưa trả lời."))
    }
}

extension ReadableDatabase {
    fileprivate func linesOfToday(
        _ campaign: SelfInspectionCampaign
    ) throws -> [SelfInspectionCampaign.Line] {
        try campaignLines(of: campaign, on: try workspace().today(now))
    }
}
