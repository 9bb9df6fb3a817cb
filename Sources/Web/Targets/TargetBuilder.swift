import Documents
import Domain

/// Makes the finished text of one target's page.
struct TargetBuilder {
    let year: YearStandings
    let item: YearStandings.Item
    let number: Int
    let language: Language
    let chosen: Day?
    /// The target's own words in the plan; `nil` when a person added it.
    let quote: String?
    let history: [HistoryEntry]
    let actions: [Link]
    /// Which rows to show: `counted`, `uncounted` or all.
    let show: String
    let page: Int

    var standing: Standing { item.standing }
    var terms: Plan.Target.Terms { item.target.terms }
    var path: String { Paths.target(number, item.target.code, on: chosen) }

    func targetPage() -> TargetPage {
        TargetPage(
            language: language,
            crumbs: [
                Link(
                    text("Kế hoạch \(year.plan.symbol)", "Plan \(year.plan.symbol)"),
                    Paths.plan(number, on: chosen) + "#" + item.target.clause),
                Link(Plan.Clause.citation(of: item.target.code)[language]),
            ],
            title: terms.title, quote: quote, figure: standing.headline[language],
            badge: Badge(standing.verdict, language),
            reasons: [standing.because[language], standing.missing?[language].capitalisedFirst]
                .compactMap(\.self)
                .filter { !$0.isEmpty },
            bar: standing.bar(language), formula: standing.formula[language], facts: facts,
            parts: standing.apart.map {
                TargetPage.Part(count: Written.number($0.count, language), name: $0.name[language])
            },
            chart: chart, readings: readings, members: members, rows: rows, forecast: forecast,
            quality: quality, history: history, historyPath: nil, actions: actions)
    }

    func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    func name(_ body: Int?) -> String {
        body.map { year.tree[$0].version.nameInSentence.capitalisedFirst } ?? ""
    }

    func bodyLink(_ body: Int?) -> Link {
        guard let body else { return Link("") }
        return Link(name(body), Paths.agency(year.tree[body].code, on: chosen))
    }

    private var facts: [TargetPage.Fact] {
        var facts: [TargetPage.Fact] = []
        if let lead = terms.lead.flatMap({ year.tree.body($0) }) {
            facts.append(
                TargetPage.Fact(
                    name: text("Chủ trì", "Lead"), text: lead.name,
                    path: Paths.agency(lead.code, on: chosen)))
        }
        if !item.answerable[language].isEmpty {
            facts.append(
                TargetPage.Fact(
                    name: text("Chịu trách nhiệm", "Answers for it"),
                    text: item.answerable[language]))
        }
        let source = terms.deadlineSource.isEmpty ? "" : " (\(terms.deadlineSource))"
        facts.append(
            TargetPage.Fact(
                name: text("Thời hạn", "Deadline"),
                text: terms.deadline.map { $0[language] + source }
                    ?? text(
                        "hết năm kế hoạch, \(standing.deadline.vi)",
                        "end of the plan year, \(standing.deadline.en)")))
        facts.append(TargetPage.Fact(name: text("Mức phải đạt", "Threshold"), text: threshold))
        if let scope = item.asked.scope {
            facts.append(
                TargetPage.Fact(
                    name: text("Phạm vi", "Scope"),
                    text: "\(scope.name[language]): \(standing.set[language])"))
        }
        facts.append(
            TargetPage.Fact(
                name: text("Phương pháp tính", "Measure"),
                text: terms.measure?.title[language] ?? ""))
        return facts
    }

    private var threshold: String {
        guard let value = terms.value else { return terms.comparator.title[language] }
        return
            "\(terms.comparator.title[language]) \(value.text(language))\(terms.unit == "%" ? "%" : " \(terms.unit)")"
    }

    private var forecast: [TargetPage.Sum] {
        guard let forecast = standing.forecast else { return [] }
        return [
            TargetPage.Sum(
                text: forecast.arithmetic[language].capitalisedFirst,
                figure: Written.count(forecast.numerator, language))
        ]
    }

    private var readings: TargetPage.Readings? {
        guard !standing.readings.isEmpty, let needed = standing.needed,
            let total = standing.denominator
        else {
            return nil
        }
        let together = TargetPage.Readings.Reading(
            name: text("Gộp các cấp", "All tiers together"), has: "\(standing.numerator)/\(total)",
            needs: Written.count(needed, language),
            missing: short(max(0, needed - standing.numerator)),
            badge: Badge(standing.numerator >= needed ? .kept : standing.verdict, language))
        let tiers = standing.readings.map { part in
            TargetPage.Readings.Reading(
                name: text("Riêng \(part.name.vi)", part.name.en.capitalisedFirst),
                has: "\(Written.count(part.numerator, language))/\(part.denominator)",
                needs: Written.count(part.needed, language), missing: short(part.missing),
                badge: Badge(part.verdict, language))
        }
        let isSettled = terms.reading != nil
        return TargetPage.Readings(
            heading: isSettled
                ? text("Cách tính đã chốt", "How it is counted")
                : text("Hai cách tính, chưa chốt", "Two readings, not settled"),
            note: isSettled
                ? "\(terms.reading?.title[language].capitalisedFirst ?? ""): \(terms.readingBasis)"
                : text(
                    "Lời văn của kế hoạch không nói rõ tính gộp hay tính riêng từng cấp. Cho đến khi có văn bản quyết định, trang này lấy kết quả chặt hơn.",
                    "The plan's words leave open whether the quota is taken together or tier by tier. Until a document settles it, the stricter verdict is shown."
                ),
            rows: terms.reading == .perTier ? tiers : [together] + tiers, settle: nil)
    }

    private func short(_ count: Int) -> String { count == 0 ? "–" : Written.count(count, language) }

    private var members: TargetPage.Members? {
        guard !standing.parts.isEmpty else { return nil }
        return TargetPage.Members(
            heading: text("Từng nơi một", "One by one"),
            caption: text(
                "Tỷ lệ phải bảo đảm ở từng nơi, làm tròn lên theo số cơ quan.",
                "The share must hold for each of them, rounded up to whole bodies."),
            headings: [
                text("Đơn vị cấp dưới", "Bodies below"), text("Đã kiểm tra", "Inspected"),
                text("Cần", "Needed"),
                text("Đã lên lịch", "Scheduled"), text("Còn thiếu", "Short"),
            ],
            rows: standing.parts.map { part in
                TargetPage.Members.Member(
                    name: bodyLink(part.body),
                    figures: [
                        "\(part.denominator)", Written.count(part.numerator, language),
                        Written.count(part.needed, language), short(part.scheduled),
                        short(part.missing),
                    ],
                    badge: Badge(part.verdict, language))
            })
    }

    private var quality: [String] {
        var notes: [String] = []
        if standing.recordedLater > 0 {
            notes.append(
                text(
                    "\(Written.count(standing.recordedLater, .vi)) dòng được ghi nhận sau ngày \(standing.on.vi); ngày đó chưa ai thấy.",
                    "\(standing.recordedLater) rows were entered after \(standing.on.en); nobody could see them on that day."
                ))
        }
        if terms.deadline != nil, !terms.deadlineSource.isEmpty, quote?.contains("ngày") != true {
            notes.append(
                text(
                    "Thời hạn không có trong lời văn của chỉ tiêu; căn cứ: \(terms.deadlineSource).",
                    "The deadline does not stand in the target's words; source: \(terms.deadlineSource)."
                ))
        }
        return notes
    }
}
