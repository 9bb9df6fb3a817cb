import Domain

/// The page of one agency and period before anybody types: what the system knows, and last time's words.
public struct SubmissionBasis: Sendable {
    public let period: Period
    public let rules: ReportingRules
    public let agency: Agency.ID
    /// Through which agency it goes; `nil` when straight to the standing office.
    public let superior: Agency.ID?
    public let exception: LockException?
    /// What was sent so far; `nil` when nothing was.
    public let submission: Submission?
    /// The page as it is prefilled.
    public let content: SubmissionContent
    /// The period from which words were taken; `nil` when they are this period's or nobody's.
    public let wordsFrom: Period?
}

extension ReadableDatabase {
    /// Returns the page of the agency for the period, prefilled.
    ///
    /// Tasks and figures are those on record now. Words come from the last round of this period,
    /// otherwise from the last period in which the agency reported in the year.
    public func submissionBasis(
        for agency: Agency.ID, in period: Period, on day: Day
    ) throws -> SubmissionBasis {
        let rules = try reportingRules(of: period.year)
        let sent = try submissions(
            where: "agency_id = \(agency) AND year = \(period.year)")
        let own = sent.first { $0.period == period.code }
        var last = own
        var wordsFrom: Period?
        if own == nil {
            let opened = try periods(of: period.year)
            wordsFrom = opened.last { other in
                other.position < period.position && sent.contains { $0.period == other.code }
            }
            last = sent.first { $0.period == wordsFrom?.code }
        }
        let earlier = try last.flatMap { try content(of: $0, round: $0.round) }
        let page = SubmissionContent(
            nothingArose: own?.nothingArose ?? false,
            tasks: try reportedTasks(of: agency, in: period, earlier),
            measures: try reportedMeasures(
                of: agency, in: period, earlier, isSamePeriod: own != nil),
            difficulties: earlier?.difficulties ?? "", proposals: earlier?.proposals ?? "")
        return SubmissionBasis(
            period: period, rules: rules, agency: agency,
            superior: rules.levels == .levelByLevel
                ? try reportingSuperior(of: agency, on: day) : nil,
            exception: try lockException(of: agency, in: period), submission: own,
            content: page, wordsFrom: wordsFrom)
    }

    /// The agency that takes up the body's reports first; `nil` when there is only the issuer above it.
    public func reportingSuperior(of agency: Agency.ID, on day: Day) throws -> Agency.ID? {
        try rows(
            """
            SELECT above.agency_id FROM agency_versions own
            JOIN agency_versions above ON above.agency_id = own.parent_id
            WHERE own.agency_id = \(agency) AND above.parent_id IS NOT NULL
              AND own.from_on <= \(day) AND (own.until_on IS NULL OR own.until_on > \(day))
              AND above.from_on <= \(day) AND (above.until_on IS NULL OR above.until_on > \(day))
            """
        ).first?.id(0)
    }

