import Domain
import Store

/// Makes the page of one inspection.
struct InspectionPageBuilder {
    let inspection: Inspection
    let file: InspectionFile
    let year: Int
    let language: Language
    let chosen: Day?
    let day: Day
    let tree: AgencyTree
    let findings: [Finding]
    /// Members whom another team of the same days names too.
    let doubled: [(own: TeamDays, other: TeamDays)]
    /// What its good practice became in the register of initiatives.
    let initiative: Registered<Initiative>?
    let checklists: [Checklist]
    let checklist: Checklist?
    let rules: InspectionRules
    let mayRecord: Bool
    /// Whether the viewer may know who goes with the team.
    let mayKnow: Bool
    let token: String
    let typed: FindingTyped?
    let history: [HistoryEntry]

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    var title: String {
        text("Cuộc kiểm tra số \(inspection.number)", "Inspection \(inspection.number)")
    }

    func page() -> InspectionPage {
        InspectionPage(
            language: language,
            crumbs: [
                Link(text("Kiểm tra", "Inspections"), Paths.inspections(year, on: chosen)),
                Link(title),
            ],
            title: title,
            lede: text(
                "\(name(inspection.inspector)) kiểm tra \(tree.body(inspection.body)?.version.nameInSentence ?? "")",
                "\(name(inspection.inspector)) inspects \(name(inspection.body))"),
            badge: inspection.badge(on: day, language), links: links, facts: facts,
            rules: sentences,
            tables: [findingTable] + [teamTable, answerTable, paperTable].compactMap(\.self),
            forms: mayRecord ? [practiceForm, concludeForm, fileForm].compactMap(\.self) : [],
            history: history)
    }

    private func name(_ agency: Agency.ID) -> String {
        tree.body(agency)?.version.nameInSentence.capitalisedFirst ?? ""
    }

    private var links: [Link] {
        var links: [Link] = []
        if checklist != nil {
            links.append(
                Link(
                    text("Phiếu kiểm tra", "Checklist"),
                    Paths.inspection(year, inspection.number, "checklist")))
        }
        if mayRecord {
            links += [
                Link(
                    text("Dự thảo Thông báo kết luận", "Draft of the notice"),
                    Paths.inspection(year, inspection.number, "notice.docx")),
                Link(
                    text("Ghi vấn đề phát hiện", "Record a finding"), Paths.newFinding(year)),
                Link(
                    text("Sửa thông tin", "Change"),
                    Paths.inspection(year, inspection.number, "terms")),
            ]
        }
        return links
    }

    private var facts: [TargetPage.Fact] {
        func fact(_ vi: String, _ en: String, _ value: String, _ path: String? = nil)
            -> TargetPage.Fact?
        { value.isEmpty ? nil : TargetPage.Fact(name: text(vi, en), text: value, path: path) }
        let body = tree.body(inspection.body)
        let span = [file.firstOn, file.lastOn].compactMap { $0?[language] }.joined(separator: " – ")
        return [
            fact(
                "Đơn vị được kiểm tra", "Inspected", name(inspection.body),
                body.map { Paths.agency($0.code, on: chosen) }),
            fact("Cơ quan kiểm tra", "Inspector", name(inspection.inspector)),
            fact("Loại", "Kind", inspection.kind.title[language].capitalisedFirst),
            fact("Hình thức", "Mode", inspection.mode.title[language].capitalisedFirst),
            fact("Ngày dự kiến", "Planned on", inspection.plannedOn?[language] ?? ""),
            fact("Ngày kiểm tra", "Held on", inspection.heldOn?[language] ?? ""),
            fact(
                "Đoàn làm việc đến ngày", "Team stays until", file.heldUntil?[language] ?? ""),
            fact("Thời kỳ kiểm tra", "Period inspected", span),
            fact("Nội dung", "Content", file.content),
            fact("Thông báo kết luận", "Conclusion notice", inspection.conclusionSymbol),
            fact("Ngày kết luận", "Concluded on", inspection.concludedOn?[language] ?? ""),
            fact("Ngày hủy", "Cancelled on", inspection.cancelledOn?[language] ?? ""),
            fact("Biên bản", "Minutes", file.minutes),
            fact("Cách làm hay", "Good practice", file.goodPractice),
            fact(
                "Trong danh mục sáng kiến", "In the register of initiatives",
                initiative.map {
                    "\(text("Số", "No.")) \($0.number): \($0.line.stage[language])"
                } ?? "",
                initiative.map {
                    Paths.path([String($0.day.year), "initiatives", String($0.number)])
                }),
        ].compactMap(\.self)
    }

