/// Somebody to be let in, as a list or a form says it.
public struct Invitation: Hashable, Sendable {
    public let login: String
    public let name: String
    public let mail: String?
    public let agency: Agency.ID?
    /// The role given with the account; `nil` gives none.
    public let role: Role?

    public init(login: String, name: String, mail: String?, agency: Agency.ID?, role: Role?) {
        self.login = login
        self.name = name
        self.mail = mail
        self.agency = agency
        self.role = role
    }

    /// Where the role is held: in the person's body, or in the whole workspace.
    public var roleAgency: Agency.ID? { role?.isHeldInBody == true ? agency : nil }

    /// The same person without the role, which a list gives to new accounts only.
    var person: Invitation {
        Invitation(login: login, name: name, mail: mail, agency: agency, role: nil)
    }
}

extension Role {
    /// Whether it is held in one body, not in the whole workspace.
    fileprivate var isHeldInBody: Bool { !reachesEverywhere }
}

extension RecordImport<Invitation> {
    /// Works out whom a list would invite, and which accounts it would change.
    ///
    /// An account that is there already gets another name, mail address or body, never a role or a
    /// link. Every problem of every row is reported.
    public init(
        _ read: ReadRows<AccountRow>, onto existing: [String: Invitation],
        directory: AgencyDirectory, on day: Day
    ) {
        self.init(problems: read.problems, notices: read.notices)
        var seen: [String: Int] = [:]
        for (number, row) in read.rows {
            guard let login = row.login, let name = row.name else { continue }
            var agency: Agency.ID?
            if let code = row.agencyCode {
                switch directory.agency(coded: code, on: day, field: "agency_code") {
                case .found(let found): agency = found
                case .problem(let problem):
                    problems.append(problem.at(row: number))
                    continue
                }
            }
            if let other = seen.updateValue(number, forKey: login) {
                problems.append(.sameRecord(as: other, field: "login", row: number))
                continue
            }
            if row.role?.isHeldInBody == true, agency == nil {
                problems.append(
                    Problem(
                        "agency_code", row: number,
                        vi: "Vai trò này gắn với một cơ quan; hãy ghi mã cơ quan.",
                        en: "This role is held in a body; give its code."))
                continue
            }
            let invited = Invitation(
                login: login, name: name, mail: row.mail, agency: agency, role: row.role)
            if let old = existing[login] {
                take(invited.person, replacing: old.person)
            } else {
                take(invited, replacing: nil)
            }
        }
    }
}
