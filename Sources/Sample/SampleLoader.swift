import Domain
import Reading
import Store

/// Fills an empty workspace with a sample year, through the same actions that people use.
///
/// Lines are entered day by day, in the order of the year, so the journal reads like one.
public struct SampleLoader: Sendable {
    let year: SampleYear
    let store: Store
    let user: User.ID
    /// What happens to the agencies' reports.
    let reporting: SampleReporting
    /// When each task of each body's own plan was done; `nil` for one that is open.
    let ownTasks: [String: [Int: Day?]]
    /// The symbol of each body's own plan.
    let ownPlans: [String: String]

    public init(_ year: SampleYear, into store: Store, by user: User.ID) {
        self.year = year
        self.store = store
        self.user = user
        reporting = SampleReporting(year)
        var tasks: [String: [Int: Day?]] = [:]
        for row in year.agencyTasks.map(\.row) {
            guard let code = row.agencyCode, let number = row.number else { continue }
            tasks[code, default: [:]][number] = .some(row.doneOn)
        }
        ownTasks = tasks
        ownPlans = Dictionary(
            year.agencyPlans.compactMap { plan in
                plan.row.agencyCode.map { ($0, plan.row.symbol ?? "") }
            }, uniquingKeysWith: { _, last in last })
    }

    /// - Throws: ``SampleError/notEmpty`` when the workspace holds bodies already.
    public func load() async throws {
        guard try await store.read({ try $0.agencyVersions().isEmpty }) else {
            throw SampleError.notEmpty
        }
        try await setUp()
        try await addCalendar()
        try await addLastScores()
        try await addLastProvinceScores()
        try await addPlan()
        try await addPeople()
        try await assignTasks()
        let officers = try await officers()
        for day in days {
            try await enter(day, officers)
        }
        try await enterTasks()
        try await reportTasks()
        try await addLegalDocuments()
        try await enterEvidence()
        try await remedyFindings()
        try await fileInspections()
        try await issueInspectionPlan()
        try await askForSelfInspections()
        try await addCoordination()
        try await addEffects()
        try await recordDocumentCheck()
        try await addLegalReviews()
        try await addReports()
        try await addScores()
        try await addProvinceScores()
        try await store.indexLegalTexts()
    }

    private func setUp() async throws {
        let (year, user) = (year, user)
        let name = year.agencies.first { $0.code == year.provinceCode }?.name ?? ""
        let first = year.period.lowerBound
        try await store.write(at: morning(first)) {
            try $0.setWorkspace(
                Workspace(
                    name: Bilingual(name), fixedToday: year.today, isMadeUp: true,
                    readableByVisitors: true),
                by: user)
        }
        let table = AgencyColumns.all.table(year.agencies)
        _ = try await store.write(at: morning(first)) {
            try $0.importAgencies(
                AgencyColumns.all.read(table, blank: AgencyRow()), from: nil, by: user)
        }
    }

    /// Reads the plan's text, decides on each proposal as the sample's person would, confirms it.
    private func addPlan() async throws {
        let (year, user) = (year, user)
        let draft = PlanReader.read(year.planText)
        let header = draft.document
        let issued = header.issuedOn ?? year.period.lowerBound
        try await store.write(at: morning(issued)) { db in
            let tree = try db.agencyTree(on: issued)
            func agency(_ code: String) throws -> Agency.ID {
                guard let body = tree.bodies(coded: code).first else {
                    throw MissingRecord(Bilingual(vi: "cơ quan", en: "agency"), code)
                }
                return body.id
            }
            let plan = Plan(
                id: db.newID(), agency: try agency(year.provinceCode), year: year.year,
                type: header.type ?? "Kế hoạch", symbol: header.symbol ?? "",
                title: header.title ?? "",
                place: header.place ?? "", signer: header.signer ?? "", issuedOn: header.issuedOn,
                effectiveOn: header.effectiveOn)
            try db.addPlan(plan, text: year.planText, draft: draft, by: user, on: issued)
            for (proposed, target) in zip(draft.targets, try db.targets(of: plan.id)) {
                guard let decision = year.decision(on: proposed) else {
                    try db.decideTarget(
                        target.id, .rejected, terms: nil, version: target.version, by: user)
                    continue
                }
                try db.decideTarget(
                    target.id, .accepted,
                    terms: decision.terms(from: proposed, lead: try agency(decision.leadCode)),
                    version: target.version, by: user)
            }
            for (proposed, task) in zip(draft.tasks, try db.tasks(of: plan.id)) {
                guard let decision = year.decision(on: proposed) else { continue }
                try db.assignTask(
                    task.number, of: plan.id, lead: try agency(decision.leadCode),
                    dueOn: decision.dueOn,
                    by: user)
            }
            try db.confirmPlan(plan.id, by: user, on: issued)
        }
        try await settleTasks()
    }

