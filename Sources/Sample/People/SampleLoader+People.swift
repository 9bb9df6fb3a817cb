import Domain
import Store

/// Who heads each body, who keeps its reform work, and who answers for the year's targets.
///
/// All names are made up and say so. In June the head of the reform section changes, so that one
/// hand-over is on record.
extension SampleLoader {
    /// The first of June of the year.
    var handOverDay: Day {
        Day(year: year.year, month: 6, day: 1) ?? year.period.lowerBound
    }

    /// Before the hand-over, somebody else held the section.
    var predecessor: String { "Cao Minh Hoạ" }

    /// Posts of everybody named in the plan and of every larger body, and the duties that follow.
    func addPeople() async throws {
        let (year, user) = (year, user)
        let first = year.period.lowerBound
        let rows = postRows(from: first)
        let decisions = year.targets
        let (handOver, predecessor) = (handOverDay, predecessor)
        let issued = try await store.read { try $0.currentPlan(of: year.year)?.issuedOn } ?? first
        try await store.write(at: morning(issued)) { db in
            let read = PostColumns.all.read(PostColumns.all.table(rows), blank: PostRow())
            _ = try db.importPosts(read, by: user)
            guard let plan = try db.currentPlan(of: year.year) else { return }
            let posts = try db.posts(on: handOver, for: .system)
            let names = try db.userNames(Set(posts.map(\.person)))
            var duties: [DutyChange] = []
            for target in try db.targets(of: plan.id) where target.decision == .accepted {
                guard let decision = decisions.first(where: { $0.code == target.code }) else {
                    continue
                }
                let wanted = AnsweringPerson(decision)
                let name = wanted.role == .officer ? predecessor : wanted.name
                guard let person = posts.first(where: { names[$0.person] == name })?.person
                else { continue }
                duties.append(
                    DutyChange(kind: .target, record: target.id.text, was: nil, person: person))
            }
            try db.assignDuties(duties, from: issued, by: user)
        }
    }

    /// The section's new head takes over what the old one answered for.
    func handOver() async throws {
        let (year, user, day, predecessor) = (year, user, handOverDay, predecessor)
        let newcomer = year.targets.map(AnsweringPerson.init).first { $0.role == .officer }
        guard let newcomer else { return }
        try await store.write(at: morning(day)) { db in
            let posts = try db.posts(on: day, for: .system)
            let names = try db.userNames(Set(posts.map(\.person)))
            guard let old = posts.first(where: { names[$0.person] == predecessor }),
                let agency = old.agency
            else { return }
            let successor = try db.addPerson(named: newcomer.name, in: agency, by: user)
            let owed = try db.owedRecords(by: old.person, on: day)
            try db.handOver(
                HandOver(
                    post: old.number, version: old.version, successor: successor.id, day: day,
                    records: Set(owed.map(\.key)), succession: .appointed,
                    basis: "Quyết định số 45/QĐ-SNV (minh hoạ)"), by: user)
        }
    }

    private func postRows(from first: Day) -> [PostRow] {
        var rows: [PostRow] = []
        func add(
            _ name: String, _ role: Role, _ code: String, _ title: String, _ areas: String = ""
        ) {
            var row = PostRow()
            row.name = name
            row.role = role
            row.agencyCode = code
            row.title = title
            row.areas = areas
            row.from = first
            row.basis = "Quyết định minh hoạ"
            if !rows.contains(where: { $0.name == name && $0.role == role && $0.agencyCode == code }
            ) {
                rows.append(row)
            }
        }
        for person in year.targets.map(AnsweringPerson.init) {
            let name = person.role == .officer ? predecessor : person.name
            add(
                name, person.role, person.agencyCode, person.title,
                person.role == .deputy ? "Cải cách hành chính; Kiểm tra" : "")
        }
        let headed = Set(rows.filter { $0.role == .head }.compactMap(\.agencyCode))
        for (number, body) in year.agencies.enumerated() {
            guard let code = body.code, let name = body.name, let level = body.level,
                [.province, .department, .district].contains(level)
            else { continue }
            let surname = surnames[number % surnames.count]
            if !headed.contains(code) {
                add("\(surname) Minh Hoạ", .head, code, headTitle(name, level))
            }
            if level != .province {
                add(
                    "\(surnames[(number * 7 + 3) % surnames.count]) Thị Minh Hoạ", .officer, code,
                    "")
            }
        }
        return rows
    }

    private func headTitle(_ name: String, _ level: Agency.Level) -> String {
        if level == .province { return "Chủ tịch Ủy ban nhân dân tỉnh" }
        if level == .district { return "Chủ tịch Ủy ban nhân dân \(AgencyName.inSentence(name))" }
        if name.hasPrefix("Sở") { return "Giám đốc \(name)" }
        if name.hasPrefix("Văn phòng") { return "Chánh \(name)" }
        if name.hasPrefix("Thanh tra") { return "Chánh \(name)" }
        return "Trưởng \(name.prefix(1).lowercased() + name.dropFirst())"
    }
}

private let surnames = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
    "Dương", "Lý", "Đinh", "Mai", "Trịnh",
]

/// The person named in a target's decision: "Trần Minh Hoạ, Giám đốc Sở Nội vụ".
private struct AnsweringPerson: Hashable, Sendable {
    let name: String
    let title: String
    let agencyCode: String

    init(_ decision: TargetDecision) {
        let parts = decision.answerable.split(separator: ",", maxSplits: 1)
        name = parts.first.map { String($0).trimmed } ?? ""
        title = parts.count > 1 ? String(parts[1]).trimmed : ""
        agencyCode = decision.leadCode
    }

    var role: Role {
        if title.hasPrefix("Phó") { return .deputy }
        if title.hasPrefix("Giám đốc") || title.hasPrefix("Chánh") { return .head }
        return .officer
    }
}
