import Domain
import Reading
import Store
import Support
import Testing

@Suite struct EffectContract {
    /// Five decisions of one body, in force from 01/02 on; the fifth rests on the first.
    private func open(_ engine: TestEngine) async throws -> StandingOffice {
        let office = try await StandingOffice.open(engine)
        let lines = (1...5).map { number in
            "BD|\(number)/2021/QĐ-UBND|Văn bản \(number)|2021-01-2\(number)"
        }
        var rows = LegalDocumentColumns.all.lines(lines, LegalDocumentRow()).rows.map(\.row)
        for place in rows.indices { rows[place].inForceOn = day("2021-02-01") }
        let columns = LegalDocumentColumns.all
        let read = columns.read(columns.table(rows), blank: LegalDocumentRow())
        try await office.write { _ = try $0.importLegalDocuments(read, by: $1) }
        let text = LegalText(
            reading: "Căn cứ Quyết định số 1/2021/QĐ-UBND ngày 21/01/2021;", name: "a.txt")
        try await office.write { try $0.keepLegalText(text, from: nil, of: 5, by: $1) }
        return office
    }

    @Test(arguments: TestEngine.available)
    func `an entry reads back, and the status follows from it`(_ engine: TestEngine) async throws {
        let office = try await open(engine)
        try await office.effect(
            1, .repeal, by: "2/2021/QĐ-UBND", "2021-03-01", parts: "khoản 2 Điều 5")
        let found = try await office.read { db in
            let first = try #require(try db.legalDocument(numbered: 1))
            return try db.effects(on: first.id)
        }
        #expect(found.map(\.parts).map { $0.map(\.text) } == [["khoản 2 Điều 5"]])
        #expect(try await office.state(1, "2021-02-28") == .inForce)
        #expect(try await office.state(1, "2021-03-01") == .partlyExpired)
    }

    @Test(arguments: TestEngine.available)
    func `a document that is not held is kept by its name`(_ engine: TestEngine) async throws {
        let office = try await open(engine)
        try await office.effect(1, .expiry, by: "707/QĐ-UBND năm 2019", "2021-03-01")
        let kinds = try await office.read {
            try $0.effectQueries(on: day("2021-10-15")).map(\.kind)
        }
        #expect(try await office.state(1, "2021-03-01") == .expired)
        #expect(kinds == [.notHeld])
    }

    @Test(arguments: TestEngine.available)
    func `what follows from an entry is worked out down the whole chain`(_ engine: TestEngine)
        async throws
    {
        let office = try await open(engine)
        // 3 ends 2 and 2 ends 1; once 4 ended 3 before, 2 lives on and ends 1 again.
        try await office.effect(1, .repeal, by: "2/2021/QĐ-UBND", "2021-06-01")
        #expect(try await office.state(1, "2021-10-15") == .expired)
        try await office.effect(2, .repeal, by: "3/2021/QĐ-UBND", "2021-05-01")
        #expect(try await office.state(1, "2021-10-15") == .inForce)
        try await office.effect(3, .repeal, by: "4/2021/QĐ-UBND", "2021-04-01")
        #expect(try await office.state(2, "2021-10-15") == .inForce)
        #expect(try await office.state(1, "2021-10-15") == .expired)
        let parts = try await office.read { try $0.check(office.store.files) }
        #expect(parts.flatMap(\.problems).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `an entry taken back has no effect and stays in the journal`(_ engine: TestEngine)
        async throws
    {
        let office = try await open(engine)
        try await office.effect(1, .repeal, by: "2/2021/QĐ-UBND", "2021-03-01")
        let seq = try await office.journalLength()
        try await office.write { try $0.withdrawEffect(1, because: "ghi nhầm", by: $1) }
        #expect(try await office.state(1, "2021-10-15") == .inForce)
        let entries = try await office.journal(since: seq)
        #expect(entries.map(\.action) == ["legal-effect.withdrawn"])
        #expect(entries.map(\.reason) == ["ghi nhầm"])
    }

    @Test(arguments: TestEngine.available)
    func `another first day in force moves the status`(_ engine: TestEngine) async throws {
        let office = try await open(engine)
        let document = try #require(try await office.read { try $0.legalDocument(numbered: 1) })
        var details = document.details
        details.inForceOn = day("2021-08-01")
        let corrected = document.with(details)
        try await office.write { try $0.correctLegalDocument(corrected, by: $1) }
        #expect(try await office.state(1, "2021-07-31") == .pending)
        #expect(try await office.state(1, "2021-08-01") == .inForce)
    }

    @Test(arguments: TestEngine.available)
    func `what is wrong with an entry is named, and nothing is written`(_ engine: TestEngine)
        async throws
    {
        let office = try await open(engine)
        let seq = try await office.journalLength()
        let mistakes: [(EffectDraft, [String])] = [
            (.on(1, .repeal, "", "2021-03-01"), ["other"]),
            (.on(1, .repeal, "2/2021/QĐ-UBND", nil), ["from"]),
            (.on(1, .repeal, "1/2021/QĐ-UBND", "2021-03-01"), ["other"]),
            (.on(1, .repeal, "2/2021/QĐ-UBND", "2021-03-01", parts: "đoạn đầu"), ["parts"]),
            (.on(1, .extension_, "2/2021/QĐ-UBND", "2021-03-01"), ["until"]),
            (.on(1, .limit, "2/2021/QĐ-UBND", "2021-03-01"), ["other"]),
        ]
        for (draft, fields) in mistakes {
            let refusal = await #expect(throws: InvalidInput.self) {
                try await office.write { _ = try $0.recordEffect(draft, by: $1) }
            }
            #expect(refusal?.problems.map(\.field) == fields, "\(draft)")
        }
        #expect(try await office.journalLength() == seq)
    }

