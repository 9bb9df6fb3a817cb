import Domain

/// Everything that happens to the reports of a sample year, day by day.
struct SampleReporting: Sendable {
    struct Report: Hashable, Sendable {
        let body: String
        /// The code of the district through which it goes; `nil` when straight to the office.
        let superior: String?
        let period: String
        let sentOn: Day
        /// The day of the signed document; `nil` when it hasn't come.
        let signedOn: Day?
    }

    enum Event: Sendable {
        case opened
        case sent(Report)
        case passedOn(period: String, superior: String, bodies: [String])
        case accepted(period: String, bodies: [String])
        case returned(period: String, body: String, reason: String)
        case documented(Report)
        case locked(period: String, Period.Lock)
    }

    let story: ReportingStory
    private let byDay: [Day: [Event]]

    var days: [Day] { byDay.keys.sorted() }

    func events(on day: Day) -> [Event] { byDay[day] ?? [] }

    init(_ year: SampleYear) {
        story = ReportingStory.of(year.edition)
        var events: [Day: [Event]] = [:]
        events[story.opened, default: []].append(.opened)
        let planYear = PlanYear(
            year.year, first: year.period.lowerBound, last: year.period.upperBound, source: nil)
        for period in Period.usual(in: planYear) {
            guard let course = story.periods[period.code] else { continue }
            Self.tell(period, course, of: year, story.rules, &events)
        }
        byDay = events
    }

    private static func tell(
        _ period: Period, _ course: ReportingStory.Course, of year: SampleYear,
        _ rules: ReportingRules, _ events: inout [Day: [Event]]
    ) {
        var random = SampleRandom(year.year, "reports \(period.code)")
        let calendar = Story.of(year.edition).calendar
        let levels = Dictionary(
            year.agencies.compactMap { row in row.code.map { ($0, row.level) } },
            uniquingKeysWith: { first, _ in first })
        let bodies = random.shuffled(
            year.agencies.filter { row in
                [.department, .vertical, .district, .commune].contains(row.level)
            })
        let reporting = bodies.dropFirst(course.missing)
        var unsigned = course.unsigned
        var (mended, returned, waiting) = (course.mended, course.returned, course.waiting)
        var passed: [Day: [String: [String]]] = [:]
        var accepted: [Day: [String]] = [:]
        for (place, row) in reporting.enumerated() {
            guard let body = row.code else { continue }
            let isLower = rules.levels == .levelByLevel && row.level == .commune
            let superior =
                isLower && row.parentCode.flatMap { levels[$0] } == .district
                ? row.parentCode : nil
            let due = superior == nil ? period.agencyDue : period.lowerDue ?? period.agencyDue
            let isLate = place < course.late
            let sentOn =
                isLate
                ? min(calendar.onOrAfter(due + random.within(1...8)), year.today - 4)
                : calendar.pick(period.agencyLast - 2, due, using: &random)
            let comesSigned = unsigned == 0 || place < course.late
            if !comesSigned { unsigned -= 1 }
            let signedOn = comesSigned ? calendar.onOrAfter(sentOn) : nil
            let report = Report(
                body: body, superior: superior, period: period.code, sentOn: sentOn,
                signedOn: signedOn)
            events[sentOn, default: []].append(.sent(report))
            if let signedOn {
                events[signedOn + 1, default: []].append(.documented(report))
            }
            let next = isLate ? calendar.onOrAfter(sentOn + 1) : calendar.onOrAfter(due + 1)
            let isOpen = place >= course.late
            if isOpen, returned > 0, superior == nil {
                returned -= 1
                events[next, default: []].append(
                    .returned(period: period.code, body: body, reason: reason(&random)))
                continue
            }
            if isOpen, waiting > 0 {
                waiting -= 1
                continue
            }
            if isOpen, mended > 0, superior == nil {
                mended -= 1
                let again = Report(
                    body: body, superior: superior, period: period.code, sentOn: next + 1,
                    signedOn: nil)
                events[next, default: []].append(
                    .returned(period: period.code, body: body, reason: reason(&random)))
                events[next + 1, default: []].append(.sent(again))
            }
            if let superior { passed[next, default: [:]][superior, default: []].append(body) }
            let taken = max(calendar.onOrAfter(next + 3), calendar.onOrAfter(period.due - 1))
            accepted[min(taken, year.today - 1), default: []].append(body)
        }
        for (day, districts) in passed {
            for (superior, bodies) in districts.sorted(by: { $0.key < $1.key }) {
                events[day, default: []].append(
                    .passedOn(period: period.code, superior: superior, bodies: bodies))
            }
        }
        for (day, bodies) in accepted {
            events[day, default: []].append(.accepted(period: period.code, bodies: bodies))
        }
        if let lock = course.lock {
            events[lock.from, default: []].append(.locked(period: period.code, lock))
        }
    }

    private static func reason(_ random: inout SampleRandom) -> String {
        let reasons = [
            "Chưa nêu nguyên nhân nhiệm vụ quá hạn; đề nghị bổ sung.",
            "Số liệu chưa khớp với kế hoạch đã ban hành; đề nghị rà soát lại.",
            "Thiếu giải trình đối với nhiệm vụ đã báo hoàn thành.",
            "Kết quả ghi chung chung; đề nghị nêu rõ văn bản, số lượng.",
        ]
        return reasons[random.below(reasons.count)]
    }
}
