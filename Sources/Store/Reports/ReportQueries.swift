import Domain
import Foundation

extension ReadableDatabase {
    /// Returns the reports of the year that the viewer may see, newest first.
    public func reports(of year: Int, for viewer: Viewer) throws -> [Report] {
        let visible = try within(.seeReports, for: viewer, "issuer_id")
        return try reports(where: "year = \(year) AND \(visible)")
    }

    /// Returns the report with that number; `nil` when there is none that the viewer may see.
    public func report(numbered number: Int, for viewer: Viewer) throws -> Report? {
        let visible = try within(.seeReports, for: viewer, "issuer_id")
        return try reports(where: "number = \(number) AND \(visible)").first
    }

    /// Returns the document as it was signed; ask only for a report that may be seen.
    public func frozenDocument(of report: Report) throws -> OfficialDocument? {
        guard
            let text = try rows("SELECT content FROM reports WHERE id = \(report.id)").first?
                .optionalText(0)
        else { return nil }
        do {
            return try JSONDecoder().decode(OfficialDocument.self, from: Data(text.utf8))
        } catch {
            throw StoreFault("the frozen document of a report cannot be read: \(error)")
        }
    }

    func reports(where condition: SQL) throws -> [Report] {
        try rows(
            """
            SELECT id, number, year, period, period_vi, period_en, first_on, last_on, issuer_id, kind,
              subject, body, recipients, drafting_unit, signed_number, signed_on, digest, version,
              addressees, power, signer_title, signer, secretary, covers
            FROM reports WHERE \(condition) ORDER BY number DESC LIMIT 2000
            """
        ).map { row in
            let signed: Report.Signed? = row.optionalInt(14).flatMap { number in
                row.optionalDay(15).map {
                    Report.Signed(number: number, day: $0, digest: row.optionalText(16) ?? "")
                }
            }
            return Report(
                id: row.id(0), number: row.int(1), issuer: row.id(8), kind: row.choice(9, .report),
                span: ReportSpan(
                    year: row.int(2), title: Bilingual(vi: row.text(4), en: row.text(5)),
                    first: row.day(6), last: row.day(7)),
                period: row.text(3), subject: row.text(10), body: row.text(11),
                recipients: row.text(12), draftingUnit: row.text(13), addressees: row.text(18),
                signing: Signing(
                    row.choice(19, .head), title: row.text(20), name: row.text(21),
                    secretary: row.text(22)), coversAll: row.text(23) == "all", signed: signed,
                version: row.int(17))
        }
    }
}

/// A document that a body put out, as a report lists it.
public struct IssuedDocument: Hashable, Sendable {
    /// "Kế hoạch", "Quyết định", "Thông báo kết luận kiểm tra".
    public let kind: String
    public let symbol: String
    public let day: Day
    public let title: String
}

extension ReadableDatabase {
    /// Returns what the body put out in the span, by day: plans, legal documents, conclusions of
    /// inspections, and the reports and letters signed here.
    public func issuedDocuments(of issuer: Agency.ID, in span: ReportSpan) throws
        -> [IssuedDocument]
    {
        try rows(
            """
            SELECT type, symbol, issued_on, title FROM plans
            WHERE agency_id = \(issuer) AND symbol <> '' AND issued_on BETWEEN \(span.first) AND \(span.last)
            UNION ALL
            SELECT '', symbol, signed_on, title FROM legal_documents
            WHERE issuer_id = \(issuer) AND signed_on BETWEEN \(span.first) AND \(span.last)
            UNION ALL
            SELECT 'Thông báo kết luận kiểm tra', conclusion_symbol, concluded_on, '' FROM inspections
            WHERE inspector_id = \(issuer) AND cancelled_on IS NULL
              AND concluded_on BETWEEN \(span.first) AND \(span.last)
            ORDER BY 3, 2 LIMIT 2000
            """
        ).map {
            IssuedDocument(
                kind: $0.text(0).isEmpty ? IssuedDocument.kind(of: $0.text(1)) : $0.text(0),
                symbol: $0.text(1), day: $0.day(2), title: $0.text(3))
        } + signedReports(of: issuer, in: span)
    }

    /// The reports, letters and decisions that the body signed here.
    private func signedReports(of issuer: Agency.ID, in span: ReportSpan) throws
        -> [IssuedDocument]
    {
        try reports(
            where:
                "issuer_id = \(issuer) AND signed_on BETWEEN \(span.first) AND \(span.last)"
        ).reversed().compactMap { report in
            guard let signed = report.signed, let document = try frozenDocument(of: report) else {
                return nil
            }
            return IssuedDocument(
                kind: report.kind == .letter ? "Công văn" : report.kind.title.vi,
                symbol: document.symbol, day: signed.day, title: document.subject)
        }
    }
}

extension IssuedDocument {
    /// What kind a legal document is, by its symbol: 24/2021/QĐ-UBND is a decision.
    ///
    /// Source: Decree 30/2020/NĐ-CP, Annex III (abbreviations).
    static func kind(of symbol: String) -> String {
        let kinds = [
            ("NQ", "Nghị quyết"), ("QĐ", "Quyết định"), ("CT", "Chỉ thị"), ("KH", "Kế hoạch"),
            ("TB", "Thông báo"), ("BC", "Báo cáo"),
        ]
        let parts = symbol.split(whereSeparator: { $0 == "/" || $0 == "-" })
        return kinds.first { kind in parts.contains { $0 == kind.0 } }?.1 ?? "Văn bản"
    }
}
