import Domain
import Store

/// Makes the page of one body: what it is, what it owes, and what is on record about it.
struct AgencyBuilder {
    let snapshot: Snapshot
    let version: Agency.Version
    let tree: AgencyTree
    let standings: YearStandings?
    let language: Language
    let chosen: Day?
    let viewer: Viewer
    private let seesInbox: Bool

    /// - Throws: ``MissingRecord`` when no body ever had the code.
    init(
        _ snapshot: Snapshot, code: String, language: Language, chosen: Day?,
        viewer: User.ID? = nil
    ) throws {
        self.snapshot = snapshot
        self.language = language
        self.chosen = chosen
        tree = try snapshot.tree()
        standings = try snapshot.standings()
        let known =
            try tree.bodies(coded: code).first?.version ?? snapshot.db.agencies(coded: code).last
        guard let known else { throw MissingRecord(Bilingual(vi: "cơ quan", en: "agency"), code) }
        version = known
        self.viewer = viewer.map { Viewer.person($0) } ?? .visitor
        seesInbox =
            try viewer.map {
                try snapshot.db.isGranted(.seeInbox, to: $0, in: known.agency, on: snapshot.day)
            } ?? false
    }

    func agencyPage() throws -> AgencyPage {
        let owed = try owed()
        let parent = position.flatMap { tree[$0].parent }
        return AgencyPage(
            language: language,
            crumbs: [Link(text("Cơ quan, đơn vị", "Agencies"), Paths.agencies(on: chosen))]
                + (parent.map { [Link(tree[$0].name, Paths.agency(tree[$0].code, on: chosen))] }
                    ?? []),
            name: version.name, lede: lede(owed),
            links: links,
            notices: notices, facts: try facts + heads(),
            owes: owed,
            sections: try sections(), communes: below, versions: try versions(),
            successions: try successions(),
            history: try HistoryEntry.entries(
                of: "agency", version.agency.text, snapshot.db, language))
    }

    func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var links: [Link] {
        [
            Link(
                text("Kế hoạch năm \(snapshot.year)", "Plan of \(snapshot.year)"),
                Paths.agencyPlan(snapshot.year, version.code, on: chosen)),
            Link(text("Nhân sự", "People"), Paths.agencyPeople(version.code, on: chosen)),
            Link(text("Phần đầu văn bản", "Letterhead"), Paths.letterhead(version.code)),
        ]
            + (seesInbox
                ? [Link(text("Việc cần làm", "Open work"), Paths.inbox(of: version.code))] : [])
    }

    var position: Int? { tree.position(of: version.agency) }

    private func lede(_ owed: [AgencyPage.Owed]) -> String {
        guard position != nil else { return "" }
        let bad = owed.count { $0.badge.kind == .broken }
        let late = owed.count { $0.badge.kind == .atRisk }
        if owed.isEmpty { return text("Không có chỉ tiêu nào áp dụng.", "No target concerns it.") }
        if bad + late == 0 {
            return text(
                "Không có việc quá hạn trong \(Written.count(owed.count, .vi)) chỉ tiêu áp dụng.",
                "Nothing overdue among the \(owed.count) targets that concern it.")
        }
        return text(
            "Trong \(Written.count(owed.count, .vi)) chỉ tiêu áp dụng: \(Written.count(bad, .vi)) không thực hiện, \(Written.count(late, .vi)) quá hạn.",
            "Of \(owed.count) targets that concern it: \(bad) not done, \(late) overdue.")
    }

    private var notices: [LivingPlanPage.Notice] {
        guard position == nil else { return [] }
        let days =
            version.tenure.until.map { text("đến hết ngày \(($0 - 1).vi)", "until \(($0 - 1).en)") }
            ?? text("từ ngày \(version.tenure.from.vi)", "from \(version.tenure.from.en)")
        return [
            LivingPlanPage.Notice(
                text: text(
                    "Ngày \(snapshot.day.vi) cơ quan này không tồn tại; có hiệu lực \(days).",
                    "On \(snapshot.day.en) this body does not exist; it is on record \(days)."),
                isUrgent: true)
        ]
    }

