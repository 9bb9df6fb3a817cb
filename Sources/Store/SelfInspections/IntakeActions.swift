import Domain

/// A body of a campaign's scope that it did not ask, and the self-inspection that it has.
public struct SelfInspectionOmission: Hashable, Sendable {
    public let body: Agency.ID
    /// The number of its own self-inspection.
    public let number: Int
    public let reason: SelfInspectionIntake.Reason
}

extension ReadableDatabase {
    /// The self-inspections of the year that no campaign asked for, by body.
    func ownSelfInspections(of year: Int) throws -> [Agency.ID: [SelfInspectionIntake.Own]] {
        var found: [Agency.ID: [SelfInspectionIntake.Own]] = [:]
        try each(
            """
            SELECT s.id, s.number, s.body_id, s.planned_on, s.held_on, s.report_symbol, s.version,
              s.checklist_id,
              (SELECT COUNT(*) FROM checklist_answers a
               WHERE a.kind = 'self-inspection' AND a.record = s.id)
              + (SELECT COUNT(*) FROM self_inspection_units u JOIN checklist_answers a
                 ON a.kind = 'self-inspection'
                   AND a.record = s.id || '/' || CAST(u.position AS TEXT)
                 WHERE u.self_inspection_id = s.id)
            FROM self_inspections s WHERE s.year = \(year) AND s.campaign_id IS NULL
            ORDER BY s.number
            """
        ) { row in
            found[row.id(2), default: []].append(
                SelfInspectionIntake.Own(
                    SelfInspection(
                        id: row.id(0), number: row.int(1), body: row.id(2),
                        plannedOn: row.optionalDay(3), heldOn: row.optionalDay(4),
                        reportSymbol: row.text(5), version: row.int(6)),
                    checklist: row.optionalID(7), isAnswered: row.int(8) > 0))
        }
        return found
    }

    /// The bodies of the campaign's scope that it did not ask, in the order of their own numbers.
    public func omissions(
        of campaign: SelfInspectionCampaign.ID
    ) throws -> [SelfInspectionOmission] {
        try rows(
            """
            SELECT o.body_id, s.number, o.reason FROM self_inspection_omissions o
            JOIN self_inspections s ON s.id = o.self_inspection_id
            WHERE o.campaign_id = \(campaign) ORDER BY s.number LIMIT 10000
            """
        ).map {
            SelfInspectionOmission(
                body: $0.id(0), number: $0.int(1), reason: $0.choice(2, .otherChecklist))
        }
    }
}

extension WritableDatabase {
    /// Takes a body's own self-inspection into the campaign: its answers, units and report stay.
    ///
    /// One that is still to come is due on the campaign's last day from then on.
    func takeIn(
        _ own: SelfInspectionIntake.Own, for campaign: SelfInspectionCampaign
    ) throws -> Change {
        let before = own.inspection
        let after = SelfInspection(
            id: before.id, number: before.number, body: before.body,
            plannedOn: before.heldOn == nil ? campaign.dueOn : before.plannedOn,
            heldOn: before.heldOn, reportSymbol: before.reportSymbol, version: before.version + 1)
        try run(
            """
            UPDATE self_inspections SET campaign_id = \(campaign.id),
              checklist_id = \(campaign.checklist), planned_on = \(after.plannedOn),
              taken_in_on = \(campaign.opensOn), version = \(after.version)
            WHERE id = \(before.id)
            """
        )
        return Change("self-inspection", before.id.text, before: before, after: after)
    }

    func omit(
        _ body: Agency.ID, _ own: SelfInspection.ID, _ reason: SelfInspectionIntake.Reason,
        from campaign: SelfInspectionCampaign
    ) throws {
        try run(
            """
            INSERT INTO self_inspection_omissions (campaign_id, body_id, self_inspection_id, reason)
            VALUES (\(campaign.id), \(body), \(own), \(reason.rawValue))
            """
        )
    }
}
