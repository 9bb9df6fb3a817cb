import Domain

/// How the work behind the pages stands, for metrics and for the administrator's page.
public struct OperationsState: Hashable, Sendable {
    public let journalEntries: Int
    public let jobsWaiting: Int
    public let jobsGivenUp: Int
    public let mailsWaiting: Int
    public let mailsTroubled: Int
    /// The snapshot's moment of the newest proved backup; `nil` when none was proved yet.
    public let provedAt: Instant?
    public let signedAt: Instant?
}

extension ReadableDatabase {
    public func operationsState() throws -> OperationsState {
        let jobs = try rows(
            """
            SELECT COUNT(*) FILTER (WHERE done_at IS NULL AND gave_up_at IS NULL AND due_at <= \(now)),
              COUNT(*) FILTER (WHERE gave_up_at >= \(now + -604_800))
            FROM jobs WHERE done_at IS NULL
            """
        ).first
        let mails = try mailCounts()
        return OperationsState(
            journalEntries: try journalEnd().seq, jobsWaiting: jobs?.int(0) ?? 0,
            jobsGivenUp: jobs?.int(1) ?? 0, mailsWaiting: mails.waiting,
            mailsTroubled: mails.troubled, provedAt: try provedBackups(limit: 1).first?.madeAt,
            signedAt: try journalSignatures(limit: 1).first?.signedAt)
    }
}
