import Domain
import Store

/// A new document: a period's report from the newest template for its issuer, or any other.
enum ReportDraft {
    static func report(_ db: ReadableDatabase, year: Int, period code: String, _ issuer: String)
        throws -> Report
    {
        guard let period = try ReportPeriods.all(of: year, db).first(where: { $0.code == code })
        else { throw MissingRecord(Bilingual(vi: "kỳ báo cáo", en: "period"), code) }
        let body = try self.issuer(db, issuer, on: period.span.last)
        let template = try db.reportTemplate(for: body.parent == nil ? .authority : .agency)
        return draft(template, by: body.id, period.span, period.code)
    }

    /// A document of no period: from the template of that number, or blank and of that kind.
    static func other(
        _ db: ReadableDatabase, year: Int, _ template: String, _ issuer: String,
        from first: Day, to last: Day
    ) throws -> Report {
        let body = try self.issuer(db, issuer, on: last)
        let span = ReportSpan(
            year: year,
            title: Bilingual(
                vi: "từ ngày \(first.vi) đến ngày \(last.vi)", en: "from \(first.en) to \(last.en)"),
            first: first, last: last)
        if let kind = OfficialDocument.Kind(rawValue: template) {
            let blank = ReportTemplate(
                id: ReportTemplate.ID(""), number: 0, use: .other, kind: kind, title: "",
                subject: "…", body: "…",
                addressees: kind == .letter || kind == .submission ? "…" : "", recipients: "",
                source: "")
            return draft(blank, by: body.id, span, "")
        }
        guard let number = Int(template), let found = try db.reportTemplate(numbered: number),
            found.use != .consolidated
        else { throw MissingRecord(Bilingual(vi: "mẫu văn bản", en: "template"), template) }
        // What speaks of a period's reports needs to know which: the one that ends with the span.
        let period = try ReportPeriods.all(of: year, db).last { $0.span.last <= last }
        let named = found.body.contains("bao_cao") ? period : nil
        return draft(found, by: body.id, named?.span ?? span, named?.code ?? "")
    }

    private static func issuer(_ db: ReadableDatabase, _ code: String, on day: Day) throws
        -> AgencyTree.Body
    {
        let tree = try db.agencyTree(on: day)
        let body = code.isEmpty ? tree.root.map { tree[$0] } : tree.bodies(coded: code).first
        guard let body else { throw MissingRecord(Bilingual(vi: "cơ quan", en: "agency"), code) }
        return body
    }

    private static func draft(
        _ template: ReportTemplate, by issuer: Agency.ID, _ span: ReportSpan, _ period: String
    ) -> Report {
        Report(
            id: Report.ID(""), number: 0, issuer: issuer, kind: template.kind, span: span,
            period: period, subject: template.subject, body: template.body,
            recipients: template.recipients, draftingUnit: "", addressees: template.addressees)
    }
}
