extension Permission {
    static let operations: [Permission] = [manageServer]

    public static let manageServer = Permission(
        "server.manage", vi: "xem và điều khiển việc định kỳ, thư, sao lưu",
        en: "see and run jobs, mails and backups", roles: [.administrator])
}
