import Domain
import Store
import Testing

extension DraftPlan {
    /// Three targets and three tasks, as the reader would have found them in ``text``.
    static let small = DraftPlan(
        document: Header(),
        clauses: [
            DraftClause(path: "I", kind: .heading, text: "I. MỤC TIÊU", start: 0, end: 11),
            DraftClause(
                path: "I.1", kind: .target, text: "1. Kiểm tra 30% cơ quan.", start: 12, end: 36),
        ],
        targets: [
            target("I.1-1", .bodiesInspected, 3_000), target("I.1-2", .findingsRemedied, 10_000),
            target("I.2", nil, 9_000),
        ],
        tasks: [
            task("II.1", lead: "Sở Nội vụ", day("2021-06-30")),
            task("II.2", lead: "Sở Tư pháp", nil),
            task("II.3", lead: nil, nil),
        ],
        queries: [
            DraftQuery(
                start: 12, end: 36, message: Bilingual(vi: "Tính thế nào?", en: "How is it meant?"))
        ])

    static let text = "I. MỤC TIÊU\n1. Kiểm tra 30% cơ quan.\n"

    private static func target(_ code: String, _ measure: Measure?, _ hundredths: Int)
        -> DraftTarget
    {
        DraftTarget(
            clause: code, text: "1. Kiểm tra 30% cơ quan.", start: 12, end: 36,
            comparator: .atLeast,
            value: .number(hundredths: hundredths), unit: "%", scope: nil, each: nil, deadline: nil,
            measure: measure?.rawValue)
    }

    private static func task(_ clause: String, lead: String?, _ due: Day?) -> DraftTask {
        DraftTask(
            clause: clause, text: "Nhiệm vụ \(clause)", start: 12, end: 36, lead: lead,
            cooperating: nil,
            deadline: due.map { .day($0) }, product: nil, budget: nil)
    }
}

extension StandingOffice {
    /// Adds the small plan, still to be gone through.
    @discardableResult
    func addPlan(
        _ symbol: String = "95/KH-UBND", amending amended: Plan.ID? = nil,
        from effective: String? = nil,
        year: Int = 2021
    ) async throws -> Plan.ID {
        let agency = try await agency("BD")
        return try await write { db, user in
            let plan = Plan(
                id: db.newID(), agency: agency, year: year, type: "Kế hoạch", symbol: symbol,
                title: "Cải cách hành chính năm \(year)", place: "Bình Định",
                signer: "Nguyễn Văn Mẫu",
                issuedOn: day("\(year - 1)-12-31"), effectiveOn: effective.map(day), amends: amended
            )
            try db.addPlan(
                plan, text: DraftPlan.text, draft: .small, by: user, on: day("2021-01-04"))
            return plan.id
        }
    }

    /// Adds the small plan and accepts all its targets: the first counts inspections, the last is typed.
    @discardableResult
    func confirmPlan(
        _ symbol: String = "95/KH-UBND", amending amended: Plan.ID? = nil,
        from effective: String? = nil,
        replacing replaced: [Int: Plan.Target.ID] = [:], year: Int = 2021
    ) async throws -> Plan.ID {
        let id = try await addPlan(symbol, amending: amended, from: effective, year: year)
        let lead = try await agency("BD-SNV")
        try await write { db, user in
            for (position, target) in try db.targets(of: id).enumerated() {
                var terms = target.terms
                terms.lead = lead
                terms.measure = terms.measure ?? .typed
                terms.scope = terms.measure?.needsScope == true ? Scope.ID("all") : nil
                try db.decideTarget(
                    target.id, .accepted, terms: terms, replacing: replaced[position],
                    version: target.version,
                    by: user)
            }
            try db.confirmPlan(id, by: user, on: day("2021-01-05"))
        }
        return id
    }

    func targets(of plan: Plan.ID) async throws -> [Plan.Target] {
        try await read { try $0.targets(of: plan) }
    }
}

/// "agency|year|symbol|issued".
func agencyPlanRows(_ lines: String...) -> ReadRows<AgencyPlanRow> {
    AgencyPlanColumns.all.lines(lines, AgencyPlanRow())
}

/// "agency|year|number|text|due|done".
func agencyTaskRows(_ lines: String...) -> ReadRows<AgencyTaskRow> {
    AgencyTaskColumns.all.lines(lines, AgencyTaskRow())
}
