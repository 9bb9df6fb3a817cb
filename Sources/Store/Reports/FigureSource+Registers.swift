import Domain

extension FigureSource {
    // MARK: One-stop counts

    static let dossiers: [String: FigureSource] = [
        "ho_so.ton_truoc": counts("carried") { isFirst($0) },
        "ho_so.tiep_nhan": counts("received"),
        "ho_so.truoc_han": counts("early"),
        "ho_so.dung_han": counts("on_time"),
        "ho_so.qua_han": counts("late"),
        "ho_so.dang_giai_quyet": counts("pending") { isLast($0) },
        "ho_so.rut": counts("withdrawn"),
        "ho_so.dang_giai_quyet_qua_han": counts("pending_late") { isLast($0) },
        "ho_so.truc_tuyen": counts("online"),
        "ho_so.ket_qua_dien_tu": counts("digital_results"),
        "ho_so.thanh_toan_truc_tuyen": counts("online_payments"),
        "ho_so.da_giai_quyet": counts("early + on_time + late"),
        "ho_so.khong_qua_han": counts("early + on_time"),
        "ho_so.phai_giai_quyet": FigureSource { span in
            counted("received + \(carried(span))", span, "1 = 1")
        },
        "ho_so.den_han": FigureSource { span in
            counted("early + on_time + late + \(pendingLate(span))", span, "1 = 1")
        },
        "ho_so.khong_cham": FigureSource { span in
            counted("received + \(carried(span)) - late - \(pendingLate(span))", span, "1 = 1")
        },
    ]

    /// What was carried over into the span; nothing is in its later months.
    private static func carried(_ span: ReportSpan) -> SQL {
        "CASE WHEN \(isFirst(span)) THEN carried ELSE 0 END"
    }

    /// What is past its day and pending at the span's end.
    private static func pendingLate(_ span: ReportSpan) -> SQL {
        "CASE WHEN \(isLast(span)) THEN COALESCE(pending_late, 0) ELSE 0 END"
    }

    private static func counts(
        _ value: SQL, _ condition: @escaping @Sendable (ReportSpan) -> SQL = { _ in "1 = 1" }
    ) -> FigureSource {
        FigureSource { counted(value, $0, condition($0)) }
    }

    private static func counted(_ value: SQL, _ span: ReportSpan, _ condition: SQL) -> SQL {
        """
        SELECT body_id, number, '' AS code, day_on, COALESCE(area, '') AS words, \(value) AS value,
          recorded_at
        FROM dossier_counts
        WHERE day_on BETWEEN \(span.first) AND \(span.last) AND \(value) IS NOT NULL AND \(condition)
        """
    }

    /// Whether the row is the first that its body and area have in the span.
    private static func isFirst(_ span: ReportSpan) -> SQL { isEdge("MIN", span) }

    /// Whether the row is the last that its body and area have in the span.
    private static func isLast(_ span: ReportSpan) -> SQL { isEdge("MAX", span) }

    private static func isEdge(_ edge: SQL, _ span: ReportSpan) -> SQL {
        """
        day_on = (SELECT \(edge)(o.day_on) FROM dossier_counts o
          WHERE o.body_id = dossier_counts.body_id
            AND COALESCE(o.area, '') = COALESCE(dossier_counts.area, '')
            AND o.day_on BETWEEN \(span.first) AND \(span.last))
        """
    }

    // MARK: The other registers

    static let registers: [String: FigureSource] = [
        "tuyen_truyen.du_kien": FigureSource { span in
            listed(
                "communications", "COALESCE(planned_on, held_on)", words: "title",
                "COALESCE(planned_on, held_on) BETWEEN \(span.first) AND \(span.last)")
        },
        "tuyen_truyen.hoat_dong": FigureSource { span in
            listed(
                "communications", "held_on", words: "title",
                "held_on BETWEEN \(span.first) AND \(span.last)")
        },
        "tuyen_truyen.luot": FigureSource { span in
            listed(
                "communications", "held_on", words: "title", value: "reach",
                "reach IS NOT NULL AND held_on BETWEEN \(span.first) AND \(span.last)")
        },
        "sang_kien.de_xuat": initiatives("proposed_on"),
        "sang_kien.thi_diem": initiatives("pilot_from"),
        "sang_kien.cong_nhan": initiatives("recognised_on"),
        "sang_kien.nhan_rong": initiatives("evaluated_on", "outcome = 'replicate'"),
        "kinh_phi.du_toan": money("assigned"),
        "kinh_phi.duoc_giao": money("allotted"),
        "kinh_phi.da_chi": money("spent"),
        "nhan_luc.chuyen_trach": staff("full_time"),
        "nhan_luc.kiem_nhiem": staff("part_time"),
        "nhan_luc.tap_huan": FigureSource { span in
            listed(
                "staffings", "day_on", words: "COALESCE(note, '')", value: "trained",
                "trained IS NOT NULL AND day_on BETWEEN \(span.first) AND \(span.last)")
        },
        "cam_ket.da_ky": FigureSource { span in
            listed(
                "commitments", "day_on", words: "text",
                "day_on BETWEEN \(span.first) AND \(span.last)")
        },
        "cam_ket.den_han": FigureSource { span in
            listed(
                "commitments", "due_on", words: "text",
                "due_on BETWEEN \(span.first) AND \(span.last)")
        },
        "cam_ket.thuc_hien": FigureSource { span in
            listed(
                "commitments", "due_on", words: "text",
                "due_on BETWEEN \(span.first) AND \(span.last) AND done_on <= \(span.last)")
        },
        "moc.den_han": FigureSource { span in
            listed(
                "milestones", "day_on", words: "text",
                "day_on BETWEEN \(span.first) AND \(span.last)")
        },
        "moc.dat": FigureSource { span in
            listed(
                "milestones", "day_on", words: "text",
                "day_on BETWEEN \(span.first) AND \(span.last) AND reached_on <= \(span.last)")
        },
    ]

    private static func listed(
        _ table: SQL, _ day: SQL, words: SQL, value: SQL = "1", _ condition: SQL
    ) -> SQL {
        """
        SELECT body_id, number, '' AS code, \(day) AS day_on, \(words) AS words, \(value) AS value,
          recorded_at
        FROM \(table) WHERE \(condition)
        """
    }

    private static func initiatives(_ day: SQL, _ condition: SQL = "1 = 1") -> FigureSource {
        FigureSource { span in
            listed(
                "initiatives", day, words: "title",
                "\(day) BETWEEN \(span.first) AND \(span.last) AND \(condition)")
        }
    }

    private static func money(_ value: SQL) -> FigureSource {
        FigureSource { span in
            listed(
                "budgets", "day_on", words: "purpose", value: value,
                "\(value) IS NOT NULL AND day_on BETWEEN \(span.first) AND \(span.last)")
        }
    }

    /// What each body's newest line by the last day says.
    private static func staff(_ value: SQL) -> FigureSource {
        FigureSource { span in
            listed(
                "staffings", "day_on", words: "COALESCE(note, '')", value: value,
                """
                \(value) IS NOT NULL AND year = \(span.year) AND day_on = (
                  SELECT MAX(o.day_on) FROM staffings o WHERE o.body_id = staffings.body_id
                    AND o.year = \(span.year) AND o.day_on <= \(span.last))
                """)
        }
    }
}
