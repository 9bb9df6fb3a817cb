import Domain

extension Scene {
    /// The tasks of the agencies' plans, five to eight each, with the days on which they were done.
    ///
    /// The self-inspection's task is done on the day of the self-inspection itself.
    func agencyTasks(
        of plans: [Recorded<AgencyPlanRow>], _ selfInspections: [Recorded<SelfInspectionRow>]
    ) -> [Recorded<AgencyTaskRow>] {
        var random = random("agency tasks")
        let byBody = Dictionary(plans.map { ($0.row.agencyCode ?? "", $0) }) { first, _ in first }
        let inspected = Dictionary(
            selfInspections.map { ($0.row.bodyCode ?? "", $0.row.heldOn) }
        ) { first, _ in first }
        let bodies = cast.bodies.filter { byBody[$0.code] != nil }
        let counts = taskCounts(of: bodies, using: &random)
        let overdue = overdueBodies(bodies, inspected, using: &random)
        let silent = Set(
            bodies.filter { overdue.contains($0.code) }.sorted {
                ($0.diligence, $0.code) < ($1.diligence, $1.code)
            }
            .prefix(story.plans.silent).map(\.code))
        var lines: [Recorded<AgencyTaskRow>] = []
        for (body, count) in zip(bodies, counts) {
            guard let plan = byBody[body.code], let issued = plan.row.issuedOn else { continue }
            let duties = duties(of: body, count, issued: issued, using: &random)
            let open = openDuties(
                duties, isOverdue: overdue.contains(body.code),
                isSilent: silent.contains(body.code),
                isInspected: inspected[body.code].flatMap { $0 } != nil, using: &random)
            for (number, duty) in duties.enumerated() {
                var row = AgencyTaskRow()
                row.agencyCode = body.code
                row.year = story.year
                row.number = number + 1
                row.text = duty.text
                row.dueOn = due(duty)
                row.doneOn =
                    open.contains(number)
                    ? nil
                    : doneDay(
                        duty, issued: issued, inspected[body.code].flatMap { $0 }, using: &random)
                lines.append(
                    Recorded(
                        row, on: row.doneOn.map { entered($0, using: &random) } ?? plan.recordedOn))
            }
        }
        return Scene.inOrderOfEntry(lines)
    }

    private func due(_ duty: Duty) -> Day {
        duty.kind == .selfInspection ? story.selfInspections.deadline : duty.due(in: story.year)
    }

    /// Five to eight for each body, together what the story says.
    private func taskCounts(of bodies: [Cast.Body], using random: inout SampleRandom) -> [Int] {
        var counts = bodies.map {
            $0.level == .commune ? random.within(5...8) : random.within(7...8)
        }
        var missing = story.plans.taskCount - counts.reduce(0, +)
        while missing != 0 {
            let place = random.below(counts.count)
            let changed = counts[place] + missing.signum()
            guard (5...8).contains(changed) else { continue }
            counts[place] = changed
            missing -= missing.signum()
        }
        return counts
    }

    /// The bodies with something overdue; one whose self-inspection is overdue is always among them.
    private func overdueBodies(
        _ bodies: [Cast.Body], _ inspected: [String: Day?], using random: inout SampleRandom
    ) -> Set<String> {
        let isPast = story.selfInspections.deadline <= story.today
        let late = bodies.filter { isPast && inspected[$0.code].flatMap { $0 } == nil }.map(\.code)
        return cast.slowest(
            story.plans.overdue, first: Set(late),
            never: story.plans.missing.union([story.inspections.inspector]),
            using: &random)
    }

    /// The fixed duties and some of the others, none due in the first days of the plan.
    private func duties(
        of body: Cast.Body, _ count: Int, issued: Day, using random: inout SampleRandom
    ) -> [Duty] {
        let others = Duty.optional.filter {
            $0.levels.contains(body.level) && due($0) >= issued + 15
        }
        let chosen = Duty.fixed + random.shuffled(others).prefix(max(0, count - Duty.fixed.count))
        return chosen.sorted { (due($0), $0.text) < (due($1), $1.text) }
    }

    /// The positions of the tasks that are not done by today though they are due.
    private func openDuties(
        _ duties: [Duty], isOverdue: Bool, isSilent: Bool, isInspected: Bool,
        using random: inout SampleRandom
    ) -> Set<Int> {
        guard isOverdue else { return [] }
        let due = duties.indices.filter { self.due(duties[$0]) <= story.today }
        let own = due.filter { duties[$0].kind == .selfInspection }
        let others = due.filter { duties[$0].kind != .selfInspection }
        let summer = Story.day("01/07/\(story.year)")
        if isSilent {
            let since = others.filter { self.due(duties[$0]) >= summer }
            return Set(since.isEmpty ? Array(others.suffix(1)) : since).union(
                isInspected ? [] : own)
        }
        let work = others.filter { duties[$0].kind == .work }
        let count = random.happens(30) ? 2 : 1
        return Set(random.shuffled(work.isEmpty ? others : work).prefix(count)).union(
            isInspected ? [] : own)
    }

    private func doneDay(
        _ duty: Duty, issued: Day, _ inspected: Day?, using random: inout SampleRandom
    ) -> Day? {
        if duty.kind == .selfInspection { return inspected }
        let due = due(duty)
        let today = story.calendar.onOrBefore(story.today)
        if due > story.today {
            guard due <= story.today + 20, random.happens(20) else { return nil }
            return story.calendar.pick(story.today - 12, today, using: &random)
        }
        if random.happens(9) {
            return min(story.calendar.onOrAfter(due + random.within(1...9)), today)
        }
        let usual = duty.kind == .report ? due - 4 : due - 28
        return story.calendar.pick(max(issued + 3, usual), min(due, today), using: &random)
    }
}
