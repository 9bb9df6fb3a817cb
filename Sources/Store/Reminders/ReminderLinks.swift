import Crypto
import Domain
import Foundation

/// What a mail's link says: which form it opens, for whom, until when.
///
/// It signs nobody in: boxes of offices are read by several people. It is signed so that it cannot
/// be made up, and so that it can say "nothing is left to do" without asking who comes.
public struct ReminderLink: Hashable, Sendable {
    public let kind: InboxItem.Kind
    public let record: String
    public let person: User.ID
    /// The last day on which it works.
    public let until: Day

    /// How many days it works.
    ///
    /// *Ours: decision 0019.*
    static let days = 30

    /// The link as an address carries it.
    func signed(with key: SymmetricKey) -> String {
        "\(payload).\(Self.code(of: payload, key))"
    }

    private var payload: String { "\(kind.rawValue).\(record).\(person.text).\(until.text)" }

    /// Reads what ``signed(with:)`` wrote; `nil` for anything else.
    init?(_ token: String, key: SymmetricKey) {
        let parts = token.split(separator: ".").map(String.init)
        guard parts.count == 5, let kind = InboxItem.Kind(rawValue: parts[0]),
            let until = Day(parts[3])
        else { return nil }
        self.init(kind: kind, record: parts[1], person: User.ID(parts[2]), until: until)
        let code = Data(Self.code(of: payload, key).utf8)
        let sent = Data(parts[4].utf8)
        // Takes as long whatever is wrong.
        guard code.count == sent.count, zip(code, sent).reduce(0, { $0 | ($1.0 ^ $1.1) }) == 0
        else { return nil }
    }

    init(kind: InboxItem.Kind, record: String, person: User.ID, until: Day) {
        self.kind = kind
        self.record = record
        self.person = person
        self.until = until
    }

    /// 128 bits of an HMAC, as letters that an address may hold.
    private static func code(of payload: String, _ key: SymmetricKey) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("caicach reminder \(payload)".utf8), using: key)
        return Data(code).prefix(16).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

/// The row of `settings` that holds the key; never journaled.
private let keySetting = "reminders.key"

extension ReadableDatabase {
    /// Returns what a link says; `nil` when it is none of ours or has run out.
    public func reminderLink(_ token: String) throws -> ReminderLink? {
        guard let key = try storedReminderKey(), let link = ReminderLink(token, key: key),
            now.day() <= link.until
        else { return nil }
        return link
    }

    /// Returns the thing as the inboxes have it; `nil` when nothing is left to do about it.
    public func openItem(
        _ kind: InboxItem.Kind, _ record: String, on today: Day
    ) throws -> InboxItem? {
        let question = InboxQuestion(
            bodies: .all, today: today, year: try planCalendar().year(of: today))
        return try inboxItems(question, InboxFilter(kind: kind, records: [record]), limit: 1).first
    }

    fileprivate func storedReminderKey() throws -> SymmetricKey? {
        try rows("SELECT value FROM settings WHERE key = \(keySetting)").first
            .flatMap { Data(base64Encoded: $0.text(0)) }.map { SymmetricKey(data: $0) }
    }
}

extension WritableDatabase {
    /// The key that signs links, made when the first mail is written.
    func reminderKey() throws -> SymmetricKey {
        if let key = try storedReminderKey() { return key }
        let key = SymmetricKey(size: .bits256)
        try set(keySetting, key.withUnsafeBytes { Data($0).base64EncodedString() })
        return key
    }
}