    /// The plan's tasks that were done on the day.
    private func finishTasks(_ day: Day) async throws {
        let (year, user) = (year, user)
        for (position, proposed) in PlanReader.read(year.planText).tasks.enumerated()
        where year.decision(on: proposed)?.doneOn == day {
            try await store.write(at: morning(day)) { db in
                guard let plan = try db.currentPlan(of: year.year) else { return }
                try db.completeTask(position + 1, of: plan.id, on: day, by: user)
            }
        }
    }

    /// Every day on which something was entered, in order.
    private var days: [Day] {
        var days: Set<Day> = []
        days.insert(handOverDay)
        days.formUnion(chasing.map(\.day).filter { $0 <= year.today })
        days.formUnion(reporting.days)
        days.formUnion(year.tasks.compactMap(\.doneOn).filter { $0 <= year.today })
        days.formUnion(year.agencyPlans.map(\.recordedOn))
        days.formUnion(year.inspections.map(\.recordedOn))
        days.formUnion(year.selfInspections.map(\.recordedOn))
        days.formUnion(findings.map(\.recordedOn))
        days.formUnion(year.legalDocuments.map(\.recordedOn))
        days.formUnion(year.figures.map(\.recordedOn))
        days.formUnion(year.registers.days)
        days.formUnion([provinceResultDay, ratingDay].compactMap(\.self))
        return days.sorted()
    }

    /// The findings, none entered before the inspection that it names.
    private var findings: [Recorded<FindingRow>] {
        year.findings.map { finding in
            guard let number = finding.row.inspectionNumber,
                year.inspections.indices.contains(number - 1)
            else {
                return finding
            }
            return Recorded(
                finding.row, on: max(finding.recordedOn, year.inspections[number - 1].recordedOn))
        }
    }

    private func enter(_ day: Day, _ officers: [String: User.ID]) async throws {
        let user = user
        if day == handOverDay { try await handOver() }
        if day == provinceResultDay { try await addProvinceResult(on: day) }
        if day == ratingDay {
            try await addCommendations(on: day)
            try await addRating(on: day)
        }
        for plan in year.agencyPlans
        where plan.recordedOn == day && draftsHere(plan.row.agencyCode, officers) {
            guard let officer = plan.row.agencyCode.flatMap({ officers[$0] }) else { continue }
            try await drawUp(plan.row, on: day, by: officer)
        }
        let declared = year.agencyPlans.filter { !draftsHere($0.row.agencyCode, officers) }
        try await enter(day, declared, AgencyPlanColumns.all, AgencyPlanRow()) {
            _ = try $0.importAgencyPlans($1, by: user)
        }
        try await enterTasks(day)
        try await enter(day, year.inspections, InspectionColumns.all, InspectionRow()) {
            _ = try $0.importInspections($1, by: user)
        }
        // A body's own officer enters its self-inspections; the office those of bodies without one.
        let byBody = Dictionary(grouping: year.selfInspections.filter { $0.recordedOn == day }) {
            $0.row.bodyCode.flatMap { officers[$0] } ?? user
        }
        for (person, rows) in byBody.sorted(by: { $0.key < $1.key }) {
            try await enter(day, rows, SelfInspectionColumns.all, SelfInspectionRow()) {
                _ = try $0.importSelfInspections($1, by: person)
            }
        }
        try await enter(day, findings, FindingColumns.all, FindingRow()) {
            _ = try $0.importFindings($1, by: user)
        }
        try await enter(day, year.legalDocuments, LegalDocumentColumns.all, LegalDocumentRow()) {
            _ = try $0.importLegalDocuments($1, by: user)
        }
        try await enterFigures(day)
        for (asked, channels, kind) in chasing where asked == day && day <= year.today {
            try await chase(day, channels, kind)
        }
        try await enterRegisters(day)
        if year.tasks.contains(where: { $0.doneOn == day }) { try await finishTasks(day) }
        try await enterReports(day)
    }

