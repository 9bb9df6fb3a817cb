/// The file of one inspection (hồ sơ cuộc kiểm tra): who goes, over which period, what is asked for,
/// what was found to be in order and what not.
public struct InspectionFile: Hashable, Sendable, Codable {
    public let inspection: Inspection.ID
    /// Đoàn kiểm tra, in the order of the decision.
    public let team: [Member]
    /// The time that is looked at (thời kỳ kiểm tra).
    public let firstOn: Day?
    public let lastOn: Day?
    /// The team's last day at the body; `nil`: the day on which the inspection is held.
    public let heldUntil: Day?
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
        /// The member's own days, where they are not those of the team.
        public let fromOn: Day?
        public let untilOn: Day?

        public init(
            _ name: String, post: String, role: Role, fromOn: Day? = nil, untilOn: Day? = nil
        ) {
            self.name = name
            self.post = post
            self.role = role
            self.fromOn = fromOn
            self.untilOn = untilOn
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
        heldUntil: Day? = nil, content: String = "", papers: [Paper] = [], minutes: String = "",
        goodPractice: String = "", checklist: Checklist.ID? = nil,
        answers: [Checklist.Answer] = [], version: Int = 0
    ) {
        self.inspection = inspection
        self.team = team
        self.firstOn = firstOn
        self.lastOn = lastOn
        self.heldUntil = heldUntil
        self.content = content
        self.papers = papers
        self.minutes = minutes
        self.goodPractice = goodPractice
        self.checklist = checklist
        self.answers = answers
        self.version = version
    }

    /// Its good practice as an idea for the register of initiatives; `nil` while none is recorded.
    public func initiative(of inspection: Inspection, on day: Day) -> Initiative? {
        let text = goodPractice.trimmed
        guard !text.isEmpty else { return nil }
        var initiative = Initiative()
        initiative.title = text.count > 500 ? text.prefix(499) + "…" : text
        initiative.proposedOn = day
        initiative.lessons = text.count > 500 ? String(text.prefix(2_000)) : nil
        return initiative
    }

    /// Returns the file with other answers to its checklist.
    public func answering(_ answers: [Checklist.Answer]) -> InspectionFile {
        InspectionFile(
            inspection: inspection, team: team, firstOn: firstOn, lastOn: lastOn,
            heldUntil: heldUntil, content: content, papers: papers, minutes: minutes,
            goodPractice: goodPractice, checklist: checklist,
            answers: answers, version: version)
    }

    /// Returns the file with that version.
    public func versioned(_ version: Int) -> InspectionFile {
        InspectionFile(
            inspection: inspection, team: team, firstOn: firstOn, lastOn: lastOn,
            heldUntil: heldUntil, content: content, papers: papers, minutes: minutes,
            goodPractice: goodPractice, checklist: checklist,
            answers: answers, version: version)
    }

    /// The same, and what does not fit the days of the inspection.
    public func problems(of inspection: Inspection) -> [Problem] {
        var problems = problems
        if let held = inspection.heldOn ?? inspection.plannedOn, let heldUntil, heldUntil < held {
            problems.append(
                Problem(
                    "held_until", vi: "Đoàn không thể kết thúc trước ngày kiểm tra \(held.vi).",
                    en: "The team cannot leave before the inspection on \(held.en)."))
        }
        return problems
    }

    public var problems: [Problem] {
        var problems: [Problem] = []
        if let firstOn, let lastOn, lastOn < firstOn {
            problems.append(
                Problem(
                    "last_on", vi: "Thời kỳ kiểm tra kết thúc trước ngày bắt đầu \(firstOn.vi).",
                    en: "The period ends before it begins on \(firstOn.en)."))
        }
        for member in team {
            guard let from = member.fromOn, let until = member.untilOn, until < from else {
                continue
            }
            problems.append(
                Problem(
                    "team",
                    vi: "\(member.name): ngày cuối không thể trước ngày đầu \(from.vi).",
                    en: "\(member.name): the last day cannot come before the first, \(from.en)."))
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
