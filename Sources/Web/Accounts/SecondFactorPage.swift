import Domain
import Markup

/// Setting up a second factor: a QR code to scan, a code to prove it.
struct SecondFactorSetPage: Sendable {
    let language: Language
    let token: String
    let path: String
    /// Why it must be done now; `nil` when the person came by choice.
    let notice: String?
    let problem: String?
    let secret: String
    let secretInGroups: String
    let picture: HTML
}

/// A second factor that is set up: new codes, or taking it away.
struct SecondFactorPage: Sendable {
    let language: Language
    let token: String
    let problem: String?
    let codesPath: String
    let removalPath: String
}

/// Ten codes, shown once.
struct RecoveryCodesPage: Sendable {
    let language: Language
    let codes: [String]
    let onward: Link
}
