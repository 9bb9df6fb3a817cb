import Domain

extension ReadableDatabase {
    /// Works out what a list of agencies' plans would change; the dry run stops here.
    public func agencyPlanImport(_ read: ReadRows<AgencyPlanRow>) throws -> RecordImport<Plan> {
        var result = RecordImport<Plan>(problems: read.problems, notices: read.notices)
        let directory = try agencyDirectory(of: read.rows.map(\.row.agencyCode))
        var lines: [(number: Int, agency: Agency.ID, year: Int, symbol: String, issuedOn: Day)] = []
        for (number, row) in read.rows {
            guard let code = row.agencyCode, let year = row.year, let symbol = row.symbol,
                let issuedOn = row.issuedOn
            else { continue }
            switch directory.agency(coded: code, on: issuedOn, field: "agency_code") {
            case .problem(let problem): result.problems.append(problem.at(row: number))
            case .found(let agency): lines.append((number, agency, year, symbol, issuedOn))
            }
        }
        let known = try agencyPlans(of: Set(lines.map(\.year)), among: Set(lines.map(\.agency)))
        let issuers = try planIssuers(of: Set(lines.map(\.year)))
        var seen: [AgencyYear: Int] = [:]
        for line in lines {
            let key = AgencyYear(agency: line.agency, year: line.year)
            if issuers[line.year] == line.agency {
                result.problems.append(.isIssuer(row: line.number, year: line.year))
                continue
            }
            if let other = seen.updateValue(line.number, forKey: key) {
                result.problems.append(.secondPlan(row: line.number, other: other, year: line.year))
                continue
            }
            let old = known[key]
            let plan = Plan(
                id: old?.id ?? Plan.ID(at: now), agency: line.agency, year: line.year,
                type: old?.type ?? "Kế hoạch", symbol: line.symbol,
                title: old?.title ?? "Kế hoạch cải cách hành chính năm \(line.year)",
                issuedOn: line.issuedOn, parent: old?.parent,
                declaredOn: old?.declaredOn ?? now.day(), version: old?.version ?? 1)
            result.take(plan, replacing: old)
        }
        result.problems.sort { ($0.row ?? 0) < ($1.row ?? 0) }
        return result
    }

    /// Which body issues the plan that others carry out, for each of the years that has one.
    private func planIssuers(of years: Set<Int>) throws -> [Int: Agency.ID] {
        var issuers: [Int: Agency.ID] = [:]
        for year in years { issuers[year] = try currentPlan(of: year)?.agency }
        return issuers
    }
}

extension WritableDatabase {
    /// Declares agencies' plans: symbol, day, agency; all rows or none.
    public func importAgencyPlans(
        _ read: ReadRows<AgencyPlanRow>, by user: User.ID
    ) throws -> ImportSummary {
        try requireSomewhere(.declarePlans, of: user)
        let result = try agencyPlanImport(read)
        try result.requireSound()
        try require(.declarePlans, of: user, inEach: result.records.map(\.agency))
        let years = Set((result.new + result.changed.map(\.new)).map(\.year))
        var parents: [Int: Plan.ID] = [:]
        for year in years {
            guard let parent = try currentPlan(of: year) else {
                throw PlanError.yearWithoutPlan(year)
            }
            parents[year] = parent.id
        }
        var changes: [Change] = []
        for plan in result.new {
            let child = plan.carryingOut(parents[plan.year])
            try insert(child)
            changes.append(Change("plan", child.id.text, after: child))
        }
        for change in result.changed {
            let changed = try run(
                """
                UPDATE plans SET symbol = \(change.new.symbol), issued_on = \(change.new.issuedOn),
                  declared_on = \(change.new.declaredOn), version = version + 1, recorded_at = \(now)
                WHERE id = \(change.new.id) AND version = \(change.new.version)
                """
            )
            guard changed == 1 else { throw EditConflict(Bilingual(vi: "Kế hoạch", en: "plan")) }
            changes.append(
                Change("plan", change.new.id.text, before: change.old, after: change.new.raised))
        }
        guard !changes.isEmpty else { return result.summary }
        for year in years.sorted() { try raise(.plans, year: year) }
        try journal("agency-plans.imported", by: user, changes)
        return result.summary
    }
}

/// One agency in one year: it has one plan.
struct AgencyYear: Hashable {
    let agency: Agency.ID
    let year: Int
}

extension Problem {
    fileprivate static func secondPlan(row: Int, other: Int, year: Int) -> Problem {
        Problem(
            "agency_code", row: row,
            vi: "Cơ quan này đã có kế hoạch năm \(year) ở dòng \(other); mỗi cơ quan một kế hoạch.",
            en: "Row \(other) already gives this agency's plan of \(year); one plan each.")
    }

    fileprivate static func isIssuer(row: Int, year: Int) -> Problem {
        Problem(
            "agency_code", row: row,
            vi:
                "Đây là cơ quan ban hành kế hoạch năm \(year), không phải cơ quan thực hiện; hãy bỏ dòng này.",
            en: "This body issues the plan of \(year) that the others carry out; remove the row.")
    }
}

extension Plan {
    /// The plan as it stands once the change is written.
    var raised: Plan {
        Plan(
            id: id, agency: agency, year: year, type: type, symbol: symbol, title: title,
            place: place,
            signer: signer, issuedOn: issuedOn, effectiveOn: effectiveOn, parent: parent,
            amends: amends,
            programme: programme, confirmation: confirmation, declaredOn: declaredOn,
            replacedBy: replacedBy, version: version + 1)
    }
}
