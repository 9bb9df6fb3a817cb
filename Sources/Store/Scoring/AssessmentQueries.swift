import Domain

/// One agency's file as a board lists it: where it stands and what it adds up to.
public struct ListedAssessment: Hashable, Sendable {
    public let assessment: Assessment
    /// What the agency gave itself, the survey left out.
    public let own: ScoreTotals.Part
    /// What counts now.
    public let counted: ScoreTotals.Part
    public let appraised: ScoreTotals.Part
    public let surveyed: ScoreTotals.Part
    /// `nil` when nothing applies.
    public let index: Percentage?
}

extension ReadableDatabase {
    func assessments(of round: ScoringRound.ID) throws -> [Assessment] {
        try listedAssessments(where: "round_id = \(round)").map(\.assessment)
    }

    /// Returns the files of a round as far as the viewer may see them.
    ///
    /// Once published, everybody's; before, all of them for those who see boards, otherwise those of
    /// the agencies whose scores the viewer may see.
    public func assessments(
        of round: ScoringRound, for viewer: Viewer
    ) throws -> [ListedAssessment] {
        try listedAssessments(
            where: "round_id = \(round.id) AND \(try seenAssessments(of: round, by: viewer))")
    }

    /// Returns the file of one agency; `nil` when there is none that the viewer may see.
    public func assessment(
        of agency: Agency.ID, in round: ScoringRound, for viewer: Viewer
    ) throws -> ListedAssessment? {
        try listedAssessments(
            where: """
                round_id = \(round.id) AND agency_id = \(agency)
                  AND \(try seenAssessments(of: round, by: viewer))
                """
        ).first
    }

    /// Returns the mean of a round and how many files it is over; what everybody in it may know.
    public func blockMean(of round: ScoringRound) throws -> (
        points: Points, own: Points, count: Int
    )? {
        guard
            let row = try rows(
                """
                SELECT COUNT(*), CAST(COALESCE(SUM(points), 0) AS BIGINT),
                  CAST(COALESCE(SUM(own_points), 0) AS BIGINT)
                FROM assessments WHERE round_id = \(round.id)
                """
            ).first, row.int(0) > 0
        else { return nil }
        let count = row.int(0)
        return (
            Points(hundredths: (row.int(1) * 2 + count) / (count * 2)),
            Points(hundredths: (row.int(2) * 2 + count) / (count * 2)), count
        )
    }

    /// The condition under which a viewer sees a file, as a column test.
    private func seenAssessments(of round: ScoringRound, by viewer: Viewer) throws -> SQL {
        switch viewer {
        case .system: return "1 = 1"
        case .visitor:
            let isOpen = try workspace().readableByVisitors
            return round.publication != nil && isOpen ? "1 = 1" : "1 = 0"
        case .person(let user):
            if round.publication != nil { return "1 = 1" }
            let day = try workspace().today(now)
            let held = try heldRoles(of: user)
            let everywhere = held.contains { role in
                role.tenure.contains(day)
                    && Permission.seeOwnScores.reach[role.role] == .everywhere
            }
            if everywhere { return "1 = 1" }
            let own = held.filter {
                $0.tenure.contains(day) && Permission.seeOwnScores.reach[$0.role] != nil
            }.compactMap(\.agency)
            // Who leads a criterion of a joint file sees the file.
            return """
                (agency_id IN \(list: Set(own)) OR number IN
                  (SELECT assessment FROM criterion_leads WHERE agency_id IN \(list: Set(own))))
                """
        }
    }

    func listedAssessments(where condition: SQL) throws -> [ListedAssessment] {
        var found: [ListedAssessment] = []
        try each(
            """
            SELECT number, round_id, agency_id, stage, submitted_on, penalty, excuse, confirmation,
              version, own_points, own_maximum, points, maximum, appraised, appraised_of, surveyed,
              surveyed_of, index_value
            FROM assessments WHERE \(condition) ORDER BY number
            """
        ) { row in
            let part = { (column: Int) in
                ScoreTotals.Part(
                    points: Points(hundredths: row.int(column)),
                    maximum: Points(hundredths: row.int(column + 1)))
            }
            found.append(
                ListedAssessment(
                    assessment: Assessment(
                        number: row.int(0), round: row.id(1), agency: row.id(2),
                        stage: row.choice(3, .selfScoring), submittedOn: row.optionalDay(4),
                        penalty: Points(hundredths: row.int(5)), excuse: row.text(6),
                        confirmation: row.text(7), version: row.int(8)),
                    own: part(9), counted: part(11), appraised: part(13), surveyed: part(15),
                    index: row.optionalInt(17).map { Percentage(basisPoints: $0) }))
        }
        return found
    }

    /// Returns the assessment with that number; for actions, which ask for permission themselves.
    func assessment(numbered number: Int) throws -> Assessment {
        guard
            let found = try listedAssessments(where: "number = \(number)").first
        else {
            throw MissingRecord(Bilingual(vi: "hồ sơ chấm điểm", en: "assessment"), "\(number)")
        }
        return found.assessment
    }
}
