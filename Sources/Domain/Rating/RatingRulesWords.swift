extension RatingRules {
    /// A line of the rules as people read it: what it is about, and what it asks.
    public struct Line: Hashable, Sendable {
        public let heading: Bilingual
        public let text: Bilingual
    }

    /// The rules in words, in the order in which they are written.
    public var lines: [Line] {
        var lines = levels.map { level in
            Line(
                heading: Bilingual(level.name),
                text: level.conditions.isEmpty
                    ? Bilingual(
                        vi: "các trường hợp còn lại", en: "whoever reaches none of those above")
                    : level.conditions.map(\.words).joined("; "))
        }
        lines += ceilings.map { ceiling in
            Line(
                heading: Bilingual(vi: "Mức trần", en: "Ceiling"),
                text: ceiling.condition.words
                    + Bilingual(
                        vi: ": không xếp quá “\(levels[ceiling.level].name)”",
                        en: ": not above “\(levels[ceiling.level].name)”"))
        }
        lines += limits.map { limit in
            let (name, base) = (levels[limit.level].name, levels[limit.base].name)
            let share = Written.share(limit.share)
            return Line(
                heading: Bilingual(vi: "Giới hạn tỷ lệ", en: "Limit of a share"),
                text: Bilingual(
                    vi:
                        "“\(name)” nhiều nhất \(share.vi) số “\(base)”\(limit.andBetter ? " trở lên" : "")",
                    en:
                        "“\(name)” at most \(share.en) of those in “\(base)”\(limit.andBetter ? " or better" : "")"
                ))
        }
        lines += honours.map { honour in
            let level = honour.level.map {
                Bilingual(
                    vi: "xếp loại “\(levels[$0].name)” trở lên",
                    en: "“\(levels[$0].name)” or better")
            }
            return Line(
                heading: Bilingual("\(honour.form) ")
                    + (honour.isCollective
                        ? Bilingual(vi: "(tập thể)", en: "(a body)")
                        : Bilingual(vi: "(cá nhân)", en: "(a person)")),
                text: ([level].compactMap(\.self) + honour.conditions.map(\.words)).joined("; "))
        }
        lines.append(
            Line(
                heading: Bilingual(vi: "Thời gian giữ chức vụ", en: "Time in post"),
                text: tenureWords))
        return lines
    }

    private var tenureWords: Bilingual {
        let least =
            leastDays > 0
            ? Bilingual(
                vi: "từ \(leastDays) ngày trong kỳ mới xếp loại",
                en: "rated from \(leastDays) days of the period on")
            : Bilingual(vi: "không đặt mức tối thiểu", en: "no least time is asked")
        let acting =
            countsActing
            ? Bilingual(
                vi: "; thời gian giao quyền, phụ trách được tính",
                en: "; time as acting head counts")
            : Bilingual(
                vi: "; thời gian giao quyền, phụ trách không tính",
                en: "; time as acting head does not count")
        return least + acting
    }
}

extension RatingRules.Condition {
    /// "Chỉ số CCHC của cơ quan từ 80% trở lên".
    public var words: Bilingual {
        let (title, value) = (measure.title, measure.words(hundredths))
        return switch sign {
        case .atLeast:
            Bilingual(
                vi: "\(title.vi) từ \(value.vi) trở lên", en: "\(title.en) at least \(value.en)")
        case .above:
            Bilingual(vi: "\(title.vi) trên \(value.vi)", en: "\(title.en) above \(value.en)")
        case .atMost:
            Bilingual(
                vi: "\(title.vi) không quá \(value.vi)", en: "\(title.en) at most \(value.en)")
        case .below:
            Bilingual(vi: "\(title.vi) dưới \(value.vi)", en: "\(title.en) below \(value.en)")
        }
    }
}

extension RatingRules.Condition.Sign {
    /// As a formula has it: ≥.
    public var symbol: String {
        switch self {
        case .atLeast: "≥"
        case .above: ">"
        case .atMost: "≤"
        case .below: "<"
        }
    }
}
