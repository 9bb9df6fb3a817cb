import Domain

/// A record for which evidence is given, as far as evidence has to know it.
public struct CitedRecord: Hashable, Sendable {
    public let subject: Evidence.Subject
    /// What people call it: II.1.a.2-1, 17, 95/KH-UBND.
    public let code: String
    /// What it says, in its own words.
    public let text: String
    public let year: Int
    /// Whose record it is; `nil` for one of the whole workspace.
    public let owner: Agency.ID?
    /// The bodies that it concerns: any of them may give evidence.
    public let agencies: [Agency.ID]
    /// Whether it belongs to a plan that an agency declared, not to the year's own.
    public let isOfAgencyPlan: Bool
    /// Whether it says that something was done, for which evidence or an explanation is due.
    public let asksForProof: Bool

    init(
        _ subject: Evidence.Subject, code: String, text: String, year: Int,
        agencies: [Agency.ID?], isOfAgencyPlan: Bool = false, asksForProof: Bool
    ) {
        self.subject = subject
        self.code = code
        self.text = text
        self.year = year
        self.agencies = agencies.compactMap(\.self)
        self.owner = self.agencies.first
        self.isOfAgencyPlan = isOfAgencyPlan
        self.asksForProof = asksForProof
    }
}

extension ReadableDatabase {
    /// Returns the record; `nil` when there is none, or when its plan is not confirmed yet.
    ///
    /// A kind of record that can be proven has one line here.
    public func citedRecord(_ subject: Evidence.Subject) throws -> CitedRecord? {
        let id = subject.record
        switch subject.kind {
        case .target: return try citedTarget(subject)
        case .task: return try citedTask(subject)
        case .plan: return try citedPlan(subject)
        case .inspection:
            return try rows(
                """
                SELECT number, conclusion_symbol, year, inspector_id, body_id, concluded_on
                FROM inspections WHERE id = \(id)
                """
            ).first.map {
                CitedRecord(
                    subject, code: String($0.int(0)), text: $0.text(1), year: $0.int(2),
                    agencies: [$0.id(3), $0.id(4)], asksForProof: $0.optionalText(5) != nil)
            }
        case .selfInspection:
            return try rows(
                """
                SELECT number, report_symbol, year, body_id, held_on FROM self_inspections
                WHERE id = \(id)
                """
            ).first.map {
                CitedRecord(
                    subject, code: String($0.int(0)), text: $0.text(1), year: $0.int(2),
                    agencies: [$0.id(3)], asksForProof: $0.optionalText(4) != nil)
            }
        case .finding:
            return try rows(
                """
                SELECT f.number, f.text, f.year, f.body_id, i.inspector_id, f.closed_on FROM findings f
                LEFT JOIN inspections i ON i.id = f.inspection_id WHERE f.id = \(id)
                """
            ).first.map {
                CitedRecord(
                    subject, code: String($0.int(0)), text: $0.text(1), year: $0.int(2),
                    agencies: [$0.id(3), $0.optionalID(4)],
                    asksForProof: $0.optionalText(5) != nil)
            }
        case .legalDocument:
            return try rows(
                "SELECT number, symbol, title, year, issuer_id FROM legal_documents WHERE id = \(id)"
            ).first.map {
                CitedRecord(
                    subject, code: String($0.int(0)), text: "\($0.text(1)) \($0.text(2))",
                    year: $0.int(3), agencies: [$0.id(4)], asksForProof: false)
            }
        case .submission:
            return try rows(
                """
                SELECT s.period || '/' || v.code, p.name_vi || ', ' || v.name, s.year, s.agency_id
                FROM submissions s JOIN agency_versions v ON v.agency_id = s.agency_id
                JOIN periods p ON p.year = s.year AND p.code = s.period
                WHERE s.id = \(id) ORDER BY v.from_on DESC LIMIT 1
                """
            ).first.map {
                CitedRecord(
                    subject, code: $0.text(0), text: $0.text(1), year: $0.int(2),
                    agencies: [$0.id(3)], asksForProof: false)
            }
        case .assessmentLine: return try citedCriterion(subject)
        default: return try citedLine(subject)
        }
    }

