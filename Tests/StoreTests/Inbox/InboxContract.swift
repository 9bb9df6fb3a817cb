import Domain
import Store
import Support
import Testing

/// What waits for whom, and why, on 15/10/2021.
@Suite struct InboxContract {
    private static let today = day("2021-10-15")

    @Test(arguments: TestEngine.available)
    func `an open task past its day is late for the body that leads it`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan()
        let body = try await office.agency("BD-SNV")
        let officer = try await office.person("An", .officer, in: body)

        let items = try await office.items(of: officer, in: .late)

        #expect(items.map(\.kind) == [.task])
        #expect(items.first?.agency == body)
        #expect(items.first?.dueOn == day("2021-06-30"))
        #expect(
            items.first?.reason(on: Self.today).vi
                == "Chưa hoàn thành; hạn 30/06/2021, quá 107 ngày")
    }

    @Test(arguments: TestEngine.available)
    func `an inspection waits for whoever inspects, an inspector has no other work of the body`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan()
        let body = try await office.agency("BD-SNV")
        let officer = try await office.person("An", .officer, in: body)
        let inspector = try await office.person("Bình", .inspector, in: body)
        let other = try await office.person(
            "Chi", .officer, in: try await office.agency("BD-STP"))
        try await office.importing(
            inspectionRows(
                "BD-SNV|BD-STP||2021-10-05",
                "BD-SNV|BD-540||2021-11-01", "BD-SNV|BD-546||2021-12-01",
                "BD-SNV|BD-546||2021-09-01|2021-09-02",
                "BD-SNV|BD-540||2021-09-01|2021-09-02|2021-09-20|1/KL-SNV"))

        for person in [officer, inspector] {
            let late = try await office.items(of: person, in: .late)
                .filter { $0.kind == .inspection }
            #expect(late.map(\.title) == ["Sở Tư pháp"])
            #expect(
                late.first?.reason(on: Self.today).vi
                    == "Chưa kiểm tra; dự kiến 05/10/2021, chậm 10 ngày")
            let due = try await office.items(of: person, in: .due).filter { $0.kind == .inspection }
            #expect(due.map(\.title) == ["Thành phố Quy Nhơn"])
            let held = try await office.items(of: person, in: .toReceive)
            #expect(held.map(\.title) == ["Huyện Vĩnh Thạnh"])
            #expect(
                held.first?.reason(on: Self.today).vi == "Đã kiểm tra ngày 02/09/2021, chờ kết luận"
            )
        }
        let whole = try await office.items(of: officer, in: .late)
        #expect(whole.contains { $0.kind == .task })
        let narrow = try await office.items(of: inspector, in: .late)
        #expect(!narrow.contains { $0.kind == .task })
        #expect(try await office.items(of: other, in: .toReceive).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `a late task that no body leads yet is in nobody's list`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan()
        try await office.write { db, user in
            let task = try #require(try db.task(coded: "1", year: 2021))
            var terms = task.terms
            terms.lead = nil
            try db.correctTask(task.id, terms, version: task.version, by: user)
        }

        let items = try await office.read {
            try $0.inboxItems(
                InboxQuestion(bodies: .all, today: Self.today, year: 2021),
                InboxFilter(kind: .task), limit: 9)
        }
        #expect(items.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `a finished task waits for nobody`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let plan = try await office.confirmPlan()
        let officer = try await office.person(
            "An", .officer, in: try await office.agency("BD-SNV"))
        try await office.write {
            try $0.completeTask(1, of: plan, on: day("2021-07-02"), by: $1)
        }

        #expect(try await office.items(of: officer, in: .late).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `another body's work is not in the inbox`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan()
        let officer = try await office.person(
            "An", .officer, in: try await office.agency("BD-STP"))

        let counts = try await office.counts(of: officer)

        #expect(counts.total == 0)
    }

    @Test(arguments: TestEngine.available)
    func `who answers for a record of another body finds it in the inbox`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let plan = try await office.confirmPlan()
        let deputy = try await office.person(
            "An", .deputy, in: try await office.agency("BD-STP"))
        try await office.write { db, user in
            let task = try #require(try db.tasks(of: plan).first)
            try db.assignDuties(
                [DutyChange(kind: .task, record: task.id.text, was: nil, person: deputy)],
                from: day("2021-02-01"), by: user)
        }

        let items = try await office.items(of: deputy, in: .late)

        #expect(items.map(\.person) == [deputy])
    }

    @Test(arguments: TestEngine.available)
    func `a finding is due within thirty days of its last day, and not before`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.write {
            _ = try $0.importFindings(
                findingRows(
                    "BD-540||Gần|2021-05-20|2021-11-14", "BD-540||Xa|2021-05-20|2021-11-15"),
                by: $1)
        }
        let officer = try await office.person(
            "An", .officer, in: try await office.agency("BD-540"))

        #expect(try await office.items(of: officer, in: .due).map(\.title) == ["Gần"])
    }

    @Test(arguments: TestEngine.available)
    func `a plan that a target asks for and nobody declared is late`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan(asking: day("2021-01-31"))
        let body = try await office.agency("BD-540")
        let officer = try await office.person("An", .officer, in: body)

        let before = try await office.items(of: officer, in: .late).map(\.kind)
        try await office.write {
            _ = try $0.importAgencyPlans(agencyPlanRows("BD-540|2021|1/KH|20/01/2021"), by: $1)
        }

        #expect(before == [.agencyPlan])
        #expect(try await office.items(of: officer, in: .late).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `whoever issues the plan owes none to itself`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan(asking: day("2021-01-31"))
        let head = try await office.person("An", .head, in: try await office.agency("BD"))

        #expect(try await office.items(of: head, in: .late).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `a plan that nobody confirmed waits for the standing office only`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.addPlan()
        let body = try await office.agency("BD-SNV")
        let (clerk, officer) = (
            try await office.person("An", .standingOffice, in: nil),
            try await office.person("Bình", .officer, in: body)
        )

        let waiting = try await office.items(of: clerk, in: .toReceive)

        #expect(waiting.map(\.kind) == [.proposal])
        #expect(waiting.first?.note == "3")
        #expect(try await office.items(of: officer, in: .toReceive).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `what a dissolved body left stands in its heir's inbox`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let (old, heir) = (try await office.agency("BD-21796"), try await office.agency("BD-21802"))
        try await office.write { db, user in
            _ = try db.importFindings(
                findingRows("BD-21796||Lỗi|2021-02-20|2021-03-14"), by: user)
            _ = try db.importAgencies(
                agencyRows("BD-21796|Xã Vĩnh Hiệp|commune|BD-546|21796||2016-01-01|2021-07-01"),
                from: nil, by: user)
            try db.confirmSuccession(
                Succession(
                    from: old, to: heir, day: day("2021-07-01"), kind: .merged, basis: "minh họa"),
                by: user)
        }
        let officer = try await office.person("An", .officer, in: heir)

        #expect(try await office.items(of: officer, in: .late).map(\.agency) == [old])
    }

    @Test(arguments: TestEngine.available)
    func `the pages of a long box give each item once`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let body = try await office.agency("BD-540")
        try await office.write {
            _ = try $0.importFindings(
                findingRows(
                    "BD-540||Một|2021-05-20|2021-06-01", "BD-540||Hai|2021-05-20|2021-06-01",
                    "BD-540||Ba|2021-05-20|2021-06-03", "BD-540||Bốn|2021-05-20|2021-06-02"),
                by: $1)
        }
        let officer = try await office.person("An", .officer, in: body)
        var (found, last): ([String], InboxPlace?) = ([], nil)
        repeat {
            let page = try await office.items(of: officer, in: .late, after: last, limit: 3)
            found += page.map(\.title)
            last = page.last.map { InboxPlace(after: $0) }
        } while last != nil

        #expect(found.count == 4)
        #expect(Set(found) == ["Một", "Hai", "Ba", "Bốn"])
        #expect(found.suffix(2) == ["Bốn", "Ba"])
    }

    @Test(arguments: TestEngine.available)
    func `a body's inbox is for those within reach`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let body = try await office.agency("BD-540")
        let neighbour = try await office.person(
            "An", .officer, in: try await office.agency("BD-546"))

        await #expect(throws: PermissionError.self) {
            try await office.read {
                try $0.inboxQuestion(of: body, for: neighbour, on: Self.today)
            }
        }
    }
}

