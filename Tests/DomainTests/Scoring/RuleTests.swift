import Domain
import Testing

/// Every row of the grammar seen in real sets, with the numbers they give.
@Suite struct RuleTests {
    private func points(
        _ text: String, _ answer: Answer?, maximum: String, _ input: CriterionInput = .share,
        nature: Criterion.Nature = .standard
    ) throws -> Outcome {
        let criterion = try Criterion.made(
            "1", maximum, input, text, nature: nature)
        #expect(
            criterion.rule?.problems(for: input.kind, within: criterion.bounds) == [], "\(text)")
        return try #require(criterion.rule).outcome(of: answer, within: criterion.bounds)
    }

    @Test func `a complete report regime earns three points, anything else none`() throws {
        let rule = "đầy đủ, đúng hạn: 3; khác: 0"
        #expect(try points(rule, Answer(.chosen(0)), maximum: "3", .choice) == .made("3"))
        #expect(try points(rule, Answer(.chosen(1)), maximum: "3", .choice) == .made("0"))
    }

    @Test(arguments: [
        (30, 100, "1"), (25, 100, "0,5"), (29_996, 100_000, "0,5"), (24, 100, "0,25"),
        (0, 100, "0"), (1, 3, "1"),
    ])
    func `inspected shares fall into bands, compared exactly`(
        _ part: Int, _ whole: Int, _ earned: String
    ) throws {
        let rule = ">=30%: 1; 25%-<30%: 0,5; >0%-<25%: 0,25; 0%: 0"
        #expect(try points(rule, .share(part, of: whole), maximum: "1") == .made(earned))
    }

    @Test(arguments: [(100, "10"), (99, "8"), (90, "8"), (80, "6"), (70, "4"), (69, "0")])
    func `completion is scored in steps`(_ percent: Int, _ earned: String) throws {
        let rule = "100%: 10; 90%-<100%: 8; 80%-<90%: 6; 70%-<80%: 4; <70%: 0"
        #expect(try points(rule, .share(percent, of: 100), maximum: "10") == .made(earned))
    }

    @Test(arguments: [
        (85, 100, "10"), (100, 100, "10"), (84, 100, "9,88"), (60, 100, "7,06"),
        (3, 4, "8,82"), (5_999, 10_000, "0"),
    ])
    func `a rate below 85% earns its part of ten points, rounded to two decimals`(
        _ part: Int, _ whole: Int, _ earned: String
    ) throws {
        let rule = ">=85%: 10; 60%-<85%: x/85% * 10; <60%: 0"
        #expect(try points(rule, .share(part, of: whole), maximum: "10") == .made(earned))
    }

    @Test func `points are done over planned times the maximum`() throws {
        #expect(try points("x/100% * 2", .share(2, of: 3), maximum: "2") == .made("1,33"))
        #expect(try points("x/100% * 2", .share(1, of: 8), maximum: "2") == .made("0,25"))
    }

    @Test func `half a hundredth is rounded up`() throws {
        #expect(try points("x/100% * 1", .share(1, of: 8), maximum: "1") == .made("0,13"))
    }

    @Test(arguments: [(0, "0"), (1, "1"), (2, "2"), (7, "2")])
    func `initiatives are counted in bands of whole numbers`(_ count: Int, _ earned: String) throws
    {
        #expect(
            try points(">=2: 2; 1: 1; 0: 0", .count(count), maximum: "2", .count) == .made(earned))
    }

    @Test(arguments: [(0, "3"), (30, "3"), (31, "1,5"), (60, "1,5"), (61, "0")])
    func `a plan issued within thirty days earns all, within sixty half`(
        _ days: Int, _ earned: String
    ) throws {
        let rule = "<=30: 3; >30-60: 1,5; >60: 0"
        #expect(try points(rule, .count(days), maximum: "3", .count) == .made(earned))
    }

    @Test func `half a point for each rule issued, at most the maximum`() throws {
        #expect(try points("x * 0,5", .count(3), maximum: "2", .count) == .made("1,5"))
        #expect(try points("x * 0,5", .count(9), maximum: "2", .count) == .made("2"))
    }

    @Test func `with a training plan bands go to five, without one to two`() throws {
        let rule =
            "[có kế hoạch] 100%: 5; 80%-<100%: 3; <80%: 0 [không có kế hoạch] >=50%: 2; <50%: 0"
        #expect(try points(rule, .share(9, of: 10), maximum: "5") == .made("3"))
        #expect(try points(rule, .share(9, of: 10, branch: 1), maximum: "5") == .made("2"))
    }

    @Test(arguments: [(10, 10, "1"), (9, 10, "0"), (0, 3, "0")])
    func `closure gives its point only when every problem found is dealt with`(
        _ closed: Int, _ found: Int, _ earned: String
    ) throws {
        let rule = "100%: 1; <100%: 0; không phát sinh: không tính"
        #expect(try points(rule, .share(closed, of: found), maximum: "1") == .made(earned))
    }

    @Test func `no problem found reduces the maximum instead of giving points`() throws {
        let rule = "100%: 1; <100%: 0; không phát sinh: không tính"
        #expect(try points(rule, .share(0, of: 0), maximum: "1") == .notCounted)
    }

    @Test(arguments: [(0, "0"), (1, "-1"), (2, "-1"), (3, "-2"), (5, "-4")])
    func `a late file costs a point for two days and another for each day more`(
        _ days: Int, _ earned: String
    ) throws {
        let rule = "0: 0; 1-2: -1; >2: -1 - (x-2) * 1"
        #expect(
            try points(rule, .count(days), maximum: "10", .count, nature: .deduction)
                == .made(earned))
    }

    @Test func `a deduction never takes more than its largest`() throws {
        #expect(
            try points("x * -0,5", .count(9), maximum: "2", .count, nature: .deduction)
                == .made("-2"))
    }

    @Test func `declared yes, no or not applicable are three different things`() throws {
        let rule = "có: 2; không: 0; không áp dụng: không tính"
        #expect(try points(rule, Answer(.chosen(0)), maximum: "2", .choice) == .made("2"))
        #expect(try points(rule, Answer(.chosen(1)), maximum: "2", .choice) == .made("0"))
        #expect(try points(rule, Answer(.chosen(2)), maximum: "2", .choice) == .notCounted)
        #expect(try points(rule, nil, maximum: "2", .choice) == .missing)
    }

    @Test func `bands written in words are the same as in signs`() throws {
        let words = Rule.read(
            "từ 30% trở lên: 1; từ 25% đến dưới 30%: 0,5; dưới 25%: 0")
        let signs = Rule.read(">=30%: 1; 25%-<30%: 0,5; <25%: 0")
        #expect(words.problems == [])
        #expect(words.rule == signs.rule)
    }
}

