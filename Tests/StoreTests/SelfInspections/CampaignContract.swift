import Domain
import Store
import Support
import Testing

@Suite struct CampaignContract {
    @Test(arguments: TestEngine.available)
    func `every body of the scope is asked, the issuer is not`(_ engine: TestEngine) async throws {
        let office = try await asked(engine)

        let lines = try await office.read { db in
            try db.selfInspectionCampaign(numbered: 1).map(db.linesOfToday) ?? []
        }
        let communes = try await office.read { try $0.agencyTree(on: day("2021-09-01")) }
            .bodies.filter { $0.block == .communes }.map(\.id)

        #expect(lines.map(\.body) == communes)
        #expect(lines.allSatisfy { $0.heldOn == nil && $0.answered == 0 })
    }

    @Test(arguments: TestEngine.available)
    func `a report waits until every point is answered, for units too`(
        _ engine: TestEngine
    ) async throws {
        let office = try await asked(engine)
        let user = office.user
        func report() async throws {
            try await office.store.write {
                let version = try $0.selfInspection(numbered: 1)?.version ?? 0
                try $0.reportSelfInspection(
                    1, symbol: "9/BC-UBND", heldOn: day("2021-10-10"), version: version, by: user)
            }
        }
        try await office.store.write { try $0.nameInspectedUnits(["Văn phòng"], of: 1, by: user) }
        try await answer(office, unit: 0, [.init(1, .met), .init(2, .unmet, note: "Thiếu sổ")])

        let refused = await #expect(throws: InvalidInput.self) { try await report() }
        #expect(
            refused?.problems.map(\.message.vi)
                == ["Phiếu của Văn phòng còn 2 nội dung chưa trả lời."])

