import Domain
import Markup
import Store

/// The year's inspections: who inspects how many in which month, and each one month by month.
struct InspectionCalendarPage: Sendable {
    let language: Language
    let title: String
    let lede: String
    let views: [OverviewPage.ViewChoice]
    /// The months of the table, with the one in which the day asked lies.
    let months: [(name: String, isNow: Bool)]
    let rows: [Row]
    let totals: [String]
    let legend: [(text: String, level: Int)]
    let groups: [Group]
    /// Shows every inspecting body again; `nil` while all are shown.
    let all: Link?

    struct Row: Sendable {
        let name: Link
        let cells: [Cell]
        let total: String
    }

    struct Cell: Sendable {
        let count: Link
        /// How the least advanced of them stands, in words and as a colour; `nil` for an empty month.
        let state: (text: String, level: Int)?
    }

    struct Group: Sendable {
        let anchor: String
        let heading: String
        let rows: [[TaskPage.Cell]]
    }
}

func inspectionCalendarView(_ page: InspectionCalendarPage) -> HTML {
    let words = Words("Inspections", page.language)
    let heads = ["date", "body", "inspector", "kind", "state"].map { words[$0] }
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\
        \(viewChoices(page.views, label: words["views"]))</div>
        <div class="stack">
        <section class="card"><ul class="line heat-legend">\(each: page.legend, { "<li class=\"heat-\($0.level)\">\($0.text)</li>" })</ul>
        <div class="scroll" tabindex="0" role="region" aria-label="\(words["year-table"])"><table class="year-table"><caption>\(words["year-table"])</caption>
        <thead><tr><th scope="col">\(words["inspector"])</th>\(each: page.months, monthHeading)<th scope="col">\(words["whole-year"])</th></tr></thead>
        <tbody>\(each: page.rows, yearRow)</tbody>
        <tfoot><tr><th scope="row">\(words["all-bodies"])</th>\(each: page.totals, { "<td>\($0)</td>" })</tr></tfoot></table></div></section>
        <section class="card">\(linkLine([page.all].compactMap(\.self)))<table class="rowed by-month"><caption class="unseen">\(page.title)</caption>
        <thead><tr>\(each: heads, { "<th scope=\"col\">\($0)</th>" })</tr></thead>
        \(each: page.groups, { calendarGroup($0, heads) })</table></section></div>
        """
}

private func monthHeading(_ month: (name: String, isNow: Bool)) -> HTML {
    """
    <th scope="col"\(attribute: "aria-current", month.isNow ? "date" : nil)>\(month.name)</th>
    """
}

private func yearRow(_ row: InspectionCalendarPage.Row) -> HTML {
    """
    <tr><th scope="row">\(linkView(row.name))</th>\(each: row.cells, yearCell)<td>\(row.total)</td></tr>

    """
}

private func yearCell(_ cell: InspectionCalendarPage.Cell) -> HTML {
    guard let state = cell.state else { return "<td></td>" }
    return """
        <td class="heat-\(state.level)">\(linkView(cell.count))<i class="unseen"> \(state.text)</i></td>
        """
}

private func calendarGroup(_ group: InspectionCalendarPage.Group, _ heads: [String]) -> HTML {
    """
    <tbody id="\(group.anchor)"><tr class="group-head"><th colspan="\(heads.count)" scope="rowgroup">\(group.heading)</th></tr>
    \(each: group.rows, { tableRow($0, heads) })</tbody>

    """
}

struct InspectionCalendarBuilder {
    let year: Int
    let language: Language
    let chosen: Day?
    let day: Day
    let tree: AgencyTree
    let inspections: [Inspection]
    /// The last day of those that took several, by number.
    var ends: [Int: Day] = [:]
    /// The code of the inspecting body shown; empty for all.
    var by = ""

    private var words: Words { Words("Inspections", language) }

    private typealias Dated = (day: Day, inspection: Inspection)

    func page() -> InspectionCalendarPage {
        let all: [Dated] = inspections.map { ($0.heldOn ?? $0.plannedOn ?? day, $0) }
            .sorted { ($0.day, $0.inspection.number) < ($1.day, $1.inspection.number) }
        let only = tree.bodies(coded: by).first?.id
        let shown = all.filter { only == nil || $0.inspection.inspector == only }
        let groups = Dictionary(grouping: shown) { Month($0.day) }
        let months = months(of: all)
        let inspectors = Set(all.map(\.inspection.inspector)).sorted {
            (tree.position(of: $0) ?? .max, $0) < (tree.position(of: $1) ?? .max, $1)
        }
        return InspectionCalendarPage(
            language: language, title: words("calendar-title", ["year": "\(year)"]),
            lede: words(
                "calendar-lede",
                [
                    "count": Written.count(all.count, language),
                    "bodies": Written.count(inspectors.count, language), "day": day[language],
                ]),
            views: InspectionView.choices(.calendar, year, on: chosen, language),
            months: months.map { ($0.short(in: year), $0 == Month(day)) },
            rows: inspectors.map { inspector in
                row(inspector, all.filter { $0.inspection.inspector == inspector }, months)
            },
            totals: months.map { month in
                count(all.count { Month($0.day) == month })
            } + [count(all.count)],
            legend: [(4, "concluded"), (3, "awaiting"), (2, "on-schedule"), (1, "behind")]
                .map { (words[$0.1], $0.0) },
            groups: groups.sorted { $0.key < $1.key }.map { month, lines in
                InspectionCalendarPage.Group(
                    anchor: month.anchor,
                    heading: words(
                        "month",
                        [
                            "month": month.name, "count": Written.count(lines.count, language),
                        ]), rows: lines.map(line))
            },
            all: only == nil
                ? nil : Link(words["show-all"], Paths.inspectionCalendar(year, on: chosen)))
    }

    /// The twelve months of the year, and those beside it in which something lies.
    private func months(of dated: [Dated]) -> [Month] {
        let usual = (1...12).map { Month(year: year, month: $0) }
        return Set(usual + dated.map { Month($0.day) }).sorted()
    }

    private func row(
        _ inspector: Agency.ID, _ dated: [Dated], _ months: [Month]
    ) -> InspectionCalendarPage.Row {
        let body = tree.body(inspector)
        let path = body.map {
            Paths.changed(Paths.inspectionCalendar(year, on: chosen), [("by", $0.code)])
        }
        return InspectionCalendarPage.Row(
            name: Link(body?.version.shortName ?? "?", path),
            cells: months.map { month in
                let here = dated.filter { Month($0.day) == month }
                let states = here.map { $0.inspection.badge(on: day, language) }
                let least = states.min { level($0) < level($1) }
                return InspectionCalendarPage.Cell(
                    count: Link(count(here.count), path.map { "\($0)#\(month.anchor)" }),
                    state: least.map { ($0.word, level($0)) })
            }, total: count(dated.count))
    }

    private func level(_ badge: Badge) -> Int {
        switch badge.kind {
        case .atRisk: 1
        case .notDue: 2
        case .onCourse: 3
        default: 4
        }
    }

    private func count(_ count: Int) -> String { count == 0 ? "" : String(count) }

    private func line(_ dated: Dated) -> [TaskPage.Cell] {
        let inspection = dated.inspection
        func body(_ agency: Agency.ID) -> Link {
            guard let body = tree.body(agency) else { return Link("") }
            return Link(
                body.version.nameInSentence.capitalisedFirst, Paths.agency(body.code, on: chosen))
        }
        let until = ends[inspection.number].map { " – \($0[language])" } ?? ""
        return [
            TaskPage.Cell(
                link: Link(
                    dated.day[language] + until,
                    Paths.inspection(year, inspection.number, on: chosen))),
            TaskPage.Cell(link: body(inspection.body)),
            TaskPage.Cell(link: body(inspection.inspector)),
            TaskPage.Cell(
                link: Link("\(inspection.kind.title[language]), \(inspection.mode.title[language])")
            ),
            TaskPage.Cell(badge: inspection.badge(on: day, language)),
        ]
    }
}

/// A month of a year, in order.
private struct Month: Comparable, Hashable {
    let year: Int
    let month: Int

    init(_ day: Day) { self.init(year: day.year, month: day.month) }

    init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    static func < (left: Month, right: Month) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }

    var anchor: String { "m-\(year)-\(month)" }
    var name: String { "\(month)/\(year)" }
    func short(in year: Int) -> String { self.year == year ? "\(month)" : name }
}

extension Inspection {
    /// Where it stands on a day, in the words of inspections.
    func badge(on day: Day, _ language: Language) -> Badge {
        func word(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        if let cancelledOn, cancelledOn <= day {
            return Badge(kind: .noData, word: word("Đã hủy", "Cancelled"))
        }
        if let concludedOn, concludedOn <= day {
            return Badge(kind: .kept, word: word("Đã kết luận", "Concluded"))
        }
        if let heldOn, heldOn <= day {
            return Badge(kind: .onCourse, word: word("Chờ kết luận", "Awaiting its conclusion"))
        }
        if let plannedOn, plannedOn < day {
            return Badge(kind: .atRisk, word: word("Chậm so với lịch", "Behind its schedule"))
        }
        return Badge(kind: .notDue, word: word("Theo lịch", "Scheduled"))
    }
}
