import Domain
import Support
import Testing

@Suite struct CampaignTests {
    @Test(
        arguments: [
            (nil, "2021-10-30", SelfInspectionCampaign.State.open),
            (nil, "2021-10-31", .overdue),
            ("2021-10-30", "2021-10-30", .inTime),
            ("2021-10-31", "2021-10-31", .late),
            ("2021-10-31", "2021-10-30", .open),
        ] as [(String?, String, SelfInspectionCampaign.State)])
    func `the last day belongs to the term, a later report is not known yet`(
        _ held: String?, _ today: String, _ state: SelfInspectionCampaign.State
    ) throws {
        let campaign = SelfInspectionCampaign(
            id: .init("1"), number: 1, year: 2021, name: "Đợt 1", checklist: .init("1"),
            opensOn: try #require(Day("2021-09-01")), dueOn: try #require(Day("2021-10-30")))
        let line = SelfInspectionCampaign.Line(
            number: 1, body: .init("1"), heldOn: held.flatMap(Day.init), reportSymbol: "",
            answered: 0, copied: 0, units: 0, found: 0, closed: 0)

        #expect(campaign.state(of: line, on: try #require(Day(today))) == state)
    }
}
