import Domain
import Store

/// What a register's lines of the year come to by the day: one small table.
struct RegisterSummary: Sendable {
    let caption: String
    let headings: [RecordListPage.Heading]
    let rows: [[RecordListPage.Cell]]
    var note: String?

    /// The tables above the list of a register: its figures first, then what belongs to it alone.
    static func summaries(of key: String, _ snapshot: Snapshot, _ language: Language) throws
        -> [RegisterSummary]
    {
        let builder = try RegisterSummaryBuilder(snapshot, language)
        let own: [RegisterSummary?] =
            switch key {
            case "dossiers": [try builder.onTime()]
            case "budgets": [try builder.money(byTask: true), try builder.money(byTask: false)]
            case "initiatives": [try builder.carriedOn()]
            case "milestones": [try builder.programme()]
            default: []
            }
        return [try builder.figures(of: key)].compactMap(\.self) + own.compactMap(\.self)
    }
}

/// Makes the tables above the list of a register.
struct RegisterSummaryBuilder {
    private let snapshot: Snapshot
    private let db: ReadableDatabase
    private let language: Language
    private let span: ReportSpan
    private let standings: YearStandings?

    init(_ snapshot: Snapshot, _ language: Language) throws {
        self.snapshot = snapshot
        db = snapshot.db
        self.language = language
        let period = try db.planYear(snapshot.year)
        span = ReportSpan(
            year: snapshot.year, title: Bilingual(""), first: period.first,
            last: max(period.first, min(snapshot.day, period.last)))
        standings = try snapshot.standings()
    }

    /// Figures that others are made from; the names under the templates list them all.
    private static let unlisted: Set<String> = [
        "ho_so.ton_truoc", "ho_so.truoc_han", "ho_so.dung_han", "ho_so.rut",
        "ho_so.dang_giai_quyet_qua_han", "ho_so.phai_giai_quyet", "ho_so.den_han",
        "ho_so.khong_cham",
    ]

    /// The register's figures since the year began, as reports name them, and the targets they count for.
    func figures(of key: String) throws -> RegisterSummary? {
        let figures = ReportFigure.all.filter {
            $0.list == key && $0.kind == .counted && !Self.unlisted.contains($0.name)
        }
        guard !figures.isEmpty else { return nil }
        let rows = try figures.map { figure -> [RecordListPage.Cell] in
            let count = try db.count(of: figure.name, in: span, over: .everybody)
            let value = count.map(ReportValue.count) ?? .notReported
            return [
                RecordListPage.Cell(text: figure.title[language]),
                RecordListPage.Cell(text: value.cell(language)),
                RecordListPage.Cell(text: figure.unit),
                RecordListPage.Cell(text: "{\(figure.name)}"),
            ]
        }
        return RegisterSummary(
            caption: text(
                "Số liệu từ ngày \(span.first.vi) đến \(span.last.vi)",
                "Figures from \(span.first.en) to \(span.last.en)"),
            headings: [
                heading(text("Số liệu", "Figure")), heading(text("Lũy kế", "So far"), true),
                heading(text("Đơn vị tính", "Unit")),
                heading(text("Tên trong mẫu văn bản", "Name in templates")),
            ],
            rows: rows, note: targets(of: key))
    }

    /// "Chỉ tiêu tính từ sổ này: …", so that a reader knows what hangs on it.
    private func targets(of key: String) -> String? {
        let bound = (standings?.items ?? []).filter {
            $0.target.terms.measure?.register?.list == key
        }
        guard !bound.isEmpty else {
            return text(
                "Chưa có chỉ tiêu nào của năm được tính từ sổ này; gắn ở trang chỉ tiêu, mục phương pháp tính.",
                "No target of the year is counted from here yet; bind one where targets are confirmed."
            )
        }
        let titles = bound.map { item in
            "\(item.target.code) \(item.target.terms.title): \(item.standing.headline[language]) (\(item.standing.verdict.title[language].lowercased()))"
        }
        return text("Chỉ tiêu tính từ sổ này: ", "Targets counted from here: ")
            + titles.joined(separator: "; ") + "."
    }

