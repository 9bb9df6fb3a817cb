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
}

/// The form to choose another password.
struct ChangePasswordPage: Sendable {
    let language: Language
    let path: String
    let token: String
    /// Why it must be changed now; `nil` when the person came by choice.
    let notice: String?
    let fields: [Field]
    let problems: [String]
}
