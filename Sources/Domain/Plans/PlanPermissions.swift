extension Permission {
    static let plans: [Permission] = [managePlans]

    public static let managePlans = Permission(
        "plans.manage", vi: "quản lý kế hoạch", en: "manage plans", roles: [.standingOffice])
}
