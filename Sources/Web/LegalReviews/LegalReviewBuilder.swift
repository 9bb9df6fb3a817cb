import Domain
import Store

/// Makes the page of one campaign: the board by agency, then the documents as the address asks.
struct LegalReviewBuilder {
    static let pageLength = 50

    let review: LegalReview
    let language: Language
    let day: Day
    let chosen: Day?
    let token: String
    let mayManage: Bool
    let mayRecord: Bool
    let mayAssign: Bool
    let tree: AgencyTree
    let query: LegalReviewQuery
    let board: [LegalReview.Count]
    /// One more than a page holds when there are more.
    let lines: [ListedLegalReviewLine]
    var history: [HistoryEntry] = []
    var refused: Refused?

    /// Which form was refused, what was typed, and why.
    typealias Refused = (name: String, form: Form, refusal: any UserFacingError)

    func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    func page() -> LegalReviewPage {
        LegalReviewPage(
            language: language,
            crumbs: [
                Link(text("Văn bản", "Documents"), Paths.documents(review.year, on: chosen)),
                Link(LegalReviewListBuilder.title(language), Paths.legalReviews),
                Link(text("Đợt \(review.number)", "Campaign \(review.number)")),
            ],
            title: review.name,
            badge: closing == nil
                ? nil : Badge(kind: .kept, word: text("đã kết thúc", "closed")),
            lede: lede, links: links, tables: [boardTable],
            lines: LegalReviewPage.Lines(filter: filter, table: lineTable, pager: pager),
            forms: LegalReviewFormBuilder(builder: self).forms, history: history)
    }

    private var lede: String {
        let extent = review.extent
        var parts = [review.kind.title[language].capitalisedFirst]
        if !review.source.isEmpty { parts.append(review.source) }
        if !extent.field.isEmpty {
            parts.append(text("lĩnh vực \(extent.field)", "field: \(extent.field)"))
        }
        if let from = extent.signedFrom, let until = extent.signedUntil {
            parts.append(
                text("ký từ \(from.vi) đến \(until.vi)", "signed \(from.en) to \(until.en)"))
        } else if let from = extent.signedFrom {
            parts.append(text("ký từ \(from.vi)", "signed since \(from.en)"))
        } else if let until = extent.signedUntil {
            parts.append(text("ký đến \(until.vi)", "signed by \(until.en)"))
        }
        if extent.ofAllNatures {
            parts.append(text("mọi tính chất văn bản", "documents of every nature"))
        }
        if extent.withExpired {
            parts.append(text("gồm cả văn bản đã hết hiệu lực", "expired ones included"))
        }
        parts.append(
            text(
                "từ \(review.opensOn.vi), thời hạn \(review.dueOn.vi)",
                "from \(review.opensOn.en), due on \(review.dueOn.en)"))
        if let closing {
            parts.append(
                text(
                    "kết thúc \(closing.on.vi): \(closing.paper)",
                    "closed \(closing.on.en): \(closing.paper)"))
        }
        return parts.joined(separator: "; ") + "."
    }

    /// How it has ended by the day asked.
    private var closing: LegalReview.Closing? {
        review.closing.flatMap { $0.on <= day ? $0 : nil }
    }

    private var links: [Link] {
        let files = ["csv", "xlsx"].map { format in
            Link(
                format.uppercased(),
                Paths.changed(
                    Paths.legalReview(review.number, thing: "lines.\(format)"), query.fields))
        }
        guard mayRecord, review.closing == nil else { return files }
        return [
            Link(
                text("Nhập kết quả từ tệp", "Import outcomes"),
                Paths.legalReview(review.number, thing: "import"))
        ] + files
    }

    private var boardTable: TaskPage.Table {
        var total = LegalReview.Count(body: Agency.ID(""))
        for count in board {
            total.found += count.found
            total.tasks += count.tasks
            total.tasksDone += count.tasksDone
            total.outcomes.merge(count.outcomes, uniquingKeysWith: +)
        }
        let rows = board.map { count in
            row(count, tree.body(count.body)?.name ?? "–", tree.body(count.body)?.code)
        }
        return TaskPage.Table(
            caption: text(
                "Theo cơ quan, tính đến ngày \(day.vi)", "By agency on \(day.en)"),
            headings: [
                text("Cơ quan", "Agency"), text("Được giao", "Given"),
                text("Đã rà soát", "Reviewed"),
            ] + LegalReview.Outcome.allCases.map { $0.title[language].capitalisedFirst } + [
                text("Chưa rà soát", "Not reviewed"), text("Nhiệm vụ xong/giao", "Tasks done/made"),
            ],
            rows: (board.count > 1 ? [row(total, text("Tổng cộng", "In all"), nil)] : []) + rows,
            none: "")
    }

    private func row(
        _ count: LegalReview.Count, _ name: String, _ code: String?
    ) -> [TaskPage.Cell] {
        func number(_ value: Int, _ show: String?) -> TaskPage.Cell {
            TaskPage.Cell(
                link: Link(
                    Written.number(value, language),
                    value == 0
                        ? nil
                        : Paths.legalReview(review.number, body: code, show: show, on: chosen)),
                isNumber: true)
        }
        var open = number(count.open, "open")
        if count.open > 0, day > review.dueOn {
            open.badge = Badge(kind: .broken, word: text("quá hạn", "overdue"))
        }
        return [
            TaskPage.Cell(
                link: Link(
                    name,
                    Paths.legalReview(review.number, body: code, on: chosen))),
            number(count.found, nil),
            TaskPage.Cell(link: Link(Written.number(count.done, language)), isNumber: true),
        ]
            + LegalReview.Outcome.allCases.map { number(count.outcomes[$0] ?? 0, $0.rawValue) }
            + [
                open,
                TaskPage.Cell(
                    link: Link(count.tasks == 0 ? "–" : "\(count.tasksDone)/\(count.tasks)"),
                    isNumber: true),
            ]
    }

