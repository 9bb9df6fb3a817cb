import Domain
import Store
import Support
import Testing

/// The province is scored too: by many hands below, by the Ministry above.
@Suite struct ProvinceContract {
    private static let today = day("2021-12-18")

    /// An office with the province's round, whose first criterion is led by the justice department.
    private struct Opened {
        let office: StandingOffice
        let number: Int
        let justice: Agency.ID
        let officer: User.ID

        init(_ engine: TestEngine) async throws {
            let office = try await StandingOffice.open(engine)
            let justice = try await office.agency("BD-STP")
            officer = try await office.person("Lê Văn Hai", .officer, in: justice)
            number = try await office.write { db, user in
                let set = try db.addCriteriaSet(provinceSet(), by: user)
                let round = try db.openRound(
                    of: 2021, set: set.number, terms: .sample(), by: user, on: day("2021-10-15"))
                let file = try #require(try db.assessments(of: round, for: .system).first)
                try db.assignLeads(
                    [CriterionLead(position: 1, agency: justice)], of: file.assessment.number,
                    by: user)
                return file.assessment.number
            }
            self.office = office
            self.justice = justice
        }

        func file(_ viewer: Viewer = .system) async throws -> ListedAssessment? {
            try await office.read { db in
                let round = try #require(try db.scoringRound(of: 2021, block: nil))
                return try db.assessments(of: round, for: viewer).first
            }
        }
    }

    private static func line(_ position: Int, _ points: Int) -> EnteredLine {
        EnteredLine(
            position: position, answer: Answer(.number(Fraction(points))), note: "12/BC")
    }

    @Test(arguments: TestEngine.available)
    func `a department enters the criteria it leads, and no others`(_ engine: TestEngine)
        async throws
    {
        let opened = try await Opened(engine)
        let (number, officer) = (opened.number, opened.officer)
        try await opened.office.store.write {
            try $0.enterScores(
                [Self.line(1, 45)], of: number, version: 1, by: officer, on: Self.today)
        }
        #expect(try await opened.file()?.own.points == Points("45"))
        await #expect(throws: PermissionError.self) {
            try await opened.office.store.write {
                try $0.enterScores(
                    [Self.line(2, 30)], of: number, version: 2, by: officer, on: Self.today)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `departments that enter their own lines do not get in each other's way`(
        _ engine: TestEngine
    ) async throws {
        let opened = try await Opened(engine)
        let (number, officer) = (opened.number, opened.officer)
        try await opened.office.write {
            try $0.enterScores([Self.line(2, 30)], of: number, version: 1, by: $1, on: Self.today)
        }
        // The page was opened before the office wrote.
        try await opened.office.store.write {
            try $0.enterScores(
                [Self.line(1, 45)], of: number, version: 1, by: officer, on: Self.today)
        }
        #expect(try await opened.file()?.own.points == Points("75"))
    }

    @Test(arguments: TestEngine.available)
    func `who leads a criterion sees the file, who leads none does not`(_ engine: TestEngine)
        async throws
    {
        let opened = try await Opened(engine)
        let other = try await opened.office.person(
            "Trần Văn Ba", .officer, in: try await opened.office.agency("BD-540"))
        #expect(try await opened.file(.person(opened.officer)) != nil)
        #expect(try await opened.file(.person(other)) == nil)
    }

    @Test(arguments: TestEngine.available)
    func `the Ministry's points count, survey apart, and the self-score stays beside them`(
        _ engine: TestEngine
    ) async throws {
        let opened = try await Opened(engine)
        let number = opened.number
        try await opened.office.write { db, user in
            try db.enterScores(
                [Self.line(1, 50), Self.line(2, 30)], of: number, version: 1, by: user,
                on: Self.today)
            try db.recordGivenResult(
                [
                    1: (Points("40"), "Thiếu tài liệu"), 2: (Points("30"), ""),
                    3: (Points("16,5"), ""),
                ], of: number, by: user)
        }
        let file = try #require(try await opened.file())
        #expect(file.own.points == Points("80"))
        #expect(file.appraised.points == Points("70"))
        #expect(file.surveyed.points == Points("16,5"))
        #expect(file.index == Percentage(basisPoints: 8_650))
    }

    @Test(arguments: TestEngine.available)
    func `a lost point becomes a task of the province's plan, once`(_ engine: TestEngine)
        async throws
    {
        let opened = try await Opened(engine)
        let (number, justice) = (opened.number, opened.justice)
        try await opened.office.write { db, user in
            try db.recordGivenResult(
                [1: (Points("40"), "x"), 2: (Points("30"), ""), 3: (Points("16,5"), "")],
                of: number, by: user)
        }
        var terms = Remediation.Terms()
        terms.shortcoming = "Kế hoạch chậm"
        terms.cause = "Chờ hướng dẫn"
        terms.remedy = "Trình trước 15/12"
        terms.lead = justice
        terms.dueOn = day("2022-06-30")
        let wanted = terms
        await #expect(throws: ScoringError.noPlan(2022)) {
            try await opened.office.write {
                try $0.addRemediation(of: 1, in: number, wanted, by: $1)
            }
        }
        await #expect(throws: ScoringError.self) {
            try await opened.office.write {
                try $0.addRemediation(of: 2, in: number, wanted, by: $1)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `evidence for a criterion is seen by its lead and not by another agency`(
        _ engine: TestEngine
    ) async throws {
        let opened = try await Opened(engine)
        let record = try await opened.office.read { [number = opened.number] in
            try $0.citedRecord(Evidence.Subject(.assessmentLine, "\(number)/1.1"))
        }
        let cited = try #require(record)
        #expect(cited.owner == opened.justice)
        #expect(cited.agencies.count == 2)
        #expect(cited.text == "Kế hoạch")
        let officer = opened.officer
        let other = try await opened.office.person(
            "Trần Văn Ba", .officer, in: try await opened.office.agency("BD-540"))
        #expect(try await opened.office.read { try $0.mayAttach(to: cited, officer) })
        #expect(try await opened.office.read { try !$0.mayAttach(to: cited, other) })
    }

    @Test(arguments: TestEngine.available)
    func `an opinion is answered once its set is still a draft, with words where it is not taken`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let justice = try await office.agency("BD-STP")
        let (set, given) = try await office.write { db, user in
            let set = try db.addCriteriaSet(provinceSet(), by: user)
            return (
                set,
                try db.giveOpinion(
                    on: set.number, code: "1.1", "Giảm điểm", for: justice, by: user)
            )
        }
        await #expect(throws: InvalidInput.self) {
            try await office.write {
                try $0.answerOpinion(given.number, .explained, " ", version: 1, by: $1)
            }
        }
        try await office.write {
            try $0.answerOpinion(given.number, .taken, "Đã giảm", version: 1, by: $1)
        }
        let found = try await office.read { try $0.opinions(on: set) }
        #expect(found.map(\.answer) == [.taken])
        await #expect(throws: InvalidInput.self) {
            try await office.write {
                try $0.giveOpinion(on: set.number, code: "9.9", "x", for: justice, by: $1)
            }
        }
    }
}
