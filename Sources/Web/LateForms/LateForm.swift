import Crypto
import Domain
import Foundation
import Store

/// What somebody sent in a form after their session had ended, until they have signed in again.
///
/// It lies in the database sealed (AES-GCM); the key follows from a ticket that only the person's
/// browser holds, so what was typed is in clear nowhere but in their own requests.
struct KeptForm: Codable, Hashable, Sendable {
    /// Whose session it was; nobody else gets to see it.
    let account: User.ID
    /// Where it was sent to.
    let path: String
    let fields: [TypedField]
    /// The fields that carried files, which have to be chosen again.
    let files: [String]

    struct TypedField: Codable, Hashable, Sendable {
        let name: String
        let value: String
    }

    init(_ form: Form, sentTo path: String, by account: User.ID) {
        self.account = account
        self.path = path
        fields = form.typed.filter { $0.name != "token" }
            .map { TypedField(name: $0.name, value: $0.value) }
        files = form.fileNames
    }

    /// Sealed under the ticket, as text.
    func sealed(under ticket: LateTicket) throws -> String {
        let box = try AES.GCM.seal(try JSONEncoder().encode(self), using: ticket.key)
        return box.combined?.base64EncodedString() ?? ""
    }

    /// Opens what was sealed under the ticket; `nil` when it was not, or was tampered with.
    init?(_ sealed: String, under ticket: LateTicket) {
        guard let bytes = Data(base64Encoded: sealed),
            let box = try? AES.GCM.SealedBox(combined: bytes),
            let opened = try? AES.GCM.open(box, using: ticket.key),
            let form = try? JSONDecoder().decode(KeptForm.self, from: opened)
        else { return nil }
        self = form
    }
}

/// The secret in the person's browser under which a late form is kept.
struct LateTicket: Sendable {
    let text: String

    init() {
        text = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }.base64EncodedString()
    }

    /// From a cookie; `nil` when it cannot be one of ours.
    init?(_ text: String?) {
        guard let text, text.utf8.count == 44 else { return nil }
        self.text = text
    }

    /// Under which it is found.
    var hash: String {
        SHA256.hash(data: Data(("find " + text).utf8)).lowercaseHexadecimal
    }

    fileprivate var key: SymmetricKey {
        SymmetricKey(data: SHA256.hash(data: Data(("seal " + text).utf8)))
    }
}
