import Domain
import Testing

@Suite struct TeamDayTests {
    private func days(
        _ name: String = "Nguyễn Văn An", number: Int = 1, held: String = "2021-05-10",
        until: String? = nil, from: String? = nil, to: String? = nil
    ) -> TeamDays {
        TeamDays(
            .init(name, post: "", role: .member, fromOn: from.map(day), untilOn: to.map(day)),
            of: Inspection(
                id: Inspection.ID("\(number)"), number: number, inspector: Agency.ID("A"),
                body: Agency.ID("B"), kind: .planned, plannedOn: nil, heldOn: day(held)),
            year: 2021, heldUntil: until.map(day))
    }

    @Test func `a member has the days of the team unless their own are given`() {
        #expect(days().days == day("2021-05-10")...day("2021-05-10"))
        #expect(days(until: "2021-05-12").days == day("2021-05-10")...day("2021-05-12"))
        #expect(
            days(until: "2021-05-12", from: "2021-05-11").days
                == day("2021-05-11")...day("2021-05-12"))
        #expect(
            days(until: "2021-05-12", to: "2021-05-10").days
                == day("2021-05-10")...day("2021-05-10"))
    }

    @Test func `own days outside those of the team never make an empty span`() {
        #expect(days(from: "2021-05-20").days == day("2021-05-20")...day("2021-05-20"))
        #expect(days(to: "2021-05-08").days == day("2021-05-08")...day("2021-05-08"))
    }

    @Test func `one person in two teams on one day is noticed`() {
        let other = days("nguyễn văn an", number: 2, held: "2021-05-12")
        #expect(days(until: "2021-05-12").overlaps(other))
        #expect(!days(until: "2021-05-11").overlaps(other))
        #expect(!days(until: "2021-05-12", to: "2021-05-11").overlaps(other))
        #expect(!days("Trần Văn An", until: "2021-05-12").overlaps(other))
    }

    @Test func `an inspection does not overlap with itself`() {
        #expect(!days().overlaps(days()))
    }

    @Test func `the team cannot leave before it comes, nor a member`() {
        let inspection = Inspection(
            id: Inspection.ID("1"), number: 1, inspector: Agency.ID("A"), body: Agency.ID("B"),
            kind: .planned, plannedOn: nil, heldOn: day("2021-05-10"))
        let file = InspectionFile(
            inspection: inspection.id,
            team: [
                .init(
                    "A", post: "", role: .member, fromOn: day("2021-05-11"),
                    untilOn: day("2021-05-10"))
            ], heldUntil: day("2021-05-09"))
        #expect(file.problems(of: inspection).map(\.field) == ["team", "held_until"])
    }
}