        try await answer(office, unit: 1, [.init(1, .met), .init(2, .met)])
        try await report()
        let line = try #require(
            try await office.read { db in
                try db.selfInspectionCampaign(numbered: 1).map(db.linesOfToday)?.first
            })
        #expect((line.answered, line.units, line.reportSymbol) == (2, 1, "9/BC-UBND"))
        #expect(line.heldOn == day("2021-10-10"))

        await #expect(throws: InvalidInput.self) {
            try await answer(office, unit: 0, [.init(1, .met)])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a unit that was answered keeps its place`(_ engine: TestEngine) async throws {
        let office = try await asked(engine)
        let user = office.user
        try await office.store.write {
            try $0.nameInspectedUnits(["Văn phòng", "Phòng Tư pháp"], of: 1, by: user)
        }
        try await answer(office, unit: 2, [.init(1, .met)])

        await #expect(throws: InvalidInput.self) {
            try await office.store.write {
                try $0.nameInspectedUnits(["Phòng Tư pháp"], of: 1, by: user)
            }
        }
        let units = try await office.read { db in
            try db.selfInspection(numbered: 1).map { try db.inspectedUnits(of: $0.id) }
        }
        #expect(units == ["Văn phòng", "Phòng Tư pháp"])
    }

    @Test(arguments: TestEngine.available)
    func `days in the wrong order and an unknown scope open nothing`(
        _ engine: TestEngine
    ) async throws {
        let office = try await asked(engine)
        let user = office.user

        for (scope, last) in [("communes", "2021-08-01"), ("nowhere", "2021-10-01")] {
            await #expect(throws: InvalidInput.self) {
                try await office.store.write {
                    try $0.openSelfInspections(
                        of: 2021, name: "Đợt 2", source: "", checklist: 1, scope: Scope.ID(scope),
                        from: day("2021-09-01"), to: day(last), by: user)
                }
            }
        }
        #expect(try await office.read { try $0.selfInspectionCampaigns(of: 2021) }.count == 1)
    }

    @Test(arguments: TestEngine.available)
    func `it waits in the inbox of the body until it is reported`(_ engine: TestEngine) async throws
    {
        let office = try await asked(engine)
        let question = InboxQuestion(bodies: .all, today: day("2021-10-15"), year: 2021)
        let filter = InboxFilter(kind: .selfInspection)
        let before = try await office.read { try $0.inboxCounts(question, filter) }
        let user = office.user
        try await answer(office, unit: 0, [.init(1, .met), .init(2, .met)])
        try await office.store.write {
            let version = try $0.selfInspection(numbered: 1)?.version ?? 0
            try $0.reportSelfInspection(
                1, symbol: "9/BC-UBND", heldOn: day("2021-10-10"), version: version, by: user)
        }
        let after = try await office.read { try $0.inboxCounts(question, filter) }

        #expect(before.total > 1)
        #expect(after.total == before.total - 1)
    }

    @Test(arguments: TestEngine.available)
    func `a body's own self-inspection is taken in with its answers, none is made beside it`(
        _ engine: TestEngine
    ) async throws {
        let office = try await withOwn(engine, answeredBy: 1)
        let user = office.user
        try await office.store.write { try open($0, user) }

        let (lines, own, answers) = try await office.read { db in
            let own = try #require(try db.selfInspection(numbered: 1))
            return (
                try db.selfInspectionCampaign(numbered: 1).map(db.linesOfToday) ?? [], own,
                try db.selfAnswers(of: own.id).answers
            )
        }
        let line = try #require(lines.first { $0.body == own.body })
        #expect(lines.count { $0.body == own.body } == 1)
        #expect((line.number, line.isTakenIn, line.answered) == (1, true, 1))
        #expect(answers == [.init(1, .met)])
        #expect((own.plannedOn, own.version) == (day("2021-10-30"), 2))
        #expect(lines.filter { $0.body != own.body }.allSatisfy { !$0.isTakenIn })
    }

    @Test(arguments: TestEngine.available)
    func `a body that answered another checklist is left out with the reason, unless asked anew`(
        _ engine: TestEngine
    ) async throws {
        let office = try await withOwn(engine, answeredBy: 2)
        let user = office.user
        try await office.store.write { try open($0, user) }
        try await office.store.write { try open($0, user, askingAnew: true) }

        let (own, first, second, omitted) = try await office.read { db in
            let campaigns = try db.selfInspectionCampaigns(of: 2021)
            return (
                try #require(try db.selfInspection(numbered: 1)),
                try db.linesOfToday(campaigns[0]), try db.linesOfToday(campaigns[1]),
                try campaigns.map { try db.omissions(of: $0.id) }
            )
        }
        #expect(!first.contains { $0.body == own.body })
        #expect(omitted[0].map(\.number) == [1])
        #expect(omitted[0].map(\.reason) == [.otherChecklist])
        #expect(second.contains { $0.body == own.body && $0.number != 1 })
        #expect(omitted[1].isEmpty)
    }

    /// A commune that has a self-inspection of its own, answered by the checklist of that number.
    private func withOwn(_ engine: TestEngine, answeredBy list: Int) async throws -> StandingOffice
    {
        let office = try await StandingOffice.open(engine)
        let user = office.user
        for name in ["Danh mục", "Danh mục khác"] {
            _ = try await office.store.write {
                try $0.addChecklist(
                    of: 2021, name: name, source: "", items: [.init(area: "", text: "Có sổ")],
                    by: user)
            }
        }
        try await office.store.write {
            _ = try $0.importSelfInspections(selfInspectionRows("BD-21550|2021-12-01"), by: user)
        }
        try await office.store.write {
            try $0.answerSelfInspection(1, checklist: list, [.init(1, .met)], by: user)
        }
        return office
    }

    private func answer(
        _ office: StandingOffice, unit: Int, _ answers: [Checklist.Answer]
    ) async throws {
        let user = office.user
        try await office.store.write {
            try $0.answerSelfInspection(1, checklist: 1, unit: unit, answers, by: user)
        }
    }

    private func asked(_ engine: TestEngine) async throws -> StandingOffice {
        let office = try await StandingOffice.open(engine)
        let user = office.user
        _ = try await office.store.write {
            try $0.addChecklist(
                of: 2021, name: "Danh mục", source: "",
                items: [.init(area: "", text: "Có kế hoạch"), .init(area: "", text: "Có sổ")],
                by: user)
        }
        _ = try await office.store.write {
            try $0.openSelfInspections(
                of: 2021, name: "Đợt 1", source: "", checklist: 1, scope: Scope.ID("communes"),
                from: day("2021-09-01"), to: day("2021-10-30"), by: user)
        }
        return office
    }
}

@Sendable private func open(
    _ db: WritableDatabase, _ user: User.ID, askingAnew: Bool = false
) throws {
    try db.openSelfInspections(
        of: 2021, name: "Đợt 1", source: "", checklist: 1, scope: Scope.ID("communes"),
        from: day("2021-09-01"), to: day("2021-10-30"), askingAnew: askingAnew, by: user)
}

extension ReadableDatabase {
    fileprivate func linesOfToday(
        _ campaign: SelfInspectionCampaign
    ) throws -> [SelfInspectionCampaign.Line] {
        try campaignLines(of: campaign, on: day("2021-10-15"))
    }
}
