import Domain
import Store

/// Makes the page of an agency's own plan.
struct AgencyPlanBuilder {
    let year: Int
    let day: Day
    let language: Language
    let token: String
    let typed: Form?
    let refusal: (any UserFacingError)?
    let body: Agency.Version
    private let parent: Plan?
    private let plan: Plan?
    private let documents: [Plan]
    /// Whether the plan's words are on record, to be gone through.
    private let hasText: Bool
    private let targets: [Plan.Target]
    private let tasks: [Plan.Task]
    private let gaps: [PlanGap]?
    private let last: Day
    private let mayDeclare: Bool
    private let reminded: ReminderCount?

    init(
        _ db: ReadableDatabase, code: String, year: Int, day: Day, language: Language,
        viewer: User.ID?, token: String, typed: Form?, refusal: (any UserFacingError)?
    ) throws {
        guard
            let body = try db.agencies(coded: code, on: day).first
                ?? db.agencies(coded: code).last
        else { throw MissingRecord(Bilingual(vi: "cơ quan", en: "agency"), code) }
        self.body = body
        self.year = year
        self.day = day
        self.language = language
        self.token = token
        self.typed = typed
        self.refusal = refusal
        func may(_ permission: Permission) throws -> Bool {
            try viewer.map { try db.isGranted(permission, to: $0, in: body.agency, on: day) }
                ?? false
        }
        mayDeclare = try may(.declarePlans)
        let seesGaps = try may(.seeGaps)
        let check = try db.gapCheck(of: year, on: day)
        parent = check?.parent
        last = check?.last ?? day
        let declared = try db.planContents(of: year, on: day, agency: body.agency)[body.agency]
        let known = try db.agencyPlan(of: body.agency, year: year)
        // A draft is for those who draw it up and those who ask for it.
        plan = known?.declaredOn != nil || mayDeclare || seesGaps ? known : nil
        hasText = try known.map { try db.text(of: $0.id) != nil } ?? false
        documents = try db.agencyPlanDocuments(of: body.agency, year: year)
        if let plan, plan.declaredOn == nil {
            targets = try db.targets(of: plan.id).filter { $0.decision != .rejected }
        } else {
            targets = declared?.targets ?? []
        }
        tasks =
            try plan.map {
                try db.tasks(of: $0.id).filter { $0.decision != .rejected }
            } ?? []
        gaps = seesGaps ? check?.gaps(of: body.agency, in: declared) : nil
        reminded = try db.reminderCounts(
            of: [(.agencyPlan, body.agency.text)], year: year)["agencyPlan \(body.agency.text)"]
    }

