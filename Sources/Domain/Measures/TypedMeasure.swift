extension Standing {
    /// The standing of a target whose figures are typed by hand: the newest by the day asked holds.
    ///
    /// Works with every comparator that needs no baseline; the others show the figure and wait for
    /// a person ("chưa có số liệu" as a verdict, the figure all the same). After the deadline the
    /// verdict stays with the newest figure of a day up to it.
    public static func typed(_ facts: [Facts.Figure], _ asked: Measurement) -> Standing {
        let terms = asked.target.terms
        let known = facts.filter { $0.day <= asked.on }.sorted { $0.day < $1.day }
        let newest = known.last
        let judged = known.last { $0.day <= asked.judgedBy }
        let verdict: Verdict =
            if let judged {
                keeps(judged, terms).map {
                    Verdict.judge(
                        isMet: $0, isFinal: false, isClosed: asked.isClosed, forecast: nil)
                } ?? .noData
            } else { asked.isClosed ? .noData : .notDue }
        let needed = newest.flatMap { figure in
            terms.share == nil
                ? asked.needed(of: 0) : figure.denominator.flatMap { asked.needed(of: $0) }
        }
        let rows = known.map { figure in
            Row(
                body: nil, .counted, day: figure.day, .issued(figure.source),
                recordedLater: figure.recordedOn > asked.on)
        }
        let months = asked.monthEnds.compactMap { end in
            known.last { $0.day <= end }.map { Month(day: end, numerator: $0.numerator) }
        }
        return Standing(
            on: asked.on, deadline: asked.deadline, numerator: newest?.numerator ?? 0,
            denominator: newest?.denominator, needed: needed, verdict: verdict,
            because: because(newest, judged: judged, asked),
            missing: missing(newest, needed: needed),
            set: Bilingual(vi: "số liệu nhập tay", en: "figures typed by hand"),
            headline: headline(newest, unit: terms.unit),
            formula: Bilingual(
                vi: "Tử số ÷ mẫu số do người có trách nhiệm nhập, mới nhất đến \(asked.on.vi)",
                en:
                    "Numerator ÷ denominator as typed by whoever is responsible, the newest by \(asked.on.en)"
            ),
            apart: [], readings: [], parts: [], rows: rows, forecast: nil, months: months,
            monthlyNeeded: nil)
    }

    private static func because(
        _ newest: Facts.Figure?, judged: Facts.Figure?, _ asked: Measurement
    ) -> Bilingual {
        guard let newest else {
            return Bilingual(vi: "Chưa nhập số liệu.", en: "No figure was typed yet.")
        }
        var sentence = Bilingual(
            vi: "Số liệu nhập tay ngày \(newest.day.vi), nguồn: \(newest.source).",
            en: "Typed figure of \(newest.day.en), source: \(newest.source).")
        if !newest.note.isEmpty {
            sentence =
                sentence + Bilingual(vi: " Ghi chú: \(newest.note)", en: " Note: \(newest.note)")
        }
        guard newest.day > asked.judgedBy else { return sentence }
        return sentence
            + Bilingual(
                vi:
                    " Đánh giá theo số liệu đến hết hạn \(asked.deadline.vi)\(judged == nil ? ": chưa có" : "").",
                en:
                    " Judged by the figures up to the deadline, \(asked.deadline.en)\(judged == nil ? ": none" : "")."
            )
    }

    private static func missing(_ figure: Facts.Figure?, needed: Int?) -> Bilingual? {
        guard let figure, let needed, figure.numerator < needed else { return nil }
        let short = needed - figure.numerator
        return Bilingual(
            vi: "còn thiếu \(Written.count(short, .vi))", en: "\(Written.number(short, .en)) short")
    }

    /// "78/120", "hạng 11", "120 lượt".
    private static func headline(_ figure: Facts.Figure?, unit: String) -> Bilingual {
        guard let figure else { return Bilingual(vi: "chưa có số liệu", en: "no figures yet") }
        let numerator = Bilingual(
            vi: Written.number(figure.numerator, .vi), en: Written.number(figure.numerator, .en))
        if let denominator = figure.denominator {
            return numerator
                + Bilingual(
                    vi: "/\(Written.number(denominator, .vi))",
                    en: "/\(Written.number(denominator, .en))")
        }
        switch unit {
        case "rank": return Bilingual(vi: "hạng ", en: "rank ") + numerator
        case "%", "": return numerator + Bilingual(unit)
        default: return numerator + Bilingual(" \(unit)")
        }
    }

    /// Whether the figure keeps the terms, compared exactly; `nil` when a baseline or a word decides.
    static func keeps(_ figure: Facts.Figure, _ terms: Plan.Target.Terms) -> Bool? {
        guard let value = terms.value else { return nil }
        let low: Int
        let high: Int
        switch value {
        case .number(let hundredths): (low, high) = (hundredths, hundredths)
        case .range(let from, let to): (low, high) = (from, to)
        case .word: return nil
        }
        // A share compares part × 10,000 with threshold × whole; a plain number ignores the whole.
        let isShare = terms.unit == "%" && figure.denominator != nil
        let whole = isShare ? figure.denominator ?? 0 : 1
        guard whole > 0 else { return nil }
        let reached = figure.numerator * (isShare ? 10_000 : 100)
        switch terms.comparator {
        case .equal where terms.unit == "rank": return reached <= high * whole
        case .atLeast, .equal, .meetsReference: return reached >= low * whole
        case .moreThan: return reached > low * whole
        case .lessThan: return reached < low * whole
        case .atMost, .rankWithin, .decreaseTo: return reached <= high * whole
        case .between: return reached >= low * whole && reached <= high * whole
        default: return nil
        }
    }
}
