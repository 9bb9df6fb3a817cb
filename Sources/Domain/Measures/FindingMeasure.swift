extension Standing {
    /// How many of the findings that are due were remedied; found, due and closed stand apart.
    ///
    /// A finding is due on its last day; one closed late is remedied all the same and told apart.
    /// Nothing found is no figure, not 0%. After the year's close the verdict stays with what was due
    /// and remedied by then. Source: 95/KH-UBND, II.1.a, second dash, fourth item; that the due ones
    /// are the denominator is ours: decision 0004.
    public static func findingsRemedied(_ facts: [Facts.Finding], _ asked: Measurement) -> Standing
    {
        let found = facts.filter { $0.foundOn <= asked.on }
        let rows = found.map { row($0, asked) }
        let due = found.filter { isDue($0, asked) }
        let closed = due.count { $0.closedOn.map { $0 <= asked.on } ?? false }
        let overdue = due.count - closed
        let needed = asked.needed(of: due.count)
        return Standing(
            on: asked.on, deadline: asked.deadline, numerator: closed, denominator: due.count,
            needed: due.isEmpty ? nil : needed, verdict: verdict(found, asked),
            because: because(found: found, due: due.count, overdue: overdue, asked),
            missing: overdue == 0 ? nil : missing(rows, overdue: overdue, asked),
            set: Bilingual(
                vi:
                    "\(Written.count(found.count, .vi)) vấn đề, \(Written.count(due.count, .vi)) đến hạn",
                en:
                    "\(Written.english(found.count, "finding", "findings")), \(Written.number(due.count, .en)) due"
            ),
            headline: headline(found: found.count, due: due.count, closed: closed),
            formula: Bilingual(
                vi:
                    "Số vấn đề đến hạn đã khắc phục đến \(asked.on.vi) ÷ số vấn đề đến hạn khắc phục đến \(asked.on.vi)",
                en: "Due findings remedied by \(asked.on.en) ÷ findings due by \(asked.on.en)")
                + StandingWords.equation(closed, due.count),
            apart: [
                Apart(Bilingual(vi: "phát hiện", en: "found"), found.count),
                Apart(Bilingual(vi: "đến hạn", en: "due"), due.count),
                Apart(
                    Bilingual(vi: "đã khắc phục", en: "closed"), rows.count { $0.state.isCounted }),
                Apart(Bilingual(vi: "quá hạn chưa khắc phục", en: "overdue"), overdue),
                Apart(
                    Bilingual(vi: "khắc phục quá hạn", en: "closed late"),
                    rows.count { $0.state == .late }),
            ],
            readings: [], parts: [], rows: rows, forecast: nil,
            months: asked.months(found.compactMap(\.closedOn).filter { $0 <= asked.on }),
            monthlyNeeded: found.count)
    }

    /// Whether its last day is over, or it was remedied on that very day.
    private static func isDue(_ finding: Facts.Finding, _ asked: Measurement) -> Bool {
        asked.hasPassed(finding.dueOn)
            || (finding.dueOn == asked.on && finding.closedOn.map { $0 <= asked.on } ?? false)
    }

    /// Judges what was due by the day asked; after the close, what was due by the close.
    private static func verdict(_ found: [Facts.Finding], _ asked: Measurement) -> Verdict {
        let judged = found.filter { $0.foundOn <= asked.judgedBy }
        if judged.isEmpty { return .noData }
        let due = judged.filter { isDue($0, asked) && $0.dueOn <= asked.judgedBy }
        if due.isEmpty { return .notDue }
        guard let needed = asked.needed(of: due.count) else { return .noData }
        return Verdict.judge(
            isMet: due.count - openAtJudgement(due, asked) >= needed, isFinal: false,
            isClosed: asked.isClosed,
            forecast: false)
    }

    /// How many of the findings due by the day that counts were open at its end.
    private static func openAtJudgement(_ findings: [Facts.Finding], _ asked: Measurement) -> Int {
        findings.count { finding in
            isDue(finding, asked) && finding.dueOn <= asked.judgedBy
                && finding.closedOn.map { $0 > asked.judgedBy } ?? true
        }
    }

    private static func headline(found: Int, due: Int, closed: Int) -> Bilingual {
        if found == 0 { return Bilingual(vi: "không phát sinh vấn đề", en: "nothing found") }
        if due == 0 { return Bilingual(vi: "chưa có vấn đề đến hạn", en: "no finding due yet") }
        return StandingWords.fraction(closed, due)
            + Bilingual(vi: " vấn đề đến hạn đã khắc phục", en: " due findings remedied")
    }

    private static func row(_ finding: Facts.Finding, _ asked: Measurement) -> Row {
        let late = finding.recordedOn > asked.on
        if let closed = finding.closedOn, closed <= asked.on {
            let days = closed - finding.dueOn
            return Row(
                body: finding.body, number: finding.number, days > 0 ? .late : .counted,
                day: closed,
                days > 0 ? .closedLate(days: days) : .closed, recordedLater: late)
        }
        guard asked.hasPassed(finding.dueOn) else {
            return Row(
                body: finding.body, number: finding.number, .open, day: finding.foundOn,
                .openUntil(finding.dueOn), recordedLater: late)
        }
        return Row(
            body: finding.body, number: finding.number, asked.isClosed ? .failed : .overdue,
            day: finding.foundOn, .overdueSince(finding.dueOn, days: asked.on - finding.dueOn),
            recordedLater: late)
    }

    private static func because(
        found: [Facts.Finding], due: Int, overdue: Int, _ asked: Measurement
    ) -> Bilingual {
        if found.isEmpty {
            return Bilingual(
                vi: "Không phát sinh: chưa phát hiện vấn đề nào qua kiểm tra.",
                en: "Nothing arose: no inspection found anything yet.")
        }
        if due == 0 {
            return Bilingual(
                vi: "Chưa có vấn đề nào đến hạn khắc phục.", en: "No finding is due yet.")
        }
        guard asked.isClosed else {
            return overdue == 0
                ? Bilingual(
                    vi:
                        "Mọi vấn đề đến hạn đã được khắc phục; kết luận khi chốt năm (\(asked.deadline.vi)).",
                    en:
                        "Every due finding is remedied; final at the year's close (\(asked.deadline.en))."
                )
                : Bilingual(
                    vi:
                        "\(Written.count(overdue, .vi)) vấn đề quá hạn chưa khắc phục; chốt năm ngày \(asked.deadline.vi).",
                    en:
                        "\(Written.english(overdue, "finding is", "findings are")) overdue; the year closes on \(asked.deadline.en)."
                )
        }
        let open = openAtJudgement(found, asked)
        return open == 0
            ? Bilingual(
                vi: "Khi chốt năm (\(asked.deadline.vi)), mọi vấn đề đến hạn đã được khắc phục.",
                en: "Every due finding was remedied at the year's close (\(asked.deadline.en)).")
            : Bilingual(
                vi:
                    "Khi chốt năm (\(asked.deadline.vi)), \(Written.count(open, .vi)) vấn đề đến hạn chưa được khắc phục.",
                en:
                    "At the year's close (\(asked.deadline.en)) \(Written.english(open, "due finding was", "due findings were")) not remedied."
            )
    }

    private static func missing(_ rows: [Row], overdue: Int, _ asked: Measurement) -> Bilingual {
        var counts: [Int: Int] = [:]
        var longest = 0
        for row in rows {
            guard case .overdueSince(_, let days) = row.reason else { continue }
            longest = max(longest, days)
            if let body = row.body { counts[body, default: 0] += 1 }
        }
        let worst = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
        let names = { (language: Language) in
            worst.map {
                "\(asked.tree[$0.key].version.nameInSentence) \(Written.count($0.value, language))"
            }
            .joined(separator: ", ")
        }
        let rest = counts.count - worst.count
        let start = Bilingual(
            vi:
                "\(Written.count(overdue, .vi)) quá hạn, lâu nhất \(StandingWords.days(longest).vi): \(names(.vi))",
            en:
                "\(Written.number(overdue, .en)) overdue, the oldest by \(StandingWords.days(longest).en): \(names(.en))"
        )
        guard rest > 0 else { return start }
        return start
            + Bilingual(
                vi: " và \(Written.count(rest, .vi)) đơn vị khác",
                en: " and \(Written.number(rest, .en)) more")
    }
}
