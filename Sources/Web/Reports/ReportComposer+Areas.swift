import Domain
import Store

extension ReportComposer {
    /// What registers say about an area, by a word of the area's name.
    private static let ofAreas: [(word: String, figures: [String])] = [
        (
            "chi dao",
            [
                "ke_hoach.da_ban_hanh", "kiem_tra.cuoc", "tu_kiem_tra.cuoc", "van_de.phat_hien",
                "van_de.khac_phuc", "tuyen_truyen.hoat_dong", "cam_ket.ty_le",
            ]
        ),
        ("the che", ["qppl.ban_hanh", "qppl.da_kiem_tra", "qppl.ty_le_dung"]),
        (
            "thu tuc",
            [
                "ho_so.tiep_nhan", "ho_so.da_giai_quyet", OnTimeFormula.chosenFigure,
                "ho_so.qua_han",
            ]
        ),
        ("cong vu", ["nhan_luc.chuyen_trach", "nhan_luc.kiem_nhiem", "nhan_luc.tap_huan"]),
        ("tai chinh", ["kinh_phi.duoc_giao", "kinh_phi.da_chi", "kinh_phi.ty_le_chi"]),
        (
            "so",
            [
                "ho_so.ty_le_truc_tuyen", "ho_so.ty_le_ket_qua_dien_tu", "ho_so.ty_le_thanh_toan",
            ]
        ),
    ]

    /// Each area of the year's tasks: tasks, what registers say, beside the periods compared.
    func areas() throws -> [OfficialDocument.Block] {
        let areas = try db.taskAreasInOrder(of: report.span.year)
        guard !areas.isEmpty else { return [.text("Nhiệm vụ trong năm chưa ghi lĩnh vực.")] }
        return try areas.enumerated().flatMap { place, area in
            let words = Vietnamese.folded(area).split(separator: " ").map(String.init)
            let further = Self.ofAreas.first { own in
                let wanted = own.word.split(separator: " ").map(String.init)
                return words.indices.contains { words[$0...].starts(with: wanted) }
            }
            let named = { (figure: String) in "\(figure)[\(area)]" }
            let overdue = try cited(FigureName(named("nhiem_vu.qua_han")))
            return [
                .heading(level: 2, "\(place + 1). \(area)"),
                .paragraph(
                    OfficialDocument.Paragraph([
                        .text("Trong kỳ có "),
                        .number(try cited(FigureName(named("nhiem_vu.den_han")))),
                        .text(" nhiệm vụ đến hạn, hoàn thành đúng hạn "),
                        .number(try cited(FigureName(named("nhiem_vu.dung_han")))),
                        .text(" nhiệm vụ; đến ngày \(report.span.last.vi) còn "),
                        .number(overdue), .text(" nhiệm vụ quá hạn."),
                    ])),
                try comparison(
                    [named("nhiem_vu.den_han"), named("nhiem_vu.ty_le_dung_han")]
                        + (further?.figures ?? []), titled: "Số liệu lĩnh vực \(area)"),
            ]
        }
    }

    /// What heads committed to and is due by the span's last day.
    func commitments() throws -> [OfficialDocument.Block] {
        let found = try db.lines(Commitment.self, of: report.span.year).filter {
            ($0.line.dueOn ?? $0.day) <= report.span.last
                && figures.covers($0.body)
        }
        guard !found.isEmpty else { return [.text("Không có cam kết đến hạn.")] }
        return [
            .table(
                OfficialDocument.Table(
                    "Cam kết của người đứng đầu đến hạn ngày \(report.span.last.vi)",
                    showsTitle: true,
                    columns: [
                        .init("STT", width: 9, isNumber: true), .init("Cơ quan, đơn vị", width: 24),
                        .init("Cam kết", width: 40), .init("Thời hạn", width: 16),
                        .init("Kết quả", width: 17),
                    ],
                    rows: found.enumerated().map { place, commitment in
                        let done = commitment.line.doneOn.flatMap {
                            $0 <= report.span.last ? "hoàn thành \($0.vi)" : nil
                        }
                        return [
                            [.text("\(place + 1)")],
                            [.text(tree.body(commitment.body)?.name ?? "")],
                            [.text(commitment.line.text ?? "")],
                            [.text(commitment.line.dueOn?.vi ?? "")],
                            [.text(done ?? "chưa hoàn thành")],
                        ]
                    }))
        ]
    }

    /// What programmes want reached in the year, and which targets serve it.
    func milestones() throws -> [OfficialDocument.Block] {
        let found = try db.lines(Milestone.self, of: report.span.year).filter {
            figures.covers($0.body)
        }
        guard !found.isEmpty else { return [.text("Trong năm không có mốc của chương trình.")] }
        return [
            .table(
                OfficialDocument.Table(
                    "Mốc của chương trình trong năm \(report.span.year)", showsTitle: true,
                    columns: [
                        .init("STT", width: 9, isNumber: true), .init("Chương trình", width: 20),
                        .init("Mốc", width: 38), .init("Thời hạn", width: 16),
                        .init("Kết quả", width: 23),
                    ],
                    rows: try found.enumerated().map { place, milestone in
                        let line = milestone.line
                        let reached = line.reachedOn.flatMap {
                            $0 <= report.span.last ? "đạt \($0.vi)" : nil
                        }
                        var result: [OfficialDocument.Span] = [.text(reached ?? "chưa đạt")]
                        for code in line.targetCodes {
                            result += [
                                .text("; \(code): "),
                                .number(try cited(FigureName("chi_tieu[\(code)]"), isCell: true)),
                            ]
                        }
                        return [
                            [.text("\(place + 1)")], [.text(line.programme ?? "")],
                            [.text(line.text ?? "")], [.text(milestone.day.vi)],
                            result,
                        ]
                    }))
        ]
    }
}
