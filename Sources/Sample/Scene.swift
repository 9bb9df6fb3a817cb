import Domain

/// The bodies of a year and what is to happen to them: all that the makers of records look at.
struct Scene {
    let story: Story
    let cast: Cast

    func random(_ name: String) -> SampleRandom { SampleRandom(story.year, name) }

    /// The day on which something that happened was entered: soon as a rule, weeks later at times.
    func entered(_ day: Day, using random: inout SampleRandom) -> Day {
        let delay = random.happens(4) ? random.within(20...60) : random.below(4)
        return max(day, min(story.calendar.onOrAfter(day + delay), story.today))
    }

    /// The same lines in the order of entry; lines entered on one day stay as they were.
    static func inOrderOfEntry<Row>(_ lines: [Recorded<Row>]) -> [Recorded<Row>] {
        lines.enumerated()
            .sorted { ($0.element.recordedOn, $0.offset) < ($1.element.recordedOn, $1.offset) }
            .map(\.element)
    }
}
