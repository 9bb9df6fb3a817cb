import Domain
import Store

/// What the address asks of the register of documents, with what it names looked up.
struct LegalDocumentQuery {
    var filter = LegalDocumentFilter()
    /// The number of the last document of the page before.
    let after: Int?
    /// As typed, to be shown in the filter again.
    let issuerCode: String
    let isOfAllYears: Bool

    init(_ typed: Form, year: Int, tree: AgencyTree) {
        isOfAllYears = typed.text("years") == "all"
        filter.year = isOfAllYears ? nil : year
        filter.nature = LegalDocument.Nature(rawValue: typed.text("nature"))
        filter.kind = LegalDocument.Kind(rawValue: typed.text("kind"))
        filter.judged = LegalDocumentFilter.Judged(rawValue: typed.text("state"))
        filter.effect = EffectState(rawValue: typed.text("effect"))
        filter.field = String(typed.text("field").prefix(120))
        filter.isQueried = typed.text("only") == "queried"
        filter.affectsBusiness = typed.text("only") == "business"
        filter.search = String(typed.text("q").prefix(200))
        issuerCode = typed.text("issuer")
        // Who is not there has issued none.
        if !issuerCode.isEmpty {
            filter.issuer = tree.bodies(coded: issuerCode).first?.id ?? Agency.ID("-")
        }
        after = Int(typed.text("after"))
    }

    /// The fields of the address, without the page.
    var fields: [(name: String, value: String?)] {
        [
            ("q", filter.search.isEmpty ? nil : filter.search),
            ("years", isOfAllYears ? "all" : nil), ("nature", filter.nature?.rawValue),
            ("kind", filter.kind?.rawValue), ("state", filter.judged?.rawValue),
            ("effect", filter.effect?.rawValue),
            ("field", filter.field.isEmpty ? nil : filter.field),
            ("only", filter.isQueried ? "queried" : filter.affectsBusiness ? "business" : nil),
            ("issuer", issuerCode.isEmpty ? nil : issuerCode),
        ]
    }
}
