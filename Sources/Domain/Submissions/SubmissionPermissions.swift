extension Permission {
    static let submissions: [Permission] = [
        seeSubmissions, managePeriods, writeSubmissions, signSubmissions, receiveSubmissions,
        acceptSubmissions,
    ]

    public static let seeSubmissions = Permission(
        "submissions.see", .seeing, vi: "xem báo cáo định kỳ của đơn vị",
        en: "see what agencies reported",
        reach: [
            .head: .ownAndBelow, .deputy: .ownAndBelow, .officer: .ownAndBelow,
            .inspector: .ownAndBelow, .appraiser: .ownAndBelow, .councilMember: .ownAndBelow,
            .standingOffice: .everywhere, .leader: .everywhere, .administrator: .everywhere,
            .auditor: .everywhere,
        ])
    public static let managePeriods = Permission(
        "periods.manage", vi: "mở, sửa, khóa kỳ báo cáo", en: "open, change and lock periods",
        roles: [.standingOffice])
    /// The page of one's own agency, and its signed document.
    public static let writeSubmissions = Permission(
        "submissions.write", vi: "lập và gửi báo cáo của đơn vị",
        en: "write and send the agency's report",
        reach: [
            .head: [.own], .deputy: [.own], .officer: [.own], .standingOffice: .everywhere,
        ])
    /// Where the workspace has the head send it.
    public static let signSubmissions = Permission(
        "submissions.sign", vi: "duyệt và gửi báo cáo của đơn vị",
        en: "approve and send the agency's report",
        reach: [.head: [.own], .deputy: [.own], .standingOffice: .everywhere])
    /// At a superior agency, where the workspace has reports go level by level.
    public static let receiveSubmissions = Permission(
        "submissions.receive", vi: "tiếp nhận, trả lại báo cáo của đơn vị cấp dưới",
        en: "take up or send back the reports of bodies below",
        reach: [
            .head: [.below], .deputy: [.below], .officer: [.below], .standingOffice: .everywhere,
        ])
    public static let acceptSubmissions = Permission(
        "submissions.accept", vi: "tiếp nhận, trả lại báo cáo của các đơn vị",
        en: "accept or send back the agencies' reports", roles: [.standingOffice])
}
