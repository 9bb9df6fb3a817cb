import Domain

extension Measure {
    /// What a standing by this measure is computed from; when none of them was raised, it still holds.
    public var topics: [Topic] {
        switch self {
        case .planIssued, .planCompleted: [.agencies, .plans]
        case .bodiesInspected, .communesInspected, .selfInspected:
            [.agencies, .plans, .inspections]
        case .findingsRemedied: [.agencies, .plans, .findings]
        case .documentsInOrder: [.agencies, .plans, .law]
        case .typed: [.agencies, .plans, .figures]
        default: [.agencies, .plans, .registers]
        }
    }
}

extension ReadableDatabase {
    /// Returns how a target stands, from the records of its year; `nil` while it has no measure.
    public func standing(_ asked: Measurement, year: Int) throws -> Standing? {
        let tree = asked.tree
        return switch asked.target.terms.measure {
        case nil: nil
        case .planIssued: .plansIssued(try agencyPlanFacts(year, tree), asked)
        case .planCompleted:
            .plansCompleted(
                try agencyPlanFacts(year, tree), try agencyTaskFacts(year, tree, on: asked.on),
                asked)
        case .bodiesInspected: .bodiesInspected(try inspectionFacts(year, tree), asked)
        case .communesInspected: .communesInspected(try inspectionFacts(year, tree), asked)
        case .selfInspected: .selfInspected(try selfInspectionFacts(year, tree), asked)
        case .findingsRemedied: .findingsRemedied(try findingFacts(year, tree), asked)
        case .documentsInOrder: .documentsInOrder(try documentFacts(year, tree), asked)
        case .typed: .typed(try figures(of: asked.target.id), asked)
        case let measure?: try registerStanding(measure, asked, year: year)
        }
    }
}
