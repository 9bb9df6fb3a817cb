import Domain
import Store
import Support
import Testing

/// Every action on the record × every role × where the person stands: who may is what the table says.
@Suite struct PermittedActionContract {
    @Test(arguments: TestEngine.available)
    func `each action is open to exactly those whom the table names`(_ engine: TestEngine)
        async throws
    {
        let actions = try await EveryAction(engine)
        let office = actions.office
        let people = try await Cast(office)
        for step in actions.all {
            let rule = try #require(rules[step.name], "\(step.name) has no line in the table below")
            for role in Role.allCases {
                for relation in Relation.allCases {
                    guard let person = try await people.person(role, relation, of: rule.agency)
                    else { continue }
                    let expected = rule.permission.isGranted(to: role, on: relation)
                    let refusal = try await tried(step, by: person, office)
                    #expect(
                        (refusal == nil) == expected,
                        "\(step.name) by \(role), the record being \(relation): \(String(describing: refusal))"
                    )
                }
            }
            try await office.write(step.action)
        }
    }

    /// Does it and undoes it; returns the refusal when it was not allowed.
    private func tried(
        _ step: EveryAction.Step, by person: User.ID, _ office: StandingOffice
    ) async throws -> PermissionError? {
        do {
            try await office.store.write { db -> Void in
                try step.action(db, person)
                throw Undo()
            }
            return nil
        } catch is Undo {
            return nil
        } catch let refusal as PermissionError {
            return refusal
        }
    }
}

private struct Undo: Error {}

