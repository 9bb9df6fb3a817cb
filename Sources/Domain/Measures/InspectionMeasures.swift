extension Standing {
    /// How many bodies of the scope the issuer inspected, each once, by concluded inspections.
    ///
    /// Only inspections by the issuer or by the target's lead agency count. Where a quota's scope
    /// spans two tiers and the text leaves it open, it is read together and tier by tier.
    ///
    /// Source: 95/KH-UBND, II.1.a, second dash, first quota: "ít nhất đối với 30% cơ quan hành chính
    /// cấp tỉnh và Ủy ban nhân dân cấp huyện".
    public static func bodiesInspected(_ facts: [Facts.Inspection], _ asked: Measurement)
        -> Standing
    {
        let inspectors = [asked.issuer, asked.target.terms.lead].compactMap { $0 }
            .compactMap(asked.tree.position(of:))
        let rows = inspectionRows(facts, of: asked.members, asked) { inspection in
            inspectors.contains(inspection.inspector)
        }
        return bodies(
            rows, asked, scheduled: scheduledCount(rows, asked),
            wordForMissing: Bilingual(vi: "chưa được kiểm tra", en: "not inspected"),
            formula: Bilingual(
                vi: "Số cơ quan được kiểm tra có Thông báo kết luận đến \(asked.on.vi)",
                en: "Bodies inspected with a conclusion notice by \(asked.on.en)"),
            readings: tierReadings(rows, asked))
    }

    /// The quota tier by tier; empty when there is one tier, a settled reading, or nothing to read
    /// in two ways: all of both tiers is all of each.
    private static func tierReadings(_ rows: [Row], _ asked: Measurement) -> [Part] {
        guard asked.target.terms.reading != .together,
            let share = asked.target.terms.share, share.basisPoints < 10_000
        else { return [] }
        let isStarted = hasRecords(rows)
        let parts = (asked.scope?.tiers ?? []).compactMap { tier -> Part? in
            let members = rows.filter { $0.body.map { asked.tree[$0].block == tier } ?? false }
            return members.isEmpty
                ? nil
                : part(named: tier.tier, body: nil, rows: members, isStarted: isStarted, asked)
        }
        return parts.count > 1 ? parts : []
    }

    /// How many superiors inspected their quota of the bodies right under them.
    ///
    /// "Each district at least 30% of its communes" is one quota for each district, rounded up; the
    /// target is kept only when every one of them is. Only a body's own superior counts as inspector.
    ///
    /// Source: 95/KH-UBND, II.1.a, second dash, second quota.
    public static func communesInspected(_ facts: [Facts.Inspection], _ asked: Measurement)
        -> Standing
    {
        let rows = inspectionRows(facts, of: asked.members, asked) { inspection in
            asked.tree[inspection.body].parent == inspection.inspector
        }
        let isStarted = hasRecords(rows)
        let parts = grouped(rows, asked.tree).map { superior, members in
            part(
                named: Bilingual(asked.tree[superior].version.nameInSentence), body: superior,
                rows: members,
                isStarted: isStarted, asked)
        }
        let kept = parts.count { $0.missing == 0 }
        let inspected = rows.count { $0.state.isCounted }
        let needed = parts.reduce(0) { $0 + $1.needed }
        let verdict = parts.map(\.verdict).max { $0.severity < $1.severity } ?? .noData
        let short = parts.filter { $0.missing > 0 }
        let noun = asked.noun(rows.count)
        let willKeep = parts.count { $0.numerator + $0.scheduled >= $0.needed }
        let superiors =
            parts.first?.body.flatMap { asked.tree[$0].block }?.noun(parts.count)
            ?? Bilingual(vi: "cơ quan", en: parts.count == 1 ? "body" : "bodies")
        return Standing(
            on: asked.on, deadline: asked.deadline, numerator: kept, denominator: parts.count,
            needed: parts.isEmpty ? nil : parts.count, verdict: verdict,
            because: because(asked, parts: parts, superiors: superiors),
            missing: short.isEmpty
                ? nil
                : short.prefix(4).map { part in
                    Bilingual(
                        vi:
                            "\(part.name.vi) \(Written.count(part.numerator, .vi)), cần \(Written.count(part.needed, .vi))",
                        en: "\(part.name.en) \(part.numerator), needs \(part.needed)")
                }.joined("; ")
                    + (short.count > 4
                        ? Bilingual(
                            vi: " và \(Written.count(short.count - 4, .vi)) đơn vị khác",
                            en: " and \(Written.number(short.count - 4, .en)) more")
                        : Bilingual("")),
            set: Bilingual(
                vi:
                    "\(Written.count(parts.count, .vi)) \(superiors.vi), \(Written.count(rows.count, .vi)) \(noun.vi); tổng cộng cần \(Written.count(needed, .vi))",
                en:
                    "\(Written.number(parts.count, .en)) \(superiors.en), \(Written.number(rows.count, .en)) \(noun.en); \(Written.number(needed, .en)) needed in all"
            ),
            headline: StandingWords.fraction(kept, parts.count)
                + Bilingual(
                    vi: " \(superiors.vi) đủ tỷ lệ · ", en: " \(superiors.en) with their quota · ")
                + Bilingual(
                    vi:
                        "\(Written.count(inspected, .vi)) \(noun.vi) đã kiểm tra, cần \(Written.count(needed, .vi))",
                    en:
                        "\(Written.number(inspected, .en)) \(noun.en) inspected, \(Written.number(needed, .en)) needed"
                ),
            formula: Bilingual(
                vi:
                    "Số \(superiors.vi) đã kiểm tra đủ tỷ lệ \(noun.vi) thuộc mình đến \(asked.on.vi) ÷ số \(superiors.vi) có \(noun.vi) vào ngày \(asked.tree.day.vi)",
                en:
                    "Superiors that inspected their quota of the \(noun.en) under them by \(asked.on.en) ÷ superiors that have any on \(asked.tree.day.en)"
            )
                + StandingWords.equation(kept, parts.count),
            apart: [
                Apart(
                    Bilingual(vi: "\(noun.vi) đã kiểm tra", en: "\(noun.en) inspected"), inspected),
                Apart(
                    Bilingual(vi: "\(noun.vi) phải kiểm tra", en: "\(noun.en) to inspect"), needed),
            ],
            readings: [], parts: parts, rows: rows,
            forecast: asked.isClosed || parts.isEmpty || !isStarted
                ? nil
                : Forecast(
                    numerator: willKeep,
                    arithmetic: Bilingual(
                        vi:
                            "theo lịch đến \(asked.deadline.vi), \(Written.count(willKeep, .vi)) trong \(Written.count(parts.count, .vi)) \(superiors.vi) đủ tỷ lệ",
                        en:
                            "as scheduled, \(Written.number(willKeep, .en)) of \(Written.number(parts.count, .en)) will have their quota by \(asked.deadline.en)"
                    )),
            months: asked.months(rows.compactMap { $0.state.isCounted ? $0.day : nil }),
            monthlyNeeded: needed)
    }

    /// How many agencies of the scope inspected themselves, their own offices and units.
    ///
    /// Source: 95/KH-UBND, II.1.a, second dash, third item; the deadline is a setting.
    public static func selfInspected(_ facts: [Facts.SelfInspection], _ asked: Measurement)
        -> Standing
    {
        var best: [Int: Row] = [:]
        for fact in facts {
            let row: Row
            if let held = fact.heldOn, held <= asked.on {
                row = Row(
                    body: fact.body, number: fact.number, held <= asked.deadline ? .counted : .late,
                    day: held, .selfInspected(fact.symbol),
                    recordedLater: fact.recordedOn > asked.on)
            } else if let planned = fact.plannedOn {
                let slipped = asked.hasPassed(planned)
                row = Row(
                    body: fact.body, number: fact.number,
                    asked.isClosed ? .failed : slipped ? .overdue : .open, day: planned,
                    slipped ? .slipped(planned) : .scheduled(planned))
            } else {
                continue
            }
            best[fact.body] = best[fact.body].map { better($0, row) } ?? row
        }
        let rows = asked.members.map { body in
            best[body] ?? Row(body: body, asked.isClosed ? .failed : .open, .notPlanned)
        }
        return bodies(
            rows, asked, scheduled: scheduledCount(rows, asked),
            wordForMissing: Bilingual(vi: "chưa tự kiểm tra", en: "without a self-inspection"),
            formula: Bilingual(
                vi: "Số cơ quan, đơn vị đã tự kiểm tra đến \(asked.on.vi)",
                en: "Agencies that inspected themselves by \(asked.on.en)"))
    }
}

