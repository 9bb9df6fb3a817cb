import Domain

/// How a feature puts its open work into inboxes and into lists to be chased: as one SELECT.
///
/// A feature adds one `static let` beside its queries and its name to ``all``. The SELECT gives
/// exactly these ten columns, in this order and with these names in the first:
///
///     box      'late', 'returned', 'due' or 'toReceive'; `question.box("t.due_on")` for the usual two
///     kind     the raw value of its ``InboxItem/Kind``, as a literal
///     record   the record's id
///     code     what people cite, or ''
///     title    its own words, or ''
///     year     the plan year
///     agency   whose it is to do
///     person   the account that answers for it, or NULL
///     due_on   the last day, or NULL
///     note     why it was sent back, or ''
///
/// It must be quick for one body among ten thousand: its conditions are columns with an index, and
/// nothing is computed. Literals are written out where a partial index is to be used.
public struct InboxSource: Sendable {
    let kind: InboxItem.Kind
    /// `nil` when it has nothing for whoever asks.
    let select: @Sendable (InboxQuestion) -> SQL?

    /// Every source there is.
    static let all: [InboxSource] = [
        .tasks, .submissions, .receivedSubmissions, .agencyPlans, .findings, .inspections,
        .selfInspections, .proposals, .basisAlerts, .legalReviews,
    ]

    init(_ kind: InboxItem.Kind, select: @escaping @Sendable (InboxQuestion) -> SQL?) {
        self.kind = kind
        self.select = select
    }
}

extension InboxQuestion {
    /// The box of something open by its last day.
    func box(_ dueOn: SQL) -> SQL {
        "CASE WHEN \(dueOn) < \(today) THEN 'late' ELSE 'due' END"
    }

    /// The same SELECT for what the bodies owe and for what the person answers for elsewhere.
    ///
    /// Two, not one with OR: each then has an index of its own.
    func select(
        _ kind: Duty.Kind, record: SQL, of agency: SQL, _ select: (_ condition: SQL) -> SQL
    ) -> SQL {
        let ours = select(isOurs(agency))
        guard let theirs = isTheirs(kind, record, of: agency) else { return ours }
        return "\(ours) UNION ALL \(select(theirs))"
    }
}

extension InboxSource {
    /// Tasks that count and are open: of confirmed plans, and of those that agencies declared.
    static let tasks = InboxSource(.task) { question in
        question.select(.task, record: "t.id", of: "t.lead_id") { condition in
            """
            SELECT \(question.box("t.due_on")) AS box, 'task' AS kind, t.id AS record,
              t.code AS code, t.text AS title, t.year AS year,
              t.lead_id AS agency, d.person AS person, t.due_on AS due_on, '' AS note
            FROM tasks t
            LEFT JOIN duties d ON d.kind = 'task' AND d.record = t.id AND d.until_on IS NULL
            WHERE \(condition) AND t.state = 'open' AND t.code IS NOT NULL
              AND t.due_on <= \(question.horizon)
            """
        }
    }

    /// Findings about the body that wait for it, and remedies that wait to be judged or checked.
    static let findings = InboxSource(.finding) { question in
        [findingsToRemedy(question), findingsToJudge(question), findingsEscalated(question)]
            .compactMap(\.self).joined(" UNION ALL ")
    }

    private static func findingsToRemedy(_ question: InboxQuestion) -> SQL {
        question.select(.finding, record: "f.id", of: "f.body_id") { condition in
            """
            SELECT CASE WHEN f.due_on < \(question.today) THEN 'late'
                WHEN f.state = 'returned' THEN 'returned' ELSE 'due' END AS box,
              'finding' AS kind, f.id AS record,
              CAST(f.number AS TEXT) AS code, f.text AS title, f.year AS year,
              f.body_id AS agency, d.person AS person, f.due_on AS due_on,
              CASE WHEN f.head_on < \(question.today) THEN 'head'
                WHEN f.state = 'returned' THEN
                  (SELECT s.text FROM finding_steps s WHERE s.finding_id = f.id
                   ORDER BY s.number DESC LIMIT 1)
                ELSE '' END AS note
            FROM findings f
            LEFT JOIN duties d ON d.kind = 'finding' AND d.record = f.id AND d.until_on IS NULL
            WHERE \(condition) AND f.closed_on IS NULL AND f.due_on <= \(question.horizon)
              AND f.state NOT IN ('evidenced', 'referred')
            """
        }
    }

