import Domain
import Testing

@Suite struct IntakeTests {
    private let list = Checklist.ID("list")

    private func own(
        _ number: Int, held: String? = nil, list: String? = nil, isAnswered: Bool = false
    ) -> SelfInspectionIntake.Own {
        SelfInspectionIntake.Own(
            SelfInspection(
                id: SelfInspection.ID("\(number)"), number: number, body: Agency.ID("B"),
                plannedOn: day("2021-05-01"), heldOn: held.map(day)),
            checklist: list.map { Checklist.ID($0) }, isAnswered: isAnswered)
    }

    @Test func `a body without one of its own gets a new one`() {
        #expect(SelfInspectionIntake(of: [], by: list) == .new)
    }

    @Test func `its own is taken in, held or not`() {
        for one in [own(1), own(1, held: "2021-05-02"), own(1, list: "list", isAnswered: true)] {
            #expect(SelfInspectionIntake(of: [one], by: list) == .takenIn(SelfInspection.ID("1")))
        }
    }

    @Test func `one answered by another checklist is left, with the reason`() {
        let intake = SelfInspectionIntake(of: [own(4, list: "x", isAnswered: true)], by: list)
        #expect(intake == .omitted(SelfInspection.ID("4"), .otherChecklist))
    }

    @Test func `of several the answered one goes first, then the one still to come`() {
        let answered = own(1, held: "2021-05-02", list: "list", isAnswered: true)
        #expect(
            SelfInspectionIntake(of: [own(2), answered, own(3)], by: list)
                == .takenIn(SelfInspection.ID("1")))
        #expect(
            SelfInspectionIntake(of: [own(2), own(3, held: "2021-05-02")], by: list)
                == .takenIn(SelfInspection.ID("2")))
    }
}
