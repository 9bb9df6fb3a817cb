import Domain

extension Scene {
    /// Every body's inspection of itself: most are held, the others scheduled or past their day.
    func selfInspections() -> [Recorded<SelfInspectionRow>] {
        var random = random("self-inspections")
        let terms = story.selfInspections
        let open = cast.slowest(
            terms.open, first: story.plans.missing, never: [story.inspections.inspector],
            using: &random)
        let late = Set(random.shuffled(open.sorted()).prefix(terms.late))
        var lines: [Recorded<SelfInspectionRow>] = []
        for body in cast.bodies {
            var row = SelfInspectionRow()
            row.bodyCode = body.code
            if open.contains(body.code), !late.contains(body.code) {
                lines.append(scheduled(row, using: &random))
            } else {
                lines.append(held(row, body, isLate: late.contains(body.code), using: &random))
            }
        }
        return Scene.inOrderOfEntry(lines)
    }

    private func held(
        _ row: SelfInspectionRow, _ body: Cast.Body, isLate: Bool, using random: inout SampleRandom
    ) -> Recorded<SelfInspectionRow> {
        let calendar = story.calendar
        let deadline = story.selfInspections.deadline
        let today = calendar.onOrBefore(story.today)
        let first = Story.day("05/04/\(story.year)")
        let last = min(deadline, today)
        let latest = first + (last - first) * min(100, max(45, 160 - body.diligence)) / 100
        let day =
            isLate
            ? calendar.pick(deadline + 1, today, using: &random)
            : calendar.pick(
                first + random.below(max(1, (latest - first) * 3 / 4)), latest, using: &random)
        var row = row
        row.plannedOn = calendar.onOrBefore(
            isLate ? deadline - random.below(15) : day - random.below(8))
        row.heldOn = day
        row.reportSymbol = DocumentSymbols.report(of: body, on: day)
        return Recorded(row, on: entered(day, using: &random))
    }

    /// Scheduled in the weeks left; where the deadline has passed, the day has slipped.
    private func scheduled(
        _ row: SelfInspectionRow, using random: inout SampleRandom
    ) -> Recorded<SelfInspectionRow> {
        let deadline = story.selfInspections.deadline
        var row = row
        row.plannedOn =
            deadline > story.today
            ? story.calendar.pick(story.today + 3, deadline, using: &random)
            : story.calendar.pick(deadline - 25, deadline, using: &random)
        let summer = Story.day("01/07/\(story.year)")
        return Recorded(row, on: story.calendar.pick(summer, summer + 55, using: &random))
    }
}
