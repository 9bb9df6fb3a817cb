/// Which agency has to bring a criterion of a joint file, and by when (cơ quan chủ trì tiêu chí).
///
/// The province's own file is filled in by many departments: each has its criteria.
public struct CriterionLead: Hashable, Sendable, Codable {
    public let position: Int
    public let agency: Agency.ID
    /// The last day of its self-score; `nil` for that of the round.
    public let dueOn: Day?

    public init(position: Int, agency: Agency.ID, dueOn: Day? = nil) {
        self.position = position
        self.agency = agency
        self.dueOn = dueOn
    }
}

/// One line of a list of leads: the criterion, the body, the day.
public struct CriterionLeadRow: Hashable, Sendable {
    public var criterionCode: String?
    public var agencyCode: String?
    public var dueOn: Day?

    public init() {}
}

public enum CriterionLeadColumns {
    public static let all: [Column<CriterionLeadRow>] = [
        .text(
            "criterion", Bilingual(vi: "Tiêu chí", en: "Criterion"), \.criterionCode,
            required: true, longest: 20),
        .text(
            "agency_code", Bilingual(vi: "Cơ quan chủ trì", en: "Lead agency"), \.agencyCode,
            required: true, longest: 40),
        .day("due_on", Bilingual(vi: "Thời hạn", en: "Due"), \.dueOn),
    ]

    /// Finds the criterion and the agency of every line; a group's line means all criteria below it.
    public static func leads(
        _ read: ReadRows<CriterionLeadRow>, _ set: CriteriaSet, agency: (String) -> Agency.ID?
    ) throws(InvalidInput) -> [CriterionLead] {
        var problems = read.problems
        var found: [Int: CriterionLead] = [:]
        for (number, row) in read.rows {
            guard let code = row.criterionCode, let body = row.agencyCode else { continue }
            guard let position = set.position(of: code) else {
                problems.append(.noCriterion(code, row: number))
                continue
            }
            guard let id = agency(body) else {
                problems.append(
                    Problem(
                        "agency_code", row: number,
                        vi: "Không có cơ quan “\(body)”; hãy kiểm tra mã.",
                        en: "There is no agency “\(body)”; check the code."))
                continue
            }
            for below in set.scored where set.isAtOrBelow(below, position) {
                found[below] = CriterionLead(position: below, agency: id, dueOn: row.dueOn)
            }
        }
        if !problems.isEmpty { throw InvalidInput(problems) }
        return found.values.sorted { $0.position < $1.position }
    }
}

extension Problem {
    public static func noCriterion(_ code: String, row: Int?) -> Problem {
        Problem(
            "criterion", row: row,
            vi: "Bộ tiêu chí không có tiêu chí “\(code)”; hãy kiểm tra số thứ tự.",
            en: "The set has no criterion “\(code)”; check its number.")
    }
}
