/// What the reader understood of a plan's text, before anybody confirmed it.
///
/// `start` and `end` count Unicode scalars of the extracted text, `end` exclusive; `text` is always
/// exactly those scalars. What the reader does not know is `nil`, never guessed.
public struct DraftPlan: Hashable, Sendable {
    public let document: Header
    /// Every clause (mục, điểm, gạch đầu dòng) in the order of the text.
    public let clauses: [DraftClause]
    public let targets: [DraftTarget]
    public let tasks: [DraftTask]
    /// Where the text is doubtful and a person has to say what it means.
    public let queries: [DraftQuery]

    public init(
        document: Header, clauses: [DraftClause], targets: [DraftTarget], tasks: [DraftTask],
        queries: [DraftQuery]
    ) {
        self.document = document
        self.clauses = clauses
        self.targets = targets
        self.tasks = tasks
        self.queries = queries
    }

    /// What the head of the document says of itself.
    public struct Header: Hashable, Sendable {
        /// Số, ký hiệu: 95/KH-UBND.
        public var symbol: String?
        /// Tên loại văn bản: Kế hoạch, Quyết định.
        public var type: String?
        /// The body that issued it, in ordinary capitals: Ủy ban nhân dân tỉnh Bình Định.
        public var issuer: String?
        public var place: String?
        public var issuedOn: Day?
        public var effectiveOn: Day?
        /// The year that the plan is for, which is often not that of its issue.
        public var year: Int?
        /// Trích yếu, as printed.
        public var title: String?
        public var signer: String?

        public init() {}
    }
}

/// One node of the plan's text: a heading, a point, a dash.
public struct DraftClause: Hashable, Sendable {
    /// Numbers and letters as printed, a dash by its position (II.1.a.2), a paragraph as p1.
    public let path: String
    public let kind: Kind
    /// Its own words with the printed mark, without those of the clauses below it.
    public let text: String
    public let start: Int
    public let end: Int

    public init(path: String, kind: Kind, text: String, start: Int, end: Int) {
        self.path = path
        self.kind = kind
        self.text = text
        self.start = start
        self.end = end
    }

    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        case heading, purpose, requirement, target, task, text

        public var title: Bilingual {
            switch self {
            case .heading: Bilingual(vi: "đề mục", en: "heading")
            case .purpose: Bilingual(vi: "mục đích", en: "purpose")
            case .requirement: Bilingual(vi: "yêu cầu", en: "requirement")
            case .target: Bilingual(vi: "chỉ tiêu", en: "target")
            case .task: Bilingual(vi: "nhiệm vụ, giải pháp", en: "task")
            case .text: Bilingual(vi: "nội dung khác", en: "text")
            }
        }
    }
}

/// A place where the text is cut, slips or can be read in more than one way.
public struct DraftQuery: Hashable, Sendable {
    public let start: Int
    public let end: Int
    public let message: Bilingual

    public init(start: Int, end: Int, message: Bilingual) {
        self.start = start
        self.end = end
        self.message = message
    }
}
