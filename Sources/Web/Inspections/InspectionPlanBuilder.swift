import Domain
import Markup
import Store

/// A body's yearly plan of inspection.
struct InspectionPlanPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let badge: Badge
    let links: [Link]
    let tables: [TaskPage.Table]
    let form: TaskFormPart?
}

func inspectionPlanView(_ page: InspectionPlanPage) -> HTML {
    let words = Words("Inspections", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title) \(badgeView(page.badge))</h1><p class="lede">\(page.lede)</p></div>\
        \(linkLine(page.links))</div>
        <div class="stack">\(if: page.form, { formPart($0, page.language) })\(each: page.tables, tablePart)</div>
        """
}

struct InspectionPlanBuilder {
    let year: Int
    let language: Language
    let today: Day
    let issuer: Agency.Version
    let lines: [InspectionPlan.Line]
    let plans: [InspectionPlan]
    let names: [Agency.ID: Agency.Version]
    let mayIssue: Bool
    let token: String
    let typed: Form?
    let refusal: (any UserFacingError)?

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    func page() -> InspectionPlanPage {
        let title = text(
            "Kế hoạch kiểm tra năm \(year) của \(issuer.nameInSentence)",
            "Plan of inspection \(year), \(issuer.name)")
        return InspectionPlanPage(
            language: language,
            crumbs: [
                Link(text("Kiểm tra", "Inspections"), Paths.inspections(year)),
                Link(text("Tỷ lệ kiểm tra", "Quotas"), Paths.quotas(year)),
                Link(text("Kế hoạch kiểm tra", "Plan of inspection")),
            ],
            title: title, lede: lede, badge: badge, links: links,
            tables: [changes, annex, issued].compactMap(\.self), form: mayIssue ? form : nil)
    }

    private var lede: String {
        let bodies = Set(lines.map(\.body)).count
        return text(
            "\(Written.count(lines.count, .vi)) cuộc kiểm tra tại \(Written.count(bodies, .vi)) cơ quan, đơn vị.",
            "\(lines.count) inspections of \(bodies) bodies.")
    }

    private var difference: InspectionPlan.Changes? { plans.last?.changes(to: lines) }

    private var badge: Badge {
        guard let difference else {
            return Badge(kind: .noData, word: text("Dự thảo", "Draft"))
        }
        return difference.isEmpty
            ? Badge(kind: .kept, word: text("Đã ban hành", "Issued"))
            : Badge(
                kind: .atRisk,
                word: text("Đã ban hành, có thay đổi", "Issued, changed since"))
    }

    private var links: [Link] {
        guard mayIssue else { return [] }
        return [
            Link(
                text("Dự thảo kế hoạch (.docx)", "Draft of the plan (.docx)"),
                Paths.inspectionPlanDraft(year, by: issuer.code)),
            Link(
                text("Chọn đơn vị", "Choose bodies"),
                Paths.inspectionPicks(year, by: issuer.code)),
        ]
    }

    private func name(_ agency: Agency.ID) -> String {
        names[agency]?.nameInSentence.capitalisedFirst ?? ""
    }

    private func week(_ line: InspectionPlan.Line) -> String {
        "\(line.week.lowerBound[language]) – \(line.week.upperBound[language])"
    }

    private func row(_ line: InspectionPlan.Line) -> [TaskPage.Cell] {
        [
            TaskPage.Cell(
                link: Link(name(line.body), names[line.body].map { Paths.agency($0.code) })),
            TaskPage.Cell(link: Link(week(line))),
            TaskPage.Cell(link: Link(line.mode.title[language].capitalisedFirst)),
            TaskPage.Cell(link: Link(name(line.inspector))),
        ]
    }

    private var headings: [String] {
        [
            text("Cơ quan, đơn vị", "Body"), text("Tuần", "Week"), text("Hình thức", "Mode"),
            text("Cơ quan kiểm tra", "Inspector"),
        ]
    }

    private var annex: TaskPage.Table {
        TaskPage.Table(
            caption: text("Cơ quan, đơn vị được kiểm tra", "Bodies to be inspected"),
            headings: headings, rows: lines.map(row),
            none: text(
                "Chưa chọn đơn vị nào; hãy lập kế hoạch từ trang tỷ lệ kiểm tra.",
                "Nobody is chosen yet; draft it from the page of quotas."))
    }

    private var issued: TaskPage.Table? {
        guard !plans.isEmpty else { return nil }
        return TaskPage.Table(
            caption: text("Kế hoạch đã ban hành", "Plans issued"),
            headings: [
                text("Số, ký hiệu", "Symbol"), text("Ngày ban hành", "Issued on"),
                text("Số cuộc kiểm tra", "Inspections"),
            ],
            rows: plans.map {
                [
                    TaskPage.Cell(link: Link($0.symbol)),
                    TaskPage.Cell(link: Link($0.issuedOn[language])),
                    TaskPage.Cell(
                        link: Link(Written.number($0.lines.count, language)), isNumber: true),
                ]
            }, none: "")
    }

    /// What differs from the last plan issued.
    private var changes: TaskPage.Table? {
        guard let last = plans.last, let difference, !difference.isEmpty else { return nil }
        func rows(_ lines: [InspectionPlan.Line], _ word: String, _ kind: Badge.Kind)
            -> [[TaskPage.Cell]]
        {
            lines.map { [TaskPage.Cell(badge: Badge(kind: kind, word: word))] + row($0) }
        }
        return TaskPage.Table(
            caption: text(
                "Thay đổi so với kế hoạch \(last.symbol)", "Changed since \(last.symbol)"),
            headings: [text("Thay đổi", "Change")] + headings,
            rows: rows(difference.added, text("Thêm", "Added"), .onCourse)
                + rows(difference.changed, text("Đổi ngày, hình thức", "Moved"), .atRisk)
                + rows(difference.dropped, text("Không còn", "Dropped"), .broken), none: "",
            lede: text(
                "Thay đổi chỉ có hiệu lực khi ban hành kế hoạch điều chỉnh.",
                "An amending plan makes them official."))
    }

    private var form: TaskFormPart {
        let edited = EditedForm(
            [
                Field(
                    name: "symbol", label: text("Số, ký hiệu kế hoạch", "Symbol of the plan"),
                    isRequired: true),
                Field(
                    name: "issued_on", label: text("Ngày ban hành", "Issued on"), kind: .day,
                    value: today.vi, isRequired: true),
            ], version: nil, typed: typed, refusal: refusal, language)
        return TaskFormPart(
            id: "form-plan",
            heading: plans.isEmpty
                ? text("Ghi kế hoạch đã ban hành", "Record the issued plan")
                : text("Ghi kế hoạch điều chỉnh đã ban hành", "Record an amending plan"),
            path: Paths.path([String(year), "inspections", "plan"]), token: token,
            hidden: edited.hidden + [HiddenField(name: "by", value: issuer.code)],
            fields: edited.fields, problems: edited.problems,
            problemsHeading: text("Chưa ghi được", "It was not recorded"),
            save: text("Ghi ban hành", "Record"), isFolded: refusal == nil && !plans.isEmpty)
    }
}
