extension Permission {
    static let people: [Permission] = [
        seeHeads, seePeople, manageAccounts, managePosts, entrust, assignDuties, handOver,
    ]

    public static let seeHeads = Permission(
        "people.see-heads", .seeing, vi: "xem người đứng đầu và cấp phó của các cơ quan",
        en: "see who heads each agency", roles: Set(Role.allCases), isForVisitors: true)
    public static let seePeople = Permission(
        "people.see", .seeing, vi: "xem mọi chức vụ, vai trò và việc đang chịu trách nhiệm",
        en: "see every post and role, and who answers for what",
        reach: [
            .head: .line, .deputy: .line, .officer: .line, .inspector: .line, .appraiser: .line,
            .councilMember: .line, .standingOffice: .everywhere, .leader: .everywhere,
            .administrator: .everywhere, .auditor: .everywhere,
        ])
    public static let manageAccounts = Permission(
        "accounts.manage", vi: "quản lý tài khoản", en: "manage accounts", roles: [.administrator])
    public static let managePosts = Permission(
        "posts.manage", vi: "giao và kết thúc chức vụ, vai trò", en: "give and end posts and roles",
        roles: [.administrator, .standingOffice])
    /// Roles that reach the whole workspace are not for those who hold one to pass on.
    public static let entrust = Permission(
        "posts.entrust", vi: "giao vai trò có phạm vi toàn hệ thống",
        en: "give roles that reach the whole workspace", roles: [.administrator])
    public static let assignDuties = Permission(
        "duties.assign", vi: "phân công người chịu trách nhiệm", en: "say who answers for what",
        reach: [
            .head: .ownAndBelow, .deputy: .ownAndBelow, .officer: .ownAndBelow,
            .standingOffice: .everywhere,
        ])
    public static let handOver = Permission(
        "posts.hand-over", vi: "bàn giao công việc khi thôi giữ chức vụ",
        en: "hand over what a leaver still owes",
        reach: [
            .head: .ownAndBelow, .officer: .ownAndBelow, .standingOffice: .everywhere,
            .administrator: .everywhere,
        ])
}
