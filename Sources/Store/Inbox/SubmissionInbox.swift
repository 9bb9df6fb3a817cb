import Domain

/// Reports of periods in inboxes: what a body owes, and what it takes in from others.
extension InboxSource {
    /// What stands between a period's name in Vietnamese and in English.
    static let betweenNames = "\u{1F}"

    /// Reports that the body has not sent, or that were sent back to it.
    ///
    /// Of this year and the one before; not in a period that is locked for the body.
    static let submissions = InboxSource(.submission) { question in
        let returned: SQL = """
            SELECT 'returned' AS box, 'submission' AS kind,
              \(record("p", "s.agency_id")) AS record, p.code AS code, \(names("p")) AS title,
              p.year AS year, s.agency_id AS agency, NULL AS person,
              p.agency_due_on AS due_on,
              COALESCE((SELECT x.reason FROM submission_steps x
                WHERE x.submission_id = s.id AND x.kind = 'returned'
                ORDER BY x.position DESC LIMIT 1), '') AS note
            FROM submissions s JOIN periods p ON p.year = s.year AND p.code = s.period
            WHERE s.state = 'returned' AND p.year >= \(question.year - 1)
              AND \(question.isOurs("s.agency_id"))
            """
        return """
            SELECT \(question.box("o.due_on")) AS box, 'submission' AS kind, o.record AS record,
              o.code AS code, o.title AS title, o.year AS year, o.agency AS agency,
              NULL AS person, o.due_on AS due_on, '' AS note
            FROM (\(owed(question))) o WHERE o.due_on <= \(question.horizon)
            UNION ALL \(returned)
            """
    }

    /// Every body with every open period for which it has sent nothing.
    private static func owed(_ question: InboxQuestion) -> SQL {
        """
        SELECT \(record("p", "v.agency_id")) AS record, p.code AS code, \(names("p")) AS title,
          p.year AS year, v.agency_id AS agency,
          CASE WHEN p.lower_due_on IS NOT NULL AND up.parent_id IS NOT NULL
            AND EXISTS (SELECT 1 FROM reporting_rules r
              WHERE r.year = p.year AND r.levels = 'levelByLevel')
            THEN p.lower_due_on ELSE p.agency_due_on END AS due_on
        FROM periods p
        JOIN agency_versions v ON \(question.isOurs("v.agency_id"))
          AND v.block IN ('departments', 'verticals', 'districts', 'communes')
          AND v.parent_id IS NOT NULL AND v.from_on <= \(question.today)
          AND (v.until_on IS NULL OR v.until_on > \(question.today))
        LEFT JOIN agency_versions up ON up.agency_id = v.parent_id
          AND up.from_on <= \(question.today)
          AND (up.until_on IS NULL OR up.until_on > \(question.today))
        WHERE p.year >= \(question.year - 1)
          AND (p.locked_from IS NULL OR p.locked_from > \(question.today) OR EXISTS (
            SELECT 1 FROM lock_exceptions e WHERE e.year = p.year AND e.period = p.code
              AND e.agency_id = v.agency_id AND e.until_on >= \(question.today)))
          AND v.from_on <= p.agency_last_on
          AND NOT EXISTS (
            SELECT 1 FROM submissions s WHERE s.year = p.year AND s.period = p.code
              AND s.agency_id = v.agency_id)
        """
    }

    /// Reports that wait here: at a superior agency, or at the standing office.
    static let receivedSubmissions = InboxSource(.submission) { question in
        let here: SQL
        switch question.receivesFrom {
        case .all where question.person != nil: here = "s.desk_id IS NULL"
        case .some(let bodies) where !bodies.isEmpty:
            here = "s.desk_id IS NOT NULL AND \(question.isReceived("s.agency_id"))"
        default: return nil
        }
        return """
            SELECT 'toReceive' AS box, 'submission' AS kind,
              \(record("p", "s.agency_id")) AS record, p.code AS code, \(names("p")) AS title,
              p.year AS year, s.agency_id AS agency, NULL AS person, NULL AS due_on, '' AS note
            FROM submissions s JOIN periods p ON p.year = s.year AND p.code = s.period
            WHERE s.state = 'submitted' AND p.year >= \(question.year - 1) AND \(here)
            """
    }

    /// A name for one body's report of one period, also while nothing was sent.
    private static func record(_ period: SQL, _ agency: SQL) -> SQL {
        "CAST(\(period).year AS TEXT) || '-' || \(period).code || '-' || \(agency)"
    }

    private static func names(_ period: SQL) -> SQL {
        "\(period).name_vi || \(betweenNames) || \(period).name_en"
    }
}
