import Domain

extension Scope {
    static func standard(_ id: String) -> Scope? { Scope.standard.first { $0.id.text == id } }
}

extension Plan.Target {
    static func sample(_ terms: Terms, _ decision: Decision = .accepted, code: String = "II.1.a.1")
        -> Plan.Target
    {
        Plan.Target(
            id: ID("target"), plan: Plan.ID("plan"), code: code, start: 0, end: 0, terms: terms,
            decision: decision)
    }
}

extension Plan.Target.Terms {
    /// "Ít nhất 30%", unless told otherwise.
    static func share(
        _ percent: Int, _ comparator: Comparator = .atLeast, deadline: String? = nil,
        reading: Plan.Target.Reading? = nil
    ) -> Self {
        Self(
            title: "", comparator: comparator, value: .number(hundredths: percent * 100),
            deadline: deadline.map(day), lead: Agency.ID("BD-SNV"), reading: reading)
    }

    /// A plain number of something counted: "ít nhất 12 mô hình".
    static func number(
        _ hundredths: Int, _ comparator: Comparator = .atLeast, unit: String = "mô hình",
        deadline: String? = nil
    ) -> Self {
        Self(
            title: "", comparator: comparator, value: .number(hundredths: hundredths), unit: unit,
            deadline: deadline.map(day), lead: Agency.ID("BD-SNV"))
    }
}

extension Province {
    /// What a measure is asked in the PAR year 2021.
    func asked(
        _ terms: Plan.Target.Terms, of scope: String? = "all", on text: String,
        dayHasEnded: Bool = true
    ) -> Measurement {
        let on = day(text)
        return Measurement(
            target: .sample(terms), scope: scope.flatMap(Scope.standard),
            tree: tree(on: Measurement.treeDay(on: on, period: year2021)), issuer: Agency.ID("BD"),
            period: year2021, on: on, dayHasEnded: dayHasEnded)
    }
}

extension Measurement {
    /// Where the body with that code stands in the tree asked about.
    func place(_ code: String) -> Int {
        guard let place = tree.position(of: Agency.ID(code)) else {
            preconditionFailure("no body \(code) on \(tree.day)")
        }
        return place
    }
}
