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
            ReportFigure(
                "ho_so.den_han", vi: "Hồ sơ đến hạn", en: "Dossiers due",
                formula: Bilingual(
                    vi:
                        "Đã giải quyết + đang giải quyết đã quá hạn của tháng cuối; dòng không ghi số này không tính.",
                    en: "Solved, and pending past their day in the last month, where it is counted."
                ),
                unit: "hồ sơ", list: "dossiers"),
            ReportFigure(
                "ho_so.khong_cham", vi: "Hồ sơ không quá hạn", en: "Dossiers not late",
                formula: Bilingual(
                    vi:
                        "Phải giải quyết − giải quyết quá hạn − đang giải quyết đã quá hạn của tháng cuối.",
                    en: "To be handled, less the late ones and those pending past their day."),
                unit: "hồ sơ", list: "dossiers"),
            ReportFigure(
                OnTimeFormula.chosenFigure, .onTime, vi: "Tỷ lệ hồ sơ đúng hạn",
                en: "Share of dossiers on time",
                formula: Bilingual(
                    vi: "Theo cách tính được chọn cho năm, xem trang Hồ sơ thủ tục hành chính.",
                    en: "By the formula chosen for the year, see the page of one-stop dossiers."),
                unit: "%"),
            share(
                "ho_so.ty_le_truc_tuyen", "ho_so.truc_tuyen", "ho_so.tiep_nhan",
                vi: "Tỷ lệ hồ sơ trực tuyến", en: "Share filed online"),
            share(
                "ho_so.ty_le_ket_qua_dien_tu", "ho_so.ket_qua_dien_tu", "ho_so.da_giai_quyet",
                vi: "Tỷ lệ trả kết quả điện tử", en: "Share of digital results"),
            share(
                "ho_so.ty_le_thanh_toan", "ho_so.thanh_toan_truc_tuyen", "ho_so.tiep_nhan",
                vi: "Tỷ lệ thanh toán trực tuyến", en: "Share paid online"),
        ]
        + OnTimeFormula.allCases.map { formula in
            ReportFigure(
                formula.figure, .share(of: formula.parts.part, in: formula.parts.whole),
                vi: formula.title.vi, en: formula.title.en, formula: formula.formula, unit: "%")
        }

    static let communication: [ReportFigure] = [
        ReportFigure(
            "tuyen_truyen.du_kien", vi: "Hoạt động tuyên truyền theo kế hoạch",
            en: "Communication activities planned",
            formula: Bilingual(
                vi:
                    "Số hoạt động tuyên truyền có ngày dự kiến, hoặc không dự kiến mà đã thực hiện, trong kỳ.",
                en: "Activities planned for the period, or held in it without a plan."),
            unit: "hoạt động", list: "communications"),
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
        ReportFigure(
            "sang_kien.nhan_rong", vi: "Sáng kiến, mô hình được nhân rộng",
            en: "Initiatives replicated",
            formula: Bilingual(
                vi: "Số sáng kiến, mô hình mới được đánh giá trong kỳ và kết luận nhân rộng.",
                en: "Initiatives evaluated in the period and to be replicated."),
            unit: "sáng kiến", list: "initiatives"),
    ]

    /// Of commitments, a day's: what is due by its last day.
    static let commitments: [ReportFigure] = [
        ReportFigure(
            "cam_ket.da_ky", vi: "Cam kết của người đứng đầu đã ký", en: "Commitments signed",
            formula: Bilingual(
                vi: "Số cam kết có ngày ký trong kỳ.", en: "Commitments signed in the period."),
            unit: "cam kết", list: "commitments"),
        ReportFigure(
            "cam_ket.den_han", vi: "Cam kết đến hạn", en: "Commitments due",
            formula: Bilingual(
                vi: "Số cam kết có thời hạn trong kỳ.", en: "Commitments due in the period."),
            unit: "cam kết", list: "commitments"),
        ReportFigure(
            "cam_ket.thuc_hien", vi: "Cam kết đến hạn đã thực hiện", en: "Due commitments kept",
            formula: Bilingual(
                vi: "Số cam kết có thời hạn trong kỳ và hoàn thành không muộn hơn ngày cuối kỳ.",
                en: "Commitments due in the period and done by its last day."),
            unit: "cam kết", list: "commitments"),
        share(
            "cam_ket.ty_le", "cam_ket.thuc_hien", "cam_ket.den_han",
            vi: "Tỷ lệ cam kết được thực hiện", en: "Share of commitments kept"),
    ]

    static let milestones: [ReportFigure] = [
        ReportFigure(
            "moc.den_han", vi: "Mốc của chương trình đến hạn", en: "Milestones due",
            formula: Bilingual(
                vi: "Số mốc của chương trình có thời hạn trong kỳ.",
                en: "Milestones due in the period."),
            unit: "mốc", list: "milestones"),
        ReportFigure(
            "moc.dat", vi: "Mốc đến hạn đã đạt", en: "Due milestones reached",
            formula: Bilingual(
                vi: "Số mốc có thời hạn trong kỳ và đạt không muộn hơn ngày cuối kỳ.",
                en: "Milestones due in the period and reached by its last day."),
            unit: "mốc", list: "milestones"),
        share(
            "moc.ty_le", "moc.dat", "moc.den_han", vi: "Tỷ lệ mốc đạt",
            en: "Share of milestones reached"),
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
            "kinh_phi.du_toan", vi: "Kinh phí dự toán", en: "Money asked for",
            formula: Bilingual(
                vi: "Cộng dự toán của các dòng kinh phí trong kỳ, tính bằng nghìn đồng.",
                en: "The estimates of the period's lines, in thousands of đồng."),
            unit: "nghìn đồng", list: "budgets"),
        ReportFigure(
            "nhan_luc.chuyen_trach", vi: "Công chức chuyên trách CCHC", en: "Full time for reform",
            formula: Bilingual(
                vi: "Cộng số chuyên trách ở dòng mới nhất của từng cơ quan đến ngày cuối kỳ.",
                en: "Full time, on each body's newest line by the last day."),
            unit: "người", list: "staffings", isStanding: true),
        ReportFigure(
            "nhan_luc.kiem_nhiem", vi: "Công chức kiêm nhiệm CCHC", en: "Part time for reform",
            formula: Bilingual(
                vi: "Cộng số kiêm nhiệm ở dòng mới nhất của từng cơ quan đến ngày cuối kỳ.",
                en: "Part time, on each body's newest line by the last day."),
            unit: "người", list: "staffings", isStanding: true),
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

    /// Whether a body itself hands the records in, so that a body without any has not reported them;
    /// of what the system counts, a body without records has zero.
    public var isHandedIn: Bool {
        isHandedInByYear || name.hasPrefix("ho_so.")
    }

    /// Whether it is handed in now and then: a period without a line is zero once the year has one.
    public var isHandedInByYear: Bool {
        ["kinh_phi.", "nhan_luc."].contains { name.hasPrefix($0) }
    }
}

extension DossierCount.Field {
    fileprivate var formula: Bilingual {
        switch self {
        case .carried:
            Bilingual(
                vi: "Cột “\(title.vi)” của tháng đầu có số liệu trong kỳ.",
                en: "The column “\(title.en)” of the first month on record.")
        case .pending, .pendingLate:
            Bilingual(
                vi: "Cột “\(title.vi)” của tháng cuối có số liệu trong kỳ.",
                en: "The column “\(title.en)” of the last month on record.")
        default:
            Bilingual(
                vi: "Cộng cột “\(title.vi)” của số liệu hồ sơ các tháng trong kỳ.",
                en: "The column “\(title.en)” of the months in the period, added up.")
        }
    }
}
