import Domain
import Store

/// Makes the page of one finding.
struct FindingPageBuilder {
    let finding: Finding
    let year: Int
    let language: Language
    let chosen: Day?
    let asked: AskedDay
    let tree: AgencyTree
    let token: String
    let typed: FindingTyped?
    let allowed: [Finding.Step.Kind]
    let mayRecord: Bool
    let mayAssign: Bool
    let usualDue: Day
    private let steps: [RecordedStep]
    private let names: [User.ID: String]
    private let answers: String?
    private let inspection: Int?
    /// The legal document in which it was found.
    private let document: LegalDocument?
    private let earlier: Finding?
    private let later: [Finding]
    private let years: [Finding.ID: Int]
    private let history: [HistoryEntry]
    private let rules: InspectionRules

    init(
        _ finding: Finding, year: Int, language: Language, chosen: Day?, asked: AskedDay,
        tree: AgencyTree, _ db: ReadableDatabase, user: User.ID?, today: Day, token: String,
        typed: FindingTyped?
    ) throws {
        self.finding = finding
        self.year = year
        self.language = language
        self.chosen = chosen
        self.asked = asked
        self.tree = tree
        self.token = token
        self.typed = typed
        func may(_ permission: Permission, _ agency: Agency.ID) throws -> Bool {
            guard let user else { return false }
            return try db.isGranted(permission, to: user, in: agency, on: today)
        }
        allowed = try user.map { try db.possibleSteps(of: finding, for: $0) } ?? []
        mayRecord = try may(
            .recordFindings, finding.isOwn ? finding.body : finding.finder ?? finding.body)
        mayAssign = try may(.assignDuties, finding.body)
        rules = try db.inspectionRules(of: year)
        usualDue = rules.due(
            after: today,
            try db.workingCalendar(from: today, through: today + rules.remedyDays * 2 + 30))
        steps = try db.steps(of: finding.id)
        let mayKnow = try may(.seePeople, finding.body)
        names = mayKnow ? try db.userNames(Set(steps.map(\.author))) : [:]
        answers = try db.answering(.finding, finding.id.text, on: asked.day, to: mayKnow)?[language]
        inspection = try finding.inspection.flatMap {
            try db.inspectionNumbers(of: [$0])[$0]
        }
        document = try finding.document.flatMap { try db.legalDocument($0) }
        earlier = try finding.repeats.flatMap { try db.finding($0) }
        later = try db.repetitions(of: finding.id)
        var years: [Finding.ID: Int] = [:]
        for other in later + [earlier].compactMap(\.self) {
            years[other.id] = try db.year(of: other.id)
        }
        self.years = years
        history = try HistoryEntry.entries(of: "finding", finding.id.text, db, language)
    }

    func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    var title: String { text("Vấn đề số \(finding.number)", "Finding \(finding.number)") }

    func findingPage() -> FindingPage {
        FindingPage(
            language: language,
            crumbs: [
                Link(
                    text("Vấn đề phát hiện", "Findings"), Paths.findings(year, on: chosen)),
                Link(title),
            ],
            title: title, text: finding.text, badge: badge, links: links, facts: facts,
            rules: sentences, steps: stepTable, repeats: repeatTable, forms: forms,
            history: history)
    }

    private var badge: Badge {
        let word = finding.state.title[language].capitalisedFirst
        if finding.state == .closed {
            let isLate = finding.closedOn.map { $0 > finding.dueOn } ?? false
            return Badge(
                kind: isLate ? .holding : .kept,
                word: word + (isLate ? text(", quá hạn", ", late") : ""))
        }
        if finding.isOverdue(on: asked.day) {
            return Badge(kind: .atRisk, word: word + text(", quá hạn", ", overdue"))
        }
        return Badge(
            kind: finding.state == .returned
                ? .broken : finding.state.waitsForBody ? .notDue : .onCourse,
            word: word)
    }

    private var links: [Link] {
        var links: [Link] = []
        if mayRecord {
            links.append(
                Link(text("Sửa thông tin", "Change"), Paths.finding(year, finding.number, "terms")))
        }
        if mayAssign, let body = tree.body(finding.body) {
            links.append(Link(text("Phân công", "Who answers"), Paths.agencyDuties(body.code)))
        }
        return links
    }

