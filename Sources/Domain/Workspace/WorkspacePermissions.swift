extension Permission {
    static let workspace: [Permission] = [readJournal, manageWorkspace]

    public static let readJournal = Permission(
        "journal.read", .seeing, vi: "xem nhật ký hệ thống", en: "read the journal",
        roles: [.administrator, .standingOffice, .auditor])
    public static let manageWorkspace = Permission(
        "workspace.manage", vi: "sửa cài đặt", en: "change the settings",
        roles: [.administrator, .standingOffice])
}
