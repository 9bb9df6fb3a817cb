import Documents
import Domain
import Store

/// Makes the board of one period, as the address filters it.
struct SubmissionBoardBuilder {
    /// What the address asks of the board.
    struct Query: Sendable {
        enum Show: String, CaseIterable, Sendable {
            case all, unsent, missing, received = "to-receive", returned, accepted, late, empty
            case document
        }

        let show: Show
        let search: String
        let block: Agency.Block?

        init(_ form: Form) {
            show = Show(rawValue: form.text("show")) ?? .all
            search = form.text("q")
            block = Agency.Block(rawValue: form.text("block"))
        }

        var fields: [(name: String, value: String)] {
            [
                ("show", show == .all ? "" : show.rawValue), ("q", search),
                ("block", block?.rawValue ?? ""),
            ].filter { !$0.1.isEmpty }
        }
    }

    struct Line: Sendable {
        let body: AgencyTree.Body
        let submission: Submission?
        let standing: SubmissionStanding
        /// `nil` when nobody has begun to write; whether it waits for the head otherwise.
        let draft: Bool?
    }

    let period: Period
    let lines: [Line]
    private let periods: [Period]
    private let rules: ReportingRules
    private let day: Day
    private let chosen: Day?
    private let language: Language
    private let query: Query

    /// - Throws: ``MissingRecord`` when the year has no such period.
    init(
        _ db: ReadableDatabase, year: Int, code: String, on day: Day, chosen: Day?,
        language: Language, query: Query, for viewer: Viewer
    ) throws {
        let period = try db.addressedPeriod(code, of: year)
        let rules = try db.reportingRules(of: year)
        let tree = try db.agencyTree(on: min(day, period.due))
        let visible = try db.agencies(visibleBy: .seeSubmissions, to: viewer)
        let sent = Dictionary(
            try db.submissions(in: period, for: viewer).map { ($0.agency, $0) },
            uniquingKeysWith: { first, _ in first })
        let drafts = try db.submissionDrafts(in: period, for: viewer)
        let scope = Scope.standard.first { $0.id.text == "all" }
        let issuer = tree.root.map { tree[$0].id } ?? Agency.ID("")
        lines = (scope?.members(in: tree, issuer: issuer) ?? []).compactMap { position in
            let body = tree[position]
            guard visible?.contains(body.id) ?? true else { return nil }
            let superior =
                rules.levels == .levelByLevel ? tree.reportingSuperior(of: body.id) : nil
            return Line(
                body: body, submission: sent[body.id],
                standing: SubmissionStanding(
                    sent[body.id], in: period, through: superior, rules, on: day),
                draft: drafts[body.id])
        }
        self.period = period
        self.rules = rules
        self.day = day
        self.chosen = chosen
        self.language = language
        self.query = query
        periods = try db.periods(of: year)
    }

    /// The lines that the address asks for: what a file takes.
    var shown: [Line] {
        let wanted = Vietnamese.folded(query.search)
        return lines.filter { line in
            if let block = query.block, line.body.block != block { return false }
            guard matches(line.standing, query.show) else { return false }
            return wanted.isEmpty
                || Vietnamese.folded("\(line.body.name) \(line.body.code)").contains(wanted)
        }
    }

    private func matches(_ standing: SubmissionStanding, _ show: Query.Show) -> Bool {
        switch show {
        case .all: true
        case .unsent: standing.rounds == 0
        case .missing: standing.state == .missing
        case .received: standing.state == .toReceive || standing.state == .atSuperior
        case .returned: standing.state == .returned
        case .accepted: standing.state == .accepted
        case .late: standing.isLate
        case .empty: standing.isEmpty
        case .document: standing.awaitsDocument
        }
    }

