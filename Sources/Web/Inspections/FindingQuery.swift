import Domain
import Store

/// What the address asks of the register of findings, with what it names looked up.
struct FindingQuery {
    var filter = FindingFilter()
    /// The number of the last finding of the page before.
    let after: Int?
    /// As typed, to be shown in the filter again.
    let bodyCode: String
    let finderCode: String

    init(_ typed: Form, tree: AgencyTree) {
        let state = typed.text("state")
        filter.box = FindingFilter.Box(rawValue: state)
        if filter.box == nil { filter.state = Finding.State(rawValue: state) }
        filter.source = Finding.Source(rawValue: typed.text("source"))
        filter.severity = Finding.Severity(rawValue: typed.text("severity"))
        filter.isRepeated = typed.text("only") == "repeats"
        filter.toCheck = typed.text("only") == "checks"
        filter.search = String(typed.text("q").prefix(200))
        bodyCode = typed.text("body")
        finderCode = typed.text("finder")
        // Who is not there has none.
        if !bodyCode.isEmpty {
            filter.body = tree.bodies(coded: bodyCode).first?.id ?? Agency.ID("-")
        }
        if !finderCode.isEmpty {
            filter.finder = tree.bodies(coded: finderCode).first?.id ?? Agency.ID("-")
        }
        after = Int(typed.text("after"))
    }

    /// The fields of the address, without the page.
    var fields: [(name: String, value: String?)] {
        [
            ("q", filter.search.isEmpty ? nil : filter.search),
            ("state", filter.box?.rawValue ?? filter.state?.rawValue),
            ("source", filter.source?.rawValue), ("severity", filter.severity?.rawValue),
            ("only", filter.isRepeated ? "repeats" : filter.toCheck ? "checks" : nil),
            ("body", bodyCode.isEmpty ? nil : bodyCode),
            ("finder", finderCode.isEmpty ? nil : finderCode),
        ]
    }
}
