import Domain
import Foundation
import Store
import Support
import Testing

@Suite struct ReminderContract {
    private static let today = day("2021-10-15")

    @Test(arguments: TestEngine.available)
    func `a reminder reads back with its list as it stood that day`(_ engine: TestEngine)
        async throws
    {
        let chase = try await Chase(engine)
        let made = try await chase.remind([.message])

        let read = try await chase.office.read {
            try $0.reminder(numbered: 1, for: chase.office.user, on: Self.today)
        }
        #expect(read?.reminder == made)
        #expect(read?.withheld == 0)
        #expect(made.items.map(\.title) == ["Một", "Hai"])
        #expect(made.message.contains("TP. Quy Nhơn (02, hạn 01/06/2021)"))
    }

    @Test(arguments: TestEngine.available)
    func `three reminders are counted as three, a draft letter as none`(_ engine: TestEngine)
        async throws
    {
        let chase = try await Chase(engine)
        for _ in 0..<3 { try await chase.remind([.message, .letter]) }
        try await chase.remind([.letter])

        #expect(
            try await chase.count()?.sentence.vi == "đã đôn đốc 03 lần, gần nhất 15/10/2021")
        try await chase.office.write {
            try $0.signReminderLetter(4, symbol: "9/SNV", on: Self.today, version: 1, by: $1)
        }
        #expect(try await chase.count()?.times == 4)
    }

    @Test(arguments: TestEngine.available)
    func `a reminder taken back is not counted`(_ engine: TestEngine) async throws {
        let chase = try await Chase(engine)
        try await chase.remind([.message])
        try await chase.office.write {
            try $0.withdrawReminder(1, version: 1, because: nil, by: $1, on: Self.today)
        }

        #expect(try await chase.count() == nil)
    }

    @Test(arguments: TestEngine.available)
    func `what was done since the list was shown is left out`(_ engine: TestEngine) async throws {
        let chase = try await Chase(engine)
        let keys = chase.keys
        try await chase.close(1)

        #expect(try await chase.remind([.message], keys: keys).items.map(\.title) == ["Hai"])
        try await chase.close(2)
        await #expect(throws: ReminderError.nothingChosen) {
            try await chase.remind([.message], keys: keys)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a person gets one mail a day, with a link for each thing still open`(
        _ engine: TestEngine
    ) async throws {
        let chase = try await Chase(engine)
        try await chase.give(mail: "an@example.vn")
        try await chase.remind([.mail])
        try await chase.remind([.mail])

        let mails = try await chase.office.read { try $0.mails() }
        #expect(mails.map(\.mail.recipient) == [chase.officer.text])
        let body = try #require(mails.first).mail.body
        #expect(body.components(separatedBy: "https://cchc.example/l/").count == 3)
        #expect(body.contains("Một"))
    }

    @Test(arguments: TestEngine.available)
    func `a mail's link opens its thing until that is done`(_ engine: TestEngine) async throws {
        let chase = try await Chase(engine)
        try await chase.give(mail: "an@example.vn")
        try await chase.remind([.mail])
        let body = try #require(try await chase.office.read { try $0.mails() }.first).mail.body
        let token = try #require(
            body.components(separatedBy: "https://cchc.example/l/").dropFirst().first?
                .split(whereSeparator: \.isWhitespace).first.map(String.init))

        let link = try #require(try await chase.office.read { try $0.reminderLink(token) })
        #expect(link.person == chase.officer)
        #expect(try await chase.open(link)?.title == "Một")
        try await chase.close(1)
        #expect(try await chase.open(link) == nil)
    }

    @Test(arguments: TestEngine.available)
    func `a link that was changed in any place is none of ours`(_ engine: TestEngine)
        async throws
    {
        let chase = try await Chase(engine)
        try await chase.give(mail: "an@example.vn")
        try await chase.remind([.mail])
        let body = try #require(try await chase.office.read { try $0.mails() }.first).mail.body
        let token = try #require(
            body.components(separatedBy: "https://cchc.example/l/").dropFirst().first?
                .split(whereSeparator: \.isWhitespace).first.map(String.init))
        for position in token.indices {
            var letters = Array(token)
            let place = token.distance(from: token.startIndex, to: position)
            letters[place] = letters[place] == "A" ? "B" : "A"
            let changed = String(letters)
            #expect(
                try await chase.office.read { try $0.reminderLink(changed) } == nil, "\(place)")
        }
    }

    @Test(arguments: TestEngine.available)
    func `a body sees its own lines of a list and how many are withheld`(_ engine: TestEngine)
        async throws
    {
        let chase = try await Chase(engine)
        let other = try await chase.office.agency("BD-546")
        try await chase.office.write {
            _ = try $0.importFindings(findingRows("BD-546||Ba|2021-05-20|2021-06-03"), by: $1)
        }
        try await chase.remind([.message])
        let officer = try await chase.office.person("Bình", .officer, in: other)

        let seen = try #require(
            try await chase.office.read {
                try $0.reminder(numbered: 1, for: officer, on: Self.today)
            })
        #expect(seen.reminder.items.map(\.title) == ["Ba"])
        #expect(seen.withheld == 2)
    }

    @Test(arguments: TestEngine.available)
    func `who owes something and records nothing is silent`(_ engine: TestEngine) async throws {
        let chase = try await Chase(engine)
        func silent(_ days: Int) async throws -> [Silence] {
            try await chase.office.read {
                try $0.silences(for: chase.office.user, on: Self.today, days: days)
            }
        }
        let before = try await silent(30)
        try await chase.office.store.write {
            _ = try $0.importAgencyPlans(
                agencyPlanRows("BD-540|2021|1/KH|20/01/2021"), by: chase.officer)
        }

        let body = try await chase.office.agency("BD-540")
        let found = try #require(before.first { $0.agency == body })
        #expect(found.late == 2)
        #expect(found.people == 1)
        #expect(found.lastOn == nil)
        #expect(try await !silent(30).contains { $0.agency == body })
    }
}

