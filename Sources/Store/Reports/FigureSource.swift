import Domain

/// Where a counted figure comes from: one query whose rows are the records behind it.
///
/// Each row is a body, the record's number (0 for none) or its code, its day, its words and what it
/// adds. The figure is the sum; what it opens is the rows; so they cannot disagree.
struct FigureSource: Sendable {
    let rows: @Sendable (ReportSpan) -> SQL
    /// The same for one area of the plan, where records have one.
    let ofArea: (@Sendable (ReportSpan, String) -> SQL)?

    init(
        ofArea: (@Sendable (ReportSpan, String) -> SQL)? = nil,
        _ rows: @escaping @Sendable (ReportSpan) -> SQL
    ) {
        self.rows = rows
        self.ofArea = ofArea
    }

    static let all: [String: FigureSource] = plans.merging(records) { one, _ in one }
        .merging(dossiers) { one, _ in one }.merging(registers) { one, _ in one }

    /// The query behind a figure as documents name it, `nhiem_vu.den_han[Thể chế]` included.
    static func rows(behind name: String, in span: ReportSpan) -> SQL? {
        let name = ReportFigure.parts(of: name)
        guard let source = all[name.figure] else { return nil }
        guard let area = name.area else { return source.rows(span) }
        return source.ofArea?(span, area)
    }

    // MARK: Plans and tasks

    private static let plans: [String: FigureSource] = [
        "ke_hoach.da_ban_hanh": FigureSource { span in
            """
            SELECT agency_id AS body_id, 0 AS number, '' AS code, issued_on AS day_on, symbol AS words,
              1 AS value
            FROM plans WHERE year = \(span.year) AND parent_id IS NOT NULL AND amends_id IS NULL
              AND replaced_by IS NULL AND declared_on IS NOT NULL AND issued_on BETWEEN \(span.first) AND \(span.last)
            """
        },
        "nhiem_vu.tong": tasks { _ in "t.due_on IS NOT NULL" },
        "nhiem_vu.den_han": tasks { "t.due_on BETWEEN \($0.first) AND \($0.last)" },
        "nhiem_vu.hoan_thanh": tasks { "t.done_on BETWEEN \($0.first) AND \($0.last)" },
        "nhiem_vu.dung_han": tasks {
            "t.due_on BETWEEN \($0.first) AND \($0.last) AND t.done_on <= t.due_on"
        },
        "nhiem_vu.qua_han": tasks {
            "t.due_on <= \($0.last) AND (t.done_on IS NULL OR t.done_on > \($0.last))"
        },
        "nhiem_vu_chung.den_han": tasks {
            "p.parent_id IS NULL AND t.due_on BETWEEN \($0.first) AND \($0.last)"
        },
        "nhiem_vu_chung.qua_han": tasks {
            """
            p.parent_id IS NULL AND t.due_on <= \($0.last)
              AND (t.done_on IS NULL OR t.done_on > \($0.last))
            """
        },
    ]

    /// The tasks of the year's plans that somebody answers for; drafts and cancelled ones left out.
    private static func tasks(_ condition: @escaping @Sendable (ReportSpan) -> SQL) -> FigureSource
    {
        FigureSource(
            ofArea: { span, area in taskRows(span, "\(condition(span)) AND t.area = \(area)") }
        ) { span in taskRows(span, condition(span)) }
    }

    private static func taskRows(_ span: ReportSpan, _ condition: SQL) -> SQL {
        """
        SELECT COALESCE(t.lead_id, p.agency_id) AS body_id, 0 AS number, COALESCE(t.code, '') AS code,
          t.due_on AS day_on, t.text AS words, 1 AS value
        FROM tasks t JOIN plans p ON p.id = t.plan_id
        WHERE p.year = \(span.year) AND p.amends_id IS NULL AND t.decision <> 'rejected'
          AND ((p.parent_id IS NOT NULL AND p.declared_on IS NOT NULL AND p.replaced_by IS NULL)
            OR (p.parent_id IS NULL AND p.confirmed_on IS NOT NULL AND t.decision = 'accepted'))
          AND (t.cancelled_on IS NULL OR t.cancelled_on > \(span.last)) AND \(condition)
        """
    }

    // MARK: Inspections, findings, legal documents

    private static let records: [String: FigureSource] = [
        "kiem_tra.cuoc": FigureSource { span in
            """
            SELECT body_id, number, '' AS code, concluded_on AS day_on, conclusion_symbol AS words, 1 AS value
            FROM inspections WHERE year = \(span.year) AND cancelled_on IS NULL
              AND concluded_on BETWEEN \(span.first) AND \(span.last)
            """
        },
        "tu_kiem_tra.cuoc": FigureSource { span in
            """
            SELECT body_id, number, '' AS code, held_on AS day_on, report_symbol AS words, 1 AS value
            FROM self_inspections
            WHERE year = \(span.year) AND held_on BETWEEN \(span.first) AND \(span.last)
            """
        },
        "van_de.phat_hien": findings { "found_on BETWEEN \($0.first) AND \($0.last)" },
        "van_de.khac_phuc": findings { "closed_on BETWEEN \($0.first) AND \($0.last)" },
        "van_de.qua_han": findings {
            "due_on < \($0.last) AND (closed_on IS NULL OR closed_on > \($0.last))"
        },
        "qppl.ban_hanh": documents { _ in "1 = 1" },
        "qppl.da_kiem_tra": documents { "judged_on <= \($0.last)" },
        "qppl.dung": documents {
            """
            judged_on <= \($0.last) AND order_answer = 'met' AND procedure_answer = 'met'
              AND authority_answer = 'met' AND quality_answer = 'met'
            """
        },
    ]

    private static func findings(_ condition: @escaping @Sendable (ReportSpan) -> SQL)
        -> FigureSource
    {
        FigureSource { span in
            """
            SELECT body_id, number, '' AS code, found_on AS day_on, text AS words, 1 AS value FROM findings
            WHERE year = \(span.year) AND source = 'inspection' AND \(condition(span))
            """
        }
    }

    private static func documents(_ condition: @escaping @Sendable (ReportSpan) -> SQL)
        -> FigureSource
    {
        FigureSource { span in
            """
            SELECT issuer_id AS body_id, number, '' AS code, signed_on AS day_on, symbol AS words, 1 AS value
            FROM legal_documents WHERE year = \(span.year) AND nature = 'normative'
              AND \(SQL.isOfOurs("issuer_id"))
              AND signed_on BETWEEN \(span.first) AND \(span.last) AND \(condition(span))
            """
        }
    }
}
