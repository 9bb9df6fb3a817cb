extension Permission {
    static let progress: [Permission] = [closeTasks, manageCalendar]

    /// For the agency that leads the task.
    public static let closeTasks = Permission(
        "tasks.close", vi: "đánh giá nhiệm vụ cuối năm và chuyển sang năm sau",
        en: "close tasks with the year and roll them over",
        reach: [.head: .ownAndBelow, .officer: [.below], .standingOffice: .everywhere])
    public static let manageCalendar = Permission(
        "calendar.manage", vi: "sửa lịch làm việc, ngày nghỉ", en: "change the working calendar",
        roles: [.standingOffice, .administrator])
}
