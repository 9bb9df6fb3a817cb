/// A link that opens an account once: an invitation, or a way to choose a new password (liên kết).
///
/// The database keeps the SHA-256 of its secret only, so whoever reads the database has no link.
public struct AccountLink: Hashable, Sendable {
    public typealias ID = Identifier<AccountLink>

    public enum Purpose: String, CaseIterable, Hashable, Sendable, Codable {
        /// The person's first way in (lời mời).
        case invitation
        /// A new password after the old one was taken away (đặt lại mật khẩu).
        case reset
    }

    public let id: ID
    public let account: User
    public let purpose: Purpose
    public let expiresAt: Instant

    public init(id: ID, account: User, purpose: Purpose, expiresAt: Instant) {
        self.id = id
        self.account = account
        self.purpose = purpose
        self.expiresAt = expiresAt
    }
}

/// A link just made, with its secret, which is shown or sent now and kept nowhere.
public struct NewAccountLink: Hashable, Sendable {
    public let link: AccountLink
    public let secret: String
    /// Where to mail it; `nil` when the account has no mail address.
    public let mail: String?

    public init(link: AccountLink, secret: String, mail: String?) {
        self.link = link
        self.secret = secret
        self.mail = mail
    }
}
