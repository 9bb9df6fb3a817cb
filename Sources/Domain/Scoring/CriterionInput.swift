/// Where a criterion's figure comes from.
///
/// Written `share`, `count`, `number`, `choice`, `survey`, `measure tasks-done`, `points 2.1`.
public enum CriterionInput: Hashable, Sendable {
    /// Counted from our own records.
    case measure(ScoringMeasure)
    /// Declared: a part of a whole, or a percentage.
    case share
    /// Declared: how many, or how many days.
    case count
    /// Declared: a figure with at most two decimals.
    case number
    /// Declared: one of the rule's words.
    case choice
    /// A share that a survey found; nobody in the agency enters it.
    case survey
    /// The share of its points that another criterion reached.
    case points(of: String)

    /// What sort of answer the rule has to take.
    public enum Kind: Hashable, Sendable {
        case share, count, number, choice
    }

    public var kind: Kind {
        switch self {
        case .measure(let measure): measure.kind
        case .share, .survey, .points: .share
        case .count: .count
        case .number: .number
        case .choice: .choice
        }
    }

    /// Whether the agency itself enters it.
    public var isDeclared: Bool {
        switch self {
        case .share, .count, .number, .choice: true
        case .measure, .survey, .points: false
        }
    }

    /// As it stands in files; ``init(_:)`` takes it back.
    public var text: String {
        switch self {
        case .measure(let measure): "measure \(measure.rawValue)"
        case .share: "share"
        case .count: "count"
        case .number: "number"
        case .choice: "choice"
        case .survey: "survey"
        case .points(let code): "points \(code)"
        }
    }

    public init?(_ text: String) {
        let words = text.trimmed.split(separator: " ", maxSplits: 1).map(\.trimmed)
        switch (words.first, words.count > 1 ? words[1] : nil) {
        case ("measure", let key?):
            guard let measure = ScoringMeasure(rawValue: key) else { return nil }
            self = .measure(measure)
        case ("points", let code?): self = .points(of: code)
        case ("share", nil): self = .share
        case ("count", nil): self = .count
        case ("number", nil): self = .number
        case ("choice", nil): self = .choice
        case ("survey", nil): self = .survey
        default: return nil
        }
    }

    public var title: Bilingual {
        switch self {
        case .measure(let measure):
            Bilingual(vi: "từ hồ sơ: \(measure.title.vi)", en: "from records: \(measure.title.en)")
        case .share: Bilingual(vi: "tỷ lệ tự khai", en: "declared share")
        case .count: Bilingual(vi: "số lượng tự khai", en: "declared count")
        case .number: Bilingual(vi: "số liệu tự khai", en: "declared figure")
        case .choice: Bilingual(vi: "lựa chọn tự khai", en: "declared choice")
        case .survey: Bilingual(vi: "điều tra xã hội học", en: "survey")
        case .points(let code):
            Bilingual(vi: "điểm của tiêu chí \(code)", en: "points of criterion \(code)")
        }
    }

    /// Why a cell is no input, with every word that would be.
    static func problem(_ text: String) -> Problem {
        let measures = ScoringMeasure.allCases.map(\.rawValue).joined(separator: ", ")
        if text.hasPrefix("measure") {
            return Problem(
                "input",
                vi: "Không có số liệu “\(text)” trong hệ thống; các số liệu có sẵn: \(measures).",
                en: "There is no measure “\(text)”; those there are: \(measures).")
        }
        return Problem(
            "input",
            vi:
                "Không hiểu nguồn số liệu “\(text)”; hãy ghi share, count, number, choice, survey, “measure tên” hoặc “points mã tiêu chí”.",
            en:
                "The input “\(text)” is not known; write share, count, number, choice, survey, “measure name” or “points code”."
        )
    }
}
