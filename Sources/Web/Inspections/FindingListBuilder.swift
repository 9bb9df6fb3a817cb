import Domain
import Store

/// Makes the register of findings: three figures, filters, ages, one page of lines.
struct FindingListBuilder {
    static let pageLength = 50
    /// Beyond this a list says only that there are more.
    static let countLimit = 1_000

    let year: Int
    let language: Language
    let chosen: Day?
    let asked: AskedDay
    let tree: AgencyTree
    let query: FindingQuery
    let count: Int
    let figures: (superior: FindingFigures, own: FindingFigures)
    /// One more than a page holds when there are more.
    let findings: [ListedFinding]
    let rights: Rights

    struct Rights: Sendable {
        let record: Bool
        let chase: Bool
        let rules: Bool
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    func listPage() -> RecordListPage {
        let shown = findings.prefix(Self.pageLength)
        return RecordListPage(
            language: language, title: title, lede: lede, kinds: [], actions: actions,
            files: ["csv", "xlsx"].map {
                Link($0.uppercased(), address(Paths.findingsFile(year, $0, on: chosen)))
            },
            filter: filter,
            caption: asked.hasEnded
                ? text("Tính đến hết ngày \(asked.day.vi)", "At the end of \(asked.day.en)")
                : text("Tính đến ngày \(asked.day.vi)", "On \(asked.day.en)"),
            headings: [
                text("Số", "No."), text("Vấn đề", "Finding"), text("Đơn vị", "Body"),
                text("Nguồn", "Source"), text("Phát hiện", "Found"), text("Hạn", "Due"),
                text("Tuổi (ngày)", "Age (days)"), text("Tình trạng", "State"),
            ].enumerated().map {
                RecordListPage.Heading(
                    text: $0.element, order: $0.offset == 5 ? .ascending : nil,
                    isNumber: $0.offset == 6)
            },
            rows: shown.map(row), pager: pager(shown.last),
            none: text("Không có vấn đề nào khớp với bộ lọc.", "No finding matches the filter."))
    }

    private var title: String {
        if count > Self.countLimit {
            return text(
                "Hơn \(Written.number(Self.countLimit, .vi)) vấn đề phát hiện",
                "More than \(Written.number(Self.countLimit, .en)) findings")
        }
        return text(
            "\(Written.count(count, .vi)) vấn đề phát hiện",
            Written.english(count, "finding", "findings").capitalisedFirst)
    }

    /// Found, due, closed: of what superiors found, and of own findings.
    private var lede: String {
        func line(_ figures: FindingFigures) -> String {
            text(
                "phát hiện \(Written.count(figures.found, .vi)), đến hạn \(Written.count(figures.due, .vi)) (đã khắc phục \(Written.count(figures.dueClosed, .vi))), đã khắc phục \(Written.count(figures.closed, .vi))",
                "\(figures.found) found, \(figures.due) due (\(figures.dueClosed) of them closed), \(figures.closed) closed"
            )
        }
        let superior = text(
            "Do cấp trên phát hiện: \(line(figures.superior)).",
            "Found by superiors: \(line(figures.superior)).")
        let own = text(
            " Do đơn vị tự phát hiện: \(line(figures.own)).",
            " Found by bodies themselves: \(line(figures.own)).")
        return superior + own
    }

    private var actions: [Link] {
        var actions: [Link] = []
        if rights.record {
            actions += [
                Link(text("Ghi vấn đề phát hiện", "Record a finding"), Paths.newFinding(year)),
                Link(text("Nhập từ tệp", "Import"), Paths.findingImport(year)),
            ]
        }
        if rights.chase {
            actions.append(
                Link(
                    text("Đôn đốc", "Chase"),
                    Paths.changed(
                        Paths.newReminder(year), [("kind", InboxItem.Kind.finding.rawValue)])))
        }
        if rights.rules {
            actions.append(
                Link(text("Quy định kiểm tra", "Rules"), Paths.inspectionRules(year)))
        }
        return actions
    }