/// Each action's permission, and the agency its record belongs to; `nil` is the whole workspace.
private let rules: [String: (permission: Permission, agency: String?)] = [
    "agencies.imported": (.manageAgencies, nil),
    "agency.succeeded": (.manageAgencies, nil),
    "programme.added": (.managePlans, nil),
    "plan.added": (.managePlans, "BD"),
    "plan.corrected": (.managePlans, "BD"),
    "plan.confirmed": (.managePlans, "BD"),
    "target.split": (.managePlans, "BD"),
    "target.accepted": (.managePlans, "BD"),
    "target.rejected": (.managePlans, "BD"),
    "tasks.rejected": (.managePlans, "BD"),
    "task.assigned": (.managePlans, "BD"),
    "task.completed": (.completeTasks, "BD-SNV"),
    "task.added": (.managePlans, "BD"),
    "task.corrected": (.managePlans, "BD"),
    "task.spread": (.managePlans, "BD"),
    "task.cancelled": (.managePlans, "BD"),
    "task.reported": (.completeTasks, "BD-SNV"),
    "tasks.progress-imported": (.completeTasks, "BD-SNV"),
    "calendar.changed": (.manageCalendar, nil),
    "figure.recorded": (.recordFigures, "BD-SNV"),
    "agency-plans.imported": (.declarePlans, "BD-540"),
    "agency-tasks.imported": (.declarePlans, "BD-540"),
    "inspections.recorded": (.recordInspections, "BD-SNV"),
    "inspection.corrected": (.recordInspections, "BD-SNV"),
    "self-inspections.recorded": (.recordSelfInspections, "BD-540"),
    "findings.recorded": (.recordFindings, "BD-SNV"),
    "finding.closed": (.verifyFindings, "BD-SNV"),
    "finding.reopened": (.verifyFindings, "BD-SNV"),
    "inspection-rules.changed": (.manageInspectionRules, nil),
    "checklist.added": (.manageInspectionRules, nil),
    "inspection.file-saved": (.recordInspections, "BD-SNV"),
    "inspection.practice-proposed": (.recordInspections, "BD-SNV"),
    "inspection-plan.issued": (.recordInspections, "BD-SNV"),
    "inspection.concluded": (.recordInspections, "BD-SNV"),
    "inspections.planned": (.recordInspections, "BD-SNV"),
    "self-inspection.answered": (.recordSelfInspections, "BD-540"),
    "self-inspection.units-named": (.recordSelfInspections, "BD-540"),
    "self-inspections.opened": (.manageInspectionRules, nil),
    "self-inspection.reported": (.recordSelfInspections, "BD-540"),
    "legal-documents.recorded": (.recordDocuments, nil),
    "legal-document.corrected": (.recordDocuments, nil),
    "legal-effect.recorded": (.recordDocuments, nil),
    "legal-effects.recorded": (.recordDocuments, nil),
    "legal-effect.withdrawn": (.recordDocuments, nil),
    "basis-alert.settled": (.reviewDocuments, "BD"),
    "legal-procedures.recorded": (.manageLegalRules, nil),
    "legal-competences.recorded": (.manageLegalRules, nil),
    "outside-issuer.recorded": (.manageLegalRules, nil),
    "legal-review.opened": (.manageLegalReviews, nil),
    "legal-review.closed": (.manageLegalReviews, nil),
    "legal-review.reopened": (.manageLegalReviews, nil),
    "legal-review.gathered": (.manageLegalReviews, nil),
    "legal-review.line-settled": (.reviewDocuments, "BD"),
    "legal-review.line-moved": (.manageLegalReviews, nil),
    "legal-review.lines-recorded": (.reviewDocuments, "BD"),
    "legal-review.assigned": (.managePlans, "BD"),
    "coordinated-procedures.recorded": (.recordCoordination, "BD-SNV"),
    "coordinated-procedure.corrected": (.recordCoordination, "BD-SNV"),
    "coordinated-procedure.assigned": (.managePlans, "BD"),
    "coordination-regulations.recorded": (.recordCoordination, "BD-SNV"),
    "coordination-regulation.corrected": (.recordCoordination, "BD-SNV"),
    "legal-document.text-kept": (.recordDocuments, nil),
    "legal-scope.settled": (.manageTemplates, nil),
    "legal-document.steps-kept": (.recordDocuments, nil),
    "legal-document.opinions-kept": (.recordDocuments, nil),
    "person.added": (.managePosts, "BD-SNV"),
    "posts.imported": (.managePosts, "BD-SNV"),
    "post.given": (.managePosts, "BD-SNV"),
    "post.corrected": (.managePosts, "BD-SNV"),
    "duties.assigned": (.assignDuties, "BD-SNV"),
    "agency-plan.drafted": (.declarePlans, "BD-SNV"),
    "agency-plan.declared": (.declarePlans, "BD-SNV"),
    "agency-plan.amended": (.declarePlans, "BD-SNV"),
    "agency-plan.replaced": (.declarePlans, "BD-SNV"),
    "reminder.made": (.chase, "BD-SNV"),
    "reminder.letter-signed": (.chase, "BD-SNV"),
    "reminder.withdrawn": (.chase, "BD-SNV"),
    "post.handed-over": (.handOver, "BD-SNV"),
    "periods.opened": (.managePeriods, nil),
    "period.added": (.managePeriods, nil),
    "period.locked": (.managePeriods, nil),
    "period.unlocked": (.managePeriods, nil),
    "period.removed": (.managePeriods, nil),
    "lock-exception.given": (.managePeriods, nil),
    "lock-exception.ended": (.managePeriods, nil),
    "reporting-rules.changed": (.managePeriods, nil),
    "submission.sent": (.writeSubmissions, "BD-540"),
    "submission.documented": (.writeSubmissions, "BD-540"),
    "submissions.returned": (.acceptSubmissions, "BD-540"),
    "submissions.accepted": (.acceptSubmissions, "BD-540"),
    "dossiers.recorded": (.recordRegisters, "BD-540"),
    "dossier.corrected": (.recordRegisters, "BD-540"),
    "on-time-formula.chosen": (.manageTemplates, nil),
    "initiatives.recorded": (.recordRegisters, "BD-SNV"),
    "initiative.replicated": (.declarePlans, "BD-540"),
    "letterhead.set": (.setLetterheads, "BD-SNV"),
    "template.added": (.manageTemplates, nil),
    "template.changed": (.manageTemplates, nil),
    "report.drafted": (.writeReports, "BD-SNV"),
    "report.revised": (.writeReports, "BD-SNV"),
    "report.signed": (.signReports, "BD-SNV"),
    "evidence.attached": (.attachEvidence, "BD-SNV"),
    "evidence.replaced": (.attachEvidence, "BD-SNV"),
    "evidence.corrected": (.attachEvidence, "BD-SNV"),
    "evidence.withdrawn": (.attachEvidence, "BD-SNV"),
    "evidence.explained": (.attachEvidence, "BD-SNV"),
    "criteria.added": (.manageCriteria, nil),
    "criteria.changed": (.manageCriteria, nil),
    "criteria.sum-settled": (.manageCriteria, nil),
    "round.opened": (.manageRounds, nil),
    "round.changed": (.manageRounds, nil),
    "round.refreshed": (.manageRounds, nil),
    "scores.entered": (.scoreOwn, "BD-540"),
    "lateness.excused": (.manageRounds, nil),
    "scores.submitted": (.scoreOwn, "BD-540"),
    "points.appraised": (.appraiseScores, "BD-540"),
    "appraisal.finished": (.manageRounds, nil),
    "scores.explained": (.scoreOwn, "BD-540"),
    "explanation.finished": (.scoreOwn, "BD-540"),
    "points.decided": (.decideScores, "BD-540"),
    "council.decided": (.decideScores, "BD-540"),
    "scores.confirmed": (.scoreOwn, "BD-540"),
    "survey-scores.recorded": (.manageRounds, nil),
    "round.published": (.manageRounds, nil),
    "criteria-opinion.given": (.giveOpinions, "BD-540"),
    "criteria-opinion.answered": (.manageCriteria, nil),
    "criterion-leads.assigned": (.manageRounds, nil),
    "ministry-result.recorded": (.manageRounds, nil),
    "national-result.recorded": (.manageRounds, nil),
    "remediation.added": (.managePlans, "BD"),
    "rating-rules.added": (.manageRatingRules, nil),
    "rating-rules.changed": (.manageRatingRules, nil),
    "rating.opened": (.runRatings, "BD"),
    "rating.decided": (.decideRatings, "BD"),
    "ratings.decided": (.decideRatings, "BD"),
    "ratings.announced": (.runRatings, "BD"),
    "ratings.signed": (.runRatings, "BD"),
    "ratings.published": (.runRatings, "BD"),
]

