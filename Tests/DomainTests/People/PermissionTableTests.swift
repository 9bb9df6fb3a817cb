import Domain
import Testing

/// Who may do what, written out: the columns are the roles in this order.
///
/// A cell says on whose records: o own agency, b below, a above, e elsewhere; `–` not at all.
private let columns = [
    "head", "deputy", "officer", "inspector", "appraiser", "standingOffice", "leader",
    "councilMember", "administrator", "auditor",
]

private let expected = """
                             | head | depu | offi | insp | appr | stan | lead | coun | admi | audi | visitor
    people.see-heads         | obae | obae | obae | obae | obae | obae | obae | obae | obae | obae | yes
    people.see               | oba  | oba  | oba  | oba  | oba  | obae | obae | oba  | obae | obae | –
    agencies.see             | obae | obae | obae | obae | obae | obae | obae | obae | obae | obae | yes
    standings.see            | obae | obae | obae | obae | obae | obae | obae | obae | obae | obae | yes
    inbox.see                | ob   | ob   | ob   | ob   | –    | obae | obae | –    | –    | obae | –
    reminders.see            | ob   | ob   | ob   | ob   | –    | obae | obae | –    | –    | obae | –
    plans.see                | obae | obae | obae | obae | obae | obae | obae | obae | obae | obae | yes
    plans.review             | –    | –    | –    | –    | –    | obae | obae | –    | –    | obae | –
    plans.see-gaps           | ob   | ob   | ob   | ob   | –    | obae | obae | –    | –    | obae | –
    inspections.see          | obae | obae | obae | obae | obae | obae | obae | obae | obae | obae | yes
    documents.see            | obae | obae | obae | obae | obae | obae | obae | obae | obae | obae | yes
    coordination.see         | obae | obae | obae | obae | obae | obae | obae | obae | obae | obae | yes
    journal.read             | –    | –    | –    | –    | –    | obae | –    | –    | obae | obae | –
    accounts.manage          | –    | –    | –    | –    | –    | –    | –    | –    | obae | –    | –
    accounts.reset-below     | –    | –    | b    | –    | –    | –    | –    | –    | obae | –    | –
    sign-in.manage           | –    | –    | –    | –    | –    | –    | –    | –    | obae | –    | –
    posts.manage             | –    | –    | –    | –    | –    | obae | –    | –    | obae | –    | –
    posts.entrust            | –    | –    | –    | –    | –    | –    | –    | –    | obae | –    | –
    duties.assign            | ob   | ob   | ob   | –    | –    | obae | –    | –    | –    | –    | –
    posts.hand-over          | ob   | –    | ob   | –    | –    | obae | –    | –    | obae | –    | –
    workspace.manage         | –    | –    | –    | –    | –    | obae | –    | –    | obae | –    | –
    agencies.manage          | –    | –    | –    | –    | –    | obae | –    | –    | –    | –    | –
    reminders.make           | b    | –    | b    | –    | –    | obae | –    | –    | –    | –    | –
    plans.manage             | –    | –    | –    | –    | –    | obae | –    | –    | –    | –    | –
    plans.declare            | ob   | ob   | ob   | –    | –    | obae | –    | –    | –    | –    | –
    tasks.complete           | ob   | ob   | ob   | –    | –    | obae | –    | –    | –    | –    | –
    tasks.close              | ob   | –    | b    | –    | –    | obae | –    | –    | –    | –    | –
    calendar.manage          | –    | –    | –    | –    | –    | obae | –    | –    | obae | –    | –
    figures.record           | o    | –    | o    | –    | –    | obae | –    | –    | –    | –    | –
    submissions.see          | ob   | ob   | ob   | ob   | ob   | obae | obae | ob   | obae | obae | –
    periods.manage           | –    | –    | –    | –    | –    | obae | –    | –    | –    | –    | –
    submissions.write        | o    | o    | o    | –    | –    | obae | –    | –    | –    | –    | –
    submissions.sign         | o    | o    | –    | –    | –    | obae | –    | –    | –    | –    | –
    submissions.receive      | b    | b    | b    | –    | –    | obae | –    | –    | –    | –    | –
    submissions.accept       | –    | –    | –    | –    | –    | obae | –    | –    | –    | –    | –
    inspections.record       | –    | –    | o    | o    | –    | obae | –    | –    | –    | –    | –
    self-inspections.record  | ob   | ob   | ob   | –    | –    | obae | –    | –    | –    | –    | –
    findings.record          | –    | –    | ob   | ob   | –    | obae | –    | –    | –    | –    | –
    findings.answer          | ob   | ob   | ob   | –    | –    | –    | –    | –    | –    | –    | –
    findings.verify          | ob   | ob   | –    | ob   | –    | obae | –    | –    | –    | –    | –
    inspections.rules        | –    | –    | –    | –    | –    | obae | –    | –    | –    | –    | –
    documents.record         | –    | –    | –    | –    | obae | obae | –    | –    | –    | –    | –
    documents.rules          | –    | –    | –    | –    | obae | obae | –    | –    | –    | –    | –
    documents.review         | ob   | ob   | ob   | –    | –    | obae | –    | –    | –    | –    | –
    documents.campaigns      | –    | –    | –    | –    | obae | obae | –    | –    | –    | –    | –
    coordination.record      | ob   | ob   | ob   | –    | –    | obae | –    | –    | –    | –    | –
    criteria.see             | obae | obae | obae | obae | obae | obae | obae | obae | obae | obae | yes
    scores.see               | obae | obae | obae | obae | obae | obae | obae | obae | obae | obae | yes
    scores.see-own           | o    | o    | o    | –    | obae | obae | obae | obae | –    | obae | –
    scores.see-boards        | –    | –    | –    | –    | –    | obae | obae | obae | –    | obae | –
    criteria.manage          | –    | –    | –    | –    | –    | obae | –    | –    | –    | –    | –
    rounds.manage            | –    | –    | –    | –    | –    | obae | –    | –    | –    | –    | –
    scores.enter             | o    | o    | o    | –    | –    | obae | –    | –    | –    | –    | –
    scores.appraise          | –    | –    | –    | –    | obae | obae | –    | –    | –    | –    | –
    scores.decide            | –    | –    | –    | –    | –    | obae | –    | obae | –    | –    | –
    criteria.comment         | o    | o    | o    | –    | –    | obae | –    | –    | –    | –    | –
    ratings.see              | obae | obae | obae | obae | obae | obae | obae | obae | obae | obae | –
    ratings.see-open         | o    | –    | –    | –    | –    | –    | obae | obae | –    | –    | –
    ratings.rules            | –    | –    | –    | –    | –    | obae | obae | –    | –    | –    | –
    ratings.run              | o    | –    | –    | –    | –    | –    | obae | –    | –    | –    | –
    ratings.decide           | o    | –    | –    | –    | –    | –    | obae | –    | –    | –    | –
    ratings.object           | o    | o    | –    | –    | –    | –    | –    | –    | –    | –    | –
    evidence.see             | obae | obae | obae | obae | obae | obae | obae | obae | obae | obae | yes
    evidence.attach          | ob   | ob   | ob   | ob   | o    | obae | –    | –    | –    | –    | –
    registers.see            | obae | obae | obae | obae | obae | obae | obae | obae | obae | obae | yes
    registers.record         | ob   | ob   | ob   | –    | –    | obae | –    | –    | –    | –    | –
    reports.see              | ob   | ob   | ob   | ob   | ob   | obae | obae | ob   | obae | obae | –
    reports.write            | o    | o    | o    | –    | –    | obae | –    | –    | –    | –    | –
    reports.sign             | o    | o    | o    | –    | –    | obae | obae | –    | –    | –    | –
    templates.manage         | –    | –    | –    | –    | –    | obae | –    | –    | –    | –    | –
    letterheads.set          | o    | o    | o    | –    | –    | obae | –    | –    | –    | –    | –
    server.manage            | –    | –    | –    | –    | –    | –    | –    | –    | obae | –    | –
    """

