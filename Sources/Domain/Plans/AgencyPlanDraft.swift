/// The first text of an agency's plan, drawn from what the plan above asks of it.
///
/// A suggestion to be gone through like a text that was read: each target and task points at its own
/// words, and names what it carries out.
public struct AgencyPlanDraft: Hashable, Sendable {
    public let text: String
    public let clauses: [DraftClause]
    public let targets: [Line]
    public let tasks: [Line]

    /// Where a target or a task stands in the text.
    public struct Line: Hashable, Sendable {
        /// The clause's path: I.2.
        public let path: String
        public let start: Int
        public let end: Int
    }

    /// Draws it from the targets of the plan above that the agency must carry out, and the tasks that it
    /// gives the agency, both in their order.
    public init(carryingOut parent: Plan, targets: [Plan.Target], tasks: [Plan.Task]) {
        var writer = Writer()
        writer.add(
            "I.", "I. CHỈ TIÊU (thực hiện \(parent.type) \(parent.symbol))", kind: .heading)
        self.targets = targets.enumerated().map { number, target in
            let deadline = target.terms.deadline.map { ", thời hạn \($0.vi)" } ?? ""
            return writer.add(
                "I.\(number + 1)",
                "\(number + 1). \(target.terms.title.withoutLastStop): \(target.terms.written(.vi))\(deadline) (\(target.code)).",
                kind: .target)
        }
        writer.add("II.", "II. NHIỆM VỤ", kind: .heading)
        self.tasks = tasks.enumerated().map { number, task in
            let rest = [
                task.product.isEmpty ? nil : "Sản phẩm: \(task.product.withoutLastStop).",
                task.dueOn.map { "Thời hạn: \($0.vi)." }
                    ?? (task.deadlineText.isEmpty ? nil : "Thời gian: \(task.deadlineText)."),
            ].compactMap(\.self)
            return writer.add(
                "II.\(number + 1)",
                (["\(number + 1). \(task.text.withoutLastStop)."] + rest).joined(separator: " "),
                kind: .task)
        }
        text = writer.text
        clauses = writer.clauses
    }

    private struct Writer {
        var text = ""
        var clauses: [DraftClause] = []
        private var length = 0

        @discardableResult
        mutating func add(_ path: String, _ words: String, kind: DraftClause.Kind) -> Line {
            let path = path.hasSuffix(".") ? String(path.dropLast()) : path
            let words = words.split(whereSeparator: \.isNewline).joined(separator: " ")
            let start = length
            let end = start + words.unicodeScalars.count
            text += words + "\n"
            length = end + 1
            clauses.append(
                DraftClause(path: path, kind: kind, text: words, start: start, end: end))
            return Line(path: path, start: start, end: end)
        }
    }
}

extension String {
    fileprivate var withoutLastStop: String {
        let text = trimmed
        return text.hasSuffix(".") || text.hasSuffix(";") ? String(text.dropLast()) : text
    }
}
