import Domain

extension ReadableDatabase {
    /// Works out what an agency list would change; the dry run stops here.
    public func agencyImport(_ read: ReadRows<AgencyRow>, from day: Day?) throws -> AgencyImport {
        let now = now
        return AgencyImport(read, onto: try agencyVersions(), from: day) { Agency.ID(at: now) }
    }
}

extension WritableDatabase {
    /// Takes an agency list into the record, all of it or nothing.
    ///
    /// - Returns: how much was new, changed or as it was; importing twice changes nothing.
    /// - Throws: ``InvalidInput`` with every problem of every row; ``PermissionError``.
    public func importAgencies(
        _ read: ReadRows<AgencyRow>, from day: Day?, by user: User.ID, because reason: String? = nil
    ) throws -> ImportSummary {
        try require(.manageAgencies, of: user)
        let plan = try agencyImport(read, from: day)
        if !plan.problems.isEmpty { throw InvalidInput(plan.problems) }
        var changes: [Change] = []
        let newIDs = plan.steps.compactMap {
            if case .new(let version) = $0 { version.agency } else { nil }
        }
        for id in newIDs {
            try run("INSERT INTO agencies (id, created_at) VALUES (\(id), \(now))")
        }
        for step in plan.steps {
            switch step {
            case .unchanged: continue
            case .new(let version):
                try insert(version)
                changes.append(Change("agency", version.agency.text, after: version))
            case .changed(let old, let new):
                try run(
                    """
                    UPDATE agency_versions SET until_on = \(new.tenure.from)
                    WHERE agency_id = \(old.agency) AND from_on = \(old.tenure.from)
                    """
                )
                try insert(new)
                changes.append(Change("agency", new.agency.text, before: old, after: new))
            case .corrected(let old, let new):
                try delete(old)
                try insert(new)
                changes.append(Change("agency", new.agency.text, before: old, after: new))
            }
        }
        let summary = ImportSummary(
            new: plan.newCount, changed: plan.changedCount, unchanged: plan.unchangedCount,
            problems: [],
            notices: plan.notices)
        guard !changes.isEmpty else { return summary }
        try saveStandardScopes()
        try nameWorkspace(after: plan, by: user)
        try raise(.agencies)
        try journal("agencies.imported", by: user, because: reason, changes)
        return summary
    }

    /// Puts on record who carries on what a body was.
    ///
    /// - Throws: ``AgencyError`` when it would follow itself; ``PermissionError``.
    public func confirmSuccession(_ succession: Succession, by user: User.ID) throws {
        try require(.manageAgencies, of: user)
        guard succession.from != succession.to else { throw AgencyError.succeedsItself }
        for agency in [succession.from, succession.to] where try agencyVersions(of: agency).isEmpty
        {
            throw MissingRecord(Bilingual(vi: "cơ quan", en: "agency"), agency.text)
        }
        let changed = try run(
            """
            INSERT INTO successions (from_id, to_id, day_on, kind, basis)
            VALUES (\(succession.from), \(succession.to), \(succession.day), \(succession.kind.rawValue),
              \(succession.basis))
            ON CONFLICT (from_id, to_id, day_on) DO NOTHING
            """
        )
        guard changed > 0 else { return }
        try raise(.agencies)
        try journal(
            "agency.succeeded", by: user,
            [
                Change("agency", succession.from.text, after: succession),
                Change("agency", succession.to.text, after: succession),
            ])
    }

    /// A workspace that nobody named takes the name of the province that its first list begins with.
    private func nameWorkspace(after plan: AgencyImport, by user: User.ID) throws {
        let workspace = try workspace()
        guard workspace.name == Workspace.unnamed.name else { return }
        for case .new(let version) in plan.steps
        where version.level == .province && version.parent == nil {
            try setWorkspace(
                Workspace(
                    name: Bilingual(version.name), fixedToday: workspace.fixedToday,
                    isMadeUp: workspace.isMadeUp, readableByVisitors: workspace.readableByVisitors),
                by: user)
            return
        }
    }

    private func saveStandardScopes() throws {
        for scope in Scope.standard {
            let blocks = scope.blocks.map(\.rawValue).joined(separator: " ")
            try run(
                """
                INSERT INTO scopes (id, name_vi, name_en, blocks)
                VALUES (\(scope.id), \(scope.name.vi), \(scope.name.en), \(blocks))
                ON CONFLICT (id) DO NOTHING
                """
            )
        }
    }

    private func insert(_ version: Agency.Version) throws {
        try run(
            """
            INSERT INTO agency_versions
              (agency_id, from_on, until_on, code, name, level, block, parent_id, sort_key, search_text)
            VALUES (\(version.agency), \(version.tenure.from), \(version.tenure.until), \(version.code),
              \(version.name), \(version.level.rawValue), \(version.block?.rawValue), \(version.parent),
              \(Vietnamese.sortKey(version.name)), \(Vietnamese.folded("\(version.name) \(version.code)")))
            """
        )
        for (scheme, value) in version.codes.sorted(by: { $0.key < $1.key }) {
            try run(
                """
                INSERT INTO agency_codes (agency_id, from_on, scheme, value)
                VALUES (\(version.agency), \(version.tenure.from), \(scheme), \(value))
                """
            )
        }
    }

    private func delete(_ version: Agency.Version) throws {
        try run(
            "DELETE FROM agency_codes WHERE agency_id = \(version.agency) AND from_on = \(version.tenure.from)"
        )
        try run(
            "DELETE FROM agency_versions WHERE agency_id = \(version.agency) AND from_on = \(version.tenure.from)"
        )
    }
}
