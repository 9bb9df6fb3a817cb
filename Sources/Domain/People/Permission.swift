/// Something that only some may do or see, the roles that may, and how far each reaches.
///
/// Each feature declares its own in `<Feature>Permissions.swift`; ``PermissionTable`` lists them all.
public struct Permission: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case seeing, doing
    }

    /// Stable, never translated: `plans.manage`.
    public let code: String
    public let kind: Kind
    /// What it lets one do, as the rest of a sentence: "quản lý kế hoạch".
    public let title: Bilingual
    /// For each role that has it, whose records it may be used on.
    public let reach: [Role: Set<Relation>]
    /// Whether visitors have it too, in a workspace that is open to them.
    public let isForVisitors: Bool

    public init(
        _ code: String, _ kind: Kind = .doing, vi: String, en: String,
        reach: [Role: Set<Relation>], isForVisitors: Bool = false
    ) {
        self.code = code
        self.kind = kind
        self.title = Bilingual(vi: vi, en: en)
        self.reach = reach
        self.isForVisitors = isForVisitors
    }

    /// One that reaches the whole workspace for each of its roles.
    public init(
        _ code: String, _ kind: Kind = .doing, vi: String, en: String, roles: Set<Role>,
        isForVisitors: Bool = false
    ) {
        self.init(
            code, kind, vi: vi, en: en,
            reach: Dictionary(uniqueKeysWithValues: roles.map { ($0, .everywhere) }),
            isForVisitors: isForVisitors)
    }

    public var roles: Set<Role> { Set(reach.keys) }

    /// Whether the role grants it on a record that stands so to the agency in which it is held.
    public func isGranted(to role: Role, on relation: Relation) -> Bool {
        reach[role]?.contains(relation) ?? false
    }

    /// Whether one of the roles grants it for some agency: reason enough to offer a page or a form.
    public func isGrantedSomewhere(to held: [HeldRole], on day: Day) -> Bool {
        held.contains { $0.tenure.contains(day) && reach[$0.role]?.isEmpty == false }
    }

    /// Whether one of the roles grants it on a record of the agency; `nil` is the whole workspace.
    ///
    /// A role held for the whole workspace reaches every record. What belongs to the whole workspace
    /// is elsewhere for everybody else.
    public func isGranted(
        to held: [HeldRole], in agency: Agency.ID?, on day: Day,
        lineage: (Agency.ID) throws -> Lineage
    ) rethrows -> Bool {
        for holding in held where holding.tenure.contains(day) {
            guard let relations = reach[holding.role], !relations.isEmpty else { continue }
            guard let own = holding.agency, relations != .everywhere else { return true }
            guard let agency else {
                if relations.contains(.elsewhere) { return true }
                continue
            }
            let relation = Relation(of: try lineage(agency), to: try lineage(own))
            if relations.contains(relation) { return true }
        }
        return false
    }
}

extension Set<Relation> {
    public static let everywhere = Set(Relation.allCases)
    public static let ownAndBelow: Set<Relation> = [.own, .below]
    public static let line: Set<Relation> = [.own, .below, .above]
}

/// A person may not do that.
public enum PermissionError: UserFacingError, Hashable {
    /// What was asked for, and for which agency; `nil` for the whole workspace.
    case notAllowed(Permission, in: Agency.ID? = nil)
    /// The account is gone or was never there.
    case unknownUser

    public var code: String {
        switch self {
        case .notAllowed: "permission.not-allowed"
        case .unknownUser: "permission.unknown-user"
        }
    }

    public var kind: ErrorKind { .forbidden }

    public var message: Bilingual {
        switch self {
        case .notAllowed(let permission, _):
            Bilingual(
                vi:
                    "Tài khoản của bạn không có quyền \(permission.title.vi); hãy đề nghị người có thẩm quyền giao vai trò.",
                en:
                    "Your account may not \(permission.title.en); ask for a role that may."
            )
        case .unknownUser:
            Bilingual(
                vi: "Tài khoản không còn trong hệ thống; hãy đăng nhập lại.",
                en: "The account is no longer there; sign in again.")
        }
    }
}
