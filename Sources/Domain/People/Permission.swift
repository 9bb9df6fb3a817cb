/// Something that only some may do or see, and the roles that may.
///
/// Each feature declares its own in `<Feature>Permissions.swift`; ``PermissionTable`` lists them all.
public struct Permission: Hashable, Sendable {
    /// Stable, never translated: `plans.manage`.
    public let code: String
    /// What it lets one do, as the rest of a sentence: "quản lý kế hoạch".
    public let title: Bilingual
    public let roles: Set<Role>

    public init(_ code: String, vi: String, en: String, roles: Set<Role>) {
        self.code = code
        self.title = Bilingual(vi: vi, en: en)
        self.roles = roles
    }

    /// Whether one of the roles grants it, in the agency and on the day.
    public func isGranted(to held: [HeldRole], in agency: Agency.ID? = nil, on day: Day) -> Bool {
        held.contains { roles.contains($0.role) && $0.reaches(agency, on: day) }
    }
}

/// A person may not do that.
public enum PermissionError: UserFacingError, Hashable {
    case notAllowed(Permission)
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
        case .notAllowed(let permission):
            Bilingual(
                vi:
                    "Tài khoản của bạn không có quyền \(permission.title.vi); hãy đề nghị cơ quan thường trực cấp quyền.",
                en:
                    "Your account may not \(permission.title.en); ask the standing office for the permission."
            )
        case .unknownUser:
            Bilingual(
                vi: "Tài khoản không còn trong hệ thống; hãy đăng nhập lại.",
                en: "The account is no longer there; sign in again.")
        }
    }
}
