import Domain
import Store

/// Makes the board of quotas.
struct QuotaBuilder {
    let year: Int
    let language: Language
    let chosen: Day?
    let day: Day
    let boards: [QuotaBoard]
    let rules: InspectionRules
    /// The inspecting bodies whose plans the viewer may draft.
    let mine: Set<Agency.ID>
    let names: [Agency.ID: Agency.Version]
    /// Whether the viewer settles what mergers do to the quota, and what counts.
    var managesRules = false

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    func quotaPage() -> QuotaPage {
        QuotaPage(
            language: language,
            title: text("Tỷ lệ kiểm tra năm \(year)", "Inspection quotas of \(year)"), lede: lede,
            views: InspectionView.choices(.quotas, year, on: chosen, language), links: links,
            boards: boards.map(board),
            none: text(
                "Kế hoạch năm \(year) không đặt chỉ tiêu về số cơ quan được kiểm tra.",
                "The plan of \(year) sets no quota of bodies to inspect."))
    }

    private var lede: String {
        let kinds = Inspection.Kind.allCases.filter(rules.countedKinds.contains)
            .map { $0.title[language] }
        let modes = Inspection.Mode.allCases.filter(rules.countedModes.contains)
            .map { $0.title[language] }
        return text(
            "Tính đến ngày \(day.vi), trên số đơn vị có vào ngày \((rules.quotaOn ?? day).vi); làm tròn lên. Được tính: \(kinds.joined(separator: ", ")); \(modes.joined(separator: ", ")).",
            "On \(day.en), over the bodies of \((rules.quotaOn ?? day).en), rounded up. What counts: \(kinds.joined(separator: ", ")); \(modes.joined(separator: ", "))."
        )
    }

    private var links: [Link] {
        // Each superior has a link of its own in its line.
        let inspectors = mine.intersection(boards.flatMap(\.inspectors)).compactMap { names[$0] }
            .sorted { Vietnamese.sortKey($0.name) < Vietnamese.sortKey($1.name) }.prefix(12)
        var links = inspectors.map {
            Link(
                text(
                    "Lập kế hoạch kiểm tra của \($0.nameInSentence)",
                    "Draft the plan of \($0.name)"),
                Paths.inspectionPicks(year, by: $0.code))
        }
        links += inspectors.map {
            Link(
                text(
                    "Kế hoạch kiểm tra của \($0.nameInSentence)",
                    "Plan of inspection of \($0.name)"),
                Paths.inspectionPlan(year, by: $0.code))
        }
        links.append(
            Link(text("Danh mục nội dung kiểm tra", "Checklists"), Paths.checklists(year)))
        if managesRules {
            links.append(
                Link(
                    text("Quy định kiểm tra", "Rules of inspection"), Paths.inspectionRules(year)))
        }
        return links
    }

    private func board(_ board: QuotaBoard) -> QuotaPage.Board {
        let together = board.together.map {
            QuotaPage.Lines(
                caption: text("Tính gộp", "Taken together"), lines: $0.lines.map { line($0, board) }
            )
        }
        let apart = QuotaPage.Lines(
            caption: board.together == nil
                ? text("Từng cơ quan kiểm tra", "Each inspecting body")
                : text("Tính riêng từng cấp", "Each tier by itself"),
            lines: board.apart.lines.map { line($0, board) })
        let judged = board.judged
        var tables: [QuotaPage.Lines] = []
        if let together, judged.contains(where: { $0 == board.together }) {
            tables.append(together)
        }
        if board.together == nil || judged.contains(where: { $0 == board.apart }) {
            tables.append(apart)
        }
        return QuotaPage.Board(
            heading: Link(
                "\(board.target.code). \(board.target.terms.title)",
                Paths.target(year, board.target.code, on: chosen)),
            lede: told(board), mergers: mergers(board), tables: tables)
    }

    private func told(_ board: QuotaBoard) -> String {
        let budget = board.judged.first ?? board.apart
        return text(
            "\(Written.count(budget.total, .vi)) đơn vị, cần \(Written.count(budget.needed, .vi)); đã kết luận \(Written.count(budget.done, .vi)), còn phải đưa vào kế hoạch \(Written.count(budget.gap, .vi)).",
            "\(budget.total) bodies, \(budget.needed) needed; \(budget.done) concluded, \(budget.gap) still to be scheduled."
        )
    }

    private func mergers(_ board: QuotaBoard) -> [String] {
        guard !board.mergers.isEmpty else { return [] }
        let rule = rules.merged.title[language]
        let days = Set(board.mergers.map(\.day)).sorted().map { $0[language] }
        return [
            text(
                "Trong năm có \(Written.count(board.mergers.count, .vi)) đơn vị sắp xếp, sáp nhập (ngày \(days.joined(separator: ", "))): \(rule).",
                "\(Written.english(board.mergers.count, "body", "bodies")) merged in the year (\(days.joined(separator: ", "))): \(rule)."
            )
        ] + named(board.mergers)
    }

