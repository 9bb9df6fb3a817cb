/// What one line of the list of procedures says: one step, with the procedure that it belongs to.
public struct LegalProcedureRow: Hashable, Sendable {
    public var code: String?
    public var title: String?
    public var titleInEnglish: String?
    public var from: Day?
    public var until: Day?
    public var source: String?
    public var certainty: LegalDocument.Confidence?

    public var step: String?
    public var body: String?
    public var days: Int?
    public var counting: LegalStep.Counting?
    public var term: LegalStep.Term?
    public var paper: String?
    public var stepSource: String?

    public init() {}

    public init(_ procedure: LegalProcedure, _ step: LegalStep) {
        code = procedure.code
        (title, titleInEnglish) = (procedure.title.vi, procedure.title.en)
        (from, until, source) = (procedure.from, procedure.until, procedure.source)
        certainty = procedure.certainty
        (self.step, body, days) = (step.title, step.body, step.days)
        (counting, term, paper) = (step.counting, step.term, step.paper)
        stepSource = step.source
    }

    var asStep: LegalStep {
        var found = LegalStep(step ?? "")
        (found.body, found.days) = (body ?? "", days)
        (found.counting, found.term) = (counting ?? .calendar, term ?? .atMost)
        (found.paper, found.source) = (paper ?? "", stepSource ?? "")
        return found
    }
}

public enum LegalProcedureColumns {
    public static let all: [Column<LegalProcedureRow>] = [
        .text(
            "code", Bilingual(vi: "Mã quy trình", en: "Procedure's code"), \.code, required: true,
            longest: 40),
        .text(
            "title", Bilingual(vi: "Tên quy trình", en: "Procedure"), \.title, required: true,
            longest: 300),
        .text(
            "title_en", Bilingual(vi: "Tên tiếng Anh", en: "Title in English"), \.titleInEnglish,
            longest: 300),
        .day(
            "from_on", Bilingual(vi: "Áp dụng từ ngày", en: "Holds from"), \.from, required: true),
        .day("until_on", Bilingual(vi: "Đến trước ngày", en: "Until before"), \.until),
        .text(
            "source", Bilingual(vi: "Căn cứ", en: "Source"), \.source, required: true,
            longest: 300),
        .choice(
            "certainty", Bilingual(vi: "Mức độ chắc chắn", en: "Certainty"), \.certainty,
            required: true, title: \.title),
        .text("step", Bilingual(vi: "Bước", en: "Step"), \.step, required: true, longest: 300),
        .text("body", Bilingual(vi: "Cơ quan thực hiện", en: "Body"), \.body, longest: 200),
        .count("days", Bilingual(vi: "Thời hạn (ngày)", en: "Term (days)"), \.days, limit: 1_000),
        .choice("counting", Bilingual(vi: "Cách tính", en: "Counting"), \.counting, title: \.title),
        .choice("term", Bilingual(vi: "Mức", en: "Kind of term"), \.term, title: \.title),
        .text("paper", Bilingual(vi: "Văn bản", en: "Paper"), \.paper, longest: 300),
        .text(
            "step_source", Bilingual(vi: "Căn cứ của bước", en: "Source of the step"),
            \.stepSource, longest: 300),
    ]

    /// The lines that belong to each procedure, made into procedures; what contradicts is named.
    public static func procedures(
        _ read: ReadRows<LegalProcedureRow>
    ) -> (procedures: [(row: Int, procedure: LegalProcedure)], problems: [Problem]) {
        var order: [String] = []
        var lines: [String: [(number: Int, row: LegalProcedureRow)]] = [:]
        for (number, row) in read.rows {
            guard let code = row.code else { continue }
            if lines[code] == nil { order.append(code) }
            lines[code, default: []].append((number, row))
        }
        var problems: [Problem] = []
        var found: [(Int, LegalProcedure)] = []
        for code in order {
            guard let mine = lines[code], let (number, first) = mine.first, let from = first.from,
                let certainty = first.certainty
            else { continue }
            for (other, row) in mine.dropFirst() where !row.isOfSameProcedure(as: first) {
                problems.append(
                    Problem(
                        "code", row: other,
                        vi:
                            "Tên, ngày, căn cứ hoặc mức độ chắc chắn của quy trình “\(code)” khác dòng \(number); hãy ghi giống nhau ở mọi bước.",
                        en:
                            "Title, days, source or certainty of “\(code)” differ from row \(number); they are the same in each of its steps."
                    ))
            }
            let title = first.title ?? ""
            let procedure = LegalProcedure(
                code: code, title: Bilingual(vi: title, en: first.titleInEnglish ?? title),
                from: from, until: first.until, source: first.source ?? "", certainty: certainty,
                steps: mine.map(\.row.asStep))
            problems += procedure.problems.map { $0.at(row: number) }
            found.append((number, procedure))
        }
        return (found, problems)
    }
}

extension LegalProcedureRow {
    fileprivate func isOfSameProcedure(as other: LegalProcedureRow) -> Bool {
        title == other.title && titleInEnglish == other.titleInEnglish && from == other.from
            && until == other.until && source == other.source && certainty == other.certainty
    }
}
