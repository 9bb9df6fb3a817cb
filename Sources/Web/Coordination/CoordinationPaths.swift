import Domain

extension Paths {
    /// Procedures that pass through several bodies, and the regulations on them.
    static func coordination(_ year: Int, on: Day? = nil) -> String {
        path([String(year), "coordination"], on: on)
    }
    static func coordination(_ year: Int, _ number: Int, _ thing: String...) -> String {
        path([String(year), "coordination", String(number)] + thing)
    }
    static func coordinationRegulation(_ year: Int, _ number: Int, _ thing: String...) -> String {
        path([String(year), "coordination-regulations", String(number)] + thing)
    }
}
