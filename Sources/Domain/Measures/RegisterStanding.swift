extension Standing {
    /// The standing of a target that a register counts: what its lines add up to by the day asked.
    ///
    /// Before the deadline a share only holds; a plain count once reached is kept. Nothing handed in is
    /// no figure, not zero. After the deadline what was recorded for the days up to it decides.
    public static func registered(
        _ facts: Facts.Register, _ measure: RegisterMeasure, _ asked: Measurement
    ) -> Standing {
        let part = facts.part.filter { asked.counts($0) }
        let whole = facts.whole?.filter { asked.counts($0) }
        let (numerator, denominator) = (part.sum, whole?.sum)
        let isKnown = whole.map { !$0.isEmpty } ?? (!part.isEmpty || measure.shape == .records)
        let rows = rows(part, whole, measure, asked)
        let terms = asked.target.terms
        let needed =
            terms.share == nil
            ? asked.needed(of: 0) : denominator.flatMap { isKnown ? asked.needed(of: $0) : nil }
        return Standing(
            on: asked.on, deadline: asked.deadline, numerator: numerator,
            denominator: isKnown ? denominator : nil, needed: needed,
            verdict: verdict(facts, isKnown: isKnown, asked),
            because: because(measure, rows: rows.count, isKnown: isKnown, asked),
            missing: missing(numerator, needed, measure),
            set: Bilingual(
                vi: "\(Written.count(rows.count, .vi)) dòng của sổ theo dõi",
                en: "\(Written.english(rows.count, "line", "lines")) of the register"),
            headline: headline(numerator, isKnown ? denominator : nil, isKnown: isKnown, measure),
            formula: measure.title
                + Bilingual(
                    vi: ", từ \(asked.period.lowerBound.vi) đến \(asked.on.vi)",
                    en: ", \(asked.period.lowerBound.en) to \(asked.on.en)")
                + (isKnown ? denominator : nil).map { whole in
                    StandingWords.equation(numerator, whole)
                }.or(Bilingual("")),
            apart: [], readings: [], parts: [], rows: rows, forecast: nil,
            months: measure.shape == .sums && whole != nil
                ? []
                : asked.monthEnds.map { end in
                    Month(
                        day: end,
                        numerator: part.filter { $0.day.map { $0 <= end } ?? false }.sum)
                }, monthlyNeeded: nil)
    }

    private static func verdict(_ facts: Facts.Register, isKnown: Bool, _ asked: Measurement)
        -> Verdict
    {
        guard isKnown else { return asked.isClosed ? .noData : .notDue }
        let judged = Facts.Figure(
            day: asked.judgedBy, numerator: facts.judgedPart, denominator: facts.judgedWhole,
            source: "", note: "", recordedOn: asked.judgedBy)
        if let whole = facts.judgedWhole, whole == 0 { return asked.isClosed ? .noData : .notDue }
        guard let isMet = keeps(judged, asked.target.terms) else { return .noData }
        let risesOnly = facts.whole == nil && asked.target.terms.risesOnly
        return Verdict.judge(
            isMet: isMet, isFinal: risesOnly, isClosed: asked.isClosed,
            forecast: facts.whole == nil ? nil : false)
    }

    private static func rows(
        _ part: [Facts.Registered], _ whole: [Facts.Registered]?, _ measure: RegisterMeasure,
        _ asked: Measurement
    ) -> [Row] {
        if measure.shape == .records {
            let counted = Set(part.map(\.number))
            return (whole ?? part).map { record in
                let isCounted = counted.contains(record.number)
                let isOverdue = record.day.map { asked.hasPassed($0) } ?? false
                return Row(
                    body: record.body, number: record.number,
                    isCounted ? .counted : isOverdue ? .overdue : .open, day: record.day,
                    .registered(record.words), recordedLater: record.recordedOn > asked.on)
            }
        }
        var sums: [Int: (part: Int, whole: Int)] = [:]
        var (order, later): ([Int], Set<Int>) = ([], [])
        for (records, isPart) in [(part, true), (whole ?? [], false)] {
            for record in records {
                guard let body = record.body else { continue }
                if sums[body] == nil { order.append(body) }
                if record.recordedOn > asked.on { later.insert(body) }
                sums[body, default: (0, 0)].part += isPart ? record.value : 0
                sums[body, default: (0, 0)].whole += isPart ? 0 : record.value
            }
        }
        return order.sorted().map { body in
            let sum = sums[body] ?? (0, 0)
            return Row(
                body: body, .counted, day: asked.on,
                .amounts(sum.part, of: whole == nil ? nil : sum.whole),
                recordedLater: later.contains(body))
        }
    }

    private static func headline(
        _ part: Int, _ whole: Int?, isKnown: Bool, _ measure: RegisterMeasure
    ) -> Bilingual {
        guard isKnown else { return Bilingual(vi: "chưa có số liệu", en: "no figures yet") }
        let figure =
            whole.map { StandingWords.fraction(part, $0) }
            ?? Bilingual(vi: Written.count(part, .vi), en: Written.number(part, .en))
        return figure + Bilingual(" ") + measure.noun
    }

    private static func because(
        _ measure: RegisterMeasure, rows: Int, isKnown: Bool, _ asked: Measurement
    ) -> Bilingual {
        guard isKnown else {
            return Bilingual(
                vi: "Sổ theo dõi chưa có dòng nào để tính.",
                en: "The register has nothing to count yet.")
        }
        return asked.isClosed
            ? Bilingual(
                vi: "Tính từ sổ theo dõi, chốt ngày \(asked.deadline.vi).",
                en: "Counted from the register, closed on \(asked.deadline.en).")
            : Bilingual(
                vi:
                    "Tính từ sổ theo dõi đến hết ngày \(asked.on.vi); kết luận khi hết hạn \(asked.deadline.vi).",
                en: "Counted from the register by \(asked.on.en); final on \(asked.deadline.en).")
    }

    private static func missing(_ part: Int, _ needed: Int?, _ measure: RegisterMeasure)
        -> Bilingual?
    {
        guard let needed, part < needed else { return nil }
        return Bilingual(
            vi: "còn thiếu \(Written.count(needed - part, .vi)) \(measure.noun.vi)",
            en: "\(Written.number(needed - part, .en)) \(measure.noun.en) short")
    }

    /// The standing by what somebody published of the plan's issuer, such as SIPAS.
    ///
    /// The newest value by the day asked holds; half the width of its interval is told where the number
    /// of answers is known.
    public static func published(_ facts: [Facts.Published], _ asked: Measurement) -> Standing {
        func isBy(_ day: Day) -> (Facts.Published) -> Bool {
            { $0.result.day.map { $0 <= day } ?? false }
        }
        let known = facts.filter(isBy(asked.on)).sorted {
            ($0.result.day ?? asked.on) < ($1.result.day ?? asked.on)
        }
        let newest = known.last?.result
        let judged = known.last(where: isBy(asked.judgedBy))?.result
        let figure = judged.map { result in
            Facts.Figure(
                day: asked.judgedBy, numerator: result.value ?? 0, denominator: 10_000, source: "",
                note: "", recordedOn: asked.judgedBy)
        }
        let isMet = figure.flatMap { keeps($0, asked.target.terms) }
        let words = newest.map(\.inWords)
        return Standing(
            on: asked.on, deadline: asked.deadline, numerator: newest?.value ?? 0,
            denominator: newest == nil ? nil : 10_000, needed: asked.needed(of: 10_000),
            verdict: figure == nil
                ? (asked.isClosed ? .noData : .notDue)
                : isMet.map {
                    Verdict.judge(
                        isMet: $0, isFinal: false, isClosed: asked.isClosed, forecast: nil)
                } ?? .noData,
            because: newest.flatMap { result in
                result.day.map {
                    Bilingual(
                        vi: "Công bố ngày \($0.vi), nguồn: \(result.source ?? "").",
                        en: "Published on \($0.en), source: \(result.source ?? "").")
                }
            } ?? Bilingual(vi: "Chưa có kết quả được công bố.", en: "Nothing was published yet."),
            missing: nil,
            set: Bilingual(vi: "kết quả được công bố", en: "published results"),
            headline: words ?? Bilingual(vi: "chưa có số liệu", en: "no figures yet"),
            formula: Bilingual(
                vi: "Giá trị mới nhất được công bố đến \(asked.on.vi)",
                en: "The newest value published by \(asked.on.en)"),
            apart: [], readings: [], parts: [],
            rows: known.map {
                Row(
                    body: nil, .counted, day: $0.result.day, .registered($0.result.inWords.vi),
                    recordedLater: $0.recordedOn > asked.on)
            },
            forecast: nil, months: [], monthlyNeeded: nil, isPublished: true)
    }
}