    private var filter: RecordListPage.Filter {
        let shows =
            [("", text("Tất cả", "All")), ("open", text("Chưa rà soát", "Not reviewed"))]
            + LegalReview.Outcome.allCases.map {
                ($0.rawValue, $0.title[language].capitalisedFirst)
            }
        let bodies = board.compactMap { tree.body($0.body) }.sorted { $0.name < $1.name }
        return RecordListPage.Filter(
            path: Paths.legalReview(review.number),
            fields: [
                Field(
                    name: "body", label: text("Cơ quan rà soát", "Agency"),
                    kind: .choice(
                        [Field.Choice(value: "", text: text("Tất cả", "All"))]
                            + bodies.map {
                                Field.Choice(
                                    value: $0.code, text: $0.name,
                                    isChosen: $0.code == query.bodyCode)
                            })),
                Field(
                    name: "show", label: text("Kết quả", "Outcome"),
                    kind: .choice(
                        shows.map {
                            Field.Choice(value: $0.0, text: $0.1, isChosen: $0.0 == query.show)
                        })),
            ], kept: chosen.map { [HiddenField(name: "on", value: $0.text)] } ?? [])
    }

    private var lineTable: TaskPage.Table {
        TaskPage.Table(
            caption: text("Văn bản của đợt", "Documents"),
            headings: [
                text("Số, ký hiệu", "Symbol"), text("Trích yếu", "Title"),
                text("Ngày ký", "Signed"), text("Hiệu lực", "Effect"),
                text("Cơ quan rà soát", "Agency"), text("Kết quả", "Outcome"),
                text("Lý do", "Reason"), text("Nhiệm vụ", "Task"),
            ],
            rows: lines.prefix(Self.pageLength).map { line in
                let settledOn = line.line.settledOn.flatMap { $0 <= day ? $0 : nil }
                let outcome = settledOn == nil ? nil : line.line.finding.outcome
                return [
                    TaskPage.Cell(
                        link: Link(
                            line.symbol, Paths.legalReviewLine(review.number, line.number))),
                    TaskPage.Cell(link: Link(line.title.shortened(to: 160))),
                    TaskPage.Cell(link: Link(line.signedOn[language])),
                    TaskPage.Cell(badge: Badge(line.state, language)),
                    TaskPage.Cell(link: Link(tree.body(line.line.body)?.name ?? "–")),
                    TaskPage.Cell(badge: badge(outcome, settledOn)),
                    TaskPage.Cell(
                        link: Link(
                            outcome == nil ? "" : line.line.finding.reason.shortened(to: 160))),
                    TaskPage.Cell(
                        link: line.task.map { Link($0.code, Paths.taskPage($0.year, $0.code)) }
                            ?? Link("")),
                ]
            }, none: text("Không có văn bản nào khớp.", "No document fits."))
    }

    private func badge(_ outcome: LegalReview.Outcome?, _ settledOn: Day?) -> Badge {
        guard let outcome else {
            let state = review.state(settledOn: settledOn, on: day)
            return Badge(
                kind: state == .overdue ? .broken : .notDue, word: state.title[language])
        }
        return Badge(
            kind: outcome == .keep ? .kept : .atRisk,
            word: outcome.title[language].capitalisedFirst)
    }

    private var pager: Pager? {
        let hasMore = lines.count > Self.pageLength
        guard hasMore || query.after > 0 else { return nil }
        let here = Paths.changed(Paths.legalReview(review.number, on: chosen), query.fields)
        return Pager(
            text: "", label: text("Các trang", "Pages"),
            previous: query.after == 0 ? nil : Link(text("Trang đầu", "First page"), here),
            next: hasMore
                ? Link(
                    text("Trang sau", "Next page"),
                    Paths.changed(
                        here, [("after", String(lines[Self.pageLength - 1].number))]))
                : nil)
    }
}

/// What the address of a campaign asks for.
struct LegalReviewQuery: Sendable {
    let bodyCode: String
    /// `open`, an outcome, or empty for all.
    let show: String
    let after: Int
    let filter: LegalReviewFilter

    init(_ typed: Form, tree: AgencyTree) {
        bodyCode = typed.text("body")
        show = typed.text("show")
        after = max(0, Int(typed.text("after")) ?? 0)
        var filter = LegalReviewFilter()
        if !bodyCode.isEmpty {
            // A code that nobody has shows nothing rather than everything.
            filter.body = tree.bodies(coded: bodyCode).first?.id ?? Agency.ID("")
        }
        filter.isOpen = show == "open"
        filter.outcome = LegalReview.Outcome(rawValue: show)
        self.filter = filter
    }

    var fields: [(name: String, value: String?)] {
        [
            ("body", bodyCode.isEmpty ? nil : bodyCode), ("show", show.isEmpty ? nil : show),
        ]
    }
}