    /// The share on time by each formula, the year's own marked: published ones differ.
    func onTime() throws -> RegisterSummary {
        let chosen = try db.onTimeFormula(of: snapshot.year)
        let rows = try OnTimeFormula.allCases.map { formula -> [RecordListPage.Cell] in
            let part = try db.count(of: formula.parts.part, in: span, over: .everybody)
            let whole = try db.count(of: formula.parts.whole, in: span, over: .everybody)
            let share = part.flatMap { part in whole.map { ReportValue(part, shareOf: $0) } }
            return [
                RecordListPage.Cell(text: formula.title[language]),
                RecordListPage.Cell(text: (share ?? .notReported).cell(language)),
                RecordListPage.Cell(text: formula.formula[language]),
                RecordListPage.Cell(
                    text: formula.source[language],
                    badge: formula == chosen.formula
                        ? Badge(kind: .kept, word: text("đang dùng", "in use")) : nil),
            ]
        }
        return RegisterSummary(
            caption: text(
                "Tỷ lệ đúng hạn theo từng cách tính", "The share on time, by each formula"),
            headings: [
                heading(text("Cách tính", "Formula")), heading(text("Tỷ lệ", "Share"), true),
                heading(text("Công thức", "Counted as")), heading(text("Nơi dùng", "Used by")),
            ],
            rows: rows,
            note: chosen.source.isEmpty
                ? text(
                    "Báo cáo dùng cách tính thông thường vì chưa chọn cách tính của năm.",
                    "Reports use the usual formula, for none was chosen for the year.")
                : text("Căn cứ: \(chosen.source).", "By: \(chosen.source)."))
    }

    /// Money by the task or area that it is for: asked for, allotted, spent.
    func money(byTask: Bool) throws -> RegisterSummary? {
        var sums: [String: (asked: Int, allotted: Int, spent: Int)] = [:]
        var order: [String] = []
        for record in try db.lines(Budget.self, of: snapshot.year) {
            let line = record.line
            let key =
                byTask
                ? line.taskNumber.map(String.init) ?? "" : (line.area ?? "").trimmed
            if sums[key] == nil { order.append(key) }
            sums[key, default: (0, 0, 0)].asked += line.assigned ?? 0
            sums[key, default: (0, 0, 0)].allotted += line.allotted ?? 0
            sums[key, default: (0, 0, 0)].spent += line.spent ?? 0
        }
        guard !order.isEmpty, !byTask || order.contains(where: { !$0.isEmpty }) else { return nil }
        let names = byTask ? try taskNames() : [:]
        let rows = order.sorted { (Int($0) ?? .max, $0) < (Int($1) ?? .max, $1) }.map { key in
            let sum = sums[key] ?? (0, 0, 0)
            let name =
                key.isEmpty
                ? text("Không ghi", "Not named")
                : byTask ? names[key].map { "\(key). \($0)" } ?? key : key
            return [
                RecordListPage.Cell(
                    text: name,
                    path: byTask && names[key] != nil
                        ? Paths.taskPage(snapshot.year, key) : nil)
            ]
                + [sum.asked, sum.allotted, sum.spent].map {
                    RecordListPage.Cell(text: Written.number($0, language))
                }
                + [
                    RecordListPage.Cell(
                        text: ReportValue(sum.spent, shareOf: sum.allotted).cell(language))
                ]
        }
        return RegisterSummary(
            caption: byTask
                ? text("Kinh phí theo nhiệm vụ (nghìn đồng)", "Money by task (thousand đồng)")
                : text("Kinh phí theo lĩnh vực (nghìn đồng)", "Money by area (thousand đồng)"),
            headings: [
                heading(byTask ? text("Nhiệm vụ", "Task") : text("Lĩnh vực", "Area")),
                heading(text("Dự toán", "Estimate"), true),
                heading(text("Được giao", "Allotted"), true),
                heading(text("Đã chi", "Spent"), true),
                heading(text("Tỷ lệ chi", "Share spent"), true),
            ], rows: rows)
    }

