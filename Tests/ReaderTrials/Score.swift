import Domain
import Reading

/// How much of what stands in texts was found, and how much of what was found stands there.
public struct Score: Sendable {
    /// Found and there; found and not there; there and not found.
    public private(set) var (hits, inventions, misses) = (0, 0, 0)
    /// For each field that labels give: how often it was right, and how often it was compared.
    public private(set) var fields: [String: (right: Int, compared: Int)] = [:]
    /// What was missed or invented, for people to read.
    public private(set) var remarks: [String] = []

    public init() {}

    /// Of what was found, the part that is there; 1 when nothing was found.
    public var precision: Double { ratio(hits, hits + inventions) }
    /// Of what is there, the part that was found; 1 when nothing is there.
    public var recall: Double { ratio(hits, hits + misses) }
    /// The harmonic mean of precision and recall (van Rijsbergen's F with equal weights).
    public var f1: Double {
        let sum = precision + recall
        return sum == 0 ? 0 : 2 * precision * recall / sum
    }

    private func ratio(_ part: Int, _ whole: Int) -> Double {
        whole == 0 ? 1 : Double(part) / Double(whole)
    }

    public mutating func addTargets(_ trial: Trial, _ draft: DraftPlan) {
        var left = draft.targets
        for expected in trial.expected.targets {
            guard let place = left.firstIndex(where: { expected.fits($0) }) else {
                misses += 1
                remarks.append(
                    "\(trial.name): missed \(expected.comparator) \(expected.quote ?? "")")
                continue
            }
            let target = left.remove(at: place)
            hits += 1
            compare(
                expected.fields,
                [
                    "clause": target.clause, "scope": target.scope, "each": target.each,
                    "deadline": target.deadline?.text, "measure": target.measure,
                ])
        }
        inventions += left.count
        remarks += left.map { "\(trial.name): invented \($0.clause) “\($0.text)”" }
    }

    public mutating func addTasks(_ trial: Trial, _ draft: DraftPlan) {
        guard let tasks = trial.expected.tasks else { return }
        var left = draft.tasks
        for expected in tasks {
            guard let place = left.firstIndex(where: { expected.fits($0) }) else {
                misses += 1
                remarks.append("\(trial.name): missed task \(expected.clause) \(expected.quote)")
                continue
            }
            let task = left.remove(at: place)
            hits += 1
            compare(
                expected.fields,
                [
                    "lead": task.lead, "cooperating": task.cooperating,
                    "deadline": task.deadline?.text, "product": task.product, "budget": task.budget,
                ])
        }
        inventions += left.count
        remarks += left.map { "\(trial.name): invented task \($0.clause) “\($0.text)”" }
    }

    private mutating func compare(_ expected: [String: Word], _ read: [String: String?]) {
        for (name, word) in expected {
            let isRight = word.fits(read[name] ?? nil)
            let before = fields[name] ?? (0, 0)
            fields[name] = (before.right + (isRight ? 1 : 0), before.compared + 1)
        }
    }
}
