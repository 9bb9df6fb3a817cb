import Domain
import Foundation
import Store
import Support
import Testing

/// Every action on the record, one after the other, on one small workspace.
@Suite struct EveryActionContract {
    @Test(arguments: TestEngine.available)
    func `every action leaves one entry that names each record it touched`(_ engine: TestEngine)
        async throws
    {
        let actions = try await EveryAction(engine)
        let seq = try await actions.office.journalLength()
        for step in actions.all { try await actions.office.write(step.action) }

        let entries = try await actions.office.journal(since: seq)

        #expect(entries.map(\.action) == actions.all.map(\.name))
        #expect(entries.allSatisfy { $0.actor == actions.office.user })
        for entry in entries {
            #expect(!entry.changes.isEmpty, "\(entry.action)")
            #expect(
                Set(entry.changes.map { "\($0.kind) \($0.record)" }).count >= entry.changes.count,
                "\(entry.action)")
        }
    }

    @Test(arguments: TestEngine.available)
    func `what a record was before an entry is what the last one made of it`(_ engine: TestEngine)
        async throws
    {
        let actions = try await EveryAction(engine)
        for step in actions.all { try await actions.office.write(step.action) }
        var last: [String: String] = [:]

        for entry in try await actions.office.journal(since: 0)
        where entry.action != "figure.recorded" {
            for change in entry.changes where change.kind != "agency" {
                let record = "\(change.kind) \(change.record)"
                #expect(change.before == last[record], "\(entry.action) \(record)")
                last[record] = change.after
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `an account without a role is refused by every action`(_ engine: TestEngine) async throws {
        let actions = try await EveryAction(engine)
        let stranger = try await actions.office.stranger()
        for step in actions.all {
            let seq = try await actions.office.journalLength()
            await #expect(throws: PermissionError.self, "\(step.name)") {
                try await actions.office.store.write { try step.action($0, stranger) }
            }
            #expect(try await actions.office.journalLength() == seq)
            try await actions.office.write(step.action)
        }
    }
}

/// What people do, in an order in which each finds what it needs.
struct EveryAction: Sendable {
    typealias Action = @Sendable (WritableDatabase, User.ID) throws -> Void

    let office: StandingOffice
    private(set) var all: [Step]

    struct Step: Sendable {
        let name: String
        let action: Action

        init(_ name: String, _ action: @escaping Action) {
            self.name = name
            self.action = action
        }
    }

    init(_ engine: TestEngine) async throws {
        office = try await StandingOffice.open(engine)
        let (province, lead) = (try await office.agency("BD"), try await office.agency("BD-SNV"))
        let (old, heir) = (try await office.agency("BD-21796"), try await office.agency("BD-21802"))
        let today = day("2021-01-04")
        let id = Plan.ID("01PLAN")
        let plan = Plan(
            id: id, agency: province, year: 2021, type: "Kế hoạch", symbol: "95/KH-UBND",
            title: "CCHC",
            issuedOn: day("2020-12-31"))
        let decide:
            @Sendable (WritableDatabase, User.ID, Plan.Target.Decision, String) throws -> Void = {
                db, user, decision, code in
                guard let target = try db.targets(of: id).first(where: { $0.code == code }) else {
                    return
                }
                var terms = target.terms
                terms.lead = lead
                terms.measure = code == "I.2" ? .typed : terms.measure
                terms.scope = Scope.ID("all")
                try db.decideTarget(
                    target.id, decision, terms: terms, version: target.version, by: user)
            }
        all = [
            Step(
                "agencies.imported",
                {
                    _ = try $0.importAgencies(
                        agencyRows("BD-SYT|Sở Y tế|department|BD"), from: today, by: $1)
                }),
            Step(
                "agency.succeeded",
                {
                    try $0.confirmSuccession(
                        Succession(
                            from: old, to: heir, day: day("2025-07-01"), kind: .merged,
                            basis: "minh họa"), by: $1)
                }),
            Step(
                "programme.added",
                {
                    try $0.addProgramme(
                        Programme(
                            id: Programme.ID("P"), symbol: "76/NQ-CP", title: "", firstYear: 2021,
                            lastYear: 2030), by: $1)
                }),
            Step(
                "plan.added",
                { try $0.addPlan(plan, text: DraftPlan.text, draft: .small, by: $1, on: today) }),
            Step(
                "plan.corrected",
                { db, user in
                    guard let now = try db.plan(id) else { return }
                    try db.correctPlan(
                        Plan(
                            id: id, agency: province, year: 2021, type: now.type,
                            symbol: now.symbol, title: "Đúng",
                            issuedOn: now.issuedOn, programme: Programme.ID("P"),
                            version: now.version), by: user)
                }),
            Step(
                "target.split",
                { db, user in
                    guard let target = try db.targets(of: id).last else { return }
                    try db.splitTarget(target.id, by: user)
                }),
            Step("target.accepted", { try decide($0, $1, .accepted, "I.1-1") }),
            Step("target.accepted", { try decide($0, $1, .accepted, "I.1-2") }),
            Step("target.accepted", { try decide($0, $1, .accepted, "I.2") }),
            Step("target.rejected", { try decide($0, $1, .rejected, "I.2-2") }),
            Step("tasks.rejected", { try $0.decideTasks([3], of: id, .rejected, by: $1) }),
            Step(
                "task.assigned",
                { try $0.assignTask(2, of: id, lead: lead, dueOn: day("2021-09-30"), by: $1) }),
            Step("plan.confirmed", { try $0.confirmPlan(id, by: $1, on: today) }),
            Step(
                "task.completed", { try $0.completeTask(2, of: id, on: day("2021-09-01"), by: $1) }),
            Step(
                "task.added",
                { db, user in
                    var terms = Plan.Task.Terms()
                    terms.text = "Thêm"
                    terms.lead = lead
                    terms.product = "Báo cáo"
                    try db.addTask(terms, to: id, by: user)
                }),
            Step(
                "task.corrected",
                { db, user in
                    guard let task = try db.task(coded: "4", year: 2021) else { return }
                    var terms = task.terms
                    terms.deadline = .after("có văn bản", on: today, count: 20, .working)
                    try db.correctTask(task.id, terms, version: task.version, by: user)
                }),
            Step(
                "calendar.changed",
                { _ = try $0.importCalendar(calendarRows("11/01/2021|holiday|Nghỉ"), by: $1) }),
            Step(
                "calendar.changed", { try $0.removeCalendarDay(day("2021-01-11"), by: $1) }),
            Step(
                "task.reported",
                { db, user in
                    guard let task = try db.task(coded: "4", year: 2021) else { return }
                    try db.recordProgress(
                        on: task.id, TaskProgress.Content(.going, on: day("2021-02-01")), by: user)
                }),
            Step(
                "tasks.progress-imported",
                {
                    _ = try $0.importProgress(
                        progressRows("4|going|01/03/2021|40"), of: 2021, by: $1)
                }),
            Step(
                "task.spread",
                { db, user in
                    guard let task = try db.task(coded: "4", year: 2021) else { return }
                    try db.spreadTask(
                        task.id, over: [lead], by: .count, version: task.version, by: user)
                }),
            Step(
                "task.cancelled",
                { db, user in
                    guard let task = try db.task(coded: "4", year: 2021) else { return }
                    try db.cancelTask(
                        task.id, on: day("2021-04-01"), because: "Quyết định 1",
                        version: task.version, by: user)
                }),
            Step(
                "figure.recorded",
                { db, user in
                    guard let target = try db.targets(of: id).first(where: { $0.code == "I.2" })
                    else { return }
                    try db.recordFigure(
                        Facts.Figure(
                            day: day("2021-06-30"), numerator: 45, denominator: 50,
                            source: "Báo cáo 1", note: "",
                            recordedOn: day("2021-07-01")), for: target.id, by: user)
                }),
            Step(
                "agency-plans.imported",
                {
                    _ = try $0.importAgencyPlans(
                        agencyPlanRows("BD-540|2021|1/KH|20/01/2021"), by: $1)
                }),
            Step(
                "agency-plans.imported",
                {
                    _ = try $0.importAgencyPlans(
                        agencyPlanRows("BD-540|2021|2/KH|20/01/2021"), by: $1)
                }),
            Step(
                "agency-tasks.imported",
                { _ = try $0.importAgencyTasks(agencyTaskRows("BD-540|2021|1|Một"), by: $1) }),
            Step(
                "agency-tasks.imported",
                { _ = try $0.importAgencyTasks(agencyTaskRows("BD-540|2021|1|Hai"), by: $1) }),
            Step(
                "inspections.recorded",
                {
                    _ = try $0.importInspections(
                        inspectionRows("BD-SNV|BD-540||2021-05-10"), by: $1)
                }),
            Step(
                "inspections.recorded",
                {
                    _ = try $0.importInspections(
                        inspectionRows("BD-SNV|BD-540||2021-05-10|2021-05-12"), by: $1)
                }),
            Step(
                "inspections.planned",
                { db, user in
                    guard let body = try db.agencies(coded: "BD-546", on: day("2021-10-15")).first
                    else { return }
                    _ = try db.planInspections(
                        [InspectionDraft(body.agency, on: day("2021-11-10"))], by: lead,
                        because: nil, by: user)
                }),
            Step(
                "inspection-plan.issued",
                {
                    try $0.issueInspectionPlan(
                        of: 2021, by: lead, symbol: "9/KH-SNV", on: day("2021-04-01"), user: $1)
                }),
            Step(
                "checklist.added",
                {
                    _ = try $0.addChecklist(
                        of: 2021, name: "Danh mục", source: "",
                        items: [Checklist.Item(area: "", text: "Có kế hoạch")], by: $1)
                }),
            Step(
                "inspection.file-saved",
                { db, user in
                    guard let now = try db.inspection(numbered: 1) else {
                        throw MissingRecord(Bilingual("inspection"), "1")
                    }
                    try db.saveInspectionFile(
                        InspectionFile(
                            inspection: now.id, team: [.init("A", post: "B", role: .leader)],
                            goodPractice: "Trả kết quả tại nhà"),
                        of: 1, by: user)
                }),
            Step(
                "inspection.concluded",
                { db, user in
                    guard let now = try db.inspection(numbered: 1) else {
                        throw MissingRecord(Bilingual("inspection"), "1")
                    }
                    try db.concludeInspection(
                        1, symbol: "7/TB", on: day("2021-05-20"), version: now.version, by: user)
                }),
            Step(
                "inspection.corrected",
                { db, user in
                    guard let now = try db.inspection(numbered: 1) else {
                        throw MissingRecord(Bilingual("inspection"), "1")
                    }
                    try db.correctInspection(
                        Inspection(
                            id: now.id, number: 1, inspector: now.inspector, body: now.body,
                            kind: .sudden,
                            plannedOn: now.plannedOn, version: now.version), by: user)
                }),
            Step(
                "self-inspections.recorded",
                {
                    _ = try $0.importSelfInspections(
                        selfInspectionRows("BD-540|2021-04-01"), by: $1)
                }),
            Step(
                "self-inspections.recorded",
                {
                    _ = try $0.importSelfInspections(
                        selfInspectionRows("BD-540|2021-04-01|2021-04-02|1/BC"), by: $1)
                }),
            Step(
                "self-inspection.answered",
                { try $0.answerSelfInspection(1, checklist: 1, [.init(1, .met)], by: $1) }),
            Step(
                "self-inspection.units-named",
                { try $0.nameInspectedUnits(["Văn phòng"], of: 1, by: $1) }),
            Step(
                "self-inspections.opened",
                {
                    try $0.openSelfInspections(
                        of: 2021, name: "Đợt 1", source: "", checklist: 1,
                        scope: Scope.ID("communes"), from: day("2021-09-01"),
                        to: day("2021-10-30"), by: $1)
                }),
            Step(
                "self-inspection.answered",
                {
                    try $0.answerSelfInspection(
                        1, checklist: 1, unit: 1, [.init(1, .met)], by: $1)
                }),
            Step(
                "self-inspection.reported",
                { db, user in
                    guard let now = try db.selfInspection(numbered: 1) else { return }
                    try db.reportSelfInspection(
                        1, symbol: "2/BC", heldOn: day("2021-10-01"), version: now.version,
                        by: user)
                }),
            Step(
                "findings.recorded",
                {
                    _ = try $0.importFindings(
                        findingRows("BD-540|1|Lỗi|2021-05-20|2021-06-30"), by: $1)
                }),
            Step(
                "finding.closed",
                { db, user in
                    guard let now = try db.finding(numbered: 1) else {
                        throw MissingRecord(Bilingual("finding"), "1")
                    }
                    try db.correctFinding(
                        Finding(
                            id: now.id, number: 1, inspection: now.inspection, body: now.body,
                            text: now.text,
                            foundOn: now.foundOn, dueOn: now.dueOn, closedOn: now.dueOn,
                            evidence: "2/BC",
                            version: now.version), by: user)
                }),
            Step(
                "finding.reopened",
                {
                    try $0.takeStep(
                        Finding.Step(.reopened, on: day("2021-07-05"), text: "Tái diễn"), with: 1,
                        by: $1)
                }),
            Step(
                "inspection-rules.changed",
                { try $0.setInspectionRules(InspectionRules(remedyDays: 20), of: 2021, by: $1) }),
            Step(
                "legal-documents.recorded",
                { _ = try $0.importLegalDocuments(documentRows("BD|1/QĐ|Một|2021-03-01"), by: $1) }),
            Step(
                "legal-document.corrected",
                { db, user in
                    guard let now = try db.legalDocument(numbered: 1) else {
                        throw MissingRecord(Bilingual("document"), "1")
                    }
                    try db.correctLegalDocument(
                        LegalDocument(
                            id: now.id, number: 1, issuer: now.issuer, symbol: now.symbol,
                            title: "Hai",
                            signedOn: now.signedOn, version: now.version), by: user)
                }),
            Step(
                "legal-document.text-kept",
                {
                    try $0.keepLegalText(
                        LegalText(name: "a.txt", text: "Căn cứ"), from: nil, of: 1, by: $1)
                }),
            Step(
                "legal-scope.settled",
                {
                    try $0.settleLegalScope(
                        LegalScope(year: 2021, levels: [.province], source: "1/HD"), by: $1)
                }),
            Step(
                "legal-document.steps-kept",
                { try $0.beginLegalSteps(of: 1, by: "2015", version: 0, user: $1) }),
            Step(
                "legal-document.opinions-kept",
                {
                    let rows = LegalOpinionColumns.all.lines(["Sở Tài chính"], LegalOpinionRow())
                    try $0.keepLegalOpinions(rows, of: 1, version: 1, by: $1)
                }),
        ]
        all += CoordinationSteps.all
        all += EffectSteps.all
        all += LegalReviewSteps.all
        all += LegalRuleSteps.all
        all += Self.people(in: lead)
        all += Self.reminders
        all += Self.agencyPlan(of: lead)
        all += Self.documents(of: lead)
        all += Self.reports(of: try await office.agency("BD-540"))
        all += try await Self.evidence(office.store)
        all += Self.scoring(try await office.agency("BD-540"))
        all += Self.province(try await office.agency("BD-540"))
        all += try await Self.rating(office)
    }
}

extension EveryAction {
    /// What people do with the evidence of a task that the lead has.
    private static func evidence(_ store: Store) async throws -> [Step] {
        let first = EvidenceUpload(
            try await store.files.keep(Data("một".utf8)), name: "a.txt", type: .text)
        let second = EvidenceUpload(
            try await store.files.keep(Data("hai".utf8)), name: "a.txt", type: .text)
        let task: @Sendable (ReadableDatabase) throws -> Evidence.Subject = { db in
            let task = try db.tasks(of: Plan.ID("01PLAN")).first { $0.number == 2 }
            return Evidence.Subject(.task, try #require(task).id.text)
        }
        return [
            Step(
                "evidence.attached",
                { try $0.attachEvidence([first], to: try task($0), by: $1) }),
            Step(
                "evidence.replaced",
                { try $0.replaceEvidence(1, with: second, because: nil, by: $1) }),
            Step(
                "evidence.corrected",
                { db, user in
                    guard let now = try db.evidence(numbered: 1, for: .system)?.evidence else {
                        return
                    }
                    try db.correctEvidence(
                        Evidence(id: now.id, number: 1, title: "Đúng", version: now.version),
                        by: user)
                }),
            Step(
                "evidence.withdrawn",
                { db, user in
                    let found = try db.evidence(of: try task(db), for: .system).first
                    try db.withdrawEvidence(
                        try #require(found).link.id, because: "nhầm", by: user)
                }),
            Step(
                "evidence.explained",
                {
                    try $0.explainMissingEvidence(
                        of: try task($0), "Đang chờ ký báo cáo kết quả.", version: 0, by: $1)
                }),
        ]
    }
}

extension EveryAction {
    /// What an agency does with its own plan.
    private static func agencyPlan(of agency: Agency.ID) -> [Step] {
        let today = day("2021-10-15")
        func change(_ symbol: String, _ isReplacement: Bool) -> Action {
            {
                try $0.changeAgencyPlan(
                    of: agency, year: 2021, symbol: symbol, issuedOn: today,
                    isReplacement: isReplacement, by: $1, on: today)
            }
        }
        return [
            Step(
                "agency-plan.drafted",
                { _ = try $0.draftAgencyPlan(of: agency, year: 2021, by: $1, on: today) }),
            Step(
                "agency-plan.declared",
                {
                    _ = try $0.declareAgencyPlan(
                        of: agency, year: 2021, symbol: "3/KH-SNV", issuedOn: today, by: $1,
                        on: today)
                }),
            Step("agency-plan.amended", change("4/KH-SNV", false)),
            Step("agency-plan.replaced", change("5/KH-SNV", true)),
        ]
    }
}

extension EveryAction {
    /// What a superior does about what is late.
    private static var reminders: [Step] {
        let today = day("2021-10-15")
        return [
            Step(
                "reminder.made",
                { db, user in
                    guard let task = try db.tasks(of: Plan.ID("01PLAN")).first else { return }
                    try db.remind(
                        ReminderRequest(
                            year: 2021, keys: ["task \(task.id.text)"],
                            channels: [.message, .letter], answerBy: day("2021-10-22"),
                            pageAddress: { "https://cchc.example/2021/reminders/\($0)" },
                            linkAddress: nil), by: user, on: today)
                }),
            Step(
                "reminder.letter-signed",
                {
                    try $0.signReminderLetter(
                        1, symbol: "12/SNV-CCHC", on: today, version: 1, by: $1)
                }),
            Step(
                "reminder.withdrawn",
                {
                    try $0.withdrawReminder(1, version: 2, because: "nhầm", by: $1, on: today)
                }),
        ]
    }
}

extension EveryAction {
    /// What people do with the periods of a year and the reports of an agency.
    private static func reports(of agency: Agency.ID) -> [Step] {
        let march = day("2021-03-08")
        let period: @Sendable (ReadableDatabase) throws -> Period = { db in
            guard let period = try db.period("q1", of: 2021) else {
                throw MissingRecord(Bilingual("period"), "q1")
            }
            return period
        }
        let version: @Sendable (ReadableDatabase) throws -> Int = { db in
            try db.submission(of: agency, in: try period(db), for: .system)?.version ?? 0
        }
        let decide: @Sendable (WritableDatabase, User.ID, SubmissionDecision.Kind) throws -> Void =
            { db, user, kind in
                try db.decideSubmissions(
                    SubmissionDecision(kind, [agency: try version(db)], because: "minh họa"),
                    in: "q1", of: 2021, on: march, by: user)
            }
        let send: Action = { db, user in
            try db.submit(
                try db.page(of: agency, in: "q1", on: march), for: agency, in: "q1", of: 2021,
                on: march, version: try version(db), by: user)
        }
        return [
            Step("periods.opened", { try $0.openPeriods(of: 2021, by: $1) }),
            Step(
                "period.locked",
                { db, user in
                    try db.changePeriod(
                        try period(db).locked(Period.Lock(from: march, reason: "đã chốt")),
                        by: user)
                }),
            Step(
                "lock-exception.given",
                {
                    try $0.setLockException(
                        LockException(agency: agency, until: march, reason: "bão"), for: agency,
                        in: "q1", of: 2021, by: $1)
                }),
            Step(
                "lock-exception.ended",
                { try $0.setLockException(nil, for: agency, in: "q1", of: 2021, by: $1) }),
            Step(
                "period.unlocked",
                { db, user in try db.changePeriod(try period(db).locked(nil), by: user) }),
            Step(
                "reporting-rules.changed",
                {
                    try $0.setReportingRules(
                        ReportingRules(
                            levels: .straight, sender: .officer, document: .expected,
                            timeliness: .data, source: "24/SNV-CCHC"), of: 2021, by: $1)
                }),
            Step("period.removed", { try $0.removePeriod("q3", of: 2021, by: $1) }),
            Step(
                "period.added",
                { db, user in
                    guard
                        let usual = Period.usual(in: .usual(2021)).first(where: { $0.code == "q3" })
                    else { return }
                    try db.addPeriod(usual, by: user)
                }),
            Step("submission.sent", send),
            Step("submissions.returned", { try decide($0, $1, .returned) }),
            Step("submission.sent", send),
            Step(
                "submission.documented",
                { db, user in
                    try db.recordSignedDocument(
                        SignedDocument(symbol: "9/BC", signedOn: march, recordedOn: march),
                        for: agency, in: "q1", of: 2021, version: try version(db), by: user)
                }),
            Step("submissions.accepted", { try decide($0, $1, .accepted) }),
        ]
    }

    /// What people do with registers, templates and reports.
    private static func documents(of agency: Agency.ID) -> [Step] {
        [
            Step(
                "dossiers.recorded",
                {
                    _ = try $0.importLines(
                        dossierLines("BD-540|09/2021||10|90|50|30|5|10|5|||||"), by: $1)
                }),
            Step(
                "dossier.corrected",
                { db, user in
                    guard let old = try db.line(DossierCount.self, numbered: 1) else { return }
                    var line = old.line
                    line.source = "một cửa"
                    try db.correctLine(
                        Registered(
                            id: old.id, number: 1, body: old.body, day: old.day, line: line,
                            version: old.version), by: user)
                }),
            Step(
                "on-time-formula.chosen",
                {
                    try $0.chooseOnTimeFormula(
                        ChosenFormula(year: 2021, formula: .ofDue, source: "12/HD-SNV"), by: $1)
                }),
            Step(
                "initiatives.recorded",
                {
                    _ = try $0.importLines(
                        Initiative.columns.lines([replicated("BD-540")], Initiative()), by: $1)
                }),
            Step("initiative.replicated", { _ = try $0.replicateInitiative(1, by: $1) }),
            Step(
                "inspection.practice-proposed",
                { try $0.proposeInitiative(from: 1, by: $1) }),
            Step(
                "letterhead.set",
                {
                    try $0.setLetterhead(
                        LetterheadWording(
                            agency: agency, from: day("2021-01-01"), place: "Quy Nhơn",
                            source: "12/QĐ-SNV"), by: $1)
                }),
            Step("template.added", { _ = try $0.addTemplate(.text("Một"), by: $1) }),
            Step(
                "template.changed",
                { db, user in
                    guard let old = try db.reportTemplate(numbered: 1) else { return }
                    try db.changeTemplate(
                        ReportTemplate.text("Hai").taking(
                            id: old.id, number: 1, version: old.version), by: user)
                }),
            Step("report.drafted", { _ = try $0.draftReport(.of(agency), by: $1) }),
            Step(
                "report.revised",
                {
                    try $0.reviseReport(
                        1, version: 1, Report.Wording(kind: .report, subject: "Khác", body: "Khác"),
                        by: $1)
                }),
            Step(
                "report.signed",
                { db, user in
                    try db.signReport(
                        1, version: 2, as: 85, on: day("2021-06-18"), by: user
                    ) { .of($1) }
                }),
        ]
    }

    /// What people do with people, in the agency that leads.
    private static func people(in agency: Agency.ID) -> [Step] {
        let decree = day("2021-10-01")
        return [
            Step(
                "person.added",
                { _ = try $0.addPerson(named: "Nguyễn Văn An", in: agency, by: $1) }),
            Step(
                "posts.imported",
                {
                    _ = try $0.importPosts(
                        postRows("|Trần Thị Bình|officer|BD-SNV||||2021-01-01"), by: $1)
                }),
            Step(
                "post.given",
                { db, user in
                    try db.givePost(
                        Post(
                            id: Post.ID(""), number: 0, person: try db.newest("Nguyễn Văn An"),
                            role: .deputy, agency: agency, tenure: Tenure(from: day("2021-01-01"))),
                        by: user)
                }),
            Step(
                "post.corrected",
                { db, user in
                    guard
                        let post = try db.posts(of: db.newest("Nguyễn Văn An"), for: .system).first
                    else { return }
                    try db.correctPost(
                        Post(
                            id: post.id, number: post.number, person: post.person,
                            role: post.role, agency: agency, title: "Phó Giám đốc",
                            areas: ["Thể chế"], tenure: post.tenure, version: post.version),
                        by: user)
                }),
            Step(
                "duties.assigned",
                { db, user in
                    let tasks = try db.tasks(of: Plan.ID("01PLAN")).filter { $0.lead == agency }
                    let person = try db.newest("Nguyễn Văn An")
                    try db.assignDuties(
                        tasks.map {
                            DutyChange(kind: .task, record: $0.id.text, was: nil, person: person)
                        }, from: day("2021-01-05"), by: user)
                }),
            Step(
                "post.handed-over",
                { db, user in
                    let leaver = try db.newest("Nguyễn Văn An")
                    guard let post = try db.posts(of: leaver, for: .system).first else { return }
                    let owed = try db.owedRecords(by: leaver, on: decree)
                    try db.handOver(
                        HandOver(
                            post: post.number, version: post.version,
                            successor: try db.newest("Trần Thị Bình"), day: decree,
                            records: Set(owed.map(\.key)), succession: nil, basis: "1/QĐ"),
                        by: user)
                }),
        ]
    }
}

extension ReadableDatabase {
    /// The person of that name who came last.
    func newest(_ name: String) throws -> User.ID {
        let found = try rows("SELECT id FROM accounts WHERE name = \(name) ORDER BY id DESC").first
        return try #require(found).id(0)
    }
}

/// "number|name|role|agency|title|areas|manner|…": `PostColumns` in their order.
func postRows(_ lines: String...) -> ReadRows<PostRow> {
    PostColumns.all.lines(lines, PostRow())
}
