import Domain
import Store

/// The province's own index: what was announced over the years, the Ministry's round of the year
/// before, and the year's own at self-scoring, each criterion with its lead department.
///
/// Values and ranks of single years are made up, as is every line of points.
extension SampleLoader {
    /// The bodies that lead the areas, in the order of the set.
    private var leads: [String] {
        switch year.edition {
        case .binhDinh2021:
            ["BD-SNV", "BD-STP", "BD-VPUB", "BD-SNV", "BD-SNV", "BD-STC", "BD-STTTT", "BD-SKHDT"]
        case .giaLai2026:
            ["GL-SNV", "GL-STP", "GL-VPUB", "GL-SNV", "GL-SNV", "GL-STC", "GL-SKHCN", "GL-STC"]
        }
    }

    /// The province's file of the year before: self-scored, judged, announced.
    func addLastProvinceScores() async throws {
        guard year.edition == .binhDinh2021 else { return }
        let (user, last, first) = (user, year.year - 1, year.period.lowerBound)
        let read = try SampleFiles.criteria("province-before").issued(year: last)
        let results = [
            result(last - 2, 7_712, 41, "2636/QĐ-BNV", "512/QĐ-BNV"),
            result(last - 1, 8_095, 37, "1150/QĐ-BNV", "330/QĐ-BNV"),
        ]
        try await store.write(at: morning(first)) { db in
            for result in results { try db.recordNationalResult(result, by: user) }
            let set = try db.addCriteriaSet(read, by: user)
            try db.openRound(
                of: last, set: set.number,
                terms: .sample(of: last, cutOff: first - 1), by: user, on: first)
        }
        try await enterProvince(last, share: 100, on: first + 5)
        try await store.write(at: morning(first + 6)) { db in
            guard let file = try Self.provinceFile(db, last) else { return }
            try db.submitScores(
                of: file.number, version: file.version, by: user, on: first + 6)
        }
    }

    /// The day on which the Ministry announced the year before (641/QĐ-BNV of 25/5/2021 for 2020).
    var provinceResultDay: Day? {
        year.edition == .binhDinh2021 ? Day(year: year.year, month: 5, day: 25) : nil
    }

    /// In late May the Ministry's result comes; what was lost becomes tasks of the year's plan.
    func addProvinceResult(on day: Day) async throws {
        let (user, last) = (user, year.year - 1)
        try await store.write(at: morning(day)) { db in
            guard let file = try Self.provinceFile(db, last),
                let round = try db.scoringRound(of: last, block: nil),
                let set = try db.criteriaSet(round.set)
            else { return }
            var random = SampleRandom(last, "ministry")
            let outcomes = Scorer(set).countedOutcomes(try db.lines(of: file.number), upTo: .own)
            var points: [Int: (points: Points?, reason: String)] = [:]
            for position in set.scored {
                let criterion = set.criteria[position]
                if criterion.isSurveyed {
                    points[position] = (
                        Points(
                            hundredths: criterion.maximum.hundredths * random.within(72...91)
                                / 100), "Kết quả điều tra (minh họa)"
                    )
                    continue
                }
                let own = outcomes[position]?.points ?? .zero
                let isCut = own > .zero && random.happens(18)
                points[position] = (
                    isCut ? Points(hundredths: own.hundredths / 2) : own,
                    isCut ? "Chưa đủ tài liệu kiểm chứng (minh họa)" : ""
                )
            }
            try db.recordGivenResult(points, of: file.number, by: user)
            try db.publishRound(
                round.number, symbol: "641/QĐ-BNV (minh họa)", on: day, because: nil, by: user)
            // The set adds up to 100 points, so that the sum is the index.
            let sum = points.values.reduce(0) { $0 + ($1.points?.hundredths ?? 0) }
            try db.recordNationalResult(
                result(last, sum, 35, "1149/QĐ-BNV", "641/QĐ-BNV", on: day), by: user)
        }
        try await takeUpLostPoints(from: last, on: day + 9)
    }

    /// Points lost in the areas of three departments, each with what is done about it as a task.
    private func takeUpLostPoints(from last: Int, on day: Day) async throws {
        let (user, leads) = (user, leads)
        try await store.write(at: morning(day)) { db in
            guard let file = try Self.provinceFile(db, last),
                let round = try db.scoringRound(of: last, block: nil),
                let set = try db.criteriaSet(round.set)
            else { return }
            let lines = try db.lines(of: file.number)
            let scorer = Scorer(set)
            let tree = try db.agencyTree(on: day)
            let areas = set.children(of: nil)
            var taken: Set<Int> = []
            for lost in scorer.lostPoints(scorer.countedOutcomes(lines), beforeCutOff: true)
            where taken.count < 3 {
                let criterion = set.criteria[lost.position]
                let area = set.area(of: lost.position)
                guard !criterion.isSurveyed, !taken.contains(area),
                    let place = areas.firstIndex(of: area), leads.indices.contains(place),
                    let lead = tree.bodies(coded: leads[place]).first
                else { continue }
                taken.insert(area)
                var terms = Remediation.Terms()
                terms.shortcoming =
                    "Tiêu chí \(criterion.code) “\(criterion.title)” chưa đạt điểm tối đa"
                terms.cause = "Chưa đủ tài liệu kiểm chứng (minh họa)"
                terms.remedy =
                    "Khắc phục tiêu chí \(criterion.code) “\(criterion.title)” bị trừ điểm năm \(last)"
                terms.lead = lead.id
                terms.dueOn = day + 120 + place
                try db.addRemediation(of: lost.position, in: file.number, terms, by: user)
            }
        }
    }

