import Domain

/// Makes the list of one kind of record: filtered, sorted and paged as the address asks.
struct RecordListBuilder {
    let kind: RecordKind
    let year: Int
    let language: Language
    let chosen: Day?
    let on: Day
    let tree: AgencyTree
    let lines: [RecordKind.Line]
    let query: Query
    let canWrite: Bool
    var summaries: [RegisterSummary] = []
    /// A small form beside the summary; `nil` where there is none, or for whoever may not.
    var choice: RecordListPage.Choice?

    /// What the address asks of the list.
    struct Query: Sendable {
        /// Words looked for in all cells and names.
        let search: String
        let state: RecordKind.State?
        /// A column's key, with a minus in front to go down.
        let sort: String
        let page: Int
    }

    static let pageLength = 50

    func listPage() -> RecordListPage {
        // The newest first, unless the address asks for another order.
        let shown = query.sort.isEmpty ? shownLines.reversed() : shownLines
        let last = max(1, (shown.count + Self.pageLength - 1) / Self.pageLength)
        let current = min(max(query.page, 1), last)
        let first = (current - 1) * Self.pageLength
        return RecordListPage(
            language: language, summaries: summaries, choice: choice,
            title: "\(kind.name[language]): \(Written.number(lines.count, language))",
            lede: summary,
            kinds: kind.key == "inspections"
                ? InspectionView.choices(.list, year, on: chosen, language)
                : RecordKind.all.filter { $0.section == kind.section }.count > 1
                    ? RecordKind.all.filter { $0.section == kind.section }.map { other in
                        OverviewPage.ViewChoice(
                            text: other.name[language], path: other.list(year, on: chosen),
                            isCurrent: other.key == kind.key)
                    } : [],
            actions: canWrite
                ? [
                    Link(kind.add[language], kind.new(year)),
                    Link(text("Nhập từ tệp", "Import a file"), kind.imports(year)),
                ] + furtherLinks : [],
            files: ["csv", "xlsx"].map { Link($0.uppercased(), file($0)) },
            filter: filter, caption: text("Tính đến hết ngày \(on.vi)", "At the end of \(on.en)"),
            headings: headings, rows: shown.dropFirst(first).prefix(Self.pageLength).map(row),
            pager: last > 1 ? pager(current, of: last, first: first, total: shown.count) : nil,
            none: lines.isEmpty
                ? text(
                    "Chưa có hồ sơ nào trong năm \(year).", "Nothing is on record for \(year) yet.")
                : text("Không có hồ sơ nào khớp với bộ lọc.", "Nothing matches the filter."))
    }

