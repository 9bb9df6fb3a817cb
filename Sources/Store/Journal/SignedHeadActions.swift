import Domain

extension Store {
    /// Signs how far the journal has come, once for each day; asked again it answers the same.
    ///
    /// The key's public half is put on record when it is new.
    public func signJournalHead(with key: SigningKey, on day: Day) async throws -> JournalSignature
    {
        if let signed = try await read({ try $0.journalSignature(on: day) }) { return signed }
        try await write { try $0.addSigningKey(key.publicKey) }
        let head = try await read { try $0.unsignedHead(on: day) }
        let signed = JournalSignature(
            head: head, text: head.text, publicKey: key.publicKey,
            signature: try key.signature(of: head.text), signedAt: clock())
        return try await writeOffTheRecord { db in
            // Another server may have been quicker; then its signature is the day's.
            try db.run(
                """
                INSERT INTO signed_heads
                  (day_on, first_seq, last_seq, text, public_key, signature, signed_at)
                VALUES (\(day), \(head.first), \(head.last), \(signed.text), \(signed.publicKey),
                  \(signed.signature), \(signed.signedAt))
                ON CONFLICT (day_on) DO NOTHING
                """
            )
            return try db.journalSignature(on: day) ?? signed
        }
    }
}

extension WritableDatabase {
    fileprivate func addSigningKey(_ publicKey: String) throws {
        let added = try run(
            """
            INSERT INTO signing_keys (public_key, added_at) VALUES (\(publicKey), \(now))
            ON CONFLICT (public_key) DO NOTHING
            """
        )
        guard added == 1 else { return }
        try journal(
            "signing-key.added", by: nil,
            [Change("signing-key", publicKey, after: ["publicKey": publicKey])])
    }
}

extension ReadableDatabase {
    /// How far the journal has come, with the tree over what was added since the last signed head.
    fileprivate func unsignedHead(on day: Day) throws -> SignedHead {
        let before = try journalSignatures(limit: 1).first
        let first = (before?.head.last ?? 0) + 1
        let end = try journalEnd()
        return SignedHead(
            workspace: try workspace().name.vi, day: day, first: first, last: end.seq,
            lastHash: end.hash, tree: try journalTree(first, end.seq).root,
            previous: before.map { sha256($0.text) } ?? "")
    }

    /// The tree over the entries from the first to the last.
    func journalTree(_ first: Int, _ last: Int) throws -> HashTree {
        var hashes: [String] = []
        try each(
            "SELECT hash FROM journal_entries WHERE seq BETWEEN \(first) AND \(last) ORDER BY seq"
        ) { hashes.append($0.text(0)) }
        return HashTree(hashes)
    }

    /// Returns the head signed on the day; `nil` when none was.
    public func journalSignature(on day: Day) throws -> JournalSignature? {
        try rows("SELECT \(signatureColumns) FROM signed_heads WHERE day_on = \(day)").first
            .map { try JournalSignature($0) }
    }

    /// Returns the signed heads, the newest first, those before a day when one is given.
    public func journalSignatures(before day: Day? = nil, limit: Int = 60) throws
        -> [JournalSignature]
    {
        let older: SQL = day.map { "WHERE day_on < \($0)" } ?? ""
        return try rows(
            "SELECT \(signatureColumns) FROM signed_heads \(older) ORDER BY day_on DESC LIMIT \(limit)"
        ).map { try JournalSignature($0) }
    }

    /// Returns the first signed head that covers the entry; `nil` when none does yet.
    func journalSignature(covering seq: Int) throws -> JournalSignature? {
        try rows(
            """
            SELECT \(signatureColumns) FROM signed_heads
            WHERE last_seq >= \(seq) AND first_seq <= \(seq) ORDER BY last_seq, day_on LIMIT 1
            """
        ).first.map { try JournalSignature($0) }
    }

    /// Returns the public halves of every key that signed, the oldest first, with their first day.
    public func signingKeys() throws -> [(publicKey: String, addedAt: Instant)] {
        try rows("SELECT public_key, added_at FROM signing_keys ORDER BY added_at LIMIT 1000").map {
            ($0.text(0), $0.instant(1))
        }
    }

    /// Checks every signed head: its signature, that each follows from the one before, and that the
    /// journal still holds what was signed.
    public func verifySignedHeads() throws -> SignedHeadVerification {
        var (previous, next, days) = ("", 1, 0)
        let signatures = try rows(
            "SELECT \(signatureColumns) FROM signed_heads ORDER BY day_on LIMIT 10000"
        ).map { try JournalSignature($0) }
        for signed in signatures {
            let held =
                try rows("SELECT hash FROM journal_entries WHERE seq = \(signed.head.last)").first?
                .text(0) ?? ""
            var reason: Bilingual?
            if !SigningKey.isValid(signed.signature, of: signed.text, by: signed.publicKey) {
                reason = Bilingual(vi: "chữ ký không đúng", en: "its signature is not valid")
            } else if signed.head.previous != previous || signed.head.first != next {
                reason = Bilingual(
                    vi: "không nối với ngày ký trước",
                    en: "it does not follow from the day signed before")
            } else if held != signed.head.lastHash {
                reason = Bilingual(
                    vi: "nhật ký không còn đúng như đã ký",
                    en: "the journal no longer holds what was signed")
            }
            if let reason {
                return SignedHeadVerification(
                    days: days, broken: .init(day: signed.head.day, reason: reason))
            }
            (previous, next, days) = (sha256(signed.text), signed.head.last + 1, days + 1)
        }
        return SignedHeadVerification(days: days, broken: nil)
    }
}

private let signatureColumns: SQL = "day_on, text, public_key, signature, signed_at"

extension JournalSignature {
    /// From ``signatureColumns``.
    fileprivate init(_ row: Row) throws {
        guard let head = SignedHead(text: row.text(1)) else {
            throw StoreFault("the signed head of \(row.text(0)) is not readable")
        }
        self.init(
            head: head, text: row.text(1), publicKey: row.text(2), signature: row.text(3),
            signedAt: row.instant(4))
    }
}