    func enter<Row: Sendable>(
        _ day: Day, _ rows: [Recorded<Row>], _ columns: [Column<Row>], _ blank: Row,
        _ action: @escaping @Sendable (WritableDatabase, ReadRows<Row>) throws -> Void
    ) async throws {
        let today = rows.filter { $0.recordedOn == day }.map(\.row)
        guard !today.isEmpty else { return }
        let read = columns.read(columns.table(today), blank: blank)
        try await store.write(at: morning(day)) { try action($0, read) }
    }

    /// The tasks of the plans that were entered on the day, none of them done yet.
    private func enterTasks(_ day: Day) async throws {
        let user = user
        let bodies = Set(
            year.agencyPlans.filter { $0.recordedOn == day }.compactMap(\.row.agencyCode))
        let rows = year.agencyTasks.map(\.row).filter { row in
            row.agencyCode.map(bodies.contains) ?? false
        }.map { row in
            var row = row
            row.doneOn = nil
            return row
        }
        guard !rows.isEmpty else { return }
        let read = AgencyTaskColumns.all.read(
            AgencyTaskColumns.all.table(rows), blank: AgencyTaskRow())
        try await store.write(at: morning(day)) { _ = try $0.importAgencyTasks(read, by: user) }
    }

    /// What was done of agencies' own tasks and stands in no report yet.
    private func enterTasks() async throws {
        let user = user
        let table = AgencyTaskColumns.all.table(year.agencyTasks.map(\.row))
        let read = AgencyTaskColumns.all.read(table, blank: AgencyTaskRow())
        try await store.write(at: morning(year.today)) {
            _ = try $0.importAgencyTasks(read, by: user)
        }
    }

    private func enterFigures(_ day: Day) async throws {
        let (year, user) = (year, user)
        for figure in year.figures where figure.recordedOn == day {
            try await store.write(at: morning(day)) { db in
                guard let plan = try db.currentPlan(of: year.year),
                    let target = try db.targets(of: plan.id).first(where: {
                        $0.code == figure.targetCode
                    })
                else { return }
                try db.recordFigure(
                    Facts.Figure(
                        day: figure.day, numerator: figure.numerator,
                        denominator: figure.denominator,
                        source: figure.source, note: figure.note, recordedOn: day),
                    for: target.id, by: user)
            }
        }
    }

    /// Nine o'clock in Vietnam on that day.
    func morning(_ day: Day) -> Instant {
        Instant(milliseconds: Int64(day.number) * 86_400_000 + 2 * 3_600_000)
    }
}

/// What making a sample refuses.
public enum SampleError: UserFacingError, Hashable {
    case notEmpty
    case unknownYear(Int)

    public var code: String {
        switch self {
        case .notEmpty: "sample.not-empty"
        case .unknownYear: "sample.unknown-year"
        }
    }

    public var kind: ErrorKind { .conflict }

    public var message: Bilingual {
        switch self {
        case .notEmpty:
            Bilingual(
                vi: "Cơ sở dữ liệu này đã có số liệu; hãy chọn tệp khác cho dữ liệu minh họa.",
                en: "This workspace holds data already; choose another file for the sample.")
        case .unknownYear(let year):
            Bilingual(
                vi: "Không có dữ liệu minh họa năm \(year); hãy chọn 2021 hoặc 2026.",
                en: "There is no sample of \(year); choose 2021 or 2026.")
        }
    }
}
