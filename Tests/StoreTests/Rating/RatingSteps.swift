import Domain
import Store
import Testing

extension EveryAction {
    /// A rating of the districts' heads from its opening to its publication, by the province's head.
    ///
    /// An objection is not among them: only who is rated may make it, whatever their role.
    static func rating(_ office: StandingOffice) async throws -> [Step] {
        let province = try await office.agency("BD")
        _ = try await office.person("Lê Văn Phó", .deputy, in: office.agency("BD-540"))
        try await office.write { db, user in
            _ = try db.givePost(
                Post(
                    id: Post.ID(""), number: 0, person: user, role: .head, agency: province,
                    manner: .acting, tenure: Tenure(from: day("2020-01-01"))), by: user)
        }
        let opened = day("2021-12-16")
        let round: @Sendable (ReadableDatabase) throws -> RatingRound = { db in
            try #require(try db.ratingRounds(of: 2021, for: .system).first)
        }
        return [
            Step(
                "rating.opened",
                {
                    try $0.openRating(
                        of: .districts, rules: 1, decidedIn: province, year: 2021,
                        title: "Năm 2021", period: day("2020-12-15")...day("2021-12-14"), by: $1,
                        on: opened)
                }),
            Step(
                "rating.decided",
                { db, user in
                    let rating = try #require(
                        try db.ratings(of: round(db), for: .system).first { $0.kind != .agency })
                    try db.decideRating(
                        rating.number, level: rating.suggested, because: "",
                        version: rating.version, by: user)
                }),
            Step("ratings.decided", { try $0.decideAsSuggested(round($0).number, by: $1) }),
            Step(
                "ratings.announced",
                {
                    try $0.announceRatings(
                        round($0).number, objectionsUntil: opened + 5, by: $1, on: opened)
                }),
            Step(
                "ratings.signed",
                {
                    try $0.signRatings(
                        round($0).number, symbol: "1/QĐ-UBND", limitReason: "", by: $1,
                        on: opened + 6)
                }),
            Step(
                "ratings.published",
                { try $0.publishRatings(round($0).number, by: $1, on: opened + 7) }),
        ]
    }
}
