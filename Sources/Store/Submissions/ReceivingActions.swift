import Domain

extension WritableDatabase {
    /// Takes up or sends back what one or several agencies sent, all or none.
    ///
    /// What waits for a superior agency is decided there and handed on; the standing office may act in
    /// its place with a reason. What was accepted is opened again by sending it back.
    ///
    /// - Throws: ``EditConflict`` when one was sent again meanwhile; ``SubmissionError``;
    ///   ``PermissionError``; nothing is then written.
    public func decideSubmissions(
        _ decision: SubmissionDecision, in code: String, of year: Int, on day: Day,
        by user: User.ID
    ) throws {
        try requireSomewhere(.receiveSubmissions, of: user)
        _ = try requiredPeriod(code, of: year)
        let agencies = decision.versions.keys.sorted()
        guard !agencies.isEmpty else {
            throw InvalidInput([
                Problem(
                    "agency", vi: "Hãy chọn ít nhất một đơn vị.", en: "Choose at least one agency.")
            ])
        }
        let sent = try submissions(
            where: "year = \(year) AND period = \(code) AND agency_id IN \(list: agencies)")
        var steps: [(SubmissionStep.Kind, Submission)] = []
        var changes: [Change] = []
        for agency in agencies {
            guard let before = sent.first(where: { $0.agency == agency }) else {
                throw SubmissionError.nothingSubmitted
            }
            guard before.version == decision.versions[agency] else {
                throw EditConflict(Bilingual(vi: "Báo cáo", en: "report"))
            }
            let isOffice = try requireReceiver(of: before, decision, by: user)
            let (kind, after) = try decided(before, decision, isOffice: isOffice)
            try save(after)
            steps.append((kind, after))
            changes.append(Change("submission", after.id.text, before: before, after: after))
        }
        let reason = decision.reason.trimmed.isEmpty ? nil : decision.reason.trimmed
        let kinds = Set(steps.map(\.0))
        let action =
            kinds == [.passedOn] ? "submissions.passed-on" : "submissions.\(decision.kind.rawValue)"
        try journal(
            action, by: user, in: agencies.count == 1 ? agencies[0] : nil, because: reason, changes)
        for (kind, submission) in steps {
            try addStep(kind, of: submission, on: day, by: user, because: reason)
        }
    }

    /// Whether the user decides as the standing office; throws when they may not decide at all.
    private func requireReceiver(
        of submission: Submission, _ decision: SubmissionDecision, by user: User.ID
    ) throws -> Bool {
        let today = try workspace().today(now)
        let isOffice = try isGranted(
            .acceptSubmissions, to: user, in: submission.agency, on: today)
        guard submission.state == .submitted, let desk = submission.desk else {
            try require(.acceptSubmissions, of: user, in: submission.agency)
            return true
        }
        try require(.receiveSubmissions, of: user, in: submission.agency)
        if isOffice, decision.reason.trimmed.isEmpty {
            let name = try agencyTree(on: today).body(desk)?.version.nameInSentence ?? ""
            throw SubmissionError.superiorFirst(name)
        }
        return isOffice
    }

    private func decided(
        _ submission: Submission, _ decision: SubmissionDecision, isOffice: Bool
    ) throws -> (SubmissionStep.Kind, Submission) {
        switch decision.kind {
        case .returned: (.returned, try submission.returned(because: decision.reason))
        case .accepted where submission.desk != nil && !isOffice:
            (.passedOn, try submission.passedOn())
        case .accepted: (.accepted, try submission.accepted())
        }
    }
}
