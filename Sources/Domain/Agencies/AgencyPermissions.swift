extension Permission {
    static let agencies: [Permission] = [manageAgencies]

    public static let manageAgencies = Permission(
        "agencies.manage", vi: "quản lý danh mục cơ quan, đơn vị",
        en: "manage the list of agencies",
        roles: [.standingOffice])
}
