extension Standing {
    /// The standing of a target that counts bodies, each once, until a deadline.
    ///
    /// The figure counts every body reached by the day asked. After the deadline the verdict counts
    /// only those reached by it: what comes late does not undo a missed deadline. Ours: decision 0004.
    ///
    /// `rows` holds one for each member of the scope, in the tree's order. `scheduled` is how many of
    /// those not counted are scheduled by the deadline; `nil` where nothing is ever scheduled, so
    /// that pace is all there is.
    static func bodies(
        _ rows: [Row], _ asked: Measurement, scheduled: Int?, wordForMissing: Bilingual,
        formula: Bilingual, readings: [Part] = []
    ) -> Standing {
        let count = BodyCount(rows, asked, readings: readings)
        let isStarted = hasRecords(rows)
        let isEarly = count.pace == nil
        let forecast: Forecast? =
            asked.isClosed || !isStarted
            ? nil
            : scheduled.map { $0 > 0 } == true
                ? .bySchedule(done: count.done, scheduled: scheduled ?? 0, deadline: asked.deadline)
                : count.pace
        return Standing(
            on: asked.on, deadline: asked.deadline, numerator: count.done, denominator: count.total,
            needed: rows.isEmpty ? nil : count.needed,
            verdict: count.verdict(isStarted: isStarted, isEarly: isEarly, forecast: forecast),
            because: count.because(isStarted: isStarted, forecast: forecast),
            missing: count.missing(wordForMissing),
            set: Bilingual(
                vi: "\(Written.count(count.total, .vi)) \(asked.noun(count.total).vi)",
                en: "\(Written.number(count.total, .en)) \(asked.noun(count.total).en)"),
            headline: StandingWords.headline(
                count.done, asked.noun(count.done), needed: rows.isEmpty ? nil : count.needed),
            formula: formula
                + Bilingual(
                    vi:
                        " ÷ số \(asked.scope?.name.vi ?? asked.noun(count.total).vi) tồn tại ngày \(asked.tree.day.vi)",
                    en:
                        " ÷ \(asked.scope?.name.en ?? asked.noun(count.total).en) existing on \(asked.tree.day.en)"
                )
                + StandingWords.equation(count.done, count.total),
            apart: asked.target.terms.deadline == nil
                ? []
                : [
                    Apart(Bilingual(vi: "đúng hạn", en: "on time"), count.onTime),
                    Apart(Bilingual(vi: "quá hạn", en: "late"), count.late),
                    Apart(wordForMissing, count.total - count.done),
                ],
            readings: readings, parts: [], rows: rows, forecast: forecast,
            months: asked.months(rows.compactMap { $0.state.isCounted ? $0.day : nil }),
            monthlyNeeded: nil)
    }

    /// Whether any record stands behind the rows; none at all is "chưa có số liệu", not "at risk".
    static func hasRecords(_ rows: [Row]) -> Bool {
        rows.contains { $0.number != nil || $0.day != nil }
    }
}

/// What a count of bodies comes to, and the sentences about it.
private struct BodyCount {
    let asked: Measurement
    let rows: [Standing.Row]
    let readings: [Standing.Part]
    let total: Int
    let done: Int
    let late: Int
    /// The quota in bodies: of all together, or the sum of the tiers' own once a person settled that.
    let needed: Int?

    init(_ rows: [Standing.Row], _ asked: Measurement, readings: [Standing.Part]) {
        self.asked = asked
        self.rows = rows
        self.readings = readings
        total = rows.count
        done = rows.count { $0.state.isCounted }
        late = rows.count { $0.state == .late }
        needed =
            readings.isEmpty || asked.target.terms.reading != .perTier
            ? asked.needed(of: rows.count) : readings.reduce(0) { $0 + $1.needed }
    }

    var onTime: Int { done - late }
    /// What the verdict counts: after the deadline those on time only.
    var counted: Int { asked.isClosed ? onTime : done }

    var pace: Standing.Forecast? {
        .byPace(
            done: done, of: total, from: asked.period.lowerBound, on: asked.on,
            deadline: asked.deadline)
    }

    func verdict(isStarted: Bool, isEarly: Bool, forecast: Standing.Forecast?) -> Verdict {
        guard total > 0, let needed else { return .noData }
        if !isStarted, !asked.isClosed { return .unstarted(isEarly: isEarly) }
        let together = Verdict.judge(
            isMet: counted >= needed, isFinal: true, isImpossible: needed > total,
            isClosed: asked.isClosed, forecast: forecast.map { $0.numerator >= needed })
        // Until a person settles the reading by a document, the stricter verdict is shown: design 5.5.
        guard let tiers = readings.map(\.verdict).max(by: { $0.severity < $1.severity }) else {
            return together
        }
        return asked.target.terms.reading == .perTier ? tiers : Verdict.stricter(together, tiers)
    }

