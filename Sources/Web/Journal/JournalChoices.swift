import Domain

/// What the raw values of enumerations mean that stand in the journal.
///
/// Each is asked of the type that writes it, so that a word is settled in one place only.
enum JournalChoices {
    static func meaning(of raw: String, field: FieldChange, in kind: String) -> Bilingual? {
        switch (kind, field.name) {
        case ("target", "comparator"): Comparator(rawValue: raw)?.title
        case ("target", "measure"): Measure(rawValue: raw)?.title
        case ("target", "reading"): Plan.Target.Reading(rawValue: raw)?.title
        case ("target", "value"):
            TargetValue(stored: raw).map { value in
                Bilingual(vi: value.text(.vi), en: value.text(.en))
            }
        case (_, "decision"): Plan.Target.Decision(rawValue: raw)?.title
        case ("agency", "level"): Agency.Level(rawValue: raw)?.title
        case ("agency", "block"): Agency.Block(rawValue: raw)?.title
        case ("agency", "kind"): Succession.Kind(rawValue: raw)?.title
        case ("inspection", "kind"): Inspection.Kind(rawValue: raw)?.title
        case ("inspection", "mode"): Inspection.Mode(rawValue: raw)?.title
        case ("inspection-plan", "mode"): Inspection.Mode(rawValue: raw)?.title
        case ("finding", "state"): Finding.State(rawValue: raw)?.title
        case ("finding", "source"): Finding.Source(rawValue: raw)?.title
        case ("finding", "severity"): Finding.Severity(rawValue: raw)?.title
        case ("finding", "kind"): Finding.Link.Kind(rawValue: raw)?.title
        case (_, "mark"): Checklist.Answer.Mark(rawValue: raw)?.title
        case ("inspection-file", "role"): InspectionFile.Member.Role(rawValue: raw)?.title
        case ("finding-step", "kind"): Finding.Step.Kind(rawValue: raw)?.title
        case ("inspection-rules", "remedyCounting"): InspectionRules.Counting(rawValue: raw)?.title
        case ("inspection-rules", "merged"): InspectionRules.Merged(rawValue: raw)?.title
        case ("inspection-rules", "countedKinds"): Inspection.Kind(rawValue: raw)?.title
        case ("inspection-rules", "countedModes"): Inspection.Mode(rawValue: raw)?.title
        case ("account", "roles"), ("account", "role"): Role(rawValue: raw)?.title
        case ("submission", "state"): Submission.State(rawValue: raw)?.title
        case ("reporting-rules", "levels"): ReportingRules.Levels(rawValue: raw)?.title
        case ("reporting-rules", "sender"): ReportingRules.Sender(rawValue: raw)?.title
        case ("reporting-rules", "document"): ReportingRules.Document(rawValue: raw)?.title
        case ("reporting-rules", "timeliness"): ReportingRules.Timeliness(rawValue: raw)?.title
        case ("task", "state"): Plan.Task.State(rawValue: raw)?.title
        case ("task", "partRule"): Plan.Task.PartRule(rawValue: raw)?.title
        case ("task", "kind"): Plan.Task.Deadline.Kind(rawValue: raw)?.title
        case ("task", "counting"): Plan.Task.Deadline.Counting(rawValue: raw)?.title
        case ("task", "rhythm"): Plan.Task.Deadline.Rhythm(rawValue: raw)?.title
        case ("task-progress", "kind"): TaskProgress.Kind(rawValue: raw)?.title
        case ("task-closure", "outcome"): TaskClosure.Outcome(rawValue: raw)?.title
        case ("task-closure", "cause"): TaskClosure.Cause(rawValue: raw)?.title
        case ("legal-effect", "kind"): Effect.Kind(rawValue: raw)?.title
        case ("basis-alert", "outcome"), ("legal-review-line", "outcome"):
            BasisAlert.Outcome(rawValue: raw)?.title
        case ("legal-review", "kind"): LegalReview.Kind(rawValue: raw)?.title
        case ("legal-procedure", "certainty"), ("legal-competence", "certainty"):
            LegalDocument.Confidence(rawValue: raw)?.title
        case ("legal-procedure", "counting"): LegalStep.Counting(rawValue: raw)?.title
        case ("legal-procedure", "term"): LegalStep.Term(rawValue: raw)?.title
        case ("legal-competence", "level"): Agency.Level(rawValue: raw)?.title
        case ("legal-competence", "organ"): LegalDocument.Organ(rawValue: raw)?.title
        case ("legal-competence", "kind"): LegalDocument.Kind(rawValue: raw)?.title
        case ("coordinated-procedure", "field"):
            CoordinatedProcedure.Field(rawValue: raw)?.title
        case ("coordinated-procedure", "hasRegulation"), ("coordinated-procedure", "hasProcess"):
            CoordinatedProcedure.Answer(rawValue: raw)?.title
        case ("coordinated-procedure", "need"): CoordinatedProcedure.Need(rawValue: raw)?.title
        case ("coordinated-procedure", "needOf"): CoordinatedProcedure.Paper(rawValue: raw)?.title
        case ("calendar-day", "kind"): CalendarDay.Kind(rawValue: raw)?.title
        case ("calendar-day", "certainty"): CalendarDay.Certainty(rawValue: raw)?.title
        case ("legal-document", _) where field.field.hasPrefix("answers."):
            LegalDocument.Answer(rawValue: raw)?.title
        case ("legal-scope", "levels"): Agency.Level(rawValue: raw)?.title
        case ("legal-document", "nature"): LegalDocument.Nature(rawValue: raw)?.title
        case ("legal-document", "kind"): LegalDocument.Kind(rawValue: raw)?.title
        case ("legal-document", "organ"): LegalDocument.Organ(rawValue: raw)?.title
        case ("legal-document", "confidence"): LegalDocument.Confidence(rawValue: raw)?.title
        default: nil
        }
    }
}

extension Plan.Target.Decision {
    fileprivate var title: Bilingual {
        switch self {
        case .proposed: Bilingual(vi: "đề xuất", en: "proposed")
        case .accepted: Bilingual(vi: "chấp nhận", en: "accepted")
        case .rejected: Bilingual(vi: "loại bỏ", en: "rejected")
        }
    }
}
