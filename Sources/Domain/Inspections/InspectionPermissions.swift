extension Permission {
    static let inspections: [Permission] = [recordInspections]

    public static let recordInspections = Permission(
        "inspections.record", vi: "ghi nhận kiểm tra và vấn đề phát hiện",
        en: "record inspections and findings", roles: [.standingOffice])
}
