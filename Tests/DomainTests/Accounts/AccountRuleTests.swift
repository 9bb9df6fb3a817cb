import Domain
import Testing

@Suite struct AccountListTests {
    @Test(arguments: ["an.nguyen", "bd-snv", "an@cchc.gov.vn", "a1_"])
    func `plain letters, digits, dots, hyphens and @ make a login`(_ login: String) {
        #expect(read("\(login)|An").problems.isEmpty)
    }

    @Test(arguments: ["ab", ".an", "an nguyen", "ẩn", "an;x", String(repeating: "a", count: 65)])
    func `anything else is refused at its row and column`(_ login: String) {
        let problems = read("\(login)|An").problems
        #expect(problems.map(\.field) == ["login"])
        #expect(problems.first?.row == 2)
    }

    @Test(arguments: [
        "an", "an@", "@x.vn", "an@vn", "a n@x.vn", "an@x..vn", "-f@x.vn", "an@x.vn\r\nBcc: b@x.vn",
        "an@-x.vn",
    ])
    func `what could not be a mail address, or more than one, is refused`(_ mail: String) {
        #expect(read("an.nguyen|An|\(mail)").problems.map(\.field) == ["mail"])
    }

    @Test func `two rows with one login are refused`() {
        let list = imported(read("an.nguyen|An", "AN.NGUYEN|Ân"))
        #expect(list.problems.map(\.row) == [3])
    }

    @Test func `a reform officer belongs to a body`() {
        #expect(imported(read("an.nguyen|An|||officer")).problems.map(\.field) == ["agency_code"])
    }

    @Test func `an account that is there keeps its role and gets no second invitation`() {
        let old = Invitation(login: "an.nguyen", name: "An", mail: nil, agency: nil, role: nil)
        let same = imported(read("an.nguyen|An|||standingOffice"), onto: ["an.nguyen": old])
        #expect(same.unchangedCount == 1 && same.new.isEmpty)
        let renamed = imported(read("an.nguyen|Ân"), onto: ["an.nguyen": old])
        #expect(renamed.changed.map(\.new.name) == ["Ân"])
    }

    private func read(_ lines: String...) -> ReadRows<AccountRow> {
        let rows = lines.enumerated().map { number, line in
            CellTable.Row(
                number: number + 2,
                cells: line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            )
        }
        return AccountColumns.all.read(
            CellTable(headings: AccountColumns.all.map(\.key), rows: rows), blank: AccountRow())
    }

    private func imported(
        _ read: ReadRows<AccountRow>, onto existing: [String: Invitation] = [:]
    ) -> RecordImport<Invitation> {
        RecordImport(
            read, onto: existing, directory: AgencyDirectory([]), on: Day(number: 0))
    }
}

@Suite struct AccountReachTests {
    private let day = Day(number: 18_000)
    private let province: Agency.ID = Identifier("BD")
    private let district: Agency.ID = Identifier("D")
    private let commune: Agency.ID = Identifier("C")
    private let other: Agency.ID = Identifier("E")

