import Domain

extension ReadableDatabase {
    /// What the submissions' columns say, held against what happened to each, step by step.
    ///
    /// The content of the latest round must give the hash that stands in the journal.
    func checkSubmissions() throws -> (count: Int, problems: [Bilingual]) {
        var expected: [String: Replayed] = [:]
        try each(
            """
            SELECT submission_id, kind, round, day_on, content FROM submission_steps
            ORDER BY submission_id, position
            """
        ) { row in
            var replayed = expected[row.text(0)] ?? Replayed()
            let kind: SubmissionStep.Kind = row.choice(1, .documented)
            replayed.take(kind, round: row.int(2), on: row.day(3), row.optionalText(4))
            expected[row.text(0)] = replayed
        }
        var (count, problems): (Int, [Bilingual]) = (0, [])
        try each(
            """
            SELECT id, number, state, round, accepted_round, first_on, sent_on, digest
            FROM submissions ORDER BY number
            """
        ) { row in
            count += 1
            let kept = Replayed(
                state: row.choice(2, .submitted), round: row.int(3),
                acceptedRound: row.optionalInt(4), firstOn: row.day(5), sentOn: row.day(6),
                digest: row.text(7))
            guard kept != expected[row.text(0)] else { return }
            problems.append(
                Bilingual(
                    vi: "submissions \(row.int(1)): không khớp với các bước hoặc nội dung đã gửi",
                    en: "submissions \(row.int(1)): does not agree with its steps or what was sent")
            )
        }
        return (count, problems)
    }
}

/// A submission as its steps make it.
private struct Replayed: Equatable {
    var state = Submission.State.submitted
    var round = 0
    var acceptedRound: Int?
    var firstOn: Day?
    var sentOn: Day?
    var digest = ""

    mutating func take(
        _ kind: SubmissionStep.Kind, round: Int, on day: Day, _ content: String?
    ) {
        switch kind {
        case .submitted:
            state = .submitted
            self.round += 1
            firstOn = firstOn ?? day
            sentOn = day
            digest = content.map(sha256) ?? ""
        case .passedOn: state = .submitted
        case .accepted:
            state = .accepted
            acceptedRound = round
        case .returned: state = .returned
        case .documented: break
        }
    }
}
