import Domain
import Store

extension SampleLoader {
    /// The lines of every register that were entered on the day.
    func enterRegisters(_ day: Day) async throws {
        let registers = year.registers
        try await enter(day, registers.dossiers)
        try await enter(day, registers.communications)
        try await enter(day, registers.initiatives)
        try await enter(day, registers.budgets)
        try await enter(day, registers.staffings)
        try await enter(day, registers.outsideIndices)
        try await enter(day, registers.commitments)
        try await enter(day, registers.milestones)
    }

    private func enter<Line: StoredLine>(_ day: Day, _ lines: [Recorded<Line>]) async throws {
        let user = user
        try await enter(day, lines, Line.columns, Line()) { _ = try $0.importLines($1, by: user) }
    }

    /// The usual templates, and the drafts of the third quarter of the province and of one commune.
    func addReports() async throws {
        let (year, user) = (year, user)
        try await store.write(at: morning(year.today)) { db in
            for template in ReportTemplate.usual { try db.addTemplate(template, by: user) }
        }
        guard let period = Period.usual(in: .usual(year.year)).first(where: { $0.code == "q3" })
        else {
            return
        }
        let span = ReportSpan(
            year: year.year,
            title: Bilingual(vi: "quý III năm \(year.year)", en: "third quarter \(year.year)"),
            first: period.first, last: period.last)
        try await store.write(at: morning(year.today)) { db in
            try db.chooseOnTimeFormula(
                ChosenFormula(
                    year: year.year, formula: .ofDue,
                    source: "Hướng dẫn của cơ quan thường trực (minh họa)"), by: user)
            let tree = try db.agencyTree(on: period.last)
            if let standing = tree.bodies.first(where: { $0.code.hasSuffix("-SNV") }),
                let above = standing.parent.map({ tree[$0] })
            {
                try db.setLetterhead(
                    LetterheadWording(
                        agency: standing.id, from: Story.day("01/03/\(year.year)"),
                        superior: "UBND \(above.name)",
                        source: "Quy chế công tác văn thư của cơ quan (minh họa)"), by: user)
            }
            let commune = tree.bodies.first { $0.level == .commune }
            for body in [tree.root.map { tree[$0] }, commune].compactMap(\.self) {
                let template = try db.reportTemplate(for: body.parent == nil ? .authority : .agency)
                try db.draftReport(draft(template, by: body.id, span, period.code), by: user)
            }
            // The standing office's letters and decisions, one of each kind.
            let office = tree.bodies.first { $0.code == "BD-SNV" } ?? tree.root.map { tree[$0] }
            for template in try db.reportTemplates() where template.use == .other {
                let issuer = template.kind == .decision ? tree.root.map { tree[$0] } : office
                guard let issuer else { continue }
                try db.draftReport(
                    draft(template, by: issuer.id, span, period.code, coversAll: true), by: user)
            }
        }
    }

    private func draft(
        _ template: ReportTemplate, by issuer: Agency.ID, _ span: ReportSpan, _ period: String,
        coversAll: Bool = false
    ) -> Report {
        Report(
            id: Report.ID(""), number: 0, issuer: issuer, kind: template.kind, span: span,
            period: period, subject: template.subject, body: template.body,
            recipients: template.recipients, draftingUnit: "CCHC",
            addressees: template.addressees,
            signing: template.kind == .record
                ? Signing(name: "Trần Minh Hoạ", secretary: "Phạm Minh Hoạ") : Signing(),
            coversAll: coversAll)
    }
}
