extension Permission {
    static let inbox: [Permission] = [seeInbox]

    /// One's own inbox needs none; this is for looking at a body's.
    public static let seeInbox = Permission(
        "inbox.see", .seeing, vi: "xem việc đến hạn, quá hạn của cơ quan",
        en: "see what an agency has due and late",
        reach: [
            .head: .ownAndBelow, .deputy: .ownAndBelow, .officer: .ownAndBelow,
            .inspector: .ownAndBelow, .standingOffice: .everywhere, .leader: .everywhere,
            .auditor: .everywhere,
        ])
}
