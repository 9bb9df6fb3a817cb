/// Where a record's agency stands, seen from the agency in which a person holds a role.
public enum Relation: String, CaseIterable, Hashable, Sendable, Codable {
    /// The same agency.
    case own
    /// Answers to it, directly or through others; or was dissolved into it.
    case below
    /// The agency answers to it.
    case above
    /// Neither; whatever belongs to the whole workspace too.
    case elsewhere

    public var title: Bilingual {
        switch self {
        case .own: Bilingual(vi: "cơ quan mình", en: "own agency")
        case .below: Bilingual(vi: "cơ quan cấp dưới", en: "agencies below")
        case .above: Bilingual(vi: "cơ quan cấp trên", en: "agencies above")
        case .elsewhere:
            Bilingual(vi: "nơi khác, toàn hệ thống", en: "elsewhere, the whole workspace")
        }
    }

    /// How the record's agency stands to the one in which the role is held.
    public init(of record: Lineage, to holder: Lineage) {
        if record.agency == holder.agency {
            self = .own
        } else if record.superiors.contains(holder.agency) {
            self = .below
        } else if holder.superiors.contains(record.agency) {
            self = .above
        } else {
            self = .elsewhere
        }
    }
}

/// An agency and all it answers to on a day.
///
/// A body that no longer exists is carried on by its heirs and stands below them, so what it left
/// behind stays within reach of those who took over: decision 0010.
public struct Lineage: Hashable, Sendable {
    public let agency: Agency.ID
    public let superiors: Set<Agency.ID>

    public init(_ agency: Agency.ID, under superiors: Set<Agency.ID> = []) {
        self.agency = agency
        self.superiors = superiors.subtracting([agency])
    }
}

extension AgencyTree {
    /// The agency with all it answers to on this day; by itself when it does not exist.
    public func lineage(of agency: Agency.ID) -> Lineage {
        var superiors: Set<Agency.ID> = []
        var next = position(of: agency).flatMap { self[$0].parent }
        while let position = next {
            superiors.insert(self[position].id)
            next = self[position].parent
        }
        return Lineage(agency, under: superiors)
    }
}
