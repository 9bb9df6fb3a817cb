import Domain
import Store

/// Makes the page of the year's periods and rules.
struct PeriodBuilder {
    private let year: Int
    private let periods: [Period]
    private let rules: ReportingRules
    private let exceptions: [String: [LockException]]
    private let used: Set<String>
    /// Who has sent nothing for a locked period, and may need more time.
    private let missing: [String: [Field.Choice]]
    private let tree: AgencyTree
    private let isComplete: Bool
    private let language: Language
    private let day: Day

    init(_ db: ReadableDatabase, year: Int, on day: Day, _ language: Language, by user: User.ID)
        throws
    {
        try db.require(.managePeriods, of: user)
        periods = try db.periods(of: year)
        rules = try db.reportingRules(of: year)
        var exceptions: [String: [LockException]] = [:]
        var used: Set<String> = []
        var missing: [String: [Field.Choice]] = [:]
        let tree = try db.agencyTree(on: day)
        for period in periods {
            exceptions[period.code] = try db.lockExceptions(in: period)
            let sent = Set(try db.submissions(in: period, for: .system).map(\.agency))
            if !sent.isEmpty { used.insert(period.code) }
            guard period.lock != nil else { continue }
            missing[period.code] = tree.bodies
                .filter { $0.parent != nil && !sent.contains($0.id) }
                .map { Field.Choice(value: $0.code, text: $0.name) }
        }
        self.exceptions = exceptions
        self.used = used
        self.missing = missing
        self.tree = tree
        let known = Set(periods.map(\.code))
        isComplete = Period.usual(in: try db.planYear(year)).allSatisfy { known.contains($0.code) }
        self.year = year
        self.language = language
        self.day = day
    }

