/// What the rules say of a case, with every step; a person decides.
public struct RatingSuggestion: Hashable, Sendable {
    /// The class by its place among those of the rules; `nil` when the rules rate nobody here.
    public let level: Int?
    /// The body's index pro rata, for the order in a group; `nil` when unknown.
    public let index: WeightedFigure?
    public let working: [Bilingual]

    public init(level: Int?, index: WeightedFigure?, working: [Bilingual]) {
        self.level = level
        self.index = index
        self.working = working
    }
}

extension RatingRules {
    /// Suggests a class: the best whose conditions all hold, down to the lowest ceiling that applies.
    public func suggestion(for rated: RatingCase) -> RatingSuggestion {
        var working: [Bilingual] = []
        let counted = rated.stints.filter {
            countsActing || rated.kind == .agency || $0.manner == .appointed
        }
        let days = counted.reduce(0) { $0 + $1.days }
        if rated.kind != .agency {
            working.append(tenure(rated, counted, days))
        }
        guard days > 0, rated.kind == .agency || days >= leastDays else {
            working.append(
                Bilingual(
                    vi: "Dưới \(leastDays) ngày: không xếp loại ở cương vị này trong kỳ.",
                    en: "Fewer than \(leastDays) days: not rated in this post for the period."))
            return RatingSuggestion(level: nil, index: nil, working: working)
        }
        let index = rated.figure(.index, over: counted).figure
        var level = levels.count - 1
        for place in levels.indices {
            let (holds, lines) = judged(levels[place].conditions, rated, counted)
            if lines.isEmpty {
                level = place
                working.append(
                    Bilingual("\(levels[place].name): ")
                        + Bilingual(vi: "không đạt mức nào ở trên", en: "none of those above"))
                break
            }
            working.append(
                Bilingual("\(levels[place].name): ") + lines.joined("; ")
                    + Bilingual(
                        vi: holds ? " → đạt" : " → không đạt", en: holds ? " → met" : " → not met"))
            if holds {
                level = place
                break
            }
        }
        for ceiling in ceilings where ceiling.level > level {
            let (holds, lines) = judged([ceiling.condition], rated, counted, unlessUnknown: true)
            guard holds else { continue }
            level = ceiling.level
            working.append(
                lines.joined("; ")
                    + Bilingual(
                        vi: " → không quá “\(levels[level].name)”",
                        en: " → not above “\(levels[level].name)”"))
        }
        return RatingSuggestion(level: level, index: index, working: working)
    }

    private func tenure(
        _ rated: RatingCase, _ counted: [RatingStint], _ days: Int
    ) -> Bilingual {
        let parts = rated.stints.map { stint in
            let isCounted = counted.contains(stint)
            return Bilingual(
                vi:
                    "\(stint.from.vi)–\(stint.last.vi) (\(stint.days) ngày\(stint.manner == .appointed ? "" : ", \(stint.manner.title.vi.lowercased())")\(isCounted ? "" : ", không tính"))",
                en:
                    "\(stint.from.en)–\(stint.last.en) (\(stint.days) days\(stint.manner == .appointed ? "" : ", \(stint.manner.title.en.lowercased())")\(isCounted ? "" : ", not counted"))"
            )
        }
        return Bilingual(vi: "Thời gian giữ chức vụ: ", en: "Time in post: ") + parts.joined("; ")
            + Bilingual(vi: "; tính \(days) ngày", en: "; \(days) days counted")
    }

    /// Whether all hold, each with its figure put in.
    ///
    /// What nobody knows keeps no condition, and brings down no ceiling; where nothing arose nothing
    /// was missed.
    private func judged(
        _ conditions: [Condition], _ rated: RatingCase, _ stints: [RatingStint],
        unlessUnknown: Bool = false
    ) -> (holds: Bool, lines: [Bilingual]) {
        var all = true
        var lines: [Bilingual] = []
        for condition in conditions {
            let (figure, isUnknown) = rated.figure(condition.measure, over: stints)
            let title = condition.measure.title
            let asked = condition.measure.words(condition.hundredths)
            if let figure {
                let holds = condition.holds(figure)
                all = all && holds
                let reached = condition.measure.words(figure.hundredths)
                let mark = holds ? "" : " ✗"
                let sign = condition.sign.symbol
                lines.append(
                    Bilingual(
                        vi: "\(title.vi) \(reached.vi)\(mark) (\(sign) \(asked.vi))",
                        en: "\(title.en) \(reached.en)\(mark) (\(sign) \(asked.en))"))
            } else if isUnknown {
                all = false
                lines.append(
                    title + Bilingual(vi: ": chưa có số liệu", en: ": not known yet"))
            } else {
                if unlessUnknown { all = false }
                lines.append(
                    title + Bilingual(vi: ": không phát sinh", en: ": nothing arose"))
            }
        }
        return (all, lines)
    }

    /// Who qualifies for which form of commendation, and why; the person decided on in a class.
    public func honours(
        for rated: RatingCase, decided level: Int?
    ) -> [(honour: Honour, why: Bilingual)] {
        honours.compactMap { honour in
            guard honour.isCollective == (rated.kind == .agency) else { return nil }
            if let asked = honour.level {
                guard let level, level <= asked else { return nil }
            }
            let (holds, lines) = judged(honour.conditions, rated, rated.stints)
            guard holds else { return nil }
            let named = level.map { Bilingual(levels[$0].name) }
            return (honour, ([named].compactMap(\.self) + lines).joined("; "))
        }
    }
}