extension OutsideIndex {
    /// "SIPAS 84,21% (± 2,10%, n = 1.150)".
    public var inWords: Bilingual {
        let share = Percentage(basisPoints: value ?? 0)
        func words(_ language: Language) -> String {
            let width = halfWidth.map { width in
                let side = Written.share(Percentage(basisPoints: width), language)
                return " (± \(side), n = \(Written.number(answers ?? 0, language)))"
            }
            return "\(index ?? "") \(Written.share(share, language))\(width ?? "")"
        }
        return Bilingual(vi: words(.vi), en: words(.en))
    }

    /// Whether it measures satisfaction, by its name: SIPAS, "mức độ hài lòng".
    public var isSatisfaction: Bool {
        let name = Vietnamese.folded(index ?? "")
        return name.contains("sipas") || name.contains("hai long")
    }
}

extension Measurement {
    /// Whether a record counts: its body is in the target's list, where it has one.
    fileprivate func counts(_ record: Facts.Registered) -> Bool {
        guard scope != nil else { return true }
        return record.body.map { members.contains($0) } ?? false
    }
}

extension Plan.Target.Terms {
    /// Whether more can only help: a number that has to be reached at least.
    fileprivate var risesOnly: Bool {
        switch comparator {
        case .atLeast, .moreThan, .equal, .meetsReference: true
        default: false
        }
    }
}

extension [Facts.Registered] {
    fileprivate var sum: Int { reduce(0) { $0 + $1.value } }
}

extension Bilingual? {
    fileprivate func or(_ other: Bilingual) -> Bilingual { self ?? other }
}
