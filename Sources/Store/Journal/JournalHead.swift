import Domain

/// How far the journal has come: its last entry's number and hash.
struct JournalHead {
    /// The last entry's number, those of this transaction included.
    private(set) var seq: Int
    private(set) var hash: String
    private(set) var isMoved = false

    /// Takes the head for this transaction; whoever comes second waits.
    static func take(_ connection: any Connection) throws -> JournalHead {
        var head: JournalHead?
        _ = try connection.each(
            "UPDATE journal_head SET seq = seq + 1 WHERE id = 1 RETURNING seq, hash", []
        ) {
            head = JournalHead(seq: ($0.integer(0) ?? 0) - 1, hash: $0.text(1) ?? "")
        }
        guard let head else { throw StoreFault("the journal has no head") }
        return head
    }

    mutating func move(to hash: String) {
        seq += 1
        self.hash = hash
        isMoved = true
    }

    /// Writes where the journal now ends.
    func save(_ connection: any Connection) throws {
        _ = try connection.run(
            "UPDATE journal_head SET seq = $1, hash = $2 WHERE id = 1",
            [.integer(seq), .text(hash)])
    }
}
