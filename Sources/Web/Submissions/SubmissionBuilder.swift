import Domain
import Reading
import Store

/// Makes the page of what one agency sent for one period.
struct SubmissionBuilder {
    let version: Agency.Version
    let period: Period
    let rules: ReportingRules
    let submission: Submission?
    let links: [ListedLink]
    let standing: SubmissionStanding
    private let content: SubmissionContent?
    private let round: Int
    private let changes: [SubmissionContent.Difference]?
    private let steps: [SubmissionStep]
    private let names: [User.ID: String]
    /// Whether the draft waits for the head; `nil` when there is none.
    private let isDraftReady: Bool?
    private let refusal: SubmissionError?
    private let chosen: Day?
    let language: Language
    let mayWrite: Bool
    private let mayDecide: Bool
    private let mayReadJournal: Bool
    private let today: Day

    /// - Throws: ``MissingRecord`` for a period, body or round that is not there.
    init(
        _ db: ReadableDatabase, _ context: AppContext, year: Int, period code: String,
        agency: String, round asked: Int?
    ) throws {
        let day = try context.day(in: year)
        let period = try db.addressedPeriod(code, of: year)
        let tree = try db.agencyTree(on: day)
        let body = try db.addressedBody(agency, tree)
        guard
            try db.agencies(visibleBy: .seeSubmissions, to: context.viewer)?
                .contains(body.agency) ?? true
        else { throw PermissionError.notAllowed(.seeSubmissions, in: body.agency) }
        let rules = try db.reportingRules(of: year)
        let superior = rules.levels == .levelByLevel ? tree.reportingSuperior(of: body.agency) : nil
        let submission = try db.submission(of: body.agency, in: period, for: context.viewer)
        let round = asked ?? submission?.round ?? 0
        let content = try submission.flatMap { try db.content(of: $0, round: round) }
        if asked != nil, content == nil {
            throw MissingRecord(Bilingual(vi: "lần gửi", en: "round"), "\(round)")
        }
        if let submission, let accepted = submission.acceptedRound, accepted < round,
            let before = try db.content(of: submission, round: accepted)
        {
            changes = content?.changes(since: before)
        } else {
            changes = nil
        }
        steps = try submission.map { try db.steps(of: $0) } ?? []
        links =
            try submission.map {
                try db.evidence(
                    of: Evidence.Subject(.submission, $0.id.text), for: context.viewer)
            } ?? []
        names = try db.userNames(Set(steps.map(\.by)))
        isDraftReady = try db.submissionDrafts(in: period, for: context.viewer)[body.agency]
        standing = SubmissionStanding(
            submission, in: period, through: superior, rules, on: day)
        let person = context.person
        let may = { (permission: Permission) in
            person?.may(permission, in: body.agency, on: context.today, tree) ?? false
        }
        mayWrite = may(.writeSubmissions)
        mayDecide =
            submission.map { submission in
                switch submission.state {
                case .returned: false
                case .accepted: may(.acceptSubmissions)
                case .submitted:
                    may(submission.desk == nil ? .acceptSubmissions : .receiveSubmissions)
                }
            } ?? false
        mayReadJournal = context.may(.readJournal)
        do throws(SubmissionError) {
            try period.requireOpen(
                on: context.today,
                try? db.lockExceptions(in: period).first { $0.agency == body.agency })
            refusal = submission?.state == .accepted ? .accepted : nil
        } catch {
            refusal = error
        }
        version = body
        self.period = period
        self.rules = rules
        self.submission = submission
        self.round = round
        self.content = content
        chosen = try context.chosenDay()
        language = context.language
        today = context.today
    }

