import Domain

/// What a person decided about a target that the reader finds in the plan.
public struct TargetDecision: Hashable, Sendable {
    /// The target's address in the plan: II.1.a.2-1.
    public let code: String
    public let title: String
    public let measure: Measure
    /// One of ``Scope/standard``; `nil` for measures that count no bodies.
    public let scope: Scope.ID?
    /// `nil` when it runs to the year's last day.
    public let deadline: Day?
    public let deadlineSource: String
    public let leadCode: String
    /// The person who answers for it: a made-up name and a post.
    public let answerable: String

    /// The terms as the reader proposes them, with what the person set; the reading stays open.
    public func terms(from draft: DraftTarget, lead: Agency.ID) -> Plan.Target.Terms {
        Plan.Target.Terms(
            title: title, comparator: draft.comparator, value: draft.value, unit: draft.unit ?? "",
            measure: measure, scope: scope, deadline: deadline, deadlineSource: deadlineSource,
            lead: lead, answerable: answerable)
    }
}

/// What a person decided about a row of the plan's annex.
public struct TaskDecision: Hashable, Sendable {
    /// The number printed in the annex, from 1.
    public let number: Int
    public let leadCode: String
    /// The last day; `nil` for what recurs all year.
    public let dueOn: Day?
    /// The day it was done; `nil` while it is open.
    public let doneOn: Day?

    init(_ number: Int, _ leadCode: String, due: String? = nil, done: String? = nil) {
        self.number = number
        self.leadCode = leadCode
        dueOn = due.map(Story.day)
        doneOn = done.map(Story.day)
    }
}

/// A figure that somebody typed for a target.
public struct TypedFigure: Hashable, Sendable {
    public let targetCode: String
    public let day: Day
    public let numerator: Int
    /// `nil` for a plain number.
    public let denominator: Int?
    public let source: String
    public let note: String
    public let recordedOn: Day
}
