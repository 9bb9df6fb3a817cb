/// What a person is in an agency, or in the whole workspace, for a time (vai trò).
///
/// Which role may do what is said by ``PermissionTable``. That heads answer for reform in their
/// agency: 95/KH-UBND (Bình Định, 31/12/2020), I. The division into roles is ours: decision 0010.
public enum Role: String, CaseIterable, Hashable, Sendable, Codable {
    /// Leads the agency, signs and answers for it (người đứng đầu).
    case head
    /// Stands in for the head, for named areas (cấp phó).
    case deputy
    /// Keeps the agency's reform work (công chức đầu mối CCHC).
    case officer
    /// Inspects other bodies for the agency (người kiểm tra).
    case inspector
    /// Judges what others report, for named areas (người thẩm định).
    case appraiser
    /// The standing reform office, which runs the workspace's plan (cơ quan thường trực CCHC).
    case standingOffice
    /// Leads the whole authority: chairman, vice chairmen (lãnh đạo).
    case leader
    /// Sits on a council that scores or rates (thành viên hội đồng).
    case councilMember
    /// Looks after accounts and the program (quản trị hệ thống).
    case administrator
    /// Reads, and changes nothing (người giám sát).
    case auditor

    public var title: Bilingual {
        switch self {
        case .head: Bilingual(vi: "Người đứng đầu", en: "Head")
        case .deputy: Bilingual(vi: "Cấp phó", en: "Deputy")
        case .officer: Bilingual(vi: "Công chức đầu mối CCHC", en: "Reform officer")
        case .inspector: Bilingual(vi: "Người kiểm tra", en: "Inspector")
        case .appraiser: Bilingual(vi: "Người thẩm định", en: "Appraiser")
        case .standingOffice:
            Bilingual(vi: "Cơ quan thường trực CCHC", en: "Standing reform office")
        case .leader: Bilingual(vi: "Lãnh đạo phụ trách CCHC", en: "Leader")
        case .councilMember: Bilingual(vi: "Thành viên hội đồng", en: "Council member")
        case .administrator: Bilingual(vi: "Quản trị hệ thống", en: "Administrator")
        case .auditor: Bilingual(vi: "Người giám sát", en: "Auditor")
        }
    }

    /// Whether it reaches the whole workspace, wherever it is held; only an administrator gives it.
    public var reachesEverywhere: Bool {
        switch self {
        case .standingOffice, .leader, .administrator, .auditor: true
        case .head, .deputy, .officer, .inspector, .appraiser, .councilMember: false
        }
    }

    /// Whether everybody may know who holds it: who heads a body is no secret.
    public var isPublic: Bool { self == .head || self == .deputy || self == .leader }
}

/// A role that a person holds from a day to a day.
public struct HeldRole: Hashable, Sendable, Codable {
    public let role: Role
    /// The agency in which it is held; `nil` for the whole workspace.
    public let agency: Agency.ID?
    public let tenure: Tenure

    public init(_ role: Role, in agency: Agency.ID? = nil, tenure: Tenure) {
        self.role = role
        self.agency = agency
        self.tenure = tenure
    }
}
