import Domain

extension WritableDatabase {
    /// Sends an agency's page for a period: freezes it, records what it says, and gives a receipt.
    ///
    /// The journal entry is the receipt. Tasks and figures change in the same entry. The version is
    /// that of the submission the person saw; 0 when there was none. With the draft's version, a draft
    /// that somebody else saved meanwhile isn't lost. The same sent twice by one person is one round.
    ///
    /// - Throws: ``InvalidInput`` with every place to mend; ``EditConflict`` when somebody was quicker;
    ///   ``SubmissionError`` when it is locked or the head has to send it; ``PermissionError``.
    @discardableResult
    public func submit(
        _ answers: SubmissionAnswers, for agency: Agency.ID, in code: String, of year: Int,
        on day: Day, version: Int, draftVersion: Int? = nil, by user: User.ID
    ) throws -> Submission {
        try require(.writeSubmissions, of: user, in: agency)
        let period = try requiredPeriod(code, of: year)
        let basis = try submissionBasis(for: agency, in: period, on: day)
        if basis.rules.sender == .head {
            let today = try workspace().today(now)
            guard try isGranted(.signSubmissions, to: user, in: agency, on: today) else {
                throw SubmissionError.headNeeded
            }
        }
        try period.requireOpen(on: day, basis.exception)
        let content = basis.content.answered(answers)
        let text = try canonicalJSON(content)
        guard basis.submission?.version ?? 0 == version else {
            if let sent = basis.submission, try isSentAlready(sent, sha256(text), by: user) {
                return sent
            }
            throw EditConflict(Bilingual(vi: "Báo cáo", en: "report"))
        }
        if let draftVersion, draftVersion != (try draft(of: agency, in: period)?.version ?? 0) {
            throw EditConflict(Bilingual(vi: "Bản nháp", en: "draft"))
        }
        let problems = content.problems(in: period, on: day)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        let submission = try sent(basis, content, digest: sha256(text), on: day)
        var changes = [
            Change("submission", submission.id.text, before: basis.submission, after: submission)
        ]
        changes += try record(content, asSentIn: basis, on: day, by: user)
        try save(submission)
        try dropDraft(of: agency, in: code, of: year)
        try journal("submission.sent", by: user, in: agency, changes)
        try addStep(.submitted, of: submission, on: day, by: user, content: text)
        return submission
    }

    /// Whether this person sent just this a moment ago: a button pressed twice, a line that broke
    /// before the receipt was seen.
    private func isSentAlready(
        _ submission: Submission, _ digest: String, by user: User.ID
    ) throws -> Bool {
        guard submission.state == .submitted, submission.digest == digest else { return false }
        return try steps(of: submission).last { $0.kind == .submitted }?.by == user
    }

    private func sent(
        _ basis: SubmissionBasis, _ content: SubmissionContent, digest: String, on day: Day
    ) throws -> Submission {
        if let earlier = basis.submission {
            return try earlier.sentAgain(
                through: basis.superior, content, digest: digest, on: day)
        }
        return try Submission.sent(
            id: newID(), number: try nextNumber("submission"), in: basis.period, by: basis.agency,
            through: basis.superior, content, digest: digest, on: day)
    }

    /// Enters the official document with which the report was signed, and keeps its file as evidence.
    ///
    /// Without a file, the one that was given for the report before stands.
    ///
    /// - Throws: ``InvalidInput``; ``EditConflict``; ``SubmissionError/nothingSubmitted``.
    public func recordSignedDocument(
        _ document: SignedDocument, with upload: EvidenceUpload? = nil, for agency: Agency.ID,
        in code: String, of year: Int, version: Int, by user: User.ID
    ) throws {
        try require(.writeSubmissions, of: user, in: agency)
        let period = try requiredPeriod(code, of: year)
        guard let before = try submission(of: agency, in: period, for: .system) else {
            throw SubmissionError.nothingSubmitted
        }
        let problems = document.problems(in: period, on: document.recordedOn)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        guard before.version == version else {
            throw EditConflict(Bilingual(vi: "Báo cáo", en: "report"))
        }
        let subject = Evidence.Subject(.submission, before.id.text)
        var (changes, file): ([Change], String?) = ([], upload?.file.sha256)
        if let upload {
            let record = try requiredRecord(subject)
            try requireAttaching(to: record, by: user)
            changes = try fileAndCite([upload], for: record, note: "", by: user).changes
        } else {
            file =
                try before.document?.file
                ?? evidence(of: subject, for: .system).last { $0.revision.type == .pdf }?
                .revision.sha256
        }
        let after = before.documented(document.filed(file))
        try save(after)
        try journal(
            "submission.documented", by: user, in: agency,
            [Change("submission", after.id.text, before: before, after: after)] + changes)
        try addStep(
            .documented, of: after, on: document.recordedOn, by: user, because: document.symbol)
    }

    /// Writes the submission, new or over the version before.
    func save(_ submission: Submission) throws {
        let arose: String? = submission.nothingArose ? "yes" : nil
        let document = submission.document
        guard submission.version > 1 else {
            try run(
                """
                INSERT INTO submissions
                  (id, number, year, period, agency_id, state, desk_id, round, accepted_round,
                   first_on, sent_on, nothing_arose, digest, version)
                VALUES (\(submission.id), \(submission.number), \(submission.year),
                  \(submission.period), \(submission.agency), \(submission.state.rawValue),
                  \(submission.desk), \(submission.round), \(submission.acceptedRound),
                  \(submission.firstOn), \(submission.sentOn), \(arose), \(submission.digest),
                  \(submission.version))
                """
            )
            return
        }
        let changed = try run(
            """
            UPDATE submissions SET state = \(submission.state.rawValue),
              desk_id = \(submission.desk), round = \(submission.round),
              accepted_round = \(submission.acceptedRound), sent_on = \(submission.sentOn),
              nothing_arose = \(arose), digest = \(submission.digest),
              document_symbol = \(document?.symbol), document_on = \(document?.signedOn),
              document_recorded_on = \(document?.recordedOn), document_file = \(document?.file),
              version = \(submission.version)
            WHERE id = \(submission.id) AND version = \(submission.version - 1)
            """
        )
        guard changed == 1 else { throw EditConflict(Bilingual(vi: "Báo cáo", en: "report")) }
    }

    /// Adds what just happened, with the entry that tells of it.
    func addStep(
        _ kind: SubmissionStep.Kind, of submission: Submission, on day: Day, by user: User.ID,
        because reason: String? = nil, content: String? = nil
    ) throws {
        guard let entry = head?.seq else { throw StoreFault("a step off the record") }
        try run(
            """
            INSERT INTO submission_steps
              (submission_id, position, kind, round, day_on, at, person, reason, entry, content)
            SELECT \(submission.id), COUNT(*) + 1, \(kind.rawValue), \(submission.round), \(day),
              \(now), \(user), \(reason), \(entry), \(content)
            FROM submission_steps WHERE submission_id = \(submission.id)
            """
        )
    }
}
