import Domain
import Store
import Testing

/// The province's own set: 80 declared, 20 surveyed.
func provinceSet(year: Int = 2021) -> ReadCriteria {
    ReadCriteria(
        criterionRows(
            "1|Điều hành|80", "1.1|Kế hoạch|50||number|x * 1|Báo cáo",
            "1.2|Báo cáo|30||number|x * 1|Báo cáo", "2|Hài lòng|20||survey|x/100% * 20"),
        details: CriteriaSet.Details(name: "Bộ của Bộ", block: nil, year: year))
}

extension NationalResult {
    static func sample(_ year: Int = 2021, rank: Int = 35) -> NationalResult {
        NationalResult(
            year: year, index: Percentage(basisPoints: 8_342), rank: rank, ranked: 63,
            method: "1149/QĐ-BNV", symbol: "641/QĐ-BNV", announcedOn: day("2022-05-25"))
    }
}

extension EveryAction {
    /// The province's file: leads, the Ministry's result, what was announced, what was lost; and what
    /// agencies say to a draft.
    static func province(_ lead: Agency.ID) -> [Step] {
        let number: @Sendable (ReadableDatabase) throws -> Int = { db in
            let round = try #require(try db.scoringRound(of: 2021, block: nil))
            return try #require(try db.assessments(of: round, for: .system).first)
                .assessment.number
        }
        return [
            Step("criteria.added", { try $0.addCriteriaSet(provinceSet(), by: $1) }),
            Step(
                "criteria-opinion.given",
                { db, user in
                    let set = try #require(
                        try db.criteriaSets().first { $0.details.block == nil })
                    try db.giveOpinion(
                        on: set.number, code: "1.1", "Giảm điểm tối đa", for: lead, by: user)
                }),
            Step(
                "criteria-opinion.answered",
                { try $0.answerOpinion(1, .explained, "Theo bộ của Bộ", version: 1, by: $1) }),
            Step(
                "round.opened",
                { db, user in
                    let set = try #require(
                        try db.criteriaSets().first { $0.details.block == nil })
                    try db.openRound(
                        of: 2021, set: set.number, terms: .sample(), by: user,
                        on: day("2021-12-22"))
                }),
            Step(
                "criterion-leads.assigned",
                {
                    try $0.assignLeads(
                        [CriterionLead(position: 1, agency: lead, dueOn: day("2021-12-18"))],
                        of: number($0), by: $1)
                }),
            Step(
                "ministry-result.recorded",
                {
                    try $0.recordGivenResult(
                        [
                            1: (Points("40"), "Thiếu tài liệu"), 2: (Points("30"), ""),
                            3: (Points("16,5"), ""),
                        ], of: number($0), by: $1)
                }),
            Step(
                "national-result.recorded",
                { try $0.recordNationalResult(.sample(), by: $1) }),
            Step(
                "remediation.added",
                { db, user in
                    var terms = Remediation.Terms()
                    terms.shortcoming = "Kế hoạch ban hành chậm"
                    terms.cause = "Chờ kế hoạch của Chính phủ"
                    terms.remedy = "Trình kế hoạch trước 15/12"
                    terms.lead = lead
                    terms.dueOn = day("2021-12-10")
                    try db.addRemediation(of: 1, in: number(db), terms, by: user)
                }),
            Step(
                "rating-rules.added",
                { db, user in
                    try db.addRatingRules(
                        RatingRules.Details(name: "Quy định", year: 2021),
                        "Tốt: index >= 70\nKém:", by: user)
                }),
            Step(
                "rating-rules.changed",
                { db, user in
                    try db.changeRatingRules(
                        1, RatingRules.Details(name: "Quy định", year: 2021),
                        "Tốt: index >= 75\nKém:", version: 1, by: user)
                }),
        ]
    }
}
