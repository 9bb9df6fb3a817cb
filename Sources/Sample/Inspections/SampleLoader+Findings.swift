import Domain
import Store

/// What bodies do about their open findings, and what they and others found beside inspections.
extension SampleLoader {
    /// Takes open findings through every state, each by somebody who may.
    func remedyFindings() async throws {
        try await recordOwnFindings()
        let (year, heads, officers) = (year, try await heads(), try await officers())
        let findings = try await store.read { db in
            var found: [(finding: Finding, code: String)] = []
            let tree = try db.agencyTree(on: year.today)
            try db.eachFinding(of: year.year) { finding in
                guard finding.closedOn == nil, let code = tree.body(finding.body)?.code else {
                    return
                }
                found.append((finding, code))
            }
            return found
        }
        var place = 0
        for (finding, code) in findings {
            guard let head = heads[code] ?? officers[code] else { continue }
            let officer = officers[code] ?? head
            try await remedy(finding, story: place, by: officer, head)
            place += 1
        }
    }

    /// One finding, as far as its story goes.
    private func remedy(
        _ finding: Finding, story: Int, by officer: User.ID, _ head: User.ID
    ) async throws {
        let today = year.today
        guard finding.foundOn + 8 <= today else { return }
        let first = min(finding.foundOn + 4, today - 3)
        let plan = Finding.Step(
            .planned, on: first,
            text:
                "Phân công bộ phận phụ trách rà soát, khắc phục xong trước ngày \(finding.dueOn.vi)."
        )
        let report = Finding.Step(
            .evidenced, on: first + 1, text: "Đã rà soát, khắc phục; gửi kèm ảnh chụp và biên bản.",
            document: "Báo cáo khắc phục ngày \((first + 1).vi) (minh hoạ)")
        let accept = Finding.Step(
            .accepted, on: first + 2, text: "Đã kiểm tra thực tế.", recheckOn: today + 45)
        var steps: [(Finding.Step, User.ID)] = []
        if finding.state == .found, !finding.isOwn {
            steps.append(
                (
                    Finding.Step(
                        .notified, on: finding.foundOn + 2,
                        document: "Công văn thông báo (minh hoạ)",
                        dueOn: finding.dueOn), user
                ))
        }
        switch Story(finding, story) {
        case .none: break
        case .planned: steps += [(plan, officer)]
        case .evidenced: steps += [(plan, officer), (report, officer)]
        case .returned:
            steps += [
                (plan, officer), (report, officer),
                (
                    Finding.Step(
                        .returned, on: first + 2,
                        text: "Chưa có danh mục hồ sơ đã xin lỗi; đề nghị bổ sung."), user
                ),
            ]
        case .referred:
            steps += [
                (
                    Finding.Step(
                        .referred, on: first,
                        text:
                            "Cần bố trí kinh phí và phần mềm dùng chung, vượt thẩm quyền của đơn vị."
                    ),
                    head
                )
            ]
        case .accepted:
            steps += [
                (report, officer),
                (
                    finding.isOwn
                        ? Finding.Step(.accepted, on: first + 2, text: "Đã kiểm tra thực tế.")
                        : accept, finding.isOwn ? head : user
                ),
            ]
        case .checked, .reopened:
            steps += [
                (report, officer), (accept, user),
                (
                    finding.source == .peoplesCouncil
                        ? Finding.Step(.checked, on: today - 2, text: "Không tái diễn.")
                        : Finding.Step(
                            .reopened, on: today - 2, text: "Tình trạng cũ tái diễn.",
                            dueOn: today + 20), user
                ),
            ]
        }
        for (step, person) in steps where step.on <= today {
            try await take(step, finding.number, by: person)
        }
    }

    /// How far the sample takes a finding.
    private enum Story {
        case none, planned, evidenced, returned, referred, accepted, checked, reopened

        init(_ finding: Finding, _ place: Int) {
            switch finding.source {
            case .inspection:
                self = [.none, .planned, .evidenced, .returned, .referred, .none, .none][place % 7]
            case .selfInspection:
                self = [.none, .planned, .evidenced, .accepted, .accepted][place % 5]
            case .stateInspection: self = .accepted
            case .peoplesCouncil: self = .checked
            case .fatherlandFront: self = .reopened
            case .centralTeam: self = .referred
            case .documentCheck: self = .none
            }
        }
    }

    private func take(_ step: Finding.Step, _ number: Int, by person: User.ID) async throws {
        try await store.write(at: morning(year.today)) {
            try $0.takeStep(step, with: number, by: person)
        }
    }

    /// What bodies found themselves, and what other streams found.
    private func recordOwnFindings() async throws {
        let (year, user, officers) = (year, user, try await officers())
        let texts = FindingTexts.all
        let day = year.today - 60
        for (place, code) in officers.keys.sorted().prefix(12).enumerated() {
            guard let officer = officers[code] else { continue }
            var row = FindingRow()
            row.bodyCode = code
            row.source = .selfInspection
            row.text = texts[(place * 5 + 1) % texts.count]
            row.ground = FindingTexts.ground
            row.foundOn = day + place
            row.dueOn = day + place + (place % 3 == 0 ? 45 : 90)
            let read = FindingColumns.all.read(FindingColumns.all.table([row]), blank: FindingRow())
            try await store.write(at: morning(year.today)) {
                _ = try $0.importFindings(read, by: officer)
            }
        }
        let sources: [Finding.Source] = [
            .stateInspection, .peoplesCouncil, .fatherlandFront, .centralTeam, .documentCheck,
        ]
        let codes = officers.keys.sorted()
        guard codes.count >= sources.count else { return }
        var rows: [FindingRow] = []
        for (place, source) in sources.enumerated() {
            var row = FindingRow()
            row.bodyCode = codes[place * 2 % codes.count]
            row.source = source
            row.text = texts[(place * 7 + 3) % texts.count]
            row.severity = place == 0 ? .serious : place == 2 ? .minor : .ordinary
            row.foundOn = day - 20 + place
            row.dueOn = day + 70 + place
            rows.append(row)
        }
        let read = FindingColumns.all.read(FindingColumns.all.table(rows), blank: FindingRow())
        try await store.write(at: morning(year.today)) { _ = try $0.importFindings(read, by: user) }
    }

    /// Who heads each body, by its code.
    private func heads() async throws -> [String: User.ID] {
        let last = year.today
        return try await store.read { db in
            let tree = try db.agencyTree(on: last)
            var found: [String: User.ID] = [:]
            for post in try db.posts(on: last, for: .system) where post.role == .head {
                guard let code = post.agency.flatMap({ tree.body($0)?.code }) else { continue }
                found[code] = post.person
            }
            return found
        }
    }
}
