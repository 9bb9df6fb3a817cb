import Domain

/// A step with who took it and when it was entered.
public struct RecordedStep: Hashable, Sendable {
    public let number: Int
    public let step: Finding.Step
    public let author: User.ID
    public let recordedAt: Instant
}

extension ReadableDatabase {
    public func eachFinding(of year: Int, _ body: (Finding) throws -> Void) throws {
        try eachFinding(where: "year = \(year)", body)
    }

    public func findings(of body: Agency.ID, year: Int) throws -> [Finding] {
        try findings(where: "body_id = \(body) AND year = \(year)")
    }

    /// Returns what was found at the body before the year and is still open by the end of the day.
    public func openFindings(of body: Agency.ID, before year: Int, on day: Day) throws -> [Finding]
    {
        try findings(
            where: """
                body_id = \(body) AND year < \(year) AND (closed_on IS NULL OR closed_on > \(day))
                """)
    }

    /// Returns what the inspection found, by number.
    public func findings(of inspection: Inspection.ID) throws -> [Finding] {
        try findings(where: "inspection_id = \(inspection)")
    }

    public func finding(numbered number: Int) throws -> Finding? {
        try findings(where: "number = \(number)").first
    }

    public func finding(_ id: Finding.ID) throws -> Finding? {
        try findings(where: "id = \(id)").first
    }

    /// Returns the findings that repeat this one, by number.
    public func repetitions(of id: Finding.ID) throws -> [Finding] {
        try findings(where: "repeats_id = \(id)")
    }

    /// Returns the plan year that the finding stands in.
    public func year(of id: Finding.ID) throws -> Int? {
        try rows("SELECT year FROM findings WHERE id = \(id)").first?.int(0)
    }

    /// Returns what happened to the finding, oldest first.
    public func steps(of id: Finding.ID) throws -> [RecordedStep] {
        try rows(
            """
            SELECT number, kind, day_on, text, document, due_on, recheck_on, author, recorded_at
            FROM finding_steps WHERE finding_id = \(id) ORDER BY number LIMIT 1000
            """
        ).map {
            RecordedStep(
                number: $0.int(0),
                step: Finding.Step(
                    $0.choice(1, .notified), on: $0.day(2), text: $0.text(3), document: $0.text(4),
                    dueOn: $0.optionalDay(5), recheckOn: $0.optionalDay(6)),
                author: $0.id(7), recordedAt: $0.instant(8))
        }
    }

    func eachFinding(
        of year: Int, among bodies: Set<Agency.ID>, _ body: (Finding) throws -> Void
    ) throws {
        try eachFinding(where: "year = \(year) AND \(SQL.among(bodies, "body_id"))", body)
    }

    func findings(where condition: SQL) throws -> [Finding] {
        var found: [Finding] = []
        try eachFinding(where: condition) { found.append($0) }
        return found
    }

    func eachFinding(where condition: SQL, _ body: (Finding) throws -> Void) throws {
        try each(
            """
            SELECT id, number, inspection_id, body_id, text, found_on, due_on, closed_on, evidence,
              version, finder_id, source, ground, severity, link_kind, link_code, state,
              notified_on, recheck_on, sampled, checked_on, repeats_id, document_id
            FROM findings WHERE \(condition) ORDER BY number
            """
        ) { row in
            try body(
                Finding(
                    id: row.id(0), number: row.int(1), inspection: row.optionalID(2),
                    finder: row.optionalID(10), body: row.id(3),
                    source: row.choice(11, .inspection),
                    text: row.text(4), ground: row.text(12), severity: row.choice(13, .ordinary),
                    link: row.optionalText(14).flatMap(Finding.Link.Kind.init).map {
                        Finding.Link($0, row.optionalText(15) ?? "")
                    }, document: row.optionalID(22),
                    foundOn: row.day(5), dueOn: row.day(6), state: row.choice(16, .found),
                    notifiedOn: row.optionalDay(17), closedOn: row.optionalDay(7),
                    evidence: row.text(8), recheckOn: row.optionalDay(18),
                    isSampled: row.optionalText(19) != nil, checkedOn: row.optionalDay(20),
                    repeats: row.optionalID(21), version: row.int(9)))
        }
    }

    /// Returns an earlier finding that this one repeats: the newest that is like it, before it.
    ///
    /// Looks among those with the same ground or the very same words, the newest hundred of each.
    func earlierLike(_ finding: Finding) throws -> Finding.ID? {
        let likeness = FindingLikeness(text: finding.text, ground: finding.ground)
        let same: SQL =
            likeness.ground.isEmpty
            ? "words_key = \(likeness.key)"
            // The second half says what the index leaves out, or it could not be used.
            : "ground_key = \(likeness.ground) AND ground_key <> ''"
        let candidates = try rows(
            """
            SELECT id, text, ground FROM findings
            WHERE \(same) AND found_on <= \(finding.foundOn) AND id <> \(finding.id)
              AND number < \(finding.number)
            ORDER BY found_on DESC LIMIT 100
            """
        )
        return candidates.first {
            FindingLikeness(text: $0.text(1), ground: $0.text(2)).isLike(likeness)
        }?.id(0)
    }

