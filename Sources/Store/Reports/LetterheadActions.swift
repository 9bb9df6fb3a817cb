import Domain

extension ReadableDatabase {
    /// Returns the head of the body's documents on the tree's day: as set for that day, the rest as the
    /// list of agencies has it; `nil` when the body was not there.
    ///
    /// Every document asks this one, whatever draws it up.
    public func letterhead(of agency: Agency.ID, in tree: AgencyTree) throws -> Letterhead? {
        guard let usual = Letterhead(of: agency, in: tree) else { return nil }
        return usual.worded(
            try letterheadWordings(
                where: "agency_id = \(agency) AND from_on <= \(tree.day)", limit: 1
            ).first)
    }

    /// Returns every wording that the body ever set, the newest first.
    public func letterheadWordings(of agency: Agency.ID) throws -> [LetterheadWording] {
        try letterheadWordings(where: "agency_id = \(agency)", limit: 200)
    }

    /// Returns how often the body's wordings were written.
    public func letterheadVersion(of agency: Agency.ID) throws -> Int {
        try rows(
            """
            SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM letterheads
            WHERE agency_id = \(agency)
            """
        ).first?.int(0) ?? 0
    }

    private func letterheadWordings(where condition: SQL, limit: Int) throws -> [LetterheadWording]
    {
        try rows(
            """
            SELECT agency_id, from_on, superior, issuer, name, place, abbreviation, source, version
            FROM letterheads WHERE \(condition) ORDER BY from_on DESC LIMIT \(limit)
            """
        ).map {
            LetterheadWording(
                agency: $0.id(0), from: $0.day(1), superior: $0.optionalText(2),
                issuer: $0.optionalText(3), name: $0.optionalText(4), place: $0.optionalText(5),
                abbreviation: $0.optionalText(6), source: $0.text(7), version: $0.int(8))
        }
    }
}

extension WritableDatabase {
    /// Sets how a body heads its documents from a day on; what was signed before stays as it was.
    ///
    /// A second wording of one day takes the place of the first; the journal has both.
    ///
    /// - Throws: ``InvalidInput``; ``EditConflict`` when somebody was quicker; ``PermissionError``.
    public func setLetterhead(_ wording: LetterheadWording, by user: User.ID) throws {
        try require(.setLetterheads, of: user, in: wording.agency)
        guard wording.problems.isEmpty else { throw InvalidInput(wording.problems) }
        guard try letterheadVersion(of: wording.agency) == wording.version else {
            throw EditConflict(Bilingual(vi: "Phần đầu văn bản", en: "letterhead"))
        }
        let old = try letterheadWordings(of: wording.agency).first { $0.from == wording.from }
        let new = LetterheadWording(
            agency: wording.agency, from: wording.from, superior: wording.superior,
            issuer: wording.issuer, name: wording.name, place: wording.place,
            abbreviation: wording.abbreviation, source: wording.source,
            version: (old?.version ?? 0) + 1)
        try run(
            """
            INSERT INTO letterheads (agency_id, from_on, superior, issuer, name, place, abbreviation,
              source, version, recorded_at)
            VALUES (\(new.agency), \(new.from), \(new.superior), \(new.issuer), \(new.name),
              \(new.place), \(new.abbreviation), \(new.source), \(new.version), \(now))
            ON CONFLICT (agency_id, from_on) DO UPDATE SET superior = excluded.superior,
              issuer = excluded.issuer, name = excluded.name, place = excluded.place,
              abbreviation = excluded.abbreviation, source = excluded.source,
              version = excluded.version, recorded_at = excluded.recorded_at
            """
        )
        try raise(.agencies)
        try journal(
            "letterhead.set", by: user, in: new.agency,
            [Change("agency", new.agency.text, before: old, after: new)])
    }
}