extension Standing {
    /// One row for each member: its best inspection by the day asked, or why there is none.
    private static func inspectionRows(
        _ facts: [Facts.Inspection], of members: [Int], _ asked: Measurement,
        counts: (Facts.Inspection) -> Bool
    ) -> [Row] {
        var best: [Int: Row] = [:]
        for fact in facts where fact.inspector != fact.body {
            guard let row = inspectionRow(fact, asked, isRightInspector: counts(fact)) else {
                continue
            }
            best[fact.body] = best[fact.body].map { better($0, row) } ?? row
        }
        return members.map { best[$0] ?? Row(body: $0, .open, .notPlanned) }
    }

    private static func inspectionRow(
        _ fact: Facts.Inspection, _ asked: Measurement, isRightInspector: Bool
    ) -> Row? {
        func row(_ state: Row.State, _ day: Day?, _ reason: Reason) -> Row {
            Row(
                body: fact.body, number: fact.number, state, day: day, reason,
                recordedLater: state.isCounted && fact.recordedOn > asked.on)
        }
        if let cancelled = fact.cancelledOn, cancelled <= asked.on {
            return row(.open, nil, .cancelled(cancelled))
        }
        if let concluded = fact.concludedOn, concluded <= asked.on {
            guard isRightInspector else { return row(.open, nil, .wrongInspector) }
            return row(
                concluded <= asked.deadline ? .counted : .late, concluded, .concluded(fact.symbol))
        }
        guard isRightInspector else { return nil }
        if let held = fact.heldOn, held <= asked.on {
            return row(.open, held, .awaitingConclusion(held: held))
        }
        guard let planned = fact.plannedOn else { return nil }
        return asked.hasPassed(planned)
            ? row(.overdue, planned, .slipped(planned)) : row(.open, planned, .scheduled(planned))
    }