    private var facts: [TargetPage.Fact] {
        var facts = [
            TargetPage.Fact(name: text("Mã", "Code"), text: version.code),
            TargetPage.Fact(name: text("Cấp", "Level"), text: version.level.title[language]),
        ]
        if let block = version.block {
            facts.append(TargetPage.Fact(name: text("Khối", "Block"), text: block.title[language]))
        }
        for (scheme, value) in version.codes.sorted(by: { $0.key < $1.key }) {
            facts.append(
                TargetPage.Fact(
                    name: scheme == "gso" ? text("Mã thống kê", "GSO code") : scheme.uppercased(),
                    text: value))
        }
        return facts
    }

    /// Each target that concerns the body, with what is still to be done.
    private func owed() throws -> [AgencyPage.Owed] {
        guard let standings, let position else { return [] }
        return standings.items.compactMap { item in
            guard item.target.terms.measure?.isAboutBodies == true else { return nil }
            let target = Link(
                item.target.terms.title, Paths.target(snapshot.year, item.target.code, on: chosen))
            if let part = item.standing.parts.first(where: { $0.body == position }) {
                return AgencyPage.Owed(
                    clause: item.target.code, target: target, badge: Badge(part.verdict, language),
                    figure: text(
                        "\(part.numerator)/\(part.denominator), cần \(Written.count(part.needed, .vi))",
                        "\(part.numerator)/\(part.denominator), \(part.needed) needed"),
                    missing: part.missing == 0
                        ? ""
                        : text(
                            "còn thiếu \(Written.count(part.missing, .vi))", "\(part.missing) short"
                        ))
            }
            let rows = item.standing.rows.filter { $0.body == position }
            guard let state = item.standing.states()[position],
                let first = rows.first(where: { $0.state == state })
            else { return nil }
            let done = rows.count { $0.state.isCounted }
            return AgencyPage.Owed(
                clause: item.target.code, target: target, badge: Badge(state, language),
                figure: rows.count > 1 ? "\(done)/\(rows.count)" : first.day?[language] ?? "",
                missing: first.reason.text[language])
        }
    }

    /// The bodies below it, by target, as the overview's map shows them.
    private var below: AgencyMap? {
        guard let standings, let position, tree.children(of: position).count > 0,
            version.level != .province
        else { return nil }
        return AgencyMapBuilder(
            year: standings, number: snapshot.year, language: language, chosen: chosen
        )
        .map(below: position)
    }

    private func versions() throws -> [AgencyPage.Version] {
        try snapshot.db.agencyVersions(of: version.agency).map { version in
            AgencyPage.Version(
                from: version.tenure.from[language],
                until: version.tenure.until.map { ($0 - 1)[language] } ?? text("nay", "now"),
                name: version.name, kind: version.level.title[language],
                parent: version.parent.flatMap { tree.body($0) }
                    .map { Link($0.name, Paths.agency($0.code, on: chosen)) },
                codes: ([version.code]
                    + version.codes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
                    .joined(separator: ", "))
        }
    }

    private func successions() throws -> [AgencyPage.Succession] {
        try snapshot.db.successions().compactMap { link in
            guard link.from == version.agency || link.to == version.agency else { return nil }
            let isHeir = link.to == version.agency
            let other = try snapshot.db.agencyVersions(of: isHeir ? link.from : link.to)
            guard let shown = isHeir ? other.last : other.first else { return nil }
            return AgencyPage.Succession(
                day: link.day[language],
                kind: isHeir
                    ? text(
                        "kế thừa (\(link.kind.title.vi)) từ",
                        "carries on (\(link.kind.title.en)) from")
                    : text("\(link.kind.title.vi) vào", "\(link.kind.title.en) into"),
                other: Link(shown.name, Paths.agency(shown.code, on: shown.tenure.from)),
                document: link.basis.isEmpty ? nil : link.basis)
        }
    }
}