/// Somebody for each role in each place.
private struct Cast {
    private let people: [String: User.ID]

    /// Where somebody sits for whom the record of the agency stands so.
    private static let seats: [String: [Relation: String]] = [
        "BD": [.own: "BD", .above: "BD-SNV", .elsewhere: "TW"],
        "BD-SNV": [.own: "BD-SNV", .below: "BD", .above: "BD-SNV-1", .elsewhere: "BD-546"],
        "BD-540": [.own: "BD-540", .below: "BD", .above: "BD-21550", .elsewhere: "BD-546"],
    ]

    init(_ office: StandingOffice) async throws {
        try await office.write {
            _ = try $0.importAgencies(
                agencyRows("BD-SNV-1|Phòng Cải cách|unit|BD-SNV", "TW|Cơ quan khác|unit|"),
                from: day("2016-01-01"), by: $1)
        }
        var people: [String: User.ID] = [:]
        for seat in Set(Self.seats.values.flatMap(\.values)) {
            let agency = try await office.agency(seat)
            for role in Role.allCases {
                people["\(role) \(seat)"] = try await office.person(
                    "\(role) \(seat)", role, in: agency)
            }
        }
        self.people = people
    }

    /// What belongs to the whole workspace is elsewhere for everybody.
    func person(_ role: Role, _ relation: Relation, of agency: String?) async throws -> User.ID? {
        guard let agency else {
            return relation == .elsewhere ? people["\(role) BD-540"] : nil
        }
        let seats = try #require(Self.seats[agency])
        return seats[relation].flatMap { people["\(role) \($0)"] }
    }
}
