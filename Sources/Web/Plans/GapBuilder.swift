import Documents
import Domain
import Store

/// Makes the list of what agencies' plans lack, and the file of it.
struct GapBuilder: Sendable {
    struct Query: Sendable {
        let finding: PlanGap.Finding?
        let block: Agency.Block?
        let page: Int
    }

    let year: Int
    let day: Day
    let language: Language
    let query: Query
    private let check: GapCheck?
    private let lines: [Line]

    private struct Line: Sendable {
        let body: Agency.Version
        let plan: Plan?
        let gaps: [PlanGap]
        let reminded: ReminderCount?

        func count(_ finding: PlanGap.Finding) -> Int {
            gaps.count { $0.findings.contains(finding) }
        }

        var lacking: Int { gaps.count { $0.findings.contains(where: \.isGap) } }
    }

    init(
        _ db: ReadableDatabase, year: Int, day: Day, language: Language, viewer: User.ID,
        query: Query, only code: String?
    ) throws {
        self.year = year
        self.day = day
        self.language = language
        self.query = query
        check = try db.gapCheck(of: year, on: day)
        guard let check else {
            lines = []
            return
        }
        let reach = try db.bodies(within: .seeGaps, of: viewer, on: day)
        let contents = try db.planContents(of: year, on: day)
        let agencies = check.agencies.filter { agency in
            if case .some(let bodies) = reach, !bodies.contains(agency) { return false }
            return code == nil || check.tree.body(agency)?.code == code
        }
        let counts = try db.reminderCounts(
            of: agencies.map { (.agencyPlan, $0.text) }, year: year)
        lines = agencies.compactMap { agency in
            guard let body = check.tree.body(agency) else { return nil }
            return Line(
                body: body.version, plan: contents[agency]?.plan,
                gaps: check.gaps(of: agency, in: contents[agency]),
                reminded: counts["agencyPlan \(agency.text)"])
        }
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private static let pageRows = 60

    private var shown: [Line] {
        lines.filter { line in
            (query.block == nil || line.body.block == query.block)
                && (query.finding.map { line.count($0) > 0 } ?? true)
        }
    }

    func listPage() -> RecordListPage {
        let unknown = lines.count { $0.count(.notOnRecord) > 0 }
        let lacking = lines.count { $0.lacking > 0 } - unknown
        let shown = shown
        let last = max(1, (shown.count + Self.pageRows - 1) / Self.pageRows)
        let current = min(query.page, last)
        let symbol = check?.parent.symbol ?? ""
        return RecordListPage(
            language: language,
            title: text(
                "Đối chiếu kế hoạch: \(Written.count(lacking, .vi)) cơ quan còn khoảng cách, \(Written.count(unknown, .vi)) chưa nhập chỉ tiêu",
                "Plans compared: \(lacking) agencies leave a gap, \(unknown) have no targets on record"
            ),
            lede: text(
                "Mỗi chỉ tiêu của Kế hoạch \(symbol) mà cơ quan phải đưa vào kế hoạch của mình: chưa có, thấp hơn hay muộn hơn. Bấm tên cơ quan để xem từng dòng và nguồn.",
                "Each target of plan \(symbol) that an agency must take into its own plan: missing, less or later. An agency's name opens its lines and their sources."
            ),
            kinds: [], actions: [],
            files: TableFormat.allCases.map {
                Link(
                    $0.rawValue.uppercased(), address(Paths.gapFile(year, $0.rawValue)))
            },
            filter: filter, caption: text("Tính đến hết ngày \(day.vi)", "At the end of \(day.en)"),
            headings: [
                RecordListPage.Heading(text: text("Cơ quan, đơn vị", "Agency")),
                RecordListPage.Heading(text: text("Kế hoạch", "Plan")),
                RecordListPage.Heading(text: text("Phải thực hiện", "Asked"), isNumber: true),
                RecordListPage.Heading(text: text("Chưa có", "Missing"), isNumber: true),
                RecordListPage.Heading(text: text("Thấp hơn", "Less"), isNumber: true),
                RecordListPage.Heading(text: text("Muộn hơn", "Later"), isNumber: true),
                RecordListPage.Heading(text: text("Kết luận", "Found")),
                RecordListPage.Heading(text: text("Đôn đốc", "Reminded")),
            ],
            rows: shown.dropFirst((current - 1) * Self.pageRows).prefix(Self.pageRows).map(row),
            pager: last > 1 ? pager(current, of: last, shown.count) : nil,
            none: text(
                "Không có cơ quan nào khớp với bộ lọc.", "No agency matches the filter."))
    }

    private func row(_ line: Line) -> RecordListPage.Row {
        let worst =
            PlanGap.Finding.allCases.first { line.count($0) > 0 } ?? .mirrored
        func number(_ finding: PlanGap.Finding) -> RecordListPage.Cell {
            let count = line.count(finding)
            return RecordListPage.Cell(text: count == 0 ? "–" : Written.number(count, language))
        }
        return RecordListPage.Row(cells: [
            RecordListPage.Cell(
                text: line.body.nameInSentence.capitalisedFirst,
                path: Paths.agencyPlan(year, line.body.code) + "#gaps"),
            RecordListPage.Cell(
                text: line.plan.map { "\($0.symbol), \($0.issuedOn?[language] ?? "")" } ?? ""),
            RecordListPage.Cell(text: Written.number(line.gaps.count, language)),
            number(.missing), number(.less), number(.later),
            RecordListPage.Cell(
                badge: Badge(kind: worst.badgeKind, word: worst.title[language].capitalisedFirst)),
            RecordListPage.Cell(text: line.reminded?.sentence[language].capitalisedFirst ?? ""),
        ])
    }

    private var filter: RecordListPage.Filter {
        let all = Field.Choice(value: "", text: text("Tất cả", "All"))
        return RecordListPage.Filter(
            path: Paths.gaps(year),
            fields: [
                Field(
                    name: "found", label: text("Kết luận", "Found"),
                    kind: .choice(
                        [all]
                            + PlanGap.Finding.allCases.map {
                                Field.Choice(
                                    value: $0.rawValue, text: $0.title[language],
                                    isChosen: query.finding == $0)
                            })),
                Field(
                    name: "block", label: text("Khối", "Block"),
                    kind: .choice(
                        [all]
                            + Agency.Block.allCases.map {
                                Field.Choice(
                                    value: $0.rawValue, text: $0.title[language],
                                    isChosen: query.block == $0)
                            })),
            ], kept: [])
    }

    private func address(_ base: String, page: Int? = nil) -> String {
        Paths.changed(
            base,
            [
                ("found", query.finding?.rawValue), ("block", query.block?.rawValue),
                ("page", page.map { String($0) }),
            ])
    }

    private func pager(_ current: Int, of last: Int, _ total: Int) -> Pager {
        Pager(
            text: text(
                "Trang \(current)/\(last), \(Written.number(total, .vi)) cơ quan",
                "Page \(current) of \(last), \(Written.number(total, .en)) agencies"),
            label: text("Các trang", "Pages"),
            previous: current > 1
                ? Link(
                    text("Trước", "Previous"), address(Paths.gaps(year), page: current - 1)) : nil,
            next: current < last
                ? Link(text("Sau", "Next"), address(Paths.gaps(year), page: current + 1)) : nil)
    }

    var headings: [String] {
        [
            text("Mã cơ quan", "Agency code"), text("Cơ quan, đơn vị", "Agency"),
            text("Kế hoạch của đơn vị", "Agency's plan"), text("Ngày ban hành", "Issued on"),
            text("Chỉ tiêu của cấp trên", "Target above"), text("Nội dung", "Text"),
            text("Mức", "Value"), text("Thời hạn", "Deadline"),
            text("Mục trong kế hoạch đơn vị", "Its clause"), text("Mức của đơn vị", "Its value"),
            text("Thời hạn của đơn vị", "Its deadline"), text("Kết luận", "Found"),
            text("Giải thích", "Why"),
        ]
    }

    /// Every line that the filter leaves, as cells of a file.
    func cells() -> [[TableCell]] {
        guard let check else { return [] }
        return shown.flatMap { line in
            line.gaps.filter { query.finding.map($0.findings.contains) ?? true }.map { gap in
                func text(_ text: String) -> TableCell { text.isEmpty ? .empty : .text(text) }
                func day(_ day: Day?) -> TableCell { day.map { .day($0) } ?? .empty }
                return [
                    .text(line.body.code), .text(line.body.name), text(line.plan?.symbol ?? ""),
                    day(line.plan?.issuedOn), .text("\(check.parent.symbol), \(gap.asked.code)"),
                    .text(gap.asked.terms.title), .text(gap.asked.terms.written(language)),
                    day(gap.asked.terms.deadline), text(gap.own?.code ?? ""),
                    text(gap.own?.terms.written(language) ?? ""), day(gap.own?.terms.deadline),
                    .text(gap.findings.map { $0.title[language] }.joined(separator: ", ")),
                    text(gap.explanation(planned: check.last)[language]),
                ]
            }
        }
    }
}