    func boardPage(
        token: String, mayManage: Bool, decides: (Line) -> Bool, typed: Form? = nil,
        refusal: (any UserFacingError)? = nil
    ) -> SubmissionBoardPage {
        let open = Set(lines.filter(decides).map(\.body.id))
        let sent = lines.count { $0.standing.rounds > 0 }
        let missing = lines.count { $0.standing.state == .missing }
        let name = period.name[language]
        return SubmissionBoardPage(
            language: language,
            title: text(
                "\(name): \(Written.number(sent, .vi))/\(lines.count) đơn vị đã gửi"
                    + (missing > 0 ? ", \(Written.count(missing, .vi)) quá hạn chưa gửi" : ""),
                "\(name): \(sent) of \(lines.count) agencies have sent"
                    + (missing > 0 ? ", \(missing) missing" : "")),
            lede: lede,
            periods: periods.map {
                OverviewPage.ViewChoice(
                    text: $0.name[language], path: Paths.submissions($0, on: chosen),
                    isCurrent: $0.code == period.code)
            },
            tallies: tallies,
            links: mayManage
                ? [
                    Link(
                        text("Kỳ báo cáo và quy định", "Periods and rules"),
                        Paths.periods(period.year))
                ]
                : [],
            files: ["csv", "xlsx"].map {
                Link(
                    $0.uppercased(),
                    Paths.submissionFile(period, $0, query.fields, on: chosen))
            },
            filter: filter,
            caption: text("Tính đến hết ngày \(day.vi)", "At the end of \(day.en)"),
            rows: shown.map { row($0, isOpen: open.contains($0.body.id), typed) },
            none: lines.isEmpty
                ? text("Không có đơn vị nào để xem.", "There is no agency for you to see.")
                : text("Không có đơn vị nào khớp với bộ lọc.", "Nothing matches the filter."),
            decisions: open.isEmpty ? nil : decisions(token, typed, refusal),
            problems: refusal.map { refusal in
                refusal.problems.isEmpty
                    ? [refusal.message[language]] : refusal.problems.map { $0.message[language] }
            } ?? [])
    }

    private func decisions(
        _ token: String, _ typed: Form?, _ refusal: (any UserFacingError)?
    ) -> SubmissionBoardPage.Decisions {
        SubmissionBoardPage.Decisions(
            path: Paths.submissionDecisions(period), token: token,
            reason: Field(
                name: "reason",
                label: text("Lý do, nội dung cần bổ sung", "Reason, what to add"),
                kind: .longText(rows: 2), value: typed?.text("reason") ?? "",
                hint: text(
                    "Bắt buộc khi trả lại; đơn vị đọc được.",
                    "Required when sending back; the agency reads it."),
                problems: refusal?.problems.filter { $0.field == "reason" }.map {
                    $0.message[language]
                } ?? [], isWide: true))
    }

    func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var lede: String {
        let lock =
            period.lock.map {
                text(
                    " Khóa từ \($0.from.vi): \($0.reason).",
                    " Locked since \($0.from.en): \($0.reason).")
            } ?? ""
        return text(
            "Số liệu \(period.first.vi) - \(period.agencyLast.vi); hạn gửi của đơn vị \(period.agencyDue.vi), của báo cáo chung \(period.due.vi). Tính đúng hạn theo \(rules.timeliness.title.vi).",
            "Figures from \(period.first.en) to \(period.agencyLast.en); agencies are due on \(period.agencyDue.en), the authority's report on \(period.due.en). In time by \(rules.timeliness.title.en)."
        ) + lock
    }

    private var tallies: [OverviewPage.Tally] {
        let counts: [(Badge.Kind, String, (SubmissionStanding) -> Bool)] = [
            (.broken, text("quá hạn, chưa gửi", "missing"), { $0.state == .missing }),
            (.notDue, text("chưa gửi, còn hạn", "not sent yet"), { $0.state == .notDue }),
            (.onCourse, text("chờ tiếp nhận", "to be received"), { matches($0, .received) }),
            (.atRisk, text("bị trả lại", "returned"), { $0.state == .returned }),
            (.kept, text("đã tiếp nhận", "accepted"), { $0.state == .accepted }),
            (.noData, text("không phát sinh", "nothing arose"), { $0.isEmpty }),
        ]
        return counts.compactMap { kind, word, holds in
            let count = lines.count { holds($0.standing) }
            guard count > 0 else { return nil }
            return OverviewPage.Tally(
                count: Written.count(count, language), badge: Badge(kind: kind, word: word))
        }
    }

