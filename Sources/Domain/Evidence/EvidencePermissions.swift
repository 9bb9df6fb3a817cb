extension Permission {
    static let evidence: [Permission] = [seeEvidence, attachEvidence]

    /// Whoever may see a record that cites a file may fetch it.
    ///
    /// Which kinds of record one may see is said by the permission of each.
    public static let seeEvidence = Permission(
        "evidence.see", .seeing, vi: "xem tài liệu kiểm chứng của những hồ sơ được xem",
        en: "see the evidence of the records one may see", roles: Set(Role.allCases),
        isForVisitors: true)
    /// On a record of any of the bodies that it concerns: who leads, inspects or is inspected.
    public static let attachEvidence = Permission(
        "evidence.attach", vi: "gửi, thay, rút tài liệu kiểm chứng và giải trình khi còn thiếu",
        en: "give, replace and withdraw evidence, and explain where it is missing",
        reach: [
            .head: .ownAndBelow, .deputy: .ownAndBelow, .officer: .ownAndBelow,
            .inspector: .ownAndBelow, .appraiser: [.own], .standingOffice: .everywhere,
        ])
}