    /// Remedies that wait for who found them, or for the head of a body that found it itself; and
    /// those to be looked at again.
    private static func findingsToJudge(_ question: InboxQuestion) -> SQL {
        func waiting(_ agency: SQL, _ isOurs: SQL, _ condition: SQL) -> SQL {
            """
            SELECT 'toReceive' AS box, 'finding' AS kind, f.id AS record,
              CAST(f.number AS TEXT) AS code, f.text AS title, f.year AS year,
              \(agency) AS agency, NULL AS person, f.recheck_on AS due_on, f.state AS note
            FROM findings f WHERE \(isOurs) AND \(condition)
            """
        }
        return [
            waiting(
                "f.finder_id", question.isInspected("f.finder_id"),
                "f.state IN ('evidenced', 'referred') AND f.source <> 'selfInspection'"),
            waiting(
                "f.body_id", question.isOurs("f.body_id"),
                "f.state IN ('evidenced', 'referred') AND f.source = 'selfInspection'"),
            waiting(
                "f.finder_id", question.isInspected("f.finder_id"),
                """
                (f.sampled IS NOT NULL OR f.recheck_on IS NOT NULL)
                  AND (f.recheck_on IS NULL OR f.recheck_on <= \(question.horizon))
                """),
        ].joined(" UNION ALL ")
    }

    /// What nobody remedied long after its last day goes to the standing office.
    private static func findingsEscalated(_ question: InboxQuestion) -> SQL? {
        guard question.confirmsPlans, case .some(let bodies) = question.bodies else { return nil }
        return """
            SELECT 'late' AS box, 'finding' AS kind, f.id AS record,
              CAST(f.number AS TEXT) AS code, f.text AS title, f.year AS year,
              f.body_id AS agency, NULL AS person, f.due_on AS due_on, 'office' AS note
            FROM findings f
            WHERE f.closed_on IS NULL AND f.office_on IS NOT NULL
              AND f.office_on < \(question.today) AND f.state NOT IN ('evidenced', 'referred')
              AND f.body_id NOT IN \(list: bodies.isEmpty ? [Agency.ID("")] : bodies)
            """
    }

    /// The plan that the body has not declared, though a target in force asks for it.
    static let agencyPlans = InboxSource(.agencyPlan) { question in
        """
        SELECT CASE WHEN MIN(t.deadline_on) < \(question.today) THEN 'late' ELSE 'due' END AS box,
          'agencyPlan' AS kind, v.agency_id AS record, '' AS code, '' AS title, t.year AS year,
          v.agency_id AS agency, NULL AS person, MIN(t.deadline_on) AS due_on, '' AS note
        FROM (\(plansAskedFor(question.year))) t
        JOIN scopes s ON s.id = t.scope_id
        JOIN agency_versions v ON \(question.isOurs("v.agency_id"))
          AND v.from_on <= \(question.today)
          AND (v.until_on IS NULL OR v.until_on > \(question.today))
        WHERE v.agency_id <> t.issuer
          AND ((' ' || s.blocks || ' ') LIKE ('% ' || v.block || ' %') OR EXISTS (
            SELECT 1 FROM scope_members m WHERE m.scope_id = s.id AND m.agency_id = v.agency_id
              AND m.membership = 'in'))
          AND NOT EXISTS (
            SELECT 1 FROM scope_members m WHERE m.scope_id = s.id AND m.agency_id = v.agency_id
              AND m.membership = 'out')
          AND NOT EXISTS (
            SELECT 1 FROM plans c WHERE c.year = t.year AND c.agency_id = v.agency_id
              AND c.parent_id IS NOT NULL AND c.declared_on IS NOT NULL)
        GROUP BY v.agency_id, t.year
        HAVING MIN(t.deadline_on) IS NULL OR MIN(t.deadline_on) <= \(question.horizon)
        """
    }

    /// The targets in force that ask agencies for a plan, of the year and the one to come.
    private static func plansAskedFor(_ year: Int) -> SQL {
        """
        SELECT t.scope_id, t.deadline_on, p.year, p.agency_id AS issuer
        FROM targets t JOIN plans p ON p.id = t.plan_id
        WHERE t.measure = 'plan-issued' AND t.decision = 'accepted' AND p.year >= \(year)
          AND p.parent_id IS NULL AND p.confirmed_on IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM targets r JOIN plans a ON a.id = r.plan_id
            WHERE r.replaces_id = t.id AND r.decision = 'accepted' AND a.confirmed_on IS NOT NULL)
        """
    }

    /// Documents that the reader took apart and nobody has confirmed.
    static let proposals = InboxSource(.proposal) { question in
        guard question.confirmsPlans else { return nil }
        return """
            SELECT 'toReceive' AS box, 'proposal' AS kind, p.id AS record, p.symbol AS code,
              p.title AS title, p.year AS year, p.agency_id AS agency, NULL AS person,
              NULL AS due_on,
              (SELECT CAST(COUNT(*) AS TEXT) FROM targets t
                WHERE t.plan_id = p.id AND t.decision = 'proposed') AS note
            FROM plans p
            WHERE p.confirmed_on IS NULL AND p.parent_id IS NULL
              AND p.id IN (SELECT plan_id FROM plan_texts)
            """
    }
}