    private var sentences: [String] {
        let counts =
            rules.countedKinds.contains(inspection.kind)
            && rules.countedModes.contains(inspection.mode)
        return [
            counts
                ? text(
                    "Loại và hình thức này được tính vào tỷ lệ kiểm tra, kể từ ngày có Thông báo kết luận; một đơn vị kiểm tra nhiều lần chỉ tính một.",
                    "This kind and mode count to the quota, from the day of the conclusion notice; a body inspected twice counts once."
                )
                : text(
                    "Loại hoặc hình thức này không tính vào tỷ lệ kiểm tra theo quy định năm \(year).",
                    "This kind or mode does not count to the quota by the rules of \(year)."),
            text(
                "Hạn khắc phục thường: \(rules.remedyDays) \(rules.remedyCounting.title.vi) sau Thông báo kết luận.",
                "A remedy is usually due \(rules.remedyDays) \(rules.remedyCounting.title.en) after the notice."
            ),
        ]
    }

    private var findingTable: TaskPage.Table {
        let due = findings.filter { $0.dueOn < day }
        let closed = findings.filter { $0.closedOn.map { $0 <= day } ?? false }
        return TaskPage.Table(
            caption: text("Vấn đề phát hiện", "Findings"),
            headings: [
                text("Số", "No."), text("Vấn đề", "Finding"), text("Hạn", "Due"),
                text("Tình trạng", "State"),
            ],
            rows: findings.map {
                [
                    TaskPage.Cell(
                        link: Link("\($0.number)", Paths.finding(year, $0.number, on: chosen))),
                    TaskPage.Cell(link: Link($0.text.shortened(to: 200))),
                    TaskPage.Cell(link: Link($0.dueOn[language])),
                    TaskPage.Cell(link: Link($0.state.title[language].capitalisedFirst)),
                ]
            },
            none: text("Chưa ghi vấn đề nào.", "Nothing is recorded."),
            lede: text(
                "Phát hiện \(Written.count(findings.count, .vi)), đến hạn \(Written.count(due.count, .vi)), đã khắc phục \(Written.count(closed.count, .vi)).",
                "\(findings.count) found, \(due.count) due, \(closed.count) closed."))
    }

    private var teamTable: TaskPage.Table? {
        guard mayKnow, !file.team.isEmpty else { return nil }
        return TaskPage.Table(
            caption: text("Đoàn kiểm tra", "Team"),
            headings: [
                text("Họ tên", "Name"), text("Chức vụ", "Post"), text("Vai trò", "Role"),
                text("Ngày tham gia", "Days"), text("Lưu ý", "Notice"),
            ],
            rows: file.team.map { member in
                [
                    member.name, member.post, member.role.title[language], days(member),
                ].map { TaskPage.Cell(link: Link($0)) } + [notice(member)]
            }, none: "")
    }

    /// The member's own days; those of the team are said once, among the facts.
    private func days(_ member: InspectionFile.Member) -> String {
        guard member.fromOn != nil || member.untilOn != nil else {
            return text("cả cuộc", "throughout")
        }
        let range = TeamDays(
            member, of: inspection, year: year, heldUntil: file.heldUntil
        ).days
        return range.lowerBound == range.upperBound
            ? range.lowerBound[language]
            : "\(range.lowerBound[language]) – \(range.upperBound[language])"
    }

