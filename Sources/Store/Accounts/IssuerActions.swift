import Domain

/// What we ask an issuer with: made once, good for one answer to one browser.
public struct IssuerRequest: Hashable, Sendable {
    public let state: String
    /// Goes into a cookie, so that the answer counts only in the browser that asked.
    public let browser: String
    public let nonce: String
    /// The PKCE verifier.
    public let verifier: String
}

/// A request to an issuer whose answer has come.
public struct AnsweredRequest: Hashable, Sendable {
    public enum Purpose: Hashable, Sendable {
        case signIn
        /// Somebody who is signed in wants their identity there linked.
        case link(User.ID)
        /// An invitation is taken up, by the hash of its secret.
        case invitation(hash: String)
    }

    public let purpose: Purpose
    public let nonce: String
    public let verifier: String
    public let returnPath: String
}

/// An answer is taken for ten minutes.
private let requestSeconds = 600

extension Store {
    /// Notes what is asked of the issuer, and for what.
    public func beginIssuerRequest(
        linking account: User.ID? = nil, invitation secret: String? = nil, returnPath: String
    ) async throws -> IssuerRequest {
        let request = IssuerRequest(
            state: newSecret(), browser: newSecret(), nonce: newSecret(), verifier: newSecret())
        try await writeOffTheRecord { db in
            try db.run(
                "DELETE FROM issuer_requests WHERE started_at <= \(db.now + -requestSeconds)")
            try db.run(
                """
                INSERT INTO issuer_requests (state_hash, browser_hash, nonce, verifier,
                  return_path, account, link_hash, started_at)
                VALUES (\(sha256(request.state)), \(sha256(request.browser)), \(request.nonce),
                  \(request.verifier), \(returnPath), \(account), \(secret.map(sha256)), \(db.now))
                """
            )
        }
        return request
    }

    /// Takes the request that an answer belongs to, once.
    ///
    /// - Throws: ``IssuerError/notAsked``.
    public func takeIssuerRequest(state: String, browser: String) async throws -> AnsweredRequest {
        try await writeOffTheRecord { db in
            let found = try db.rows(
                """
                DELETE FROM issuer_requests
                WHERE state_hash = \(sha256(state)) AND browser_hash = \(sha256(browser))
                  AND started_at > \(db.now + -requestSeconds)
                RETURNING nonce, verifier, return_path, account, link_hash
                """
            ).first
            guard let found else { return AnsweredRequest?.none }
            let account: User.ID? = found.optionalID(3)
            let hash = found.optionalText(4)
            return AnsweredRequest(
                purpose: account.map { .link($0) } ?? hash.map { .invitation(hash: $0) } ?? .signIn,
                nonce: found.text(0), verifier: found.text(1), returnPath: found.text(2))
        }.unwrapped(or: IssuerError.notAsked)
    }

    /// Signs in whoever is linked with the issuer's subject.
    ///
    /// - Throws: ``IssuerError/notLinked``.
    public func signIn(issuer: String, subject: String, from origin: SignInOrigin) async throws
        -> SignInStep
    {
        try await writeOffTheRecord { db in
            let found = try db.rows(
                """
                SELECT a.id, a.login, a.name, a.agency, a.password
                FROM linked_subjects s JOIN accounts a ON a.id = s.account
                WHERE s.issuer = \(issuer) AND s.subject = \(subject) AND a.closed_at IS NULL
                """
            ).first
            guard let found else { throw IssuerError.notLinked }
            return try db.letIn(User(found), password: found.text(4), from: origin)
        }
    }

    /// Takes an invitation up with the issuer's subject instead of a password.
    ///
    /// - Throws: ``AccountError``.
    public func acceptLink(
        hash: String, issuer: String, subject: String, from origin: SignInOrigin
    ) async throws -> SignInStep {
        try await write { db in
            let account = try db.useLink(hash: hash) { account in
                try db.link(issuer, subject, to: account.id)
            }
            return try db.letIn(account, password: noPassword, from: origin)
        }
    }
}

extension ReadableDatabase {
    public func isLinked(_ account: User.ID, to issuer: String) throws -> Bool {
        try !rows(
            "SELECT subject FROM linked_subjects WHERE account = \(account) AND issuer = \(issuer)"
        ).isEmpty
    }
}

extension WritableDatabase {
    /// Links the person's own account with who they are at the issuer.
    ///
    /// - Throws: ``AccountError/linkedElsewhere``.
    public func linkSubject(_ subject: String, of issuer: String, to user: User.ID) throws {
        guard try !isLinked(user, to: issuer) else { return }
        try changeAccount("account.identity-linked", user, by: user) {
            try link(issuer, subject, to: user)
        }
    }

    /// Takes the link away again.
    ///
    /// - Throws: ``IssuerError/onlyWayIn``.
    public func unlinkSubject(of issuer: String, from user: User.ID) throws {
        guard try isLinked(user, to: issuer) else { return }
        let hasPassword = try !rows(
            "SELECT id FROM accounts WHERE id = \(user) AND password <> \(noPassword)"
        ).isEmpty
        guard hasPassword else { throw IssuerError.onlyWayIn }
        try changeAccount("account.identity-unlinked", user, by: user) {
            try run("DELETE FROM linked_subjects WHERE account = \(user) AND issuer = \(issuer)")
        }
    }

    fileprivate func link(_ issuer: String, _ subject: String, to account: User.ID) throws {
        let linked = try run(
            """
            INSERT INTO linked_subjects (issuer, subject, account, linked_at)
            VALUES (\(issuer), \(subject), \(account), \(now))
            ON CONFLICT (issuer, subject) DO NOTHING
            """
        )
        guard linked == 1 else { throw AccountError.linkedElsewhere }
    }
}

extension Optional {
    fileprivate func unwrapped(or error: some Error) throws -> Wrapped {
        guard let self else { throw error }
        return self
    }
}
