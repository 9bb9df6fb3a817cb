import Domain

extension OverviewBuilder {
    /// The chairman's page: what is not kept, who is behind, what needs a decision.
    func leaderPage() -> LeaderPage {
        LeaderPage(
            language: language, headline: headline, lede: lede, views: views(isLeader: true),
            tally: tally,
            groups: year.byVerdict.map { group in
                LeaderPage.Group(
                    badge: Badge(group.verdict, language), targets: group.items.map(leaderTarget))
            },
            worst: worst, decisions: decisions,
            source: text(
                "Số liệu tính từ hồ sơ có trong hệ thống đến hết ngày \(year.on.vi).",
                "Counted from the records held here to the end of \(year.on.en)."))
    }

    private func leaderTarget(_ item: YearStandings.Item) -> LeaderPage.Target {
        let standing = item.standing
        let needed =
            standing.neededText(language).map { text(", cần \($0)", ", \($0) needed") } ?? ""
        return LeaderPage.Target(
            title: Link(
                item.target.terms.title, Paths.target(number, item.target.code, on: chosen)),
            figure: standing.fraction(language) + needed,
            missing: standing.missing?[language] ?? "",
            answerable: [leadName(item.target), item.answerable[language]].compactMap(\.self)
                .filter { !$0.isEmpty }.joined(separator: "; "))
    }

    /// The five bodies with most against them: what was missed weighs before what is overdue.
    private var worst: [LeaderPage.Body] {
        var faults: [Int: (failed: Int, overdue: Int, words: [String])] = [:]
        for item in year.items {
            guard let measure = item.target.terms.measure, measure.isAboutBodies else { continue }
            for part in item.standing.parts where part.missing > 0 {
                guard let body = part.body, part.verdict.severity >= Verdict.atRisk.severity else {
                    continue
                }
                note(body, isFailed: part.verdict == .broken, missing(part), in: &faults)
            }
            guard measure != .communesInspected else { continue }
            for (body, rows) in item.standing.rowsByBody() {
                let bad = rows.filter { $0.state == .failed || $0.state == .overdue }
                guard let first = bad.first else { continue }
                let words =
                    bad.count > 1
                    ? "\(measure.heading[language].lowercased()): \(Written.count(bad.count, language))"
                    : first.reason.text[language]
                note(body, isFailed: first.state == .failed, words, in: &faults)
            }
        }
        let ranked = faults.sorted {
            ($1.value.failed, $1.value.overdue, $0.key) < (
                $0.value.failed, $0.value.overdue, $1.key
            )
        }
        return ranked.prefix(5).map { position, fault in
            let body = year.tree[position]
            let counts = [
                fault.failed > 0
                    ? text(
                        "\(Written.count(fault.failed, .vi)) không đạt", "\(fault.failed) not kept")
                    : nil,
                fault.overdue > 0
                    ? text(
                        "\(Written.count(fault.overdue, .vi)) quá hạn", "\(fault.overdue) overdue")
                    : nil,
            ]
            return LeaderPage.Body(
                name: Link(body.name, Paths.agency(body.code, on: chosen)),
                verdicts: counts.compactMap(\.self).joined(separator: ", "),
                faults: fault.words.joined(separator: "; "))
        }
    }

    private func note(
        _ body: Int, isFailed: Bool, _ words: String,
        in faults: inout [Int: (failed: Int, overdue: Int, words: [String])]
    ) {
        var fault = faults[body] ?? (0, 0, [])
        if isFailed { fault.failed += 1 } else { fault.overdue += 1 }
        fault.words.append(words)
        faults[body] = fault
    }

    private func missing(_ part: Standing.Part) -> String {
        text(
            "kiểm tra \(Written.count(part.numerator, .vi)) đơn vị cấp dưới, cần \(Written.count(part.needed, .vi))",
            "inspected \(part.numerator) below it, \(part.needed) needed")
    }

    /// What only the leader can settle: open readings first.
    private var decisions: [OverviewPage.Item] {
        year.items.compactMap { item in
            guard !item.standing.readings.isEmpty, item.target.terms.reading == nil else {
                return nil
            }
            return OverviewPage.Item(
                title: Link(
                    text(
                        "Chốt cách tính: \(item.target.terms.title)",
                        "Settle how to count: \(item.target.terms.title)"),
                    Paths.target(number, item.target.code, on: chosen)),
                detail: item.standing.missing?[language] ?? "")
        }
    }
}
