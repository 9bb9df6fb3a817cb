import Domain
import Testing

@Suite struct LegalReviewTests {
    private let review = LegalReview(
        id: LegalReview.ID(""), number: 1, year: 2021, kind: .review, name: "Rà soát",
        extent: LegalReview.Extent(), opensOn: Day(number: 100), dueOn: Day(number: 120))

    @Test func `a line is settled on the day of its outcome, not before`() {
        #expect(review.state(settledOn: Day(number: 110), on: Day(number: 109)) == .open)
        #expect(review.state(settledOn: Day(number: 110), on: Day(number: 110)) == .settled)
    }

    @Test func `a line is overdue from the day after the last one`() {
        #expect(review.state(settledOn: nil, on: Day(number: 120)) == .open)
        #expect(review.state(settledOn: nil, on: Day(number: 121)) == .overdue)
    }

    @Test func `only what asks for something and is no task yet is owed`() {
        func line(_ outcome: LegalReview.Outcome?, task: Plan.Task.ID? = nil) -> LegalReview.Line {
            var finding = LegalReview.Finding()
            finding.outcome = outcome
            return LegalReview.Line(
                document: LegalDocument.ID("a"), body: Agency.ID("b"), finding: finding, task: task)
        }
        #expect(!line(nil).isOwed)
        #expect(!line(.keep).isOwed)
        #expect(line(.repeal).isOwed)
        #expect(!line(.repeal, task: Plan.Task.ID("t")).isOwed)
    }

    @Test func `a name is asked for, and a period of a systematisation`() {
        let bare = LegalReview(
            id: LegalReview.ID(""), number: 0, year: 0, kind: .systematisation, name: "",
            extent: LegalReview.Extent(), opensOn: Day(number: 1), dueOn: Day(number: 2))
        #expect(bare.problems.map(\.field) == ["name", "signed_from"])
    }

    @Test func `it is closed when all is reviewed, after the last outcome, by a document`() {
        func fields(
            _ on: Int, _ paper: String = "12/BC-STP", open: Int = 0, last: Int? = 110
        ) -> [String] {
            review.problems(
                closing: LegalReview.Closing(on: Day(number: on), paper: paper), open: open,
                lastSettledOn: last.map { Day(number: $0) }, on: Day(number: 115)
            ).map(\.field)
        }
        #expect(fields(110) == [])
        #expect(fields(115) == [])
        #expect(fields(116) == ["closed_on"])
        #expect(fields(109) == ["closed_on"])
        #expect(fields(99, last: nil) == ["closed_on"])
        #expect(fields(112, "") == ["paper"])
        #expect(fields(112, open: 1) == ["paper"])
    }
}
