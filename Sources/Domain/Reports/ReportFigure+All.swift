extension ReportFigure {
    /// Every figure there is; a test holds each against what the store counts.
    public static let all: [ReportFigure] =
        plans + inspections + law + targets + oneStop + communication + initiatives + resources
        + commitments + milestones + reporting

    private static func formula(_ vi: String, _ en: String) -> Bilingual {
        Bilingual(vi: vi, en: en)
    }

    private static let plans: [ReportFigure] = [
        ReportFigure(
            "ke_hoach.da_ban_hanh", vi: "Kế hoạch CCHC của cơ quan, đơn vị đã ban hành",
            en: "Agency plans issued",
            formula: formula(
                "Số kế hoạch cải cách hành chính của cơ quan, đơn vị có ngày ban hành trong kỳ.",
                "Plans of agencies whose day of issue lies in the period."),
            unit: "kế hoạch", list: "agency-plans"),
        ReportFigure(
            "nhiem_vu.tong", vi: "Nhiệm vụ trong năm", en: "Tasks of the year",
            formula: formula(
                "Số nhiệm vụ của năm đã được chấp nhận, không tính giải pháp không có thời hạn.",
                "Accepted tasks of the year that have a deadline."),
            unit: "nhiệm vụ", list: "agency-tasks", isStanding: true),
        ReportFigure(
            "nhiem_vu.den_han", vi: "Nhiệm vụ đến hạn", en: "Tasks due",
            formula: formula(
                "Số nhiệm vụ có thời hạn trong kỳ.", "Tasks whose deadline lies in the period."),
            unit: "nhiệm vụ", list: "agency-tasks"),
        ReportFigure(
            "nhiem_vu.hoan_thanh", vi: "Nhiệm vụ hoàn thành", en: "Tasks done",
            formula: formula(
                "Số nhiệm vụ có ngày hoàn thành trong kỳ.",
                "Tasks whose day of completion lies in the period."),
            unit: "nhiệm vụ", list: "agency-tasks"),
        ReportFigure(
            "nhiem_vu.dung_han", vi: "Nhiệm vụ đến hạn đã hoàn thành đúng hạn",
            en: "Due tasks done in time",
            formula: formula(
                "Số nhiệm vụ có thời hạn trong kỳ và hoàn thành không muộn hơn thời hạn.",
                "Tasks whose deadline lies in the period and that were done by it."),
            unit: "nhiệm vụ", list: "agency-tasks"),
        ReportFigure(
            "nhiem_vu.qua_han", vi: "Nhiệm vụ chưa hoàn thành quá hạn", en: "Tasks overdue",
            formula: formula(
                "Số nhiệm vụ đã hết thời hạn mà đến ngày cuối kỳ chưa hoàn thành.",
                "Tasks past their deadline and not done by the period's last day."),
            unit: "nhiệm vụ", list: "agency-tasks", isStanding: true),
        ReportFigure(
            "nhiem_vu_chung.den_han", vi: "Nhiệm vụ đến hạn của kế hoạch chung",
            en: "Due tasks of the common plan",
            formula: formula(
                "Số nhiệm vụ của kế hoạch chung (không tính kế hoạch riêng của đơn vị) có thời hạn trong kỳ.",
                "Tasks of the common plan, agencies' own plans left out, due in the period."),
            unit: "nhiệm vụ", list: "tasks"),
        ReportFigure(
            "nhiem_vu_chung.qua_han", vi: "Nhiệm vụ quá hạn của kế hoạch chung",
            en: "Overdue tasks of the common plan",
            formula: formula(
                "Số nhiệm vụ của kế hoạch chung đã hết thời hạn mà đến ngày cuối kỳ chưa hoàn thành.",
                "Tasks of the common plan past their deadline and not done by the period's last day."
            ),
            unit: "nhiệm vụ", list: "tasks", isStanding: true),
        share(
            "nhiem_vu.ty_le_dung_han", "nhiem_vu.dung_han", "nhiem_vu.den_han",
            vi: "Tỷ lệ nhiệm vụ hoàn thành đúng hạn", en: "Share of tasks done in time"),
    ]

    private static let inspections: [ReportFigure] = [
        ReportFigure(
            "kiem_tra.cuoc", vi: "Cuộc kiểm tra CCHC đã kết luận", en: "Inspections concluded",
            formula: formula(
                "Số cuộc kiểm tra có Thông báo kết luận trong kỳ, không bị hủy.",
                "Inspections whose conclusion notice lies in the period."),
            unit: "cuộc", list: "inspections"),
        ReportFigure(
            "tu_kiem_tra.cuoc", vi: "Cơ quan, đơn vị tự kiểm tra", en: "Self-inspections",
            formula: formula(
                "Số cuộc tự kiểm tra đã thực hiện trong kỳ.",
                "Self-inspections held in the period."),
            unit: "cuộc", list: "self-inspections"),
        ReportFigure(
            "van_de.phat_hien", vi: "Vấn đề phát hiện qua kiểm tra", en: "Findings",
            formula: formula(
                "Số vấn đề có ngày phát hiện trong kỳ.", "Findings made in the period."),
            unit: "vấn đề", list: "findings"),
        ReportFigure(
            "van_de.khac_phuc", vi: "Vấn đề đã khắc phục", en: "Findings remedied",
            formula: formula(
                "Số vấn đề có ngày khắc phục xong trong kỳ.",
                "Findings whose remedy was accepted in the period."),
            unit: "vấn đề", list: "findings"),
        ReportFigure(
            "van_de.qua_han", vi: "Vấn đề quá hạn khắc phục", en: "Findings overdue",
            formula: formula(
                "Số vấn đề đã hết hạn khắc phục mà đến ngày cuối kỳ chưa khắc phục.",
                "Findings past their day and not remedied by the period's last day."),
            unit: "vấn đề", list: "findings", isStanding: true),
    ]

    private static let law: [ReportFigure] = [
        ReportFigure(
            "qppl.ban_hanh", vi: "Văn bản QPPL đã ban hành", en: "Legal documents signed",
            formula: formula(
                "Số văn bản quy phạm pháp luật có ngày ký trong kỳ.",
                "Legal documents signed in the period."),
            unit: "văn bản", list: "documents"),
        ReportFigure(
            "qppl.da_kiem_tra", vi: "Văn bản QPPL đã kiểm tra", en: "Legal documents judged",
            formula: formula(
                "Số văn bản ký trong kỳ đã có kết quả kiểm tra đến ngày cuối kỳ.",
                "Documents signed in the period and judged by its last day."),
            unit: "văn bản", list: "documents"),
        ReportFigure(
            "qppl.dung", vi: "Văn bản QPPL đúng cả bốn mặt",
            en: "Legal documents in order on all four counts",
            formula: formula(
                "Số văn bản ký trong kỳ đúng trình tự, thủ tục, thẩm quyền và chất lượng.",
                "Documents signed in the period and in due order, procedure, authority and quality."
            ),
            unit: "văn bản", list: "documents"),
        share(
            "qppl.ty_le_dung", "qppl.dung", "qppl.da_kiem_tra",
            vi: "Tỷ lệ văn bản QPPL đúng cả bốn mặt", en: "Share of documents in order"),
    ]

    private static let targets: [ReportFigure] =
        [
            ReportFigure(
                "chi_tieu.tong", .targets, vi: "Chỉ tiêu của năm", en: "Targets of the year",
                formula: formula(
                    "Số chỉ tiêu có phương pháp tính của kế hoạch năm.",
                    "Targets of the year's plan that are counted."),
                unit: "chỉ tiêu", list: "targets", isStanding: true)
        ]
        + Verdict.allCases.map { verdict in
            ReportFigure(
                "chi_tieu.\(name(of: verdict))", .targets,
                vi: "Chỉ tiêu: \(verdict.title.vi.lowercased())",
                en: "Targets: \(verdict.title.en.lowercased())",
                formula: formula(
                    "Số chỉ tiêu có kết quả “\(verdict.title.vi)” tính đến ngày cuối kỳ.",
                    "Targets whose standing on the last day is “\(verdict.title.en)”."),
                unit: "chỉ tiêu", list: "targets", isStanding: true)
        }

    /// The verdict's part in the names of figures.
    public static func name(of verdict: Verdict) -> String {
        switch verdict {
        case .kept: "dat"
        case .holding: "dang_bao_dam"
        case .onCourse: "dung_tien_do"
        case .notDue: "chua_den_han"
        case .noData: "chua_co_so_lieu"
        case .atRisk: "nguy_co"
        case .broken: "khong_dat"
        }
    }

    static func share(
        _ name: String, _ part: String, _ whole: String, vi: String, en: String
    ) -> ReportFigure {
        ReportFigure(
            name, .share(of: part, in: whole), vi: vi, en: en,
            formula: Bilingual("{\(part)} : {\(whole)}"), unit: "%")
    }
}
