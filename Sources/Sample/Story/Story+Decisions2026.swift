import Domain

extension Story {
    private static let guide2026 =
        "Công văn số 31/SNV-CCHC ngày 05/01/2026 của Sở Nội vụ (minh hoạ)"

    static let targets2026: [TargetDecision] = [
        TargetDecision(
            code: "II.1.a.1-1", title: "Ban hành Kế hoạch CCHC", measure: .planIssued,
            scope: Scope.ID("all"), deadline: day("31/01/2026"), deadlineSource: guide2026,
            leadCode: "GL-SNV", answerable: "Đặng Minh Hoạ, Giám đốc Sở Nội vụ"),
        TargetDecision(
            code: "II.1.a.1-2", title: "Hoàn thành kế hoạch đã đề ra", measure: .planCompleted,
            scope: Scope.ID("all"), deadline: nil, deadlineSource: "",
            leadCode: "GL-SNV", answerable: "Đặng Minh Hoạ, Giám đốc Sở Nội vụ"),
        TargetDecision(
            code: "II.1.a.2-1", title: "Kiểm tra cơ quan hành chính cấp tỉnh và UBND cấp xã",
            measure: .bodiesInspected, scope: Scope.ID("departments-communes"), deadline: nil,
            deadlineSource: "", leadCode: "GL-SNV",
            answerable: "Hồ Thị Minh Hoạ, Phó Giám đốc Sở Nội vụ"),
        TargetDecision(
            code: "II.1.a.2-2", title: "Khắc phục vấn đề phát hiện qua kiểm tra",
            measure: .findingsRemedied, scope: nil, deadline: nil, deadlineSource: "",
            leadCode: "GL-SNV", answerable: "Hồ Thị Minh Hoạ, Phó Giám đốc Sở Nội vụ"),
        TargetDecision(
            code: "II.1.a.3", title: "Tự kiểm tra nội bộ và đơn vị trực thuộc",
            measure: .selfInspected,
            scope: Scope.ID("all"), deadline: day("30/09/2026"),
            deadlineSource: "Kế hoạch số 112/KH-UBND, gạch đầu dòng thứ ba, điểm a khoản 1 Mục II",
            leadCode: "GL-SNV",
            answerable: "Đỗ Minh Hoạ, Trưởng phòng Cải cách hành chính, Sở Nội vụ"),
        TargetDecision(
            code: "II.2.a.1", title: "Văn bản QPPL đúng trình tự, thủ tục, thẩm quyền, chất lượng",
            measure: .documentsInOrder, scope: nil, deadline: nil, deadlineSource: "",
            leadCode: "GL-STP", answerable: "Bùi Minh Hoạ, Giám đốc Sở Tư pháp"),
        TargetDecision(
            code: "II.3.a.1", title: "Tiếp nhận hồ sơ trực tuyến toàn trình", measure: .typed,
            scope: nil,
            deadline: nil, deadlineSource: "", leadCode: "GL-VPUB",
            answerable: "Ngô Minh Hoạ, Chánh Văn phòng Ủy ban nhân dân tỉnh"),
        TargetDecision(
            code: "II.3.a.2", title: "Mức độ hài lòng của người dân, doanh nghiệp", measure: .typed,
            scope: nil, deadline: day("30/09/2026"),
            deadlineSource:
                "Phụ lục Kế hoạch số 112/KH-UBND, nhiệm vụ số 7: khảo sát xong ngày 30/09/2026",
            leadCode: "GL-SNV", answerable: "Hồ Thị Minh Hoạ, Phó Giám đốc Sở Nội vụ"),
    ]

    /// Of 27 rows, 14 are done (two late), three are overdue, four recur and six are to come.
    static let tasks2026: [TaskDecision] = [
        TaskDecision(1, "GL-SNV", due: "31/01/2026", done: "28/01/2026"),
        TaskDecision(2, "GL-SNV", due: "28/02/2026", done: "26/02/2026"),
        TaskDecision(3, "GL-SNV", due: "30/11/2026"),
        TaskDecision(4, "GL-VPUB"),
        TaskDecision(5, "GL-SNV", due: "30/04/2026", done: "07/05/2026"),
        TaskDecision(6, "GL-SNV", due: "22/06/2026", done: "19/06/2026"),
        TaskDecision(7, "GL-SNV", due: "30/09/2026"),
        TaskDecision(8, "GL-STP", due: "28/02/2026", done: "11/02/2026"),
        TaskDecision(9, "GL-STP", due: "30/10/2026"),
        TaskDecision(10, "GL-STP", due: "30/04/2026", done: "24/04/2026"),
        TaskDecision(11, "GL-SNNMT", due: "30/06/2026", done: "28/07/2026"),
        TaskDecision(12, "GL-SXD", due: "31/08/2026", done: "21/08/2026"),
        TaskDecision(13, "GL-VPUB"),
        TaskDecision(14, "GL-VPUB", due: "30/09/2026", done: "29/09/2026"),
        TaskDecision(15, "GL-VPUB", due: "31/03/2026", done: "31/03/2026"),
        TaskDecision(16, "GL-STC", due: "30/06/2026", done: "25/06/2026"),
        TaskDecision(17, "GL-SYT", due: "30/09/2026", done: "23/09/2026"),
        TaskDecision(18, "GL-SGDDT", due: "31/10/2026"),
        TaskDecision(19, "GL-SNV", due: "30/11/2026"),
        TaskDecision(20, "GL-SNV", due: "31/08/2026", done: "28/08/2026"),
        TaskDecision(21, "GL-TTT"),
        TaskDecision(22, "GL-STC", due: "30/09/2026"),
        TaskDecision(23, "GL-STC", due: "07/08/2026", done: "05/08/2026"),
        TaskDecision(24, "GL-SKHCN", due: "30/06/2026"),
        TaskDecision(25, "GL-SNNMT", due: "30/11/2026"),
        TaskDecision(26, "GL-SVHTTDL"),
        TaskDecision(27, "GL-SNV", due: "15/12/2026"),
    ]

    /// Dossiers taken online from start to end ÷ dossiers received since 15/12, as typed each quarter.
    static let figures2026: [TypedFigure] = [
        online(
            "14/03/2026", 68_412, 104_870, "Báo cáo số 41/BC-VPUBND ngày 18/03/2026", "18/03/2026"),
        online(
            "14/06/2026", 157_930, 221_506, "Báo cáo số 97/BC-VPUBND ngày 17/06/2026", "17/06/2026"),
        online(
            "14/09/2026", 263_188, 341_275, "Báo cáo số 148/BC-VPUBND ngày 17/09/2026", "21/09/2026"
        ),
    ]

    private static func online(
        _ day: String, _ numerator: Int, _ denominator: Int, _ source: String, _ recorded: String
    ) -> TypedFigure {
        TypedFigure(
            targetCode: "II.3.a.1", day: Story.day(day), numerator: numerator,
            denominator: denominator,
            source: source, note: "lũy kế từ ngày 15/12/2025; 12 xã chưa có đường truyền ổn định",
            recordedOn: Story.day(recorded))
    }
}