    @Test(arguments: TestEngine.available)
    func `the same entry is refused a second time`(_ engine: TestEngine) async throws {
        let office = try await open(engine)
        try await office.effect(1, .repeal, by: "2/2021/QĐ-UBND", "2021-03-01")
        await #expect(throws: InvalidInput.self) {
            try await office.effect(1, .repeal, by: "2/2021/QĐ-UBND", "2021-03-01")
        }
    }

    @Test(arguments: TestEngine.available)
    func `the list and the counts know the state on a day`(_ engine: TestEngine) async throws {
        let office = try await open(engine)
        try await office.effect(1, .suspension, by: "2/2021/QĐ-UBND", "2021-03-01")
        let (counts, listed) = try await office.read { db in
            var filter = LegalDocumentFilter()
            filter.effect = .suspended
            let asked = AskedDay(day("2021-10-15"), today: day("2021-10-15"))
            return (
                try db.legalStates(on: day("2021-10-15")),
                try db.legalDocuments(filter, asked: asked, limit: 10).map(\.number)
            )
        }
        #expect(counts == [.suspended: 1, .inForce: 4])
        #expect(listed == [1])
    }

    @Test(arguments: TestEngine.available)
    func `when a basis dies its issuer finds the document in the inbox until it is settled`(
        _ engine: TestEngine
    ) async throws {
        let office = try await open(engine)
        try await office.effect(1, .repeal, by: "2/2021/QĐ-UBND", "2021-03-01")
        let alerts = try await office.read { try $0.basisAlerts() }
        #expect(alerts.map(\.number) == [5])
        #expect(alerts.map(\.basisSymbol) == ["1/2021/QĐ-UBND"])
        #expect(try await office.alertsInInbox() == 1)

        try await office.write {
            try $0.settleBasisAlert(of: 5, raisedBy: 1, .amend, note: "sửa căn cứ", by: $1)
        }
        #expect(try await office.read { try $0.basisAlerts() }.isEmpty)
        #expect(try await office.alertsInInbox() == 0)
    }

    @Test(arguments: TestEngine.available)
    func `a document that is dead itself raises no alert`(_ engine: TestEngine) async throws {
        let office = try await open(engine)
        try await office.effect(5, .repeal, by: "2/2021/QĐ-UBND", "2021-03-01")
        try await office.effect(1, .repeal, by: "2/2021/QĐ-UBND", "2021-03-01")
        #expect(try await office.read { try $0.basisAlerts() }.isEmpty)
    }
}

extension EffectDraft {
    fileprivate static func on(
        _ document: Int, _ kind: Effect.Kind, _ other: String, _ from: String?, parts: String = ""
    ) -> EffectDraft {
        var draft = EffectDraft(document: document, isActing: false, kind: kind)
        draft.other = other
        draft.from = from.flatMap { Day($0) }
        draft.parts = parts
        return draft
    }
}

extension StandingOffice {
    fileprivate func effect(
        _ document: Int, _ kind: Effect.Kind, by other: String, _ from: String, parts: String = ""
    ) async throws {
        let draft = EffectDraft.on(document, kind, other, from, parts: parts)
        try await write { _ = try $0.recordEffect(draft, by: $1) }
    }

    fileprivate func state(_ number: Int, _ on: String) async throws -> EffectState? {
        try await read { db in
            guard let id = try db.legalDocument(numbered: number)?.id else { return nil }
            return try db.legalStates(of: [id], on: day(on))[id]
        }
    }

    fileprivate func alertsInInbox() async throws -> Int {
        try await read { db in
            let issuer = try #require(try db.legalDocument(numbered: 5)).issuer
            let question = InboxQuestion(
                bodies: .some([issuer]), today: day("2021-10-15"), year: 2021)
            return try db.inboxCounts(question)[.toReceive, .basisAlert]
        }
    }
}