@Suite struct PermissionTableTests {
    private static let day = Day(number: 18_900)

    /// A small administration: the person is in `own`; the others stand to it as they are called.
    private static let tree = AgencyTree(
        [("above", nil), ("own", "above"), ("below", "own"), ("elsewhere", "above")].map {
            (name: String, parent: String?) in
            Agency.Version(
                agency: Agency.ID(name), tenure: Tenure(from: Day(number: 0)), code: name,
                name: name, level: .unit, block: nil, parent: parent.map { Agency.ID($0) },
                codes: [:])
        }, on: day)

    @Test func `the table names every permission and every role, and nothing else`() {
        #expect(columns == Role.allCases.map(\.rawValue))
        #expect(Set(lines.map(\.code)) == Set(PermissionTable.all.map(\.code)))
        #expect(lines.count == PermissionTable.all.count)
        for line in lines { #expect(line.cells.count == columns.count + 1, "\(line.code)") }
    }

    @Test(arguments: Role.allCases, Relation.allCases)
    func `a role may do on a record what the table says, and no more`(
        _ role: Role, _ relation: Relation
    ) throws {
        let column = try #require(columns.firstIndex(of: role.rawValue))
        let held = [
            HeldRole(
                role, in: Agency.ID("own"), tenure: Tenure(from: Self.day, until: Self.day + 1))
        ]
        let letter = try #require(relation.rawValue.first)
        for line in lines {
            let permission = try #require(PermissionTable.all.first { $0.code == line.code })
            let granted = permission.isGranted(
                to: held, in: Agency.ID(relation.rawValue), on: Self.day,
                lineage: Self.tree.lineage)
            #expect(
                granted == line.cells[column].contains(letter),
                "\(line.code), \(role), \(relation)")
            for other in [Self.day - 1, Self.day + 1] {
                #expect(
                    !permission.isGranted(
                        to: held, in: Agency.ID(relation.rawValue), on: other,
                        lineage: Self.tree.lineage), "\(line.code) on another day")
            }
        }
    }

    @Test(arguments: Role.allCases)
    func `what belongs to the whole workspace is elsewhere, but for a role held for all of it`(
        _ role: Role
    ) throws {
        let column = try #require(columns.firstIndex(of: role.rawValue))
        let tenure = Tenure(from: Self.day)
        for line in lines {
            let permission = try #require(PermissionTable.all.first { $0.code == line.code })
            let here = permission.isGranted(
                to: [HeldRole(role, in: Agency.ID("own"), tenure: tenure)], in: nil,
                on: Self.day, lineage: Self.tree.lineage)
            #expect(here == line.cells[column].contains("e"), "\(line.code), \(role)")
            let everywhere = permission.isGranted(
                to: [HeldRole(role, tenure: tenure)], in: nil, on: Self.day,
                lineage: Self.tree.lineage)
            #expect(everywhere == (line.cells[column] != "–"), "\(line.code), \(role)")
        }
    }

    @Test func `visitors see what the table says and do nothing`() throws {
        for line in lines {
            let permission = try #require(PermissionTable.all.first { $0.code == line.code })
            #expect(permission.isForVisitors == (line.cells.last == "yes"), "\(line.code)")
            #expect(!permission.isForVisitors || permission.kind == .seeing, "\(line.code)")
        }
    }

    @Test func `somebody without a role may do and see nothing`() {
        for permission in PermissionTable.all {
            #expect(!permission.isGrantedSomewhere(to: [], on: Self.day))
        }
    }

    @Test func `every permission has a code of its own`() {
        let codes = PermissionTable.all.map(\.code)
        #expect(Set(codes).count == codes.count)
    }

    private var lines: [(code: String, cells: [String])] {
        expected.split(separator: "\n").dropFirst().map { line in
            let parts = line.split(separator: "|").map(\.trimmed)
            return (parts[0], Array(parts.dropFirst()))
        }
    }
}
