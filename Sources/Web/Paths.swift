import Domain

/// Every address of the site; a view or a handler gets its addresses from here and nowhere else.
///
/// `on` is the day asked about; leave it out where the reader didn't choose one.
enum Paths {
    static let home = "/"
    static let signIn = "/sign-in"
    static let session = "/session"
    static let signOut = "/session/closure"
    static let account = "/account"
    /// What was sent when a session had ended.
    static let lateForm = "/late-form"
    static let lateFormRemoval = "/late-form/removal"
    static let password = "/account/password"
    static let signInCode = "/sign-in/code"
    static let issuerSignIn = "/sign-in/issuer"
    static let issuerAnswer = "/sign-in/issuer/answer"
    static let secondFactor = "/account/second-factor"
    static let secondFactorRemoval = "/account/second-factor/removal"
    static let recoveryCodes = "/account/recovery-codes"
    static let sessionClosure = "/account/sessions/closure"
    static let issuerLink = "/account/issuer"
    static let issuerRemoval = "/account/issuer/removal"
    static let accounts = "/accounts"
    static let newAccount = "/accounts/new"
    static let accountImport = "/accounts/import"
    static let accountTemplates = ["/accounts/template.csv", "/accounts/template.xlsx"]
    static let signInRules = "/settings/sign-in"

    static func account(_ login: String, _ thing: String...) -> String {
        path(["accounts", login] + thing)
    }
    /// The page that asks for a code, and leads on to the address afterwards.
    static func signInCode(next address: String) -> String {
        address == home ? signInCode : path(["sign-in", "code"], [("next", address)])
    }
    static func issuerSignIn(next address: String) -> String {
        address == home ? issuerSignIn : path(["sign-in", "issuer"], [("next", address)])
    }
    static func issuerSignIn(invitation secret: String) -> String {
        path(["sign-in", "issuer"], [("invitation", secret)])
    }
    static func accounts(matching text: String, after login: String) -> String {
        let query = [("find", text), ("after", login)].filter { !$0.1.isEmpty }
        return path(["accounts"], query.map { (name: $0.0, value: $0.1) })
    }
    /// The link of an invitation or of a new password.
    static func invitation(_ secret: String) -> String { path(["invitations", secret]) }

    /// The sign-in page that leads on to the address afterwards.
    static func signIn(next address: String) -> String {
        address == home ? signIn : path(["sign-in"], [("next", address)])
    }

    /// What waits for the person; the first page after signing in.
    static let inbox = "/inbox"
    static func inbox(of agency: String) -> String { path(["agencies", agency, "inbox"]) }
    static func reminders(_ year: Int) -> String { path([year.text, "reminders"]) }
    /// What is to be chased, and the form for it.
    static func newReminder(_ year: Int) -> String { path([year.text, "reminders", "new"]) }
    /// The bodies that record nothing.
    static func silence(_ year: Int) -> String { path([year.text, "reminders", "silence"]) }
    static func reminder(_ year: Int, _ number: Int, _ thing: String...) -> String {
        path([year.text, "reminders", String(number)] + thing)
    }
    /// The signed link of a mail.
    static func reminderLink(_ token: String) -> String { path(["reminders", "links", token]) }

