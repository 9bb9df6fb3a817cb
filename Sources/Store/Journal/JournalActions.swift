import Crypto
import Domain
import Foundation

extension WritableDatabase {
    /// Appends one entry to the journal, with the records it touched.
    ///
    /// Without a user the program itself did it; the reason is in the user's words.
    public func journal(
        _ action: String, by user: User.ID?, in agency: Agency.ID? = nil,
        because reason: String? = nil,
        _ changes: [Change] = []
    ) throws {
        guard var head else { throw StoreFault("\(action): an entry off the record") }
        let recorded = try changes.map(record)
        let entry = JournalEntry(
            seq: head.seq + 1, at: now, actor: user, agency: agency, action: action, reason: reason,
            previousHash: head.hash, hash: "")
        let hash = sha256(entry.sealedText(digests: recorded.map(\.digest)))
        head.move(to: hash)
        self.head = head
        try save(entry, recorded, hash: hash)
    }

    private func record(_ change: Change) throws -> RecordedChange {
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { $0.hexadecimal }
        let before = try change.before.map(canonicalJSON)
        let after = try change.after.map(canonicalJSON)
        let unsealed = RecordedChange(
            kind: change.kind, record: change.record, before: before, after: after, salt: salt,
            digest: "")
        return RecordedChange(
            kind: change.kind, record: change.record, before: before, after: after, salt: salt,
            digest: sha256(unsealed.sealedText))
    }

    private func save(_ entry: JournalEntry, _ changes: [RecordedChange], hash: String) throws {
        try run(
            """
            INSERT INTO journal_entries (seq, at, actor, agency, action, reason, previous_hash, hash)
            VALUES (\(entry.seq), \(entry.at), \(entry.actor), \(entry.agency), \(entry.action),
              \(entry.reason), \(entry.previousHash), \(hash))
            """
        )
        try insert(
            into: """
                journal_changes (seq, position, kind, record, before_text, after_text, salt, digest)
                """, Array(changes.enumerated())
        ) { position, change in
            """
            \(entry.seq), \(position), \(change.kind), \(change.record), \(change.before),
            \(change.after), \(change.salt), \(change.digest)
            """
        }
    }

    /// Ends the journal's part of a write and says whether there is anything to keep.
    func closeJournal() throws -> Bool {
        guard let head, head.isMoved else {
            guard changes == 0 else {
                throw StoreFault("an action that changed \(changes) rows journaled nothing")
            }
            return false
        }
        try head.save(connection)
        return true
    }
}

/// Keys sorted, no spaces: the same value always gives the same text.
func canonicalJSON(_ value: any Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}

func sha256(_ text: String) -> String {
    var text = text
    return text.withUTF8 { SHA256.hash(data: $0).hexadecimal }
}
