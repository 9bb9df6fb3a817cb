import Domain

extension TargetBuilder {
    /// How many rows one page shows.
    static let pageLength = 50

    /// The rows that the address asks for, whole.
    var shownRows: [Standing.Row] {
        switch show {
        case "counted": standing.rows.filter(\.state.isCounted)
        case "uncounted": standing.rows.filter { !$0.state.isCounted }
        default: standing.rows
        }
    }

    var rows: TargetPage.Rows {
        let shown = shownRows
        let counted = standing.rows.count { $0.state.isCounted }
        let last = max(1, (shown.count + Self.pageLength - 1) / Self.pageLength)
        let current = min(max(page, 1), last)
        let first = (current - 1) * Self.pageLength
        let slice = shown.dropFirst(first).prefix(Self.pageLength)
        return TargetPage.Rows(
            heading: text("Từng dòng của số liệu", "The rows behind the figure"),
            choices: [
                choice("all", text("Tất cả", "All"), standing.rows.count),
                choice("counted", text("Đã tính", "Counted"), counted),
                choice(
                    "uncounted", text("Chưa tính", "Not counted"), standing.rows.count - counted),
            ],
            caption: text("Tính đến hết ngày \(standing.on.vi)", "At the end of \(standing.on.en)"),
            headings: headings, rows: slice.map(row),
            pager: last > 1
                ? pager(current, of: last, first: first, count: slice.count, total: shown.count)
                : nil,
            files: ["csv", "xlsx"].map { kind in
                Link(
                    kind.uppercased(),
                    Paths.targetRows(number, item.target.code, kind, show: show, on: chosen))
            },
            withheld: nil)
    }

    var headings: [String] {
        let isFinding = terms.measure == .findingsRemedied
        let isDocument = terms.measure == .documentsInOrder
        return [
            isDocument
                ? text("Văn bản", "Document")
                : isFinding ? text("Vấn đề", "Finding") : text("Cơ quan, đơn vị", "Agency"),
            text("Kết quả", "Result"), text("Ngày", "Day"), text("Vì sao", "Why"),
        ]
    }

    /// The cells of one row, as the page and the file show them.
    func cells(_ row: Standing.Row) -> [Link] {
        [
            first(row), Link(row.state.title[language]), Link(row.day?[language] ?? ""),
            Link(row.reason.text[language]),
        ]
    }

    private func first(_ row: Standing.Row) -> Link {
        switch terms.measure {
        case .findingsRemedied:
            Link(
                "\(text("Số", "No.")) \(row.number ?? 0) · \(name(row.body))",
                row.number.map { Paths.finding(number, $0, on: chosen) })
        case .documentsInOrder:
            Link(
                "\(text("Số", "No.")) \(row.number ?? 0) · \(name(row.body))",
                row.number.map { Paths.document(number, $0, on: chosen) })
        default:
            if let list = terms.measure?.register?.list, let record = row.number {
                Link(
                    "\(text("Số", "No.")) \(record) · \(name(row.body))",
                    Paths.path([String(number), list, String(record)]))
            } else {
                bodyLink(row.body)
            }
        }
    }

    private func row(_ row: Standing.Row) -> TargetPage.Rows.Row {
        TargetPage.Rows.Row(
            cells: cells(row),
            enteredLater: row.isRecordedLater ? text("ghi nhận sau", "entered later") : nil)
    }

    private func choice(_ value: String, _ words: String, _ count: Int) -> OverviewPage.ViewChoice {
        OverviewPage.ViewChoice(
            text: "\(words) (\(Written.number(count, language)))",
            path: value == "all"
                ? path + "#rows" : Paths.changed(path, [("show", value)]) + "#rows",
            isCurrent: show == value)
    }

    private func pager(_ current: Int, of last: Int, first: Int, count: Int, total: Int) -> Pager {
        func link(_ page: Int, _ words: String) -> Link {
            Link(
                words,
                Paths.changed(path, [("show", show == "all" ? nil : show), ("page", String(page))])
                    + "#rows")
        }
        return Pager(
            text: text(
                "\(first + 1)–\(first + count) trong \(total)",
                "\(first + 1)–\(first + count) of \(total)"),
            label: text("Các trang", "Pages"),
            previous: current > 1 ? link(current - 1, text("Trước", "Previous")) : nil,
            next: current < last ? link(current + 1, text("Sau", "Next")) : nil)
    }
}
