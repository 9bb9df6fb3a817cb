extension Permission {
    static let coordination: [Permission] = [seeCoordination, recordCoordination]

    public static let seeCoordination = Permission(
        "coordination.see", .seeing, vi: "xem thủ tục liên thông và quy chế phối hợp",
        en: "see shared procedures and coordination regulations", roles: Set(Role.allCases),
        isForVisitors: true)
    /// For the agency that leads the procedure, or issued the regulation.
    public static let recordCoordination = Permission(
        "coordination.record", vi: "ghi nhận thủ tục liên thông và quy chế phối hợp",
        en: "record shared procedures and coordination regulations",
        reach: [
            .head: .ownAndBelow, .deputy: .ownAndBelow, .officer: .ownAndBelow,
            .standingOffice: .everywhere,
        ])
}
