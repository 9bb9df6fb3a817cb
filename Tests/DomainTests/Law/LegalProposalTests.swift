import Domain
import Testing

@Suite struct LegalProposalTests {
    private let document = LegalDocument(
        id: LegalDocument.ID("a"), number: 1, issuer: Agency.ID("b"), symbol: "1/2021/QĐ-UBND",
        title: "Một", signedOn: Day(number: 18_700))

    private func step(
        _ title: String, days: Int? = nil, from: Int? = nil, to: Int? = nil, waived: String = ""
    ) -> LegalStep {
        var step = LegalStep(title)
        step.days = days
        step.startedOn = from.map { Day(number: $0) }
        step.doneOn = to.map { Day(number: $0) }
        step.waived = waived
        return step
    }

    private func proposal(
        _ steps: [LegalStep], competence: LegalCompetence? = nil
    ) -> LegalProposal {
        LegalProposal(
            document, steps: steps, calendar: WorkingCalendar(), competence: competence)
    }

    @Test func `steps that are all done, in order and in time propose both`() {
        let found = proposal([
            step("Soạn thảo", from: 18_600, to: 18_610), step("Đăng tải", waived: "rút gọn"),
            step("Thẩm định", days: 15, from: 18_620, to: 18_635),
        ])
        #expect(found[.order] == .met)
        #expect(found[.procedure] == .met)
    }

    @Test func `a step that ended before the one above it is out of order`() {
        let found = proposal([
            step("Soạn thảo", from: 18_600, to: 18_640),
            step("Thẩm định", from: 18_620, to: 18_630),
        ])
        #expect(found[.order] == .unmet)
        #expect(found[.procedure] == .met)
        #expect(found.lines[0].reason.vi.contains("“Thẩm định” xong ngày"))
    }

    @Test func `a step that took too long breaks the procedure, not the order`() {
        let found = proposal([step("Thẩm định", days: 15, from: 18_620, to: 18_640)])
        #expect(found[.order] == .met)
        #expect(found[.procedure] == .unmet)
    }

    @Test func `while a step is open nothing is proposed of either`() {
        let found = proposal([step("Soạn thảo", from: 18_600, to: 18_610), step("Thẩm định")])
        #expect(found[.order] == nil)
        #expect(found[.procedure] == nil)
    }

    @Test func `authority is proposed from the table, and never as not met`() {
        #expect(proposal([], competence: LegalCompetence.all.first)[.authority] == .met)
        #expect(proposal([])[.authority] == nil)
    }

    @Test func `of quality nothing is ever proposed`() {
        let steps = [step("Soạn thảo", from: 18_600, to: 18_610)]
        #expect(proposal(steps, competence: LegalCompetence.all.first)[.quality] == nil)
        #expect(proposal([]).isEmpty)
    }
}
