import Domain
import Store
import Support
import Testing

/// Reports of periods in inboxes, round the day on which the first quarter is due.
@Suite struct SubmissionInboxContract {
    @Test(arguments: TestEngine.available)
    func `a report that nobody sent is due, then late`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.reporting(engine)
        let body = try await office.agency("BD-540")
        let officer = try await office.person("An", .officer, in: body)
        let due = try await office.period().agencyDue

        let before = try await office.reports(of: officer, on: due)
        let after = try await office.reports(of: officer, on: due + 3)

        #expect(before.map(\.box) == [.due])
        #expect(after.map(\.box) == [.late])
        #expect(after.first?.dueOn == due)
        #expect(
            after.first?.reason(on: due + 3).vi == "Chưa gửi; hạn \(due.vi), quá 03 ngày")
    }

    @Test(arguments: TestEngine.available)
    func `once it is sent it waits for the office and for nobody else`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.reporting(engine)
        let body = try await office.agency("BD-540")
        let officer = try await office.person("An", .officer, in: body)
        let clerk = try await office.person("Bình", .standingOffice, in: nil)
        try await office.submit(for: body)

        let owed = try await office.reports(of: officer, on: day("2021-03-12"))
        let waiting = try await office.reports(of: clerk, on: day("2021-03-12"))

        #expect(owed.isEmpty)
        #expect(waiting.map(\.box) == [.toReceive])
        #expect(waiting.first?.agency == body)
    }

    @Test(arguments: TestEngine.available)
    func `one that was sent back says why`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.reporting(engine)
        let body = try await office.agency("BD-540")
        let officer = try await office.person("An", .officer, in: body)
        let sent = try await office.submit(for: body)
        try await office.write {
            try $0.decideSubmissions(
                SubmissionDecision(
                    .returned, [body: sent.version], because: "Thiếu số liệu"),
                in: "q1", of: 2021, on: day("2021-03-11"), by: $1)
        }

        let items = try await office.reports(of: officer, on: day("2021-03-12"))

        #expect(items.map(\.box) == [.returned])
        #expect(items.first?.reason(on: day("2021-03-12")).vi == "Bị trả lại: Thiếu số liệu")
    }

    @Test(arguments: TestEngine.available)
    func `nothing is owed in a locked period, unless for whoever may still send`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.reporting(engine)
        let (body, other) = (
            try await office.agency("BD-540"), try await office.agency("BD-546")
        )
        let period = try await office.period()
        try await office.write { db, user in
            try db.changePeriod(
                period.locked(Period.Lock(from: day("2021-03-12"), reason: "đã tổng hợp")),
                by: user)
            try db.setLockException(
                LockException(agency: other, until: day("2021-03-20"), reason: "mất mạng"),
                for: other, in: "q1", of: 2021, by: user)
        }
        let locked = try await office.person("An", .officer, in: body)
        let excepted = try await office.person("Bình", .officer, in: other)

        #expect(try await office.reports(of: locked, on: day("2021-03-13")).isEmpty)
        #expect(
            try await office.reports(of: excepted, on: day("2021-03-13")).map(\.box) == [.due])
    }

    @Test(arguments: TestEngine.available)
    func `what falls due later is found by looking further ahead`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.reporting(engine)
        let officer = try await office.person(
            "An", .officer, in: try await office.agency("BD-540"))
        let due = try await office.period().agencyDue
        let (near, far) = try await office.read { db in
            let question = try db.inboxQuestion(of: officer, on: due - 60)
            return (
                try db.inboxItems(question, InboxFilter(kind: .submission), limit: 9),
                try db.inboxItems(
                    question.looking(ahead: 90), InboxFilter(kind: .submission), limit: 9)
            )
        }

        #expect(near.isEmpty)
        #expect(far.map(\.code) == ["q1"])
    }

    @Test(arguments: TestEngine.available)
    func `the link of a reminder stops once the report is sent`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.reporting(engine)
        let body = try await office.agency("BD-540")
        let officer = try await office.person("An", .officer, in: body)
        let item = try #require(
            try await office.reports(of: officer, on: day("2021-03-12")).first)
        let before = try await office.read {
            try $0.openItem(.submission, item.record, on: day("2021-03-12"))
        }
        try await office.submit(for: body)
        let after = try await office.read {
            try $0.openItem(.submission, item.record, on: day("2021-03-12"))
        }

        #expect(before?.agency == body)
        #expect(after == nil)
    }
}

extension StandingOffice {
    fileprivate func reports(of person: User.ID, on day: Day) async throws -> [InboxItem] {
        try await read { db in
            try db.inboxItems(
                db.inboxQuestion(of: person, on: day), InboxFilter(kind: .submission), limit: 50)
        }.filter { $0.code == "q1" }
    }
}
