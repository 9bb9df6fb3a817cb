/// What one line of a list of survey results says: which share one agency reached on one criterion.
public struct SurveyScoreRow: Hashable, Sendable {
    public var agencyCode: String?
    public var criterionCode: String?
    public var share: Percentage?

    public init() {}
}

public enum SurveyScoreColumns {
    public static let all: [Column<SurveyScoreRow>] = [
        .text(
            "agency_code", Bilingual(vi: "Mã cơ quan", en: "Agency code"), \.agencyCode,
            required: true, longest: 40),
        .text(
            "criterion", Bilingual(vi: "Tiêu chí", en: "Criterion"), \.criterionCode,
            required: true, longest: 20),
        Column(
            "share", Bilingual(vi: "Tỷ lệ hài lòng (%)", en: "Share (%)"), required: true,
            read: { cell, row in
                guard let number = DecimalNumber(cell), (0...10_000).contains(number.hundredths)
                else {
                    return Problem(
                        "share",
                        vi: "“\(cell)” không phải là tỷ lệ từ 0 đến 100; hãy ghi như 87,25.",
                        en: "“\(cell)” is no share from 0 to 100; write it as 87.25.")
                }
                row.share = Percentage(basisPoints: number.hundredths)
                return nil
            }, write: { row in row.share.map { Points(hundredths: $0.basisPoints).plain } ?? "" }),
    ]

    /// Finds the agency and the criterion of every line; each that is not there is named by its row.
    public static func shares(
        _ read: ReadRows<SurveyScoreRow>, _ set: CriteriaSet, agency: (String) -> Agency.ID?
    ) throws(InvalidInput) -> [Agency.ID: [Int: Fraction]] {
        var problems = read.problems
        var shares: [Agency.ID: [Int: Fraction]] = [:]
        for (number, row) in read.rows {
            guard let agencyCode = row.agencyCode, let code = row.criterionCode,
                let share = row.share
            else { continue }
            guard let id = agency(agencyCode) else {
                problems.append(
                    Problem(
                        "agency_code", row: number,
                        vi: "Đợt chấm không có cơ quan “\(agencyCode)”; hãy kiểm tra mã.",
                        en: "The round has no agency “\(agencyCode)”; check the code."))
                continue
            }
            guard let position = set.position(of: code), set.criteria[position].isSurveyed else {
                problems.append(
                    Problem(
                        "criterion", row: number,
                        vi: "“\(code)” không phải tiêu chí điều tra của bộ này.",
                        en: "“\(code)” is no surveyed criterion of this set."))
                continue
            }
            if shares[id]?[position] != nil {
                problems.append(
                    Problem(
                        "criterion", row: number,
                        vi: "Dòng này trùng cơ quan và tiêu chí với dòng trên; hãy bỏ một dòng.",
                        en: "The agency and criterion stand in a row above; remove one."))
            }
            shares[id, default: [:]][position] = Fraction(share.basisPoints, 10_000)
        }
        if !problems.isEmpty { throw InvalidInput(problems) }
        return shares
    }
}
