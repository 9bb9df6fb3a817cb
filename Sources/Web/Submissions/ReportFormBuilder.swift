import Domain
import Store

/// Makes the page that an agency fills in, from its draft or prefilled.
struct ReportFormBuilder {
    private let version: Agency.Version
    private let period: Period
    let basis: SubmissionBasis
    private let draft: SubmissionDraft?
    private let savedBy: String
    private let closed: SubmissionError?
    private let returned: SubmissionStep?
    private let maySend: Bool
    let mayAttach: Bool
    private let documents: [KeptEvidence]
    private let desk: String?
    private let standing: SubmissionStanding
    let day: Day
    let language: Language
    private let token: String

    /// - Throws: ``MissingRecord``; ``PermissionError`` for whoever may not write it.
    init(
        _ db: ReadableDatabase, _ context: AppContext, year: Int, period code: String,
        agency: String, by user: User.ID
    ) throws {
        let period = try db.addressedPeriod(code, of: year)
        let tree = try db.agencyTree(on: context.today)
        let body = try db.addressedBody(agency, tree)
        draft = try db.submissionDraft(of: body.agency, in: period, by: user)
        basis = try db.submissionBasis(for: body.agency, in: period, on: context.today)
        savedBy = try draft.flatMap { try db.userNames([$0.savedBy])[$0.savedBy] } ?? ""
        returned =
            basis.submission?.state == .returned
            ? try basis.submission.flatMap {
                try db.steps(of: $0).last { $0.kind == .returned }
            } : nil
        maySend =
            basis.rules.sender == .officer
            || context.person?.may(.signSubmissions, in: body.agency, on: context.today, tree)
                ?? false
        mayAttach =
            context.person?.may(.attachEvidence, in: body.agency, on: context.today, tree) ?? false
        documents = mayAttach ? try db.documents(of: body.agency, for: context.viewer) : []
        desk = basis.superior.flatMap { tree.body($0)?.version.nameInSentence }
        standing = SubmissionStanding(
            basis.submission, in: period, through: basis.superior, basis.rules, on: context.today)
        do throws(SubmissionError) {
            try period.requireOpen(on: context.today, basis.exception)
            closed = basis.submission?.state == .accepted ? .accepted : nil
        } catch {
            closed = error
        }
        version = body
        self.period = period
        day = context.today
        language = context.language
        token = context.formToken
    }

    func formPage(typed: Form? = nil, refusal: (any UserFacingError)? = nil) -> ReportFormPage {
        let edited = EditedForm(
            fields(draft?.fields ?? basis.content.fields),
            version: basis.submission?.version ?? 0, typed: typed, refusal: refusal, language)
        return ReportFormPage(
            language: language,
            crumbs: [
                Link(
                    text("Báo cáo của đơn vị", "Agencies' reports"), Paths.submissions(period.year)),
                Link(period.name[language], Paths.submissions(period)),
                Link(version.name, Paths.submission(period, version.code)),
            ],
            title: text(
                "Phiếu báo cáo \(period.ofYear.vi)",
                "Report for \(period.name.en), \(period.year)"),
            lede: text(
                "\(version.name). Số liệu từ \(period.first.vi) đến \(period.agencyLast.vi). \(standing.arithmetic.vi)",
                "\(version.name). Figures from \(period.first.en) to \(period.agencyLast.en). \(standing.arithmetic.en)"
            ),
            state: state, notes: notes, problems: edited.problems, conflict: edited.conflict,
            form: closed == nil ? form(edited, typed, refusal) : nil,
            closed: closed?.message[language])
    }

    func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var state: ReportFormPage.State {
        if let draft {
            let time = "\(draft.savedAt.timeOfDay()) \(draft.savedAt.day()[language])"
            return ReportFormPage.State(
                badge: Badge(
                    kind: .atRisk,
                    word: draft.readyAt == nil
                        ? text("Bản nháp, chưa gửi", "Draft, not sent")
                        : text("Chờ lãnh đạo duyệt, chưa gửi", "Waits for the head, not sent")),
                text: text(
                    "Lưu lúc \(time), \(savedBy). Cơ quan tiếp nhận chưa thấy nội dung này.",
                    "Saved at \(time) by \(savedBy). Nobody who receives reports sees it yet."))
        }
        guard let submission = basis.submission else {
            return ReportFormPage.State(
                badge: Badge(standing, language),
                text: text("Chưa gửi gì cho kỳ này.", "Nothing was sent for this period."))
        }
        return ReportFormPage.State(
            badge: Badge(standing, language),
            text: text(
                "Đã gửi lần \(submission.round) ngày \(submission.sentOn.vi); những gì sửa ở đây chưa được gửi.",
                "Round \(submission.round) was sent on \(submission.sentOn.en); what you change here is not sent yet."
            ))
    }

    private var notes: [String] {
        var notes: [String] = []
        if let returned {
            notes.append(
                text(
                    "Bị trả lại ngày \(returned.day.vi): \(returned.reason ?? "")",
                    "Sent back on \(returned.day.en): \(returned.reason ?? "")"))
        }
        if draft == nil, let from = basis.wordsFrom {
            notes.append(
                text(
                    "Nhiệm vụ, ngày hoàn thành và tài liệu lấy từ hệ thống; phần lời lấy từ báo cáo \(from.name.vi), hãy xem lại trước khi gửi.",
                    "Tasks, days and evidence come from the record; words come from the report of \(from.name.en): look through them before you send."
                ))
        }
        if let exception = basis.exception, period.lock != nil {
            notes.append(
                text(
                    "Kỳ đã khóa; đơn vị được gửi bổ sung đến hết ngày \(exception.until.vi): \(exception.reason).",
                    "The period is locked; you may send until \(exception.until.en): \(exception.reason)."
                ))
        }
        return notes
    }

