import Domain
import Store
import Support
import Testing

@Suite struct ScoringContract {
    private static let today = day("2021-12-18")

    /// An office with a set, a round of the two districts, and one officer of Quy Nhơn.
    private struct Opened {
        let office: StandingOffice
        let round: ScoringRound
        let quyNhon: Agency.ID
        let officer: User.ID

        init(_ engine: TestEngine) async throws {
            let office = try await StandingOffice.open(engine)
            let quyNhon = try await office.agency("BD-540")
            officer = try await office.person("Lê Văn Một", .officer, in: quyNhon)
            try await office.write {
                _ = try $0.importSelfInspections(
                    selfInspectionRows("BD-540|2021-04-01|2021-04-02|1/BC"), by: $1)
            }
            round = try await office.write { db, user in
                let set = try db.addCriteriaSet(smallSet(), by: user)
                try db.settleSum("", of: set.number, note: "Theo quyết định", version: 1, by: user)
                return try db.openRound(
                    of: 2021, set: set.number, terms: .sample(), by: user, on: day("2021-10-15"))
            }
            self.office = office
            self.quyNhon = quyNhon
        }

        func file(_ viewer: Viewer = .system) async throws -> ListedAssessment? {
            let (agency, round) = (quyNhon, round.number)
            return try await office.read { db in
                let round = try #require(try db.scoringRound(numbered: round))
                return try db.assessment(of: agency, in: round, for: viewer)
            }
        }