    func agencyPlanPage() -> AgencyPlanPage {
        AgencyPlanPage(
            language: language,
            crumbs: [
                Link(text("Kế hoạch của các đơn vị", "Agencies' plans"), Paths.agencyPlans(year)),
                Link(body.name, Paths.agency(body.code)),
                Link(text("Kế hoạch năm \(year)", "Plan of \(year)")),
            ],
            title: text(
                "Kế hoạch CCHC năm \(year) của \(body.nameInSentence)",
                "Reform plan \(year): \(body.name)"),
            badge: badge, lede: lede, notices: notices, token: token, declare: declare,
            change: change,
            draftPath: plan == nil && mayDeclare ? Paths.agencyPlanDraft(year, body.code) : nil,
            links: links + uploadLink, gaps: gapTable, targets: targetList, tasks: taskList)
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var isIssuer: Bool { parent?.agency == body.agency }

    private var badge: Badge {
        if isIssuer { return Badge(kind: .noData, word: text("Cơ quan ban hành", "Issuer")) }
        guard let plan else { return Badge(kind: .atRisk, word: text("Chưa khai", "Not declared")) }
        return plan.declaredOn == nil
            ? Badge(kind: .notDue, word: text("Dự thảo", "Draft"))
            : Badge(kind: .kept, word: text("Đã khai", "Declared"))
    }

    private var lede: String {
        guard let parent else {
            return text(
                "Năm \(year) chưa có kế hoạch cấp trên được xác nhận.",
                "No plan above is confirmed for \(year).")
        }
        if isIssuer {
            return text(
                "Cơ quan này ban hành Kế hoạch \(parent.symbol) mà các cơ quan khác thực hiện.",
                "This body issues plan \(parent.symbol), which others carry out.")
        }
        guard let plan, plan.declaredOn != nil else {
            return text(
                "Thực hiện Kế hoạch \(parent.symbol)"
                    + (reminded.map { "; \($0.sentence.vi)." } ?? "."),
                "Carries out plan \(parent.symbol)"
                    + (reminded.map { "; \($0.sentence.en)." } ?? "."))
        }
        return text(
            "\(plan.type) \(plan.symbol) ngày \(plan.issuedOn?.vi ?? ""), thực hiện Kế hoạch \(parent.symbol).",
            "\(plan.symbol) of \(plan.issuedOn?.en ?? ""), carrying out plan \(parent.symbol).")
    }

    private var notices: [LivingPlanPage.Notice] {
        documents.filter { $0.id != plan?.id }.map { document in
            let day = document.issuedOn
            if document.amends != nil {
                return LivingPlanPage.Notice(
                    text: text(
                        "Được sửa đổi, bổ sung bởi \(document.type) \(document.symbol) ngày \(day?.vi ?? "").",
                        "Amended by \(document.symbol) of \(day?.en ?? "")."))
            }
            return LivingPlanPage.Notice(
                text: text(
                    "Thay thế \(document.type) \(document.symbol) ngày \(day?.vi ?? "").",
                    "Takes the place of \(document.symbol) of \(day?.en ?? "")."))
        }
    }

    private var links: [Link] {
        guard mayDeclare, let plan, plan.confirmation == nil, hasText else { return [] }
        return [
            Link(
                plan.declaredOn == nil
                    ? text("Sửa dự thảo", "Go through the draft")
                    : text("Rà soát nội dung đã đọc", "Go through what was read"),
                Paths.planDocument(plan.id))
        ]
    }

    /// Where a text that was issued is taken apart; offered as long as no text is on record.
    private var uploadLink: [Link] {
        guard mayDeclare, !isIssuer, parent != nil,
            plan.map({ $0.declaredOn != nil && $0.confirmation == nil && !hasText }) ?? true
        else { return [] }
        return [
            Link(
                text("Tải văn bản lên để hệ thống đọc", "Upload the text to be read"),
                Paths.newPlan(year, agency: body.code))
        ]
    }

    private var declare: AgencyPlanPage.FormCard? {
        guard mayDeclare, !isIssuer, parent != nil, plan?.declaredOn == nil else { return nil }
        return AgencyPlanPage.FormCard(
            heading: plan == nil
                ? text("Khai kế hoạch đã ban hành", "Declare the plan that was issued")
                : text("Đã ban hành? Ghi số và ngày", "Issued? Give its symbol and day"),
            path: Paths.agencyPlan(year, body.code), fields: fields(false),
            problems: problems(isChange: false), button: text("Khai kế hoạch", "Declare"))
    }

    private var change: AgencyPlanPage.FormCard? {
        guard mayDeclare, plan?.declaredOn != nil else { return nil }
        return AgencyPlanPage.FormCard(
            heading: text(
                "Kế hoạch được sửa đổi, bổ sung hoặc thay thế", "The plan was amended or replaced"),
            path: Paths.agencyPlan(year, body.code, "documents"), fields: fields(true),
            problems: problems(isChange: true), button: text("Ghi văn bản", "Record it"))
    }

    private func problems(isChange: Bool) -> [String] {
        guard let refusal, (typed?.has("kind") ?? false) == isChange else { return [] }
        let found = refusal.problems.filter { !["symbol", "issued_on"].contains($0.field) }
        return [refusal.message[language]] + found.map { $0.message[language] }
    }

    private func fields(_ isChange: Bool) -> [Field] {
        let isTyped = (typed?.has("kind") ?? false) == isChange
        func problems(_ name: String) -> [String] {
            guard isTyped else { return [] }
            return refusal?.problems.filter { $0.field == name }.map { $0.message[language] } ?? []
        }
        func value(_ name: String) -> String { isTyped ? typed?.text(name) ?? "" : "" }
        let prefix = isChange ? "change-" : ""
        let kind = Field(
            name: "kind", label: text("Văn bản này", "This document"),
            kind: .choice([
                Field.Choice(value: "amends", text: text("sửa đổi, bổ sung", "amends the plan")),
                Field.Choice(
                    value: "replaces", text: text("thay thế", "takes its place"),
                    isChosen: value("kind") == "replaces"),
            ]))
        return (isChange ? [kind] : []) + [
            Field(
                name: "symbol", label: text("Số, ký hiệu", "Symbol"), value: value("symbol"),
                hint: text("Kế hoạch hay quyết định, ví dụ 12/KH-UBND", "Such as 12/KH-UBND"),
                problems: problems("symbol"), isRequired: true, idPrefix: prefix),
            Field(
                name: "issued_on", label: text("Ngày ban hành", "Issued on"), kind: .day,
                value: value("issued_on"), problems: problems("issued_on"), isRequired: true,
                idPrefix: prefix),
            Field(
                name: "file", label: text("Tệp văn bản", "File"),
                kind: .file(accept: ".pdf,.docx,.doc,.xlsx,.jpg,.jpeg,.png"),
                hint: text(
                    "Bản đã ký; có thể gửi sau. Không tải lên tài liệu mật.",
                    "The signed copy; it may follow later. Nothing secret may be uploaded."),
                problems: problems("file"), idPrefix: prefix),
        ]
    }

    private var gapTable: GapTable? {
        guard let gaps, !gaps.isEmpty, let parent else { return nil }
        let lacking = gaps.count { $0.findings.contains(where: \.isGap) }
        return GapTable(
            heading: text(
                "Đối chiếu với Kế hoạch \(parent.symbol)", "Held against plan \(parent.symbol)"),
            summary: lacking == 0
                ? text(
                    "Đã đưa đủ \(Written.count(gaps.count, .vi)) chỉ tiêu phải thực hiện.",
                    "All \(gaps.count) targets are carried out.")
                : text(
                    "\(Written.count(lacking, .vi)) trong \(Written.count(gaps.count, .vi)) chỉ tiêu phải thực hiện còn khoảng cách.",
                    "\(lacking) of \(gaps.count) targets leave a gap."),
            files: ["csv", "xlsx"].map {
                Link($0.uppercased(), Paths.gapFile(year, $0, agency: body.code))
            },
            rows: gaps.map { gapTableRow($0, language, year: year, last: last) })
    }

    private var targetList: RecordListPage? {
        guard !targets.isEmpty else { return nil }
        return list(
            text("Chỉ tiêu của đơn vị", "The agency's own targets"),
            [
                text("Mục", "Clause"), text("Chỉ tiêu", "Target"), text("Mức", "Value"),
                text("Thời hạn", "Deadline"),
            ],
            targets.map { target in
                [
                    RecordListPage.Cell(text: target.code),
                    RecordListPage.Cell(text: target.terms.title),
                    RecordListPage.Cell(text: target.terms.written(language)),
                    RecordListPage.Cell(text: target.terms.deadline?[language] ?? ""),
                ]
            })
    }

    private var taskList: RecordListPage? {
        guard !tasks.isEmpty else { return nil }
        return list(
            text("Nhiệm vụ của đơn vị", "The agency's own tasks"),
            [
                text("TT", "No."), text("Nhiệm vụ", "Task"), text("Thời hạn", "Due"),
                text("Tình trạng", "State"),
            ],
            tasks.map { task in
                [
                    RecordListPage.Cell(text: String(task.number)),
                    RecordListPage.Cell(
                        text: task.text, path: task.code.map { Paths.taskPage(year, $0) }),
                    RecordListPage.Cell(text: task.dueOn?[language] ?? task.deadlineText),
                    RecordListPage.Cell(badge: task.badge(on: day, language)),
                ]
            })
    }

    private func list(
        _ title: String, _ headings: [String], _ rows: [[RecordListPage.Cell]]
    ) -> RecordListPage {
        RecordListPage(
            language: language, title: title, lede: "", kinds: [], actions: [], files: [],
            filter: nil, caption: text("Tính đến hết ngày \(day.vi)", "At the end of \(day.en)"),
            headings: headings.map { RecordListPage.Heading(text: $0) },
            rows: rows.map { RecordListPage.Row(cells: $0) }, pager: nil, none: "")
    }
}

/// One line of the gap check as a row.
func gapTableRow(_ gap: PlanGap, _ language: Language, year: Int, last: Day) -> GapTable.Row {
    GapTable.Row(
        code: Link(gap.asked.code, Paths.target(year, gap.asked.code)),
        asked: "\(gap.asked.terms.title.shortened(to: 120)): \(gap.asked.terms.written(language))"
            + (gap.asked.terms.deadline.map { ", \($0[language])" } ?? ""),
        own: gap.own.map {
            "\($0.code): \($0.terms.written(language))"
                + ($0.terms.deadline.map { ", \($0[language])" } ?? "")
        } ?? "",
        badges: gap.findings.map {
            Badge(kind: $0.badgeKind, word: $0.title[language].capitalisedFirst)
        },
        explanation: gap.explanation(planned: last)[language])
}

extension PlanGap.Finding {
    var badgeKind: Badge.Kind {
        switch self {
        case .noPlan, .missing: .broken
        case .less, .later: .atRisk
        case .notOnRecord, .unclear: .noData
        case .mirrored: .kept
        }
    }
}