    private func form(
        _ edited: EditedForm, _ typed: Form?, _ refusal: (any UserFacingError)?
    ) -> ReportFormPage.Form {
        let fields = Dictionary(
            edited.fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let isAgain = basis.submission != nil
        return ReportFormPage.Form(
            token: token, hidden: edited.hidden,
            draftVersion: edited.conflict == nil
                ? typed?.optional("draft_version") ?? String(draft?.version ?? 0)
                : String(draft?.version ?? 0),
            draftPath: Paths.submissionDraft(period, version.code),
            sendPath: Paths.submissionRounds(period, version.code),
            nothingArose: fields["nothing_arose"] ?? Field(name: "nothing_arose", label: ""),
            tasks: basis.content.tasks.map { line($0, fields, typed, refusal) },
            measures: basis.content.measures.map { line($0, fields) },
            remarks: ["difficulties", "proposals"].compactMap { fields[$0] },
            sendLabel: isAgain
                ? text("Gửi lại báo cáo", "Send again") : text("Gửi báo cáo", "Send the report"),
            readyLabel: basis.rules.sender == .head && !maySend
                ? text("Trình lãnh đạo duyệt", "Give it to the head") : nil,
            maySend: maySend,
            sendHint: sendHint,
            documents: documents.map { $0.choice(language) },
            autosave: ReportFormPage.Autosave(
                saved: text(
                    "Đã lưu nháp lúc {time}, chưa gửi.", "Draft saved at {time}, not sent."),
                failed: text(
                    "Chưa lưu được nháp; hãy bấm “Lưu nháp”.",
                    "The draft could not be saved; press “Save draft”.")))
    }

    private var sendHint: String {
        let desk = desk ?? text("cơ quan thường trực CCHC", "the standing office")
        guard maySend else {
            return text(
                "Người đứng đầu hoặc cấp phó duyệt và gửi đến \(desk).",
                "The head or a deputy approves it and sends it to \(desk).")
        }
        return text(
            "Gửi đến \(desk); bạn nhận biên nhận ngay sau khi gửi.",
            "It goes to \(desk); you get a receipt at once.")
    }

    /// Every field of the page, holding what is stored.
    private func fields(_ stored: [String: String]) -> [Field] {
        var all = [
            Field(
                name: "nothing_arose",
                label: text("Không phát sinh trong kỳ", "Nothing arose in the period"),
                kind: .tick(isChosen: !(stored["nothing_arose"] ?? "").isEmpty),
                value: stored["nothing_arose"] ?? "",
                hint: text(
                    "Chỉ đánh dấu khi không có nhiệm vụ đến hạn và không có số liệu nào.",
                    "Tick only when no task fell due and there is no figure at all."))
        ]
        for task in basis.content.tasks { all += taskFields(task, stored) }
        for measure in basis.content.measures { all += measureFields(measure, stored) }
        all += [
            Field(
                name: "difficulties", label: text("Khó khăn, vướng mắc", "Difficulties"),
                kind: .longText(rows: 3), value: stored["difficulties"] ?? "", isWide: true),
            Field(
                name: "proposals", label: text("Kiến nghị, đề xuất", "Proposals"),
                kind: .longText(rows: 3), value: stored["proposals"] ?? "", isWide: true),
        ]
        return all
    }

    private func taskFields(
        _ task: SubmissionContent.TaskLine, _ stored: [String: String]
    ) -> [Field] {
        let name = { (part: String) in SubmissionContent.TaskLine.field(part, task.task) }
        func label(_ vi: String, _ en: String) -> String { text(vi, en) }
        return [
            Field(
                name: name("percent"), label: label("Mức độ hoàn thành (%)", "Progress (%)"),
                kind: .number, value: stored[name("percent")] ?? ""),
            Field(
                name: name("done_on"), label: label("Hoàn thành ngày", "Done on"), kind: .day,
                value: stored[name("done_on")] ?? "",
                hint: text("Để trống khi chưa xong.", "Empty while it is not done.")),
            Field(
                name: name("result"), label: label("Kết quả trong kỳ", "Result"),
                kind: .longText(rows: 2), value: stored[name("result")] ?? "", isWide: true),
            Field(
                name: name("explanation"),
                label: label(
                    "Giải trình khi chưa có tài liệu", "Explanation where there is no evidence"),
                kind: .longText(rows: 2), value: stored[name("explanation")] ?? "", isWide: true),
        ]
    }

    private func measureFields(
        _ measure: SubmissionContent.MeasureLine, _ stored: [String: String]
    ) -> [Field] {
        let name = { (part: String) in SubmissionContent.MeasureLine.field(part, measure.target) }
        var fields = [
            Field(
                name: name("numerator"),
                label: measure.isShare
                    ? text("Số đạt", "Number that counts") : text("Số liệu", "Figure"),
                kind: .number, value: stored[name("numerator")] ?? "")
        ]
        if measure.isShare {
            fields.append(
                Field(
                    name: name("denominator"), label: text("Tổng số", "Out of"), kind: .number,
                    value: stored[name("denominator")] ?? ""))
        }
        let tick = stored[name("nothing_arose")] ?? ""
        return fields + [
            Field(
                name: name("source"), label: text("Nguồn số liệu", "Source"),
                value: stored[name("source")] ?? ""),
            Field(
                name: name("nothing_arose"), label: text("Không phát sinh", "Nothing arose"),
                kind: .tick(isChosen: !tick.isEmpty), value: tick),
        ]
    }
}
