import Domain
import Store

/// Makes the page of a body's self-inspection from what is on record.
struct SelfInspectionBuilder {
    /// A form sent back with what is wrong with it.
    struct Typed {
        /// "answers", "units" or "report".
        let form: String
        let fields: Form
        let refusal: any UserFacingError
    }

    let inspection: SelfInspection
    let year: Int
    let unit: Int
    let language: Language
    let today: Day
    let token: String
    let typed: Typed?
    private let body: Agency.Version?
    private let campaign: SelfInspectionCampaign?
    private let list: Checklist?
    private let answers: [Checklist.Answer]
    private let copied: Set<Int>
    private let units: [String]
    private let findings: [Finding]
    private let mayRecord: Bool
    private let history: [HistoryEntry]

    init(
        _ db: ReadableDatabase, number: Int, year: Int, unit: Int, language: Language, today: Day,
        user: User.ID?, token: String, typed: Typed?
    ) throws {
        guard let inspection = try db.selfInspection(numbered: number) else {
            throw MissingRecord(
                Bilingual(vi: "cuộc tự kiểm tra", en: "self-inspection"), "\(number)")
        }
        self.inspection = inspection
        self.year = year
        self.unit = unit
        self.language = language
        self.today = today
        self.token = token
        self.typed = typed
        body = try db.agencies(named: [inspection.body], on: today)[inspection.body]
        campaign = try db.campaign(of: inspection.id)
        units = try db.inspectedUnits(of: inspection.id)
        guard (0...units.count).contains(unit) else {
            throw MissingRecord(Bilingual(vi: "đơn vị thứ", en: "unit"), "\(unit)")
        }
        let found = try db.selfAnswers(of: inspection.id, unit: unit)
        list = try found.checklist ?? db.checklists(of: year).last
        (answers, copied) = (found.answers, found.copied)
        findings = try db.findings(of: inspection.body, year: year).filter(\.isOwn)
        mayRecord =
            try user.map {
                try db.isGranted(.recordSelfInspections, to: $0, in: inspection.body, on: today)
            } ?? false
        history = try HistoryEntry.entries(of: "self-inspection", numbered: number, db, language)
    }

    var title: String {
        text("Phiếu tự kiểm tra số \(inspection.number)", "Self-inspection \(inspection.number)")
    }
    var subject: Evidence.Subject { Evidence.Subject(.selfInspection, inspection.id.text) }
    var refusal: (any UserFacingError)? { typed?.refusal }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    func page() -> SelfInspectionPage {
        SelfInspectionPage(
            checklist: checklist, units: unitChoices, facts: facts, findings: findingTable,
            links: mayRecord ? [newFinding] : [], forms: mayRecord ? [reportForm, unitForm] : [],
            history: history)
    }

    private var checklist: ChecklistPage {
        let answered = typed?.form == "answers" ? typed : nil
        return ChecklistBuilder(
            list: list
                ?? Checklist(id: Checklist.ID("-"), number: 0, year: year, name: "", items: []),
            answers: answers, copied: copied, year: year, language: language, title: title,
            lede: [body?.name ?? "", unit == 0 ? "" : units[unit - 1], list?.name ?? noList]
                .filter { !$0.isEmpty }.joined(separator: " · "),
            crumbs: crumbs,
            form: mayRecord && list != nil
                ? (
                    path: Paths.selfInspection(year, inspection.number, "answers"), token: token,
                    hidden: [
                        HiddenField(name: "checklist", value: "\(list?.number ?? 0)"),
                        HiddenField(name: "unit", value: String(unit)),
                    ]
                ) : nil, typed: answered?.fields, refusal: answered?.refusal,
            finding: mayRecord
                ? { [body, inspection, today, year] item, answer in
                    ChecklistBuilder.newFinding(
                        item, answer, of: body?.code ?? "", source: .selfInspection,
                        on: inspection.heldOn ?? today, year)
                } : nil
        ).page()
    }

    private var noList: String {
        text("Năm \(year) chưa có danh mục nội dung kiểm tra.", "\(year) has no checklist yet.")
    }

    private var crumbs: [Link] {
        let campaigns = campaign.map {
            [Link($0.name, Paths.selfInspectionCampaign(year, $0.number))]
        }
        return [
            Link(
                text("Việc tự kiểm tra", "Self-inspections"), Paths.selfInspections(year))
        ] + (campaigns ?? []) + [Link(body?.name ?? "", body.map { Paths.agency($0.code) })]
    }

    private var unitChoices: [OverviewPage.ViewChoice] {
        ([text("Cơ quan", "The body itself")] + units).enumerated().map { place, name in
            OverviewPage.ViewChoice(
                text: name,
                path: Paths.selfInspection(year, inspection.number, unit: place),
                isCurrent: place == unit)
        }
    }

