import Domain

extension Paths {
    /// A document's page for good, whatever year it stands in.
    static func legalDocument(_ number: Int, on: Day? = nil) -> String {
        path(["documents", String(number)], on: on)
    }
    static func legalDocumentTerms(_ year: Int, _ number: Int) -> String {
        path([String(year), "documents", String(number), "terms"])
    }
    static func legalText(_ number: Int) -> String {
        path(["documents", String(number), "text"])
    }
}
