import Domain

extension SQL {
    /// The condition that the column names a body of ours, not one above or outside.
    static func isOfOurs(_ issuer: SQL) -> SQL {
        "\(issuer) NOT IN (SELECT agency_id FROM outside_issuers)"
    }
}

extension ReadableDatabase {
    /// Returns the bodies above and outside that issue documents, by code.
    public func outsideIssuers() throws -> [OutsideIssuer] {
        try rows(
            "SELECT agency_id, code, name, name_en FROM outside_issuers ORDER BY code LIMIT 2000"
        ).map {
            OutsideIssuer(
                id: $0.id(0), code: $0.text(1), name: Bilingual(vi: $0.text(2), en: $0.text(3)))
        }
    }

    /// Returns the body above or outside with that id; `nil` for one of ours.
    public func outsideIssuer(_ id: Agency.ID) throws -> OutsideIssuer? {
        try outsideIssuers().first { $0.id == id }
    }
}

extension WritableDatabase {
    /// Adds a body above or outside, or gives the one with that code another name.
    ///
    /// - Throws: ``InvalidInput`` without code or name, or when a body of ours has the code.
    @discardableResult
    public func recordOutsideIssuer(
        coded code: String, name: String, nameInEnglish: String, by user: User.ID
    ) throws -> OutsideIssuer {
        try require(.manageLegalRules, of: user)
        let code = Vietnamese.composed(code.trimmed)
        let old = try outsideIssuers().first { $0.code == code }
        let vi = Vietnamese.composed(name.trimmed)
        let new = OutsideIssuer(
            id: old?.id ?? newID(), code: code,
            name: Bilingual(vi: vi, en: nameInEnglish.trimmed.isEmpty ? vi : nameInEnglish.trimmed))
        var problems = new.problems
        if try !rows("SELECT 1 FROM agency_versions WHERE code = \(code) LIMIT 1").isEmpty {
            problems.append(
                Problem(
                    "code", vi: "Mã “\(code)” là của một cơ quan trong danh mục; hãy chọn mã khác.",
                    en: "“\(code)” is the code of a listed body; choose another."))
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        guard new != old else { return new }
        if old == nil {
            try run("INSERT INTO agencies (id, created_at) VALUES (\(new.id), \(now))")
        }
        try run(
            """
            INSERT INTO outside_issuers (agency_id, code, name, name_en)
            VALUES (\(new.id), \(code), \(new.name.vi), \(new.name.en))
            ON CONFLICT (agency_id) DO UPDATE SET name = excluded.name, name_en = excluded.name_en
            """
        )
        try raise(.law)
        try journal(
            "outside-issuer.recorded", by: user,
            [Change("outside-issuer", new.id.text, before: old, after: new)])
        return new
    }
}
