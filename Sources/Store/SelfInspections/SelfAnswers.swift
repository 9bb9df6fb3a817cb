import Domain

extension WritableDatabase {
    /// Writes a body's answers to the year's checklist for its self-inspection.
    ///
    /// The unit is the place of one of its offices and units, 0 for the body itself. Answers that say
    /// word for word what was said the year before are marked as copied.
    public func answerSelfInspection(
        _ number: Int, checklist: Int, unit: Int = 0, _ answers: [Checklist.Answer],
        by user: User.ID
    ) throws {
        guard let inspection = try selfInspection(numbered: number) else {
            throw MissingRecord(SelfInspection.kindName, "\(number)")
        }
        try require(.recordSelfInspections, of: user, in: inspection.body)
        guard let list = try self.checklist(numbered: checklist) else {
            throw MissingRecord(Bilingual(vi: "danh mục kiểm tra", en: "checklist"), "\(checklist)")
        }
        let units = try inspectedUnits(of: inspection.id)
        guard (0...units.count).contains(unit) else {
            throw MissingRecord(Bilingual(vi: "đơn vị thứ", en: "unit"), "\(unit)")
        }
        let record = SelfInspection.record(inspection.id, unit: unit)
        let kept = answers.filter { (1...list.items.count).contains($0.position) }
        guard inspection.heldOn == nil || kept.count == list.items.count else {
            throw InvalidInput([
                Problem(
                    "answers",
                    vi:
                        "Đã có báo cáo: phiếu phải trả lời đủ \(list.items.count) nội dung, mới có \(kept.count).",
                    en:
                        "The report is filed: all \(list.items.count) points need an answer, \(kept.count) have one."
                )
            ])
        }
        let before = try self.answers("self-inspection", record)
        let year = try planCalendar().year(of: inspection.day)
        let copied = Checklist.copied(
            kept,
            from: try earlierAnswers(
                of: inspection.body, unit: unit == 0 ? nil : units[unit - 1], before: year))
        try run(
            "UPDATE self_inspections SET checklist_id = \(list.id) WHERE id = \(inspection.id)")
        try replaceAnswers(kept, "self-inspection", record, copied: copied)
        try raise(.inspections, year: year)
        try journal(
            "self-inspection.answered", by: user,
            [
                Change(
                    "self-inspection-answers", record,
                    before: before.isEmpty ? nil : JournaledAnswers(before),
                    after: JournaledAnswers(kept))
            ])
    }
}

/// Answers as the journal keeps them.
private struct JournaledAnswers: Encodable {
    let answers: [Checklist.Answer]

    init(_ answers: [Checklist.Answer]) { self.answers = answers }
}

extension ReadableDatabase {
    /// Returns the body's answers for itself or for the unit at the place, and which were copied.
    public func selfAnswers(
        of id: SelfInspection.ID, unit: Int = 0
    ) throws -> (checklist: Checklist?, answers: [Checklist.Answer], copied: Set<Int>) {
        let list =
            try rows("SELECT checklist_id FROM self_inspections WHERE id = \(id)")
            .first?.optionalID(0) as Checklist.ID?
        let copied = try rows(
            """
            SELECT position FROM checklist_answers
            WHERE kind = 'self-inspection' AND record = \(SelfInspection.record(id, unit: unit)) AND copied IS NOT NULL LIMIT 1000
            """
        ).map { $0.int(0) }
        return (
            try list.flatMap(checklist),
            try answers("self-inspection", SelfInspection.record(id, unit: unit)), Set(copied)
        )
    }

    /// What the body answered the last time before the year, for itself or for a unit of that name.
    fileprivate func earlierAnswers(
        of body: Agency.ID, unit: String?, before year: Int
    ) throws -> [Checklist.Answer] {
        guard
            let last: SelfInspection.ID = try rows(
                """
                SELECT s.id FROM self_inspections s
                WHERE s.body_id = \(body) AND s.year < \(year) AND s.checklist_id IS NOT NULL
                ORDER BY s.year DESC, s.number DESC LIMIT 1
                """
            ).first?.id(0)
        else { return [] }
        guard let unit else { return try answers("self-inspection", last.text) }
        guard let place = try inspectedUnits(of: last).firstIndex(of: unit) else { return [] }
        return try answers("self-inspection", SelfInspection.record(last, unit: place + 1))
    }
}
