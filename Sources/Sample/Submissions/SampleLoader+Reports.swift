import Domain
import Store

/// The reports of agencies, sent and received on their days by those who would.
extension SampleLoader {
    func enterReports(_ day: Day) async throws {
        let events = reporting.events(on: day)
        guard !events.isEmpty else { return }
        let scene = ReportScene(loader: self, day: day)
        try await store.write(at: morning(day)) { db in
            for event in events { try scene.enter(event, db) }
        }
    }
}

/// One day of reports.
private struct ReportScene: Sendable {
    let loader: SampleLoader
    let day: Day

    private var year: Int { loader.year.year }

    func enter(_ event: SampleReporting.Event, _ db: WritableDatabase) throws {
        let user = loader.user
        switch event {
        case .opened: try open(db)
        case .sent(let report): try send(report, db)
        case .passedOn(let period, let superior, let bodies):
            let officer = try person(.officer, in: superior, db)
            try decide(.accepted, bodies, in: period, by: officer ?? user, db)
        case .accepted(let period, let bodies):
            try decide(.accepted, bodies, in: period, by: user, db)
        case .returned(let period, let body, let reason):
            try decide(.returned, [body], in: period, by: user, because: reason, db)
        case .documented(let report): try sign(report, db)
        case .locked(let code, let lock):
            guard let period = try db.period(code, of: year) else { return }
            try db.changePeriod(period.locked(lock), by: user)
        }
    }

    private func open(_ db: WritableDatabase) throws {
        try db.openPeriods(of: year, by: loader.user)
        try db.setReportingRules(loader.reporting.story.rules, of: year, by: loader.user)
        for period in try db.periods(of: year) {
            try db.changePeriod(
                period.named(source: loader.reporting.story.rules.source), by: loader.user)
        }
    }

    private func send(_ report: SampleReporting.Report, _ db: WritableDatabase) throws {
        guard let agency = try agency(report.body, db),
            let period = try db.period(report.period, of: year)
        else { return }
        let basis = try db.submissionBasis(for: agency, in: period, on: day)
        let role: Role = basis.rules.sender == .head ? .head : .officer
        try db.submit(
            answers(report, basis), for: agency, in: report.period, of: year, on: day,
            version: basis.submission?.version ?? 0,
            by: try person(role, in: report.body, db) ?? loader.user)
    }

    /// What the body would say of its tasks by that day.
    private func answers(
        _ report: SampleReporting.Report, _ basis: SubmissionBasis
    ) -> SubmissionAnswers {
        var random = SampleRandom(year, "report \(report.period) \(report.body)")
        var problems: [Problem] = []
        var answers = SubmissionAnswers.read(basis.content.fields, on: basis.content, &problems)
        let own = loader.ownTasks[report.body] ?? [:]
        for line in basis.content.tasks {
            let told = line.plan == loader.ownPlans[report.body] ? own[line.number] : nil
            let done = line.doneOn ?? told?.flatMap { $0 <= day ? $0 : nil }
            answers.tasks[line.task] = answer(line, done, &random)
        }
        for line in basis.content.measures where !line.isAnswered {
            answers.measures[line.target]?.nothingArose = true
        }
        let isIdle = basis.content.tasks.allSatisfy { line in
            answers.tasks[line.task]?.doneOn == nil
                && line.dueOn.map { $0 > basis.period.agencyLast } ?? true
        }
        answers.nothingArose = isIdle && basis.content.measures.isEmpty
        answers.difficulties =
            random.happens(35) ? difficulties[random.below(difficulties.count)] : ""
        answers.proposals = random.happens(20) ? proposals[random.below(proposals.count)] : ""
        return answers
    }

