/// Turns what the reader found into what a person is asked to confirm: measure, scope, agencies.
///
/// Only suggestions: whatever is not certain stays empty and is asked for.
public struct TargetSuggestion: Sendable {
    private let scopes: [Scope]
    private let agencies: AgencyFinder

    public init(scopes: [Scope], tree: AgencyTree) {
        self.scopes = scopes
        agencies = AgencyFinder(tree)
    }

    /// The terms to propose for a target that was read.
    public func terms(for draft: DraftTarget) -> Plan.Target.Terms {
        let measure = draft.measure.flatMap(Measure.init)
        return Plan.Target.Terms(
            title: title(of: draft, measure), comparator: draft.comparator, value: draft.value,
            unit: draft.unit ?? "", measure: measure,
            scope: measure?.needsScope == true ? scope(draft) : nil,
            deadline: day(draft.deadline),
            deadlineSource: day(draft.deadline) == nil ? "" : "theo văn bản kế hoạch")
    }

    /// The task to propose for one that was read; its lead is matched by name where one body fits.
    public func task(for draft: DraftTask, id: Plan.Task.ID, plan: Plan.ID, number: Int)
        -> Plan.Task
    {
        Plan.Task(
            id: id, plan: plan, number: number, clause: draft.clause, text: draft.text,
            lead: draft.lead.flatMap { agencies.body(named: $0) }, leadText: draft.lead ?? "",
            cooperating: draft.cooperating ?? "", product: draft.product ?? "",
            dueOn: day(draft.deadline),
            deadlineText: draft.deadline.map(\.text) ?? "",
            deadline: deadline(draft.deadline), budget: draft.budget ?? "")
    }

    private func title(of draft: DraftTarget, _ measure: Measure?) -> String {
        let words = draft.text.split { $0.isWhitespace }.joined(separator: " ")
        return words.count <= 120 ? words : String(words.prefix(117)) + "…"
    }

    /// The standard list whose tiers the words name: "cấp tỉnh", "cấp huyện", "cấp xã", or all.
    private func scope(_ draft: DraftTarget) -> Scope.ID? {
        let words = Vietnamese.folded((draft.scope ?? "") + " " + (draft.each == nil ? "" : ""))
        var blocks: [Agency.Block] = []
        if words.contains("cap tinh") || words.contains("so ban nganh") {
            blocks.append(.departments)
        }
        if words.contains("cap huyen") { blocks.append(.districts) }
        if words.contains("cap xa") { blocks.append(.communes) }
        if let exact = scopes.first(where: { Set($0.blocks) == Set(blocks) && !blocks.isEmpty }) {
            return exact.id
        }
        return words.contains("dia phuong") || words.contains("co quan") ? Scope.ID("all") : nil
    }

    private func deadline(_ deadline: DraftDeadline?) -> Plan.Task.Deadline? {
        switch deadline {
        case .day(let day): .day(day)
        case .words(let words): Plan.Task.Deadline(words: words)
        case nil: nil
        }
    }

    private func day(_ deadline: DraftDeadline?) -> Day? {
        if case .day(let day) = deadline { day } else { nil }
    }
}
