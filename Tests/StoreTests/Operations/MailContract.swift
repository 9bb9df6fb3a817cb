import Domain
import Store
import Support
import Testing

/// A mail goes out once for each recipient, day and kind, and its fate is on record.
@Suite struct MailContract {
    @Test(arguments: TestEngine.available)
    func `a second mail of the same day and kind is not written`(_ engine: TestEngine) async throws
    {
        let store = try await engine.open()

        let written = try await store.writeOffTheRecord { db in
            [
                try db.writeMail(mail("M1", "digest", "2021-10-15")),
                try db.writeMail(mail("M2", "digest", "2021-10-15")),
                try db.writeMail(mail("M3", "digest", "2021-10-16")),
                try db.writeMail(mail("M4", "invitation", "2021-10-15")),
            ]
        }

        #expect(written == [true, false, true, true])
        #expect(try await store.read { try $0.mails() }.map(\.mail.id.text) == ["M4", "M3", "M1"])
    }

    @Test(arguments: TestEngine.available)
    func `an action that fails leaves no mail`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        await #expect(throws: MailError.self) {
            try await store.write { db in
                try db.journal("plan.issued", by: nil)
                try db.writeMail(mail("M1", "digest", "2021-10-15"))
                try db.writeMail(mail("M2", "digest", "2021-10-16", to: "no address"))
            }
        }

        #expect(try await store.read { try $0.mails() }.isEmpty)
    }

    @Test(arguments: TestEngine.shared)
    func `two servers on one workspace send each mail once`(_ engine: TestEngine) async throws {
        let clock = TestClock("2021-10-15T02:00:00.000Z")
        let stores = try await openTwice(try engine.newAddress(), clock)
        try await stores[0].writeOffTheRecord { db in
            for number in 0..<60 {
                try db.writeMail(mail("M\(number)", "digest", "2021-10-15", to: "a\(number)@x.vn"))
            }
        }

        let sent = try await withThrowingTaskGroup { group in
            for number in 0..<6 {
                group.addTask { try await sendAll(stores[number % 2], as: "server \(number)") }
            }
            return try await group.reduce(into: [String]()) { $0 += $1 }
        }

        #expect(sent.count == 60)
        #expect(Set(sent).count == 60)
        let fates = try await stores[1].read { db in
            try db.mails(limit: 100).map { $0.fate(at: db.now) }
        }
        #expect(fates == Array(repeating: .sent, count: 60))
    }

    @Test(arguments: TestEngine.available)
    func `a mail that was refused for the moment is tried again later`(_ engine: TestEngine)
        async throws
    {
        let clock = TestClock("2021-10-15T02:00:00.000Z")
        let store = try await engine.open(clock: clock.reading)
        _ = try await store.writeOffTheRecord {
            try $0.writeMail(mail("M1", "digest", "2021-10-15"))
        }
        let taken = try #require(try await store.takeMail(as: "p"))
        try await store.noteMail(taken, as: "p", .refused("75: busy", isForGood: false))

        let early = try await store.takeMail(as: "p")
        clock.advance(seconds: 60)
        let late = try await store.takeMail(as: "p")

        #expect(early == nil)
        #expect(late?.id == taken.id)
    }

    @Test(arguments: TestEngine.available)
    func `a mail that was refused for good has failed, with what was said`(_ engine: TestEngine)
        async throws
    {
        let store = try await engine.open()
        _ = try await store.writeOffTheRecord {
            try $0.writeMail(mail("M1", "digest", "2021-10-15"))
        }
        let taken = try #require(try await store.takeMail(as: "p"))
        try await store.noteMail(taken, as: "p", .refused("67: no such user", isForGood: true))

        let record = try #require(try await store.read { try $0.mail(taken.id) })
        #expect(record.fate(at: store.clock()) == .failed)
        #expect(record.outcome == "67: no such user")
        #expect(try await store.read { try $0.mailCounts().troubled } == 1)
    }

    @Test(arguments: TestEngine.available)
    func `a mail whose process died is unclear, and goes again only when somebody says so`(
        _ engine: TestEngine
    ) async throws {
        let clock = TestClock("2021-10-15T02:00:00.000Z")
        let store = try await engine.open(clock: clock.reading)
        let administrator = try await administrator(of: store)
        _ = try await store.writeOffTheRecord {
            try $0.writeMail(mail("M1", "digest", "2021-10-15"))
        }
        let taken = try #require(try await store.takeMail(as: "dead"))
        clock.advance(seconds: 86_400)

        #expect(try await store.takeMail(as: "alive") == nil)
        #expect(
            try await store.read { try $0.mail(taken.id)?.fate(at: $0.now) } == .unclear)

        try await store.write { try $0.sendMailAgain(taken.id, by: administrator) }
        #expect(try await store.takeMail(as: "alive")?.id == taken.id)
        #expect(
            try await store.read { try $0.journalEntries(limit: 1).first?.action }
                == "mail.sent-again")
    }

    @Test(arguments: TestEngine.available)
    func `a mail that was sent is not sent again`(_ engine: TestEngine) async throws {
        let store = try await engine.open()
        let administrator = try await administrator(of: store)
        _ = try await store.writeOffTheRecord {
            try $0.writeMail(mail("M1", "digest", "2021-10-15"))
        }
        let taken = try #require(try await store.takeMail(as: "p"))
        try await store.noteMail(taken, as: "p", .taken(""))

        await #expect(throws: MailError.notToBeSentAgain) {
            try await store.write { try $0.sendMailAgain(taken.id, by: administrator) }
        }
    }
}

private func administrator(of store: Store) async throws -> User.ID {
    _ = try await store.createFirstAdministrator()
    return try #require(try await store.read { try $0.user(login: "quantri") }).id
}

/// Takes and sends until none waits; returns the addresses.
private func sendAll(_ store: Store, as server: String) async throws -> [String] {
    var sent: [String] = []
    while let mail = try await store.takeMail(as: server) {
        sent.append(mail.address)
        try await store.noteMail(mail, as: server, .taken("ok"))
    }
    return sent
}

private func mail(_ id: String, _ kind: String, _ day: String, to address: String = "an@x.vn")
    -> Mail
{
    Mail(
        id: Mail.ID(id), recipient: address, day: Day(day) ?? Day(number: 0), kind: kind,
        address: address, subject: "Việc cần làm", body: "Kính gửi đồng chí,\n")
}
