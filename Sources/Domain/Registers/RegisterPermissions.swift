extension Permission {
    static let registers: [Permission] = [seeRegisters, recordRegisters]

    /// One-stop counts, communication, initiatives, resources, outside indices, commitments.
    public static let seeRegisters = Permission(
        "registers.see", .seeing,
        vi: "xem số liệu hồ sơ, tuyên truyền, sáng kiến, nguồn lực, cam kết",
        en: "see dossier counts, communication, initiatives, resources, commitments",
        roles: Set(Role.allCases), isForVisitors: true)
    public static let recordRegisters = Permission(
        "registers.record",
        vi: "ghi nhận số liệu hồ sơ, tuyên truyền, sáng kiến, nguồn lực, cam kết",
        en: "record dossier counts, communication, initiatives, resources, commitments",
        reach: [
            .head: .ownAndBelow, .deputy: .ownAndBelow, .officer: .ownAndBelow,
            .standingOffice: .everywhere,
        ])
}