    func submissionPage(
        _ token: String, signatures: SignatureReading?, evidence: EvidencePart?,
        typed: Form? = nil, refusal failed: (any UserFacingError)? = nil
    ) -> SubmissionPage {
        SubmissionPage(
            language: language,
            crumbs: [
                Link(
                    text("Báo cáo của đơn vị", "Agencies' reports"), Paths.submissions(period.year)),
                Link(period.name[language], Paths.submissions(period, on: chosen)),
            ],
            title: text(
                "Báo cáo \(period.ofYear.vi): \(version.nameInSentence)",
                "\(period.name.en) of \(period.year): \(version.name)"),
            lede: text(
                "Số liệu từ \(period.first.vi) đến \(period.agencyLast.vi).",
                "Figures from \(period.first.en) to \(period.agencyLast.en)."),
            badges: badges, facts: facts, write: write, notice: notice,
            content: content.map(frozen), changes: changes.map(changed),
            steps: steps.reversed().map(step),
            signed: submission.flatMap { signed($0, signatures, token, typed, failed) },
            evidence: evidence,
            decisions: submission.flatMap { decisions($0, token, typed, failed) },
            problems: failed.map { failed in
                failed.problems.isEmpty
                    ? [failed.message[language]] : failed.problems.map { $0.message[language] }
            } ?? [],
            none: text(
                "Chưa gửi báo cáo kỳ này."
                    + (isDraftReady != nil
                        ? " Có bản nháp đang soạn; bản nháp không phải là báo cáo đã gửi." : ""),
                "Nothing was sent for this period."
                    + (isDraftReady != nil
                        ? " A draft is being written; a draft is not a submission." : "")))
    }

    func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var badges: [Badge] {
        var badges = [Badge(standing, language)]
        if let late = standing.timeliness?.badge(language) { badges.append(late) }
        if standing.isEmpty {
            badges.append(Badge(kind: .noData, word: text("không phát sinh", "nothing arose")))
        }
        if let document = standing.documentTitle {
            badges.append(Badge(kind: .notDue, word: document[language]))
        }
        return badges
    }

    private var facts: [(name: String, value: String)] {
        var facts = [(name: text("Thời hạn", "Due"), value: standing.arithmetic[language])]
        if let submission {
            facts.append(
                (
                    text("Số tiếp nhận", "Number"),
                    text(
                        "\(submission.number), lần gửi thứ \(submission.round)",
                        "\(submission.number), round \(submission.round)")
                ))
            facts.append((text("Mã băm nội dung", "Hash of the content"), submission.digest))
        }
        return facts
    }

    private var write: Link? {
        guard mayWrite, refusal == nil else { return nil }
        let label: String =
            switch (submission?.state, isDraftReady) {
            case (.returned?, _): text("Sửa và gửi lại", "Put right and send again")
            case (.some, _): text("Gửi bản sửa", "Send a correction")
            case (nil, true?): text("Xem, duyệt và gửi", "Look through and send")
            case (nil, false?): text("Viết tiếp bản nháp", "Go on with the draft")
            case (nil, nil): text("Lập báo cáo", "Write the report")
            }
        return Link(label, Paths.submissionForm(period, version.code))
    }

    private var notice: String? {
        if submission?.state == .returned, let step = steps.last(where: { $0.kind == .returned }) {
            return text(
                "Bị trả lại ngày \(step.day.vi): \(step.reason ?? "")",
                "Sent back on \(step.day.en): \(step.reason ?? "")")
        }
        return mayWrite && submission?.state != .accepted ? refusal?.message[language] : nil
    }

    private func frozen(_ content: SubmissionContent) -> SubmissionPage.Content {
        let sent = steps.first { $0.kind == .submitted && $0.round == round }
        let when = sent.map { "\($0.at.timeOfDay()) \($0.day[language])" } ?? ""
        return SubmissionPage.Content(
            heading: text(
                "Nội dung đã gửi lần \(round), \(when)", "As sent in round \(round), \(when)"),
            rounds: (submission?.round ?? 1) > 1
                ? (1...(submission?.round ?? 1)).map { number in
                    OverviewPage.ViewChoice(
                        text: text("Lần \(number)", "Round \(number)"),
                        path: Paths.submission(period, version.code, round: number, on: chosen),
                        isCurrent: number == round)
                } : [],
            tasks: content.nothingArose ? [] : content.tasks.map(task),
            measures: content.nothingArose
                ? []
                : content.measures.map {
                    SubmissionPage.Content.Measure(
                        code: $0.code, title: $0.title, value: $0.said?[language] ?? "–")
                },
            remarks: [
                (text("Khó khăn, vướng mắc", "Difficulties"), content.difficulties),
                (text("Kiến nghị, đề xuất", "Proposals"), content.proposals),
            ].filter { !$0.1.isEmpty },
            nothingArose: content.nothingArose
                ? text(
                    "Đơn vị báo không phát sinh trong kỳ.",
                    "The agency said that nothing arose in the period.") : nil)
    }

