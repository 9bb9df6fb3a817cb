import Domain
import Testing

/// Classes suggested by rules as data: thresholds, ceilings, limits, tenure.
@Suite struct RatingRulesTests {
    /// Source: Quảng Ngãi 2018, baoquangngai.vn 2906692: 80, 70, 50 on the body's index.
    private static let quangNgai = """
        Hoàn thành xuất sắc nhiệm vụ: index >= 80
        Hoàn thành tốt nhiệm vụ: index >= 70
        Hoàn thành nhiệm vụ: index >= 50
        Không hoàn thành nhiệm vụ:
        """

    private func rules(_ more: String...) throws -> RatingRules {
        let read = RatingRules.read(([Self.quangNgai] + more).joined(separator: "\n"))
        #expect(read.problems == [])
        return read.rules(
            id: RatingRules.ID("r"), number: 1,
            details: RatingRules.Details(name: "Thử", year: 2021))
    }

    private func stint(
        _ agency: String, _ from: String, _ last: String, _ manner: Post.Manner = .appointed
    ) throws -> RatingStint {
        RatingStint(
            agency: Agency.ID(agency), title: "Giám đốc", manner: manner,
            from: try #require(Day(from)), last: try #require(Day(last)))
    }

    private func head(
        _ stints: [RatingStint], _ figures: [String: [RatingMeasure: RatingFigure]]
    ) -> RatingCase {
        RatingCase(
            kind: .head, person: User.ID("p"), stints: stints,
            figures: Dictionary(
                uniqueKeysWithValues: figures.map { (Agency.ID($0.key), $0.value) }))
    }

    @Test(arguments: [(8_000, 0), (7_999, 1), (7_000, 1), (6_999, 2), (5_000, 2), (4_999, 3)])
    func `a head is rated by the body's index as in Quảng Ngãi`(_ index: Int, _ level: Int) throws {
        let rated = head(
            [try stint("a", "2021-01-01", "2021-12-31")], ["a": [.index: .value(index)]])
        #expect(try rules().suggestion(for: rated).level == level)
    }

    @Test func `figures have Vietnamese names in rules, and the English ones are understood`() {
        let vi = RatingRules.read("Tốt: chỉ số >= 80; đúng hạn ≥ 95%\nKém:\ntrần Kém: vấn đề > 0")
        let en = RatingRules.read("Tốt: index >= 80; on-time >= 95\nKém:\ntrần Kém: findings > 0")
        #expect(vi.problems == [])
        #expect(vi.levels == en.levels)
        #expect(vi.ceilings == en.ceilings)
    }

    @Test func `rules are told in words, class by class`() throws {
        let lines = try rules(
            "trần Hoàn thành nhiệm vụ: findings > 0",
            "giới hạn Hoàn thành xuất sắc nhiệm vụ: 20% của Hoàn thành tốt nhiệm vụ trở lên"
        ).lines
        #expect(
            lines.map(\.text.vi) == [
                "Chỉ số CCHC của cơ quan từ 80% trở lên", "Chỉ số CCHC của cơ quan từ 70% trở lên",
                "Chỉ số CCHC của cơ quan từ 50% trở lên", "các trường hợp còn lại",
                "Vấn đề kiểm tra quá hạn chưa khắc phục trên 0: không xếp quá “Hoàn thành nhiệm vụ”",
                "“Hoàn thành xuất sắc nhiệm vụ” nhiều nhất 20% số “Hoàn thành tốt nhiệm vụ” trở lên",
                "không đặt mức tối thiểu; thời gian giao quyền, phụ trách được tính",
            ])
    }

    @Test func `rules written are read back as they were`() throws {
        let rules = try rules(
            "trần Hoàn thành nhiệm vụ: findings > 0",
            "giới hạn Hoàn thành xuất sắc nhiệm vụ: 20% của Hoàn thành tốt nhiệm vụ trở lên",
            "khen Giấy khen (cá nhân): level Hoàn thành tốt nhiệm vụ; index >= 85,5",
            "thời gian: 180 ngày", "quyền, phụ trách: không tính")
        let again = RatingRules.read(rules.text).rules(
            id: rules.id, number: 1, details: rules.details)
        #expect(again == rules)
        #expect(rules.ceilings.count == 1)
        #expect(rules.limits.count == 1)
        #expect(rules.honours.count == 1)
        #expect(rules.leastDays == 180)
        #expect(!rules.countsActing)
    }

    @Test(arguments: [
        "Tốt: index >= 80\nKém: index >= 1", "Tốt: điểm số >= 80\nKém:", "Tốt:\nKém:",
        "Tốt: index >= 80\nKém:\ntrần Khá: findings > 0", "Tốt: index >= 80",
        "Tốt: index >= 80\nKém:\ngiới hạn Tốt: nhiều",
    ])
    func `rules that leave somebody out or name nothing are refused`(_ text: String) {
        #expect(!RatingRules.read(text).problems.isEmpty)
    }

