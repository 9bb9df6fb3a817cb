import Domain
import Foundation

extension WritableDatabase {
    /// Draws a report up; its id and number are given here.
    @discardableResult
    public func draftReport(_ draft: Report, by user: User.ID) throws -> Report {
        try require(.writeReports, of: user, in: draft.issuer)
        let problems = draft.problems
        if !problems.isEmpty { throw InvalidInput(problems) }
        let report = Report(
            id: newID(), number: try nextNumber("report"), issuer: draft.issuer, kind: draft.kind,
            span: draft.span, period: draft.period, subject: draft.subject, body: draft.body,
            recipients: draft.recipients, draftingUnit: draft.draftingUnit,
            addressees: draft.addressees, signing: draft.signing, coversAll: draft.coversAll)
        try requireCovering(report, by: user)
        try run(
            """
            INSERT INTO reports
              (id, number, year, period, period_vi, period_en, first_on, last_on, issuer_id, kind,
               subject, body, recipients, drafting_unit, addressees, power, signer_title, signer,
               secretary, covers, version, recorded_at)
            VALUES (\(report.id), \(report.number), \(report.span.year), \(report.period),
              \(report.span.title.vi), \(report.span.title.en), \(report.span.first),
              \(report.span.last), \(report.issuer), \(report.kind.rawValue), \(report.subject),
              \(report.body), \(report.recipients), \(report.draftingUnit), \(report.addressees),
              \(report.signing.power.rawValue), \(report.signing.title), \(report.signing.name),
              \(report.signing.secretary), \(report.coversAll ? "all" : "own"), 1, \(now))
            """
        )
        try raise(.reports, year: report.span.year)
        try journal(
            "report.drafted", by: user, in: report.issuer,
            [Change("report", report.id.text, after: report)])
        return report
    }

    /// Changes the words of a draft.
    ///
    /// - Throws: ``ReportError/signed(on:)``, ``InvalidInput``, ``EditConflict``.
    public func reviseReport(
        _ number: Int, version: Int, _ words: Report.Wording, by user: User.ID
    ) throws {
        let old = try requiredReport(number)
        try require(.writeReports, of: user, in: old.issuer)
        guard old.version == version else { throw EditConflict(Self.reportName) }
        let new = try old.worded(words)
        guard new != old else { return }
        try requireCovering(new, by: user)
        let problems = new.problems
        if !problems.isEmpty { throw InvalidInput(problems) }
        let count = try run(
            """
            UPDATE reports SET kind = \(new.kind.rawValue), subject = \(new.subject),
              body = \(new.body), recipients = \(new.recipients),
              drafting_unit = \(new.draftingUnit), addressees = \(new.addressees),
              power = \(new.signing.power.rawValue), signer_title = \(new.signing.title),
              signer = \(new.signing.name), secretary = \(new.signing.secretary),
              covers = \(new.coversAll ? "all" : "own"),
              version = version + 1, recorded_at = \(now)
            WHERE id = \(old.id) AND version = \(version) AND signed_on IS NULL
            """
        )
        guard count == 1 else { throw EditConflict(Self.reportName) }
        try raise(.reports, year: old.span.year)
        try journal(
            "report.revised", by: user, in: old.issuer,
            [Change("report", old.id.text, before: old, after: new.raised)])
    }

    /// Enters the clerk's number and day and freezes the document with all its figures.
    ///
    /// The document is made from this transaction's own snapshot, so its figures are those on record
    /// as it is signed.
    public func signReport(
        _ number: Int, version: Int, as symbol: Int, on day: Day, by user: User.ID,
        document: (ReadableDatabase, Report) throws -> OfficialDocument
    ) throws {
        let old = try requiredReport(number)
        try require(.signReports, of: user, in: old.issuer)
        guard old.version == version else { throw EditConflict(Self.reportName) }
        let today = try workspace().today(now)
        var problems: [Problem] = []
        if day > today {
            problems.append(
                Problem(
                    "signed_on", vi: "Ngày ký \(day.vi) còn ở phía trước.",
                    en: "\(day.en) is still to come."))
        }
        if day < old.span.first {
            problems.append(
                Problem(
                    "signed_on",
                    vi: "Ngày ký phải từ ngày đầu kỳ \(old.span.first.vi) trở đi.",
                    en: "It cannot be signed before the period begins, \(old.span.first.en)."))
        }
        if !problems.isEmpty { throw InvalidInput(problems) }
        if let signed = old.signed { throw ReportError.signed(on: signed.day) }
        let frozen = try document(self, old).signed(symbol, on: day)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let content = String(decoding: try encoder.encode(frozen), as: UTF8.self)
        let new = try old.signed(Report.Signed(number: symbol, day: day, digest: sha256(content)))
        let count = try run(
            """
            UPDATE reports SET signed_number = \(symbol), signed_on = \(day),
              digest = \(new.signed?.digest), content = \(content), version = version + 1,
              recorded_at = \(now)
            WHERE id = \(old.id) AND version = \(version) AND signed_on IS NULL
            """
        )
        guard count == 1 else { throw EditConflict(Self.reportName) }
        try raise(.reports, year: old.span.year)
        try journal(
            "report.signed", by: user, in: old.issuer,
            [Change("report", old.id.text, before: old, after: new.raised)])
    }

    /// Figures of everybody are for whoever writes the authority's own reports.
    private func requireCovering(_ report: Report, by user: User.ID) throws {
        guard report.coversAll else { return }
        let tree = try agencyTree(on: try workspace().today(now))
        if let root = tree.root { try require(.writeReports, of: user, in: tree[root].id) }
    }

    private func requiredReport(_ number: Int) throws -> Report {
        guard let report = try reports(where: "number = \(number)").first else {
            throw MissingRecord(Bilingual(vi: "báo cáo, văn bản", en: "report"), "\(number)")
        }
        return report
    }

    private static var reportName: Bilingual { Bilingual(vi: "Văn bản", en: "document") }
}