    /// The words of the common plan's tasks, by their code.
    private func taskNames() throws -> [String: String] {
        guard let plan = try db.currentPlan(of: snapshot.year) else { return [:] }
        return Dictionary(
            try db.tasks(of: plan.id).compactMap { task in
                task.code.map { ($0, task.text.shortened(to: 90)) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Initiatives that are to spread, and the tasks by which bodies take them over.
    func carriedOn() throws -> RegisterSummary? {
        let counts = try db.initiativeTaskCounts(of: snapshot.year)
        let spreading = try db.lines(Initiative.self, of: snapshot.year).filter {
            $0.line.outcome == .replicate
        }
        guard !spreading.isEmpty else { return nil }
        return RegisterSummary(
            caption: text("Nhân rộng", "Replication"),
            headings: [
                heading(text("Sáng kiến, mô hình", "Initiative")),
                heading(text("Cơ quan nhân rộng", "Taken over by")),
                heading(text("Thời hạn", "Due")), heading(text("Nhiệm vụ", "Tasks")),
            ],
            rows: spreading.map { initiative in
                let count = counts[initiative.number]
                return [
                    RecordListPage.Cell(
                        text: initiative.line.title ?? "",
                        path: Paths.path([
                            String(snapshot.year), "initiatives", String(initiative.number),
                        ])),
                    RecordListPage.Cell(
                        text: initiative.line.replicatingCodes.joined(separator: ", ")),
                    RecordListPage.Cell(text: initiative.line.replicateDueOn?[language] ?? ""),
                    RecordListPage.Cell(
                        text: count.map {
                            text(
                                "\(Written.count($0.done, .vi))/\(Written.count($0.all, .vi)) hoàn thành",
                                "\($0.done) of \($0.all) done")
                        } ?? text("chưa giao nhiệm vụ", "no task yet")),
                ]
            })
    }

    /// What programmes want reached, which targets serve it and how far they are.
    func programme() throws -> RegisterSummary? {
        let milestones = try db.lines(Milestone.self, of: snapshot.year)
        guard !milestones.isEmpty else { return nil }
        let rows = milestones.flatMap { milestone -> [[RecordListPage.Cell]] in
            let line = milestone.line
            let isReached = line.reachedOn.map { $0 <= span.last } ?? false
            let state = Badge(
                kind: isReached ? .kept : milestone.day < span.last ? .broken : .notDue,
                word: isReached
                    ? text("đạt", "reached")
                    : milestone.day < span.last
                        ? text("quá hạn", "overdue") : text("chưa đến hạn", "not due"))
            let first = RecordListPage.Cell(
                text: "\(line.programme ?? ""): \(line.text ?? "")",
                path: Paths.path([
                    String(snapshot.year), "milestones", String(milestone.number),
                ]))
            let due = RecordListPage.Cell(text: milestone.day[language], badge: state)
            let codes = line.targetCodes
            guard !codes.isEmpty else {
                return [
                    [
                        first, due,
                        RecordListPage.Cell(text: text("chưa gắn chỉ tiêu", "no target")),
                        RecordListPage.Cell(),
                    ]
                ]
            }
            return codes.enumerated().map { place, code in
                [
                    place == 0 ? first : RecordListPage.Cell(),
                    place == 0 ? due : RecordListPage.Cell(),
                ]
                    + target(code)
            }
        }
        return RegisterSummary(
            caption: text(
                "Chương trình: mốc trong năm và chỉ tiêu phục vụ",
                "Programmes: the year's milestones and the targets that serve them"),
            headings: [
                heading(text("Mốc", "Milestone")), heading(text("Thời hạn", "Due")),
                heading(text("Chỉ tiêu phục vụ", "Target that serves it")),
                heading(text("Kết quả đến nay", "So far")),
            ], rows: rows)
    }

    private func target(_ code: String) -> [RecordListPage.Cell] {
        guard let item = standings?.item(coded: code) else {
            return [
                RecordListPage.Cell(
                    text: text("\(code): không có chỉ tiêu này", "\(code): no such target")),
                RecordListPage.Cell(),
            ]
        }
        return [
            RecordListPage.Cell(
                text: "\(code) \(item.target.terms.title)",
                path: Paths.target(snapshot.year, code)),
            RecordListPage.Cell(
                text: item.standing.headline[language],
                badge: Badge(
                    kind: Badge.Kind(item.standing.verdict),
                    word: item.standing.verdict.title[language])),
        ]
    }

    private func heading(_ text: String, _ isNumber: Bool = false) -> RecordListPage.Heading {
        RecordListPage.Heading(text: text, isNumber: isNumber)
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
}