extension StandingOffice {
    fileprivate func items(
        of person: User.ID, in box: InboxItem.Box, after last: InboxPlace? = nil, limit: Int = 50
    ) async throws -> [InboxItem] {
        try await read { db in
            try db.inboxItems(
                db.inboxQuestion(of: person, on: day("2021-10-15")), InboxFilter(boxes: [box]),
                after: last, limit: limit)
        }
    }

    fileprivate func counts(of person: User.ID) async throws -> InboxCounts {
        try await read { try $0.inboxCounts($0.inboxQuestion(of: person, on: day("2021-10-15"))) }
    }

    /// The small plan with a target that asks every agency for a plan by that day.
    @discardableResult
    func confirmPlan(asking deadline: Day) async throws -> Plan.ID {
        let id = try await addPlan()
        let lead = try await agency("BD-SNV")
        try await write { db, user in
            for target in try db.targets(of: id) {
                var terms = target.terms
                terms.lead = lead
                terms.measure = target.code == "I.1-1" ? .planIssued : .typed
                terms.scope = terms.measure == .planIssued ? Scope.ID("all") : nil
                terms.deadline = terms.measure == .planIssued ? deadline : nil
                terms.deadlineSource = terms.deadline == nil ? "" : "minh họa"
                try db.decideTarget(
                    target.id, .accepted, terms: terms, version: target.version, by: user)
            }
            try db.confirmPlan(id, by: user, on: day("2021-01-05"))
        }
        return id
    }
}