    /// Who went into whom, and who settled what that does to the quota.
    private func named(_ mergers: [QuotaBudget.Merger]) -> [String] {
        var order: [Agency.ID] = []
        var into: [Agency.ID: [String]] = [:]
        for merger in mergers {
            guard let from = names[merger.from]?.name else { continue }
            if into[merger.to] == nil { order.append(merger.to) }
            into[merger.to, default: []].append(from)
        }
        let lines = order.prefix(20).compactMap { to -> String? in
            guard let heir = names[to]?.name, let from = into[to] else { return nil }
            return "\(from.joined(separator: ", ")) → \(heir)"
        }
        let settled =
            rules.source.isEmpty
            ? text(
                "Chưa ghi văn bản quy định; cơ quan thường trực chốt tại quy định kiểm tra của năm.",
                "No document is named; the standing office settles it in the year's rules.")
            : text("Căn cứ: \(rules.source).", "Source: \(rules.source).")
        return [lines.joined(separator: "; "), settled].filter { !$0.isEmpty }
    }

    private func line(_ line: QuotaBudget.Line, _ board: QuotaBoard) -> QuotaPage.Line {
        let superior = board.tree.body(Agency.ID(line.key))
        let block = Agency.Block(rawValue: line.key)
        let name: Link =
            if let superior {
                Link(
                    superior.version.nameInSentence.capitalisedFirst,
                    Paths.agency(superior.code, on: chosen))
            } else {
                Link(block?.title[language] ?? text("Tất cả", "All together"))
            }
        let mayDraft = superior.map { mine.contains($0.id) } ?? false
        return QuotaPage.Line(
            name: name,
            counts: [
                line.bodies.count, line.needed, line.done, line.count(.underWay),
                line.count(.scheduled), line.missing, line.gap,
            ].map { Written.count($0, language) },
            badge: badge(line),
            draft: superior.flatMap {
                mayDraft && line.missing > 0
                    ? Link(text("Lập kế hoạch", "Draft"), Paths.inspectionPicks(year, by: $0.code))
                    : nil
            },
            groups: QuotaBudget.Progress.allCases.map { progress in
                (
                    progress.title[language],
                    line.bodies.filter { $0.progress == progress }.compactMap { member in
                        board.tree.body(member.body).map {
                            Link(
                                $0.version.nameInSentence.capitalisedFirst,
                                Paths.agency($0.code, on: chosen))
                        }
                    }
                )
            })
    }

    private func badge(_ line: QuotaBudget.Line) -> Badge {
        if line.missing == 0 { return Badge(kind: .kept, word: text("Đủ", "Kept")) }
        if line.gap == 0 {
            return Badge(kind: .onCourse, word: text("Đủ theo lịch", "Scheduled"))
        }
        let count = Written.count(line.gap, language)
        return Badge(
            kind: .atRisk, word: text("Còn thiếu \(count) trong kế hoạch", "\(count) not scheduled")
        )
    }
}

extension QuotaBudget.Progress {
    var title: Bilingual {
        switch self {
        case .concluded: Bilingual(vi: "Đã kết luận", en: "Concluded")
        case .underWay: Bilingual(vi: "Đang tiến hành", en: "Under way")
        case .scheduled: Bilingual(vi: "Đã có lịch", en: "Scheduled")
        case .nothing: Bilingual(vi: "Chưa có lịch", en: "Not scheduled")
        }
    }
}

/// The ways to look at the year's inspections.
enum InspectionView: CaseIterable {
    case list, quotas, calendar

    static func choices(
        _ current: InspectionView, _ year: Int, on: Day?, _ language: Language
    ) -> [OverviewPage.ViewChoice] {
        allCases.map {
            OverviewPage.ViewChoice(
                text: $0.title[language], path: $0.path(year, on: on), isCurrent: $0 == current)
        }
    }

    var title: Bilingual {
        switch self {
        case .list: Bilingual(vi: "Danh sách", en: "List")
        case .quotas: Bilingual(vi: "Tỷ lệ kiểm tra", en: "Quotas")
        case .calendar: Bilingual(vi: "Lịch trong năm", en: "Calendar")
        }
    }

    private func path(_ year: Int, on: Day?) -> String {
        switch self {
        case .list: Paths.inspections(year, on: on)
        case .quotas: Paths.quotas(year, on: on)
        case .calendar: Paths.inspectionCalendar(year, on: on)
        }
    }
}
