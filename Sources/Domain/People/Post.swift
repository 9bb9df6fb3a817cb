/// A role that a person holds in an agency from a day to a day (chức vụ, vai trò), by a decision.
///
/// It answers who was what on any day, and from it follows what the person may do. Its first day
/// and last are the decision's; a post that ends is kept.
public struct Post: Hashable, Sendable, Codable {
    public typealias ID = Identifier<Post>

    /// In what way it is held.
    public enum Manner: String, CaseIterable, Hashable, Sendable, Codable {
        /// By appointment (bổ nhiệm).
        case appointed
        /// With the powers of the post until somebody is appointed (quyền).
        case acting
        /// In charge while nobody is appointed, without its title (phụ trách).
        case inCharge

        public var title: Bilingual {
            switch self {
            case .appointed: Bilingual(vi: "Chính thức", en: "Appointed")
            case .acting: Bilingual(vi: "Quyền", en: "Acting")
            case .inCharge: Bilingual(vi: "Phụ trách", en: "In charge")
            }
        }
    }

    public let id: ID
    /// What people cite; given once.
    public let number: Int
    public let person: User.ID
    public let role: Role
    /// The agency in which it is held; `nil` for the whole workspace.
    public let agency: Agency.ID?
    /// As the decision words it: "Phó Giám đốc Sở Nội vụ"; empty where the role says it all.
    public let title: String
    /// The areas (lĩnh vực) that a deputy or an appraiser is in charge of, as the assignment names
    /// them; empty means all.
    public let areas: [String]
    public let manner: Manner
    public let tenure: Tenure
    /// The decision it rests on; empty when none was named.
    public let basis: String
    public let version: Int

    public init(
        id: ID, number: Int, person: User.ID, role: Role, agency: Agency.ID?, title: String = "",
        areas: [String] = [], manner: Manner = .appointed, tenure: Tenure, basis: String = "",
        version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.person = person
        self.role = role
        self.agency = agency
        self.title = title
        self.areas = areas
        self.manner = manner
        self.tenure = tenure
        self.basis = basis
        self.version = version
    }

    public var heldRole: HeldRole { HeldRole(role, in: agency, tenure: tenure) }

    /// The post in a line: "Quyền Giám đốc Sở Y tế", "Công chức đầu mối CCHC".
    public var named: Bilingual {
        let words = title.isEmpty ? role.title : Bilingual(title)
        return switch manner {
        case .appointed: words
        case .acting: Bilingual(vi: "Quyền \(words.vi)", en: "Acting \(words.en)")
        case .inCharge: Bilingual(vi: "\(words.vi) (phụ trách)", en: "\(words.en) (in charge)")
        }
    }

    /// Returns the post, ended: the day is the first on which it is no longer held.
    public func ending(on day: Day) -> Post {
        with(Tenure(from: tenure.from, until: day), version: version)
    }

    /// Returns the post as it stands once the change is written.
    public var raised: Post { with(tenure, version: version + 1) }

    /// Returns the same words in the place of another post on record.
    public func taking(id: ID, number: Int, version: Int) -> Post {
        Post(
            id: id, number: number, person: person, role: role, agency: agency, title: title,
            areas: areas, manner: manner, tenure: tenure, basis: basis, version: version)
    }

    /// Returns the same post, held by somebody else.
    public func held(by person: User.ID) -> Post {
        Post(
            id: id, number: number, person: person, role: role, agency: agency, title: title,
            areas: areas, manner: manner, tenure: tenure, basis: basis, version: version)
    }

    private func with(_ tenure: Tenure, version: Int) -> Post {
        Post(
            id: id, number: number, person: person, role: role, agency: agency, title: title,
            areas: areas, manner: manner, tenure: tenure, basis: basis, version: version)
    }

    /// Every reason it cannot be recorded beside the other posts on record.
    ///
    /// The others are those of the same agency and those of the same person. An agency has one
    /// appointed head at a time; a person holds a role in an agency once at a time. Ours: decision
    /// 0010.
    public func problems(beside others: [Post]) -> [Problem] {
        var problems: [Problem] = []
        if let until = tenure.until, until <= tenure.from {
            problems.append(
                Problem(
                    "until_on", vi: "Ngày thôi giữ phải sau ngày bắt đầu \(tenure.from.vi).",
                    en: "The last day must not come before the first, \(tenure.from.en)."))
        }
        if agency == nil, !role.reachesEverywhere {
            problems.append(
                Problem(
                    "agency_code", vi: "Hãy ghi cơ quan; vai trò này gắn với một cơ quan.",
                    en: "Name the agency; this role belongs to one."))
        }
        let same = others.filter { $0.id != id && $0.tenure.overlaps(tenure) }
        if let twice = same.first(where: {
            $0.person == person && $0.role == role && $0.agency == agency
        }) {
            problems.append(
                Problem(
                    "from_on",
                    vi:
                        "Người này đã giữ vai trò “\(role.title.vi)” tại đây từ \(twice.tenure.from.vi) (số \(twice.number)); hãy sửa hoặc kết thúc chức vụ đó.",
                    en:
                        "The person holds the role “\(role.title.en)” here since \(twice.tenure.from.en) (no. \(twice.number)); correct or end that one."
                ))
        }
        if role == .head, manner == .appointed,
            let head = same.first(where: {
                $0.role == .head && $0.manner == .appointed && $0.agency == agency
                    && $0.person != person
            })
        {
            problems.append(
                Problem(
                    "from_on",
                    vi:
                        "Cơ quan đã có người đứng đầu từ \(head.tenure.from.vi) (số \(head.number)); hãy kết thúc chức vụ đó trước, hoặc chọn “Quyền”, “Phụ trách”.",
                    en:
                        "The agency has a head since \(head.tenure.from.en) (no. \(head.number)); end that post first, or choose acting or in charge."
                ))
        }
        return problems
    }
}