    @Test func `a ceiling holds down whatever the index`() throws {
        let rated = head(
            [try stint("a", "2021-01-01", "2021-12-31")],
            ["a": [.index: .value(9_500), .findings: .value(100)]])
        let suggestion = try rules("trần Hoàn thành nhiệm vụ: findings > 0").suggestion(for: rated)
        #expect(suggestion.level == 2)
        #expect(suggestion.working.contains { $0.vi.contains("không quá “Hoàn thành nhiệm vụ”") })
    }

    @Test func `who led two bodies is rated by both, each for its days`() throws {
        // 90 days at 60% and 275 days at 80%: (60 × 90 + 80 × 275) / 365 = 75.07%.
        let rated = head(
            [
                try stint("a", "2021-01-01", "2021-03-31"),
                try stint("b", "2021-04-01", "2021-12-31"),
            ], ["a": [.index: .value(6_000)], "b": [.index: .value(8_000)]])
        let suggestion = try rules().suggestion(for: rated)
        #expect(suggestion.index?.hundredths == 7_507)
        #expect(suggestion.level == 1)
    }

    @Test func `who held the post too short a time is not rated in it`() throws {
        let rated = head(
            [try stint("a", "2021-10-01", "2021-12-31")], ["a": [.index: .value(9_000)]])
        #expect(try rules("thời gian: 180 ngày").suggestion(for: rated).level == nil)
    }

    @Test func `time as acting head counts unless the rules say otherwise`() throws {
        let rated = head(
            [
                try stint("a", "2021-01-01", "2021-09-30", .acting),
                try stint("a", "2021-10-01", "2021-12-31"),
            ], ["a": [.index: .value(9_000)]])
        #expect(try rules("thời gian: 180 ngày").suggestion(for: rated).level == 0)
        let strict = try rules("thời gian: 180 ngày", "quyền, phụ trách: không tính")
        #expect(strict.suggestion(for: rated).level == nil)
    }

    @Test func `an index that nobody knows lifts nobody`() throws {
        let rated = head([try stint("a", "2021-01-01", "2021-12-31")], ["a": [:]])
        #expect(try rules().suggestion(for: rated).level == 3)
    }

    @Test func `where nothing arose nothing was missed`() throws {
        let read = RatingRules.read("Tốt: on-time >= 90\nKém:")
        let rules = read.rules(
            id: RatingRules.ID("r"), number: 1,
            details: RatingRules.Details(name: "Thử", year: 2021))
        let rated = head(
            [try stint("a", "2021-01-01", "2021-12-31")], ["a": [.onTime: .nothingArose]])
        #expect(rules.suggestion(for: rated).level == 0)
    }

    /// Source: decree 335/2025: excellent at most 20 % of those who reached good.
    @Test(arguments: [(10, 2), (9, 1), (4, 0)])
    func `at most a fifth of those who reached good are excellent`(_ good: Int, _ most: Int) throws
    {
        let rules = try rules(
            "giới hạn Hoàn thành xuất sắc nhiệm vụ: 20% của Hoàn thành tốt nhiệm vụ trở lên")
        let limit = try #require(rules.limits.first)
        #expect(
            rules.allowed(limit, among: Array(repeating: 1, count: good) + [2, 3]) == most)
        let decided =
            Array(repeating: 0, count: most + 1)
            + Array(repeating: 1, count: max(0, good - most - 1))
        #expect(rules.broken(by: decided).count == 1)
    }

    @Test func `a better index never suggests a worse class`() throws {
        let rules = try rules("trần Hoàn thành tốt nhiệm vụ: findings > 0")
        for seed in [UInt64(1), 2, 3, 4, 5] {
            let findings = Int(seed % 2) * 100
            var last = Int.max
            for index in stride(from: 0, through: 10_000, by: 250) {
                let rated = head(
                    [try stint("a", "2021-01-01", "2021-12-31")],
                    ["a": [.index: .value(index), .findings: .value(findings)]])
                let level = try #require(rules.suggestion(for: rated).level)
                #expect(level <= last)
                last = level
            }
        }
    }

    @Test func `a body qualifies for commendation by its figures, a person by the class too`()
        throws
    {
        let rules = try rules(
            "khen Bằng khen (tập thể): index >= 88",
            "khen Giấy khen (cá nhân): level Hoàn thành tốt nhiệm vụ; index >= 70")
        let stints = [try stint("a", "2021-01-01", "2021-12-31")]
        let figures = [Agency.ID("a"): [RatingMeasure.index: RatingFigure.value(8_900)]]
        let body = RatingCase(kind: .agency, person: nil, stints: stints, figures: figures)
        let person = RatingCase(
            kind: .head, person: User.ID("p"), stints: stints, figures: figures)
        #expect(rules.honours(for: body, decided: nil).map(\.honour.form) == ["Bằng khen"])
        #expect(rules.honours(for: person, decided: 1).map(\.honour.form) == ["Giấy khen"])
        #expect(rules.honours(for: person, decided: 2).isEmpty)
    }
}
