import Domain
import Markup
import Store

/// Drafting an inspecting body's plan: every body it may choose, with the reasons in columns.
struct PickPage: Sendable {
    let language: Language
    let title: String
    /// "cần 10; đã kết luận 07, đang tiến hành 01, đã có lịch 01; còn thiếu 01".
    let lede: String
    let gap: Badge
    let links: [Link]
    let problems: [String]
    let path: String
    let token: String
    let by: String
    let rows: [Row]
    let mode: Field
    let reason: Field
    let weights: String

    struct Row: Sendable {
        let code: String
        let name: Link
        let progress: Badge
        /// Weight, last inspection, reports, open, overdue, repeats, late dossiers, the index.
        let reasons: [Reason]
        /// The day typed or proposed; `nil` when it is inspected or scheduled already.
        let on: Field?
        let isChosen: Bool
    }

    struct Reason: Sendable {
        let value: Link
        /// How the index changed.
        let detail: String?

        init(_ text: String, _ path: String? = nil, detail: String? = nil) {
            value = Link(text, path)
            self.detail = detail
        }
    }
}

func pickView(_ page: PickPage) -> HTML {
    let words = Words("Inspections", page.language)
    let heads = [
        "weight", "last", "late-reports", "open", "overdue", "repeats", "late-dossiers", "index",
    ]
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede) \(badgeView(page.gap))</p></div>\(linkLine(page.links))</div>
        \(problemSummary(page.problems, heading: words["refused"]))
        <form method="post" action="\(page.path)">\(tokenField(page.token))<input type="hidden" name="by" value="\(page.by)">
        <section class="card"><p class="soft">\(page.weights)</p>
        <div class="scroll"><table class="rowed board picks"><caption>\(words["picks"])</caption><thead><tr><td></td>\
        <th scope="col">\(words["body"])</th>\(each: heads, { "<th scope=\"col\" class=\"n\">\(words[$0])</th>" })\
        <th scope="col">\(words["state"])</th><th scope="col">\(words["day"])</th></tr></thead>
        <tbody>\(each: page.rows, { pickRow($0, heads.map { words[$0] }, words) })</tbody></table></div>
        <div class="form">\(fieldView(page.mode))\(fieldView(page.reason))<div class="actions">\
        <button class="main">\(words["plan"])</button></div></div></section></form>
        """
}

private func pickRow(_ row: PickPage.Row, _ heads: [String], _ words: Words) -> HTML {
    let box: HTML? = row.on.map { _ in
        """
        <input type="checkbox" name="body" value="\(row.code)" aria-label="\(words["choose"]): \(row.name.text)"\
        \(attribute: "checked", when: row.isChosen)>
        """
    }
    let day: HTML? = row.on.map { field in
        """
        <input name="\(field.name)" value="\(field.value)" size="10" inputmode="numeric" placeholder="dd/mm/yyyy"\
         autocomplete="off" aria-label="\(field.label): \(row.name.text)"\
        \(attribute: "aria-invalid", field.problems.isEmpty ? nil : "true")>
        """
    }
    return """
        <tr><td class="box">\(box)</td><th scope="row">\(linkView(row.name))</th>\
        \(each: zip(row.reasons, heads), pickReason)\
        <td>\(badgeView(row.progress))</td><td>\(day)</td></tr>

        """
}

private func pickReason(_ reason: PickPage.Reason, _ heading: String) -> HTML {
    """
    <td class="n" data-of="\(heading)">\(linkView(reason.value))\
    \(if: reason.detail, { "<br><span class=\"soft\">\($0)</span>" })</td>
    """
}

/// Makes the page: the weightiest first, what is inspected or scheduled at the end.
struct PickBuilder {
    let year: Int
    let language: Language
    let day: Day
    let inspector: Agency.Version
    let lines: [(QuotaBoard, QuotaBudget.Line)]
    let picks: [Agency.ID: InspectionPick]
    let weights: PickWeights
    let token: String
    let typed: Form?
    let refusal: (any UserFacingError)?

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    func page() -> PickPage {
        let needed = lines.reduce(0) { $0 + $1.1.needed }
        let gap = lines.reduce(0) { $0 + $1.1.gap }
        func count(_ progress: QuotaBudget.Progress) -> String {
            Written.count(lines.reduce(0) { $0 + $1.1.count(progress) }, language)
        }
        let total = lines.reduce(0) { $0 + $1.1.bodies.count }
        return PickPage(
            language: language,
            title: text(
                "Lập kế hoạch kiểm tra của \(inspector.nameInSentence)",
                "The inspection plan of \(inspector.name)"),
            lede: text(
                "\(Written.count(total, .vi)) đơn vị, cần \(Written.count(needed, .vi)); đã kết luận \(count(.concluded)), đang tiến hành \(count(.underWay)), đã có lịch \(count(.scheduled)).",
                "\(total) bodies, \(needed) needed; \(count(.concluded)) concluded, \(count(.underWay)) under way, \(count(.scheduled)) scheduled."
            ),
            gap: gap == 0
                ? Badge(kind: .kept, word: text("Đủ theo kế hoạch", "Enough is planned"))
                : Badge(
                    kind: .atRisk,
                    word: text(
                        "Còn thiếu \(Written.count(gap, .vi)) trong kế hoạch",
                        "\(gap) not planned yet")),
            links: [
                Link(
                    text("Kế hoạch, dự thảo và ban hành", "Plan, draft and issue"),
                    Paths.inspectionPlan(year, by: inspector.code))
            ], problems: problems, path: Paths.path([String(year), "inspections", "picks"]),
            token: token, by: inspector.code, rows: rows,
            mode: Field(
                name: "mode", label: text("Hình thức", "Mode"),
                kind: .choice(
                    Inspection.Mode.allCases.map {
                        Field.Choice(
                            value: $0.rawValue, text: $0.title[language].capitalisedFirst,
                            isChosen: typed?.text("mode") == $0.rawValue)
                    })),
            reason: Field(
                name: "reason",
                label: text("Lý do nếu trùng đợt kiểm tra khác", "Reason, should one overlap"),
                value: typed?.text("reason") ?? "", isWide: true),
            weights: text(
                "Điểm ưu tiên: \(weights.years) cho mỗi năm chưa được kiểm tra, \(weights.reports) cho mỗi báo cáo chậm hoặc bị trả lại, \(weights.findings) cho mỗi vấn đề còn mở và thêm \(weights.findings) nếu quá hạn, \(weights.repeats) cho mỗi vấn đề lặp lại, \(weights.dossiers) cho mỗi 1% hồ sơ trễ hạn, \(weights.scores) cho mỗi điểm chỉ số cải cách hành chính dưới \(Written.share(weights.lowScore, .vi)) và cho mỗi điểm giảm so với kỳ trước. Người có thẩm quyền quyết định.",
                "Priority: \(weights.years) for each year since, \(weights.reports) for each late or returned report, \(weights.findings) for each open finding and again when overdue, \(weights.repeats) for each repeat, \(weights.dossiers) for each 1% of late dossiers, \(weights.scores) for each point of the index under \(Written.share(weights.lowScore, .en)) and for each point lost since the round before. People decide."
            ))
    }

    private var problems: [String] {
        guard let refusal else { return [] }
        return refusal.problems.isEmpty
            ? [refusal.message[language]] : refusal.problems.map { $0.message[language] }
    }

    private var rows: [PickPage.Row] {
        var seen: Set<Agency.ID> = []
        let members = lines.flatMap { board, line in line.bodies.map { (board.tree, $0) } }
            .filter { seen.insert($0.1.body).inserted }
        let weighed = members.map { tree, member in
            (tree, member, picks[member.body]?.weight(weights, on: day) ?? 0)
        }
        return weighed.sorted {
            ($0.1.progress == .nothing ? 0 : 1, -$0.2, $0.1.body)
                < ($1.1.progress == .nothing ? 0 : 1, -$1.2, $1.1.body)
        }.compactMap { tree, member, weight in
            guard let body = tree.body(member.body) else { return nil }
            let pick = picks[member.body]
            let name = "on-\(body.code)"
            return PickPage.Row(
                code: body.code,
                name: Link(
                    body.version.nameInSentence.capitalisedFirst, Paths.agency(body.code)),
                progress: badge(member.progress),
                reasons: [
                    .init(Written.number(weight, language)),
                    .init(pick?.lastOn?[language] ?? text("chưa ghi nhận", "none on record")),
                    .init(Written.number(pick?.reports ?? 0, language)),
                    .init(Written.number(pick?.open ?? 0, language)),
                    .init(Written.number(pick?.overdue ?? 0, language)),
                    .init(Written.number(pick?.repeats ?? 0, language)),
                    .init(
                        pick?.lateDossiers.map { Written.share($0, language) }
                            ?? text("chưa có số liệu", "no data")),
                    reason(pick?.index, code: body.code),
                ],
                on: member.progress == .nothing
                    ? Field(
                        name: name, label: text("Ngày dự kiến", "Planned on"), kind: .day,
                        value: typed?.text(name) ?? "",
                        problems: refusal?.problems.filter { $0.field == name }
                            .map { $0.message[language] } ?? []) : nil,
                isChosen: typed?.all("body").contains(body.code) ?? false)
        }
    }

    /// The index with a link to the assessment, and how it changed since the round before.
    private func reason(_ index: PublishedIndex?, code: String) -> PickPage.Reason {
        guard let index else { return .init(text("chưa công bố", "none published")) }
        return .init(
            Written.share(index.value, language),
            Paths.assessment(index.year, index.block, code), detail: change(index))
    }

    private func change(_ index: PublishedIndex) -> String {
        switch index.before {
        case .none:
            return text("năm \(index.year)", "\(index.year)")
        case .incomparable(let year):
            return text(
                "năm \(index.year); bộ tiêu chí khác năm \(year), không so sánh được",
                "\(index.year); other criteria than in \(year), not comparable")
        case .value(_, let year):
            let change = index.change ?? 0
            let points = Written.points(Points(hundredths: abs(change)), language)
            if change == 0 {
                return text("năm \(index.year), bằng năm \(year)", "\(index.year), as in \(year)")
            }
            return change > 0
                ? text(
                    "năm \(index.year), tăng \(points) so với năm \(year)",
                    "\(index.year), up \(points) on \(year)")
                : text(
                    "năm \(index.year), giảm \(points) so với năm \(year)",
                    "\(index.year), down \(points) on \(year)")
        }
    }

    private func badge(_ progress: QuotaBudget.Progress) -> Badge {
        let kind: Badge.Kind =
            switch progress {
            case .concluded: .kept
            case .underWay: .onCourse
            case .scheduled: .notDue
            case .nothing: .noData
            }
        return Badge(kind: kind, word: progress.title[language])
    }
}
