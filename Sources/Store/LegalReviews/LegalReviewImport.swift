import Domain

/// What a list of outcomes would change in a campaign; the dry run stops here.
struct LegalReviewImport {
    var changed: [(old: LegalReview.Line, new: LegalReview.Line)] = []
    var unchanged = 0
    var problems: [Problem]
    let notices: [Bilingual]

    var summary: ImportSummary {
        let new = changed.count { $0.old.finding.outcome == nil && $0.new.finding.outcome != nil }
        return ImportSummary(
            new: new, changed: changed.count - new, unchanged: unchanged, problems: problems,
            notices: notices)
    }
}

extension ReadableDatabase {
    /// Returns what the list would change; nothing is written.
    public func legalReviewDryRun(
        _ read: ReadRows<LegalReviewRow>, of number: Int
    ) throws -> ImportSummary { try legalReviewImport(read, of: number).summary }

    /// Works out what a list would change; a cell that is empty leaves what is on record.
    func legalReviewImport(
        _ read: ReadRows<LegalReviewRow>, of number: Int
    ) throws -> LegalReviewImport {
        let review = try requiredOpenLegalReview(number)
        let today = try workspace().today(now)
        var result = LegalReviewImport(problems: read.problems, notices: read.notices)
        var lines: [Int: LegalReview.Line] = [:]
        try eachLegalReviewLine(of: review.id, LegalReviewFilter(), on: today) {
            lines[$0.number] = $0.line
        }
        let directory = try agencyDirectory(
            of: read.rows.flatMap { [$0.row.bodyCode, $0.row.doerCode] })
        var seen: [Int: Int] = [:]
        for (row, cells) in read.rows {
            guard let document = cells.number else { continue }
            if let other = seen[document] {
                result.problems.append(.sameRecord(as: other, field: "number", row: row))
                continue
            }
            seen[document] = row
            guard let old = lines[document] else {
                result.problems.append(
                    Problem(
                        "number", row: row,
                        vi: "Văn bản số \(document) không thuộc đợt này; hãy xem cột Số trong sổ.",
                        en: "Document \(document) is not in this campaign; see the column number."))
                continue
            }
            var problems: [Problem] = []
            func body(_ code: String?, _ field: String) -> Agency.ID? {
                guard let code else { return nil }
                switch directory.agency(coded: code, on: today, field: field) {
                case .found(let id): return id
                case .problem(let problem):
                    problems.append(problem)
                    return nil
                }
            }
            let mover = body(cells.bodyCode, "body_code") ?? old.body
            var finding = old.finding
            finding.outcome = cells.outcome ?? finding.outcome
            finding.reason = cells.reason ?? finding.reason
            finding.doer = body(cells.doerCode, "doer_code") ?? finding.doer
            finding.doBy = cells.doBy ?? finding.doBy
            if finding.outcome == .keep, cells.outcome == .keep, cells.doerCode == nil,
                cells.doBy == nil
            {
                (finding.doer, finding.doBy) = (nil, nil)
            }
            if finding != old.finding {
                problems += try self.problems(with: finding, onto: old, on: today)
            }
            result.problems += problems.map { $0.at(row: row) }
            guard problems.isEmpty else { continue }
            guard finding != old.finding || mover != old.body else {
                result.unchanged += 1
                continue
            }
            let settled = finding == old.finding ? nil : old.settled(finding, on: today)
            let new = LegalReview.Line(
                document: old.document, body: mover, finding: finding,
                settledOn: (settled ?? old).settledOn, task: (settled ?? old).task,
                version: old.version + 1)
            result.changed.append((old, new))
        }
        return result
    }
}

extension WritableDatabase {
    /// Takes a list of outcomes into a campaign, all rows or none.
    public func importLegalReview(
        _ read: ReadRows<LegalReviewRow>, of number: Int, by user: User.ID
    ) throws -> ImportSummary {
        let today = try workspace().today(now)
        if try !isGranted(.manageLegalReviews, to: user, in: nil, on: today) {
            try requireSomewhere(.reviewDocuments, of: user)
        }
        let review = try requiredLegalReview(number)
        let result = try legalReviewImport(read, of: number)
        guard result.problems.isEmpty else { throw InvalidInput(result.problems) }
        if result.changed.contains(where: { $0.old.body != $0.new.body }) {
            try require(.manageLegalReviews, of: user)
        }
        try require(
            .reviewDocuments, of: user,
            inEach: result.changed.filter { $0.old.finding != $0.new.finding }.map(\.old.body))
        guard !result.changed.isEmpty else { return result.summary }
        for (_, new) in result.changed { try write(new, in: review) }
        try raise(.law, year: review.year)
        try journal(
            "legal-review.lines-recorded", by: user,
            result.changed.map { review.change(from: $0.old, to: $0.new) })
        return result.summary
    }
}
