import Domain

@testable import Sample

/// A year of the sample as the measures see it: the tree on a day and the facts at its positions.
struct SampleFacts {
    let sample: SampleYear
    let tree: AgencyTree
    private let positions: [String: Int]

    init(_ sample: SampleYear) {
        self.sample = sample
        let read = AgencyColumns.all.read(
            AgencyColumns.all.table(sample.agencies), blank: AgencyRow())
        var next = 0
        let plan = AgencyImport(read, onto: [], from: nil) {
            next += 1
            return Agency.ID("agency-\(next)")
        }
        let versions = plan.steps.compactMap { step -> Agency.Version? in
            if case .new(let version) = step { version } else { nil }
        }
        tree = AgencyTree(versions, on: sample.today)
        positions = Dictionary(tree.bodies.enumerated().map { ($1.code, $0) }) { first, _ in first }
    }

    /// The position of the body with that code; an unknown code is a hole in the sample.
    func position(_ code: String?) -> Int {
        code.flatMap { positions[$0] } ?? -1
    }

    var issuer: Agency.ID { tree[0].id }

    var plans: [Facts.AgencyPlan] {
        sample.agencyPlans.compactMap { line in
            guard let issued = line.row.issuedOn else { return nil }
            return Facts.AgencyPlan(
                body: position(line.row.agencyCode), symbol: line.row.symbol ?? "",
                issuedOn: issued,
                recordedOn: line.recordedOn)
        }
    }

    func tasks(on day: Day) -> [Facts.AgencyTasks] {
        Dictionary(grouping: sample.agencyTasks.map(\.row)) { position($0.agencyCode) }.map {
            body, rows in
            let due = rows.filter { $0.dueOn.map { $0 <= day } ?? false }
            let done = rows.filter { $0.doneOn.map { $0 <= day } ?? false }
            return Facts.AgencyTasks(
                body: body, total: rows.count, due: due.count,
                dueDone: due.count { $0.doneOn.map { $0 <= day } ?? false }, done: done.count,
                lastDoneOn: done.compactMap(\.doneOn).max())
        }
    }

    var inspections: [Facts.Inspection] {
        sample.inspections.enumerated().map { place, line in
            Facts.Inspection(
                number: place + 1, inspector: position(line.row.inspectorCode),
                body: position(line.row.bodyCode), plannedOn: line.row.plannedOn,
                heldOn: line.row.heldOn,
                concludedOn: line.row.concludedOn, symbol: line.row.conclusionSymbol ?? "",
                cancelledOn: line.row.cancelledOn, recordedOn: line.recordedOn)
        }
    }

    var selfInspections: [Facts.SelfInspection] {
        sample.selfInspections.enumerated().map { place, line in
            Facts.SelfInspection(
                number: place + 1, body: position(line.row.bodyCode), plannedOn: line.row.plannedOn,
                heldOn: line.row.heldOn, symbol: line.row.reportSymbol ?? "",
                recordedOn: line.recordedOn)
        }
    }

    var findings: [Facts.Finding] {
        sample.findings.enumerated().compactMap { place, line in
            guard let found = line.row.foundOn, let due = line.row.dueOn else { return nil }
            return Facts.Finding(
                number: place + 1, body: position(line.row.bodyCode), foundOn: found, dueOn: due,
                closedOn: line.row.closedOn, recordedOn: line.recordedOn)
        }
    }

    var documents: [Facts.Document] {
        sample.legalDocuments.enumerated().compactMap { place, line in
            guard let signed = line.row.signedOn else { return nil }
            var answers: [LegalDocument.Condition: LegalDocument.Answer] = [:]
            answers[.order] = line.row.order
            answers[.procedure] = line.row.procedure
            answers[.authority] = line.row.authority
            answers[.quality] = line.row.quality
            return Facts.Document(
                number: place + 1, issuer: position(line.row.issuerCode),
                symbol: line.row.symbol ?? "",
                signedOn: signed, answers: answers, judgedOn: line.row.judgedOn,
                recordedOn: line.recordedOn)
        }
    }

    func figures(of target: String) -> [Facts.Figure] {
        sample.figures.filter { $0.targetCode == target }.map {
            Facts.Figure(
                day: $0.day, numerator: $0.numerator, denominator: $0.denominator,
                source: $0.source,
                note: $0.note, recordedOn: $0.recordedOn)
        }
    }

    /// How the target stands on the day, the sample's today unless another is asked.
    func standing(_ decision: TargetDecision, on day: Day? = nil) -> Standing {
        let day = day ?? sample.today
        let share =
            switch decision.code {
            case "II.1.a.2-1": 3_000
            case "II.1.a.2-2" where sample.year == 2021: 3_000
            case "II.3.a.1": 8_000
            case "II.3.a.2": 9_000
            default: 10_000
            }
        let terms = Plan.Target.Terms(
            title: decision.title, comparator: share == 10_000 ? .equal : .atLeast,
            value: .number(hundredths: share), measure: decision.measure, scope: decision.scope,
            deadline: decision.deadline, deadlineSource: decision.deadlineSource,
            lead: tree.bodies.first { $0.code == decision.leadCode }?.id,
            answerable: decision.answerable)
        let asked = Measurement(
            target: Plan.Target(
                id: Plan.Target.ID("target"), plan: Plan.ID("plan"), code: decision.code, start: 0,
                end: 0,
                terms: terms, decision: .accepted),
            scope: Scope.standard.first { $0.id == decision.scope }, tree: tree, issuer: issuer,
            period: sample.period, on: day)
        return switch decision.measure {
        case .planIssued: Standing.plansIssued(plans, asked)
        case .planCompleted: Standing.plansCompleted(plans, tasks(on: day), asked)
        case .bodiesInspected: Standing.bodiesInspected(inspections, asked)
        case .communesInspected: Standing.communesInspected(inspections, asked)
        case .selfInspected: Standing.selfInspected(selfInspections, asked)
        case .findingsRemedied: Standing.findingsRemedied(findings, asked)
        case .documentsInOrder: Standing.documentsInOrder(documents, asked)
        case .typed: Standing.typed(figures(of: decision.code), asked)
        default: preconditionFailure("The sample binds no target to a register here.")
        }
    }

    func standing(_ code: String, on day: Day? = nil) -> Standing? {
        sample.targets.first { $0.code == code }.map { standing($0, on: day) }
    }
}