    static func overview(_ year: Int, on: Day? = nil) -> String { path([year.text], on: on) }
    static func plan(_ year: Int, on: Day? = nil) -> String { path([year.text, "plan"], on: on) }
    static func targets(_ year: Int, on: Day? = nil) -> String {
        path([year.text, "targets"], on: on)
    }
    static func target(_ year: Int, _ code: String, on: Day? = nil) -> String {
        path([year.text, "targets", code], on: on)
    }
    /// The rows behind a target's figure as a file.
    static func targetRows(
        _ year: Int, _ code: String, _ format: String, show: String, on: Day? = nil
    ) -> String {
        path(
            [year.text, "targets", code, "rows.\(format)"], show == "all" ? [] : [("show", show)],
            on: on)
    }
    static func targetReading(_ year: Int, _ code: String) -> String {
        path([year.text, "targets", code, "reading"])
    }
    static func targetFigures(_ year: Int, _ code: String) -> String {
        path([year.text, "targets", code, "figures"])
    }
    static let plans = "/plans"
    static let newPlan = "/plans/new"
    static let programmes = "/programmes"
    static let newProgramme = "/programmes/new"
    /// One document that was read, whatever its state: to go through while it is open, to read afterwards.
    static func planDocument(_ id: Plan.ID) -> String { path(["plans", id.text]) }
    static func planDocument(_ id: Plan.ID, _ thing: String...) -> String {
        path(["plans", id.text] + thing)
    }
    static let agencyImport = "/agencies/import"
    static let successions = "/agencies/successions"
    static func tasks(_ year: Int, on: Day? = nil) -> String { path([year.text, "tasks"], on: on) }
    static func task(_ year: Int, _ number: Int, on: Day? = nil) -> String {
        path([year.text, "plan"], on: on) + "#task-\(number)"
    }
    static func taskPage(_ year: Int, _ code: String, on: Day? = nil) -> String {
        path([year.text, "tasks", code], on: on)
    }
    static func tasksFile(_ year: Int, _ format: String, on: Day? = nil) -> String {
        path([year.text, "tasks.\(format)"], on: on)
    }
    static func newTask(_ year: Int) -> String { path([year.text, "tasks", "new"]) }
    static func taskImport(_ year: Int) -> String { path([year.text, "tasks", "import"]) }
    static func taskBoxes(_ year: Int, on: Day? = nil) -> String {
        path([year.text, "tasks", "boxes"], on: on)
    }
    static func taskTimeline(_ year: Int, on: Day? = nil) -> String {
        path([year.text, "tasks", "timeline"], on: on)
    }
    static func taskTerms(_ year: Int, _ code: String) -> String {
        path([year.text, "tasks", code, "terms"])
    }
    static func taskProgress(_ year: Int, _ code: String) -> String {
        path([year.text, "tasks", code, "progress"])
    }
    static func taskCancellation(_ year: Int, _ code: String) -> String {
        path([year.text, "tasks", code, "cancellation"])
    }
    static func taskRollover(_ year: Int, _ code: String) -> String {
        path([year.text, "tasks", code, "rollover"])
    }
    static func taskClosure(_ year: Int, _ code: String) -> String {
        path([year.text, "tasks", code, "closure"])
    }
    /// Where a task is given to many bodies, each with a part.
    static func taskParts(_ year: Int, _ code: String) -> String {
        path([year.text, "tasks", code, "parts"])
    }
    static func taskRollovers(_ year: Int) -> String { path([year.text, "task-rollovers"]) }
    static func taskClosures(_ year: Int) -> String { path([year.text, "task-closures"]) }
    /// Products per official, of a month or a quarter.
    static func officials(_ year: Int, _ format: String? = nil) -> String {
        path([year.text, format.map { "officials.\($0)" } ?? "officials"])
    }
    static func calendar(_ year: Int) -> String {
        path(["settings", "calendar"], [("year", year.text)])
    }
    static func calendarFile(_ year: Int, _ format: String) -> String {
        path(["settings", "calendar.\(format)"], [("year", year.text)])
    }
    static let calendarImport = "/settings/calendar/import"
    static func calendarRemoval(_ day: Day) -> String {
        path(["settings", "calendar", day.text, "removal"])
    }
    static func agencies(on: Day? = nil) -> String { path(["agencies"], on: on) }
    static func agency(_ code: String, on: Day? = nil) -> String {
        path(["agencies", code], on: on)
    }
    static func agencyPlan(_ year: Int, _ code: String, on: Day? = nil) -> String {
        path([year.text, "agencies", code, "plan"], on: on)
    }
    static func agencyPlan(_ year: Int, _ code: String, _ thing: String) -> String {
        path([year.text, "agencies", code, "plan", thing])
    }
    static func agencyPlanDraft(_ year: Int, _ code: String) -> String {
        agencyPlan(year, code, "draft")
    }
    /// The upload of a text, filled in for a body and a year.
    static func newPlan(_ year: Int, agency: String) -> String {
        path(["plans", "new"], [("agency", agency), ("year", year.text)])
    }
    /// What agencies' plans lack against the plan above.
    static func gaps(_ year: Int) -> String { path([year.text, "gaps"]) }
    static func gapFile(_ year: Int, _ format: String, agency: String? = nil) -> String {
        let file = "gaps.\(format)"
        return agency.map { agencyPlan(year, $0, file) } ?? path([year.text, file])
    }
    static func agencyPlans(_ year: Int, on: Day? = nil) -> String {
        path([year.text, "agency-plans"], on: on)
    }
    static func inspections(_ year: Int, on: Day? = nil) -> String {
        path([year.text, "inspections"], on: on)
    }
    static func inspection(_ year: Int, _ number: Int, on: Day? = nil) -> String {
        path([year.text, "inspections", String(number)], on: on)
    }
    static func selfInspections(_ year: Int, on: Day? = nil) -> String {
        path([year.text, "self-inspections"], on: on)
    }
    static func findings(_ year: Int, on: Day? = nil) -> String {
        path([year.text, "findings"], on: on)
    }
    static func finding(_ year: Int, _ number: Int, on: Day? = nil) -> String {
        path([year.text, "findings", String(number)], on: on)
    }
    static func finding(_ year: Int, _ number: Int, _ thing: String) -> String {
        path([year.text, "findings", String(number), thing])
    }
    static func findingsFile(_ year: Int, _ format: String, on: Day? = nil) -> String {
        path([year.text, "findings.\(format)"], on: on)
    }
    static func newFinding(_ year: Int) -> String { path([year.text, "findings", "new"]) }
    static func findingImport(_ year: Int) -> String { path([year.text, "findings", "import"]) }
    static func inspection(_ year: Int, _ number: Int, _ thing: String) -> String {
        path([year.text, "inspections", String(number), thing])
    }
    /// The checklists of the year, and a form for a new edition.
    static func checklists(_ year: Int) -> String { path([year.text, "checklists"]) }
    static func checklist(_ year: Int, _ number: Int) -> String {
        path([year.text, "checklists", String(number)])
    }
    static func selfInspectionAnswers(_ year: Int, _ number: Int) -> String {
        path([year.text, "self-inspections", String(number), "answers"])
    }
    static func quotas(_ year: Int, on: Day? = nil) -> String {
        path([year.text, "inspections", "quotas"], on: on)
    }
    static func inspectionCalendar(_ year: Int, on: Day? = nil) -> String {
        path([year.text, "inspections", "calendar"], on: on)
    }
    /// Drafting an inspecting body's plan: whom to inspect next, and why.
    static func inspectionPicks(_ year: Int, by inspector: String) -> String {
        path([year.text, "inspections", "picks"], [("by", inspector)])
    }
    static func inspectionRules(_ year: Int) -> String { path([year.text, "inspection-rules"]) }
    /// A register's list by its key: `dossiers`, `communications`.
    static func register(_ key: String, _ year: Int, on: Day? = nil) -> String {
        path([year.text, key], on: on)
    }
    static func reports(_ year: Int) -> String { path([year.text, "reports"]) }
    static func newReport(_ year: Int, period: String = "", issuer: String = "") -> String {
        let query = [("period", period), ("issuer", issuer)].filter { !$0.1.isEmpty }
        return path([year.text, "reports", "new"], query.map { (name: $0.0, value: $0.1) })
    }
    /// Where a document of no period is drawn up.
    static func otherReport(_ year: Int) -> String { path([year.text, "reports", "others"]) }
    /// How the year's share of dossiers on time is counted.
    static func onTimeFormula(_ year: Int) -> String { path([year.text, "dossiers", "formula"]) }
    /// The tasks by which bodies take an initiative over.
    static func initiativeTasks(_ year: Int, _ number: Int) -> String {
        path([year.text, "initiatives", number.text, "tasks"])
    }
    /// One report, or a thing of it: `report.docx`, `signature`, `quarter.zip`.
    static func report(_ year: Int, _ number: Int, _ thing: String...) -> String {
        path([year.text, "reports", number.text] + thing)
    }
    static let templates = "/settings/templates"
    static let newTemplate = "/settings/templates/new"
    static func template(_ number: Int) -> String { path(["settings", "templates", number.text]) }
    static func documents(_ year: Int, on: Day? = nil) -> String {
        path([year.text, "documents"], on: on)
    }
    static func document(_ year: Int, _ number: Int, on: Day? = nil) -> String {
        path([year.text, "documents", String(number)], on: on)
    }
    static let evidence = "/evidence"
    static let evidenceCitations = "/evidence/citations"
    static let evidenceWithdrawals = "/evidence/withdrawals"
    static let evidenceExplanations = "/evidence/explanations"
    static func evidence(_ number: Int) -> String { path(["evidence", String(number)]) }
    static func evidenceRevisions(_ number: Int) -> String {
        path(["evidence", String(number), "revisions"])
    }
    /// The bytes of one revision; as a download they are never shown by the browser.
    static func evidenceFile(_ number: Int, _ revision: Int, download: Bool = false) -> String {
        path(
            ["evidence", String(number), "revisions", String(revision), "file"],
            download ? [("download", "1")] : [])
    }
    /// A page of a PDF as a picture.
    static func evidencePage(_ number: Int, _ revision: Int, _ page: Int) -> String {
        path(["evidence", String(number), "revisions", String(revision), "pages", String(page)])
    }
    /// The form that gives a record its evidence, and where it leads when it is done.
    static func newEvidence(for subject: Evidence.Subject, returning: String? = nil) -> String {
        path(
            ["evidence", "new"],
            [("kind", subject.kind.rawValue), ("record", subject.record)]
                + (returning.map { [("return", $0)] } ?? []))
    }
    static func evidence(matching words: String, before: Int?) -> String {
        var query: [(name: String, value: String)] = []
        if !words.isEmpty { query.append(("q", words)) }
        if let before { query.append(("before", String(before))) }
        return path(["evidence"], query)
    }
    static func people(on: Day? = nil) -> String { path(["people"], on: on) }
    static let peopleImport = "/people/import"
    static func peopleFile(_ format: String) -> String { path(["people.\(format)"]) }
    static func person(_ number: Int, on: Day? = nil) -> String {
        path(["people", String(number)], on: on)
    }
    static func agencyPeople(_ code: String, on: Day? = nil) -> String {
        path(["agencies", code, "people"], on: on)
    }
    /// Who answers for what the agency owes.
    static func agencyDuties(_ code: String, on: Day? = nil) -> String {
        path(["agencies", code, "duties"], on: on)
    }
    static let posts = "/posts"
    /// The form for a new post, filled in with an agency's code or a person's number.
    static func newPost(agency: String? = nil, person: Int? = nil) -> String {
        path(
            ["posts", "new"],
            [("agency_code", agency), ("person_number", person.map { String($0) })]
                .compactMap { name, value in value.map { (name, $0) } })
    }
    static func post(_ number: Int) -> String { path(["posts", String(number)]) }
    static func handOver(_ number: Int) -> String { path(["posts", String(number), "hand-over"]) }
    static let journal = "/journal"
    static func journalEntry(_ seq: Int) -> String { path(["journal", String(seq)]) }
    /// The proof that an entry stood in the journal, as a file.
    static func journalReceipt(_ seq: Int) -> String {
        path(["journal", String(seq), "receipt.json"])
    }
    /// The journal of one record, by what people cite or by its id.
    static func journal(of kind: String, _ record: String) -> String {
        path(["journal"], [("kind", kind), ("record", record)])
    }
    static let server = "/server"
    /// Asks for a job now: `/server/jobs/prove-backup`.
    static func job(_ kind: Job.Kind) -> String { path(["server", "jobs", kind.rawValue]) }
    /// Has a mail sent again.
    static func mailDelivery(_ id: Mail.ID) -> String {
        path(["server", "mails", id.text, "delivery"])
    }
    static let publicJournal = "/public/journal"
    static let publicJournalFile = "/public/journal.json"

