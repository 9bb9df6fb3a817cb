/// What a person is in an agency, or in the whole workspace, for a time (vai trò).
public enum Role: String, CaseIterable, Hashable, Sendable, Codable {
    /// Looks after accounts and the program (quản trị hệ thống).
    case administrator
    /// The standing reform office, which runs the workspace's plan (cơ quan thường trực).
    case standingOffice
    /// Enters what its own body did, and looks after the accounts of the bodies below it (công chức
    /// đầu mối CCHC).
    case officer

    public var title: Bilingual {
        switch self {
        case .administrator: Bilingual(vi: "Quản trị hệ thống", en: "Administrator")
        case .standingOffice:
            Bilingual(vi: "Cơ quan thường trực CCHC", en: "Standing reform office")
        case .officer: Bilingual(vi: "Công chức đầu mối CCHC", en: "Reform officer")
        }
    }
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

    /// Whether it is held on the day and reaches the agency; `nil` asks for the whole workspace.
    public func reaches(_ agency: Agency.ID?, on day: Day) -> Bool {
        tenure.contains(day) && (self.agency == nil || self.agency == agency)
    }
}
