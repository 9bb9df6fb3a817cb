extension Permission {
    static let agencies: [Permission] = [seeAgencies, manageAgencies]

    public static let seeAgencies = Permission(
        "agencies.see", .seeing, vi: "xem danh mục cơ quan, đơn vị", en: "see the agencies",
        roles: Set(Role.allCases), isForVisitors: true)
    public static let manageAgencies = Permission(
        "agencies.manage", vi: "quản lý danh mục cơ quan, đơn vị",
        en: "manage the list of agencies",
        roles: [.standingOffice])
}
