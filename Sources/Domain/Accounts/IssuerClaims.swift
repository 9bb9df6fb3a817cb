/// What an issuer says of the person it let in, as its signed ID token has it.
///
/// Source: OpenID Connect Core 1.0, sections 2 and 3.1.3.7.
public struct IssuerClaims: Hashable, Sendable {
    public let issuer: String
    /// Who the person is there; never changes and is never given to somebody else.
    public let subject: String
    /// For whom the token was made.
    public let audience: [String]
    /// Which of them asked, where there are several.
    public let authorizedParty: String?
    public let expiresAt: Instant
    public let issuedAt: Instant
    /// What we gave along when we asked.
    public let nonce: String?

    public init(
        issuer: String, subject: String, audience: [String], authorizedParty: String?,
        expiresAt: Instant, issuedAt: Instant, nonce: String?
    ) {
        self.issuer = issuer
        self.subject = subject
        self.audience = audience
        self.authorizedParty = authorizedParty
        self.expiresAt = expiresAt
        self.issuedAt = issuedAt
        self.nonce = nonce
    }

    /// Seconds by which the issuer's clock may differ from ours.
    public static let leeway = 120
    /// Seconds after which a token is too old, whatever it says.
    public static let oldest = 600

    /// Why the claims are not an answer to what we asked; `nil` when they are.
    ///
    /// The signature has been checked before.
    public func fault(issuer: String, client: String, nonce: String, at now: Instant) -> Fault? {
        if self.issuer != issuer { return .otherIssuer }
        if !audience.contains(client) { return .otherAudience }
        if authorizedParty != client, authorizedParty != nil || audience.count > 1 {
            return .otherAudience
        }
        if self.nonce != nonce { return .otherNonce }
        if expiresAt + Self.leeway <= now || issuedAt + Self.oldest <= now { return .expired }
        if now + Self.leeway < issuedAt { return .notYet }
        if subject.isEmpty || subject.utf8.count > 255 { return .noSubject }
        return nil
    }

    public enum Fault: String, Hashable, Sendable, CaseIterable {
        case otherIssuer, otherAudience, otherNonce, expired, notYet, noSubject
    }
}