/// Two late findings about a district that has an officer.
private struct Chase: Sendable {
    let office: StandingOffice
    let officer: User.ID
    let keys: Set<String>

    init(_ engine: TestEngine) async throws {
        office = try await StandingOffice.open(engine)
        officer = try await office.person("An", .officer, in: try await office.agency("BD-540"))
        try await office.confirmPlan()
        try await office.write {
            _ = try $0.importFindings(
                findingRows(
                    "BD-540||Một|2021-05-20|2021-06-01", "BD-540||Hai|2021-05-20|2021-06-02"),
                by: $1)
        }
        keys = try await Self.keys(office)
    }

    private static func keys(_ office: StandingOffice) async throws -> Set<String> {
        try await office.read { db in
            let question = InboxQuestion(bodies: .all, today: day("2021-10-15"), year: 2021)
            return Set(
                try db.inboxItems(
                    question, InboxFilter(boxes: [.late], kind: .finding), limit: 50
                ).map { "finding \($0.record)" })
        }
    }

    @discardableResult
    func remind(_ channels: Set<Reminder.Channel>, keys: Set<String>? = nil) async throws
        -> Reminder
    {
        let keys = if let keys { keys } else { try await Self.keys(office) }
        return try await office.write { db, user in
            try db.remind(
                ReminderRequest(
                    year: 2021, keys: keys, channels: channels, answerBy: day("2021-10-22"),
                    pageAddress: { "https://cchc.example/2021/reminders/\($0)" },
                    linkAddress: { "https://cchc.example/l/\($0)" }),
                by: user, on: day("2021-10-15"))
        }
    }

    func count() async throws -> ReminderCount? {
        let keys = keys
        return try await office.read { db in
            let counts = try db.reminderCounts(
                of: keys.map { (.finding, String($0.dropFirst("finding ".count))) })
            #expect(Set(counts.values).count <= 1)
            return counts.values.first
        }
    }

    func close(_ number: Int) async throws {
        try await office.write { db, user in
            let now = try #require(try db.finding(numbered: number))
            try db.correctFinding(
                Finding(
                    id: now.id, number: number, inspection: now.inspection, body: now.body,
                    text: now.text, foundOn: now.foundOn, dueOn: now.dueOn,
                    closedOn: day("2021-10-01"), evidence: "1/BC", version: now.version), by: user)
        }
    }

    func give(mail: String) async throws {
        let officer = officer
        try await office.store.writeOffTheRecord {
            _ = try $0.run("UPDATE accounts SET mail = \(mail) WHERE id = \(officer)")
        }
    }

    func open(_ link: ReminderLink) async throws -> InboxItem? {
        try await office.read { try $0.openItem(link.kind, link.record, on: day("2021-10-15")) }
    }
}
