import Domain

/// What went wrong, and what to do next.
struct ErrorPage: Sendable {
    let language: Language
    let title: String
    let message: String
    /// The places at fault, each with its remedy; empty when the message says it all.
    let problems: [String]
    /// Which roles may do what was refused, and who could give one; empty for other errors.
    var remedy: [String] = []
    /// The number under which a fault stands in the log; `nil` when the person can act alone.
    let reference: String?
    let next: [Link]
}
