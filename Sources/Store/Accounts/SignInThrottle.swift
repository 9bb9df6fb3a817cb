import Domain
import Foundation

/// Whose failures are counted together; only the SHA-256 is kept, for people mistype passwords here.
struct SignInSource: Sendable {
    let hash: String
    /// Failures before the first delay; many people may share an address.
    let free: Int
    /// Whether a success wipes the failures out; otherwise it takes only itself back.
    let startsAnew: Bool

    init(login: String) {
        self.init("login " + login, free: 4, startsAnew: true)
    }

    /// A whole IPv6 network of 64 bits is one address, for one household has as many as it likes.
    init(address: String) {
        self.init("address " + network(of: address), free: 30, startsAnew: false)
    }

    /// A device that signed in to the account before.
    init(device: String, login: String) {
        self.init("device \(device) \(login)", free: 4, startsAnew: true)
    }

    /// The codes of an account's second factor, tried from a device.
    init(codesOf account: User.ID, device: String?) {
        self.init("codes \(account.text) \(device ?? "")", free: 4, startsAnew: true)
    }

    /// The present password, asked of somebody who is signed in and wants another.
    init(ownPasswordOf account: User.ID) {
        self.init("password \(account.text)", free: 4, startsAnew: true)
    }

    private init(_ text: String, free: Int, startsAnew: Bool) {
        hash = sha256(text)
        self.free = free
        self.startsAnew = startsAnew
    }

    /// Seconds to wait after so many failures: 0, then 2, 4, 8 … up to a quarter of an hour.
    func delay(after failures: Int) -> Int {
        guard failures > free else { return 0 }
        return min(900, 1 << min(failures - free, 10))
    }
}

private func network(of address: String) -> String {
    guard address.contains(":") else { return address }
    let halves = address.split(separator: "%")[0].components(separatedBy: "::")
    let front = halves[0].split(separator: ":").map(String.init)
    let back = halves.count > 1 ? halves[1].split(separator: ":").map(String.init) : []
    guard !(halves.count > 1 && back.last?.contains(".") == true) else {
        return back.last ?? address  // ::ffff:10.0.0.1 is an IPv4 address
    }
    let zeros = Array(repeating: "0", count: max(0, 8 - front.count - back.count))
    return (front + (halves.count > 1 ? zeros : []) + back).prefix(4).joined(separator: ":")
}

extension WritableDatabase {
    /// Whose failures an attempt counts as.
    ///
    /// A device that signed in to this account before has a counter of its own, so nobody else's
    /// failures can keep its person out; any other attempt counts against the login and the address.
    func sources(of login: String, from origin: SignInOrigin) throws -> [SignInSource] {
        let device = origin.knownDevice ?? ""
        let known = try rows(
            """
            SELECT d.account FROM known_devices d JOIN accounts a ON a.id = d.account
            WHERE d.secret_hash = \(sha256(device)) AND a.login = \(login)
            """
        )
        return known.isEmpty
            ? [SignInSource(login: login), SignInSource(address: origin.address)]
            : [SignInSource(device: device, login: login)]
    }

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
        for source in sources {
            if source.startsAnew {
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
