import Domain
import Sample

/// The sample's own rows as facts at the positions of the tree asked about, without any database.
struct SampleRows {
    let sample: SampleYear
    let asked: Measurement
    /// The numbers that self-inspections were given, by body: officers entered them.
    let numbers: [String: Int]
    /// The days by which a campaign asks those that it took in before they were held, by body.
    let asksBy: [String: Day]

    init(
        _ sample: SampleYear, _ asked: Measurement, _ numbers: [String: Int],
        _ asksBy: [String: Day]
    ) {
        self.sample = sample
        self.asked = asked
        self.numbers = numbers
        self.asksBy = asksBy
    }

    func standing() -> Standing? {
        switch asked.target.terms.measure {
        case nil: nil
        case .planIssued: .plansIssued(plans, asked)
        case .planCompleted: .plansCompleted(plans, tasks, asked)
        case .bodiesInspected: .bodiesInspected(inspections, asked)
        case .communesInspected: .communesInspected(inspections, asked)
        case .selfInspected: .selfInspected(selfInspections, asked)
        case .findingsRemedied: .findingsRemedied(findings, asked)
        case .documentsInOrder: .documentsInOrder(documents, asked)
        case .typed: .typed(figures, asked)
        default: nil
        }
    }

    private func position(_ code: String?) -> Int {
        code.flatMap { asked.tree.bodies(coded: $0).first }.flatMap {
            asked.tree.position(of: $0.id)
        } ?? -1
    }

    private var plans: [Facts.AgencyPlan] {
        sample.agencyPlans.compactMap { line in
            line.row.issuedOn.map {
                Facts.AgencyPlan(
                    body: position(line.row.agencyCode), symbol: line.row.symbol ?? "",
                    issuedOn: $0,
                    recordedOn: line.recordedOn)
            }
        }
    }

    private var tasks: [Facts.AgencyTasks] {
        Dictionary(grouping: sample.agencyTasks.map(\.row)) { position($0.agencyCode) }.map {
            body, rows in
            let due = rows.filter { $0.dueOn.map { $0 <= asked.on } ?? false }
            let done = rows.filter { $0.doneOn.map { $0 <= asked.on } ?? false }
            return Facts.AgencyTasks(
                body: body, total: rows.count, due: due.count,
                dueDone: due.count { $0.doneOn.map { $0 <= asked.on } ?? false }, done: done.count,
                lastDoneOn: done.compactMap(\.doneOn).max())
        }
    }

    private var inspections: [Facts.Inspection] {
        sample.inspections.enumerated().map { place, line in
            Facts.Inspection(
                number: place + 1, inspector: position(line.row.inspectorCode),
                body: position(line.row.bodyCode),
                plannedOn: line.row.plannedOn, heldOn: line.row.heldOn,
                concludedOn: line.row.concludedOn,
                symbol: line.row.conclusionSymbol ?? "", cancelledOn: line.row.cancelledOn,
                recordedOn: line.recordedOn)
        }
    }

    private var selfInspections: [Facts.SelfInspection] {
        sample.selfInspections.map { line in
            let code = line.row.bodyCode ?? ""
            return Facts.SelfInspection(
                number: numbers[code] ?? 0, body: position(line.row.bodyCode),
                plannedOn: asksBy[code] ?? line.row.plannedOn,
                heldOn: line.row.heldOn, symbol: line.row.reportSymbol ?? "",
                recordedOn: line.recordedOn)
        }
    }

    /// None is entered before the inspection that it names.
    private var findings: [Facts.Finding] {
        let entered = sample.findings.map { line in
            let inspection = line.row.inspectionNumber.map { sample.inspections[$0 - 1].recordedOn }
            return (line.row, max(line.recordedOn, inspection ?? line.recordedOn))
        }
        let inOrder = entered.indices.sorted { (entered[$0].1, $0) < (entered[$1].1, $1) }
        return inOrder.enumerated().compactMap { place, index in
            let (row, recordedOn) = entered[index]
            guard let found = row.foundOn, let due = row.dueOn else { return nil }
            return Facts.Finding(
                number: place + 1, body: position(row.bodyCode), foundOn: found, dueOn: due,
                closedOn: row.closedOn, recordedOn: recordedOn)
        }
    }

    private var documents: [Facts.Document] {
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

    private var figures: [Facts.Figure] {
        sample.figures.filter { $0.targetCode == asked.target.code }.map {
            Facts.Figure(
                day: $0.day, numerator: $0.numerator, denominator: $0.denominator,
                source: $0.source,
                note: $0.note, recordedOn: $0.recordedOn)
        }
    }
}