    private func task(_ line: SubmissionContent.TaskLine) -> SubmissionPage.Content.Task {
        let state =
            if let done = line.doneOn {
                text("hoàn thành \(done.vi)", "done on \(done.en)")
            } else if let percent = line.percent {
                text("đang làm, \(percent)%", "under way, \(percent)%")
            } else {
                text("chưa báo cáo", "not reported")
            }
        return SubmissionPage.Content.Task(
            number: String(line.number), text: line.text, due: line.dueOn?[language] ?? "",
            state: state, result: line.result,
            files: line.evidence.map { file in
                Link(file.name, file.number.map { Paths.evidence($0) })
            },
            explanation: line.explanation)
    }

    private func changed(
        _ differences: [SubmissionContent.Difference]
    ) -> SubmissionPage.Changes {
        SubmissionPage.Changes(
            heading: text(
                "Thay đổi so với lần tiếp nhận gần nhất (lần \(submission?.acceptedRound ?? 0))",
                "What changed since it was accepted (round \(submission?.acceptedRound ?? 0))"),
            rows: differences.map {
                ($0.place[language], $0.was?[language] ?? "–", $0.now?[language] ?? "–")
            },
            none: text("Không có gì thay đổi.", "Nothing changed."))
    }

    private func step(_ step: SubmissionStep) -> SubmissionPage.Step {
        let kind: Badge.Kind =
            switch step.kind {
            case .submitted, .passedOn: .onCourse
            case .accepted: .kept
            case .returned: .atRisk
            case .documented: .noData
            }
        let receipt = text(
            "Mục \(Written.number(step.entry, .vi))", "Entry \(Written.number(step.entry, .en))")
        return SubmissionPage.Step(
            what: Badge(kind: kind, word: step.kind.title[language]),
            when: "\(step.at.timeOfDay()) \(step.day[language])", who: names[step.by] ?? "",
            reason: step.reason ?? "",
            receipt: Link(receipt, receiptPath(step)))
    }

    /// The journal's own page for whoever reads it; others get the signed receipt of what was sent.
    private func receiptPath(_ step: SubmissionStep) -> String? {
        if mayReadJournal { return Paths.journalEntry(step.entry) }
        guard step.kind == .submitted else { return nil }
        return Paths.submissionReceipt(period, version.code, step.entry)
    }

    private func decisions(
        _ submission: Submission, _ token: String, _ typed: Form?,
        _ failed: (any UserFacingError)?
    ) -> SubmissionPage.Decisions? {
        guard mayDecide else { return nil }
        return SubmissionPage.Decisions(
            path: Paths.submissionDecisions(period), token: token,
            choice: "\(version.code):\(submission.version)",
            heading: submission.state == .accepted
                ? text("Trả lại để sửa", "Send it back") : text("Tiếp nhận báo cáo", "Receive it"),
            reason: Field(
                name: "reason", label: text("Lý do, nội dung cần bổ sung", "Reason, what to add"),
                kind: .longText(rows: 3), value: typed?.text("reason") ?? "",
                hint: text(
                    "Bắt buộc khi trả lại; đơn vị đọc được.",
                    "Required when sending back; the agency reads it."),
                problems: failed?.problems.filter { $0.field == "reason" }.map {
                    $0.message[language]
                } ?? [], idPrefix: "decision-", isWide: true),
            mayAccept: submission.state == .submitted)
    }
}