/// What a rule is refused for, and where.
@Suite struct RuleProblemTests {
    private func said(_ text: String, _ kind: CriterionInput.Kind = .share) -> String {
        let read = Rule.read(text)
        let found =
            read.problems
            + (read.rule?.problems(
                for: kind, within: .zero...Points(hundredths: 1_000)) ?? [])
        return found.map(\.message.vi).joined(separator: " | ")
    }

    @Test func `bands that leak are named with the figures left out`() {
        #expect(said(">=30%: 1; <25%: 0").contains("“25%-<30%”"))
        #expect(said(">30%: 1; <30%: 0").contains("“30%”"))
        #expect(said(">=3: 2; 1: 1; 0: 0", .count).contains("Không có mức điểm nào"))
    }

    @Test func `bands that overlap are named both`() {
        let text = said(">=25%: 1; <=30%: 0")
        #expect(text.contains("“<=30%” và “>=25%” chồng lên nhau"))
        #expect(said(">=1: 2; 1: 1; 0: 0", .count).contains("chồng lên nhau"))
    }

    @Test func `a share has to be covered up to all of it`() {
        #expect(said("<90%: 0; 90%-<100%: 5").contains("trên “100%”"))
        #expect(said("<90%: 0; 90%-100%: 5") == "")
    }

    @Test func `a figure has to be covered without end`() {
        #expect(said("0: 0; 1-5: 1", .count).contains("trên “5”"))
    }

    @Test func `whole numbers leave nothing between one and two`() {
        #expect(said(">=2: 2; 1: 1; 0: 0", .count) == "")
        #expect(said(">=2: 2; 1: 1; 0: 0", .number).contains("Không có mức điểm nào"))
    }

    @Test func `choices and figures are not mixed`() {
        #expect(said("có: 1; không: 0").contains("đổi nguồn thành choice"))
        #expect(said(">=1: 1; 0: 0", .choice).contains("ghi các từ để chọn"))
    }

    @Test func `points beyond the maximum are named`() {
        #expect(said(">=50%: 11; <50%: 0").contains("“>=50%: 11” cho điểm ngoài khoảng"))
    }

    @Test func `what is not understood is quoted with how to write it`() {
        #expect(said("khoảng 30%: nhiều").contains("“nhiều”"))
        #expect(said(">=abc: 1").contains("“>=abc”"))
    }
}
