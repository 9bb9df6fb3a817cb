import Domain

extension ReadableDatabase {
    /// Returns the initiative that the good practice of the inspection became; `nil` while it is none.
    public func initiative(from inspection: Inspection.ID) throws -> Registered<Initiative>? {
        let number = try rows(
            """
            SELECT n.number FROM inspection_initiatives l JOIN initiatives n ON n.id = l.initiative_id
            WHERE l.inspection_id = \(inspection)
            """
        ).first?.int(0)
        return try number.flatMap { try line(Initiative.self, numbered: $0) }
    }

    /// Returns the inspections that found the practice which the initiative is about, by number.
    public func inspections(behind initiative: Registered<Initiative>.ID) throws
        -> [(number: Int, year: Int, body: Agency.ID)]
    {
        try rows(
            """
            SELECT i.number, i.year, i.body_id FROM inspection_initiatives l
            JOIN inspections i ON i.id = l.inspection_id
            WHERE l.initiative_id = \(initiative) ORDER BY i.number LIMIT 100
            """
        ).map { ($0.int(0), $0.int(1), $0.id(2)) }
    }
}

extension WritableDatabase {
    /// Puts the good practice that an inspection found into the register of initiatives, as an idea.
    ///
    /// It is one of the inspected body, which goes on with it. Where the body has an initiative of that
    /// name in the year, the two are linked and none is added.
    ///
    /// - Throws: ``InvalidInput`` when no practice is recorded, or it is in the register already.
    /// - Returns: the initiative's number and its year.
    @discardableResult
    public func proposeInitiative(
        from number: Int, by user: User.ID
    ) throws -> (number: Int, year: Int) {
        guard let inspection = try inspection(numbered: number),
            let year = try yearOfInspection(inspection.id)
        else { throw MissingRecord(Inspection.kindName, "\(number)") }
        try require(.recordInspections, of: user, in: inspection.inspector)
        if let known = try initiative(from: inspection.id) {
            throw InvalidInput([
                Problem(
                    "good_practice",
                    vi: "Cách làm hay này đã có trong danh mục sáng kiến, số \(known.number).",
                    en: "This practice is in the register already, as no. \(known.number).")
            ])
        }
        let today = try workspace().today(now)
        guard
            let line = try inspectionFile(of: inspection.id).initiative(of: inspection, on: today)
        else {
            throw InvalidInput([
                Problem(
                    "good_practice",
                    vi: "Hồ sơ chưa ghi cách làm hay; hãy ghi vào hồ sơ cuộc kiểm tra trước.",
                    en: "No good practice is recorded; write it into the inspection's file first.")
            ])
        }
        let registerYear = try planCalendar().year(of: today)
        let draft = Registered(
            id: newID(), number: 0, body: inspection.body, day: today, line: line)
        let same = try lines(Initiative.self, of: registerYear).first { $0.key == draft.key }
        var changes: [Change] = []
        let initiative: Registered<Initiative>
        if let same {
            initiative = same
        } else {
            initiative = draft.taking(
                id: draft.id, number: try nextNumber(Initiative.register.recordKind), version: 1)
            try insert(initiative, in: registerYear)
            changes.append(
                Change(Initiative.register.recordKind, initiative.id.text, after: initiative))
        }
        try run(
            """
            INSERT INTO inspection_initiatives (inspection_id, initiative_id, recorded_at)
            VALUES (\(inspection.id), \(initiative.id), \(now))
            """
        )
        changes.append(
            Change(
                "inspection-initiative", inspection.id.text,
                after: ProposedInitiative(inspection: inspection.id, initiative: initiative.id)))
        try raise(.registers, year: registerYear)
        try raise(.inspections, year: year)
        try journal("inspection.practice-proposed", by: user, changes)
        return (initiative.number, registerYear)
    }
}

/// The link as the journal keeps it.
private struct ProposedInitiative: Encodable {
    let inspection: Inspection.ID
    let initiative: Registered<Initiative>.ID
}