    /// A line of a register, by its body and what it says.
    private func citedLine(_ subject: Evidence.Subject) throws -> CitedRecord? {
        let place: (table: SQL, words: SQL)? =
            switch subject.kind {
            case .dossier: ("dossier_counts", "area")
            case .communication: ("communications", "title")
            case .initiative: ("initiatives", "title")
            case .budget: ("budgets", "purpose")
            case .staffing: ("staffings", "note")
            case .outsideResult: ("outside_results", "index_name")
            case .commitment: ("commitments", "text")
            case .milestone: ("milestones", "text")
            default: nil
            }
        guard let place else { return nil }
        return try rows(
            """
            SELECT number, COALESCE(\(place.words), ''), year, body_id FROM \(place.table)
            WHERE id = \(subject.record)
            """
        ).first.map {
            CitedRecord(
                subject, code: String($0.int(0)), text: $0.text(1), year: $0.int(2),
                agencies: [$0.id(3)], asksForProof: false)
        }
    }

    /// The lead gives evidence where a criterion has one, and the agency scored.
    ///
    /// Its code is what its page is addressed by: block, agency, criterion.
    private func citedCriterion(_ subject: Evidence.Subject) throws -> CitedRecord? {
        let halves = subject.record.split(separator: "/", maxSplits: 1).map(String.init)
        guard halves.count == 2, let number = Int(halves[0]) else { return nil }
        return try rows(
            """
            SELECT r.block, v.code, c.title, r.year, a.agency_id, l.agency_id
            FROM assessments a JOIN scoring_rounds r ON r.id = a.round_id
              JOIN criteria c ON c.set_id = r.set_id AND c.code = \(halves[1])
              JOIN agency_versions v ON v.agency_id = a.agency_id
              LEFT JOIN criterion_leads l ON l.assessment = a.number AND l.position = c.position
            WHERE a.number = \(number) AND c.rule IS NOT NULL
            ORDER BY v.from_on DESC LIMIT 1
            """
        ).first.map {
            CitedRecord(
                subject, code: "\($0.text(0))/\($0.text(1))/\(halves[1])", text: $0.text(2),
                year: $0.int(3), agencies: [$0.optionalID(5), $0.id(4)], asksForProof: false)
        }
    }

    /// The record, for an action.
    func requiredRecord(_ subject: Evidence.Subject) throws -> CitedRecord {
        guard let record = try citedRecord(subject) else {
            throw MissingRecord(subject.kind.title, subject.record)
        }
        return record
    }

    private func citedTarget(_ subject: Evidence.Subject) throws -> CitedRecord? {
        try rows(
            """
            SELECT t.code, t.title, p.year, t.lead_id, p.agency_id, t.measure
            FROM targets t JOIN plans p ON p.id = t.plan_id
            WHERE t.id = \(subject.record) AND p.confirmed_on IS NOT NULL
              AND t.decision = 'accepted'
            """
        ).first.map {
            CitedRecord(
                subject, code: $0.text(0), text: $0.text(1), year: $0.int(2),
                agencies: [$0.optionalID(3) ?? $0.id(4)],
                // What is counted has its rows; only what somebody typed has to be believed.
                asksForProof: $0.optionalText(5) == Measure.typed.rawValue)
        }
    }

    /// The lead gives evidence, and whoever cooperates.
    private func citedTask(_ subject: Evidence.Subject) throws -> CitedRecord? {
        let partners = try rows(
            "SELECT agency_id FROM task_partners WHERE task_id = \(subject.record) ORDER BY agency_id"
        ).map { $0.id(0) as Agency.ID }
        return try rows(
            """
            SELECT COALESCE(t.code, CAST(t.number AS TEXT)), t.text, p.year, t.lead_id, p.agency_id,
              p.parent_id, t.state
            FROM tasks t JOIN plans p ON p.id = t.plan_id
            WHERE t.id = \(subject.record) AND t.decision = 'accepted'
              AND (p.confirmed_on IS NOT NULL OR p.parent_id IS NOT NULL)
            """
        ).first.map {
            CitedRecord(
                subject, code: $0.text(0), text: $0.text(1), year: $0.int(2),
                agencies: [$0.optionalID(3) ?? $0.id(4)] + partners,
                isOfAgencyPlan: $0.optionalText(5) != nil, asksForProof: $0.text(6) == "done")
        }
    }

    private func citedPlan(_ subject: Evidence.Subject) throws -> CitedRecord? {
        try rows(
            """
            SELECT symbol, title, year, agency_id, parent_id FROM plans
            WHERE id = \(subject.record) AND (confirmed_on IS NOT NULL OR parent_id IS NOT NULL)
            """
        ).first.map {
            CitedRecord(
                subject, code: $0.text(0), text: $0.text(1), year: $0.int(2),
                agencies: [$0.id(3)], isOfAgencyPlan: $0.optionalText(4) != nil,
                asksForProof: $0.optionalText(4) != nil)
        }
    }
}
