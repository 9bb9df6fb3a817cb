import Domain

/// An inspection to be put into the year's plan.
public struct InspectionDraft: Hashable, Sendable {
    public let body: Agency.ID
    public let on: Day
    public let mode: Inspection.Mode

    public init(_ body: Agency.ID, on: Day, mode: Inspection.Mode = .onSite) {
        self.body = body
        self.on = on
        self.mode = mode
    }
}

extension WritableDatabase {
    /// Puts inspections into the inspecting body's plan of the year, all or none.
    ///
    /// One that overlaps with another inspection of the same body, by whomever, is refused unless a
    /// reason is given; the reason goes into the journal.
    public func planInspections(
        _ drafts: [InspectionDraft], by inspector: Agency.ID, because reason: String?,
        by user: User.ID
    ) throws -> ImportSummary {
        try require(.recordInspections, of: user, in: inspector)
        var result = RecordImport<Inspection>()
        if drafts.isEmpty {
            result.problems.append(
                Problem(
                    "body", vi: "Hãy chọn ít nhất một đơn vị.", en: "Choose at least one body."))
        }
        let names = try agencies(
            named: Set(drafts.map(\.body)), on: try workspace().today(now))
        for draft in drafts {
            let near = try inspections(of: draft.body, around: draft.on)
            if reason == nil, let other = near.first(where: { $0.overlaps(draft.on) }) {
                let name = names[draft.body]?.name ?? ""
                result.problems.append(
                    Problem(
                        "reason",
                        vi:
                            "\(name) đã có cuộc kiểm tra số \(other.number) (ngày \((other.heldOn ?? other.plannedOn ?? draft.on).vi)) trong cùng khoảng thời gian; hãy chọn ngày khác hoặc ghi lý do.",
                        en:
                            "\(name) has inspection \(other.number) (\((other.heldOn ?? other.plannedOn ?? draft.on).en)) in the same weeks; choose another day or give the reason."
                    ))
            }
            result.take(
                Inspection(
                    id: Inspection.ID(at: now), number: 0, inspector: inspector, body: draft.body,
                    kind: .planned, mode: draft.mode, plannedOn: draft.on), replacing: nil)
        }
        try result.requireSound()
        return try record(
            result, as: "inspections.planned", by: user, because: reason, insert: insert,
            update: update)
    }

    /// The inspections of the body that may lie in the same weeks.
    private func inspections(of body: Agency.ID, around day: Day) throws -> [Inspection] {
        let calendar = try planCalendar()
        return try Set(
            [day - Inspection.overlapDays, day, day + Inspection.overlapDays].map(calendar.year)
        )
        .flatMap { try inspections(of: body, year: $0) }
    }
}
