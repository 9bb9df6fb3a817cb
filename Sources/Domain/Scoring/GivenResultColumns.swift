/// One line of the result that the Ministry sends: what it gave one criterion, and why.
public struct GivenResultRow: Hashable, Sendable {
    public var criterionCode: String?
    /// As typed: 0,75; "không tính" for a criterion that does not apply.
    public var points: String?
    public var reason: String?

    public init() {}
}

public enum GivenResultColumns {
    public static let all: [Column<GivenResultRow>] = [
        .text(
            "criterion", Bilingual(vi: "Tiêu chí", en: "Criterion"), \.criterionCode,
            required: true, longest: 20),
        .text(
            "points", Bilingual(vi: "Điểm được công nhận", en: "Points"), \.points, required: true,
            longest: 20),
        .text("reason", Bilingual(vi: "Lý do", en: "Reason"), \.reason, longest: 1_000),
    ]

    /// Reads what every criterion got; areas and groups in the list are sums and passed over.
    ///
    /// - Throws: every line that is no criterion, no points or beyond its maximum, and every scored
    ///   criterion that the list leaves out.
    public static func points(
        _ read: ReadRows<GivenResultRow>, _ set: CriteriaSet
    ) throws(InvalidInput) -> [Int: (points: Points?, reason: String)] {
        var problems = read.problems
        var found: [Int: (points: Points?, reason: String)] = [:]
        for (number, row) in read.rows {
            guard let code = row.criterionCode, let text = row.points else { continue }
            guard let position = set.position(of: code) else {
                problems.append(.noCriterion(code, row: number))
                continue
            }
            let criterion = set.criteria[position]
            guard criterion.isScored else { continue }
            if found[position] != nil {
                problems.append(
                    Problem(
                        "criterion", row: number,
                        vi: "Tiêu chí \(code) có hai dòng; hãy bỏ một dòng.",
                        en: "Criterion \(code) has two rows; remove one."))
            }
            if ["khong tinh", "khong ap dung", "n/a"].contains(Vietnamese.folded(text)) {
                found[position] = (nil, row.reason ?? "")
                continue
            }
            guard let points = Points(text), criterion.bounds.contains(points) else {
                problems.append(
                    Problem(
                        "points", row: number,
                        vi:
                            "Tiêu chí \(code): “\(text)” không phải là số điểm từ \(Written.points(criterion.bounds.lowerBound, .vi)) đến \(Written.points(criterion.bounds.upperBound, .vi)).",
                        en:
                            "Criterion \(code): “\(text)” is no number of points from \(Written.points(criterion.bounds.lowerBound, .en)) to \(Written.points(criterion.bounds.upperBound, .en))."
                    ))
                continue
            }
            found[position] = (points, row.reason ?? "")
        }
        let missing = set.scored.filter { found[$0] == nil }.map { set.criteria[$0].code }
        if problems.isEmpty, !missing.isEmpty {
            problems.append(
                Problem(
                    "criterion",
                    vi: "Danh sách còn thiếu tiêu chí \(missing.joined(separator: ", ")).",
                    en: "The list leaves out \(missing.joined(separator: ", "))."))
        }
        if !problems.isEmpty { throw InvalidInput(problems) }
        return found
    }
}
