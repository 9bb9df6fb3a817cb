import Domain
import Store
import Support
import Testing

/// An agency's plan as a document: drafted here, declared, amended, replaced.
@Suite struct AgencyPlanDocumentContract {
    private static let today = day("2021-02-01")

    @Test(arguments: TestEngine.available)
    func `a draft holds what the plan above asks of the agency, and says of what`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let above = try await office.targets(of: try await office.confirmPlan())
        let body = try await office.agency("BD-SNV")
        let draft = try await office.draft(body)

        let (targets, tasks, text) = try await office.read {
            (try $0.targets(of: draft), try $0.tasks(of: draft), try $0.text(of: draft))
        }
        #expect(targets.map(\.mirrors) == above.map(\.id))
        #expect(targets.filter { $0.decision == .proposed && $0.terms.lead == body }.count == 3)
        #expect(tasks.map(\.text) == ["Nhiệm vụ II.1"])
        #expect(text?.hasPrefix("I. CHỈ TIÊU (thực hiện Kế hoạch 95/KH-UBND)") == true)
    }

    @Test(arguments: TestEngine.available)
    func `a draft counts for nothing until it is declared`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan()
        let body = try await office.agency("BD-SNV")
        try await office.draft(body)
        let before = try await office.read { try $0.planContents(of: 2021, on: Self.today) }
        try await office.declare(body, "3/KH-SNV")
        let after = try await office.read { try $0.planContents(of: 2021, on: Self.today) }

        #expect(before.isEmpty)
        #expect(after[body]?.plan.symbol == "3/KH-SNV")
        #expect(after[body]?.targets.count == 3)
        #expect(after[body]?.taskCount == 1)
    }

    @Test(arguments: TestEngine.available)
    func `the text of a plan declared by symbol and day fills that plan`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let above = try await office.confirmPlan()
        let body = try await office.agency("BD-540")
        try await office.declare(body, "25/KH-UBND")
        let declared = try #require(
            try await office.read { try $0.agencyPlan(of: body, year: 2021) })
        let filled = try await office.write { db, user in
            let plan = Plan(
                id: db.newID(), agency: body, year: 2021, type: "Kế hoạch", symbol: "25/KH-UBND",
                title: "", place: "", signer: "", issuedOn: day("2021-01-20"), parent: above)
            return try db.addPlan(
                plan, text: DraftPlan.text, draft: .small, by: user, on: Self.today)
        }
        let lead = body
        try await office.write { db, user in
            for target in try db.targets(of: filled) {
                var terms = target.terms
                terms.lead = lead
                terms.measure = .typed
                terms.scope = nil
                try db.decideTarget(
                    target.id, .accepted, terms: terms, version: target.version, by: user)
            }
            try db.confirmPlan(filled, by: user, on: Self.today)
        }
        let contents = try await office.read { try $0.planContents(of: 2021, on: Self.today) }

        #expect(filled == declared.id)
        #expect(contents[body]?.targets.count == 3)
        #expect(contents[body]?.plan.symbol == "25/KH-UBND")
    }

    @Test(arguments: TestEngine.available)
    func `a decision is declared as a decision`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan()
        let body = try await office.agency("BD-540")
        try await office.declare(body, "25/QĐ-UBND")

        let plan = try await office.read { try $0.agencyPlan(of: body, year: 2021) }
        #expect(plan?.type == "Quyết định")
    }

    @Test(arguments: TestEngine.available)
    func `a second plan of the year is refused; it amends the first or takes its place`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan()
        let body = try await office.agency("BD-540")
        try await office.declare(body, "1/KH-UBND")

        await #expect(throws: PlanError.yearTaken(by: "1/KH-UBND", year: 2021)) {
            try await office.declare(body, "2/KH-UBND")
        }
        try await office.change(body, "2/KH-UBND", isReplacement: false)
        #expect(try await office.symbol(body) == "1/KH-UBND")
        try await office.change(body, "3/KH-UBND", isReplacement: true)
        #expect(try await office.symbol(body) == "3/KH-UBND")
        let documents = try await office.read {
            try $0.agencyPlanDocuments(of: body, year: 2021).map(\.symbol)
        }
        #expect(Set(documents) == ["1/KH-UBND", "2/KH-UBND", "3/KH-UBND"])
    }

    @Test(arguments: TestEngine.available)
    func `a plan that was replaced still says when the agency first had one`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan(asking: day("2021-01-31"))
        let body = try await office.agency("BD-540")
        try await office.declare(body, "1/KH-UBND", on: "2021-01-20")
        try await office.change(body, "9/KH-UBND", isReplacement: true, on: "2021-08-01")
        let asked = try #require(
            try await office.read { try $0.measurements(2021, on: day("2021-10-15")) }
                .first { $0.target.terms.measure == .planIssued })
        let standing = try #require(
            try await office.read { try $0.standing(asked, year: 2021) })

        let position = try #require(asked.tree.position(of: body))
        #expect(standing.rows.first { $0.body == position }?.state == .counted)
    }

    @Test(arguments: TestEngine.available)
    func `the whole chain from draft to gap: less is found, and where`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan()
        let body = try await office.agency("BD-SNV")
        let draft = try await office.draft(body)
        try await office.write { db, user in
            let target = try #require(try db.targets(of: draft).last)
            var terms = target.terms
            terms.value = .number(hundredths: 5_000)
            try db.decideTarget(
                target.id, .accepted, terms: terms, version: target.version, by: user)
        }
        try await office.declare(body, "3/KH-SNV")

        let gaps = try await office.read { db in
            try db.gapCheck(of: 2021, on: Self.today)?.gaps(
                of: body,
                in: db.planContents(of: 2021, on: Self.today, agency: body)[body]) ?? []
        }
        #expect(gaps.map(\.findings) == [[.mirrored], [.mirrored], [.less]])
        #expect(gaps.filter(\.isConfirmed).count == 3)
    }

    @Test(arguments: TestEngine.available)
    func `a neighbour's officer declares nothing`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan()
        let body = try await office.agency("BD-540")
        let neighbour = try await office.person(
            "An", .officer, in: try await office.agency("BD-546"))
        await #expect(throws: PermissionError.self) {
            try await office.store.write {
                _ = try $0.draftAgencyPlan(of: body, year: 2021, by: neighbour, on: Self.today)
            }
        }
    }
}

extension StandingOffice {
    @discardableResult
    fileprivate func draft(_ body: Agency.ID) async throws -> Plan.ID {
        try await write {
            try $0.draftAgencyPlan(of: body, year: 2021, by: $1, on: day("2021-02-01"))
        }
    }

    fileprivate func declare(
        _ body: Agency.ID, _ symbol: String, on text: String = "2021-01-20"
    ) async throws {
        try await write {
            _ = try $0.declareAgencyPlan(
                of: body, year: 2021, symbol: symbol, issuedOn: day(text), by: $1,
                on: day("2021-02-01"))
        }
    }

    fileprivate func change(
        _ body: Agency.ID, _ symbol: String, isReplacement: Bool, on text: String = "2021-01-25"
    ) async throws {
        try await write {
            try $0.changeAgencyPlan(
                of: body, year: 2021, symbol: symbol, issuedOn: day(text),
                isReplacement: isReplacement, by: $1, on: day("2021-02-01"))
        }
    }

    fileprivate func symbol(_ body: Agency.ID) async throws -> String? {
        try await read { try $0.agencyPlan(of: body, year: 2021)?.symbol }
    }
}
