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
        /// Weight, years since, reports, open, overdue, repeats, late dossiers.
        let reasons: [String]
        /// The day typed or proposed; `nil` when it is inspected or scheduled already.
        let on: Field?
        let isChosen: Bool
    }
}

func pickView(_ page: PickPage) -> HTML {
    let words = Words("Inspections", page.language)
    let heads = ["weight", "last", "late-reports", "open", "overdue", "repeats", "late-dossiers"]
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede) \(badgeView(page.gap))</p></div></div>
        \(problemSummary(page.problems, heading: words["refused"]))
        <form method="post" action="\(page.path)">\(tokenField(page.token))<input type="hidden" name="by" value="\(page.by)">
        <section class="card"><p class="soft">\(page.weights)</p>
        <div class="scroll"><table class="rowed board"><caption>\(words["picks"])</caption><thead><tr><td></td>\
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
        \(each: zip(row.reasons, heads), { "<td class=\"n\" data-of=\"\($1)\">\($0)</td>" })\
        <td>\(badgeView(row.progress))</td><td>\(day)</td></tr>

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
            problems: problems, path: Paths.path([String(year), "inspections", "picks"]),
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
                "Điểm ưu tiên: \(weights.years) cho mỗi năm chưa được kiểm tra, \(weights.reports) cho mỗi báo cáo chậm hoặc bị trả lại, \(weights.findings) cho mỗi vấn đề còn mở và thêm \(weights.findings) nếu quá hạn, \(weights.repeats) cho mỗi vấn đề lặp lại, \(weights.dossiers) cho mỗi 1% hồ sơ trễ hạn. Người có thẩm quyền quyết định.",
                "Priority: \(weights.years) for each year since, \(weights.reports) for each late or returned report, \(weights.findings) for each open finding and again when overdue, \(weights.repeats) for each repeat, \(weights.dossiers) for each 1% of late dossiers. People decide."
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
                    Written.number(weight, language),
                    pick?.lastOn?[language] ?? text("chưa ghi nhận", "none on record"),
                    Written.number(pick?.reports ?? 0, language),
                    Written.number(pick?.open ?? 0, language),
                    Written.number(pick?.overdue ?? 0, language),
                    Written.number(pick?.repeats ?? 0, language),
                    pick?.lateDossiers.map { Written.share($0, language) }
                        ?? text("chưa có số liệu", "no data"),
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
