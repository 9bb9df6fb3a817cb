extension Permission {
    static let evidence: [Permission] = [seeEvidence, attachEvidence]

    /// Which files: those that a record cites which one may see. Whoever may see the record may fetch
    /// the file; a permission to see a kind of record is that kind's own.
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
