import Domain

extension ReadableDatabase {
    /// Returns what the ids are called now; an id that nothing has is left out.
    public func journalNames(_ ids: Set<String>) throws -> [String: JournalName] {
        guard !ids.isEmpty else { return [:] }
        var names: [String: JournalName] = [:]
        for (id, name) in try userNames(Set(ids.map { User.ID($0) })) {
            names[id.text] = .person(name)
        }
        try each(
            """
            SELECT agency_id, code, name FROM agency_versions
            WHERE agency_id IN \(list: ids) ORDER BY agency_id, from_on
            """
        ) { names[$0.text(0)] = .agency(code: $0.text(1), name: $0.text(2)) }
        try each("SELECT id, symbol, title FROM plans WHERE id IN \(list: ids)") {
            names[$0.text(0)] = .plan($0.text(1).isEmpty ? $0.text(2) : $0.text(1))
        }
        try each("SELECT id, symbol FROM programmes WHERE id IN \(list: ids)") {
            names[$0.text(0)] = .programme($0.text(1))
        }
        try each(
            """
            SELECT targets.id, code, year FROM targets JOIN plans ON plans.id = plan_id
            WHERE targets.id IN \(list: ids)
            """
        ) { names[$0.text(0)] = .target(code: $0.text(1), year: $0.int(2)) }
        try each(
            """
            SELECT id, COALESCE(code, CAST(number AS TEXT)), year FROM tasks WHERE id IN \(list: ids)
            """
        ) { names[$0.text(0)] = .task(code: $0.text(1), year: $0.int(2)) }
        try each("SELECT id, name_vi, name_en FROM scopes WHERE id IN \(list: ids)") {
            names[$0.text(0)] = .scope(Bilingual(vi: $0.text(1), en: $0.text(2)))
        }
        try each(
            """
            SELECT id, number, year, 'inspection' FROM inspections WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'self-inspection' FROM self_inspections WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'finding' FROM findings WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'inspection-plan' FROM inspection_plans WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'checklist' FROM checklists WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'self-inspection-campaign' FROM self_inspection_campaigns
            WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'legal-document' FROM legal_documents WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, 0, 'legal-effect' FROM legal_effects WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'legal-review' FROM legal_reviews WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, CAST(SUBSTR(listed_on, 1, 4) AS BIGINT), 'coordinated-procedure'
            FROM coordinated_procedures
            WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, CAST(SUBSTR(signed_on, 1, 4) AS BIGINT), 'coordination-regulation'
            FROM coordination_regulations
            WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'criteria-set' FROM criteria_sets WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'scoring-round' FROM scoring_rounds WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'rating-rules' FROM rating_rules WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'rating-round' FROM rating_rounds WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'commendation' FROM commendations WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, 0, 'remediation' FROM remediations WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, 0, 'criteria-opinion' FROM criteria_opinions WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'reminder' FROM reminders WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'submission' FROM submissions WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, 0, 'evidence' FROM evidence_files WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'report' FROM reports WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, 0, 'template' FROM report_templates WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'dossier' FROM dossier_counts WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'communication' FROM communications WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'initiative' FROM initiatives WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'budget' FROM budgets WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'staffing' FROM staffings WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'outside-result' FROM outside_results WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'commitment' FROM commitments WHERE id IN \(list: ids)
            UNION ALL
            SELECT id, number, year, 'milestone' FROM milestones WHERE id IN \(list: ids)
            """
        ) {
            names[$0.text(0)] = .numbered(kind: $0.text(3), number: $0.int(1), year: $0.int(2))
        }
        return names
    }

