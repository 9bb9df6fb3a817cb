import Domain

extension Scene {
    /// Every inspection of the year: the province's and the districts', done, awaited and to come.
    func inspections() -> [Recorded<InspectionRow>] {
        var visits = story.inspections.visits.map { visit in
            var visit = visit
            visit.inspector = visit.inspector ?? story.inspections.inspector
            return visit
        }
        if let terms = story.inspections.communes { visits += communeVisits(terms) }
        for terms in story.inspections.districts { visits += districtVisits(terms) }
        visits = numbered(visits)
        var random = random("inspection entries")
        return Scene.inOrderOfEntry(visits.map { Recorded(row($0), on: entry($0, using: &random)) })
    }

    private func row(_ visit: Story.Visit) -> InspectionRow {
        var row = InspectionRow()
        row.inspectorCode = visit.inspector
        row.bodyCode = visit.body
        row.kind = visit.kind
        row.plannedOn = visit.planned
        row.heldOn = visit.held
        row.concludedOn = visit.concluded
        row.cancelledOn = visit.cancelled
        if let number = visit.notice,
            let inspector = cast.bodies.first(where: { $0.code == visit.inspector })
        {
            row.conclusionSymbol = DocumentSymbols.symbol(number, "TB", of: inspector)
        }
        return row
    }

    /// What is only planned was entered with the programme; the rest when the last thing happened.
    private func entry(_ visit: Story.Visit, using random: inout SampleRandom) -> Day {
        guard let last = [visit.held, visit.concluded, visit.cancelled].compactMap({ $0 }).max()
        else {
            return story.inspections.programme + 7 * random.below(5)
        }
        return entered(last, using: &random)
    }

    /// Gives each conclusion notice that the story leaves open a number: they rise with the days.
    private func numbered(_ visits: [Story.Visit]) -> [Story.Visit] {
        var visits = visits
        let open = visits.indices.filter { visits[$0].concluded != nil && visits[$0].notice == nil }
        let newYear = Story.day("01/01/\(story.year)")
        for (inspector, places) in Dictionary(grouping: open, by: { visits[$0].inspector ?? "" }) {
            let inOrder = places.map { (visits[$0].concluded ?? newYear, $0) }.sorted { $0 < $1 }
            for (sequence, (day, place)) in inOrder.enumerated() {
                visits[place].notice =
                    2 + DocumentSymbols.offset(of: inspector) + (day - newYear) / 2 + sequence
            }
        }
        return visits
    }
}
