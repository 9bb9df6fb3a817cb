/// The days that a member of a team gives to an inspection, and who is named in two at once.
public struct TeamDays: Hashable, Sendable {
    public let inspection: Int
    public let year: Int
    public let body: Agency.ID
    public let name: String
    public let post: String
    public let days: ClosedRange<Day>

    /// The member's own days; where they are open, those of the team, otherwise of the inspection.
    public init(
        _ member: InspectionFile.Member, of inspection: Inspection, year: Int, heldUntil: Day?
    ) {
        self.inspection = inspection.number
        self.year = year
        body = inspection.body
        name = member.name
        post = member.post
        let held = inspection.heldOn ?? inspection.plannedOn ?? Day(number: 0)
        let team = held...max(held, heldUntil ?? held)
        let first = member.fromOn ?? min(team.lowerBound, member.untilOn ?? team.lowerBound)
        days = first...max(first, member.untilOn ?? max(team.upperBound, first))
    }

    /// Whether the same person is named for days that both need.
    ///
    /// By name alone, for teams name people who have no account here; two may share a name, so this is a
    /// notice and never refuses anything.
    public func overlaps(_ other: TeamDays) -> Bool {
        inspection != other.inspection && days.overlaps(other.days)
            && Vietnamese.folded(name) == Vietnamese.folded(other.name)
    }
}
