import Crypto
import Domain
import Foundation
import Hummingbird
import Store
import Synchronization

extension AppContext {
    /// Reads a form that anybody may send: signing in, taking up an invitation.
    ///
    /// Its page carries ``openFormToken``; a form that was not made for this browser is refused.
    func openForm(_ request: Request, limits: FormLimits = .small) async throws -> Form {
        let form = try await request.form(limits: limits)
        guard visitorKey.accepts(form.text("token")) else { throw FormError.notOurs }
        return form
    }
}

/// What the forms of somebody who is not signed in are bound to: a secret cookie of their browser.
///
/// It is made when the first such form is shown, so a visitor who only reads gets none.
final class VisitorKey: Sendable {
    private let key: Mutex<String?>
    private let isSent: Bool

    /// Takes the cookie as the browser sent it; one that is none of ours counts as none.
    init(_ sent: String?) {
        let isOurs = sent.map { $0.utf8.count == 43 } ?? false
        key = Mutex(isOurs ? sent : nil)
        isSent = isOurs
    }

    /// The key, when it was made during this request and the browser has to be given it.
    var made: String? { isSent ? nil : key.withLock { $0 } }

    /// What a form carries.
    var token: String {
        let key = key.withLock { key in
            let known = key ?? Self.newKey()
            key = known
            return known
        }
        return FormToken(secret: key).text
    }

    func accepts(_ token: String) -> Bool {
        guard isSent, let key = key.withLock({ $0 }) else { return false }
        return FormToken(secret: key).isEqual(to: token)
    }

    /// 256 random bits as letters that a cookie may hold.
    static func newKey() -> String {
        let bits = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        return bits.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }
}

/// What a form carries to show that it was made for the session that sends it.
///
/// It is derived from the session's secret, which only the person's browser holds: no page of
/// another site can know it, no server has to store it. It follows from the secret's hash, so a form
/// of an earlier session of the same person can still be told from a foreign one.
struct FormToken {
    let text: String

    init(of person: SignedIn) {
        self.init(sessionHash: SHA256.hash(data: Data(person.token.utf8)).lowercaseHexadecimal)
    }

    /// - Parameter sessionHash: the SHA-256 of the session's secret, as the database keeps it.
    init(sessionHash: String) { self.init(secret: sessionHash) }

    init(secret: String) {
        let key = SymmetricKey(data: Data(secret.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Data("caicach form".utf8), using: key)
        text = Data(code).base64EncodedString()
    }

    /// Compares in a time that doesn't tell how much of it was right.
    func isEqual(to other: String) -> Bool {
        let (left, right) = (Array(text.utf8), Array(other.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension AppContext {
    /// The token for the forms of this page; empty for a visitor, who may send none.
    var formToken: String { person.map { FormToken(of: $0).text } ?? "" }

    /// The token for a form that anybody may send, whether signed in or not.
    var openFormToken: String { visitorKey.token }

    /// Whether the form was made for this person: for this session, or for one of theirs that ended.
    func isOurs(_ form: Form, of person: SignedIn) async throws -> Bool {
        let token = form.text("token")
        if FormToken(of: person).isEqual(to: token) { return true }
        let earlier = try await site.store.read { try $0.recentSessionHashes(of: person.user.id) }
        return earlier.contains { FormToken(sessionHash: $0).isEqual(to: token) }
    }
}

extension Digest {
    /// Two digits for each byte.
    var lowercaseHexadecimal: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
