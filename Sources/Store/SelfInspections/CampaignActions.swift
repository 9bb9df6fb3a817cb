import Domain

extension WritableDatabase {
    /// Opens a campaign: every body of the scope that exists on its first day gets a self-inspection.
    ///
    /// A body that has one of its own in the year is not asked twice: its own is taken in, with its
    /// answers. Where it answered another checklist the body is left out and named with the reason,
    /// unless the campaign asks anew. A body that is not asked any more by its end keeps what it has; one that comes into being
    /// later is asked by the next.
    ///
    /// - Throws: ``InvalidInput`` naming the field; nothing is opened then.
    @discardableResult
    public func openSelfInspections(
        of year: Int, name: String, source: String, checklist number: Int, scope: Scope.ID,
        from opensOn: Day, to dueOn: Day, askingAnew: Bool = false, by user: User.ID
    ) throws -> SelfInspectionCampaign {
        try require(.manageInspectionRules, of: user)
        guard let list = try checklist(numbered: number) else {
            throw MissingRecord(Bilingual(vi: "danh mục kiểm tra", en: "checklist"), "\(number)")
        }
        let campaign = SelfInspectionCampaign(
            id: newID(), number: try nextNumber("self-inspection-campaign"), year: year,
            name: name, source: source, checklist: list.id, opensOn: opensOn, dueOn: dueOn)
        let tree = try agencyTree(on: opensOn)
        let bodies = try bodiesAsked(by: scope, of: year, in: tree)
        var problems = campaign.problems
        if bodies.isEmpty {
            problems.append(
                Problem(
                    "scope", vi: "Ngày \(opensOn.vi) không có cơ quan nào trong phạm vi này.",
                    en: "No body was in this scope on \(opensOn.en)."))
        }
        let period = try planYear(year).range
        for (field, day) in [("opens_on", opensOn), ("due_on", dueOn)]
        where !period.contains(day) {
            problems.append(
                Problem(
                    field, vi: "Ngày \(day.vi) không thuộc năm kế hoạch \(year).",
                    en: "\(day.en) is not in the plan year \(year)."))
        }
        let own = try ownSelfInspections(of: year)
        let intakes = bodies.map { body -> (Agency.ID, SelfInspectionIntake) in
            let intake = SelfInspectionIntake(of: own[body] ?? [], by: list.id)
            if askingAnew, case .omitted = intake { return (body, .new) }
            return (body, intake)
        }
        let isAnyAsked = intakes.contains {
            if case .omitted = $0.1 { false } else { true }
        }
        if !bodies.isEmpty, !isAnyAsked {
            problems.append(
                Problem(
                    "asks_anew",
                    vi:
                        "Mọi cơ quan trong phạm vi đã tự kiểm tra theo danh mục khác; hãy chọn danh mục đó hoặc đánh dấu yêu cầu làm lại.",
                    en:
                        "Every body of the scope inspected itself by another checklist; choose that one, or ask anew."
                ))
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        try run(
            """
            INSERT INTO self_inspection_campaigns
              (id, number, year, name, source, checklist_id, opens_on, due_on, recorded_at)
            VALUES (\(campaign.id), \(campaign.number), \(year), \(name), \(source), \(list.id),
              \(opensOn), \(dueOn), \(now))
            """
        )
        var changes = [
            Change("self-inspection-campaign", campaign.id.text, after: campaign)
        ]
        for (body, intake) in intakes {
            switch intake {
            case .new: changes.append(try openSelfInspection(of: body, for: campaign))
            case .takenIn(let id):
                guard let one = own[body]?.first(where: { $0.inspection.id == id }) else {
                    continue
                }
                changes.append(try takeIn(one, for: campaign))
            case .omitted(let id, let reason): try omit(body, id, reason, from: campaign)
            }
        }
        try raise(.inspections, year: year)
        try journal("self-inspections.opened", by: user, changes)
        return campaign
    }

    private func bodiesAsked(
        by scope: Scope.ID, of year: Int, in tree: AgencyTree
    ) throws -> [Agency.ID] {
        guard let scope = try scopes().first(where: { $0.id == scope }) else {
            throw InvalidInput([
                Problem("scope", vi: "Hãy chọn phạm vi.", en: "Choose the bodies to be asked.")
            ])
        }
        let issuer = try currentPlan(of: year)?.agency ?? Agency.ID("")
        return scope.members(in: tree, issuer: issuer).map { tree[$0].id }
    }

    private func openSelfInspection(
        of body: Agency.ID, for campaign: SelfInspectionCampaign
    ) throws -> Change {
        let inspection = SelfInspection(
            id: newID(), number: try nextNumber("self-inspection"), body: body,
            plannedOn: campaign.dueOn)
        try run(
            """
            INSERT INTO self_inspections
              (id, number, year, body_id, planned_on, held_on, report_symbol, version, recorded_at,
               campaign_id, checklist_id)
            VALUES (\(inspection.id), \(inspection.number), \(campaign.year), \(body),
              \(inspection.plannedOn), NULL, '', 1, \(now), \(campaign.id), \(campaign.checklist))
            """
        )
        return Change("self-inspection", inspection.id.text, after: inspection)
    }

    /// Names the offices and units that the body goes through beside itself, in that order.
    ///
    /// Answers of a unit go with its place in the list; a unit that was answered keeps its place.
    public func nameInspectedUnits(
        _ names: [String], of number: Int, by user: User.ID
    ) throws {
        let inspection = try requiredSelfInspection(number)
        try require(.recordSelfInspections, of: user, in: inspection.body)
        let before = try inspectedUnits(of: inspection.id)
        let answered = try unitsAnswered(of: inspection.id)
        var problems: [Problem] = []
        if names.count > 200 {
            problems.append(
                Problem("units", vi: "Tối đa 200 đơn vị.", en: "At most 200 units."))
        }
        if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
            problems.append(
                Problem(
                    "units", vi: "“\(twice)” được ghi hai lần.", en: "“\(twice)” stands twice."))
        }
        for place in answered where place > names.count || names[place - 1] != before[place - 1] {
            problems.append(
                Problem(
                    "units",
                    vi: "“\(before[place - 1])” đã có phiếu, phải giữ ở dòng \(place).",
                    en: "“\(before[place - 1])” has answers and has to stay in line \(place)."))
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        guard names != before else { return }
        try run("DELETE FROM self_inspection_units WHERE self_inspection_id = \(inspection.id)")
        for (place, name) in names.enumerated() {
            try run(
                """
                INSERT INTO self_inspection_units (self_inspection_id, position, name)
                VALUES (\(inspection.id), \(place + 1), \(name))
                """
            )
        }
        try raise(.inspections, year: try planCalendar().year(of: inspection.day))
        try journal(
            "self-inspection.units-named", by: user,
            [
                Change(
                    "self-inspection-units", inspection.id.text,
                    before: before.isEmpty ? nil : NamedUnits(before), after: NamedUnits(names))
            ])
    }

    /// Files the report of a self-inspection: from that day on it counts as held.
    ///
    /// Every point of the checklist has to be answered, for the body itself and for each of its units.
    ///
    /// - Throws: ``InvalidInput`` saying what is open; ``EditConflict`` when somebody was quicker.
    public func reportSelfInspection(
        _ number: Int, symbol: String, heldOn: Day, version: Int, by user: User.ID
    ) throws {
        let old = try requiredSelfInspection(number)
        try require(.recordSelfInspections, of: user, in: old.body)
        guard old.version == version else { throw EditConflict(SelfInspection.kindName) }
        var problems = try openPoints(of: old)
        if symbol.isEmpty {
            problems.append(
                Problem(
                    "report_symbol", vi: "Hãy ghi số, ký hiệu báo cáo tự kiểm tra.",
                    en: "Give the symbol of the report."))
        }
        if heldOn > (try workspace().today(now)) {
            problems.append(
                Problem(
                    "held_on", vi: "Ngày \(heldOn.vi) chưa đến.",
                    en: "\(heldOn.en) is still to come."))
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        let new = SelfInspection(
            id: old.id, number: number, body: old.body, plannedOn: old.plannedOn, heldOn: heldOn,
            reportSymbol: symbol, version: old.version + 1)
        try run(
            """
            UPDATE self_inspections SET held_on = \(heldOn), report_symbol = \(symbol),
              version = \(new.version), recorded_at = \(now)
            WHERE id = \(old.id)
            """
        )
        try raise(.inspections, year: try planCalendar().year(of: old.day))
        try journal(
            "self-inspection.reported", by: user,
            [Change("self-inspection", old.id.text, before: old, after: new)])
    }

    private func openPoints(of inspection: SelfInspection) throws -> [Problem] {
        guard let list = try selfAnswers(of: inspection.id).checklist else { return [] }
        let units = try inspectedUnits(of: inspection.id)
        return try ([""] + units).enumerated().compactMap { place, unit in
            let answered = try answers(
                "self-inspection", SelfInspection.record(inspection.id, unit: place))
            let open = list.items.count - answered.count
            guard open > 0 else { return nil }
            return Problem(
                "answers",
                vi: "Phiếu\(unit.isEmpty ? "" : " của \(unit)") còn \(open) nội dung chưa trả lời.",
                en: "\(open) points\(unit.isEmpty ? "" : " of \(unit)") are not answered.")
        }
    }

    private func requiredSelfInspection(_ number: Int) throws -> SelfInspection {
        guard let inspection = try selfInspection(numbered: number) else {
            throw MissingRecord(SelfInspection.kindName, "\(number)")
        }
        return inspection
    }
}

extension ReadableDatabase {
    /// The places of the units that have answers.
    fileprivate func unitsAnswered(of inspection: SelfInspection.ID) throws -> [Int] {
        try (1...200).prefix(try inspectedUnits(of: inspection).count).filter { place in
            try !answers("self-inspection", SelfInspection.record(inspection, unit: place)).isEmpty
        }
    }
}

extension SelfInspection {
    /// Under which name answers are kept: 0 for the body itself, else the place of its unit.
    static func record(_ id: ID, unit: Int) -> String {
        unit == 0 ? id.text : "\(id.text)/\(unit)"
    }
}

/// The units as the journal keeps them.
private struct NamedUnits: Encodable {
    let units: [String]

    init(_ units: [String]) { self.units = units }
}