    /// The agency's tasks of the year that are open, or were done in the period.
    ///
    /// A task with parts of its own is not asked for: it follows from them.
    private func reportedTasks(
        of agency: Agency.ID, in period: Period, _ earlier: SubmissionContent?
    ) throws -> [SubmissionContent.TaskLine] {
        let before = Dictionary(
            (earlier?.tasks ?? []).map { ($0.task, $0) }, uniquingKeysWith: { first, _ in first })
        let found = try rows(
            """
            SELECT t.id, t.number, p.symbol, t.text, t.due_on, t.done_on, t.share
            FROM tasks t JOIN plans p ON p.id = t.plan_id
            WHERE t.lead_id = \(agency) AND t.year = \(period.year) AND t.code IS NOT NULL
              AND t.state IN ('open', 'done') AND t.closed_on IS NULL
              AND (t.done_on IS NULL OR t.done_on >= \(period.first))
              AND NOT EXISTS (SELECT 1 FROM tasks c WHERE c.parent_id = t.id AND c.code IS NOT NULL)
            ORDER BY p.parent_id NULLS FIRST, p.symbol, t.number LIMIT 500
            """
        )
        let ids = found.map { $0.text(0) }
        let files = try citedFiles(of: .task, ids)
        let proofs = try proofs(of: .task, ids)
        let notes = try latestNotes(on: ids)
        return found.map { row in
            let id: Plan.Task.ID = row.id(0)
            let doneOn = row.optionalDay(5)
            // What was said while it was under way is stale once it is done.
            let said = before[id].flatMap { doneOn == nil || $0.doneOn != nil ? $0 : nil }
            let note = notes[id.text].flatMap { doneOn == nil || $0.isOfDone ? $0.text : nil }
            return SubmissionContent.TaskLine(
                task: id, number: row.int(1), plan: row.text(2), text: row.text(3),
                dueOn: row.optionalDay(4),
                percent: doneOn == nil ? row.optionalInt(6).map { $0 / 100 } : 100,
                doneOn: doneOn, result: said?.result ?? note ?? "",
                explanation: proofs[id.text]?.explanation ?? "", evidence: files[id.text] ?? [])
        }
    }

    /// What was last said of each task, and whether that was when it was done.
    private func latestNotes(
        on tasks: [String]
    ) throws -> [String: (text: String, isOfDone: Bool)] {
        var found: [String: (text: String, isOfDone: Bool)] = [:]
        try each(
            """
            SELECT task_id, note, kind FROM task_progress WHERE task_id IN \(list: tasks)
            ORDER BY task_id, number
            """
        ) { row in
            let note = row.text(1)
            let isOfDone = row.text(2) == "done"
            if !note.isEmpty || isOfDone { found[row.text(0)] = (note, isOfDone) }
        }
        return found
    }

    /// The newest revision of every document that stands for the records, by record.
    private func citedFiles(
        of kind: Evidence.Kind, _ records: [String]
    ) throws -> [String: [SubmissionContent.EvidenceLine]] {
        var found: [String: [SubmissionContent.EvidenceLine]] = [:]
        try each(
            """
            SELECT l.record, f.title, r.sha256, f.number FROM evidence_links l
            JOIN evidence_files f ON f.id = l.file_id
            JOIN evidence_revisions r ON r.file_id = f.id AND r.revision = f.revision
            WHERE l.kind = \(kind.rawValue) AND l.record IN \(list: records)
              AND l.withdrawn_at IS NULL
            ORDER BY l.linked_at, l.id
            """
        ) {
            found[$0.text(0), default: []].append(
                SubmissionContent.EvidenceLine(
                    name: $0.text(1), sha256: $0.text(2), number: $0.int(3)))
        }
        return found
    }

    /// The targets that nothing counts yet and that the agency leads.
    ///
    /// Figures of an earlier period are not taken over, for a default must not look like an answer;
    /// where they came from is.
    private func reportedMeasures(
        of agency: Agency.ID, in period: Period, _ earlier: SubmissionContent?, isSamePeriod: Bool
    ) throws -> [SubmissionContent.MeasureLine] {
        guard let plan = try currentPlan(of: period.year) else { return [] }
        let before = Dictionary(
            (earlier?.measures ?? []).map { ($0.target, $0) },
            uniquingKeysWith: { first, _ in first })
        return try targets(inForceOn: period.agencyLast, of: plan.id)
            .filter { $0.terms.lead == agency && $0.terms.measure == .typed }
            .map { target in
                let said = before[target.id]
                let typed = try figures(of: target.id).last {
                    $0.day > period.first && $0.day <= period.last
                }
                return SubmissionContent.MeasureLine(
                    target: target.id, code: target.code, title: target.terms.title,
                    isShare: target.terms.unit == "%",
                    numerator: typed?.numerator, denominator: typed?.denominator,
                    nothingArose: isSamePeriod && typed == nil && said?.nothingArose == true,
                    source: typed?.source ?? said?.source ?? "")
            }
    }
}
