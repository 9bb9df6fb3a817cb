extension Permission {
    static let inspections: [Permission] = [
        seeInspections, recordInspections, recordSelfInspections, recordFindings,
        answerFindings, verifyFindings, manageInspectionRules,
    ]

    public static let seeInspections = Permission(
        "inspections.see", .seeing, vi: "xem việc kiểm tra và vấn đề phát hiện",
        en: "see inspections and findings", roles: Set(Role.allCases), isForVisitors: true)
    /// For the agency that inspects.
    public static let recordInspections = Permission(
        "inspections.record", vi: "ghi nhận cuộc kiểm tra", en: "record inspections",
        reach: [.officer: [.own], .inspector: [.own], .standingOffice: .everywhere])
    /// For the agency that inspects itself.
    public static let recordSelfInspections = Permission(
        "self-inspections.record", vi: "ghi nhận việc tự kiểm tra", en: "record self-inspections",
        reach: [
            .head: .ownAndBelow, .deputy: .ownAndBelow, .officer: .ownAndBelow,
            .standingOffice: .everywhere,
        ])
    /// For the agency that inspected; without an inspection, for the one the body answers to.
    ///
    /// A body does not accept its own remedy.
    public static let recordFindings = Permission(
        "findings.record", vi: "ghi nhận vấn đề phát hiện và việc khắc phục",
        en: "record findings and their remedy",
        reach: [.officer: .ownAndBelow, .inspector: .ownAndBelow, .standingOffice: .everywhere])
    /// For the body that was inspected: its plan for the remedy, its proof.
    public static let answerFindings = Permission(
        "findings.answer", vi: "báo cáo việc khắc phục vấn đề", en: "report on remedies",
        reach: [.head: .ownAndBelow, .deputy: .ownAndBelow, .officer: .ownAndBelow])
    /// For the body that a finding is about, seen from above; of an own finding, by its head.
    ///
    /// That nobody judges the remedy of their own body is the finding's rule, not the role's.
    public static let verifyFindings = Permission(
        "findings.verify", vi: "thẩm tra, chấp nhận việc khắc phục",
        en: "judge remedies",
        reach: [
            .head: .ownAndBelow, .deputy: .ownAndBelow, .inspector: .ownAndBelow,
            .standingOffice: .everywhere,
        ])
    public static let manageInspectionRules = Permission(
        "inspections.rules", vi: "quy định cách tính và thời hạn kiểm tra",
        en: "settle how inspections count", reach: [.standingOffice: .everywhere])
}
