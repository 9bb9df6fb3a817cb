import Domain
import Store
import Support
import Testing

@Suite struct AmendmentContract {
    @Test(arguments: TestEngine.available)
    func `a target is replaced from the day its amendment takes effect`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let plan = try await office.confirmPlan()
        let second = try await office.targets(of: plan)[1].id
        let amending = try await office.confirmPlan(
            "20/KH-UBND", amending: plan, from: "2021-07-01", replacing: [0: second])

        let inForce = try await office.read { db in
            try ["2021-06-30", "2021-07-01"].map {
                try db.targets(inForceOn: day($0), of: plan).map {
                    $0.plan == amending ? "mới \($0.code)" : $0.code
                }
            }
        }

        #expect(
            inForce == [
                ["I.1-1", "I.1-2", "I.2"], ["I.1-1", "mới I.1-1", "I.2", "mới I.1-2", "mới I.2"],
            ])
    }

    @Test(arguments: TestEngine.available)
    func `a later amendment takes the place of an earlier one`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let plan = try await office.confirmPlan()
        let first = try await office.targets(of: plan)[0].id
        try await office.confirmPlan(
            "20/KH-UBND", amending: plan, from: "2021-04-01", replacing: [0: first])
        let last = try await office.confirmPlan(
            "30/KH-UBND", amending: plan, from: "2021-07-01", replacing: [0: first])

        let inForce = try await office.read {
            try $0.targets(inForceOn: day("2021-07-01"), of: plan)
        }

        #expect(inForce.first?.plan == last)
        #expect(inForce.count { $0.replaces == first } == 1)
    }

    @Test(arguments: TestEngine.available)
    func `the amended plan and its target stay readable`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let plan = try await office.confirmPlan()
        let old = try await office.targets(of: plan)
        let amending = try await office.confirmPlan(
            "20/KH-UBND", amending: plan, from: "2021-07-01", replacing: [0: old[0].id])

        #expect(try await office.targets(of: plan) == old)
        #expect(try await office.targets(of: amending).first?.replaces == old[0].id)
        #expect(try await office.read { try $0.amendments(of: plan) }.map(\.id) == [amending])
        #expect(try await office.read { try $0.currentPlan(of: 2021) }?.id == plan)
    }

    @Test(arguments: TestEngine.available)
    func `an amendment that nobody confirmed changes nothing`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let plan = try await office.confirmPlan()
        let old = try await office.targets(of: plan)
        let draft = try await office.addPlan("20/KH-UBND", amending: plan, from: "2021-07-01")
        let target = try await office.targets(of: draft)[0]
        try await office.write {
            try $0.decideTarget(
                target.id, .accepted, terms: nil, replacing: old[0].id, version: 1, by: $1)
        }

        #expect(
            try await office.read { try $0.targets(inForceOn: day("2021-10-15"), of: plan) } == old)
    }

    @Test(arguments: TestEngine.available)
    func `only a target of the amended plan can be replaced`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let other = try await office.targets(
            of: try await office.confirmPlan("90/KH-UBND", year: 2022))[0].id
        let plan = try await office.confirmPlan()
        let own = try await office.targets(of: plan)[0].id
        let unrelated = try await office.targets(of: try await office.addPlan("21/KH-UBND"))[0]
        let amending = try await office.targets(
            of: try await office.addPlan("20/KH-UBND", amending: plan))[0]

        for (target, replaced) in [(unrelated, own), (amending, other), (amending, amending.id)] {
            let refusal = await #expect(throws: InvalidInput.self) {
                try await office.write {
                    try $0.decideTarget(
                        target.id, .accepted, terms: nil, replacing: replaced, version: 1, by: $1)
                }
            }
            #expect(refusal?.problems.map(\.field) == ["replaces"])
        }
    }
}