    /// The lines that the address asks for, all pages of them: what an export takes.
    var shownLines: [RecordKind.Line] {
        let wanted = Vietnamese.folded(query.search)
        var shown = lines.filter { line in
            if let state = query.state, line.badge != state { return false }
            return wanted.isEmpty
                || Vietnamese.folded(line.cells.map(named).joined(separator: " ")).contains(wanted)
        }
        let key = query.sort.drop { $0 == "-" }
        if let column = kind.columns.firstIndex(where: { $0.key == key }) {
            let keys = shown.map { sortKey($0.cells[column]) }
            var order = Array(shown.indices).sorted { (keys[$0], $0) < (keys[$1], $1) }
            if query.sort.hasPrefix("-") { order.reverse() }
            shown = order.map { shown[$0] }
        }
        return shown
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    /// From agencies' plans to what they lack; from what may be late to chasing it.
    private var furtherLinks: [Link] {
        func chasing(_ kind: InboxItem.Kind) -> Link {
            Link(
                text("Đôn đốc", "Chase"),
                Paths.changed(Paths.newReminder(year), [("kind", kind.rawValue)]))
        }
        return switch kind.key {
        case "agency-plans":
            [
                Link(
                    text("Đối chiếu với cấp trên", "Hold against the plan above"),
                    Paths.gaps(year)), chasing(.agencyPlan),
            ]
        case "agency-tasks": [chasing(.task)]
        case "self-inspections":
            [
                Link(text("Các đợt tự kiểm tra", "Campaigns"), Paths.selfInspectionCampaigns(year)),
                chasing(.selfInspection),
            ]
        case "findings": [chasing(.finding)]
        default: []
        }
    }

    private var summary: String {
        let counts = RecordKind.State.allCases.compactMap { state -> String? in
            let count = lines.count { $0.badge == state }
            return count == 0
                ? nil : "\(state.title[language].lowercased()) \(Written.count(count, language))"
        }
        return counts.isEmpty ? "" : counts.joined(separator: ", ").capitalisedFirst + "."
    }

    private var filter: RecordListPage.Filter {
        let states = RecordKind.State.allCases.filter { state in
            lines.contains { $0.badge == state }
        }
        var fields = [
            Field(name: "q", label: text("Tìm", "Search"), value: query.search)
        ]
        if states.count > 1 {
            fields.append(
                Field(
                    name: "state", label: text("Tình trạng", "State"),
                    kind: .choice(
                        [Field.Choice(value: "", text: text("Tất cả", "All"))]
                            + states.map {
                                Field.Choice(
                                    value: $0.rawValue, text: $0.title[language],
                                    isChosen: query.state == $0)
                            })))
        }
        return RecordListPage.Filter(
            path: kind.list(year), fields: fields,
            kept: [
                chosen.map { HiddenField(name: "on", value: $0.text) },
                query.sort.isEmpty ? nil : HiddenField(name: "sort", value: query.sort),
            ].compactMap(\.self))
    }

    /// Whether people cite these records by number; agencies' plans and tasks have none.
    private var isNumbered: Bool { (lines.first?.number ?? 0) > 0 }

    /// Whether any of them stands somewhere; counts do not.
    private var hasStates: Bool { lines.contains { $0.badge != nil } || kind.remarks.isEmpty }

    private func isShown(_ column: RecordKind.Heading) -> Bool {
        kind.listed?.contains(column.key) ?? true
    }

    private var shownColumns: [RecordKind.Heading] { kind.columns.filter(isShown) }

    private var headings: [RecordListPage.Heading] {
        var headings: [RecordListPage.Heading] = []
        if isNumbered {
            headings.append(RecordListPage.Heading(text: text("Số", "No."), isNumber: true))
        }
        headings += shownColumns.map { column in
            let isDown = query.sort == "-\(column.key)"
            let isUp = query.sort == column.key
            return RecordListPage.Heading(
                text: column.input == .agency
                    ? text("Cơ quan, đơn vị", "Agency") : column.title[language],
                path: address([("sort", isUp ? "-\(column.key)" : column.key), ("page", nil)]),
                order: isUp ? .ascending : isDown ? .descending : nil,
                isNumber: column.input == .count)
        }
        headings += kind.remarks.map { RecordListPage.Heading(text: $0[language]) }
        if hasStates { headings.append(RecordListPage.Heading(text: text("Tình trạng", "State"))) }
        return headings
    }

    private func row(_ line: RecordKind.Line) -> RecordListPage.Row {
        var cells: [RecordListPage.Cell] = []
        if isNumbered {
            let hasPage = kind.correct != nil || kind.hasOwnPages
            let path = hasPage ? kind.one(year, line.number) : nil
            cells.append(RecordListPage.Cell(text: String(line.number), path: path))
        }
        for (column, cell) in zip(kind.columns, line.cells) where isShown(column) {
            cells.append(self.cell(cell, column))
        }
        cells += line.remarks.map { RecordListPage.Cell(text: $0[language]) }
        if hasStates { cells.append(RecordListPage.Cell(badge: line.badge?.badge(language))) }
        return RecordListPage.Row(cells: cells, enteredLater: nil)
    }

    private func cell(_ text: String, _ column: RecordKind.Heading) -> RecordListPage.Cell {
        switch column.input {
        case .agency:
            guard let body = tree.bodies(coded: text).first else {
                return RecordListPage.Cell(text: text)
            }
            return RecordListPage.Cell(
                text: body.version.nameInSentence.capitalisedFirst,
                path: kind.key == "agency-plans"
                    ? Paths.agencyPlan(year, body.code, on: chosen)
                    : Paths.agency(body.code, on: chosen))
        case .choice(let options):
            return RecordListPage.Cell(
                text: options.first { $0.value == text }?.title[language] ?? text)
        case .day: return RecordListPage.Cell(text: Day(text)?[language] ?? text)
        case .count: return RecordListPage.Cell(text: grouped(text, column))
        default: return RecordListPage.Cell(text: text)
        }
    }

    /// 4.852.050; a year stays as it is.
    private func grouped(_ text: String, _ column: RecordKind.Heading) -> String {
        guard column.key != "year", let number = Int(text) else { return text }
        return Written.number(number, language)
    }

    private func named(_ cell: String) -> String {
        tree.bodies(coded: cell).first?.name ?? cell
    }

    private func sortKey(_ cell: String) -> String {
        if let day = Day(cell) { return day.text }
        if let number = Int(cell) {
            return String(repeating: "0", count: max(0, 12 - cell.count)) + String(number)
        }
        return Vietnamese.sortKey(named(cell))
    }

    private func address(_ changes: [(name: String, value: String?)]) -> String {
        let base = Paths.changed(
            kind.list(year, on: chosen),
            [
                ("q", query.search.isEmpty ? nil : query.search), ("state", query.state?.rawValue),
                ("sort", query.sort.isEmpty ? nil : query.sort),
            ])
        return Paths.changed(base, changes)
    }

    private func file(_ format: String) -> String {
        let address = address([])
        let rest = address.split(separator: "?", maxSplits: 1)
        return kind.file(year, format) + (rest.count == 2 ? "?" + rest[1] : "")
    }

    private func pager(_ current: Int, of last: Int, first: Int, total: Int) -> Pager {
        let end = min(first + Self.pageLength, total)
        return Pager(
            text: text("\(first + 1)–\(end) trong \(total)", "\(first + 1)–\(end) of \(total)"),
            label: text("Các trang", "Pages"),
            previous: current > 1
                ? Link(text("Trước", "Previous"), address([("page", "\(current - 1)")])) : nil,
            next: current < last
                ? Link(text("Sau", "Next"), address([("page", "\(current + 1)")])) : nil)
    }
}
