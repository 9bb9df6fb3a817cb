/// One line of a criteria set: an area (lĩnh vực), a criterion (tiêu chí) or a sub-criterion (tiêu
/// chí thành phần).
///
/// What has lines below it is a group; only a line without any is scored.
public struct Criterion: Hashable, Sendable, Codable {
    /// What its points do to the total.
    public enum Nature: String, CaseIterable, Hashable, Sendable, Codable {
        case standard
        /// Adds to the points and not to the maximum (điểm thưởng); a group's maximum caps it.
        case bonus
        /// Takes points away (điểm trừ); the maximum is the most that it can take.
        case deduction

        public var title: Bilingual {
            switch self {
            case .standard: Bilingual(vi: "Điểm chuẩn", en: "Standard")
            case .bonus: Bilingual(vi: "Điểm thưởng", en: "Bonus")
            case .deduction: Bilingual(vi: "Điểm trừ", en: "Deduction")
            }
        }
    }

    /// The number in the table: 2, 2.1, 2.1.3.
    public let code: String
    /// The position of the line above it in the tree; `nil` for an area.
    public let parent: Int?
    public let title: String
    public let maximum: Points
    public let nature: Nature
    /// `nil` for a group.
    public let input: CriterionInput?
    /// `nil` for a group.
    public let rule: Rule?
    /// What has to prove it (tài liệu kiểm chứng); empty when nothing is asked for.
    public let evidence: String
    /// The code of the body that appraises it; empty for any appraiser.
    public let appraiser: String
    /// The code of the body whose confirmation the figure needs; empty for none.
    public let confirmer: String
    /// The document it comes from, when not the set's own.
    public let source: String
    /// When an agency may be exempt; empty when never.
    public let exemption: String
    /// The criteria of the Ministry's set that it feeds, as codes apart by commas; empty for none.
    public let feeds: String

    public init(
        code: String, parent: Int?, title: String, maximum: Points, nature: Nature = .standard,
        input: CriterionInput? = nil, rule: Rule? = nil, evidence: String = "",
        appraiser: String = "", confirmer: String = "", source: String = "",
        exemption: String = "", feeds: String = ""
    ) {
        self.code = code
        self.parent = parent
        self.title = title
        self.maximum = maximum
        self.nature = nature
        self.input = input
        self.rule = rule
        self.evidence = evidence
        self.appraiser = appraiser
        self.confirmer = confirmer
        self.source = source
        self.exemption = exemption
        self.feeds = feeds
    }

    /// The codes of the Ministry's criteria that it feeds.
    public var fedCodes: [String] {
        feeds.split(whereSeparator: { $0 == "," || $0 == ";" }).map(\.trimmed)
            .filter { !$0.isEmpty }
    }

    public var isScored: Bool { rule != nil }

    /// Whether its points come from a survey, and so stand apart from what is appraised.
    public var isSurveyed: Bool { input == .survey }

    /// The points it can come to.
    public var bounds: ClosedRange<Points> {
        nature == .deduction ? -maximum ... .zero : .zero...max(maximum, .zero)
    }

    /// Whether the same figure earns the same points by both, however they are worded and whoever
    /// enters the figure.
    public func scoresAlike(_ other: Criterion) -> Bool {
        maximum == other.maximum && nature == other.nature && isSurveyed == other.isSurveyed
            && input?.kind == other.input?.kind && rule == other.rule
    }
}

// A criterion is journaled as its file has it.
extension Criterion {
    private enum Key: String, CodingKey {
        case code, parent, title, maximum, nature, input, rule, evidence, appraiser, confirmer,
            source, exemption, feeds
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        self.init(
            code: try values.decode(String.self, forKey: .code),
            parent: try values.decodeIfPresent(Int.self, forKey: .parent),
            title: try values.decode(String.self, forKey: .title),
            maximum: try values.decode(Points.self, forKey: .maximum),
            nature: try values.decode(Nature.self, forKey: .nature),
            input: try values.decodeIfPresent(String.self, forKey: .input)
                .flatMap { CriterionInput($0) },
            rule: try values.decodeIfPresent(String.self, forKey: .rule)
                .flatMap { Rule.read($0).rule },
            evidence: try values.decode(String.self, forKey: .evidence),
            appraiser: try values.decode(String.self, forKey: .appraiser),
            confirmer: try values.decode(String.self, forKey: .confirmer),
            source: try values.decode(String.self, forKey: .source),
            exemption: try values.decode(String.self, forKey: .exemption),
            feeds: try values.decodeIfPresent(String.self, forKey: .feeds) ?? "")
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(code, forKey: .code)
        try values.encodeIfPresent(parent, forKey: .parent)
        try values.encode(title, forKey: .title)
        try values.encode(maximum, forKey: .maximum)
        try values.encode(nature, forKey: .nature)
        try values.encodeIfPresent(input?.text, forKey: .input)
        try values.encodeIfPresent(ruleText, forKey: .rule)
        try values.encode(evidence, forKey: .evidence)
        try values.encode(appraiser, forKey: .appraiser)
        try values.encode(confirmer, forKey: .confirmer)
        try values.encode(source, forKey: .source)
        try values.encode(exemption, forKey: .exemption)
        try values.encode(feeds, forKey: .feeds)
    }

    /// The rule as files hold it; `nil` for a group.
    public var ruleText: String? { rule?.text(isShare: input?.kind == .share) }
}