    /// How somebody stands to the finding's body today.
    public func standpoint(of user: User.ID, to finding: Finding) throws -> Finding.Standpoint {
        let standpoint = try standpoint(of: user, to: finding.body)
        return Finding.Standpoint(
            isOfBody: standpoint.isOfBody, isInBody: standpoint.isInBody,
            headsBody: standpoint.headsBody,
            sentEvidence: try sender(of: finding.id) == user)
    }

    /// How somebody stands to a body today: a post in it, in its heirs or in what answers to them.
    func standpoint(of user: User.ID, to body: Agency.ID) throws -> Finding.Standpoint {
        let today = try workspace().today(now)
        let held = try heldRoles(of: user).filter { $0.tenure.contains(today) }
        let carriers = try carriers(of: body, on: today)
        var isOfBody = false
        for agency in Set(held.compactMap(\.agency)) where !isOfBody {
            isOfBody =
                try carriers.contains(agency)
                || !lineage(of: agency, on: today).superiors.isDisjoint(with: carriers)
        }
        return Finding.Standpoint(
            isOfBody: isOfBody,
            isInBody: held.contains { $0.agency.map(carriers.contains) ?? false },
            headsBody: held.contains { role in
                (role.role == .head || role.role == .deputy)
                    && (role.agency.map(carriers.contains) ?? false)
            })
    }

    /// Who sent the evidence that waits to be judged; `nil` when none was sent by a step.
    func sender(of finding: Finding.ID) throws -> User.ID? {
        try rows(
            """
            SELECT author FROM finding_steps WHERE finding_id = \(finding)
              AND kind IN ('evidenced', 'referred') ORDER BY number DESC LIMIT 1
            """
        ).first?.id(0)
    }

    /// The body, or those into which it was dissolved.
    func carriers(of body: Agency.ID, on day: Day) throws -> Set<Agency.ID> {
        var (found, next): (Set<Agency.ID>, Set<Agency.ID>) = ([], [body])
        while let agency = next.popFirst() {
            guard found.insert(agency).inserted else { continue }
            let isThere = try !rows(
                """
                SELECT agency_id FROM agency_versions WHERE agency_id = \(agency)
                  AND from_on <= \(day) AND (until_on IS NULL OR until_on > \(day)) LIMIT 1
                """
            ).isEmpty
            if isThere { continue }
            next.formUnion(
                try rows(
                    """
                    SELECT to_id FROM successions WHERE from_id = \(agency) AND day_on <= \(day)
                    LIMIT 100
                    """
                ).map { $0.id(0) as Agency.ID })
        }
        return found
    }
}

extension Finding {
    /// Whose permission a step asks for: the body's own, or of who looks after it from above.
    func agency(for step: Step.Kind) -> Agency.ID {
        switch step {
        case .planned, .evidenced, .referred: body
        case .accepted, .returned: isOwn ? body : finder ?? body
        case .notified, .checked, .reopened: finder ?? body
        }
    }
}

extension ReadableDatabase {
    /// Returns the steps that the person may take with the finding now, the likeliest first.
    public func possibleSteps(
        of finding: Finding, for user: User.ID
    ) throws -> [Finding.Step.Kind] {
        let today = try workspace().today(now)
        let standpoint = try standpoint(of: user, to: finding)
        let carriers = try carriers(of: finding.body, on: today)
        return try finding.possibleSteps.filter { kind in
            guard finding.allows(kind, standpoint) else { return false }
            let asked = finding.agency(for: kind)
            return try (asked == finding.body ? carriers.sorted() : [asked]).contains {
                try isGranted(kind.permission, to: user, in: $0, on: today)
            } || kind.permission != .answerFindings && isCheck(finding, by: user)
        }
    }

    /// Whether it is what a check found in a document, and the user is one of those who check them.
    func isCheck(_ finding: Finding, by user: User.ID) throws -> Bool {
        guard finding.source == .documentCheck, finding.document != nil else { return false }
        return try isGranted(
            .recordDocuments, to: user, in: finding.body, on: try workspace().today(now))
    }

    /// Returns the numbers of the inspections.
    public func inspectionNumbers(
        of ids: some Sequence<Inspection.ID>
    ) throws -> [Inspection.ID: Int] {
        var found: [Inspection.ID: Int] = [:]
        let ids = Set(ids).sorted()
        for start in stride(from: 0, to: ids.count, by: 500) {
            let some = ids[start..<min(start + 500, ids.count)]
            try each("SELECT id, number FROM inspections WHERE id IN \(list: some)") {
                found[$0.id(0)] = $0.int(1)
            }
        }
        return found
    }
}