    private func answer(
        _ line: SubmissionContent.TaskLine, _ done: Day?, _ random: inout SampleRandom
    ) -> SubmissionAnswers.TaskAnswer {
        guard let done else {
            let percent = line.percent.map { min(90, $0 + 10 * random.within(1...2)) }
            return SubmissionAnswers.TaskAnswer(
                percent: percent ?? 10 * random.within(1...6),
                result: line.result.isEmpty ? "Đang triển khai theo kế hoạch." : line.result)
        }
        let explanation =
            line.evidence.isEmpty && line.explanation.isEmpty
            ? "Văn bản giấy đã lưu tại văn thư cơ quan; bản điện tử bổ sung sau." : line.explanation
        return SubmissionAnswers.TaskAnswer(
            percent: 100, doneOn: done,
            result: line.doneOn == nil || line.result.isEmpty
                ? "Đã hoàn thành ngày \(done.vi)." : line.result,
            explanation: explanation)
    }

    private func decide(
        _ kind: SubmissionDecision.Kind, _ bodies: [String], in code: String, by user: User.ID,
        because reason: String = "", _ db: WritableDatabase
    ) throws {
        guard let period = try db.period(code, of: year) else { return }
        let sent = Dictionary(
            try db.submissions(in: period, for: .system).map { ($0.agency, $0) },
            uniquingKeysWith: { first, _ in first })
        var versions: [Agency.ID: Int] = [:]
        var reason = reason
        for body in bodies {
            guard let agency = try agency(body, db), let submission = sent[agency] else { continue }
            versions[agency] = submission.version
            if user == loader.user, submission.desk != nil, reason.isEmpty {
                reason = "Tiếp nhận thay do đơn vị cấp trên chưa có công chức đầu mối."
            }
        }
        guard !versions.isEmpty else { return }
        try db.decideSubmissions(
            SubmissionDecision(kind, versions, because: reason), in: code, of: year, on: day,
            by: user)
    }

    private func sign(_ report: SampleReporting.Report, _ db: WritableDatabase) throws {
        guard let agency = try agency(report.body, db), let signedOn = report.signedOn,
            let period = try db.period(report.period, of: year),
            let sent = try db.submission(of: agency, in: period, for: .system)
        else { return }
        var random = SampleRandom(year, "document \(report.period) \(report.body)")
        let issuer = report.superior == nil ? "BC-CQ" : "BC-UBND"
        try db.recordSignedDocument(
            SignedDocument(
                symbol: "\(random.within(21...240))/\(issuer)", signedOn: signedOn, recordedOn: day),
            for: agency, in: report.period, of: year, version: sent.version, by: loader.user)
    }

    private func agency(_ code: String, _ db: ReadableDatabase) throws -> Agency.ID? {
        try db.agencies(coded: code, on: day).first?.agency
    }

    private func person(
        _ role: Role, in code: String, _ db: ReadableDatabase
    ) throws -> User.ID? {
        guard let agency = try agency(code, db) else { return nil }
        return try db.posts(in: agency, on: day, for: .system).first { $0.role == role }?.person
    }
}

private let difficulties = [
    "Công chức phụ trách kiêm nhiệm nhiều việc nên cập nhật hồ sơ còn chậm.",
    "Máy quét tại bộ phận một cửa hỏng, việc số hóa hồ sơ bị gián đoạn.",
    "Người dân chưa quen nộp hồ sơ trực tuyến, tỷ lệ còn thấp.",
    "Kinh phí tuyên truyền được bổ sung chậm so với kế hoạch.",
    "Do dịch bệnh, một số cuộc tập huấn phải chuyển sang trực tuyến.",
]

private let proposals = [
    "Đề nghị Sở Nội vụ tập huấn cho công chức đầu mối trong quý tới.",
    "Đề nghị bố trí thêm kinh phí mua máy quét cho bộ phận một cửa.",
    "Đề nghị sớm hướng dẫn thống nhất biểu mẫu báo cáo.",
]

extension Period {
    /// The period with the document that says its days.
    fileprivate func named(source: String) -> Period {
        Period(
            year: year, code: code, position: position, name: name, first: first, last: last,
            agencyLast: agencyLast, agencyDue: agencyDue, lowerDue: lowerDue, due: due,
            source: source, lock: lock, version: version)
    }
}