    /// The typed form belongs to the entry whose code it was sent for, or to the rules.
    func page(
        _ token: String, typed: Form? = nil, of entry: String? = nil,
        refusal: (any UserFacingError)? = nil
    ) -> PeriodPage {
        let words = Words("Submissions", language)
        return PeriodPage(
            language: language,
            crumbs: [
                Link(words["title"], Paths.submissions(year)), Link(words["settings"]),
            ],
            title: "\(words["settings"]) \(year)", token: token,
            problems: refusal.map { refusal in
                refusal.problems.isEmpty
                    ? [refusal.message[language]] : refusal.problems.map { $0.message[language] }
            } ?? [],
            openPath: isComplete ? nil : Paths.periods(year),
            periods: periods.map {
                self.entry($0, typed: $0.code == entry ? typed : nil, refusal)
            },
            new: newPeriod(typed: entry == Self.new ? typed : nil, refusal),
            isNewOpen: entry == Self.new,
            rules: rulesForm(typed: entry == nil ? typed : nil, refusal))
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private func entry(
        _ period: Period, typed: Form?, _ refusal: (any UserFacingError)?
    ) -> PeriodPage.Entry {
        func field(
            _ name: String, _ vi: String, _ en: String, _ value: String, _ hint: String? = nil
        )
            -> Field
        {
            let isDay = !["name", "name_en", "source", "lock_reason", "agency", "reason"].contains(
                name)
            let isTyped = typed?.has(name) ?? false
            return Field(
                name: name, label: text(vi, en), kind: isDay ? .day : .text,
                value: isTyped ? typed?.text(name) ?? "" : value, hint: hint,
                problems: isTyped
                    ? refusal?.problems.filter { $0.field == name }.map { $0.message[language] }
                        ?? []
                    : [], idPrefix: period.code + "-")
        }
        let version = HiddenField(name: "version", value: String(period.version))
        var badges: [Badge] = []
        if let lock = period.lock, lock.from <= day {
            badges.append(Badge(kind: .notDue, word: text("đã khóa", "locked")))
        }
        if period.source.isEmpty {
            badges.append(Badge(kind: .noData, word: text("chưa ghi căn cứ", "no source yet")))
        }
        return PeriodPage.Entry(
            name: period.name[language], span: period.span[language], badges: badges,
            isOpen: typed != nil,
            days: PeriodPage.EditForm(
                path: Paths.period(period), hidden: [version],
                fields: [
                    field("name", "Tên kỳ", "Vietnamese name", period.name.vi),
                    field("name_en", "Tên tiếng Anh", "English name", period.name.en),
                    field("first", "Số liệu từ ngày", "Figures from", period.first.vi),
                    field("last", "Đến hết ngày", "To the end of", period.last.vi),
                    field(
                        "agency_last", "Đơn vị chốt số liệu", "Agencies' cut-off",
                        period.agencyLast.vi),
                    field(
                        "agency_due", "Hạn gửi của đơn vị", "Agencies are due", period.agencyDue.vi),
                    field(
                        "lower_due", "Hạn của đơn vị qua cấp trên", "Bodies below are due",
                        period.lowerDue?.vi ?? "",
                        text(
                            "Chỉ dùng khi gửi qua từng cấp.", "Used when reports go level by level."
                        )),
                    field(
                        "due", "Hạn của báo cáo chung", "The authority's report is due",
                        period.due.vi),
                    field("source", "Căn cứ", "Source", period.source),
                ]),
            lock: PeriodPage.EditForm(
                path: Paths.period(period, "lock"), hidden: [version],
                fields: [
                    field("lock_from", "Khóa từ ngày", "Locked from", period.lock?.from.vi ?? ""),
                    field("lock_reason", "Lý do", "Reason", period.lock?.reason ?? ""),
                ]),
            exceptions: (exceptions[period.code] ?? []).map { exception in
                let body = tree.body(exception.agency)
                return PeriodPage.Exception(
                    text: text(
                        "\(body?.name ?? ""): đến hết ngày \(exception.until.vi), \(exception.reason)",
                        "\(body?.name ?? ""): until \(exception.until.en), \(exception.reason)"),
                    code: body?.code ?? "")
            },
            exception: PeriodPage.EditForm(
                path: Paths.period(period, "exceptions"), hidden: [],
                fields: [
                    field("agency", "Mã đơn vị", "Agency's code", "")
                        .suggesting(missing[period.code] ?? []),
                    field("until", "Đến hết ngày", "Until the end of", ""),
                    field("reason", "Lý do", "Reason", ""),
                ]),
            removalPath: used.contains(period.code) ? nil : Paths.period(period, "removal"))
    }

    /// What the form for a period of one's own is called, where others are called by their codes.
    static let new = "new-period"

    private func newPeriod(typed: Form?, _ refusal: (any UserFacingError)?) -> PeriodPage.EditForm {
        func field(
            _ name: String, _ vi: String, _ en: String, isDay: Bool = true, isRequired: Bool = true,
            hint: String? = nil
        ) -> Field {
            Field(
                name: name, label: text(vi, en), kind: isDay ? .day : .text,
                value: typed?.text(name) ?? "", hint: hint,
                problems: typed == nil
                    ? []
                    : refusal?.problems.filter { $0.field == name }.map { $0.message[language] }
                        ?? [], isRequired: isRequired, idPrefix: "new-")
        }
        return PeriodPage.EditForm(
            path: Paths.periods(year), hidden: [HiddenField(name: "version", value: "1")],
            fields: [
                field("name", "Tên kỳ", "Vietnamese name", isDay: false),
                field("name_en", "Tên tiếng Anh", "English name", isDay: false, isRequired: false),
                field(
                    "code", "Ký hiệu trong địa chỉ", "Code in addresses", isDay: false,
                    hint: text("Ví dụ chuyen-de-1.", "Such as special-1.")),
                field("first", "Số liệu từ ngày", "Figures from"),
                field("last", "Đến hết ngày", "To the end of"),
                field("agency_last", "Đơn vị chốt số liệu", "Agencies' cut-off"),
                field("agency_due", "Hạn gửi của đơn vị", "Agencies are due"),
                field(
                    "lower_due", "Hạn của đơn vị qua cấp trên", "Bodies below are due",
                    isRequired: false),
                field("due", "Hạn của báo cáo chung", "The authority's report is due"),
                field("source", "Căn cứ", "Source", isDay: false, isRequired: false),
            ])
    }

    private func rulesForm(
        typed: Form?, _ refusal: (any UserFacingError)?
    ) -> PeriodPage.EditForm {
        func choice<Rule: CaseIterable & RawRepresentable & Equatable>(
            _ name: String, _ vi: String, _ en: String, _ value: Rule, _ title: (Rule) -> Bilingual
        ) -> Field where Rule.RawValue == String {
            Field(
                name: name, label: text(vi, en),
                kind: .choice(
                    Rule.allCases.map {
                        Field.Choice(
                            value: $0.rawValue, text: title($0)[language],
                            isChosen: (typed?.optional(name) ?? value.rawValue) == $0.rawValue)
                    }),
                problems: refusal?.problems.filter { $0.field == name }.map { $0.message[language] }
                    ?? [])
        }
        return PeriodPage.EditForm(
            path: Paths.reportingRules(year),
            hidden: [HiddenField(name: "version", value: String(rules.version))],
            fields: [
                choice("levels", "Đường gửi", "Way of reports", rules.levels) { $0.title },
                choice("sender", "Người gửi", "Sender", rules.sender) { $0.title },
                choice("document", "Văn bản ký", "Signed document", rules.document) { $0.title },
                choice("timeliness", "Tính đúng hạn theo", "In time by", rules.timeliness) {
                    $0.title
                },
                Field(
                    name: "source", label: text("Căn cứ", "Source"),
                    value: typed?.text("source") ?? rules.source, isWide: true),
            ])
    }
}

extension Field {
    /// The same field with suggestions; as it is when there are none.
    fileprivate func suggesting(_ choices: [Choice]) -> Field {
        guard !choices.isEmpty else { return self }
        var field = self
        field.kind = .suggested(choices)
        return field
    }
}
