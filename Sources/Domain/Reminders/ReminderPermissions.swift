extension Permission {
    static let reminders: [Permission] = [seeReminders, chase]

    public static let seeReminders = Permission(
        "reminders.see", .seeing, vi: "xem các lần đôn đốc", en: "see reminders",
        reach: [
            .head: .ownAndBelow, .deputy: .ownAndBelow, .officer: .ownAndBelow,
            .inspector: .ownAndBelow, .standingOffice: .everywhere, .leader: .everywhere,
            .auditor: .everywhere,
        ])
    /// A superior chases the bodies below, the standing office every body.
    public static let chase = Permission(
        "reminders.make", vi: "đôn đốc các cơ quan, đơn vị", en: "chase agencies",
        reach: [.head: [.below], .officer: [.below], .standingOffice: .everywhere])
}
