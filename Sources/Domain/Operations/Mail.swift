/// A mail (thư): written by an action, handed to the server's sendmail command by one process.
///
/// One for each recipient, day and kind: whoever writes it again on that day writes nothing.
public struct Mail: Hashable, Sendable {
    public typealias ID = Identifier<Mail>

    /// What became of it.
    public enum Fate: String, CaseIterable, Hashable, Sendable {
        case waiting, underWay
        /// The command took it; where it went from there, the mail server's own log says.
        case sent
        /// Refused for good, or too often.
        case failed
        /// The process died while the command ran: perhaps sent, so not sent again by itself.
        case unclear

        public var title: Bilingual {
            switch self {
            case .waiting: Bilingual(vi: "chờ gửi", en: "waiting")
            case .underWay: Bilingual(vi: "đang gửi", en: "being sent")
            case .sent: Bilingual(vi: "đã gửi", en: "sent")
            case .failed: Bilingual(vi: "không gửi được", en: "not sent")
            case .unclear: Bilingual(vi: "không rõ đã gửi chưa", en: "not known whether sent")
            }
        }
    }

    /// How often it is tried before it has failed.
    public static let mostAttempts = 6
    /// Seconds after which a mail being sent counts as unclear.
    public static let patience = 300

    public let id: ID
    /// An account's id, or the address itself where the reader has no account.
    public let recipient: String
    /// The day it belongs to, in the workspace's zone.
    public let day: Day
    /// Stable and never translated: `alarm.backup`.
    public let kind: String
    public let address: String
    public let subject: String
    /// Plain text, a line feed at each line's end.
    public let body: String

    /// A mail to somebody who has an account.
    public init(
        to person: User.ID, at address: String, on day: Day, kind: String, subject: String,
        body: String, id: ID
    ) {
        self.init(
            id: id, recipient: person.text, day: day, kind: kind, address: address,
            subject: subject, body: body)
    }

    public init(
        id: ID, recipient: String, day: Day, kind: String, address: String, subject: String,
        body: String
    ) {
        self.id = id
        self.recipient = recipient
        self.day = day
        self.kind = kind
        self.address = address
        self.subject = subject
        self.body = body
    }

    /// Whether the text may stand as a mail address: one @, no white space, nothing that ends a line.
    ///
    /// What the mail server makes of it is the mail server's to say; this keeps it to one address.
    public static func isAddress(_ text: String) -> Bool {
        let halves = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty }), text.utf8.count <= 254,
            text.utf8.first != UInt8(ascii: "-")
        else { return false }
        let forbidden = Array(" <>,;:\"()[]\\".utf8)
        return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !forbidden.contains($0) }
    }
}

/// A mail with what became of it, for the administrator.
public struct MailRecord: Hashable, Sendable {
    public let mail: Mail
    public let writtenAt: Instant
    public let attempts: Int
    public let handedAt: Instant?
    public let sentAt: Instant?
    public let failedAt: Instant?
    /// What the command said last; empty before the first attempt.
    public let outcome: String

    public init(
        mail: Mail, writtenAt: Instant, attempts: Int, handedAt: Instant?, sentAt: Instant?,
        failedAt: Instant?, outcome: String
    ) {
        self.mail = mail
        self.writtenAt = writtenAt
        self.attempts = attempts
        self.handedAt = handedAt
        self.sentAt = sentAt
        self.failedAt = failedAt
        self.outcome = outcome
    }

    public func fate(at now: Instant) -> Mail.Fate {
        if sentAt != nil { return .sent }
        if failedAt != nil { return .failed }
        guard let handedAt else { return .waiting }
        return now < handedAt + Mail.patience ? .underWay : .unclear
    }
}

/// A mail that cannot be handled as asked.
public enum MailError: UserFacingError, Hashable {
    case badAddress(String)
    /// Only what failed, or whose fate is unclear, may be sent again.
    case notToBeSentAgain

    public var code: String {
        switch self {
        case .badAddress: "mail.bad-address"
        case .notToBeSentAgain: "mail.not-to-be-sent-again"
        }
    }

    public var kind: ErrorKind {
        switch self {
        case .badAddress: .invalid
        case .notToBeSentAgain: .conflict
        }
    }

    public var message: Bilingual {
        switch self {
        case .badAddress(let address):
            Bilingual(
                vi:
                    "“\(address)” không phải là địa chỉ thư điện tử; hãy ghi như ten@coquan.gov.vn.",
                en: "“\(address)” is no mail address; write it as name@agency.gov.vn.")
        case .notToBeSentAgain:
            Bilingual(
                vi:
                    "Chỉ gửi lại được thư không gửi được hoặc không rõ đã gửi chưa; hãy tải lại trang.",
                en:
                    "Only a mail that failed or whose fate is unclear can be sent again; reload the page."
            )
        }
    }
}
