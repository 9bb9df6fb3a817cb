import Domain
import Store

extension AgencyBuilder {
    /// What is on record about the body in the year: plan, inspections, findings, self-inspection.
    func sections() throws -> [AgencyPage.Section] {
        let (db, year) = (snapshot.db, snapshot.year)
        let plans = try [db.agencyPlan(of: version.agency, year: year)].compactMap(\.self)
        let inspections = try db.inspections(of: version.agency, year: year)
        let findings = try db.findings(of: version.agency, year: year)
        let earlier = try db.openFindings(of: version.agency, before: year, on: snapshot.day)
        let own = try db.selfInspections(of: version.agency, year: year)
        let scores = try [scoreSection()].compactMap(\.self)
        return [
            section(
                .agencyPlans, [text("Số, ký hiệu", "Symbol"), text("Ngày ban hành", "Issued on")],
                plans.map { [Link($0.symbol), Link($0.issuedOn?[language] ?? "")] },
                none: text("Chưa khai kế hoạch năm \(year).", "No plan declared for \(year).")),
            section(
                .inspections,
                [
                    text("Số", "No."), text("Cơ quan kiểm tra", "Inspector"), text("Ngày", "Day"),
                    text("Thông báo kết luận", "Conclusion"),
                ],
                inspections.map { inspection in
                    let day = inspection.heldOn ?? inspection.plannedOn
                    return [
                        Link(String(inspection.number), Paths.inspection(year, inspection.number)),
                        Link(tree.body(inspection.inspector)?.name ?? ""),
                        Link(
                            (day?[language] ?? "")
                                + (inspection.heldOn == nil ? text(" (dự kiến)", " (planned)") : "")
                        ),
                        Link(
                            [inspection.conclusionSymbol, inspection.concludedOn?[language] ?? ""]
                                .filter { !$0.isEmpty }.joined(separator: ", ")),
                    ]
                },
                none: text("Chưa được kiểm tra trong năm \(year).", "Not inspected in \(year).")),
            section(
                .findings,
                [
                    text("Số", "No."), text("Vấn đề", "Finding"), text("Hạn", "Due"),
                    text("Đã khắc phục", "Closed"),
                ],
                (earlier + findings).map { finding in
                    [
                        Link(String(finding.number), Paths.finding(year, finding.number)),
                        Link(finding.text),
                        Link(finding.dueOn[language]),
                        Link(
                            finding.closedOn?[language]
                                ?? finding.state.title[language]
                                + (finding.isOverdue(on: snapshot.day)
                                    ? text(", quá hạn", ", overdue") : "")),
                    ]
                },
                none: text("Không có vấn đề nào được phát hiện.", "Nothing was found."),
                lede: told(findings, earlier.count)),
            section(
                .selfInspections,
                [
                    text("Ngày dự kiến", "Planned"), text("Ngày tự kiểm tra", "Held"),
                    text("Báo cáo", "Report"),
                ],
                own.map {
                    [
                        Link(
                            $0.plannedOn?[language] ?? "–",
                            Paths.selfInspection(year, $0.number)),
                        Link($0.heldOn?[language] ?? "–"),
                        Link($0.reportSymbol),
                    ]
                },
                none: text("Chưa có kế hoạch tự kiểm tra.", "No self-inspection on record.")),
        ] + scores
    }

    /// Found, due and closed, apart for what others found and what the body found itself.
    private func told(_ findings: [Finding], _ earlier: Int) -> String? {
        guard !findings.isEmpty || earlier > 0 else { return nil }
        let day = snapshot.day
        func three(_ some: [Finding], _ vi: String, _ en: String) -> String? {
            guard !some.isEmpty else { return nil }
            let due = some.count { $0.dueOn < day }
            let closed = some.count { $0.closedOn.map { $0 <= day } ?? false }
            return text(
                "\(vi): phát hiện \(Written.count(some.count, .vi)), đến hạn \(Written.count(due, .vi)), đã khắc phục \(Written.count(closed, .vi)).",
                "\(en): \(some.count) found, \(due) due, \(closed) closed.")
        }
        let older = text(
            "Còn mở từ các năm trước: \(Written.count(earlier, .vi)).",
            "Still open from earlier years: \(earlier).")
        return [
            three(findings.filter { !$0.isOwn }, "Do cấp trên phát hiện", "Found from above"),
            three(findings.filter(\.isOwn), "Do đơn vị tự phát hiện", "Found by itself"),
            earlier == 0 ? nil : older,
        ].compactMap(\.self).joined(separator: " ")
    }

    private func section(
        _ kind: RecordKind, _ headings: [String], _ rows: [[Link]], none: String,
        lede: String? = nil
    ) -> AgencyPage.Section {
        let list = Paths.changed(
            kind.list(snapshot.year, on: chosen),
            [kind.hasOwnList ? ("body", version.code) : ("q", version.name)])
        return AgencyPage.Section(
            heading: kind.name[language],
            links: [Link(text("Xem trong danh sách", "In the list"), list)],
            headings: headings, rows: rows, none: none, lede: lede)
    }
}