    /// Where the same person is needed elsewhere in those days.
    private func notice(_ member: InspectionFile.Member) -> TaskPage.Cell {
        guard
            let found = doubled.first(where: {
                $0.own.name == member.name && $0.own.post == member.post
            })
        else { return TaskPage.Cell() }
        return TaskPage.Cell(
            link: Link(
                text(
                    "cuộc số \(found.other.inspection), \(found.other.days.lowerBound.vi)",
                    "no. \(found.other.inspection), \(found.other.days.lowerBound.en)"),
                Paths.inspection(found.other.year, found.other.inspection, on: chosen)),
            badge: Badge(kind: .atRisk, word: text("Trùng ngày", "Same days")))
    }

    private var paperTable: TaskPage.Table? {
        guard !file.papers.isEmpty else { return nil }
        return TaskPage.Table(
            caption: text("Hồ sơ, tài liệu yêu cầu cung cấp", "Papers asked for"),
            headings: [text("Tài liệu", "Paper"), text("Đã nhận", "Received")],
            rows: file.papers.map {
                [
                    TaskPage.Cell(link: Link($0.text)),
                    TaskPage.Cell(
                        link: Link($0.receivedOn?[language] ?? text("chưa nhận", "awaited"))),
                ]
            }, none: "")
    }

    private var answerTable: TaskPage.Table? {
        guard let checklist, !file.answers.isEmpty else { return nil }
        return TaskPage.Table(
            caption: checklist.name,
            headings: [
                text("Số", "No."), text("Nội dung", "Item"), text("Kết quả", "Result"),
                text("Ghi chú", "Note"),
            ],
            rows: file.answers.compactMap { answer in
                guard checklist.items.indices.contains(answer.position - 1) else { return nil }
                return [
                    "\(answer.position)", checklist.items[answer.position - 1].text,
                    answer.mark.title[language], answer.note,
                ].map { TaskPage.Cell(link: Link($0)) }
            }, none: "")
    }

    private func part(
        _ id: String, _ heading: String, _ fields: [Field], version: Int, save: String,
        isFolded: Bool
    ) -> TaskFormPart {
        let refused = typed?.form == id ? typed : nil
        let edited = EditedForm(
            fields.map {
                var field = $0
                field.idPrefix = id
                return field
            }, version: version, typed: refused?.fields, refusal: refused?.refusal, language)
        let said = refused.map { $0.refusal.problems.isEmpty && edited.conflict == nil } ?? false
        return TaskFormPart(
            id: "form-\(id)", heading: heading,
            path: Paths.inspection(year, inspection.number, id), token: token,
            hidden: edited.hidden, fields: edited.fields,
            problems: said ? [refused?.refusal.message[language] ?? ""] : edited.problems,
            problemsHeading: text("Chưa ghi được", "It was not recorded"),
            conflict: edited.conflict, save: save, isFolded: isFolded)
    }

    /// Making an initiative of the good practice, once.
    private var practiceForm: TaskFormPart? {
        guard initiative == nil, !file.goodPractice.isEmpty else { return nil }
        return part(
            "practice", text("Đưa cách làm hay vào danh mục sáng kiến", "Make it an initiative"),
            [], version: inspection.version,
            save: text("Đề xuất sáng kiến, mô hình", "Propose it"), isFolded: false)
    }

    private var concludeForm: TaskFormPart? {
        guard inspection.concludedOn == nil, inspection.cancelledOn == nil, inspection.heldOn != nil
        else { return nil }
        return part(
            "conclusion", text("Kết luận và thông báo cho đơn vị", "Conclude and notify the body"),
            [
                Field(
                    name: "symbol", label: text("Số Thông báo kết luận", "Symbol of the notice"),
                    isRequired: true),
                Field(
                    name: "on", label: text("Ngày", "Day"), kind: .day, value: day.vi,
                    isRequired: true),
            ], version: inspection.version, save: text("Kết luận", "Conclude"), isFolded: false)
    }

    private var fileForm: TaskFormPart {
        part(
            "file", text("Hồ sơ cuộc kiểm tra", "The inspection's file"),
            InspectionFileFields(file, checklists, checklist, language).all, version: file.version,
            save: text("Ghi hồ sơ", "Record"), isFolded: true)
    }
}
