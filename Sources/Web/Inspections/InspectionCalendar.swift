import Domain
import Markup
import Store

/// The year's inspections month by month.
struct InspectionCalendarPage: Sendable {
    let language: Language
    let title: String
    let lede: String
    let views: [OverviewPage.ViewChoice]
    let months: [TaskPage.Table]
}

func inspectionCalendarView(_ page: InspectionCalendarPage) -> HTML {
    let words = Words("Inspections", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\
        \(viewChoices(page.views, label: words["views"]))</div>
        <div class="stack">\(each: page.months, tablePart)</div>
        """
}

struct InspectionCalendarBuilder {
    let year: Int
    let language: Language
    let chosen: Day?
    let day: Day
    let tree: AgencyTree
    let inspections: [Inspection]

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    func page() -> InspectionCalendarPage {
        let dated = inspections.map { (day: $0.heldOn ?? $0.plannedOn ?? day, inspection: $0) }
            .sorted { ($0.day, $0.inspection.number) < ($1.day, $1.inspection.number) }
        let months = Dictionary(grouping: dated) { $0.day.year * 100 + $0.day.month }
        return InspectionCalendarPage(
            language: language,
            title: text("Lịch kiểm tra năm \(year)", "Inspections of \(year) by month"),
            lede: text(
                "\(Written.count(inspections.count, .vi)) cuộc kiểm tra.",
                "\(Written.english(inspections.count, "inspection", "inspections").capitalisedFirst)."
            ),
            views: InspectionView.choices(.calendar, year, on: chosen, language),
            months: months.sorted { $0.key < $1.key }.map { key, lines in
                TaskPage.Table(
                    caption: text(
                        "Tháng \(key % 100)/\(key / 100): \(Written.count(lines.count, .vi)) cuộc",
                        "\(key % 100)/\(key / 100): \(lines.count)"),
                    headings: [
                        text("Ngày", "Day"), text("Đơn vị", "Body"),
                        text("Cơ quan kiểm tra", "Inspector"), text("Loại", "Kind"),
                        text("Tình trạng", "State"),
                    ],
                    rows: lines.map { row($0.day, $0.inspection) }, none: "")
            })
    }

    private func row(_ on: Day, _ inspection: Inspection) -> [TaskPage.Cell] {
        func name(_ agency: Agency.ID) -> String {
            tree.body(agency)?.version.nameInSentence.capitalisedFirst ?? ""
        }
        return [
            TaskPage.Cell(
                link: Link(on[language], Paths.inspection(year, inspection.number, on: chosen))),
            TaskPage.Cell(link: Link(name(inspection.body))),
            TaskPage.Cell(link: Link(name(inspection.inspector))),
            TaskPage.Cell(
                link: Link("\(inspection.kind.title[language]), \(inspection.mode.title[language])")
            ),
            TaskPage.Cell(badge: inspection.badge(on: day, language)),
        ]
    }
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
