import Domain

/// Made-up sets of 120 criteria of every rule kind for four blocks, sixty of them counted from records.
enum BenchScores {
    static let blocks: [Agency.Block] = [.departments, .districts, .communes, .units]

    static func criteria(_ block: Agency.Block, year: Int) -> ReadCriteria {
        var rows: [(Int, CriterionRow)] = []
        func add(
            _ code: String, _ maximum: String, _ nature: Criterion.Nature? = nil,
            _ input: String? = nil, _ rule: String? = nil
        ) {
            var row = CriterionRow()
            row.code = code
            row.title = "Tiêu chí \(code)"
            row.maximum = Points(maximum)
            row.nature = nature
            row.input = input.flatMap { CriterionInput($0) }
            row.rule = rule
            rows.append((rows.count + 2, row))
        }
        add("1", "60")
        for number in 0..<60 {
            let measure = ScoringMeasure.allCases[number % ScoringMeasure.allCases.count]
            let rules = measure.kind == .share ? shareRules : countRules
            add(
                "1.\(number + 1)", "1", nil, "measure \(measure.rawValue)",
                rules[number / 7 % rules.count]
                    + (measure.kind == .share ? "; không phát sinh: không tính" : ""))
        }
        add("2", "40")
        for number in 0..<50 {
            let (input, rule) = declared[number % declared.count]
            add("2.\(number + 1)", "0,8", nil, input, rule)
        }
        add("3", "10")
        for number in 0..<4 { add("3.\(number + 1)", "2,5", nil, "survey", "x/100% * 2,5") }
        add("4", "3", .bonus)
        for number in 0..<3 { add("4.\(number + 1)", "2", .bonus, "count", "x * 0,5") }
        add("5", "4", .deduction)
        for number in 0..<3 {
            add(
                "5.\(number + 1)", "3", .deduction, "count", "0: 0; 1-2: -1; >2: -1 - (x - 2) * 0,5"
            )
        }
        return ReadCriteria(
            ReadRows(rows: rows, problems: [], notices: []),
            details: CriteriaSet.Details(name: "Bộ đo", block: block, year: year),
            notes: ["": "đo tốc độ"])
    }

    private static let shareRules = [
        "x/100% * 1", ">=85%: 1; 60%-<85%: x/85% * 1; <60%: 0",
        "100%: 1; 90%-<100%: 0,8; 80%-<90%: 0,6; 70%-<80%: 0,4; <70%: 0", "100%: 1; <100%: 0",
        ">=30%: 1; 25%-<30%: 0,5; >0%-<25%: 0,25; 0%: 0",
    ]
    private static let countRules = [
        ">=2: 1; 1: 0,5; 0: 0", "<=30: 1; >30-60: 0,5; >60: 0", "x * 0,25",
    ]
    private static let declared = [
        ("choice", "đầy đủ: 0,8; một phần: 0,4; không: 0; không áp dụng: không tính"),
        ("share", "x/100% * 0,8"), ("share", ">=85%: 0,8; 60%-<85%: x/85% * 0,8; <60%: 0"),
        ("count", ">=2: 0,8; 1: 0,4; 0: 0"),
        (
            "share",
            "[có kế hoạch] 100%: 0,8; 80%-<100%: 0,5; <80%: 0 [không có kế hoạch] >=50%: 0,3; <50%: 0"
        ),
        ("number", "x * 0,1"), ("choice", "có: 0,8; không: 0"),
        ("share", "100%: 0,8; <100%: 0; không phát sinh: không tính"),
        ("count", "<=30: 0,8; >30-60: 0,4; >60: 0"),
        ("share", ">=95%: 0,8; 50%-<95%: 0,1 + (x - 50%)/45% * 0,7; <50%: 0"),
    ]

    /// An answer that looks random and is the same on every run.
    static func answer(_ criterion: Criterion, _ seed: Int) -> Answer? {
        var mixed = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 29)) &* 0xBF58_476D_1CE4_E5B9
        let number = Int((mixed >> 33) & 0xFFFF)
        guard let input = criterion.input, let rule = criterion.rule, number % 50 > 0 else {
            return nil
        }
        let branch = number % rule.branches.count
        switch input.kind {
        case .choice:
            return Answer(.chosen(number % rule.branches[branch].options.count), branch: branch)
        case .share:
            if rule.takesNothingArisen, number % 17 == 0 {
                return Answer(.nothingArose, branch: branch)
            }
            let whole = 5 + number % 300
            return .share(whole - number / 300 % (whole / 2 + 1), of: whole, branch: branch)
        case .count:
            return .count(number % (criterion.nature == .standard ? 70 : 5), branch: branch)
        case .number: return Answer(.number(Fraction(number % 1_500, 100)), branch: branch)
        }
    }
}
