import Domain

extension WritableDatabase {
    /// Takes a criteria set into the record, as a draft that can still be changed.
    ///
    /// - Throws: ``InvalidInput`` with every leak, overlap, circle and misspelling.
    @discardableResult
    public func addCriteriaSet(_ read: ReadCriteria, by user: User.ID) throws -> CriteriaSet {
        try require(.manageCriteria, of: user)
        guard read.problems.isEmpty else { throw InvalidInput(read.problems) }
        let set = CriteriaSet(
            id: newID(), number: try nextNumber("criteria-set"), details: read.details,
            criteria: read.criteria, notes: read.notes)
        let details = set.details
        try run(
            """
            INSERT INTO criteria_sets
              (id, number, name, block, year, symbol, issued_on, source, classes, ties, closed_on,
               version, recorded_at)
            VALUES (\(set.id), \(set.number), \(details.name), \(details.block.stored),
              \(details.year), \(details.symbol), \(details.issuedOn), \(details.source),
              \(details.classes.text), \(details.ties.rawValue), \(set.closedOn), 1, \(now))
            """
        )
        try insertLines(of: set)
        try raise(.scoring, year: details.year)
        try journal(
            "criteria.added", by: user,
            [Change("criteria-set", set.id.text, after: JournaledSet(set))])
        return set
    }

    /// Puts other lines and details in the place of a draft's.
    public func replaceCriteria(
        of number: Int, with read: ReadCriteria, version: Int, by user: User.ID
    ) throws {
        try require(.manageCriteria, of: user)
        guard read.problems.isEmpty else { throw InvalidInput(read.problems) }
        let set = try openSet(number, version: version)
        let changed = set.with(
            details: read.details, criteria: read.criteria,
            notes: set.notes.merging(read.notes) { $1 }, version: set.version + 1)
        let details = changed.details
        try run(
            """
            UPDATE criteria_sets SET name = \(details.name), block = \(details.block.stored),
              year = \(details.year), symbol = \(details.symbol), issued_on = \(details.issuedOn),
              source = \(details.source), classes = \(details.classes.text),
              ties = \(details.ties.rawValue), version = version + 1, recorded_at = \(now)
            WHERE id = \(set.id)
            """
        )
        try run("DELETE FROM criteria WHERE set_id = \(set.id)")
        try run("DELETE FROM criteria_notes WHERE set_id = \(set.id)")
        try insertLines(of: changed)
        try raise(.scoring, year: details.year)
        try journal(
            "criteria.changed", by: user,
            [
                Change(
                    "criteria-set", set.id.text, before: JournaledSet(set),
                    after: JournaledSet(changed))
            ])
    }

    /// Notes why a sum that doesn't come out stands as the decision has it.
    public func settleSum(
        _ code: String, of number: Int, note: String, version: Int, by user: User.ID
    ) throws {
        try require(.manageCriteria, of: user)
        let set = try openSet(number, version: version)
        guard set.allQueries.contains(where: { $0.code == code }) else {
            throw MissingRecord(Bilingual(vi: "chỗ tổng điểm không khớp", en: "open sum"), code)
        }
        guard !note.trimmed.isEmpty else {
            throw InvalidInput([
                Problem("note", vi: "Hãy ghi lý do giữ nguyên.", en: "Say why it stands.")
            ])
        }
        let settled = set.with(
            notes: set.notes.merging([code: note]) { $1 }, version: set.version + 1)
        try run(
            """
            INSERT INTO criteria_notes (set_id, code, note) VALUES (\(set.id), \(code), \(note))
            ON CONFLICT (set_id, code) DO UPDATE SET note = excluded.note
            """
        )
        try run("UPDATE criteria_sets SET version = version + 1 WHERE id = \(set.id)")
        try raise(.scoring, year: set.details.year)
        try journal(
            "criteria.sum-settled", by: user, because: note,
            [
                Change(
                    "criteria-set", set.id.text, before: JournaledSet(set),
                    after: JournaledSet(settled))
            ])
    }

    private func openSet(_ number: Int, version: Int) throws -> CriteriaSet {
        guard let set = try criteriaSet(numbered: number) else {
            throw MissingRecord.criteriaSet(number)
        }
        if let day = set.closedOn { throw ScoringError.setClosed(on: day) }
        guard set.version == version else {
            throw EditConflict(Bilingual(vi: "Bộ tiêu chí", en: "criteria set"))
        }
        return set
    }

    private func insertLines(of set: CriteriaSet) throws {
        for (position, criterion) in set.criteria.enumerated() {
            try run(
                """
                INSERT INTO criteria
                  (set_id, position, code, parent, title, maximum, nature, input, rule, evidence,
                   appraiser, confirmer, source, exemption, feeds)
                VALUES (\(set.id), \(position), \(criterion.code), \(criterion.parent),
                  \(criterion.title), \(criterion.maximum.hundredths), \(criterion.nature.rawValue),
                  \(criterion.input?.text), \(criterion.ruleText), \(criterion.evidence),
                  \(criterion.appraiser), \(criterion.confirmer), \(criterion.source),
                  \(criterion.exemption), \(criterion.feeds))
                """
            )
        }
        for (code, note) in set.notes.sorted(by: { $0.key < $1.key }) {
            try run(
                "INSERT INTO criteria_notes (set_id, code, note) VALUES (\(set.id), \(code), \(note))"
            )
        }
    }
}

extension MissingRecord {
    static func criteriaSet(_ number: Int) -> MissingRecord {
        MissingRecord(Bilingual(vi: "bộ tiêu chí", en: "criteria set"), "\(number)")
    }
}

extension Agency.Block? {
    /// As columns hold it; empty for the province itself.
    var stored: String { self?.rawValue ?? "" }
}

/// A set as the journal keeps it: its details, and each line by its code.
struct JournaledSet: Encodable {
    let number: Int
    let details: CriteriaSet.Details
    let criteria: [String: Criterion]
    let notes: [String: String]
    let closedOn: Day?
    let version: Int

    init(_ set: CriteriaSet) {
        number = set.number
        details = set.details
        criteria = Dictionary(set.criteria.map { ($0.code, $0) }, uniquingKeysWith: { a, _ in a })
        notes = set.notes
        closedOn = set.closedOn
        version = set.version
    }
}