    private func row(_ finding: ListedFinding) -> RecordListPage.Row {
        let body = tree.body(finding.body)
        let path = Paths.finding(year, finding.number, on: chosen)
        let closed = finding.closedOn.flatMap { $0 <= asked.day ? $0 : nil }
        return RecordListPage.Row(cells: [
            RecordListPage.Cell(text: String(finding.number), path: path),
            RecordListPage.Cell(
                text: finding.text.shortened(to: 200)
                    + (finding.isRepeat ? text(" (lặp lại)", " (repeat)") : ""), path: path),
            RecordListPage.Cell(
                text: body?.version.nameInSentence.capitalisedFirst ?? "",
                path: body.map { Paths.agency($0.code, on: chosen) }),
            RecordListPage.Cell(
                text: finding.inspectionNumber.map {
                    text("cuộc kiểm tra số \($0)", "inspection \($0)")
                } ?? finding.source.title[language]),
            RecordListPage.Cell(text: finding.foundOn[language]),
            RecordListPage.Cell(text: finding.dueOn[language]),
            RecordListPage.Cell(
                text: Written.number((closed ?? asked.day) - finding.foundOn, language)),
            RecordListPage.Cell(badge: badge(finding, closed)),
        ])
    }

    private func badge(_ finding: ListedFinding, _ closed: Day?) -> Badge {
        if let closed {
            let days = closed - finding.dueOn
            return days > 0
                ? Badge(
                    kind: .holding,
                    word: text("Đã khắc phục, quá hạn \(days) ngày", "Closed \(days) days late"))
                : Badge(kind: .kept, word: text("Đã khắc phục", "Closed"))
        }
        let state = asked.isNow ? finding.state : .notified
        let word = state.title[language].capitalisedFirst
        let late = asked.day - finding.dueOn
        if late > 0 {
            return Badge(
                kind: .atRisk,
                word: word + text(", quá hạn \(late) ngày", ", \(late) days overdue"))
        }
        return Badge(
            kind: state == .returned ? .broken : state.waitsForBody ? .notDue : .onCourse,
            word: word)
    }

    private var filter: RecordListPage.Filter {
        let filter = query.filter
        func all() -> Field.Choice { Field.Choice(value: "", text: text("Tất cả", "All")) }
        let states =
            FindingFilter.Box.allCases.map {
                Field.Choice(
                    value: $0.rawValue, text: $0.title[language].capitalisedFirst,
                    isChosen: filter.box == $0)
            }
            + (asked.isNow
                ? Finding.State.allCases.filter { $0 != .closed }.map {
                    Field.Choice(
                        value: $0.rawValue, text: $0.title[language].capitalisedFirst,
                        isChosen: filter.state == $0)
                } : [])
        return RecordListPage.Filter(
            path: Paths.findings(year),
            fields: [
                Field(name: "q", label: text("Tìm", "Search"), value: filter.search),
                Field(
                    name: "state", label: text("Tình trạng", "State"),
                    kind: .choice([all()] + states)),
                Field(
                    name: "source", label: text("Nguồn", "Source"),
                    kind: .choice(
                        [all()]
                            + Finding.Source.allCases.map {
                                Field.Choice(
                                    value: $0.rawValue, text: $0.title[language].capitalisedFirst,
                                    isChosen: filter.source == $0)
                            })),
                Field(
                    name: "severity", label: text("Mức độ", "Severity"),
                    kind: .choice(
                        [all()]
                            + Finding.Severity.allCases.map {
                                Field.Choice(
                                    value: $0.rawValue, text: $0.title[language].capitalisedFirst,
                                    isChosen: filter.severity == $0)
                            })),
                Field(
                    name: "only", label: text("Chỉ xem", "Only"),
                    kind: .choice([
                        all(),
                        Field.Choice(
                            value: "repeats", text: text("Vấn đề lặp lại", "Repeats"),
                            isChosen: filter.isRepeated),
                        Field.Choice(
                            value: "checks", text: text("Chờ kiểm tra lại", "To be checked again"),
                            isChosen: filter.toCheck),
                    ])),
                Field(
                    name: "body", label: text("Đơn vị (mã)", "Body (code)"), value: query.bodyCode),
                Field(
                    name: "finder", label: text("Bên phát hiện (mã)", "Finder (code)"),
                    value: query.finderCode),
            ],
            kept: chosen.map { [HiddenField(name: "on", value: $0.text)] } ?? [])
    }

    private func address(
        _ base: String, _ changes: [(name: String, value: String?)] = []
    ) -> String { Paths.changed(Paths.changed(base, query.fields), changes) }

    private func pager(_ last: ListedFinding?) -> Pager? {
        let hasMore = findings.count > Self.pageLength
        guard hasMore || query.after != nil else { return nil }
        let list = Paths.findings(year, on: chosen)
        return Pager(
            text: "", label: text("Các trang", "Pages"),
            previous: query.after == nil
                ? nil : Link(text("Trang đầu", "First page"), address(list)),
            next: hasMore
                ? last.map {
                    Link(
                        text("Trang sau", "Next page"),
                        address(list, [("after", String($0.number))]))
                } : nil)
    }
}
