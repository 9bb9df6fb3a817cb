import Domain
import Store
import Support
import Testing

/// The steps of a finding, taken by people who hold posts in the bodies.
@Suite struct FindingStepContract {
    @Test(arguments: TestEngine.available)
    func `the body remedies, the inspector's verifier accepts`(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        try await scene.take(
            .init(.planned, on: day("2021-05-25"), text: "Niêm yết lại"), scene.officer)
        try await scene.take(
            .init(.evidenced, on: day("2021-06-01"), document: "45/BC"), scene.officer)
        try await scene.take(.init(.accepted, on: day("2021-06-03")), scene.inspector)

        let finding = try #require(try await scene.office.read { try $0.finding(numbered: 1) })
        #expect(finding.closedOn == day("2021-06-03"))
        #expect(finding.evidence == "45/BC")
        #expect(
            try await scene.office.read { try $0.steps(of: finding.id) }.map(\.step.kind)
                == [.planned, .evidenced, .accepted])
    }

    @Test(arguments: TestEngine.available)
    func `the body's own people cannot close it by any way there is`(_ engine: TestEngine)
        async throws
    {
        let scene = try await Scene(engine)
        try await scene.take(
            .init(.evidenced, on: day("2021-06-01"), document: "45/BC"), scene.officer)
        for person in [scene.officer, scene.head] {
            await #expect(throws: (any Error).self) {
                try await scene.take(.init(.accepted, on: day("2021-06-03")), person)
            }
            await #expect(throws: (any Error).self) {
                try await scene.office.store.write { db in
                    guard let now = try db.finding(numbered: 1) else { return }
                    try db.correctFinding(
                        now.with { ($0.closedOn, $0.evidence) = (day("2021-06-03"), "45/BC") },
                        by: person)
                }
            }
            await #expect(throws: (any Error).self) {
                try await scene.office.store.write {
                    _ = try $0.importFindings(
                        findingRows(
                            "BD-540|1|Chưa niêm yết|2021-05-20|2021-06-30|2021-06-03|45/BC"),
                        by: person)
                }
            }
        }
        #expect(try await scene.office.read { try $0.finding(numbered: 1) }?.closedOn == nil)
    }

    @Test(arguments: TestEngine.available)
    func `a head who also inspects is still of the body`(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        try await scene.post(scene.head, .inspector, "BD-SNV")
        try await scene.take(
            .init(.evidenced, on: day("2021-06-01"), document: "45/BC"), scene.officer)

        await #expect(throws: FindingError.verifierOfBody) {
            try await scene.take(.init(.accepted, on: day("2021-06-03")), scene.head)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a step is journaled with the finding and the step`(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        let seq = try await scene.office.journalLength()
        try await scene.take(
            .init(.planned, on: day("2021-05-25"), text: "Niêm yết lại"), scene.officer)

        let entries = try await scene.office.journal(since: seq)
        #expect(entries.map(\.action) == ["finding.planned"])
        #expect(entries.first?.changes.map(\.kind).sorted() == ["finding", "finding-step"])
    }

    @Test(arguments: TestEngine.available)
    func `the same problem at another body is linked to the earlier one`(_ engine: TestEngine)
        async throws
    {
        let scene = try await Scene(engine)
        try await scene.office.importing(
            findingRows("BD-546||Chưa niêm yết|2021-06-20|2021-07-30"))

        let (first, second) = try await scene.office.read {
            (try $0.finding(numbered: 1), try $0.finding(numbered: 2))
        }
        #expect(second?.repeats == first?.id)
        #expect(first?.repeats == nil)
    }

    @Test(arguments: TestEngine.available)
    func `other sources do not count to the target, own findings stand apart`(_ engine: TestEngine)
        async throws
    {
        let scene = try await Scene(engine)
        try await scene.office.importing(
            findingRows(
                "BD-546||Một|2021-06-20|2021-07-30|||stateInspection",
                "BD-546||Hai|2021-06-20|2021-07-30|||selfInspection"))

        let asked = AskedDay(day("2021-10-15"), today: day("2021-10-15"))
        let figures = try await scene.office.read {
            try $0.findingFigures(of: 2021, asked: asked)
        }
        #expect((figures.superior.found, figures.own.found) == (2, 1))
    }

    @Test(arguments: TestEngine.available)
    func `the inbox of the body has it until evidence is sent, then that of the finder`(
        _ engine: TestEngine
    ) async throws {
        let scene = try await Scene(engine)
        let (body, finder) = (
            try await scene.office.agency("BD-540"), try await scene.office.agency("BD-SNV")
        )
        func boxes(_ agency: Agency.ID) async throws -> [InboxItem.Box] {
            try await scene.office.read {
                try $0.inboxItems(
                    InboxQuestion(bodies: .some([agency]), today: day("2021-06-10"), year: 2021),
                    InboxFilter(kind: .finding), limit: 10
                ).map(\.box)
            }
        }
        #expect(try await boxes(body) == [.due])
        try await scene.take(
            .init(.evidenced, on: day("2021-06-01"), document: "45/BC"), scene.officer)
        #expect(try await boxes(body) == [])
        #expect(try await boxes(finder) == [.toReceive])
        try await scene.take(
            .init(.returned, on: day("2021-06-03"), text: "Thiếu ảnh"), scene.inspector)
        #expect(try await boxes(body) == [.returned])
    }

    @Test(arguments: TestEngine.available)
    func `what findings keep agrees with what it is kept from`(_ engine: TestEngine) async throws {
        let scene = try await Scene(engine)
        try await scene.take(
            .init(.planned, on: day("2021-05-25"), text: "Niêm yết lại"), scene.officer)
        let found = try await scene.office.read { try $0.check(.beside(":memory:")) }
        #expect(found.allSatisfy { $0.problems.isEmpty })
    }

    /// Finding 1: Sở Nội vụ found something in Quy Nhơn; each has people with posts.
    private struct Scene {
        let office: StandingOffice
        let officer: User.ID
        let head: User.ID
        let inspector: User.ID

        init(_ engine: TestEngine) async throws {
            office = try await StandingOffice.open(engine)
            try await office.importing(
                inspectionRows("BD-SNV|BD-540||2021-05-10|2021-05-12|2021-05-20|07/TB-SNV"))
            try await office.importing(
                findingRows("BD-540|1|Chưa niêm yết|2021-05-20|2021-06-30"))
            let (body, finder) = (
                try await office.agency("BD-540"), try await office.agency("BD-SNV")
            )
            officer = try await office.person("Trần Văn Mẫu", .officer, in: body)
            head = try await office.person("Lê Thị Mẫu", .head, in: body)
            inspector = try await office.person("Bùi Văn Mẫu", .inspector, in: finder)
        }

        func take(_ step: Finding.Step, _ user: User.ID) async throws {
            try await office.store.write { try $0.takeStep(step, with: 1, by: user) }
        }

        func post(_ user: User.ID, _ role: Role, _ code: String) async throws {
            let agency = try await office.agency(code)
            try await office.write { db, giver in
                try db.givePost(
                    Post(
                        id: Post.ID(""), number: 0, person: user, role: role, agency: agency,
                        tenure: Tenure(from: day("2020-01-01"))), by: giver)
            }
        }
    }
}
