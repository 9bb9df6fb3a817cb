/// An account as the list of accounts shows it.
public struct ListedAccount: Hashable, Sendable {
    public enum State: String, CaseIterable, Hashable, Sendable {
        /// Is known here and was never given a way in.
        case uninvited
        /// Has a link that still works and was not used.
        case invited
        /// The link ran out before it was used.
        case linkExpired
        case active
        /// May not sign in any more.
        case closed

        public var title: Bilingual {
            switch self {
            case .uninvited: Bilingual(vi: "chưa mời", en: "not invited")
            case .invited: Bilingual(vi: "đã mời, chưa nhận", en: "invited")
            case .linkExpired: Bilingual(vi: "liên kết đã hết hạn", en: "link expired")
            case .active: Bilingual(vi: "đang dùng", en: "in use")
            case .closed: Bilingual(vi: "đã khóa", en: "closed")
            }
        }
    }

    public let user: User
    public let mail: String?
    public let roles: [HeldRole]
    public let state: State
    public let hasSecondFactor: Bool
    /// When one of the account's sessions was last in use; `nil` when there is none left.
    public let seenAt: Instant?
    /// What became of the mail with the last link; `nil` when none was tried.
    public let mailing: Mailing?

    /// What became of a mail.
    public enum Mailing: Hashable, Sendable {
        case sent(Instant)
        case failed(Instant)
    }

    public init(
        user: User, mail: String?, roles: [HeldRole], state: State, hasSecondFactor: Bool,
        seenAt: Instant?, mailing: Mailing?
    ) {
        self.user = user
        self.mail = mail
        self.roles = roles
        self.state = state
        self.hasSecondFactor = hasSecondFactor
        self.seenAt = seenAt
        self.mailing = mailing
    }
}