    /// The address of a file that comes with the program, marked by its content.
    static func asset(_ name: String) -> String {
        Asset.all[name]?.path ?? path(["assets", name])
    }

    /// An address from its parts, each written so that nothing in it can end it early.
    static func path(
        _ segments: [String], _ query: [(name: String, value: String)] = [], on: Day? = nil
    ) -> String {
        var path = segments.isEmpty ? "/" : ""
        for segment in segments { path += "/" + encoded(segment) }
        var mark = "?"
        for (name, value) in query {
            path += mark + encoded(name) + "=" + encoded(value)
            mark = "&"
        }
        if let on { path += mark + "on=" + on.text }
        return path
    }

    /// The same address with other values of some query fields; `nil` takes a field away.
    static func changed(_ address: String, _ changes: [(name: String, value: String?)]) -> String {
        let halves = address.split(separator: "?", maxSplits: 1)
        let kept = (halves.count == 2 ? halves[1].split(separator: "&") : []).filter { pair in
            !changes.contains { pair == encoded($0.name) || pair.hasPrefix(encoded($0.name) + "=") }
        }
        let added = changes.compactMap { change in
            change.value.map { encoded(change.name) + "=" + encoded($0) }
        }
        let asked = (kept.map(String.init) + added).joined(separator: "&")
        return (halves.first.map(String.init) ?? "/") + (asked.isEmpty ? "" : "?" + asked)
    }

    private static func encoded(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return text }
        var bytes: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            if isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the byte stands for itself in an address.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "."), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

extension Int {
    fileprivate var text: String { String(self) }
}
