import Domain

extension Paths {
    /// A document's page for good, whatever year it stands in.
    static func legalDocument(_ number: Int, on: Day? = nil) -> String {
        path(["documents", String(number)], on: on)
    }
    static func legalDocumentTerms(_ year: Int, _ number: Int) -> String {
        path([String(year), "documents", String(number), "terms"])
    }
    /// How a document came about: `file`, `steps`, `opinions`, `procedure`, or a list as a file.
    static func legalFile(_ number: Int, _ thing: String, _ format: String? = nil) -> String {
        path(["documents", String(number), format.map { "\(thing).\($0)" } ?? thing])
    }
    static func legalScope(_ year: Int) -> String { path([String(year), "documents", "scope"]) }
    static func legalText(_ number: Int) -> String {
        path(["documents", String(number), "text"])
    }
}