    @Test func `the superior's officer reaches the bodies below`() {
        #expect(
            reach(.officer, in: district).reaches(
                account(in: commune), holding: [officer(in: commune)]))
        #expect(reach(.officer, in: province).reaches(account(in: commune), holding: []))
    }

    @Test func `no officer reaches their own body, one beside it or one above`() {
        for body in [district, other, province] {
            #expect(!reach(.officer, in: district).reaches(account(in: body), holding: []))
        }
        #expect(!reach(.officer, in: district).reaches(account(in: nil), holding: []))
    }

    @Test func `an account that is more than its body is out of an officer's reach`() {
        let roles = [
            HeldRole(.administrator, tenure: Tenure(from: day - 9)), officer(in: other),
        ]
        for role in roles {
            #expect(!reach(.officer, in: district).reaches(account(in: commune), holding: [role]))
        }
    }

    @Test func `a role that ended does not keep an account out of reach`() {
        let ended = HeldRole(.administrator, tenure: Tenure(from: day - 9, until: day))
        #expect(reach(.officer, in: district).reaches(account(in: commune), holding: [ended]))
    }

    @Test func `whoever manages accounts reaches all`() {
        let administrator = reach(.administrator, in: nil)
        #expect(administrator.reaches(account(in: nil), holding: [officer(in: district)]))
    }

    @Test func `an officer whose time is over reaches nobody`() {
        let ended = HeldRole(.officer, in: district, tenure: Tenure(from: day - 9, until: day))
        #expect(
            !AccountReach(of: [ended], managesAccounts: false, in: tree, on: day)
                .reaches(account(in: commune), holding: []))
    }

    private func reach(_ role: Role, in agency: Agency.ID?) -> AccountReach {
        AccountReach(
            of: [HeldRole(role, in: agency, tenure: Tenure(from: day - 9))],
            managesAccounts: role == .administrator, in: tree, on: day)
    }

    private func officer(in agency: Agency.ID) -> HeldRole {
        HeldRole(.officer, in: agency, tenure: Tenure(from: day - 9))
    }

    private func account(in agency: Agency.ID?) -> User {
        User(id: Identifier("u"), login: "u", name: "U", agency: agency)
    }

    private var tree: AgencyTree {
        AgencyTree(
            [
                version(province, .province, nil), version(district, .district, province),
                version(commune, .commune, district), version(other, .district, province),
            ], on: day)
    }

    private func version(_ id: Agency.ID, _ level: Agency.Level, _ parent: Agency.ID?)
        -> Agency.Version
    {
        Agency.Version(
            agency: id, tenure: Tenure(from: day - 99), code: id.text, name: id.text,
            level: level, block: level.usualBlock, parent: parent, codes: [:])
    }
}

@Suite struct SignInRulesTests {
    @Test func `a role that only reports is never asked for a second factor`() {
        let rules = SignInRules(
            idleMinutes: 60, longestHours: 24, linkHours: 24, rolesWithSecondFactor: [.officer])
        #expect(rules.problems.map(\.field) == ["roles"])
    }

    @Test func `the second factor is asked of a role while it is held`() {
        let day = Day(number: 18_000)
        let rules = SignInRules(
            idleMinutes: 60, longestHours: 24, linkHours: 24,
            rolesWithSecondFactor: [.administrator])
        let held = [HeldRole(.administrator, tenure: Tenure(from: day, until: day + 1))]
        #expect(rules.requireSecondFactor(of: held, on: day))
        #expect(!rules.requireSecondFactor(of: held, on: day + 1))
    }

    @Test func `limits that make no sense are refused, each at its field`() {
        let rules = SignInRules(
            idleMinutes: 0, longestHours: 9_999, linkHours: 0, rolesWithSecondFactor: [])
        #expect(rules.problems.map(\.field) == ["idle", "longest", "link"])
    }

    @Test func `no session is idle for longer than it may last`() {
        let rules = SignInRules(
            idleMinutes: 600, longestHours: 1, linkHours: 1, rolesWithSecondFactor: [])
        #expect(rules.problems.map(\.field) == ["idle"])
    }
}

@Suite struct AccountSessionTests {
    @Test(arguments: [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0",
            "Firefox, Windows"
        ),
        (
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0 Mobile Safari/537.36",
            "Chrome, Android"
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0 Safari/537.36 Edg/128.0",
            "Edge, Windows"
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17.0 Mobile Safari/604.1",
            "Safari, iPhone"
        ),
        ("robot/1", "robot/1"),
    ])
    func `a device is called as its person would`(_ agent: String, _ name: String) {
        #expect(session(agent).deviceName == name)
    }

    @Test func `a device that does not say has no name`() {
        #expect(session("").deviceName == nil)
    }

    private func session(_ device: String) -> AccountSession {
        let now = Instant(milliseconds: 0)
        return AccountSession(
            id: Identifier("s"), device: device, address: "", startedAt: now, seenAt: now,
            isThisOne: true)
    }
}
