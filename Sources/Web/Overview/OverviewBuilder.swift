import Domain

/// Makes the overview's finished text from how the year stands.
struct OverviewBuilder {
    let year: YearStandings
    let number: Int
    let language: Language
    /// The day, when the reader chose one; links keep it.
    let chosen: Day?
    let tasks: [Plan.Task]

    func officePage() -> OverviewPage {
        OverviewPage(
            language: language, headline: headline, lede: lede, views: views(isLeader: false),
            links: [
                Link(text("Văn bản kế hoạch", "The plan's text"), Paths.plan(number, on: chosen))
            ],
            tally: tally, targets: year.items.map(target), chase: chase, dueSoon: dueSoon,
            map: AgencyMapBuilder(year: year, number: number, language: language, chosen: chosen)
                .map())
    }

    /// "Một chỉ tiêu không đạt, ba có nguy cơ không đạt, hai đúng tiến độ".
    var headline: String {
        let groups = year.byVerdict
        guard let first = groups.first else {
            return text(
                "Kế hoạch chưa có chỉ tiêu nào được tính", "The plan has no target that is counted")
        }
        var parts = [
            text(
                "\(inWords(first.items.count)) chỉ tiêu \(first.verdict.title.vi.lowercasedFirst)",
                "\(inWords(first.items.count)) \(first.items.count == 1 ? "target" : "targets") \(first.verdict.title.en.lowercasedFirst)"
            )
        ]
        parts += groups.dropFirst().map { group in
            "\(inWords(group.items.count)) \(group.verdict.title[language].lowercasedFirst)"
        }
        return parts.joined(separator: ", ").capitalisedFirst
    }

    var lede: String {
        let plan = year.plan
        let last = year.period.upperBound
        let issued = plan.issuedOn.map { text(" ngày \($0.vi)", " of \($0.en)") } ?? ""
        let start = text(
            "Kế hoạch \(plan.symbol)\(issued) về cải cách hành chính năm \(number).",
            "Plan \(plan.symbol)\(issued) on administrative reform in \(number).")
        let left = last - year.on
        if left <= 0 {
            return start
                + text(" Đã chốt số liệu năm ngày \(last.vi).", " The year closed on \(last.en).")
        }
        return start
            + text(
                " Còn \(left) ngày đến thời điểm chốt số liệu năm (\(last.vi)).",
                " \(left) days to the year's close (\(last.en)).")
    }

    var tally: [OverviewPage.Tally] {
        year.byVerdict.map { group in
            OverviewPage.Tally(
                count: Written.count(group.items.count, language),
                badge: Badge(group.verdict, language))
        }
    }

    func views(isLeader: Bool) -> [OverviewPage.ViewChoice] {
        let path = Paths.overview(number, on: chosen)
        return [
            OverviewPage.ViewChoice(
                text: text("Cơ quan thường trực", "Standing office"), path: path,
                isCurrent: !isLeader),
            OverviewPage.ViewChoice(
                text: text("Lãnh đạo: một trang A4", "Leader: one A4 page"),
                path: Paths.changed(path, [("as", "leader")]), isCurrent: isLeader),
        ]
    }

    func leadName(_ target: Plan.Target) -> String? {
        target.terms.lead.flatMap { year.tree.body($0)?.version.nameInSentence }
    }

    func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private func target(_ item: YearStandings.Item) -> OverviewPage.Target {
        let standing = item.standing
        let terms = item.target.terms
        let due = terms.deadline.map { text(" · hạn \($0.vi)", " · due \($0.en)") } ?? ""
        let share =
            standing.isPublished ? nil : standing.value.map { Written.share($0, language) }
        let needed =
            standing.isPublished
            ? standing.neededText(language).map { text("cần \($0)", "\($0) needed") }
            : standing.needed.map {
                text("cần \(Written.count($0, .vi))", "\(Written.number($0, .en)) needed")
            }
        let apart = standing.apart.filter { $0.count > 0 }.prefix(3)
            .map { "\($0.name[language]) \(Written.count($0.count, language))" }.joined(
                separator: ", ")
        let missing = [standing.missing?[language], standing.missing == nil ? apart : nil]
            .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "; ")
        return OverviewPage.Target(
            clause: item.target.code, title: terms.title,
            path: Paths.target(number, item.target.code, on: chosen),
            scope: standing.set[language] + due,
            lead: leadName(item.target).map { text("Chủ trì: \($0)", "Lead: \($0)") },
            answerable: item.answerable[language].isEmpty
                ? nil
                : text(
                    "Chịu trách nhiệm: \(item.answerable.vi)", "Answers: \(item.answerable.en)"),
            badge: Badge(standing.verdict, language), bar: standing.bar(language),
            fraction: standing.fraction(language),
            shares: [share, needed].compactMap(\.self).joined(separator: " · "),
            missing: missing, names: [],
            forecast: standing.forecast.map {
                text("Dự báo: ", "Forecast: ") + $0.arithmetic[language]
            })
    }

    private func inWords(_ count: Int) -> String {
        let vietnamese = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
        let english = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
        ]
        let words = language == .vi ? vietnamese : english
        return words.indices.contains(count) ? words[count] : Written.number(count, language)
    }
}

extension String {
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
