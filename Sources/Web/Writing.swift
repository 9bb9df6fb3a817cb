import Crypto
import Domain
import Foundation
import Hummingbird
import Store

extension RouterMethods where Context == AppContext {
    /// Adds what a signed-in person does with a form: the only way a handler may change the record.
    ///
    /// Whoever is not signed in is asked to; a form that was not made for this session is refused.
    /// Only then does the handler get the form.
    @discardableResult
    func write(
        _ path: RouterPath, limits: FormLimits = .standard,
        use handle: @escaping @Sendable (Form, AppContext) async throws -> Response
    ) -> Self {
        post(path) { request, context in
            let person = try context.signedIn()
            let form = try await request.form(limits: limits)
            guard FormToken(of: person).isEqual(to: form.text("token")) else {
                throw FormError.notOurs
            }
            return try await handle(form, context)
        }
    }
}

/// What a form carries to show that it was made for the session that sends it.
///
/// It is derived from the session's secret, which only the person's browser holds: no page of
/// another site can know it, no server has to store it, and it ends with the session.
struct FormToken {
    let text: String

    init(of person: SignedIn) {
        let key = SymmetricKey(data: Data(person.token.utf8))
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
}
