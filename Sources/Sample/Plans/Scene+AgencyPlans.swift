import Domain

extension Scene {
    /// The plans that agencies issued: a commune's after its district's, a few late, some never.
    func agencyPlans() -> [Recorded<AgencyPlanRow>] {
        var random = random("agency plans")
        let late = cast.slowest(story.plans.late, never: story.plans.missing, using: &random)
        let first = story.calendar.onOrAfter(Story.day("04/01/\(story.year)"))
        var issued: [String: Day] = [:]
        var lines: [Recorded<AgencyPlanRow>] = []
        for body in cast.bodies where !story.plans.missing.contains(body.code) {
            let day: Day
            if late.contains(body.code) {
                day = lateDay(using: &random)
            } else {
                let earliest =
                    body.level == .commune ? (issued[body.superior] ?? first + 5) + 2 : first
                let last = body.level == .commune ? story.plans.deadline : first + 18
                day = punctualDay(from: earliest, to: last, body.diligence, using: &random)
            }
            issued[body.code] = day
            var row = AgencyPlanRow()
            row.agencyCode = body.code
            row.year = story.year
            row.symbol = DocumentSymbols.symbol(
                day.dayOfMonth / 2 + random.within(1...9), "KH", of: body)
            row.issuedOn = day
            lines.append(Recorded(row, on: entered(day, using: &random)))
        }
        return Scene.inOrderOfEntry(lines)
    }

    /// Nearer to the first day the more diligent the body is.
    private func punctualDay(
        from first: Day, to last: Day, _ diligence: Int, using random: inout SampleRandom
    ) -> Day {
        let span = max(0, last - first)
        let latest = first + max(min(4, span), span * (120 - min(100, max(20, diligence))) / 100)
        return story.calendar.pick(first, min(latest, last), using: &random)
    }

    /// Mostly in the weeks after the deadline, seldom later: the square of a chance.
    private func lateDay(using random: inout SampleRandom) -> Day {
        let span = story.plans.lastIssue - story.plans.deadline
        let share = random.within(10...100)
        let day = story.calendar.onOrAfter(
            story.plans.deadline + max(1, span * share * share / 10_000))
        return min(day, story.calendar.onOrBefore(story.plans.lastIssue))
    }
}
