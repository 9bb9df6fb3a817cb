extension Permission {
    static let people: [Permission] = [manageAccounts, manageWorkspace, readJournal]

    public static let manageAccounts = Permission(
        "accounts.manage", vi: "quản lý tài khoản", en: "manage accounts", roles: [.administrator])
    public static let manageWorkspace = Permission(
        "workspace.manage", vi: "sửa cài đặt", en: "change the settings",
        roles: [.administrator, .standingOffice])
    public static let readJournal = Permission(
        "journal.read", vi: "xem nhật ký hệ thống", en: "read the journal",
        roles: [.administrator, .standingOffice])
}
