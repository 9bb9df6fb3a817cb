import Domain

extension Scene {
    /// A district's inspections of its own communes.
    func districtVisits(_ terms: Story.DistrictVisits) -> [Story.Visit] {
        var random = random("inspections by \(terms.district)")
        let shuffled = random.shuffled(cast.group(terms.district))
        let bodies = shuffled.filter { !story.plans.missing.contains($0.code) }
        let first = Story.day("06/04/\(story.year)")
        let last = story.calendar.onOrBefore(Story.day("24/09/\(story.year)"))
        var visits: [Story.Visit] = []
        for (place, body) in bodies.prefix(terms.concluded).enumerated() {
            let span = (last - first) / max(1, terms.concluded)
            let start = first + span * place
            visits.append(
                concluded(
                    body.code, by: terms.district, between: start, min(last, start + span),
                    using: &random))
        }
        // A commune without a plan is the first to be visited next.
        let next =
            shuffled.filter { story.plans.missing.contains($0.code) }
            + bodies.dropFirst(terms.concluded)
        for body in next.prefix(terms.scheduled) {
            visits.append(scheduled(body.code, by: terms.district, using: &random))
        }
        return visits
    }

    /// Inspections of communes by the province, after the mergers.
    func communeVisits(_ terms: Story.CommuneVisits) -> [Story.Visit] {
        var random = random("inspections of communes")
        let inspector = story.inspections.inspector
        var bodies = random.shuffled(cast.group(story.province))[...]
        let first = Story.day("03/03/\(story.year)")
        let last = story.calendar.onOrBefore(Story.day("24/09/\(story.year)"))
        var visits: [Story.Visit] = []
        for (place, body) in bodies.prefix(terms.concluded).enumerated() {
            // Two or three communes of one round lie together, with weeks between the rounds.
            let round = first + (last - first) * (place / 3) / max(1, terms.concluded / 3)
            visits.append(
                concluded(
                    body.code, by: inspector, between: min(round, last - 6), min(round + 6, last),
                    using: &random))
        }
        bodies = bodies.dropFirst(terms.concluded)
        for body in bodies.prefix(terms.awaiting) {
            let day = story.calendar.pick(story.today - 9, story.today - 2, using: &random)
            visits.append(
                Story.Visit(body: body.code, inspector: inspector, planned: day, held: day))
        }
        bodies = bodies.dropFirst(terms.awaiting)
        for body in bodies.prefix(terms.scheduled) {
            visits.append(scheduled(body.code, by: inspector, using: &random))
        }
        bodies = bodies.dropFirst(terms.scheduled)
        for body in bodies.prefix(terms.slipped) {
            let day = story.calendar.pick(story.today - 60, story.today - 40, using: &random)
            visits.append(Story.Visit(body: body.code, inspector: inspector, planned: day))
        }
        for body in bodies.dropFirst(terms.slipped).prefix(terms.cancelled) {
            let day = story.calendar.pick(story.today - 90, story.today - 70, using: &random)
            visits.append(
                Story.Visit(
                    body: body.code, inspector: inspector, planned: day,
                    cancelled: story.calendar.onOrBefore(day - 6)))
        }
        return visits
    }

    private func concluded(
        _ body: String, by inspector: String, between first: Day, _ last: Day,
        using random: inout SampleRandom
    ) -> Story.Visit {
        let held = story.calendar.pick(first, last, using: &random)
        return Story.Visit(
            body: body, inspector: inspector, kind: random.happens(8) ? .sudden : .planned,
            planned: story.calendar.onOrBefore(held - (random.happens(25) ? random.below(12) : 0)),
            held: held,
            concluded: story.calendar.onOrAfter(held + random.within(6...15)))
    }

    private func scheduled(
        _ body: String, by inspector: String, using random: inout SampleRandom
    ) -> Story.Visit {
        Story.Visit(
            body: body, inspector: inspector,
            planned: story.calendar.pick(story.today + 6, story.today + 45, using: &random))
    }
}
