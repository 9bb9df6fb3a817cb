import Domain

extension ReadableDatabase {
    /// Returns whose documents count to the year's target.
    public func legalScope(of year: Int) throws -> LegalScope {
        try rows("SELECT levels, source, version FROM legal_scopes WHERE year = \(year)").first.map
        {
            row in
            LegalScope(
                year: year,
                levels: Set(
                    row.text(0).split(separator: " ").compactMap {
                        Agency.Level(rawValue: String($0))
                    }),
                source: row.text(1), version: row.int(2))
        } ?? LegalScope(year: year)
    }
}

extension WritableDatabase {
    /// Settles whose documents count to the year's target, and by which document.
    ///
    /// - Throws: ``InvalidInput`` without a level or a source; ``EditConflict`` when somebody was quicker.
    public func settleLegalScope(_ scope: LegalScope, by user: User.ID) throws {
        try require(.manageTemplates, of: user)
        guard scope.problems.isEmpty else { throw InvalidInput(scope.problems) }
        let old = try legalScope(of: scope.year)
        guard old.version == scope.version else {
            throw EditConflict(Bilingual(vi: "Phạm vi tính văn bản", en: "scope of documents"))
        }
        guard old != scope else { return }
        let new = LegalScope(
            year: scope.year, levels: Set(scope.levels), source: scope.source,
            version: scope.version + 1)
        try run(
            """
            INSERT INTO legal_scopes (year, levels, source, version)
            VALUES (\(new.year), \(new.levels.map(\.rawValue).joined(separator: " ")),
              \(new.source), \(new.version))
            ON CONFLICT (year) DO UPDATE SET levels = excluded.levels, source = excluded.source,
              version = excluded.version
            """
        )
        try raise(.law, year: new.year)
        try journal(
            "legal-scope.settled", by: user,
            [
                Change(
                    "legal-scope", String(new.year), before: old.version == 0 ? nil : old,
                    after: new)
            ])
    }
}
