/// One target of the plan above that an agency must carry out, beside what its own plan says of it.
public struct PlanGap: Hashable, Sendable {
    /// What was found, the gravest first.
    public enum Finding: String, CaseIterable, Hashable, Sendable, Codable {
        /// The agency has declared no plan.
        case noPlan
        /// A plan is declared, its targets are not on record: nothing can be compared.
        case notOnRecord
        case missing, less, later, unclear
        /// It is there, with no less and no later.
        case mirrored

        public var title: Bilingual {
            switch self {
            case .noPlan: Bilingual(vi: "chưa khai kế hoạch", en: "no plan declared")
            case .notOnRecord: Bilingual(vi: "chưa nhập chỉ tiêu", en: "targets not on record")
            case .missing: Bilingual(vi: "chưa có trong kế hoạch", en: "not in the plan")
            case .less: Bilingual(vi: "thấp hơn", en: "promises less")
            case .later: Bilingual(vi: "muộn hơn", en: "later")
            case .unclear: Bilingual(vi: "cần đối chiếu", en: "to be compared by a person")
            case .mirrored: Bilingual(vi: "đã đưa vào, đạt yêu cầu", en: "carried out in full")
            }
        }

        /// Whether the superior has something to ask for.
        public var isGap: Bool { self != .mirrored }
    }

    public let agency: Agency.ID
    /// The target of the plan above, as in force.
    public let asked: Plan.Target
    /// The target of the agency's plan that carries it out; `nil` when there is none.
    public let own: Plan.Target?
    /// Whether somebody said that the two belong together; otherwise they only look alike.
    public let isConfirmed: Bool
    /// Less and later may both be true; never empty.
    public let findings: [Finding]
    /// Days by which the agency's deadline comes after the one above.
    public let daysLate: Int

    /// Why, in one sentence; empty where the finding says it all.
    public func explanation(planned last: Day) -> Bilingual {
        guard let own else { return Bilingual("") }
        var parts: [Bilingual] = []
        if findings.contains(.less) || findings.contains(.unclear) {
            parts.append(
                Bilingual(
                    vi:
                        "kế hoạch đơn vị: \(own.terms.written(.vi)); cấp trên: \(asked.terms.written(.vi))",
                    en: "its plan: \(own.terms.written(.en)); above: \(asked.terms.written(.en))"))
        }
        if findings.contains(.later), let deadline = asked.terms.deadline {
            let day = own.terms.deadline
            parts.append(
                Bilingual(
                    vi: (day.map { "hạn \($0.vi)" } ?? "không ghi thời hạn, tính đến \(last.vi)")
                        + ", cấp trên \(deadline.vi), muộn \(Written.count(daysLate, .vi)) ngày",
                    en: (day.map { "due \($0.en)" } ?? "no deadline, taken as \(last.en)")
                        + ", above \(deadline.en), \(daysLate) days later"))
        }
        if !isConfirmed {
            parts.append(
                Bilingual(
                    vi: "đối chiếu theo nội dung gần giống, chưa ai xác nhận",
                    en: "matched by likeness, nobody confirmed it"))
        }
        return parts.joined("; ")
    }
}

extension Plan.Target.Terms {
    /// "ít nhất 30%", "đạt 100%", "xếp loại tốt".
    public func written(_ language: Language) -> String {
        let value = value.map {
            $0.text(language) + (unit == "%" ? "%" : unit.isEmpty ? "" : " \(unit)")
        }
        return [comparator.title[language], value].compactMap(\.self).joined(separator: " ")
    }
}

/// An agency's plan with the targets it has in force, its amendments taken in.
public struct PlanContents: Sendable {
    public let plan: Plan
    /// Accepted targets; empty when the plan was declared by symbol and day alone.
    public let targets: [Plan.Target]
    /// How many tasks it has on record.
    public let taskCount: Int

    public init(plan: Plan, targets: [Plan.Target], taskCount: Int) {
        self.plan = plan
        self.targets = targets
        self.taskCount = taskCount
    }
}
