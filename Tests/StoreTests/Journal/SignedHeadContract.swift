import Domain
import Foundation
import Store
import Support
import Testing

/// The journal's head is signed each day, and a receipt proves an entry without the database.
@Suite struct SignedHeadContract {
    @Test(arguments: TestEngine.available)
    func `a day is signed once, whoever asks again`(_ engine: TestEngine) async throws {
        let signing = try await Signing(engine, entries: 3)

        let first = try await signing.sign("2021-03-01")
        try await signing.add(2)
        let again = try await signing.sign("2021-03-01")

        #expect(first == again)
        #expect(first.head.first == 1)
        #expect(first.head.last == 4)  // The key's own entry is the fourth.
        #expect(try await signing.verified() == SignedHeadVerification(days: 1, broken: nil))
    }

    @Test(arguments: TestEngine.available)
    func `the days follow each other, one without entries too`(_ engine: TestEngine) async throws {
        let signing = try await Signing(engine, entries: 1)
        _ = try await signing.sign("2021-03-01")
        let empty = try await signing.sign("2021-03-02")
        try await signing.add(4)
        let third = try await signing.sign("2021-03-03")

        #expect(empty.head.last == empty.head.first - 1)
        #expect(third.head.first == 3)
        #expect(third.head.last == 6)
        #expect(try await signing.verified() == SignedHeadVerification(days: 3, broken: nil))
    }

    @Test(arguments: TestEngine.available)
    func `a chain written anew from end to end no longer agrees with its signature`(
        _ engine: TestEngine
    ) async throws {
        let signing = try await Signing(engine, entries: 3)
        _ = try await signing.sign("2021-03-01")
        try await signing.tamper("DELETE FROM journal_changes")
        try await signing.tamper("DELETE FROM journal_entries")
        try await signing.tamper("UPDATE journal_head SET seq = 0, hash = ''")
        try await signing.add(4)

        #expect(try await signing.store.read { try $0.verifyJournal() }.broken == nil)
        #expect(try await signing.verified().broken?.day == Day("2021-03-01"))
    }

    @Test(arguments: TestEngine.available)
    func `a signed day that was taken out is found`(_ engine: TestEngine) async throws {
        let signing = try await Signing(engine, entries: 1)
        for day in ["2021-03-01", "2021-03-02", "2021-03-03"] {
            _ = try await signing.sign(day)
            try await signing.add(1)
        }
        try await signing.tamper("DELETE FROM signed_heads WHERE day_on = '2021-03-02'")

        #expect(try await signing.verified().broken?.day == Day("2021-03-03"))
    }

    @Test(arguments: TestEngine.available)
    func `the receipt of every entry holds, whatever its place in the tree`(_ engine: TestEngine)
        async throws
    {
        let signing = try await Signing(engine, entries: 12)
        _ = try await signing.sign("2021-03-01")
        try await signing.add(6)
        _ = try await signing.sign("2021-03-02")

        for seq in 1...19 {
            let data = try await signing.store.read { try $0.journalReceipt(seq).data() }
            let (entry, head) = try JournalReceipt.check(data, publicKey: signing.key.publicKey)
            #expect(entry.seq == seq)
            #expect(head.day == Day(seq <= 13 ? "2021-03-01" : "2021-03-02"))
        }
    }

    @Test(arguments: TestEngine.available)
    func `an entry after the last signature has no receipt yet`(_ engine: TestEngine) async throws {
        let signing = try await Signing(engine, entries: 1)
        _ = try await signing.sign("2021-03-01")
        try await signing.add(1)

        await #expect(throws: ReceiptError.notSignedYet(3)) {
            try await signing.store.read { _ = try $0.journalReceipt(3) }
        }
    }

    @Test func `a receipt that was altered anywhere is refused`() async throws {
        let signing = try await Signing(.sqliteInMemory, entries: 5)
        _ = try await signing.sign("2021-03-01")
        let data = try await signing.store.read { try $0.journalReceipt(3).data() }
        let text = String(decoding: data, as: UTF8.self)
        let key = signing.key.publicKey

        for (old, new) in [
            (#""before" : "2""#, #""before" : "9""#),
            (#""action" : "plan.issued""#, #""action" : "plan.closed""#),
            (#""seq" : 3"#, #""seq" : 2"#), ("entries: 1-6", "entries: 1-7"),
            ("day: 2021-03-01", "day: 2021-02-01"),
        ] where text.contains(old) {
            let altered = text.replacing(old, with: new)
            #expect(throws: ReceiptError.self, "\(new)") {
                try JournalReceipt.check(Data(altered.utf8), publicKey: key)
            }
        }
        for index in stride(from: 0, to: data.count, by: 7) {
            var altered = data
            altered[index] ^= 1
            guard altered != data, (try? JournalReceipt.check(altered, publicKey: key)) != nil
            else {
                continue
            }
            Issue.record("byte \(index) may be altered")
        }
    }

    @Test func `a receipt signed by another key is refused`() async throws {
        let signing = try await Signing(.sqliteInMemory, entries: 1)
        _ = try await signing.sign("2021-03-01")
        let data = try await signing.store.read { try $0.journalReceipt(1).data() }
        let other = try SigningKey.open(temporaryPath())

        #expect(throws: ReceiptError.self) {
            try JournalReceipt.check(data, publicKey: other.publicKey)
        }
    }

    @Test func `the key is made once and its file is the owner's alone`() throws {
        let path = temporaryPath()
        let made = try SigningKey.open(path)
        let read = try SigningKey.open(path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int

        #expect(made.publicKey == read.publicKey)
        #expect(mode == 0o600)
    }

    @Test func `a key that others may read is refused`() throws {
        let path = temporaryPath()
        _ = try SigningKey.open(path)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)

        #expect(throws: SigningKeyError.openToOthers(path)) { try SigningKey.open(path) }
    }
}

private func temporaryPath() -> String {
    FileManager.default.temporaryDirectory.appending(path: "caicach-key-\(UUID().uuidString)").path
}

/// A workspace with entries, and a key to sign them with.
private struct Signing: Sendable {
    let store: Store
    let key: SigningKey

    init(_ engine: TestEngine, entries: Int) async throws {
        store = try await engine.open()
        key = try SigningKey.open(temporaryPath())
        try await add(entries)
    }

    func add(_ count: Int) async throws {
        for number in 0..<count {
            try await store.write {
                try $0.journal(
                    "plan.issued", by: nil,
                    [Change("plan", "P\(number)", before: number, after: number + 1)])
            }
        }
    }

    func sign(_ day: String) async throws -> JournalSignature {
        try await store.signJournalHead(with: key, on: try #require(Day(day)))
    }

    func verified() async throws -> SignedHeadVerification {
        try await store.read { try $0.verifySignedHeads() }
    }

    func tamper(_ sql: SQL) async throws {
        try await store.writeOffTheRecord { _ = try $0.run(sql) }
    }
}
