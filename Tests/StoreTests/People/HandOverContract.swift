import Domain
import Store
import Support
import Testing

@Suite struct HandOverContract {
    @Test(arguments: TestEngine.available)
    func `what the leaver owes and the post itself move in one entry`(_ engine: TestEngine)
        async throws
    {
        let work = try await Work(engine)
        let seq = try await work.office.journalLength()

        try await work.handOver(succession: .appointed)

        let entries = try await work.office.journal(since: seq)
        #expect(entries.map(\.action) == ["post.handed-over"])
        #expect(entries.first?.reason == "12/QĐ-UBND")
        #expect(
            entries.first?.changes.map(\.kind).sorted()
                == ["duty", "duty", "duty", "duty", "post", "post"])
        let posts = try await work.office.read {
            try $0.posts(in: work.agency, on: work.day, for: .system)
        }
        #expect(posts.first { $0.role == .head }?.person == work.successor)
        #expect(posts.first { $0.role == .head }?.title == "Giám đốc Sở Nội vụ")
    }

    @Test(arguments: TestEngine.available)
    func `before the day the leaver answers, from the day on the successor`(_ engine: TestEngine)
        async throws
    {
        let work = try await Work(engine)
        try await work.handOver(succession: nil)

        let before = try await work.office.read {
            try $0.owedRecords(by: work.leaver, on: work.day - 1).count
        }
        let after = try await work.office.read { db in
            (
                try db.owedRecords(by: work.leaver, on: work.day).count,
                try db.owedRecords(by: work.successor, on: work.day).map(\.kind)
            )
        }
        #expect(before == 2)
        #expect(after.0 == 0)
        #expect(Set(after.1) == [.task, .finding])
    }

    @Test(arguments: TestEngine.available)
    func `what was not chosen stays with the leaver`(_ engine: TestEngine) async throws {
        let work = try await Work(engine)
        try await work.handOver(succession: nil, only: .task)

        let left = try await work.office.read {
            try $0.owedRecords(by: work.leaver, on: work.day).map(\.kind)
        }
        #expect(left == [.finding])
    }

    @Test(arguments: TestEngine.available)
    func `nobody hands over to themselves, nor to somebody without a post`(_ engine: TestEngine)
        async throws
    {
        let work = try await Work(engine)
        await #expect(throws: PeopleError.samePerson) {
            try await work.handOver(succession: nil, to: work.leaver)
        }
        let nobody = try await work.office.write {
            try $0.addPerson(named: "Không chức vụ", in: nil, by: $1).id
        }
        await #expect(throws: InvalidInput.self) {
            try await work.handOver(succession: nil, to: nobody)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a duty that somebody else moved meanwhile is not moved again`(_ engine: TestEngine)
        async throws
    {
        let work = try await Work(engine)
        let task = try #require(
            try await work.office.read { try $0.owedRecords(by: work.leaver, on: work.day) }
                .first { $0.kind == .task })
        let stale = DutyChange(
            kind: .task, record: task.record, was: nil, person: work.successor)

        await #expect(throws: PeopleError.self) {
            try await work.office.write {
                try $0.assignDuties([stale], from: work.day, by: $1)
            }
        }
    }
}

/// A head who answers for a task and a finding, and somebody to take over.
private struct Work: Sendable {
    let office: StandingOffice
    let agency: Agency.ID
    let leaver: User.ID
    let successor: User.ID
    let day = StoreTests.day("2021-06-01")

    init(_ engine: TestEngine) async throws {
        office = try await StandingOffice.open(engine)
        agency = try await office.agency("BD-SNV")
        let province = try await office.agency("BD")
        leaver = try await office.person(
            "Nguyễn Văn An", .head, in: agency, title: "Giám đốc Sở Nội vụ")
        successor = try await office.person("Trần Thị Bình", .deputy, in: agency)
        let (agency, leaver) = (agency, leaver)
        try await office.write { db, user in
            let plan = Plan(
                id: Plan.ID("01PLAN"), agency: province, year: 2021, type: "Kế hoạch",
                symbol: "95/KH-UBND", title: "CCHC", issuedOn: StoreTests.day("2020-12-31"))
            try db.addPlan(
                plan, text: DraftPlan.text, draft: .small, by: user,
                on: StoreTests.day("2021-01-04"))
            for (position, target) in try db.targets(of: plan.id).enumerated() {
                var terms = target.terms
                terms.lead = province
                terms.measure = .typed
                try db.decideTarget(
                    target.id, position == 0 ? .accepted : .rejected, terms: terms,
                    version: target.version, by: user)
            }
            try db.confirmPlan(plan.id, by: user, on: StoreTests.day("2021-01-04"))
            _ = try db.importFindings(
                findingRows("BD-SNV||Lỗi|2021-02-01|2021-08-30"), by: user)
            let owed = try db.owedRecords(
                of: agency, year: 2021, on: StoreTests.day("2021-03-01"))
            try db.assignDuties(
                owed.map {
                    DutyChange(kind: $0.kind, record: $0.record, was: nil, person: leaver)
                }, from: StoreTests.day("2021-02-01"), by: user)
        }
    }

    func handOver(
        succession: Post.Manner?, only kind: Duty.Kind? = nil, to other: User.ID? = nil
    ) async throws {
        let (leaver, successor, day) = (leaver, other ?? successor, day)
        try await office.write { db, user in
            guard
                let post = try db.posts(of: leaver, for: .system).first(where: {
                    $0.role == .head
                })
            else { return }
            let owed = try db.owedRecords(by: leaver, on: day)
                .filter { kind == nil || $0.kind == kind }
            try db.handOver(
                HandOver(
                    post: post.number, version: post.version, successor: successor, day: day,
                    records: Set(owed.map(\.key)), succession: succession, basis: "12/QĐ-UBND"),
                by: user)
        }
    }
}
