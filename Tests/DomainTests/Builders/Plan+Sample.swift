import Domain

extension Plan {
    static func sample(symbol: String = "95/KH-UBND", issued: String? = "2020-12-31") -> Plan {
        Plan(
            id: ID("plan"), agency: Agency.ID("BD"), year: 2021, type: "Kế hoạch", symbol: symbol,
            title: "Kế hoạch cải cách hành chính năm 2021", issuedOn: issued.map(day))
    }
}

extension Plan.Target.Terms {
    /// Terms that lack nothing.
    static var complete: Self {
        var terms = share(100)
        terms.measure = .planIssued
        terms.scope = Scope.ID("all")
        return terms
    }

    /// The same terms, changed in one place.
    func with(_ change: (inout Self) -> Void) -> Self {
        var terms = self
        change(&terms)
        return terms
    }
}