    private var facts: [TargetPage.Fact] {
        func fact(_ vi: String, _ en: String, _ value: String, _ path: String? = nil)
            -> TargetPage.Fact?
        { value.isEmpty ? nil : TargetPage.Fact(name: text(vi, en), text: value, path: path) }
        func name(_ agency: Agency.ID?) -> String {
            agency.flatMap { tree.body($0)?.version.nameInSentence }?.capitalisedFirst ?? ""
        }
        let body = tree.body(finding.body)
        return [
            fact(
                "Đơn vị", "Body", name(finding.body),
                body.map { Paths.agency($0.code, on: chosen) }),
            fact("Phụ trách", "Who answers", answers ?? ""),
            fact("Nguồn", "Source", finding.source.title[language].capitalisedFirst),
            inspection.flatMap {
                fact(
                    "Cuộc kiểm tra", "Inspection", text("số \($0)", "no. \($0)"),
                    Paths.inspection(year, $0, on: chosen))
            },
            document.flatMap {
                fact(
                    "Văn bản được kiểm tra", "Document checked",
                    text(
                        "\($0.symbol) ngày \($0.signedOn.vi)", "\($0.symbol) of \($0.signedOn.en)"),
                    Paths.legalDocument($0.number, on: chosen))
            },
            fact("Theo dõi", "Looked after by", name(finding.finder)),
            fact("Căn cứ", "Ground", finding.ground),
            fact("Mức độ", "Severity", finding.severity.title[language].capitalisedFirst),
            finding.link.flatMap {
                fact("Liên quan", "Bears on", "\($0.kind.title[language]) \($0.code)", path($0))
            },
            fact("Ngày phát hiện", "Found on", finding.foundOn[language]),
            fact("Ngày thông báo", "Notified on", finding.notifiedOn?[language] ?? ""),
            fact("Hạn khắc phục", "Due on", finding.dueOn[language]),
            fact("Tài liệu khắc phục", "Proof", finding.evidence),
            fact("Ngày đóng", "Closed on", finding.closedOn?[language] ?? ""),
            fact("Ngày kiểm tra lại", "To be checked on", finding.recheckOn?[language] ?? ""),
            fact("Đã kiểm tra lại", "Checked on", finding.checkedOn?[language] ?? ""),
        ].compactMap(\.self)
    }

    private func path(_ link: Finding.Link) -> String? {
        switch link.kind {
        case .clause: Paths.plan(year, on: chosen) + "#\(link.code)"
        case .target: Paths.target(year, link.code, on: chosen)
        case .criterion: nil
        }
    }

    /// Who may close it and on what; how its last day comes about and how late it is.
    private var sentences: [String] {
        var sentences = [
            finding.isOwn
                ? text(
                    "Đơn vị tự phát hiện: chỉ đóng khi có tài liệu kiểm chứng và người đứng đầu đơn vị chấp nhận; một phần được cấp trên kiểm tra lại.",
                    "Found by the body itself: it closes on proof and its own head's acceptance; a sample is checked from above."
                )
                : finding.source == .documentCheck
                    ? text(
                        "Kiểm tra văn bản phát hiện: chỉ đóng khi có tài liệu kiểm chứng và được người không giữ chức vụ tại đơn vị chấp nhận.",
                        "Found by a check of documents: it closes on proof and the acceptance of somebody without a post in the body itself."
                    )
                    : text(
                        "Cấp trên phát hiện: chỉ đóng khi có tài liệu kiểm chứng và được người ngoài đơn vị chấp nhận.",
                        "Found by a superior: it closes on proof and the acceptance of somebody outside the body."
                    )
        ]
        if !finding.source.countsToTarget, !finding.isOwn {
            sentences.append(
                text(
                    "Nguồn này không tính vào chỉ tiêu khắc phục vấn đề qua kiểm tra CCHC.",
                    "This source does not count to the target on problems found by inspection."))
        }
        if let notified = finding.notifiedOn,
            finding.dueOn == notified + rules.remedyDays, rules.remedyCounting == .calendar
        {
            sentences.append(
                text(
                    "Hạn \(finding.dueOn.vi): \(rules.remedyDays) \(rules.remedyCounting.title.vi) sau ngày thông báo \(notified.vi).",
                    "Due \(finding.dueOn.en): \(rules.remedyDays) \(rules.remedyCounting.title.en) after the notice of \(notified.en)."
                ))
        }
        let end = finding.closedOn ?? asked.day
        let days = end - finding.dueOn
        if days > 0 {
            sentences.append(
                text(
                    "Quá hạn \(Written.count(days, .vi)) ngày, tính từ ngày \((finding.dueOn + 1).vi) đến ngày \(end.vi).",
                    "\(Written.english(days, "day", "days")) late, counted from \((finding.dueOn + 1).en) to \(end.en)."
                ))
        } else if finding.closedOn == nil {
            sentences.append(
                text(
                    "Còn \(Written.count(-days, .vi)) ngày.",
                    "\(Written.english(-days, "day is", "days are")) left."))
        }
        if finding.isSampled {
            sentences.append(
                text(
                    "Thuộc mẫu được cấp trên kiểm tra lại.",
                    "It is in the sample checked from above."))
        }
        return sentences
    }

