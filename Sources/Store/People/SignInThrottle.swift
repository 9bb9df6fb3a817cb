import Domain

/// Whose failures are counted together; only the SHA-256 is kept, for people mistype passwords here.
struct SignInSource: Sendable {
    let hash: String
    /// Failures before the first delay; many people may share an address.
    let free: Int

    init(login: String) {
        hash = sha256("login " + login)
        free = 4
    }

    init(address: String) {
        hash = sha256("address " + address)
        free = 30
    }

    /// Seconds to wait after so many failures: 0, then 2, 4, 8 … up to a quarter of an hour.
    func delay(after failures: Int) -> Int {
        guard failures > free else { return 0 }
        return min(900, 1 << min(failures - free, 10))
    }
}

extension WritableDatabase {
    /// Counts the attempt as a failure before it is checked, so that many at once count as many.
    ///
    /// - Throws: ``SignInError/tooManyAttempts(retryAfter:)``.
    func countAttempt(of sources: [SignInSource]) throws {
        for source in sources {
            // Counting first locks the row, so attempts at the same moment are seen one by one.
            let counted = try rows(
                """
                INSERT INTO sign_in_failures (source, count, failed_at, blocked_to)
                VALUES (\(source.hash), 1, \(now), \(now))
                ON CONFLICT (source) DO UPDATE SET failed_at = excluded.failed_at,
                  count = CASE WHEN sign_in_failures.failed_at < \(now + -86_400) THEN 1
                    ELSE sign_in_failures.count + 1 END
                RETURNING count, blocked_to
                """
            )
            guard let row = counted.first else {
                throw StoreFault("an attempt that was not counted")
            }
            let wait = row.instant(1).milliseconds - now.milliseconds
            guard wait <= 0 else {
                throw SignInError.tooManyAttempts(retryAfter: Int((wait + 999) / 1_000))
            }
            try run(
                """
                UPDATE sign_in_failures SET blocked_to = \(now + source.delay(after: row.int(0)))
                WHERE source = \(source.hash)
                """
            )
        }
    }

    /// Takes the attempt back, for it succeeded: the login starts anew, its address is one down.
    func forgetAttempt(of sources: [SignInSource]) throws {
        try run("DELETE FROM sign_in_failures WHERE failed_at < \(now + -86_400)")
        for (index, source) in sources.enumerated() {
            if index == 0 {
                try run("DELETE FROM sign_in_failures WHERE source = \(source.hash)")
            } else {
                try run(
                    """
                    UPDATE sign_in_failures SET count = count - 1, blocked_to = \(now)
                    WHERE source = \(source.hash)
                    """
                )
            }
        }
    }
}
