import Domain

extension Store {
    /// Writes down what the clock asks for by now; what is written down already stays.
    public func scheduleJobs() async throws {
        let missing = try await read { db in
            let slots = Job.Kind.allCases.map { (kind: $0, slot: $0.slot(at: db.now)) }
            return try slots.filter { kind, slot in
                try db.rows(
                    "SELECT id FROM jobs WHERE kind = \(kind.rawValue) AND slot_on = \(slot.day)"
                ).isEmpty
            }.map(\.kind)
        }
        for kind in missing { try await schedule(kind, on: kind.slot(at: clock())) }
    }

    /// Asks for a job of that kind now, on top of what the clock asks for.
    ///
    /// One that is done for the day is done again; one that waits need not wait any longer.
    public func askForJob(_ kind: Job.Kind, by user: User.ID) async throws {
        let now = clock()
        try await read { try $0.require(.manageServer, of: user) }
        try await schedule(kind, on: (kind.slot(at: now).day, now))
        try await writeOffTheRecord { db in
            _ = try db.run(
                """
                UPDATE jobs SET due_at = \(now), attempts = 0, done_at = NULL, gave_up_at = NULL
                WHERE kind = \(kind.rawValue) AND slot_on = \(kind.slot(at: now).day)
                  AND (leased_to IS NULL OR leased_to <= \(now))
                """
            )
        }
    }

    private func schedule(_ kind: Job.Kind, on slot: (day: Day, due: Instant)) async throws {
        try await writeOffTheRecord { db in
            let id: Job.ID = db.newID()
            _ = try db.run(
                """
                INSERT INTO jobs (id, kind, slot_on, due_at, attempts, outcome)
                VALUES (\(id), \(kind.rawValue), \(slot.day), \(slot.due), 0, '')
                ON CONFLICT (kind, slot_on) DO NOTHING
                """
            )
        }
    }

    /// Takes the job that is due longest, for the time its kind may last; `nil` when none is.
    ///
    /// Of two processes that ask at the same moment one gets it.
    public func takeJob(as worker: String) async throws -> Job? {
        try await writeOffTheRecord { db in
            let open: SQL = """
                done_at IS NULL AND gave_up_at IS NULL AND due_at <= \(db.now)
                AND (leased_to IS NULL OR leased_to <= \(db.now))
                """
            guard
                let next = try db.rows(
                    "SELECT id, kind FROM jobs WHERE \(open) ORDER BY due_at, id LIMIT 1"
                ).first,
                let kind = Job.Kind(rawValue: next.text(1))
            else { return nil }
            let id: Job.ID = next.id(0)
            // The conditions again: between the two statements another process may have taken it.
            return try db.rows(
                """
                UPDATE jobs SET leased_by = \(worker), leased_to = \(db.now + kind.lease),
                  attempts = attempts + 1
                WHERE id = \(id) AND \(open)
                RETURNING \(jobColumns)
                """
            ).first.flatMap { Job($0) }
        }
    }

    /// Notes that the job is done, and what came of it.
    public func finishJob(_ job: Job, as worker: String, outcome: String) async throws {
        try await writeOffTheRecord { db in
            _ = try db.run(
                """
                UPDATE jobs SET done_at = \(db.now), leased_by = NULL, leased_to = NULL,
                  outcome = \(outcome)
                WHERE id = \(job.id) AND leased_by = \(worker)
                """
            )
        }
    }

    /// Notes that the attempt failed: it is tried again later, and given up after the fifth.
    public func failJob(_ job: Job, as worker: String, outcome: String) async throws {
        let isLast = job.attempts >= Job.mostAttempts
        try await writeOffTheRecord { db in
            let gaveUpAt = isLast ? db.now : nil
            _ = try db.run(
                """
                UPDATE jobs SET due_at = \(db.now + Job.delay(after: job.attempts)),
                  gave_up_at = \(gaveUpAt), leased_by = NULL, leased_to = NULL, outcome = \(outcome)
                WHERE id = \(job.id) AND leased_by = \(worker)
                """
            )
        }
    }
}

extension ReadableDatabase {
    /// Returns the newest jobs first, for the administrator.
    public func jobs(limit: Int = 60) throws -> [Job] {
        try rows("SELECT \(jobColumns) FROM jobs ORDER BY slot_on DESC, kind LIMIT \(limit)")
            .compactMap { Job($0) }
    }
}

private let jobColumns: SQL = """
    id, kind, slot_on, due_at, attempts, leased_to, done_at, gave_up_at, outcome
    """

extension Job {
    /// From ``jobColumns``; `nil` for a kind that this program does not know.
    fileprivate init?(_ row: Row) {
        guard let kind = Job.Kind(rawValue: row.text(1)) else { return nil }
        self.init(
            id: row.id(0), kind: kind, slot: row.day(2), due: row.instant(3), attempts: row.int(4),
            leasedTo: row.optionalInstant(5), doneAt: row.optionalInstant(6),
            gaveUpAt: row.optionalInstant(7), outcome: row.text(8))
    }
}
