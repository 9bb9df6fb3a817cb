import Domain

extension ReadableDatabase {
    /// Returns who leads which criterion of a file, by position; empty for a file of one agency.
    public func leads(of assessment: Int) throws -> [Int: CriterionLead] {
        var leads: [Int: CriterionLead] = [:]
        try each(
            """
            SELECT position, agency_id, due_on FROM criterion_leads WHERE assessment = \(assessment)
            """
        ) {
            leads[$0.int(0)] = CriterionLead(
                position: $0.int(0), agency: $0.id(1), dueOn: $0.optionalDay(2))
        }
        return leads
    }

    /// Returns the positions of a file's lines that the user may fill in for a lead agency.
    public func ledPositions(of assessment: Int, for user: User.ID, on day: Day) throws -> Set<Int>
    {
        let leads = try leads(of: assessment)
        var mine: [Agency.ID: Bool] = [:]
        for agency in Set(leads.values.map(\.agency)) {
            mine[agency] = try isGranted(.scoreOwn, to: user, in: agency, on: day)
        }
        return Set(leads.values.filter { mine[$0.agency] == true }.map(\.position))
    }
}

extension WritableDatabase {
    /// Says which agency brings which criteria of a file, and by when; the others stay as they are.
    public func assignLeads(
        _ leads: [CriterionLead], of number: Int, by user: User.ID
    ) throws {
        try require(.manageRounds, of: user)
        let file = try openFile(number)
        let old = try self.leads(of: number)
        var changes: [Change] = []
        for lead in leads where old[lead.position] != lead {
            guard file.set.criteria.indices.contains(lead.position),
                file.set.criteria[lead.position].isScored
            else { continue }
            try run(
                """
                INSERT INTO criterion_leads (assessment, position, agency_id, due_on)
                VALUES (\(number), \(lead.position), \(lead.agency), \(lead.dueOn))
                ON CONFLICT (assessment, position) DO UPDATE SET agency_id = excluded.agency_id,
                  due_on = excluded.due_on
                """
            )
            changes.append(
                Change(
                    "criterion-lead", "\(number)/\(file.set.criteria[lead.position].code)",
                    before: old[lead.position], after: lead))
        }
        guard !changes.isEmpty else { return }
        try raise(.scoring, year: file.round.year)
        try journal("criterion-leads.assigned", by: user, in: file.assessment.agency, changes)
    }

    /// Throws unless the user may enter every one of the lines: for the agency scored, or as lead.
    func requireEntering(_ entered: [EnteredLine], in file: AssessmentFile, by user: User.ID) throws
        -> Bool
    {
        let today = try workspace().today(now)
        let agency = file.assessment.agency
        if try isGranted(.scoreOwn, to: user, in: agency, on: today) { return true }
        let led = try ledPositions(of: file.assessment.number, for: user, on: today)
        guard !led.isEmpty, entered.allSatisfy({ led.contains($0.position) }) else {
            throw PermissionError.notAllowed(.scoreOwn, in: agency)
        }
        return false
    }
}
