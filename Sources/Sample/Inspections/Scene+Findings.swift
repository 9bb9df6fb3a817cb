import Domain

extension Scene {
    /// What the concluded inspections found, on the day of the conclusion, and how far the remedy is.
    func findings(of inspections: [Recorded<InspectionRow>]) -> [Recorded<FindingRow>] {
        var random = random("findings")
        var drafts = drafts(of: inspections, using: &random)
        setDueDays(of: &drafts, using: &random)
        close(&drafts, using: &random)
        return Scene.inOrderOfEntry(drafts.map { line($0, using: &random) })
    }

    private struct Draft {
        /// From 1, in the order of entry.
        let inspection: Int
        let body: String
        let text: String
        let foundOn: Day
        var dueOn: Day
        var closedOn: Day?
    }

    /// Findings in the order of the conclusions; the province's teams find more than the districts'.
    private func drafts(of inspections: [Recorded<InspectionRow>], using random: inout SampleRandom)
        -> [Draft]
    {
        let concluded = inspections.enumerated()
            .compactMap { place, line in
                line.row.concludedOn.map { (day: $0, place: place, row: line.row) }
            }
            .sorted { ($0.day, $0.place) < ($1.day, $1.place) }
        let byProvince = concluded.filter {
            $0.row.inspectorCode == story.inspections.inspector && $0.row.kind == .planned
        }
        let byDistricts = concluded.filter { line in
            story.inspections.districts.contains { $0.district == line.row.inspectorCode }
        }
        let least = byProvince.count * 2 <= story.findings.byProvince ? 2 : 0
        var counts = spread(
            story.findings.byProvince, over: byProvince.map(\.place), least: least, most: 4,
            using: &random)
        counts.merge(
            spread(
                story.findings.byDistricts, over: byDistricts.map(\.place), least: 0, most: 2,
                using: &random)
        ) { first, _ in first }
        return concluded.flatMap { line in
            random.shuffled(FindingTexts.all).prefix(counts[line.place] ?? 0).map { text in
                Draft(
                    inspection: line.place + 1, body: line.row.bodyCode ?? "", text: text,
                    foundOn: line.day,
                    dueOn: line.day)
            }
        }
    }

    /// Spreads a total over inspections, none below the least or above the most.
    private func spread(
        _ total: Int, over places: [Int], least: Int, most: Int, using random: inout SampleRandom
    ) -> [Int: Int] {
        guard !places.isEmpty, total <= places.count * most else { return [:] }
        var counts = Dictionary(places.map { ($0, least) }) { first, _ in first }
        var left = total - least * places.count
        while left > 0 {
            let place = places[random.below(places.count)]
            guard let count = counts[place], count < most else { continue }
            counts[place] = count + 1
            left -= 1
        }
        return counts
    }

    /// Gives 30 to 90 days; the earliest findings are due by today, the others after it.
    private func setDueDays(of drafts: inout [Draft], using random: inout SampleRandom) {
        for place in drafts.indices {
            let found = drafts[place].foundOn
            let isDue = place < story.findings.due
            let isOpen = story.findings.overdue[drafts[place].body] != nil
            let terms =
                isOpen ? [75, 60] : random.shuffled(isDue ? [30, 45, 60] : [30, 45, 60, 75, 90])
            let days = terms.map { found + $0 }.first {
                isDue ? $0 < story.today : $0 > story.today
            }
            drafts[place].dueOn = days ?? (isDue ? found + 15 : found + 120)
        }
    }

    private func close(_ drafts: inout [Draft], using random: inout SampleRandom) {
        var open = story.findings.overdue
        var due: [Int] = []
        for place in drafts.indices where drafts[place].dueOn <= story.today {
            if let left = open[drafts[place].body], left > 0 {
                open[drafts[place].body] = left - 1
            } else {
                due.append(place)
            }
        }
        let late = Set(
            random.shuffled(due.filter { drafts[$0].dueOn <= story.today - 14 }).prefix(
                story.findings.closedLate))
        for place in due {
            let draft = drafts[place]
            drafts[place].closedOn =
                late.contains(place)
                ? story.calendar.onOrAfter(draft.dueOn + random.within(1...9))
                : story.calendar.pick(draft.foundOn + 8, draft.dueOn, using: &random)
        }
        let early = drafts.indices.filter {
            drafts[$0].dueOn > story.today && drafts[$0].foundOn <= story.today - 16
        }
        for place in random.shuffled(early).prefix(story.findings.closedEarly) {
            drafts[place].closedOn = story.calendar.pick(
                drafts[place].foundOn + 8, story.today, using: &random)
        }
    }

    private func line(_ draft: Draft, using random: inout SampleRandom) -> Recorded<FindingRow> {
        var row = FindingRow()
        row.bodyCode = draft.body
        row.inspectionNumber = draft.inspection
        row.text = draft.text
        row.foundOn = draft.foundOn
        row.dueOn = draft.dueOn
        row.closedOn = draft.closedOn
        if let closed = draft.closedOn,
            let body = cast.bodies.first(where: { $0.code == draft.body })
        {
            let reported = story.calendar.onOrBefore(
                max(draft.foundOn + 1, closed - random.below(5)))
            row.evidence =
                "Báo cáo số \(DocumentSymbols.report(of: body, on: reported)) ngày \(reported.vi)"
        }
        return Recorded(row, on: entered(draft.closedOn ?? draft.foundOn, using: &random))
    }
}
