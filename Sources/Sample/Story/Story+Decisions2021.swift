import Domain

extension Story {
    private static let guide2021 =
        "Công văn số 24/SNV-CCHC ngày 07/01/2021 của Sở Nội vụ (minh hoạ)"

    static let targets2021: [TargetDecision] = [
        TargetDecision(
            code: "II.1.a.1-1", title: "Ban hành Kế hoạch CCHC", measure: .planIssued,
            scope: Scope.ID("all"), deadline: day("31/01/2021"), deadlineSource: guide2021,
            leadCode: "BD-SNV", answerable: "Trần Minh Hoạ, Giám đốc Sở Nội vụ"),
        TargetDecision(
            code: "II.1.a.1-2", title: "Hoàn thành kế hoạch đã đề ra", measure: .planCompleted,
            scope: Scope.ID("all"), deadline: nil, deadlineSource: "",
            leadCode: "BD-SNV", answerable: "Trần Minh Hoạ, Giám đốc Sở Nội vụ"),
        TargetDecision(
            code: "II.1.a.2-1", title: "Kiểm tra cơ quan hành chính cấp tỉnh và UBND cấp huyện",
            measure: .bodiesInspected, scope: Scope.ID("departments-districts"), deadline: nil,
            deadlineSource: "", leadCode: "BD-SNV",
            answerable: "Lê Thị Minh Hoạ, Phó Giám đốc Sở Nội vụ"),
        TargetDecision(
            code: "II.1.a.2-2", title: "Mỗi UBND cấp huyện kiểm tra đơn vị cấp xã",
            measure: .communesInspected, scope: Scope.ID("communes"), deadline: nil,
            deadlineSource: "",
            leadCode: "BD-SNV", answerable: "Lê Thị Minh Hoạ, Phó Giám đốc Sở Nội vụ"),
        TargetDecision(
            code: "II.1.a.2-3", title: "Tự kiểm tra nội bộ và đơn vị trực thuộc",
            measure: .selfInspected, scope: Scope.ID("all"), deadline: day("30/11/2021"),
            deadlineSource: guide2021, leadCode: "BD-SNV",
            answerable: "Phạm Minh Hoạ, Trưởng phòng Cải cách hành chính, Sở Nội vụ"),
        TargetDecision(
            code: "II.1.a.2-4", title: "Khắc phục vấn đề phát hiện qua kiểm tra",
            measure: .findingsRemedied, scope: nil, deadline: nil, deadlineSource: "",
            leadCode: "BD-SNV",
            answerable: "Phạm Minh Hoạ, Trưởng phòng Cải cách hành chính, Sở Nội vụ"),
        TargetDecision(
            code: "II.2.a.1", title: "Văn bản QPPL đúng trình tự, thủ tục, thẩm quyền, chất lượng",
            measure: .documentsInOrder, scope: nil, deadline: nil, deadlineSource: "",
            leadCode: "BD-STP", answerable: "Võ Minh Hoạ, Giám đốc Sở Tư pháp"),
    ]

    /// Of 28 rows, 15 are done (three late), two are overdue, four recur and seven are to come.
    static let tasks2021: [TaskDecision] = [
        TaskDecision(1, "BD-SNV", due: "31/01/2021", done: "29/01/2021"),
        TaskDecision(2, "BD-SNV", due: "28/02/2021", done: "25/02/2021"),
        TaskDecision(3, "BD-SNV", due: "30/11/2021"),
        TaskDecision(4, "BD-VPUB"),
        TaskDecision(5, "BD-SNV", due: "30/04/2021", done: "12/05/2021"),
        TaskDecision(6, "BD-SNV", due: "14/07/2021", done: "13/07/2021"),
        TaskDecision(7, "BD-SNV", due: "30/11/2021"),
        TaskDecision(8, "BD-STP", due: "15/02/2021", done: "08/02/2021"),
        TaskDecision(9, "BD-STP", due: "30/10/2021"),
        TaskDecision(10, "BD-STP", due: "15/11/2021"),
        TaskDecision(11, "BD-STNMT", due: "30/06/2021", done: "09/08/2021"),
        TaskDecision(12, "BD-SXD", due: "31/08/2021"),
        TaskDecision(13, "BD-VPUB"),
        TaskDecision(14, "BD-VPUB", due: "30/09/2021", done: "24/09/2021"),
        TaskDecision(15, "BD-SKHDT", due: "30/06/2021", done: "22/06/2021"),
        TaskDecision(16, "BD-BQLKKT", due: "31/07/2021", done: "30/07/2021"),
        TaskDecision(17, "BD-SYT", due: "30/09/2021", done: "28/09/2021"),
        TaskDecision(18, "BD-SGDDT", due: "31/10/2021", done: "05/10/2021"),
        TaskDecision(19, "BD-SNV", due: "30/11/2021"),
        TaskDecision(20, "BD-SNV", due: "31/08/2021", done: "27/08/2021"),
        TaskDecision(21, "BD-TTT"),
        TaskDecision(22, "BD-STC", due: "31/03/2021", done: "30/03/2021"),
        TaskDecision(23, "BD-STC", due: "06/08/2021", done: "04/08/2021"),
        TaskDecision(24, "BD-STTTT", due: "31/07/2021", done: "20/08/2021"),
        TaskDecision(25, "BD-STTTT", due: "30/09/2021"),
        TaskDecision(26, "BD-SLDTBXH", due: "30/11/2021"),
        TaskDecision(27, "BD-STTTT"),
        TaskDecision(28, "BD-SNV", due: "15/12/2021"),
    ]
}
