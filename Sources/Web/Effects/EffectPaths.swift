import Domain

extension Paths {
    /// What the ledger says of all documents.
    static let legalEffects = "/documents/effects"

    static func legalEffects(_ number: Int) -> String {
        path(["documents", String(number), "effects"])
    }
    static func legalEffectWithdrawals(_ number: Int) -> String {
        path(["documents", String(number), "effect-withdrawals"])
    }
    static func basisAlerts(_ number: Int) -> String {
        path(["documents", String(number), "basis-alerts"])
    }
    /// The register's documents of all years that are in a state on the day.
    static func documents(inState state: EffectState, _ year: Int, on: Day? = nil) -> String {
        path(
            [String(year), "documents"], [("years", "all"), ("effect", state.rawValue)], on: on)
    }
}