    private var facts: [TargetPage.Fact] {
        func fact(_ vi: String, _ en: String, _ value: String?, path: String? = nil)
            -> TargetPage.Fact?
        {
            guard let value, !value.isEmpty else { return nil }
            return TargetPage.Fact(name: text(vi, en), text: value, path: path)
        }
        return [
            fact(
                "Đợt tự kiểm tra", "Campaign", campaign?.name,
                path: campaign.map { Paths.selfInspectionCampaign(year, $0.number) }),
            fact("Căn cứ", "Source", campaign?.source),
            fact("Hạn báo cáo", "Due on", inspection.plannedOn?[language]),
            fact(
                "Ngày báo cáo", "Reported on",
                inspection.heldOn?[language] ?? text("chưa báo cáo", "not reported")),
            fact("Báo cáo", "Report", inspection.reportSymbol),
            fact(
                "Đã trả lời", "Answered",
                list.map { "\(answers.count)/\($0.items.count)" }),
            fact(
                "Giống nguyên văn năm trước", "Word for word as the year before",
                copied.isEmpty ? nil : Written.count(copied.count, language)),
        ].compactMap(\.self)
    }

    private var findingTable: TaskPage.Table {
        TaskPage.Table(
            caption: text(
                "Vấn đề tự phát hiện trong năm", "Problems that it found itself this year"),
            headings: [
                text("Số", "No."), text("Vấn đề", "Finding"), text("Hạn", "Due"),
                text("Khắc phục", "Remedied"),
            ],
            rows: findings.map {
                let path = Paths.finding(year, $0.number)
                return [
                    TaskPage.Cell(link: Link("\($0.number)", path)),
                    TaskPage.Cell(link: Link($0.text, path)),
                    TaskPage.Cell(link: Link($0.dueOn[language])),
                    TaskPage.Cell(
                        link: Link($0.closedOn?[language] ?? text("chưa", "not yet"))),
                ]
            }, none: text("Chưa ghi vấn đề nào.", "None is recorded."))
    }

    private var newFinding: Link {
        Link(
            text("Ghi vấn đề phát hiện", "Record a finding"),
            Paths.newFinding(
                year,
                filled: [
                    (name: "body_code", value: body?.code ?? ""),
                    ("source", Finding.Source.selfInspection.rawValue), ("found_on", today.vi),
                ]))
    }

    private var reportForm: TaskFormPart {
        let edited = edited(
            "report",
            [
                Field(
                    name: "report_symbol",
                    label: text("Số, ký hiệu báo cáo", "Symbol of the report"),
                    value: inspection.reportSymbol, isRequired: true),
                Field(
                    name: "held_on", label: text("Ngày báo cáo", "Reported on"), kind: .day,
                    value: (inspection.heldOn ?? today).vi, isRequired: true),
            ])
        return part(
            "report", text("Gửi báo cáo tự kiểm tra", "File the report"), edited,
            save: inspection.heldOn == nil
                ? text("Ghi báo cáo", "File it") : text("Sửa báo cáo", "Correct it"))
    }

    private var unitForm: TaskFormPart {
        let edited = edited(
            "units",
            [
                Field(
                    name: "units", label: text("Phòng, đơn vị trực thuộc", "Offices and units"),
                    kind: .longText(rows: 4), value: units.joined(separator: "\n"),
                    hint: text(
                        "Mỗi dòng một đơn vị; mỗi đơn vị có một phiếu riêng.",
                        "One a line; each has answers of its own."), isWide: true)
            ])
        return part(
            "units", text("Đơn vị cùng được tự kiểm tra", "Units gone through as well"), edited,
            save: text("Ghi danh sách", "Save the list"), isFolded: typed?.form != "units")
    }

    private func edited(_ form: String, _ fields: [Field]) -> EditedForm {
        let sent = typed?.form == form ? typed : nil
        return EditedForm(
            fields, version: inspection.version, typed: sent?.fields, refusal: sent?.refusal,
            language)
    }

    private func part(
        _ form: String, _ heading: String, _ edited: EditedForm, save: String,
        isFolded: Bool = false
    ) -> TaskFormPart {
        TaskFormPart(
            id: "form-\(form)", heading: heading,
            path: Paths.selfInspection(year, inspection.number, form), token: token,
            hidden: edited.hidden, fields: edited.fields, problems: edited.problems,
            problemsHeading: text("Chưa ghi được", "It was not recorded"),
            conflict: edited.conflict, save: save, isFolded: isFolded)
    }
}
