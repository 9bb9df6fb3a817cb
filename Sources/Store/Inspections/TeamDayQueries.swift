import Domain

extension ReadableDatabase {
    /// Returns the last day of the year's inspections that took several, by their number.
    public func inspectionEnds(of year: Int) throws -> [Int: Day] {
        var ends: [Int: Day] = [:]
        try each(
            """
            SELECT i.number, f.held_until_on
            FROM inspections i JOIN inspection_files f ON f.inspection_id = i.id
            WHERE i.year = \(year) AND f.held_until_on IS NOT NULL
              AND (i.held_on IS NULL OR f.held_until_on > i.held_on)
            """
        ) { ends[$0.int(0)] = $0.day(1) }
        return ends
    }

    /// Returns the members of the inspection whom another team of the same days names too.
    ///
    /// One pair for each of the two inspections; a cancelled one needs nobody.
    public func doubledMembers(
        of inspection: Inspection, _ file: InspectionFile
    ) throws -> [(own: TeamDays, other: TeamDays)] {
        guard inspection.cancelledOn == nil, !file.team.isEmpty,
            let year = try yearOfInspection(inspection.id)
        else { return [] }
        let own = file.team.map {
            TeamDays($0, of: inspection, year: year, heldUntil: file.heldUntil)
        }
        var found: [(own: TeamDays, other: TeamDays)] = []
        try each(
            """
            SELECT i.id, i.number, i.inspector_id, i.body_id, i.planned_on, i.held_on, i.year,
              f.held_until_on, m.name, m.post, m.role, m.from_on, m.until_on
            FROM inspections i JOIN inspection_files f ON f.inspection_id = i.id
            JOIN inspection_members m ON m.inspection_id = i.id
            WHERE i.year BETWEEN \(year - 1) AND \(year + 1) AND i.cancelled_on IS NULL
              AND i.id <> \(inspection.id)
            ORDER BY i.number, m.position
            """
        ) { row in
            let other = TeamDays(
                InspectionFile.Member(
                    row.text(8), post: row.text(9), role: row.choice(10, .member),
                    fromOn: row.optionalDay(11), untilOn: row.optionalDay(12)),
                of: Inspection(
                    id: row.id(0), number: row.int(1), inspector: row.id(2), body: row.id(3),
                    kind: .planned, plannedOn: row.optionalDay(4), heldOn: row.optionalDay(5)),
                year: row.int(6), heldUntil: row.optionalDay(7))
            for mine in own where mine.overlaps(other) { found.append((mine, other)) }
        }
        return found
    }
}