        func act(
            _ action: @escaping @Sendable (WritableDatabase, User.ID, Assessment) throws -> Void
        ) async throws {
            let assessment = try #require(try await file()).assessment
            try await office.write { try action($0, $1, assessment) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a set reads back as it was added`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let read = smallSet()
        let added = try await office.write { try $0.addCriteriaSet(read, by: $1) }
        #expect(try await office.read { try $0.criteriaSet(numbered: added.number) } == added)
        #expect(added.criteria == read.criteria)
    }

    @Test(arguments: TestEngine.available)
    func `a round does not open while a sum is not settled`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        await #expect(throws: ScoringError.setHasQueries(1)) {
            try await office.write { db, user in
                let set = try db.addCriteriaSet(smallSet(), by: user)
                try db.openRound(
                    of: 2021, set: set.number, terms: .sample(), by: user, on: Self.today)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a set that scores somebody is closed`(_ engine: TestEngine) async throws {
        let opened = try await Opened(engine)
        await #expect(throws: ScoringError.setClosed(on: day("2021-10-15"))) {
            try await opened.office.write { db, user in
                let set = try #require(try db.criteriaSet(opened.round.set))
                try db.replaceCriteria(
                    of: set.number, with: smallSet(), version: set.version, by: user)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `what our records count is filled in when the round opens`(_ engine: TestEngine)
        async throws
    {
        let opened = try await Opened(engine)
        let file = try #require(try await opened.file())
        #expect(file.own.points == Points("10"))
        #expect(file.own.maximum == Points("70"))
    }

    @Test(arguments: TestEngine.available)
    func `a choice that is entered adds its points`(_ engine: TestEngine) async throws {
        let opened = try await Opened(engine)
        try await opened.act { db, user, file in
            try db.enterScores(
                [EnteredLine(position: 1, answer: Answer(.chosen(0)), note: "12/BC")],
                of: file.number, version: file.version, by: user, on: Self.today)
        }
        #expect(try await opened.file()?.own.points == Points("70"))
    }

    @Test(arguments: TestEngine.available)
    func `an exemption takes the maximum off`(_ engine: TestEngine) async throws {
        let opened = try await Opened(engine)
        try await opened.act { db, user, file in
            try db.enterScores(
                [EnteredLine(position: 1, answer: nil, note: "Không giao, 3/QĐ")],
                of: file.number, version: file.version, by: user, on: Self.today)
        }
        let file = try #require(try await opened.file())
        #expect(file.own.maximum == Points("10"))
        #expect(file.index == Percentage(basisPoints: 10_000))
    }

    @Test(arguments: TestEngine.available)
    func `a line counted from records cannot be typed`(_ engine: TestEngine) async throws {
        let opened = try await Opened(engine)
        await #expect(throws: InvalidInput.self) {
            try await opened.act { db, user, file in
                try db.enterScores(
                    [EnteredLine(position: 2, answer: .count(3), note: "")],
                    of: file.number, version: file.version, by: user, on: Self.today)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `an entry without evidence or explanation keeps the file from being handed in`(
        _ engine: TestEngine
    ) async throws {
        let opened = try await Opened(engine)
        try await opened.act { db, user, file in
            try db.enterScores(
                [EnteredLine(position: 1, answer: Answer(.chosen(0)), note: "")],
                of: file.number, version: file.version, by: user, on: Self.today)
        }
        await #expect(throws: InvalidInput.self) {
            try await opened.act { db, user, file in
                try db.submitScores(
                    of: file.number, version: file.version, by: user, on: Self.today)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a file three days late loses two points`(_ engine: TestEngine) async throws {
        let opened = try await Opened(engine)
        try await opened.act { db, user, file in
            try db.submitScores(
                of: file.number, version: file.version, by: user, on: day("2021-12-23"))
        }
        let file = try #require(try await opened.file())
        #expect(file.assessment.penalty == Points("-2"))
        #expect(file.counted.points == Points("8"))
    }

    @Test(arguments: TestEngine.available)
    func `after the last day a file is refused unless excused`(_ engine: TestEngine) async throws {
        let opened = try await Opened(engine)
        let late = day("2022-01-03")
        await #expect(throws: ScoringError.refusedLate(since: day("2021-12-31"))) {
            try await opened.act { db, user, file in
                try db.submitScores(of: file.number, version: file.version, by: user, on: late)
            }
        }
        try await opened.act { try $0.excuseLateness(of: $2.number, because: "Bão", by: $1) }
        try await opened.act { db, user, file in
            try db.submitScores(of: file.number, version: file.version, by: user, on: late)
        }
        #expect(try await opened.file()?.assessment.penalty == .zero)
    }

    @Test(arguments: TestEngine.available)
    func `each voice keeps its own points, and the latest counts`(_ engine: TestEngine) async throws
    {
        let opened = try await Opened(engine)
        let office = opened.office
        let start = EveryAction.scoring(opened.quyNhon).drop {
            $0.name != "scores.entered"
        }
        for step in start { try await office.write(step.action) }

        let file = try #require(try await opened.file())
        let lines = try await office.read { try $0.lines(of: file.assessment.number) }
        let judgements = try #require(lines.first { $0.position == 1 }).judgements
        #expect(judgements[.own]?.outcome == .points(Points(hundredths: 3_000)))
        #expect(
            judgements[.appraisal] == nil
                || judgements[.appraisal]?.outcome == .points(Points(hundredths: 2_000)))
        #expect(judgements[.second]?.outcome == .points(Points(hundredths: 3_000)))
        #expect(judgements[.council]?.outcome == .points(Points(hundredths: 2_500)))
        // 25 decided and 10 counted of 70, 18 of 20 surveyed.
        #expect(file.counted.points == Points("53"))
        #expect(file.index == Percentage(basisPoints: 5_889))
        #expect(file.assessment.stage == .published)
    }

    @Test(arguments: TestEngine.available)
    func `points that differ need a reason`(_ engine: TestEngine) async throws {
        let opened = try await Opened(engine)
        try await opened.act { db, user, file in
            try db.submitScores(of: file.number, version: file.version, by: user, on: Self.today)
        }
        await #expect(throws: ScoringError.reasonNeeded("1.2")) {
            try await opened.act { db, user, file in
                try db.givePoints(
                    [GivenPoints(position: 2, points: .zero, reason: " ")], of: file.number,
                    by: user)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `an appraiser gives points only where the criterion names their body`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let justice = try await office.person(
            "Trần Thị Hai", .appraiser, in: try await office.agency("BD-STP"))
        let agency = try await office.agency("BD-540")
        let number = try await office.write { db, user in
            let read = ReadCriteria(
                criterionRows(
                    "1|Văn bản|60||choice|có: 60; không: 0||BD-STP",
                    "2|Bộ máy|40||choice|có: 40; không: 0||BD-SNV"),
                details: CriteriaSet.Details(name: "Thử", block: .districts, year: 2021))
            let set = try db.addCriteriaSet(read, by: user)
            let round = try db.openRound(
                of: 2021, set: set.number, terms: .sample(), by: user, on: Self.today)
            let file = try #require(try db.assessment(of: agency, in: round, for: .system))
            try db.submitScores(
                of: file.assessment.number, version: 1, by: user, on: Self.today)
            return file.assessment.number
        }
        try await office.store.write {
            try $0.givePoints(
                [GivenPoints(position: 0, points: Points("60"), reason: "Đã kiểm tra")],
                of: number, by: justice)
        }
        await #expect(throws: ScoringError.notYours("2")) {
            try await office.store.write {
                try $0.givePoints(
                    [GivenPoints(position: 1, points: Points("40"), reason: "x")], of: number,
                    by: justice)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `before publication an agency sees its own file and the mean, nobody else's`(
        _ engine: TestEngine
    ) async throws {
        let opened = try await Opened(engine)
        let (round, officer) = (opened.round, opened.officer)
        let seen = try await opened.office.read { db in
            (
                try db.assessments(of: round, for: .person(officer)),
                try db.assessments(of: round, for: .visitor),
                try db.assessments(of: round, for: .system), try db.blockMean(of: round)
            )
        }
        #expect(seen.0.map(\.assessment.agency) == [opened.quyNhon])
        #expect(seen.1.isEmpty)
        #expect(seen.2.count == 2)
        #expect(seen.3?.own == Points("5"))
    }
}
