import Domain
import Store
import Support
import Testing

@Suite struct PlanContract {
    @Test(arguments: TestEngine.available)
    func `a plan reads back with its letterhead, open still`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let id = try await office.addPlan()

        let plan = try #require(try await office.read { try $0.plan(id) })

        #expect(plan.agency == (try await office.agency("BD")))
        #expect(
            [plan.symbol, plan.place, plan.signer] == ["95/KH-UBND", "Bình Định", "Nguyễn Văn Mẫu"])
        #expect(plan.issuedOn == day("2020-12-31"))
        #expect(plan.confirmation == nil)
        #expect(try await office.read { try $0.currentPlan(of: 2021) } == nil)
    }

    @Test(arguments: TestEngine.available)
    func `text, clauses and questions are kept as they were read`(_ engine: TestEngine) async throws
    {
        let office = try await StandingOffice.open(engine)
        let id = try await office.addPlan()

        let (text, clauses, queries) = try await office.read {
            (try $0.text(of: id), try $0.clauses(of: id), try $0.queries(of: id))
        }

        #expect(text == DraftPlan.text)
        #expect(clauses.map(\.path) == ["I", "I.1"])
        #expect(clauses.map(\.end) == [11, 36])
        #expect(queries == DraftPlan.small.queries)
    }

    @Test(arguments: TestEngine.available)
    func `targets and tasks are proposed with what was understood`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let id = try await office.addPlan()

        let (targets, tasks) = try await office.read {
            (try $0.targets(of: id), try $0.tasks(of: id))
        }

        #expect(targets.map(\.code) == ["I.1-1", "I.1-2", "I.2"])
        #expect(targets.map(\.terms.measure) == [.bodiesInspected, .findingsRemedied, nil])
        #expect(targets.allSatisfy { $0.decision == .proposed && $0.start == 12 && $0.end == 36 })
        #expect(tasks.map(\.number) == [1, 2, 3])
        #expect(tasks.map(\.dueOn) == [day("2021-06-30"), nil, nil])
        #expect(
            tasks.map(\.lead) == [
                try await office.agency("BD-SNV"), try await office.agency("BD-STP"), nil,
            ])
    }

    @Test(arguments: TestEngine.available)
    func `a text in which nothing was found is refused`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let agency = try await office.agency("BD")
        let empty = DraftPlan(document: .init(), clauses: [], targets: [], tasks: [], queries: [])

        await #expect(throws: PlanError.noTargets) {
            try await office.write { db, user in
                let plan = Plan(
                    id: db.newID(), agency: agency, year: 2021, type: "", symbol: "", title: "",
                    issuedOn: nil)
                try db.addPlan(
                    plan, text: "Thư mời họp", draft: empty, by: user, on: day("2021-01-04"))
            }
        }
        #expect(try await office.read { try $0.readPlans() }.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `a letterhead is put right once for everybody`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let id = try await office.addPlan("", year: 2022)
        let opened = try #require(try await office.read { try $0.plan(id) })
        let programme = Programme(
            id: Programme.ID("P"), symbol: "76/NQ-CP", title: "Chương trình tổng thể",
            firstYear: 2021, lastYear: 2030)
        try await office.write { try $0.addProgramme(programme, by: $1) }
        let right = opened.with(symbol: "95/KH-UBND", year: 2021, programme: programme.id)
        try await office.write { try $0.correctPlan(right, by: $1) }

        let now = try #require(try await office.read { try $0.plan(id) })
        #expect(
            (now.symbol, now.year, now.programme, now.version) == (
                "95/KH-UBND", 2021, programme.id, 2
            ))
        #expect(try await office.read { try $0.programmes() } == [programme])
        await #expect(throws: EditConflict.self) {
            try await office.write {
                try $0.correctPlan(opened.with(symbol: "96", year: 2021, programme: nil), by: $1)
            }
        }
    }

    /// Found by sending hostile forms: the database refused it, and the reader saw a fault.
    @Test(arguments: TestEngine.available)
    func `a plan names only a programme and a confirmed plan that are on record`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let id = try await office.addPlan("", year: 2022)
        let plan = try #require(try await office.read { try $0.plan(id) })
        for wrong in [
            plan.with(symbol: "1", year: 2022, programme: Programme.ID("nowhere")),
            plan.with(symbol: "1", year: 2022, programme: nil, amends: Plan.ID("nowhere")),
            plan.with(symbol: "1", year: 2022, programme: nil, amends: id),
        ] {
            await #expect(throws: InvalidInput.self) {
                try await office.write { try $0.correctPlan(wrong, by: $1) }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a confirmed plan is the year's, and says who confirmed it`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let id = try await office.confirmPlan()

        let current = try #require(try await office.read { try $0.currentPlan(of: 2021) })

        #expect(current.id == id)
        #expect(current.confirmation == Plan.Confirmation(by: office.user, day: day("2021-01-05")))
        #expect(try await office.read { try $0.plannedYears() } == [2021])
    }

    @Test(arguments: TestEngine.available)
    func `confirming takes over the tasks that nobody left out`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let id = try await office.addPlan()
        try await office.write { db, user in
            for target in try db.targets(of: id) {
                let isLast = target.code == "I.2"
                var terms = target.terms
                terms.lead = try db.agencyTree(on: day("2021-01-04")).bodies(coded: "BD-SNV").first?
                    .id
                terms.scope = Scope.ID("all")
                try db.decideTarget(
                    target.id, isLast ? .rejected : .accepted, terms: terms,
                    version: target.version, by: user)
            }
            try db.decideTasks([2], of: id, .rejected, by: user)
            try db.confirmPlan(id, by: user, on: day("2021-01-05"))
        }

        #expect(
            try await office.read { try $0.tasks(of: id) }.map(\.decision) == [
                .accepted, .rejected, .accepted,
            ])
    }

    @Test(arguments: TestEngine.available)
    func `nothing is confirmed while something is open`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let id = try await office.addPlan()
        let seq = try await office.journalLength()

        let refusal = await #expect(throws: PlanError.self) {
            try await office.write { try $0.confirmPlan(id, by: $1, on: day("2021-01-05")) }
        }

        #expect(refusal?.problems.map(\.field) == ["I.1-1", "I.1-2", "I.2"])
        #expect(try await office.read { try $0.plan(id) }?.confirmation == nil)
        #expect(try await office.journalLength() == seq)
    }

    @Test(arguments: TestEngine.available)
    func `a confirmed plan is neither confirmed again nor edited`(_ engine: TestEngine) async throws
    {
        let office = try await StandingOffice.open(engine)
        let id = try await office.confirmPlan()
        let plan = try #require(try await office.read { try $0.plan(id) })
        let target = try #require(try await office.targets(of: id).first)
        let edits: [@Sendable (WritableDatabase, User.ID) throws -> Void] = [
            { try $0.confirmPlan(id, by: $1, on: day("2021-01-06")) },
            { try $0.correctPlan(plan.with(symbol: "1", year: 2021, programme: nil), by: $1) },
            {
                try $0.decideTarget(
                    target.id, .rejected, terms: nil, version: target.version, by: $1)
            },
            { try $0.splitTarget(target.id, by: $1) },
            { try $0.decideTasks([1], of: id, .rejected, by: $1) },
            { try $0.assignTask(1, of: id, lead: nil, dueOn: nil, by: $1) },
        ]

        for edit in edits {
            await #expect(throws: PlanError.alreadyConfirmed(on: day("2021-01-05"))) {
                try await office.write(edit)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a year has one plan; a second one can only amend it`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan()

        await #expect(throws: PlanError.yearTaken(by: "95/KH-UBND", year: 2021)) {
            try await office.confirmPlan("96/KH-UBND")
        }
    }
}

extension Plan {
    fileprivate func with(
        symbol: String, year: Int, programme: Programme.ID?, amends: Plan.ID? = nil
    ) -> Plan {
        Plan(
            id: id, agency: agency, year: year, type: type, symbol: symbol, title: title,
            place: place,
            signer: signer, issuedOn: issuedOn, effectiveOn: effectiveOn,
            amends: amends ?? self.amends, programme: programme, version: version)
    }
}
