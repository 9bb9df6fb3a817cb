import Domain

/// Plans and their words as the tables keep them.
extension WritableDatabase {
    /// Keeps the words of a plan as they are, and its clauses as places in them.
    func insert(_ text: String, _ clauses: [DraftClause], of plan: Plan.ID) throws {
        try run("INSERT INTO plan_texts (plan_id, text) VALUES (\(plan), \(text))")
        for (position, clause) in clauses.enumerated() {
            try run(
                """
                INSERT INTO clauses (plan_id, position, path, kind, start_at, end_at)
                VALUES (\(plan), \(position), \(clause.path), \(clause.kind.rawValue),
                  \(clause.start), \(clause.end))
                """
            )
        }
    }

    func insert(_ plan: Plan, replacedBy replacement: Plan.ID? = nil) throws {
        try run(
            """
            INSERT INTO plans
              (id, agency_id, year, type, symbol, title, place, signer, issued_on, effective_on, parent_id,
               amends_id, programme_id, confirmed_by, confirmed_on, declared_on, replaced_by, version,
               recorded_at)
            VALUES (\(plan.id), \(plan.agency), \(plan.year), \(plan.type), \(plan.symbol), \(plan.title),
              \(plan.place), \(plan.signer), \(plan.issuedOn), \(plan.effectiveOn), \(plan.parent),
              \(plan.amends), \(plan.programme), \(plan.confirmation?.by), \(plan.confirmation?.day),
              \(plan.declaredOn), \(replacement), \(plan.version), \(now))
            """
        )
    }
}
