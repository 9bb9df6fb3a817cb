import Domain
import Store

/// Makes the list of a year's reports, with the form that draws the next one up.
struct ReportListBuilder {
    private let reports: [Report]
    private let periods: [ReportPeriods]
    private let templates: [ReportTemplate]
    private let first: Day
    private let tree: AgencyTree
    private let issuers: [AgencyTree.Body]
    private let year: Int
    private let day: Day
    private let language: Language
    private let token: String
    private let mayManage: Bool
    private let refusal: (any UserFacingError)?

    init(
        _ db: ReadableDatabase, year: Int, language: Language, viewer: Viewer, user: User?,
        on day: Day, token: String, mayWrite: Bool, mayManage: Bool,
        refusal: (any UserFacingError)?
    ) throws {
        reports = try db.reports(of: year, for: viewer)
        periods = try ReportPeriods.all(of: year, db)
        templates = mayWrite ? try db.reportTemplates().filter { $0.use != .consolidated } : []
        first = try db.planYear(year).first
        let tree = try db.agencyTree(on: min(day, try db.planYear(year).last))
        self.tree = tree
        if mayWrite, let user {
            issuers = try tree.bodies.filter {
                try db.isGranted(.writeReports, to: user.id, in: $0.id, on: day)
            }
        } else {
            issuers = []
        }
        self.year = year
        self.day = day
        self.language = language
        self.token = token
        self.mayManage = mayManage
        self.refusal = refusal
    }

    func listPage() -> ReportListPage {
        ReportListPage(
            language: language,
            title: text("Báo cáo, văn bản năm \(year)", "Reports and letters of \(year)"),
            lede: text(
                "Mỗi con số trong văn bản mở ra công thức và hồ sơ phía sau; khi đã ký, số liệu được chốt.",
                "Every number opens its formula and records; a signed document is frozen."),
            links: mayManage ? [Link(text("Mẫu văn bản", "Templates"), Paths.templates)] : [],
            problems: refusal.map(told) ?? [], draft: draft, other: other,
            caption: text("Văn bản, số mới nhất trước", "Documents, the newest first"),
            rows: reports.map(row),
            none: text("Chưa lập báo cáo nào trong năm.", "No report was drawn up this year."))
    }

    private var draft: ReportListPage.Draft? {
        guard !issuers.isEmpty else { return nil }
        // The one that ended last: that is what is being drawn up.
        let last = periods.last { $0.span.last <= day } ?? periods.first
        var fields = [
            Field(
                name: "period", label: text("Kỳ báo cáo", "Period"),
                kind: .choice(
                    periods.map { period in
                        Field.Choice(
                            value: period.code,
                            text:
                                "\(period.name[language]): \(period.span.first[language]) – \(period.span.last[language])",
                            isChosen: period.code == last?.code)
                    }), value: last?.code ?? "", isRequired: true)
        ]
        fields.append(issuer(idPrefix: ""))
        return ReportListPage.Draft(
            heading: text("Báo cáo của kỳ", "A period's report"), path: Paths.reports(year),
            token: token, fields: fields,
            label: text("Lập báo cáo của kỳ", "Draw the report up"),
            hint: text(
                "Gồm dự thảo báo cáo, biểu tổng hợp, danh sách chậm và chưa báo cáo, danh sách chênh lệch.",
                "The draft, the consolidated table, who is late or missing, and what differs."))
    }

    private func told(_ refusal: any UserFacingError) -> [String] {
        refusal.problems.isEmpty
            ? [refusal.message[language]] : refusal.problems.map { $0.message[language] }
    }

    private func issuer(idPrefix: String) -> Field {
        Field(
            name: "issuer", label: text("Cơ quan ban hành", "Issuer"),
            kind: .suggested(
                issuers.prefix(300).map { Field.Choice(value: $0.code, text: $0.name) }),
            value: issuers.first?.code ?? "", isRequired: true, idPrefix: idPrefix)
    }

    /// A letter, notice, plan, submission, decision or record, from a template or from nothing.
    private var other: ReportListPage.Draft? {
        guard !issuers.isEmpty else { return nil }
        let chosen = templates.first { $0.use == .other }
        func field(_ name: String, _ label: String, _ day: Day) -> Field {
            Field(
                name: name, label: label, kind: .day, value: day.vi, isRequired: true,
                idPrefix: "other-")
        }
        let blank = OfficialDocument.Kind.allCases.map {
            Field.Choice(
                value: $0.rawValue, text: $0.title[language], group: text("Để trống", "Blank"))
        }
        let ready = templates.map {
            Field.Choice(
                value: "\($0.number)", text: "\($0.kind.title[language]): \($0.title)",
                isChosen: $0.number == chosen?.number, group: text("Theo mẫu", "From a template"))
        }
        return ReportListPage.Draft(
            heading: text(
                "Soạn văn bản khác: công văn, thông báo, kế hoạch, tờ trình, quyết định, biên bản",
                "Another document: letter, notice, plan, submission, decision, record"),
            path: Paths.otherReport(year), token: token,
            fields: [
                Field(
                    name: "template", label: text("Mẫu văn bản", "Template"),
                    kind: .choice(ready + blank), isRequired: true), issuer(idPrefix: "other-"),
                field("first_on", text("Số liệu từ ngày", "Figures from"), first),
                field("last_on", text("Đến ngày", "To"), max(first, day)),
            ],
            label: text("Soạn văn bản", "Draw it up"),
            hint: text(
                "Mọi loại văn bản đều sửa được nội dung, nơi gửi, người ký và kèm phụ lục trước khi ghi số.",
                "Words, addressees, signer and annexes can be changed until the number is entered.")
        )
    }

    private func row(_ report: Report) -> ReportListPage.Row {
        let subject = TemplateText.pieces(report.subject, field: "").pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .word(.period): report.span.title[.vi]
            case .word(.year): "\(report.span.year)"
            case .word(let word): word.title[language]
            case .figure(let name): name.text
            }
        }.joined()
        let signed = report.signed
        return ReportListPage.Row(
            document: Link(
                "\(report.kind.title[language]) \(subject.loweredFirst)",
                Paths.report(year, report.number)),
            issuer: tree.body(report.issuer)?.name ?? "", period: report.span.title[language],
            badge: signed == nil
                ? Badge(kind: .notDue, word: text("dự thảo", "draft"))
                : Badge(kind: .kept, word: text("đã ký", "signed")),
            symbol: signed.map { "\($0.number), \($0.day[language])" } ?? "")
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
}
