/// One line of a table of criteria, as a file has it: numbers read, rule and input still text.
public struct CriterionRow: Hashable, Sendable {
    public var code: String?
    public var title: String?
    public var maximum: Points?
    public var nature: Criterion.Nature?
    public var input: CriterionInput?
    public var rule: String?
    public var evidence: String?
    public var appraiser: String?
    public var confirmer: String?
    public var source: String?
    public var exemption: String?
    public var feeds: String?

    public init() {}
}

/// The table that decisions carry: TT, area / criterion / sub-criterion, maximum, rule, evidence, who
/// appraises; a line stands below the one whose code begins its own.
public enum CriteriaColumns {
    public static let all: [Column<CriterionRow>] = [
        .text("code", Bilingual(vi: "TT", en: "No."), \.code, required: true, longest: 20),
        .text(
            "title",
            Bilingual(
                vi: "Lĩnh vực / tiêu chí / tiêu chí thành phần",
                en: "Area / criterion / sub-criterion"), \.title, required: true, longest: 1_000),
        points,
        .choice("nature", Bilingual(vi: "Loại điểm", en: "Nature"), \.nature, title: \.title),
        input,
        .text("rule", Bilingual(vi: "Cách tính", en: "Rule"), \.rule, longest: 2_000),
        .text(
            "evidence", Bilingual(vi: "Tài liệu kiểm chứng", en: "Evidence"), \.evidence,
            longest: 1_000),
        .text(
            "appraiser", Bilingual(vi: "Cơ quan thẩm định", en: "Appraiser"), \.appraiser,
            longest: 200),
        .text(
            "confirmer", Bilingual(vi: "Cơ quan xác nhận số liệu", en: "Confirmed by"), \.confirmer,
            longest: 200),
        .text("source", Bilingual(vi: "Căn cứ", en: "Source"), \.source, longest: 300),
        .text(
            "exemption", Bilingual(vi: "Trường hợp được miễn", en: "Exemption"), \.exemption,
            longest: 500),
        .text(
            "feeds", Bilingual(vi: "Góp vào tiêu chí của Bộ", en: "Feeds criteria of the Ministry"),
            \.feeds, longest: 200),
    ]

    private static let points = Column<CriterionRow>(
        "maximum", Bilingual(vi: "Điểm tối đa", en: "Maximum"), required: true,
        read: { cell, row in
            guard let points = Points(cell), points >= .zero else {
                return Problem(
                    "maximum", vi: "“\(cell)” không phải là số điểm; hãy ghi như 1,5.",
                    en: "“\(cell)” is no number of points; write it as 1.5.")
            }
            row.maximum = points
            return nil
        }, write: { $0.maximum?.plain ?? "" })

    private static let input = Column<CriterionRow>(
        "input", Bilingual(vi: "Nguồn số liệu", en: "Input"),
        read: { cell, row in
            guard let input = CriterionInput(cell) else { return CriterionInput.problem(cell) }
            row.input = input
            return nil
        }, write: { $0.input?.text ?? "" })
}

extension CriterionRow {
    public init(_ criterion: Criterion) {
        code = criterion.code
        title = criterion.title
        maximum = criterion.maximum
        nature = criterion.nature == .standard ? nil : criterion.nature
        input = criterion.input
        rule = criterion.ruleText
        evidence = criterion.evidence
        appraiser = criterion.appraiser
        confirmer = criterion.confirmer
        source = criterion.source
        exemption = criterion.exemption
        feeds = criterion.feeds
    }
}

/// A whole set as read from a file, with everything that is wrong with it.
public struct ReadCriteria: Sendable {
    public let details: CriteriaSet.Details
    public let criteria: [Criterion]
    /// Why sums that don't come out stand, where the file says so.
    public let notes: [String: String]
    public let problems: [Problem]

    /// Builds the tree of the lines: 2.1.3 stands below 2.1, which stands below 2.
    ///
    /// Lines may come in any order of branches, but a line comes after the one it stands below. Every
    /// problem is placed at its row of the file.
    public init(
        _ read: ReadRows<CriterionRow>, details: CriteriaSet.Details,
        notes: [String: String] = [:], others: [Problem] = []
    ) {
        var problems = others + read.problems
        var positions: [String: Int] = [:]
        var criteria: [Criterion] = []
        var rows: [Int] = []
        for (number, row) in read.rows {
            guard let code = row.code, let title = row.title, let maximum = row.maximum else {
                continue
            }
            var parent: Int?
            if let dot = code.lastIndex(of: ".") {
                parent = positions[String(code[..<dot])]
                if parent == nil {
                    problems.append(
                        Problem(
                            "code", row: number,
                            vi:
                                "Chưa có dòng “\(code[..<dot])” phía trên “\(code)”; hãy thêm dòng đó.",
                            en: "There is no line “\(code[..<dot])” above “\(code)”; add it."))
                }
            }
            var rule: Rule?
            if let text = row.rule, !text.isEmpty {
                let found = Rule.read(text)
                rule = found.rule
                problems += found.problems.map { $0.at(row: number) }
            }
            if positions[code] == nil { positions[code] = criteria.count }
            rows.append(number)
            criteria.append(
                Criterion(
                    code: code, parent: parent, title: title, maximum: maximum,
                    nature: row.nature ?? .standard, input: row.input, rule: rule,
                    evidence: row.evidence ?? "", appraiser: row.appraiser ?? "",
                    confirmer: row.confirmer ?? "", source: row.source ?? "",
                    exemption: row.exemption ?? "", feeds: row.feeds ?? ""))
        }
        self.details = details
        self.criteria = criteria
        self.notes = notes
        if problems.isEmpty {
            let set = CriteriaSet(
                id: CriteriaSet.ID(""), number: 0, details: details, criteria: criteria)
            problems += set.problems.map { problem in
                let place = criteria.firstIndex {
                    problem.message.vi.hasPrefix("Tiêu chí \($0.code):")
                }
                return place.map { problem.at(row: rows[$0]) } ?? problem
            }
        }
        self.problems = problems.sorted { ($0.row ?? 0) < ($1.row ?? 0) }
    }
}
