import Domain
import Store
import Testing

/// "code|title|maximum|nature|input|rule|evidence|appraiser|confirmer|source|exemption".
func criterionRows(_ lines: String...) -> ReadRows<CriterionRow> {
    CriteriaColumns.all.lines(lines, CriterionRow())
}

/// A set small enough to add up by hand: 60 declared, 10 counted, 20 surveyed.
func smallSet(
    _ block: Agency.Block = .districts, year: Int = 2021, name: String = "Bộ tiêu chí thử"
) -> ReadCriteria {
    ReadCriteria(
        criterionRows(
            "1|Điều hành|70",
            "1.1|Báo cáo|60||choice|đủ: 60; thiếu: 30; không: 0|Báo cáo||||Không giao",
            "1.2|Tự kiểm tra|10||measure self-inspections|>=1: 10; 0: 0",
            "2|Hài lòng|20||survey|x/100% * 20"),
        details: CriteriaSet.Details(
            name: name, block: block, year: year,
            classes: ScoreClasses.read("Tốt >=80; Khá >=65").classes))
}

extension ScoringRound.Terms {
    static func sample() -> ScoringRound.Terms {
        var terms = ScoringRound.Terms(
            title: "Chấm điểm năm 2021", cutOff: day("2021-12-14"), selfDue: day("2021-12-20"))
        terms.refusedAfter = day("2021-12-31")
        terms.supplementUntil = day("2022-01-05")
        terms.lateRule = "0: 0; 1-2: -1; >2: -1 - (x-2) * 1"
        return terms
    }
}

extension EveryAction {
    /// One file from the criteria to the published result.
    static func scoring(_ agency: Agency.ID) -> [Step] {
        let number: @Sendable (ReadableDatabase) throws -> Int = { db in
            let round = try #require(try db.scoringRound(of: 2021, block: .districts))
            return try #require(try db.assessment(of: agency, in: round, for: .system))
                .assessment.number
        }
        let version: @Sendable (ReadableDatabase) throws -> Int = { db in
            let round = try #require(try db.scoringRound(of: 2021, block: .districts))
            return try #require(try db.assessment(of: agency, in: round, for: .system))
                .assessment.version
        }
        let today = day("2021-12-22")
        let give: @Sendable (WritableDatabase, User.ID, Int, String) throws -> Void = {
            try $0.givePoints(
                [GivenPoints(position: 1, points: Points(hundredths: $2), reason: $3)],
                of: number($0), by: $1)
        }
        let set: @Sendable (ReadableDatabase) throws -> CriteriaSet = { db in
            let number = try #require(try db.criteriaSets().first).number
            return try #require(try db.criteriaSet(numbered: number))
        }
        return [
            Step("criteria.added", { try $0.addCriteriaSet(smallSet(), by: $1) }),
            Step(
                "criteria.changed",
                {
                    let old = try set($0)
                    try $0.replaceCriteria(
                        of: old.number, with: smallSet(name: "Tên khác"), version: old.version,
                        by: $1)
                }),
            Step(
                "criteria.sum-settled",
                {
                    let old = try set($0)
                    try $0.settleSum(
                        "", of: old.number, note: "Theo quyết định", version: old.version, by: $1)
                }),
            Step(
                "round.opened",
                {
                    try $0.openRound(
                        of: 2021, set: try set($0).number, terms: .sample(), by: $1,
                        on: day("2021-10-15"))
                }),
            Step(
                "round.changed",
                {
                    let round = try #require(try $0.scoringRound(of: 2021, block: .districts))
                    var terms = round.terms
                    terms.title = "Tên khác"
                    try $0.changeRound(
                        round.number, terms: terms, version: round.version, by: $1)
                }),
            Step(
                "round.refreshed",
                {
                    let round = try #require(try $0.scoringRound(of: 2021, block: .districts))
                    try $0.refreshMeasures(of: round.number, by: $1, on: today)
                }),
            Step(
                "scores.entered",
                {
                    try $0.enterScores(
                        [EnteredLine(position: 1, answer: Answer(.chosen(1)), note: "12/BC")],
                        of: number($0), version: version($0), by: $1, on: today)
                }),
            Step(
                "lateness.excused",
                { try $0.excuseLateness(of: number($0), because: "Bão", by: $1) }),
            Step(
                "scores.submitted",
                {
                    try $0.submitScores(
                        of: number($0), version: version($0), by: $1, on: today)
                }),
            Step("points.appraised", { try give($0, $1, 2_000, "Thiếu báo cáo") }),
            Step(
                "appraisal.finished",
                { try $0.finishStage(.appraising, of: number($0), reason: "", by: $1) }),
            Step(
                "scores.explained",
                { try $0.explainScores([1: "Đã gửi ngày 10/12"], of: number($0), by: $1) }),
            Step(
                "explanation.finished",
                { try $0.finishStage(.explaining, of: number($0), reason: "", by: $1) }),
            Step("points.appraised", { try give($0, $1, 3_000, "Chấp nhận giải trình") }),
            Step(
                "appraisal.finished",
                { try $0.finishStage(.appraisingAgain, of: number($0), reason: "", by: $1) }),
            Step("points.decided", { try give($0, $1, 2_500, "Hội đồng thống nhất") }),
            Step(
                "council.decided",
                { try $0.finishStage(.deciding, of: number($0), reason: "", by: $1) }),
            Step(
                "scores.confirmed",
                { try $0.confirmScores(of: number($0), document: "15/UBND", by: $1) }),
            Step(
                "survey-scores.recorded",
                {
                    let round = try #require(try $0.scoringRound(of: 2021, block: .districts))
                    try $0.recordSurveyScores(
                        [agency: [3: Fraction(9_000, 10_000)]], in: round.number, by: $1)
                }),
            Step(
                "round.published",
                {
                    let round = try #require(try $0.scoringRound(of: 2021, block: .districts))
                    try $0.publishRound(
                        round.number, symbol: "141/QĐ-UBND", on: day("2022-01-14"),
                        because: "Còn một huyện chờ kết quả", by: $1)
                }),
        ]
    }
}
