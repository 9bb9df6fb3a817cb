import Domain

extension ReadableDatabase {
    /// Returns the campaigns of the year, by number.
    public func selfInspectionCampaigns(of year: Int) throws -> [SelfInspectionCampaign] {
        try campaigns(where: "year = \(year)")
    }

    public func selfInspectionCampaign(
        numbered number: Int
    ) throws -> SelfInspectionCampaign? {
        try campaigns(where: "number = \(number)").first
    }

    /// The campaign that asked for the self-inspection; `nil` when none did.
    public func campaign(of inspection: SelfInspection.ID) throws -> SelfInspectionCampaign? {
        try campaigns(
            where: "id = (SELECT s.campaign_id FROM self_inspections s WHERE s.id = \(inspection))"
        ).first
    }

    private func campaigns(where condition: SQL) throws -> [SelfInspectionCampaign] {
        try rows(
            """
            SELECT id, number, year, name, source, checklist_id, opens_on, due_on
            FROM self_inspection_campaigns WHERE \(condition) ORDER BY number LIMIT 200
            """
        ).map {
            SelfInspectionCampaign(
                id: $0.id(0), number: $0.int(1), year: $0.int(2), name: $0.text(3),
                source: $0.text(4), checklist: $0.id(5), opensOn: $0.day(6), dueOn: $0.day(7))
        }
    }

    /// How far each body asked has come, in the order in which they were asked.
    ///
    /// Problems count as found and remedied by the end of the day; answers are those of now.
    public func campaignLines(
        of campaign: SelfInspectionCampaign, on day: Day
    ) throws -> [SelfInspectionCampaign.Line] {
        try rows(
            """
            SELECT s.number, s.body_id, s.held_on, s.report_symbol,
              (SELECT COUNT(*) FROM checklist_answers a
               WHERE a.kind = 'self-inspection' AND a.record = s.id),
              (SELECT COUNT(*) FROM checklist_answers a
               WHERE a.kind = 'self-inspection' AND a.record = s.id AND a.copied = 'yes'),
              (SELECT COUNT(*) FROM self_inspection_units u WHERE u.self_inspection_id = s.id),
              (SELECT COUNT(*) FROM findings f WHERE f.body_id = s.body_id AND f.year = s.year
                 AND f.source = 'selfInspection' AND f.found_on <= \(day)),
              (SELECT COUNT(*) FROM findings f WHERE f.body_id = s.body_id AND f.year = s.year
                 AND f.source = 'selfInspection' AND f.closed_on <= \(day)),
              s.taken_in_on
            FROM self_inspections s WHERE s.campaign_id = \(campaign.id)
            ORDER BY s.number LIMIT 20000
            """
        ).map {
            SelfInspectionCampaign.Line(
                number: $0.int(0), body: $0.id(1), heldOn: $0.optionalDay(2),
                reportSymbol: $0.text(3), answered: $0.int(4), copied: $0.int(5), units: $0.int(6),
                found: $0.int(7), closed: $0.int(8),
                isTakenIn: $0.optionalText(9) != nil)
        }
    }

    /// The offices and units that the body goes through beside itself, in its own order.
    public func inspectedUnits(of inspection: SelfInspection.ID) throws -> [String] {
        try rows(
            """
            SELECT name FROM self_inspection_units WHERE self_inspection_id = \(inspection)
            ORDER BY position LIMIT 200
            """
        ).map { $0.text(0) }
    }
}

extension InboxSource {
    /// Self-inspections that a campaign asks for and that are not reported.
    static let selfInspections = InboxSource(.selfInspection) { question in
        """
        SELECT \(question.box("s.planned_on")) AS box, 'selfInspection' AS kind, s.id AS record,
          CAST(s.number AS TEXT) AS code, c.name AS title, s.year AS year, s.body_id AS agency,
          NULL AS person, s.planned_on AS due_on, '' AS note
        FROM self_inspections s JOIN self_inspection_campaigns c ON c.id = s.campaign_id
        WHERE \(question.isOurs("s.body_id")) AND s.held_on IS NULL
          AND s.planned_on <= \(question.horizon) AND c.opens_on <= \(question.today)
        """
    }
}
