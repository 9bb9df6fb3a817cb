extension Permission {
    static let scoring: [Permission] = [
        seeCriteria, seeScores, seeOwnScores, seeBoards, manageCriteria, manageRounds, scoreOwn,
        appraiseScores, decideScores, giveOpinions,
    ]

    public static let seeCriteria = Permission(
        "criteria.see", .seeing, vi: "xem bộ tiêu chí chấm điểm", en: "see the criteria sets",
        roles: Set(Role.allCases), isForVisitors: true)
    /// Once they are published.
    public static let seeScores = Permission(
        "scores.see", .seeing, vi: "xem kết quả chấm điểm đã công bố",
        en: "see scores that are published", roles: Set(Role.allCases), isForVisitors: true)
    /// Before they are published: one's own, and the block's mean.
    public static let seeOwnScores = Permission(
        "scores.see-own", .seeing, vi: "xem điểm của cơ quan mình khi chưa công bố",
        en: "see the own agency's score before it is published",
        reach: [
            .head: [.own], .deputy: [.own], .officer: [.own], .appraiser: .everywhere,
            .standingOffice: .everywhere, .leader: .everywhere, .councilMember: .everywhere,
            .auditor: .everywhere,
        ])
    public static let seeBoards = Permission(
        "scores.see-boards", .seeing, vi: "xem bảng điểm của khối khi chưa công bố",
        en: "see a block's board before it is published",
        roles: [.standingOffice, .leader, .councilMember, .auditor])
    public static let manageCriteria = Permission(
        "criteria.manage", vi: "quản lý bộ tiêu chí", en: "manage the criteria sets",
        roles: [.standingOffice])
    public static let manageRounds = Permission(
        "rounds.manage", vi: "mở, điều hành và công bố đợt chấm điểm",
        en: "open, run and publish a round of scoring", roles: [.standingOffice])
    public static let scoreOwn = Permission(
        "scores.enter", vi: "tự chấm điểm, giải trình, xác nhận kết quả của cơ quan mình",
        en: "score one's own agency, explain, confirm the result",
        reach: [.head: [.own], .deputy: [.own], .officer: [.own], .standingOffice: .everywhere])
    /// Of the areas that the criterion gives to the appraiser's body.
    public static let appraiseScores = Permission(
        "scores.appraise", vi: "thẩm định điểm tự chấm", en: "appraise self-scores",
        roles: [.appraiser, .standingOffice])
    public static let decideScores = Permission(
        "scores.decide", vi: "ghi quyết định của hội đồng về điểm",
        en: "record what the council decides on scores",
        roles: [.councilMember, .standingOffice])
    /// On a draft set, for one's own agency.
    public static let giveOpinions = Permission(
        "criteria.comment", vi: "góp ý dự thảo bộ tiêu chí thay cơ quan mình",
        en: "comment on a draft set for one's own agency",
        reach: [.head: [.own], .deputy: [.own], .officer: [.own], .standingOffice: .everywhere])
}
