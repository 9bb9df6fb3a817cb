extension Permission {
    static let rating: [Permission] = [
        seeRatings, seeOpenRatings, manageRatingRules, runRatings, decideRatings, objectToRating,
    ]

    /// Once they are published.
    public static let seeRatings = Permission(
        "ratings.see", .seeing, vi: "xem kết quả xếp loại đã công bố",
        en: "see ratings that are published", roles: Set(Role.allCases))
    /// Before: the person sees their own; besides, only who decides and the council.
    public static let seeOpenRatings = Permission(
        "ratings.see-open", .seeing, vi: "xem xếp loại khi chưa công bố",
        en: "see ratings before they are published",
        reach: [.head: [.own], .leader: .everywhere, .councilMember: .everywhere])
    public static let manageRatingRules = Permission(
        "ratings.rules", vi: "quản lý quy định xếp loại", en: "manage the rules of rating",
        roles: [.standingOffice, .leader])
    /// In the agency whose head decides.
    public static let runRatings = Permission(
        "ratings.run", vi: "mở, thông báo, ký và công bố đợt xếp loại",
        en: "open, announce, sign and publish a rating",
        reach: [.head: [.own], .leader: .everywhere])
    public static let decideRatings = Permission(
        "ratings.decide", vi: "quyết định mức xếp loại", en: "decide ratings",
        reach: [.head: [.own], .leader: .everywhere])
    /// To one's own rating, after it was announced.
    public static let objectToRating = Permission(
        "ratings.object", vi: "có ý kiến về mức xếp loại của mình",
        en: "object to one's own rating", reach: [.head: [.own], .deputy: [.own]])
}
