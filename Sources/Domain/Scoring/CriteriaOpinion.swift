/// What one agency says to one criterion of a draft set, and what was made of it (ý kiến góp ý; tiếp
/// thu hoặc giải trình).
public struct CriteriaOpinion: Hashable, Sendable, Codable {
    public typealias ID = Identifier<CriteriaOpinion>

    /// What became of it.
    public enum Answer: String, CaseIterable, Hashable, Sendable, Codable {
        /// The draft is changed (tiếp thu).
        case taken
        /// It stays, and why (giải trình).
        case explained

        public var title: Bilingual {
            switch self {
            case .taken: Bilingual(vi: "Tiếp thu", en: "Taken up")
            case .explained: Bilingual(vi: "Giải trình", en: "Explained")
            }
        }
    }

    public let id: ID
    public let number: Int
    public let set: CriteriaSet.ID
    /// The criterion; empty for the whole set.
    public let code: String
    public let agency: Agency.ID
    public let opinion: String
    /// `nil` while nobody answered.
    public let answer: Answer?
    /// How it was taken up, or why not.
    public let answerText: String
    public let version: Int

    public init(
        id: ID, number: Int, set: CriteriaSet.ID, code: String, agency: Agency.ID, opinion: String,
        answer: Answer? = nil, answerText: String = "", version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.set = set
        self.code = code
        self.agency = agency
        self.opinion = opinion
        self.answer = answer
        self.answerText = answerText
        self.version = version
    }

    /// Returns the opinion with its answer.
    public func answered(_ answer: Answer, _ text: String) -> CriteriaOpinion {
        CriteriaOpinion(
            id: id, number: number, set: set, code: code, agency: agency, opinion: opinion,
            answer: answer, answerText: text, version: version + 1)
    }
}
