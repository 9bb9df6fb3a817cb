/// A document of the register: normative (văn bản quy phạm pháp luật), individual, or a policy.
///
/// Identity is issuer, symbol and day of signing together, for numbers begin anew each year and in
/// each book.
public struct LegalDocument: Hashable, Sendable, Codable {
    public typealias ID = Identifier<LegalDocument>

    /// The four conditions of the plan's target, each judged by itself.
    public enum Condition: String, CaseIterable, Hashable, Sendable, Codable,
        CodingKeyRepresentable
    {
        case order, procedure, authority, quality

        public var title: Bilingual {
            switch self {
            case .order: Bilingual(vi: "trình tự", en: "order")
            case .procedure: Bilingual(vi: "thủ tục", en: "procedure")
            case .authority: Bilingual(vi: "thẩm quyền", en: "authority")
            case .quality: Bilingual(vi: "chất lượng", en: "quality")
            }
        }
    }

    /// The checking body's answer on one condition; without one the document is "chưa kiểm tra".
    public enum Answer: String, CaseIterable, Hashable, Sendable, Codable {
        case met, unmet

        public var title: Bilingual {
            switch self {
            case .met: Bilingual(vi: "đúng", en: "met")
            case .unmet: Bilingual(vi: "chưa đúng", en: "not met")
            }
        }
    }

    public let id: ID
    public let number: Int
    public let issuer: Agency.ID
    public let symbol: String
    public let title: String
    public let signedOn: Day
    /// The answers given; a condition without one is unchecked.
    public let answers: [Condition: Answer]
    /// The day of the judgement; `nil` while nothing is judged.
    public let judgedOn: Day?
    /// Who judged (as a rule Sở Tư pháp).
    public let judge: String
    public let details: Details
    public let version: Int

    public init(
        id: ID, number: Int, issuer: Agency.ID, symbol: String, title: String, signedOn: Day,
        answers: [Condition: Answer] = [:], judgedOn: Day? = nil, judge: String = "",
        details: Details = Details(), version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.issuer = issuer
        self.symbol = symbol
        self.title = title
        self.signedOn = signedOn
        self.answers = answers
        self.judgedOn = judgedOn
        self.judge = judge
        self.details = details
        self.version = version
    }

    /// Returns the same document under the identity of the record.
    public func taking(id: ID, number: Int, version: Int) -> LegalDocument {
        LegalDocument(
            id: id, number: number, issuer: issuer, symbol: symbol, title: title,
            signedOn: signedOn,
            answers: answers, judgedOn: judgedOn, judge: judge, details: details,
            version: version)
    }

    /// Returns the same document with other details.
    public func with(_ details: Details) -> LegalDocument {
        LegalDocument(
            id: id, number: number, issuer: issuer, symbol: symbol, title: title,
            signedOn: signedOn, answers: answers, judgedOn: judgedOn, judge: judge,
            details: details, version: version)
    }

    public var problems: [Problem] {
        var problems: [Problem] = []
        if !answers.isEmpty, judgedOn == nil {
            problems.append(
                Problem(
                    "judged_on", vi: "Đã có kết quả kiểm tra thì phải ghi ngày kiểm tra.",
                    en: "Answers need the day on which they were given."))
        }
        if !answers.isEmpty, judge.isEmpty {
            problems.append(
                Problem(
                    "judge", vi: "Hãy ghi cơ quan kiểm tra văn bản.",
                    en: "Name the body that judged it."))
        }
        if let judgedOn, judgedOn < signedOn {
            problems.append(
                Problem(
                    "judged_on", vi: "Ngày kiểm tra không thể trước ngày ký \(signedOn.vi).",
                    en: "It cannot be judged before it was signed, \(signedOn.en)."))
        }
        return problems
    }
}