    /// The year's own round of the province, begun by the departments that lead its criteria.
    func addProvinceScores() async throws {
        let (user, year, day, leads) = (user, year, roundOpenedOn, leads)
        if year.edition == .giaLai2026 { try await addResultAfterMerger() }
        try await store.write(at: morning(day)) { db in
            guard
                let listed = try db.criteriaSets().first(where: {
                    $0.details.block == nil && $0.details.year == year.year
                })
            else { return }
            let round = try db.openRound(
                of: year.year, set: listed.number,
                terms: .sample(of: year.year, cutOff: year.period.upperBound), by: user, on: day)
            guard let set = try db.criteriaSet(round.set),
                let file = try Self.provinceFile(db, year.year)
            else { return }
            let tree = try db.agencyTree(on: day)
            let areas = set.children(of: nil)
            let leads = set.scored.compactMap { position -> CriterionLead? in
                guard let place = areas.firstIndex(of: set.area(of: position)),
                    leads.indices.contains(place),
                    let body = tree.bodies(coded: leads[place]).first,
                    !set.criteria[position].isSurveyed
                else { return nil }
                return CriterionLead(
                    position: position, agency: body.id, dueOn: day + 9 + (place % 3) * 15)
            }
            try db.assignLeads(leads, of: file.number, by: user)
        }
        try await enterProvince(year.year, share: 55, on: min(day + 9, year.today))
        guard year.edition == .binhDinh2021 else { return }
        try await store.write(at: morning(year.today)) { db in
            guard let file = try Self.provinceFile(db, year.year) else { return }
            for code in ["1.1.1", "1.1.3"] {
                try db.citeEvidence(
                    1, for: Evidence.Subject(.assessmentLine, "\(file.number)/\(code)"), by: user)
            }
        }
        try await addOpinions()
    }

    /// The first result since the merger: of 34 provinces, and there is none before it to compare with.
    private func addResultAfterMerger() async throws {
        let (user, last) = (user, year.year - 1)
        let result = result(last, 8_604, 17, "876/QĐ-BNV", "498/QĐ-BNV", of: 34)
        try await store.write(at: morning(roundOpenedOn)) { db in
            try db.recordNationalResult(result, by: user)
        }
    }

    /// What agencies say to the draft for communes, which has scored nobody yet.
    private func addOpinions() async throws {
        let (user, year) = (user, year)
        let said = [
            ("BD-STP", "1.1", "Đề nghị ghi rõ thời điểm tính số ngày ban hành kế hoạch."),
            ("BD-551", "2.1", "Xã miền núi ít văn bản; đề nghị có trường hợp không áp dụng."),
            ("BD-STTTT", "", "Thống nhất với dự thảo."),
        ]
        try await store.write(at: morning(year.today)) { db in
            guard
                let set = try db.criteriaSets().first(where: {
                    $0.details.block == .communes && $0.details.year == year.year
                }), let whole = try db.criteriaSet(numbered: set.number)
            else { return }
            let tree = try db.agencyTree(on: year.today)
            var given: [CriteriaOpinion] = []
            for (body, code, words) in said {
                guard let agency = tree.bodies(coded: body).first else { continue }
                given.append(
                    try db.giveOpinion(
                        on: set.number, code: whole.position(of: code) == nil ? "" : code, words,
                        for: agency.id, by: user))
            }
            if let first = given.first {
                try db.answerOpinion(
                    first.number, .taken, "Đã bổ sung vào cách tính (minh họa)", version: 1,
                    by: user)
            }
        }
    }

    private func enterProvince(_ year: Int, share: Int, on day: Day) async throws {
        let user = user
        try await store.write(at: morning(day)) { db in
            guard let file = try Self.provinceFile(db, year),
                let round = try db.scoringRound(of: year, block: nil),
                let set = try db.criteriaSet(round.set)
            else { return }
            var random = SampleRandom(year, "province")
            let entered = set.scored.compactMap { position -> EnteredLine? in
                let criterion = set.criteria[position]
                guard criterion.input?.isDeclared == true, random.happens(share) else {
                    return nil
                }
                let reached = random.happens(70) ? 100 : random.within(50...95)
                let points = criterion.maximum.hundredths * reached / 100
                return EnteredLine(
                    position: position, answer: Answer(.number(Fraction(points, 100))),
                    note: "Báo cáo số \(random.within(20...400))/BC-UBND (minh họa)")
            }
            try db.enterScores(
                entered, of: file.number, version: file.version, by: user, on: day)
        }
    }

    private static func provinceFile(_ db: ReadableDatabase, _ year: Int) throws -> Assessment? {
        guard let round = try db.scoringRound(of: year, block: nil) else { return nil }
        return try db.assessments(of: round, for: .system).first?.assessment
    }

    private func result(
        _ year: Int, _ index: Int, _ rank: Int, _ method: String, _ symbol: String,
        on day: Day? = nil, of ranked: Int = 63
    ) -> NationalResult {
        NationalResult(
            year: year, index: Percentage(basisPoints: index), rank: rank, ranked: ranked,
            appraisedRank: max(1, rank - 6), surveyedRank: min(ranked, rank + 9), method: method,
            symbol: "\(symbol) (minh họa)",
            announcedOn: day ?? Day(year: year + 1, month: 5, day: 24)
                ?? self.year.period.lowerBound)
    }
}