    private var stepTable: TaskPage.Table {
        TaskPage.Table(
            caption: text("Quá trình xử lý", "What happened"),
            headings: [
                text("Ngày", "Day"), text("Bước", "Step"), text("Nội dung", "Words"),
                text("Văn bản", "Document"), text("Người ghi", "Recorded by"),
            ],
            rows: steps.filter { $0.step.on <= asked.day }.map { recorded in
                let step = recorded.step
                let words = [
                    step.text,
                    step.dueOn.map { text("hạn mới \($0.vi)", "new last day \($0.en)") } ?? "",
                    step.recheckOn.map { text("kiểm tra lại \($0.vi)", "check on \($0.en)") } ?? "",
                ].filter { !$0.isEmpty }.joined(separator: "; ")
                return [
                    TaskPage.Cell(link: Link(step.on[language])),
                    TaskPage.Cell(link: Link(step.kind.title[language])),
                    TaskPage.Cell(link: Link(words)),
                    TaskPage.Cell(link: Link(step.document)),
                    TaskPage.Cell(
                        link: Link(
                            [
                                names[recorded.author] ?? "",
                                text(
                                    "ghi ngày \(recorded.recordedAt.day().vi)",
                                    "on \(recorded.recordedAt.day().en)"),
                            ].filter { !$0.isEmpty }.joined(separator: ", "))),
                ]
            },
            none: text("Chưa có bước nào được ghi.", "No step is on record yet."))
    }

    private var repeatTable: TaskPage.Table? {
        let others = [earlier].compactMap(\.self) + later
        guard !others.isEmpty else { return nil }
        return TaskPage.Table(
            caption: text("Vấn đề lặp lại", "Repeats"),
            headings: [
                text("Số", "No."), text("Năm", "Year"), text("Đơn vị", "Body"),
                text("Vấn đề", "Finding"), text("Tình trạng", "State"),
            ],
            rows: others.map { other in
                let year = years[other.id] ?? year
                return [
                    TaskPage.Cell(link: Link("\(other.number)", Paths.finding(year, other.number))),
                    TaskPage.Cell(link: Link("\(year)")),
                    TaskPage.Cell(
                        link: Link(
                            tree.body(other.body)?.version.nameInSentence.capitalisedFirst ?? "")),
                    TaskPage.Cell(link: Link(other.text.shortened(to: 160))),
                    TaskPage.Cell(link: Link(other.state.title[language])),
                ]
            }, none: "",
            lede: earlier == nil
                ? text(
                    "Các vấn đề ghi nhận sau có cùng căn cứ và nội dung tương tự.",
                    "Later findings with the same ground and like words.")
                : text(
                    "Vấn đề này lặp lại vấn đề số \(earlier?.number ?? 0): cùng căn cứ, nội dung tương tự.",
                    "This repeats finding \(earlier?.number ?? 0): the same ground, like words."))
    }

    /// The number of the finding that this one repeats, for the form.
    var repeatsNumber: String { earlier.map { "\($0.number)" } ?? "" }
}
