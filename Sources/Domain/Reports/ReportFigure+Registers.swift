extension ReportFigure {
    /// One-stop counts (hồ sơ thủ tục hành chính); published shares differ, so each has its formula.
    ///
    /// Source: one-stop-statistics.md 1 and 2.
    static let oneStop: [ReportFigure] =
        DossierCount.Field.allCases.map { field in
            ReportFigure(
                "ho_so.\(field.figure)", vi: "Hồ sơ: \(field.title.vi.lowercased())",
                en: "Dossiers: \(field.title.en.lowercased())",
                formula: field.formula,
                unit: "hồ sơ", list: "dossiers")
        }
        + [
            ReportFigure(
                "ho_so.phai_giai_quyet", vi: "Hồ sơ phải giải quyết", en: "Dossiers to be solved",
                formula: Bilingual(
                    vi: "Tồn đầu kỳ của tháng đầu, cộng số tiếp nhận các tháng trong kỳ.",
                    en: "Carried over into the first month, and received in the months."),
                unit: "hồ sơ", list: "dossiers"),
            ReportFigure(
                "ho_so.da_giai_quyet", vi: "Hồ sơ đã giải quyết", en: "Dossiers solved",
                formula: Bilingual(
                    vi: "Trước hạn + đúng hạn + quá hạn.", en: "Early, on time and late together."),
                unit: "hồ sơ", list: "dossiers"),
            ReportFigure(
                "ho_so.khong_qua_han", vi: "Hồ sơ giải quyết trước và đúng hạn",
                en: "Dossiers solved early or on time",
                formula: Bilingual(vi: "Trước hạn + đúng hạn.", en: "Early and on time together."),
                unit: "hồ sơ", list: "dossiers"),
            share(
                "ho_so.ty_le_dung_han", "ho_so.khong_qua_han", "ho_so.da_giai_quyet",
                vi: "Tỷ lệ đúng hạn trên số đã giải quyết", en: "On time, of those solved"),
            share(
                "ho_so.ty_le_truc_tuyen", "ho_so.truc_tuyen", "ho_so.tiep_nhan",
                vi: "Tỷ lệ hồ sơ trực tuyến", en: "Share filed online"),
        ]

    static let communication: [ReportFigure] = [
        ReportFigure(
            "tuyen_truyen.hoat_dong", vi: "Hoạt động tuyên truyền", en: "Communication activities",
            formula: Bilingual(
                vi: "Số hoạt động tuyên truyền đã thực hiện trong kỳ.",
                en: "Activities held in the period."),
            unit: "hoạt động", list: "communications"),
        ReportFigure(
            "tuyen_truyen.luot", vi: "Lượt người được tuyên truyền", en: "People reached",
            formula: Bilingual(
                vi:
                    "Cộng số lượt của các hoạt động trong kỳ; hoạt động không ghi số lượt không tính.",
                en: "The reach of the period's activities added up; those without one left out."),
            unit: "lượt", list: "communications"),
    ]

    static let initiatives: [ReportFigure] = [
        ReportFigure(
            "sang_kien.de_xuat", vi: "Sáng kiến, mô hình được đề xuất", en: "Initiatives proposed",
            formula: Bilingual(
                vi: "Số sáng kiến, mô hình mới có ngày đề xuất trong kỳ.",
                en: "Initiatives proposed in the period."),
            unit: "sáng kiến", list: "initiatives"),
        ReportFigure(
            "sang_kien.thi_diem", vi: "Sáng kiến, mô hình bắt đầu thí điểm", en: "Pilots begun",
            formula: Bilingual(
                vi: "Số sáng kiến, mô hình mới bắt đầu thí điểm trong kỳ.",
                en: "Initiatives whose pilot began in the period."),
            unit: "sáng kiến", list: "initiatives"),
        ReportFigure(
            "sang_kien.cong_nhan", vi: "Sáng kiến, mô hình được công nhận",
            en: "Initiatives recognised",
            formula: Bilingual(
                vi: "Số sáng kiến, mô hình mới có quyết định công nhận trong kỳ.",
                en: "Initiatives recognised by a decision in the period."),
            unit: "sáng kiến", list: "initiatives"),
    ]

    static let resources: [ReportFigure] = [
        ReportFigure(
            "kinh_phi.duoc_giao", vi: "Kinh phí được giao", en: "Money allotted",
            formula: Bilingual(
                vi: "Cộng kinh phí được giao trong kỳ, tính bằng nghìn đồng.",
                en: "Money allotted in the period, in thousands of đồng."),
            unit: "nghìn đồng", list: "budgets"),
        ReportFigure(
            "kinh_phi.da_chi", vi: "Kinh phí đã chi", en: "Money spent",
            formula: Bilingual(
                vi: "Cộng kinh phí đã chi của các dòng trong kỳ, tính bằng nghìn đồng.",
                en: "Money spent on the period's lines, in thousands of đồng."),
            unit: "nghìn đồng", list: "budgets"),
        share(
            "kinh_phi.ty_le_chi", "kinh_phi.da_chi", "kinh_phi.duoc_giao",
            vi: "Tỷ lệ kinh phí đã chi", en: "Share of the money spent"),
        ReportFigure(
            "nhan_luc.tap_huan", vi: "Lượt người được tập huấn CCHC", en: "People trained",
            formula: Bilingual(
                vi: "Cộng số người được tập huấn của các dòng nhân lực có ngày trong kỳ.",
                en: "People trained, of the staff lines of the period."),
            unit: "lượt", list: "staffings"),
    ]

    /// Of what agencies sent for the period; they come from the period's submissions.
    static let reporting: [ReportFigure] = [
        ReportFigure(
            "bao_cao.phai_gui", vi: "Cơ quan, đơn vị phải gửi báo cáo", en: "Bodies that report",
            formula: Bilingual(
                vi: "Số cơ quan, đơn vị phải gửi báo cáo của kỳ.",
                en: "Bodies that have to report for the period."),
            unit: "cơ quan"),
        ReportFigure(
            "bao_cao.tiep_nhan", vi: "Báo cáo đã tiếp nhận", en: "Reports accepted",
            formula: Bilingual(
                vi: "Số báo cáo của kỳ đã được cơ quan thường trực tiếp nhận.",
                en: "The period's reports that the standing office accepted."),
            unit: "báo cáo"),
        ReportFigure(
            "bao_cao.dung_han", vi: "Báo cáo gửi đúng hạn", en: "Reports in time",
            formula: Bilingual(
                vi: "Số báo cáo của kỳ gửi không muộn hơn thời hạn.",
                en: "The period's reports sent by their day."),
            unit: "báo cáo"),
        ReportFigure(
            "bao_cao.qua_han", vi: "Báo cáo gửi quá hạn", en: "Reports late",
            formula: Bilingual(
                vi: "Số báo cáo của kỳ gửi sau thời hạn.",
                en: "The period's reports sent after their day."),
            unit: "báo cáo"),
        ReportFigure(
            "bao_cao.chua_gui", vi: "Cơ quan, đơn vị chưa báo cáo", en: "Bodies that sent nothing",
            formula: Bilingual(
                vi: "Số cơ quan, đơn vị phải gửi mà đến ngày tổng hợp chưa gửi báo cáo của kỳ.",
                en: "Bodies that had sent nothing by the day asked."),
            unit: "cơ quan"),
        share(
            "bao_cao.ty_le_dung_han", "bao_cao.dung_han", "bao_cao.phai_gui",
            vi: "Tỷ lệ báo cáo đúng hạn", en: "Share of reports in time"),
    ]

    /// The figures that come from the period's submissions and not from dated records.
    public static let ofReporting = Set(reporting.map(\.name))
}

extension DossierCount.Field {
    fileprivate var formula: Bilingual {
        switch self {
        case .carried:
            Bilingual(
                vi: "Cột “\(title.vi)” của tháng đầu trong kỳ.",
                en: "The column “\(title.en)” of the period's first month.")
        case .pending:
            Bilingual(
                vi: "Cột “\(title.vi)” của tháng cuối trong kỳ.",
                en: "The column “\(title.en)” of the period's last month.")
        default:
            Bilingual(
                vi: "Cộng cột “\(title.vi)” của số liệu hồ sơ các tháng trong kỳ.",
                en: "The column “\(title.en)” of the months in the period, added up.")
        }
    }
}
