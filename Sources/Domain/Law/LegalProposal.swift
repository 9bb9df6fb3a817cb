/// What the steps on record and the table of competences suggest for the four conditions; a person takes it
/// over or not, nothing is judged by itself.
///
/// Ours: due order is that every step was done or waived and none ended before the one above it; due
/// procedure, that each kept its term; authority follows from the table alone and is never proposed as
/// not met. Of quality nothing is proposed: it is a judgement of the checking body.
public struct LegalProposal: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public let condition: LegalDocument.Condition
        /// `nil` when nothing can be said yet.
        public let answer: LegalDocument.Answer?
        public let reason: Bilingual
    }

    /// The four conditions, in their order.
    public let lines: [Line]

    public init(
        _ document: LegalDocument, steps: [LegalStep], calendar: WorkingCalendar,
        competence: LegalCompetence?
    ) {
        let states = steps.map { $0.state(calendar) }
        lines = [
            Self.order(steps, states), Self.procedure(steps, states),
            Self.authority(competence),
            Line(
                condition: .quality, answer: nil,
                reason: Bilingual(
                    vi: "Do cơ quan kiểm tra văn bản đánh giá.",
                    en: "A judgement of the checking body.")),
        ]
    }

    /// Whether anything is proposed at all.
    public var isEmpty: Bool { lines.allSatisfy { $0.answer == nil } }

    public subscript(condition: LegalDocument.Condition) -> LegalDocument.Answer? {
        lines.first { $0.condition == condition }?.answer
    }

    private static func order(_ steps: [LegalStep], _ states: [LegalStep.State]) -> Line {
        var last: (title: String, day: Day)?
        for step in steps where step.waived.isEmpty {
            guard let day = step.doneOn else { continue }
            if let last, day < last.day {
                return Line(
                    condition: .order, answer: .unmet,
                    reason: Bilingual(
                        vi:
                            "“\(step.title)” xong ngày \(day.vi), trước bước “\(last.title)” (\(last.day.vi)).",
                        en:
                            "“\(step.title)” was done on \(day.en), before “\(last.title)” (\(last.day.en))."
                    ))
            }
            last = (step.title, day)
        }
        return settled(
            .order, states,
            met: Bilingual(
                vi: "Đủ \(Written.count(steps.count, .vi)) bước, theo đúng thứ tự.",
                en: "All \(steps.count) steps, one after the other."))
    }

    private static func procedure(_ steps: [LegalStep], _ states: [LegalStep.State]) -> Line {
        let broken = zip(steps, states).filter { !$0.1.isInOrder && $0.1 != .open }
        if let (step, state) = broken.first {
            return Line(
                condition: .procedure, answer: .unmet,
                reason: Bilingual(
                    vi: "“\(step.title)”: \(state.title.vi).",
                    en: "“\(step.title)”: \(state.title.en)."))
        }
        return settled(
            .procedure, states,
            met: Bilingual(
                vi: "Mọi bước trong thời hạn hoặc được bỏ qua có lý do.",
                en: "Every step kept its term or was waived with a reason."))
    }

    /// What nothing speaks against is met once every step has its day; before, nothing is proposed.
    private static func settled(
        _ condition: LegalDocument.Condition, _ states: [LegalStep.State], met: Bilingual
    ) -> Line {
        let open = states.count { $0 == .open }
        if states.isEmpty {
            return Line(
                condition: condition, answer: nil,
                reason: Bilingual(vi: "Chưa ghi bước nào.", en: "No step is on record."))
        }
        if open > 0 {
            return Line(
                condition: condition, answer: nil,
                reason: Bilingual(
                    vi: "Còn \(Written.count(open, .vi)) bước chưa ghi ngày xong.",
                    en: "\(Written.english(open, "step has", "steps have")) no day yet."))
        }
        return Line(condition: condition, answer: .met, reason: met)
    }

    private static func authority(_ competence: LegalCompetence?) -> Line {
        guard let competence else {
            return Line(
                condition: .authority, answer: nil,
                reason: Bilingual(
                    vi: "Không có trong bảng thẩm quyền; cần người xem xét.",
                    en: "Not in the table of competences; a person looks at it."))
        }
        return Line(
            condition: .authority, answer: .met,
            reason: Bilingual(
                vi: "\(competence.source.vi) (\(competence.certainty.title.vi)).",
                en: "\(competence.source.en) (\(competence.certainty.title.en))."))
    }
}