    private var filter: RecordListPage.Filter {
        let shows = Query.Show.allCases.filter { show in
            show == .all || show == query.show || lines.contains { matches($0.standing, show) }
        }
        let blocks = Agency.Block.allCases.filter { block in
            lines.contains { $0.body.block == block }
        }
        var fields = [
            Field(name: "q", label: text("Tìm", "Search"), value: query.search),
            Field(
                name: "show", label: text("Tình trạng", "State"),
                kind: .choice(
                    shows.map {
                        Field.Choice(
                            value: $0 == .all ? "" : $0.rawValue, text: $0.title[language],
                            isChosen: $0 == query.show)
                    })),
        ]
        if blocks.count > 1 {
            fields.append(
                Field(
                    name: "block", label: text("Khối", "Block"),
                    kind: .choice(
                        [Field.Choice(value: "", text: text("Tất cả", "All"))]
                            + blocks.map {
                                Field.Choice(
                                    value: $0.rawValue, text: $0.title[language],
                                    isChosen: $0 == query.block)
                            })))
        }
        return RecordListPage.Filter(
            path: Paths.submissions(period), fields: fields,
            kept: chosen.map { [HiddenField(name: "on", value: $0.text)] } ?? [])
    }

    private func row(_ line: Line, isOpen: Bool, _ typed: Form?) -> SubmissionBoardPage.Row {
        let standing = line.standing
        var badges = [Badge(standing, language)]
        if let late = standing.timeliness?.badge(language) { badges.append(late) }
        if standing.isEmpty {
            badges.append(Badge(kind: .noData, word: text("không phát sinh", "nothing arose")))
        }
        let choice = line.submission.map { "\(line.body.code):\($0.version)" }
        return SubmissionBoardPage.Row(
            choice: isOpen ? choice : nil,
            chooseLabel: text("Chọn \(line.body.name)", "Choose \(line.body.name)"),
            isChosen: choice.map { typed?.all("agency").contains($0) ?? false } ?? false,
            name: Link(
                line.body.name, Paths.submission(period, line.body.code, on: chosen)),
            badges: badges, timing: standing.arithmetic[language],
            document: document(line),
            rounds: standing.rounds == 0
                ? draft(line.draft) : text("lần \(standing.rounds)", "round \(standing.rounds)"))
    }

    private func document(_ line: Line) -> String {
        if let document = line.submission?.document {
            return "\(document.symbol), \(document.signedOn[language])"
        }
        return line.standing.documentTitle?[language] ?? ""
    }

    private func draft(_ isReady: Bool?) -> String {
        switch isReady {
        case nil: ""
        case true?: text("nháp, đã trình lãnh đạo", "draft, given to the head")
        case false?: text("đang soạn, chưa gửi", "being written, not sent")
        }
    }
}

extension SubmissionBoardBuilder {
    var fileHeadings: [String] {
        [
            text("Mã", "Code"), text("Đơn vị", "Agency"), text("Tình trạng", "State"),
            text("Thời hạn", "Due"), text("Gửi lần đầu", "First sent"),
            text("Quá hạn (ngày)", "Days late"), text("Không phát sinh", "Nothing arose"),
            text("Lần gửi", "Rounds"), text("Văn bản ký", "Signed document"),
            text("Ngày ký", "Signed on"),
        ]
    }

    /// One line as a file has it: exactly what is shown.
    func fileRow(_ line: Line) -> [TableCell] {
        let standing = line.standing
        var late = TableCell.empty
        if case .late(let days) = standing.timeliness { late = .number(days) }
        let document = line.submission?.document
        return [
            .text(line.body.code), .text(line.body.name), .text(standing.title[language]),
            .day(standing.due), line.submission.map { .day($0.firstOn) } ?? .empty, late,
            .text(standing.isEmpty ? text("có", "yes") : ""), .number(standing.rounds),
            .text(document?.symbol ?? ""), document.map { .day($0.signedOn) } ?? .empty,
        ]
    }
}

extension SubmissionBoardBuilder.Query.Show {
    var title: Bilingual {
        switch self {
        case .all: Bilingual(vi: "Tất cả", en: "All")
        case .unsent: Bilingual(vi: "Chưa gửi", en: "Not sent")
        case .missing: Bilingual(vi: "Quá hạn, chưa gửi", en: "Missing")
        case .received: Bilingual(vi: "Chờ tiếp nhận", en: "To be received")
        case .returned: Bilingual(vi: "Bị trả lại", en: "Returned")
        case .accepted: Bilingual(vi: "Đã tiếp nhận", en: "Accepted")
        case .late: Bilingual(vi: "Gửi quá hạn", en: "Late")
        case .empty: Bilingual(vi: "Không phát sinh", en: "Nothing arose")
        case .document: Bilingual(vi: "Chờ văn bản ký", en: "Signed document awaited")
        }
    }
}