    /// The row that says more for the body: the earliest that counts, otherwise the most advanced.
    private static func better(_ left: Row, _ right: Row) -> Row {
        func rank(_ row: Row) -> Int {
            switch row.reason {
            case .concluded, .selfInspected: row.state == .counted ? 0 : 1
            case .awaitingConclusion: 2
            case .scheduled: 3
            case .slipped: 4
            case .wrongInspector: 5
            default: 6
            }
        }
        let (first, second) = (rank(left), rank(right))
        if first != second { return first < second ? left : right }
        return (left.day ?? left.unknownDay) <= (right.day ?? right.unknownDay) ? left : right
    }

    /// How many rows are not counted yet but will be by the deadline, as scheduled.
    ///
    /// One that was held and awaits its conclusion is counted on as well.
    static func scheduledCount(_ rows: [Row], _ asked: Measurement) -> Int {
        rows.count { row in
            switch row.reason {
            case .awaitingConclusion: true
            case .scheduled(let day): day <= asked.deadline
            default: false
            }
        }
    }

    /// One tier, or the bodies of one superior; what came after the deadline is not counted.
    ///
    /// `isStarted` says whether anything was entered for the target at all.
    private static func part(
        named name: Bilingual, body: Int?, rows: [Row], isStarted: Bool, _ asked: Measurement
    ) -> Part {
        let done = rows.count { $0.state == .counted || (!asked.isClosed && $0.state == .late) }
        let needed = asked.needed(of: rows.count)
        let scheduled = asked.isClosed ? 0 : scheduledCount(rows, asked)
        let pace = Forecast.byPace(
            done: done, of: rows.count, from: asked.period.lowerBound, on: asked.on,
            deadline: asked.deadline)
        let verdict: Verdict =
            if let needed, isStarted || asked.isClosed {
                Verdict.judge(
                    isMet: done >= needed, isFinal: true, isImpossible: needed > rows.count,
                    isClosed: asked.isClosed,
                    forecast: scheduled > 0
                        ? done + scheduled >= needed : pace.map { $0.numerator >= needed })
            } else if needed == nil { .noData } else { .unstarted(isEarly: pace == nil) }
        return Part(
            name: name, body: body, numerator: done, denominator: rows.count, needed: needed ?? 0,
            scheduled: scheduled, verdict: verdict)
    }

    /// The rows by the body right above theirs, in the tree's order.
    private static func grouped(_ rows: [Row], _ tree: AgencyTree) -> [(superior: Int, rows: [Row])]
    {
        var groups: [(superior: Int, rows: [Row])] = []
        var places: [Int: Int] = [:]
        for row in rows {
            guard let superior = row.body.flatMap({ tree[$0].parent }) else { continue }
            if let place = places[superior] {
                groups[place].rows.append(row)
            } else {
                places[superior] = groups.count
                groups.append((superior, [row]))
            }
        }
        return groups
    }

    private static func because(_ asked: Measurement, parts: [Part], superiors: Bilingual)
        -> Bilingual
    {
        guard !parts.isEmpty else {
            return Bilingual(
                vi: "Không có cơ quan nào thuộc phạm vi áp dụng vào ngày này.",
                en: "No body of the scope exists on this day.")
        }
        let short = parts.count { $0.missing > 0 }
        if short == 0 {
            return Bilingual(
                vi:
                    "Tất cả \(Written.count(parts.count, .vi)) \(superiors.vi) đã kiểm tra đủ tỷ lệ.",
                en: "All \(Written.number(parts.count, .en)) of them have inspected their quota.")
        }
        return Bilingual(
            vi: asked.isClosed
                ? "Hết hạn \(asked.deadline.vi): \(Written.count(short, .vi)) \(superiors.vi) không đủ tỷ lệ."
                : "Từng \(superiors.vi) phải bảo đảm tỷ lệ; còn \(Written.count(short, .vi)) đơn vị chưa đủ, hạn \(asked.deadline.vi).",
            en: asked.isClosed
                ? "Deadline \(asked.deadline.en): \(Written.number(short, .en)) of \(Written.number(parts.count, .en)) fell short."
                : "Each must have its own quota; \(Written.number(short, .en)) of \(Written.number(parts.count, .en)) still short, due \(asked.deadline.en)."
        )
    }
}

extension Standing.Row {
    fileprivate var unknownDay: Day { Day(number: .max) }
}
