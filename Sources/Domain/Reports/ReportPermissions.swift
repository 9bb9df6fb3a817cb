extension Permission {
    static let reports: [Permission] = [
        seeReports, writeReports, signReports, manageTemplates, setLetterheads,
    ]

    public static let seeReports = Permission(
        "reports.see", .seeing, vi: "xem báo cáo, văn bản", en: "see reports and letters",
        reach: [
            .head: .ownAndBelow, .deputy: .ownAndBelow, .officer: .ownAndBelow,
            .inspector: .ownAndBelow, .appraiser: .ownAndBelow, .councilMember: .ownAndBelow,
            .standingOffice: .everywhere, .leader: .everywhere, .administrator: .everywhere,
            .auditor: .everywhere,
        ])
    /// For the agency that issues the document.
    public static let writeReports = Permission(
        "reports.write", vi: "lập báo cáo, văn bản", en: "draw up reports and letters",
        reach: [
            .head: [.own], .deputy: [.own], .officer: [.own], .standingOffice: .everywhere,
        ])
    /// Enters the clerk's number and day, from which on the document is frozen.
    public static let signReports = Permission(
        "reports.sign", vi: "ghi số, ngày ký và chốt văn bản",
        en: "enter number and day and freeze a document",
        reach: [
            .head: [.own], .deputy: [.own], .officer: [.own], .standingOffice: .everywhere,
            .leader: .everywhere,
        ])
    public static let manageTemplates = Permission(
        "templates.manage", vi: "sửa mẫu văn bản, biểu tổng hợp",
        en: "change templates and the columns of the consolidated table",
        roles: [.standingOffice])
    /// For the body whose documents they head.
    public static let setLetterheads = Permission(
        "letterheads.set", vi: "đặt phần đầu văn bản của cơ quan, đơn vị",
        en: "set how a body heads its documents",
        reach: [
            .head: [.own], .deputy: [.own], .officer: [.own], .standingOffice: .everywhere,
        ])
}
