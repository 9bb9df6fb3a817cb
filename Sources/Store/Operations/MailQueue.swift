import Domain

extension WritableDatabase {
    /// Writes a mail, to be sent after this transaction; a second of its day and kind is left out.
    ///
    /// Call it inside the action that it tells of, whose entry stands for both.
    ///
    /// - Returns: whether it was new.
    /// - Throws: ``MailError/badAddress(_:)``.
    @discardableResult
    public func writeMail(_ mail: Mail) throws -> Bool {
        guard Mail.isAddress(mail.address) else { throw MailError.badAddress(mail.address) }
        return try run(
            """
            INSERT INTO mails (id, recipient, day_on, kind, address, subject, body, written_at,
              due_at, attempts, outcome)
            VALUES (\(mail.id), \(mail.recipient), \(mail.day), \(mail.kind), \(mail.address),
              \(mail.subject), \(mail.body), \(now), \(now), 0, '')
            ON CONFLICT (recipient, day_on, kind) DO NOTHING
            """
        ) == 1
    }

    /// Has a mail sent again that failed or whose fate is unclear.
    public func sendMailAgain(_ id: Mail.ID, by user: User.ID) throws {
        try require(.manageServer, of: user)
        guard let record = try mail(id) else {
            throw MissingRecord(Bilingual(vi: "thư", en: "mail"), id.text)
        }
        let fate = record.fate(at: now)
        guard fate == .failed || fate == .unclear else { throw MailError.notToBeSentAgain }
        try run(
            """
            UPDATE mails SET due_at = \(now), attempts = 0, handed_at = NULL, handed_by = NULL,
              failed_at = NULL WHERE id = \(id)
            """
        )
        try journal(
            "mail.sent-again", by: user,
            [Change("mail", id.text, before: ["fate": fate.rawValue], after: ["fate": "waiting"])])
    }
}

extension Store {
    /// Takes the mail that waits longest, to be handed over at once; `nil` when none waits.
    ///
    /// From here on nobody else takes it. Should the process die before it says how it went, the
    /// mail's fate is unclear, and it is not sent again unless an administrator says so: a reminder
    /// that does not come is better than one that comes twice, and both are on record.
    public func takeMail(as worker: String) async throws -> Mail? {
        try await writeOffTheRecord { db in
            let open: SQL = "handed_at IS NULL AND failed_at IS NULL AND due_at <= \(db.now)"
            guard
                let next = try db.rows(
                    "SELECT id FROM mails WHERE \(open) ORDER BY due_at, id LIMIT 1"
                ).first
            else { return nil }
            let id: Mail.ID = next.id(0)
            let taken = try db.run(
                """
                UPDATE mails SET handed_at = \(db.now), handed_by = \(worker),
                  attempts = attempts + 1
                WHERE id = \(id) AND \(open)
                """
            )
            return taken == 1 ? try db.mail(id)?.mail : nil
        }
    }

    /// Notes what the command said of a mail that this process took.
    public func noteMail(_ mail: Mail, as worker: String, _ answer: MailAnswer) async throws {
        try await writeOffTheRecord { db in
            guard let record = try db.mail(mail.id) else { return }
            let mine: SQL = "id = \(mail.id) AND handed_by = \(worker) AND sent_at IS NULL"
            switch answer {
            case .taken(let said):
                try db.run(
                    "UPDATE mails SET sent_at = \(db.now), outcome = \(said) WHERE \(mine)")
            case .refused(let said, let isForGood):
                let failedAt =
                    isForGood || record.attempts >= Mail.mostAttempts ? db.now : nil
                try db.run(
                    """
                    UPDATE mails SET handed_at = NULL, handed_by = NULL, failed_at = \(failedAt),
                      due_at = \(db.now + Job.delay(after: record.attempts)), outcome = \(said)
                    WHERE \(mine)
                    """
                )
            }
        }
    }
}

/// What the sendmail command said of a mail.
public enum MailAnswer: Hashable, Sendable {
    case taken(String)
    /// For good when asking again would not help: no such user, no such host.
    case refused(String, isForGood: Bool)
}

extension ReadableDatabase {
    /// Returns the mail with what became of it; `nil` when there is none with that id.
    public func mail(_ id: Mail.ID) throws -> MailRecord? {
        try rows("SELECT \(mailColumns) FROM mails WHERE id = \(id)").first.map { MailRecord($0) }
    }

    /// Returns the newest mails first, for the administrator; those before an id when one is given.
    public func mails(before id: Mail.ID? = nil, limit: Int = 50) throws -> [MailRecord] {
        let older: SQL = id.map { "WHERE id < \($0)" } ?? ""
        return try rows(
            "SELECT \(mailColumns) FROM mails \(older) ORDER BY id DESC LIMIT \(limit)"
        ).map { MailRecord($0) }
    }

    /// Returns how many mails wait, and how many failed or are unclear.
    public func mailCounts() throws -> (waiting: Int, troubled: Int) {
        let row = try rows(
            """
            SELECT COUNT(*) FILTER (WHERE sent_at IS NULL AND failed_at IS NULL AND handed_at IS NULL),
              COUNT(*) FILTER (WHERE sent_at IS NULL AND (failed_at IS NOT NULL
                OR handed_at <= \(now + -Mail.patience)))
            FROM mails WHERE sent_at IS NULL
            """
        ).first
        return (row?.int(0) ?? 0, row?.int(1) ?? 0)
    }
}

private let mailColumns: SQL = """
    id, recipient, day_on, kind, address, subject, body, written_at, attempts, handed_at, sent_at,
    failed_at, outcome
    """

extension MailRecord {
    /// From ``mailColumns``.
    fileprivate init(_ row: Row) {
        self.init(
            mail: Mail(
                id: row.id(0), recipient: row.text(1), day: row.day(2), kind: row.text(3),
                address: row.text(4), subject: row.text(5), body: row.text(6)),
            writtenAt: row.instant(7), attempts: row.int(8), handedAt: row.optionalInstant(9),
            sentAt: row.optionalInstant(10), failedAt: row.optionalInstant(11),
            outcome: row.text(12))
    }
}
