import Domain
import Reading
import Testing

/// Checks that every text of the draft is exactly the scalars that its range names.
func expectExactRanges(_ plan: DraftPlan, in text: String, _ comment: Comment? = nil) {
    let scalars = Array(text.unicodeScalars)
    func holds(_ start: Int, _ end: Int, _ words: String) -> Bool {
        start >= 0 && start <= end && end <= scalars.count
            && scalars[start..<end].elementsEqual(words.unicodeScalars)
    }
    #expect(plan.clauses.allSatisfy { holds($0.start, $0.end, $0.text) }, comment)
    #expect(plan.targets.allSatisfy { holds($0.start, $0.end, $0.text) }, comment)
    #expect(plan.tasks.allSatisfy { holds($0.start, $0.end, $0.text) }, comment)
    #expect(
        plan.queries.allSatisfy { 0 <= $0.start && $0.start <= $0.end && $0.end <= scalars.count },
        comment)
    #expect(Set(plan.clauses.map(\.path)).count == plan.clauses.count, comment)
}

extension PlanReader {
    /// Reads one dash of a plan's section of targets.
    static func targets(ofDash dash: String) -> [DraftTarget] {
        read("KẾ HOẠCH\n\nCẢI CÁCH HÀNH CHÍNH NĂM 2021\n\nI. CHỈ TIÊU\n\n- \(dash)\n").targets
    }
}

extension DraftTarget {
    /// "at_least 30 %": what it promises, in short.
    var promise: String {
        [comparator.rawValue, value?.text(.en), unit].compactMap(\.self).joined(separator: " ")
    }
}
