import Domain
import Support
import Testing

@Suite struct CoordinationTests {
    @Test(arguments: [("15", 1_500), ("0,5", 50), ("0.25", 25), ("0", 0)])
    func `working days are read as officials write them`(_ text: String, _ hundredths: Int) {
        #expect(WorkingDays(text)?.hundredths == hundredths)
    }

    @Test(arguments: ["", "-1", "1001", "10%", "nửa ngày", "0,125"])
    func `what is no number of working days is refused`(_ text: String) {
        #expect(WorkingDays(text) == nil)
    }

    @Test func `of steps side by side the longest counts`() {
        let regulation = Draft.regulation(
            1,
            steps: [
                .init("a", by: "A", days: .two), .init("b", by: "B", days: .five),
                .init("c", by: "C", days: .two, isParallel: true), .init("d", by: "A", days: .one),
            ])
        #expect(regulation.totalDays == WorkingDays(hundredths: 800))
        #expect(regulation.bodies == ["A", "B", "C"])
    }

    @Test func `without its condition a step takes no time`() {
        let regulation = Draft.regulation(
            1,
            steps: [
                .init("a", by: "A", days: .two),
                .init("b", by: "B", days: .five, condition: "khi cần"),
            ])
        #expect(regulation.totalDays == WorkingDays(hundredths: 700))
        #expect(regulation.shortestDays == .two)
    }

    @Test func `a path reads back as it was written`() {
        let lines = """
            Tiếp nhận | Trung tâm | 0,5 | Hồ sơ
            Góp ý | UBND cấp xã | 3 |  | khi có tranh chấp | song song
            Trả kết quả | Trung tâm | 0,5
            """
        let read = CoordinationRegulation.Step.read(lines)
        #expect(read.problems.isEmpty)
        #expect(read.steps.map(\.isParallel) == [false, true, false])
        let again = CoordinationRegulation.Step.read(read.steps.map(\.line).joined(separator: "\n"))
        #expect(again.steps == read.steps)
    }

    @Test(arguments: ["Tiếp nhận", "| Trung tâm | 1", "A | B | x", "A | B | 1 | | | khác"])
    func `a line that is no step is named`(_ line: String) {
        let problems = CoordinationRegulation.Step.read("A | B | 1\n" + line).problems
        #expect(!problems.isEmpty)
        #expect(problems.allSatisfy { $0.message.vi.hasPrefix("Bước 2") })
    }

    @Test func `any text is read as steps or refused, never trapped`() {
        let pieces = ["a", "|", "\n", "0,5", "song song", " ", "²", "é", "-1"]
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let text = (0..<20).compactMap { _ in pieces.randomElement(using: &random) }.joined()
            let read = CoordinationRegulation.Step.read(text)
            guard read.problems.isEmpty else { continue }
            let again = CoordinationRegulation.Step.read(
                read.steps.map(\.line).joined(separator: "\n"))
            #expect(again.steps == read.steps, "seed \(seed)")
        }
    }

    @Test func `two regulations on one procedure are pointed out`() {
        let review = CoordinationReview(
            [Draft.procedure("1.1")], [Draft.regulation(1), Draft.regulation(2)],
            on: day("2021-10-15"))
        #expect(review.points.map(\.kind) == [.twoRegulations])
        #expect(review.points.first?.regulations == [1, 2])
    }

    @Test func `a regulation ends when the one that replaces it comes into force`() {
        let regulations = [
            Draft.regulation(1), Draft.regulation(2, inForce: "2021-06-01", replaces: "1/QĐ-UBND"),
        ]
        func held(_ on: String) -> [Int] {
            CoordinationReview([Draft.procedure("1.1")], regulations, on: day(on))
                .regulations(on: "1.1").map(\.number)
        }
        #expect(held("2021-05-31") == [1])
        #expect(held("2021-06-01") == [2])
    }

    @Test func `a path longer than published is pointed out by how much`() {
        let review = CoordinationReview(
            [Draft.procedure("1.1", limit: .two)],
            [Draft.regulation(1, steps: [.init("a", by: "A", days: .five)])], on: day("2021-10-15"))
        #expect(review.points.map(\.kind) == [.overLimit])
        #expect(review.points.first?.message.vi.contains("vượt 3 ngày") == true)
    }

    @Test func `what the list says and what is registered must agree`() {
        let none = CoordinationReview(
            [Draft.procedure("1.1", has: .yes)], [], on: day("2021-10-15"))
        #expect(none.points.map(\.kind) == [.notRegistered])
        let one = CoordinationReview(
            [Draft.procedure("1.1", has: .no)], [Draft.regulation(1)], on: day("2021-10-15"))
        #expect(one.points.map(\.kind) == [.unlistedRegulation])
    }

    @Test func `a review is due from its day, and a procedure must be on the list`() {
        let regulation = Draft.regulation(1, review: "2021-07-01")
        func kinds(_ on: String) -> [CoordinationPoint.Kind] {
            CoordinationReview([], [regulation], on: day(on)).points.map(\.kind)
        }
        #expect(kinds("2021-06-30") == [.unknownProcedure])
        #expect(kinds("2021-07-01") == [.reviewDue, .unknownProcedure])
    }

    @Test func `an answer and a need that contradict each other are refused`() {
        func fields(
            _ has: CoordinatedProcedure.Answer?, _ need: CoordinatedProcedure.Need?,
            _ of: CoordinatedProcedure.Paper?
        ) -> [String] {
            Draft.procedure("1.1", has: has, need: need, of: of).problems.map(\.field)
        }
        #expect(fields(.yes, .issue, .regulation) == ["need"])
        #expect(fields(.no, .amend, .regulation) == ["need"])
        #expect(fields(.no, .issue, nil) == ["need_of"])
        #expect(fields(nil, nil, .process) == ["need"])
        #expect(fields(.yes, .amend, .regulation).isEmpty)
    }
}

private enum Draft {
    static func procedure(
        _ code: String, limit: WorkingDays? = nil, has: CoordinatedProcedure.Answer? = nil,
        need: CoordinatedProcedure.Need? = nil, of: CoordinatedProcedure.Paper? = nil
    ) -> CoordinatedProcedure {
        CoordinatedProcedure(
            id: .init(code), number: 1, code: code, name: "Thủ tục", field: .land,
            body: .init("BD-STNMT"), limit: limit, hasRegulation: has, need: need, needOf: of,
            listedOn: day("2021-01-15"))
    }

    static func regulation(
        _ number: Int, inForce: String = "2021-01-20", replaces: String = "",
        review: String? = nil, steps: [CoordinationRegulation.Step] = []
    ) -> CoordinationRegulation {
        CoordinationRegulation(
            id: .init("R\(number)"), number: number, issuer: .init("BD"),
            symbol: "\(number)/QĐ-UBND", title: "Quy chế", signedOn: day("2021-01-10"),
            inForceOn: day(inForce), replaces: replaces, reviewOn: review.flatMap { Day($0) },
            procedures: ["1.1"], steps: steps)
    }
}

extension WorkingDays {
    fileprivate static let one = WorkingDays(hundredths: 100)
    fileprivate static let two = WorkingDays(hundredths: 200)
    fileprivate static let five = WorkingDays(hundredths: 500)
}
