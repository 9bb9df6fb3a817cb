import Domain

extension FigureSource {
    // MARK: One-stop counts

    static let dossiers: [String: FigureSource] = [
        "ho_so.ton_truoc": counts("carried") { span in
            "day_on = \(span.first.endOfMonth)"
        },
        "ho_so.tiep_nhan": counts("received"),
        "ho_so.truoc_han": counts("early"),
        "ho_so.dung_han": counts("on_time"),
        "ho_so.qua_han": counts("late"),
        "ho_so.dang_giai_quyet": counts("pending") { span in
            "day_on = \(lastMonth(of: span))"
        },
        "ho_so.rut": counts("withdrawn"),
        "ho_so.truc_tuyen": counts("online"),
        "ho_so.ket_qua_dien_tu": counts("digital_results"),
        "ho_so.thanh_toan_truc_tuyen": counts("online_payments"),
        "ho_so.da_giai_quyet": counts("early + on_time + late"),
        "ho_so.khong_qua_han": counts("early + on_time"),
        "ho_so.phai_giai_quyet": FigureSource { span in
            counted(
                "received + CASE WHEN day_on = \(span.first.endOfMonth) THEN carried ELSE 0 END",
                span, "1 = 1")
        },
    ]

    private static func counts(
        _ value: SQL, _ condition: @escaping @Sendable (ReportSpan) -> SQL = { _ in "1 = 1" }
    ) -> FigureSource {
        FigureSource { counted(value, $0, condition($0)) }
    }

    private static func counted(_ value: SQL, _ span: ReportSpan, _ condition: SQL) -> SQL {
        """
        SELECT body_id, number, day_on, COALESCE(area, '') AS words, \(value) AS value
        FROM dossier_counts
        WHERE day_on BETWEEN \(span.first) AND \(span.last) AND \(value) IS NOT NULL AND \(condition)
        """
    }

    /// The last day of the last month that the span holds whole.
    private static func lastMonth(of span: ReportSpan) -> Day {
        let end = span.last.endOfMonth
        return end == span.last ? end : span.last - span.last.dayOfMonth
    }

    // MARK: The other registers

    static let registers: [String: FigureSource] = [
        "tuyen_truyen.hoat_dong": FigureSource { span in
            """
            SELECT body_id, number, held_on AS day_on, title AS words, 1 AS value FROM communications
            WHERE held_on BETWEEN \(span.first) AND \(span.last)
            """
        },
        "tuyen_truyen.luot": FigureSource { span in
            """
            SELECT body_id, number, held_on AS day_on, title AS words, reach AS value
            FROM communications
            WHERE reach IS NOT NULL AND held_on BETWEEN \(span.first) AND \(span.last)
            """
        },
        "sang_kien.de_xuat": initiatives("proposed_on"),
        "sang_kien.thi_diem": initiatives("pilot_from"),
        "sang_kien.cong_nhan": initiatives("recognised_on"),
        "kinh_phi.duoc_giao": money("allotted"),
        "kinh_phi.da_chi": money("spent"),
        "nhan_luc.tap_huan": FigureSource { span in
            """
            SELECT body_id, number, day_on, COALESCE(note, '') AS words, trained AS value
            FROM staffings
            WHERE trained IS NOT NULL AND day_on BETWEEN \(span.first) AND \(span.last)
            """
        },
    ]

    private static func initiatives(_ day: SQL) -> FigureSource {
        FigureSource { span in
            """
            SELECT body_id, number, \(day) AS day_on, title AS words, 1 AS value FROM initiatives
            WHERE \(day) BETWEEN \(span.first) AND \(span.last)
            """
        }
    }

    private static func money(_ value: SQL) -> FigureSource {
        FigureSource { span in
            """
            SELECT body_id, number, day_on, purpose AS words, \(value) AS value FROM budgets
            WHERE \(value) IS NOT NULL AND day_on BETWEEN \(span.first) AND \(span.last)
            """
        }
    }
}