    func because(isStarted: Bool, forecast: Standing.Forecast?) -> Bilingual {
        guard total > 0 else {
            return Bilingual(
                vi: "Không có cơ quan nào thuộc phạm vi áp dụng vào ngày này.",
                en: "No body of the scope exists on this day.")
        }
        guard let needed else {
            return Bilingual(
                vi: "Chỉ tiêu chưa có mức phải đạt để đối chiếu.",
                en: "The target sets no number to compare with.")
        }
        let quota = quotaWords(needed)
        var sentence =
            asked.isClosed
            ? Bilingual(
                vi:
                    "Hết hạn \(asked.deadline.vi): đúng hạn \(Written.count(onTime, .vi)); \(quota.vi).",
                en:
                    "Deadline \(asked.deadline.en): \(Written.number(onTime, .en)) on time; \(quota.en)."
            )
            : Bilingual(
                vi: "\(capitalised(quota.vi)); hạn \(asked.deadline.vi).",
                en: "\(capitalised(quota.en)); due \(asked.deadline.en).")
        if !isStarted, !asked.isClosed {
            return sentence
                + Bilingual(vi: " Chưa có hồ sơ nào được nhập.", en: " Nothing was entered yet.")
        }
        if isOpen {
            sentence =
                sentence
                + Bilingual(
                    vi: " Chưa chốt cách tính nên lấy kết quả chặt hơn.",
                    en: " Which way holds is not settled, so the stricter verdict is shown.")
        }
        guard !asked.isClosed, done < needed, let forecast else { return sentence }
        return sentence
            + Bilingual(
                vi: " Dự báo: \(forecast.arithmetic.vi).",
                en: " Forecast: \(forecast.arithmetic.en).")
    }

    /// What is missing, in words and by name; after the deadline those that came late as well.
    func missing(_ word: Bilingual) -> Bilingual? {
        guard total > 0, let needed else { return nil }
        if !readings.isEmpty { return missingByTier(needed) }
        let short = needed - counted
        guard short > 0 else { return nil }
        guard needed == total else {
            let start = Bilingual(
                vi: "còn thiếu \(Written.count(short, .vi)) \(asked.noun(short).vi)",
                en: "\(Written.number(short, .en)) \(asked.noun(short).en) short")
            guard asked.isClosed, late > 0 else { return start }
            return start
                + Bilingual(
                    vi: " (không tính \(Written.count(late, .vi)) quá hạn)",
                    en: " (\(Written.number(late, .en)) late ones not counted)")
        }
        let open = rows.filter { !$0.state.isCounted }.compactMap(\.body)
        var lists: [Bilingual] = []
        if !open.isEmpty { lists.append(named(word, open)) }
        if asked.isClosed, late > 0 {
            lists.append(
                named(
                    Bilingual(vi: "quá hạn", en: "late"),
                    rows.filter { $0.state == .late }.compactMap(\.body)))
        }
        return lists.joined("; ")
    }

    /// Whether two ways of counting are still open.
    private var isOpen: Bool { !readings.isEmpty && asked.target.terms.reading == nil }

    private func quotaWords(_ needed: Int) -> Bilingual {
        let terms = asked.target.terms
        guard !readings.isEmpty else { return StandingWords.quota(needed, of: total, terms) }
        let tiers = readings.map { part in
            let quota = StandingWords.quota(part.needed, of: part.denominator, terms)
            return Bilingual(vi: "\(part.name.vi) \(quota.vi)", en: "\(part.name.en) \(quota.en)")
        }.joined(", ")
        guard isOpen else {
            return Bilingual(vi: "tính riêng từng cấp: ", en: "each tier by itself: ") + tiers
        }
        return Bilingual(vi: "tính gộp ", en: "taken together, ")
            + StandingWords.quota(needed, of: total, terms)
            + Bilingual(vi: "; tính riêng: ", en: "; tier by tier: ") + tiers
    }

    private func missingByTier(_ needed: Int) -> Bilingual? {
        let tiers = readings.filter { $0.missing > 0 }.map { part in
            Bilingual(
                vi: "\(part.name.vi) còn thiếu \(Written.count(part.missing, .vi))",
                en: "\(part.name.en) \(Written.number(part.missing, .en)) short")
        }
        guard isOpen else { return tiers.isEmpty ? nil : tiers.joined(", ") }
        let short = needed - counted
        if tiers.isEmpty, short <= 0 { return nil }
        let together =
            short <= 0
            ? Bilingual(vi: "đạt nếu tính gộp", en: "kept if taken together")
            : Bilingual(
                vi: "tính gộp còn thiếu \(Written.count(short, .vi))",
                en: "\(Written.number(short, .en)) short if taken together")
        guard !tiers.isEmpty else { return together }
        return together + Bilingual(vi: "; tính riêng: ", en: "; tier by tier: ")
            + tiers.joined(", ")
    }

    private func named(_ word: Bilingual, _ positions: [Int]) -> Bilingual {
        word + Bilingual(": ") + StandingWords.names(positions, in: asked.tree)
    }
}

/// The sentence with a capital at its start.
func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
}
