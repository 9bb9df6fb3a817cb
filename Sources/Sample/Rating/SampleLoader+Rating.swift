import Domain
import Store

/// The half-year's rating of heads and deputies of the departments, from the rules to its publication,
/// and the commendations for the year before.
///
/// The rules are the project's own words, after what provinces publish; names are made up.
extension SampleLoader {
    /// The day on which the half-year's rating is opened.
    var ratingDay: Day? { Day(year: year.year, month: 7, day: 5) }

    /// Thresholds of Quảng Ngãi (2018) on the index for the year; the half-year has no index yet.
    private static let yearly = """
        Hoàn thành xuất sắc nhiệm vụ: index >= 80; on-time >= 95; targets >= 75
        Hoàn thành tốt nhiệm vụ: index >= 70; on-time >= 80
        Hoàn thành nhiệm vụ: index >= 50
        Không hoàn thành nhiệm vụ:
        trần Hoàn thành nhiệm vụ: overdue > 20
        trần Hoàn thành tốt nhiệm vụ: findings > 0
        giới hạn Hoàn thành xuất sắc nhiệm vụ: 20% của Hoàn thành tốt nhiệm vụ trở lên
        khen Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh (tập thể): index >= 88
        khen Giấy khen của Giám đốc Sở Nội vụ (cá nhân): level Hoàn thành xuất sắc nhiệm vụ; index >= 85
        thời gian: 180 ngày
        """
    private static let halfYearly = """
        Hoàn thành xuất sắc nhiệm vụ: on-time >= 100; tasks >= 40
        Hoàn thành tốt nhiệm vụ: on-time >= 80; targets >= 50
        Hoàn thành nhiệm vụ: on-time >= 50
        Không hoàn thành nhiệm vụ:
        trần Hoàn thành tốt nhiệm vụ: findings > 0
        giới hạn Hoàn thành xuất sắc nhiệm vụ: 20% của Hoàn thành tốt nhiệm vụ trở lên
        thời gian: 90 ngày
        """

    func addRating(on day: Day) async throws {
        let (user, year) = (user, year)
        let last = Day(year: year.year, month: 6, day: 14) ?? day
        let period = year.period.lowerBound...last
        try await store.write(at: morning(day)) { db in
            guard let seat = try db.seat(year.provinceCode, day),
                let chairman = try db.posts(in: seat, on: day, for: .system)
                    .first(where: { $0.role == .head })?.person
            else { return }
            for (name, text) in [
                ("Quy định xếp loại năm (minh họa)", Self.yearly),
                ("Quy định xếp loại 6 tháng (minh họa)", Self.halfYearly),
            ] {
                try db.addRatingRules(
                    RatingRules.Details(
                        name: name, year: year.year,
                        source:
                            "Quy định minh họa, do dự án tự soạn; không phải văn bản của cơ quan nào"
                    ), text, by: user)
            }
            guard let rules = try db.ratingRules().first(where: { $0.leastDays == 90 }) else {
                return
            }
            let round = try db.openRating(
                of: .departments, rules: rules.number, decidedIn: seat, year: year.year,
                title: "Xếp loại 6 tháng đầu năm \(year.year)", period: period, by: chairman,
                on: day)
            let all = try db.ratings(of: round, for: .system)
            // More reach the best class than the limit leaves: the last of each kind go one down.
            for kind in RatedKind.allCases {
                let best = all.filter { $0.kind == kind && $0.suggested == 0 }
                let good = all.count { $0.kind == kind && $0.suggested.map { $0 <= 1 } ?? false }
                for rating in best.dropFirst(good * 20 / 100) {
                    try db.decideRating(
                        rating.number, level: 1,
                        because: "Vượt giới hạn 20%; xếp sau theo thứ tự (minh họa)",
                        version: rating.version, by: chairman)
                }
            }
            try db.decideAsSuggested(round.number, by: chairman)
            try db.announceRatings(
                round.number, objectionsUntil: day + 5, by: chairman, on: day)
        }
        try await store.write(at: morning(day + 6)) { db in
            guard let seat = try db.seat(year.provinceCode, day),
                let chairman = try db.posts(in: seat, on: day, for: .system)
                    .first(where: { $0.role == .head })?.person,
                let round = try db.ratingRounds(of: year.year, for: .system).first
            else { return }
            try db.signRatings(
                round.number, symbol: "2187/QĐ-UBND (minh họa)", limitReason: "", by: chairman,
                on: day + 6)
            try db.publishRatings(round.number, by: chairman, on: day + 7)
        }
    }

    /// Who was commended for the year before, when the index was made known.
    func addCommendations(on day: Day) async throws {
        guard year.edition == .binhDinh2021 else { return }
        let user = user
        let rows = [
            ("BD-SKHCN", nil, "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"),
            ("BD-SDL", nil, "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"),
            ("BD-SNV", "Trần Minh Hoạ", "Giấy khen"),
        ].map { code, person, form in
            var row = Commendation()
            row.bodyCode = code
            row.person = person
            row.form = form
            row.issuer = "Ủy ban nhân dân tỉnh"
            row.symbol = "455/QĐ-UBND (minh họa)"
            row.decidedOn = day
            row.reason = "Thành tích trong cải cách hành chính năm \(year.year - 1) (minh họa)"
            return row
        }
        let read = Commendation.columns.read(
            Commendation.columns.table(rows), blank: Commendation())
        try await store.write(at: morning(day)) { _ = try $0.importLines(read, by: user) }
    }
}

extension ReadableDatabase {
    /// The body with that code on the day.
    fileprivate func seat(_ code: String, _ day: Day) throws -> Agency.ID? {
        try agencyTree(on: day).bodies(coded: code).first?.id
    }
}
