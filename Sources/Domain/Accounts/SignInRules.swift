/// How long people stay signed in and who needs a second factor, as the workspace's settings say.
public struct SignInRules: Hashable, Sendable, Codable {
    /// A session that was not used for so many minutes ends.
    public let idleMinutes: Int
    /// A session ends after so many hours, used or not.
    public let longestHours: Int
    /// A link of an invitation or of a reset works for so many hours.
    public let linkHours: Int
    /// Whoever holds one of these roles needs a second factor; roles that only report never do.
    public let rolesWithSecondFactor: Set<Role>

    /// Eight hours unused, seven days at most, links for three days, no second factor required.
    public static let usual = SignInRules(
        idleMinutes: 480, longestHours: 168, linkHours: 72, rolesWithSecondFactor: [])

    public init(
        idleMinutes: Int, longestHours: Int, linkHours: Int, rolesWithSecondFactor: Set<Role>
    ) {
        self.idleMinutes = idleMinutes
        self.longestHours = longestHours
        self.linkHours = linkHours
        self.rolesWithSecondFactor = rolesWithSecondFactor
    }

    public var idleSeconds: Int { idleMinutes * 60 }
    public var longestSeconds: Int { longestHours * 3_600 }
    public var linkSeconds: Int { linkHours * 3_600 }

    /// Whether one of the roles, held on the day, needs a second factor.
    public func requireSecondFactor(of held: [HeldRole], on day: Day) -> Bool {
        held.contains { rolesWithSecondFactor.contains($0.role) && $0.tenure.contains(day) }
    }

    /// Every reason the rules cannot be taken; empty when they can.
    public var problems: [Problem] {
        var problems: [Problem] = []
        func check(_ field: String, _ value: Int, _ range: ClosedRange<Int>) {
            guard !range.contains(value) else { return }
            problems.append(
                Problem(
                    field,
                    vi:
                        "Hãy nhập số nguyên từ \(Written.number(range.lowerBound, .vi)) đến \(Written.number(range.upperBound, .vi)).",
                    en:
                        "Give a whole number from \(Written.number(range.lowerBound, .en)) to \(Written.number(range.upperBound, .en))."
                ))
        }
        check("idle", idleMinutes, 5...10_080)
        check("longest", longestHours, 1...720)
        check("link", linkHours, 1...720)
        if idleSeconds > longestSeconds {
            problems.append(
                Problem(
                    "idle", vi: "Không thể lâu hơn thời hạn tối đa của phiên.",
                    en: "It cannot be longer than a session may last."))
        }
        if let role = rolesWithSecondFactor.first(where: \.onlyReports) {
            problems.append(
                Problem(
                    "roles",
                    vi:
                        "Vai trò “\(role.title.vi)” chỉ báo cáo nên không bắt buộc xác thực hai lớp.",
                    en: "The role “\(role.title.en)” only reports, so it needs no second factor."))
        }
        return problems
    }
}

extension Role {
    /// Whether its holders only enter what their own body did: a second factor is never required.
    public var onlyReports: Bool { self == .officer }
}
