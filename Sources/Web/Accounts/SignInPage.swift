import Domain

/// The form to sign in.
struct SignInPage: Sendable {
    let language: Language
    let path: String
    let token: String
    /// What was typed the last time.
    let login: String
    /// Why it did not work, and what to do; `nil` at first.
    let problem: String?
    /// Where to go afterwards.
    let returnPath: String
    /// How to sign in for the first time, on a machine that shows it.
    let hint: String?
    /// Signing in where the office's own accounts are kept; `nil` when there is no such place.
    let issuer: Link?
}

/// A form that asks for a code of the second factor.
struct CodePage: Sendable {
    let language: Language
    let path: String
    let token: String
    let problem: String?
    let hidden: [HiddenField]
}

/// The form to choose another password.
struct ChangePasswordPage: Sendable {
    let language: Language
    let title: String
    let path: String
    let token: String
    /// Why it must be changed now, or whose account is opened; `nil` when the person came by choice.
    let notice: String?
    let fields: [Field]
    let problems: [String]
    let button: String
    /// Taking the invitation up with the office's own account instead.
    var issuer: Link?
}
