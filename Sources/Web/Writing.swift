import Crypto
import Domain
import Foundation
import Hummingbird
import Store

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
    init(sessionHash: String) {
        let key = SymmetricKey(data: Data(sessionHash.utf8))
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
