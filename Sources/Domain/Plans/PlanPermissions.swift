extension Permission {
    static let plans: [Permission] = [
        seeStandings, seePlans, reviewPlans, managePlans, declarePlans, completeTasks,
        recordFigures,
    ]

    public static let seeStandings = Permission(
        "standings.see", .seeing, vi: "xem kết quả thực hiện chỉ tiêu",
        en: "see how the targets stand", roles: Set(Role.allCases), isForVisitors: true)
    public static let seePlans = Permission(
        "plans.see", .seeing, vi: "xem kế hoạch và nhiệm vụ", en: "see plans and tasks",
        roles: Set(Role.allCases), isForVisitors: true)
    public static let reviewPlans = Permission(
        "plans.review", .seeing, vi: "xem kế hoạch đang rà soát",
        en: "see a plan before it is confirmed", roles: [.standingOffice, .leader, .auditor])
    public static let managePlans = Permission(
        "plans.manage", vi: "quản lý kế hoạch", en: "manage plans", roles: [.standingOffice])
    /// The plan that an agency issued to carry out the province's, and its tasks.
    public static let declarePlans = Permission(
        "plans.declare", vi: "khai kế hoạch và nhiệm vụ của đơn vị",
        en: "declare an agency's own plan and tasks",
        reach: [
            .head: .ownAndBelow, .deputy: .ownAndBelow, .officer: .ownAndBelow,
            .standingOffice: .everywhere,
        ])
    /// For the agency that leads the task.
    public static let completeTasks = Permission(
        "tasks.complete", vi: "báo cáo tiến độ, kết quả nhiệm vụ", en: "report on a task",
        reach: [
            .head: .ownAndBelow, .deputy: .ownAndBelow, .officer: .ownAndBelow,
            .standingOffice: .everywhere,
        ])
    /// For the agency that leads the target.
    public static let recordFigures = Permission(
        "figures.record", vi: "nhập số liệu của chỉ tiêu", en: "type figures for a target",
        reach: [.head: [.own], .officer: [.own], .standingOffice: .everywhere])
}