    /// Returns the inner id of a record that a person names by what people cite; `nil` for none.
    ///
    /// Numbers for what has numbers, codes for agencies, symbols for plans, `2021/II.1.a-1` for a
    /// target and `2021/17` for a task of the plan of that year, logins for accounts.
    public func journalRecord(_ kind: String, named name: String) throws -> String? {
        let halves = name.split(separator: "/", maxSplits: 1).map(String.init)
        let (year, rest) = (Int(halves.first ?? "") ?? 0, halves.count == 2 ? halves[1] : "")
        let number = Int(name) ?? -1
        let found: SQL =
            switch kind {
            case "inspection": "SELECT id FROM inspections WHERE number = \(number)"
            case "self-inspection": "SELECT id FROM self_inspections WHERE number = \(number)"
            case "finding": "SELECT id FROM findings WHERE number = \(number)"
            case "self-inspection-campaign":
                "SELECT id FROM self_inspection_campaigns WHERE number = \(number)"
            case "inspection-plan": "SELECT id FROM inspection_plans WHERE number = \(number)"
            case "checklist": "SELECT id FROM checklists WHERE number = \(number)"
            case "legal-document": "SELECT id FROM legal_documents WHERE number = \(number)"
            case "legal-effect": "SELECT id FROM legal_effects WHERE number = \(number)"
            case "legal-review": "SELECT id FROM legal_reviews WHERE number = \(number)"
            case "coordinated-procedure":
                "SELECT id FROM coordinated_procedures WHERE number = \(number)"
            case "coordination-regulation":
                "SELECT id FROM coordination_regulations WHERE number = \(number)"
            case "reminder": "SELECT id FROM reminders WHERE number = \(number)"
            case "submission": "SELECT id FROM submissions WHERE number = \(number)"
            case "evidence": "SELECT id FROM evidence_files WHERE number = \(number)"
            case "report": "SELECT id FROM reports WHERE number = \(number)"
            case "template": "SELECT id FROM report_templates WHERE number = \(number)"
            case "dossier": "SELECT id FROM dossier_counts WHERE number = \(number)"
            case "communication": "SELECT id FROM communications WHERE number = \(number)"
            case "initiative": "SELECT id FROM initiatives WHERE number = \(number)"
            case "budget": "SELECT id FROM budgets WHERE number = \(number)"
            case "staffing": "SELECT id FROM staffings WHERE number = \(number)"
            case "outside-result": "SELECT id FROM outside_results WHERE number = \(number)"
            case "commitment": "SELECT id FROM commitments WHERE number = \(number)"
            case "milestone": "SELECT id FROM milestones WHERE number = \(number)"
            case "rating-rules": "SELECT id FROM rating_rules WHERE number = \(number)"
            case "rating-round": "SELECT id FROM rating_rounds WHERE number = \(number)"
            case "commendation": "SELECT id FROM commendations WHERE number = \(number)"
            case "remediation": "SELECT id FROM remediations WHERE number = \(number)"
            case "criteria-opinion": "SELECT id FROM criteria_opinions WHERE number = \(number)"
            case "agency":
                "SELECT agency_id FROM agency_versions WHERE code = \(name) ORDER BY from_on DESC LIMIT 1"
            case "account": "SELECT id FROM accounts WHERE login = \(name.normalizedLogin)"
            case "plan": "SELECT id FROM plans WHERE symbol = \(name) ORDER BY id LIMIT 1"
            case "programme": "SELECT id FROM programmes WHERE symbol = \(name)"
            case "target":
                """
                SELECT targets.id FROM targets JOIN plans ON plans.id = plan_id
                WHERE code = \(rest) AND year = \(year) AND parent_id IS NULL ORDER BY targets.id DESC LIMIT 1
                """
            case "task":
                "SELECT id FROM tasks WHERE code = \(rest) AND year = \(year) ORDER BY id DESC LIMIT 1"
            default:
                "SELECT record FROM journal_changes WHERE kind = \(kind) AND record = \(name) LIMIT 1"
            }
        if let row = try rows(found).first { return row.text(0) }
        // An id itself, as pages put it into an address.
        return try rows(
            "SELECT record FROM journal_changes WHERE kind = \(kind) AND record = \(name) LIMIT 1"
        ).first?.text(0)
    }

    /// Returns the accounts by login, for the journal's filter.
    public func journalAuthors() throws -> [User] {
        try rows("SELECT id, login, name, agency FROM accounts ORDER BY login LIMIT 2000").map {
            User($0)
        }
    }
}
