import Domain

/// A person's own account.
struct OwnAccountPage: Sendable {
    let language: Language
    let title: String
    let token: String
    let facts: [Fact]
    let passwordPath: String
    let secondFactor: SecondFactor
    /// The office's own accounts; `nil` when the server knows none.
    let issuer: Issuer?
    let sessions: [Session]
    let sessionPath: String
    let hasOthers: Bool

    struct Fact: Sendable {
        let name: String
        let value: String
    }

    struct SecondFactor: Sendable {
        let state: String
        let badge: Badge.Kind
        let detail: String
        let link: Link
    }

    struct Issuer: Sendable {
        let name: String
        let state: String
        let linkPath: String?
        let removalPath: String?
    }

    struct Session: Sendable {
        let id: String
        let device: String
        let isThisOne: Bool
        let address: String
        let started: String
        let seen: String
    }
}
