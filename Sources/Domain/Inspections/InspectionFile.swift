/// The file of one inspection (hồ sơ cuộc kiểm tra): who goes, over which period, what is asked for,
/// what was found to be in order and what not.
public struct InspectionFile: Hashable, Sendable, Codable {
    public let inspection: Inspection.ID
    /// Đoàn kiểm tra, in the order of the decision.
    public let team: [Member]
    /// The time that is looked at (thời kỳ kiểm tra).
    public let firstOn: Day?
    public let lastOn: Day?
    /// What is inspected (nội dung).
    public let content: String
    public let papers: [Paper]
    /// Symbol and date of the minutes (biên bản), and their gist.
    public let minutes: String
    /// What others can learn from it (cách làm hay); offered to the register of initiatives.
    public let goodPractice: String
    public let checklist: Checklist.ID?
    public let answers: [Checklist.Answer]
    /// 0 while nothing was written.
    public let version: Int

    public struct Member: Hashable, Sendable, Codable {
        public enum Role: String, CaseIterable, Hashable, Sendable, Codable {
            case leader, deputy, secretary, member

            public var title: Bilingual {
                switch self {
                case .leader: Bilingual(vi: "Trưởng đoàn", en: "Leader")
                case .deputy: Bilingual(vi: "Phó trưởng đoàn", en: "Deputy leader")
                case .secretary: Bilingual(vi: "Thư ký", en: "Secretary")
                case .member: Bilingual(vi: "Thành viên", en: "Member")
                }
            }
        }

        public let name: String
        /// "Phó Giám đốc Sở Nội vụ".
        public let post: String
        public let role: Role

        public init(_ name: String, post: String, role: Role) {
            self.name = name
            self.post = post
            self.role = role
        }
    }

    /// A paper that the body is asked for.
    public struct Paper: Hashable, Sendable, Codable {
        public let text: String
        /// `nil` while it is awaited.
        public let receivedOn: Day?

        public init(_ text: String, receivedOn: Day? = nil) {
            self.text = text
            self.receivedOn = receivedOn
        }
    }

    public init(
        inspection: Inspection.ID, team: [Member] = [], firstOn: Day? = nil, lastOn: Day? = nil,
        content: String = "", papers: [Paper] = [], minutes: String = "",
        goodPractice: String = "", checklist: Checklist.ID? = nil,
        answers: [Checklist.Answer] = [], version: Int = 0
    ) {
        self.inspection = inspection
        self.team = team
        self.firstOn = firstOn
        self.lastOn = lastOn
        self.content = content
        self.papers = papers
        self.minutes = minutes
        self.goodPractice = goodPractice
        self.checklist = checklist
        self.answers = answers
        self.version = version
    }

    /// Returns the file with other answers to its checklist.
    public func answering(_ answers: [Checklist.Answer]) -> InspectionFile {
        InspectionFile(
            inspection: inspection, team: team, firstOn: firstOn, lastOn: lastOn, content: content,
            papers: papers, minutes: minutes, goodPractice: goodPractice, checklist: checklist,
            answers: answers, version: version)
    }

    /// Returns the file with that version.
    public func versioned(_ version: Int) -> InspectionFile {
        InspectionFile(
            inspection: inspection, team: team, firstOn: firstOn, lastOn: lastOn, content: content,
            papers: papers, minutes: minutes, goodPractice: goodPractice, checklist: checklist,
            answers: answers, version: version)
    }

    public var problems: [Problem] {
        var problems: [Problem] = []
        if let firstOn, let lastOn, lastOn < firstOn {
            problems.append(
                Problem(
                    "last_on", vi: "Thời kỳ kiểm tra kết thúc trước ngày bắt đầu \(firstOn.vi).",
                    en: "The period ends before it begins on \(firstOn.en)."))
        }
        if team.count(where: { $0.role == .leader }) > 1 {
            problems.append(
                Problem(
                    "team", vi: "Đoàn kiểm tra chỉ có một trưởng đoàn.",
                    en: "A team has one leader."))
        }
        if Set(answers.map(\.position)).count < answers.count {
            problems.append(
                Problem(
                    "answers", vi: "Mỗi nội dung chỉ trả lời một lần.",
                    en: "Each item is answered once."))
        }
        return problems
    }
}
