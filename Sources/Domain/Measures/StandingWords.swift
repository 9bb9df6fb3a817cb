/// The sentences that standings share.
enum StandingWords {
    /// "10 cơ quan, cần 10"; without a number to reach, just the count.
    static func headline(_ count: Int, _ noun: Bilingual, needed: Int?) -> Bilingual {
        let start = Bilingual(
            vi: "\(Written.count(count, .vi)) \(noun.vi)",
            en: "\(Written.count(count, .en)) \(noun.en)")
        guard let needed else { return start }
        return start
            + Bilingual(
                vi: ", cần \(Written.count(needed, .vi))",
                en: ", \(Written.count(needed, .en)) needed")
    }

    /// "09/11", in English "9/11": how many of how many.
    static func fraction(_ part: Int, _ whole: Int) -> Bilingual {
        Bilingual(
            vi: "\(Written.count(part, .vi))/\(Written.count(whole, .vi))",
            en: "\(Written.number(part, .en))/\(Written.number(whole, .en))")
    }

    /// "= 9 ÷ 11 = 81,82%", the end of a formula; nothing when nothing arose, for that is not 0%.
    static func equation(_ part: Int, _ whole: Int) -> Bilingual {
        guard let share = Percentage(part, of: whole) else {
            return Bilingual(vi: " (không phát sinh)", en: " (nothing arose)")
        }
        let written = { (language: Language) in
            " = \(Written.number(part, language)) ÷ \(Written.number(whole, language)) = \(Written.share(share, language))"
        }
        return Bilingual(vi: written(.vi), en: written(.en))
    }

    /// "02 ngày", in English "2 days".
    static func days(_ count: Int) -> Bilingual {
        Bilingual(
            vi: "\(Written.count(count, .vi)) ngày", en: Written.english(count, "day", "days"))
    }

    /// "cần 10 (30% của 32, làm tròn lên)"; for "more than" the share says so.
    static func quota(_ needed: Int, of total: Int, _ terms: Plan.Target.Terms) -> Bilingual {
        guard let share = terms.share else {
            return Bilingual(
                vi: "cần \(Written.count(needed, .vi))", en: "\(Written.number(needed, .en)) needed"
            )
        }
        let isAbove = terms.comparator == .moreThan
        let rounded = !isAbove && share.basisPoints * total % 10_000 != 0
        return Bilingual(
            vi:
                "cần \(Written.count(needed, .vi)) (\(isAbove ? "trên " : "")\(Written.share(share, .vi)) của \(Written.number(total, .vi))"
                + (rounded ? ", làm tròn lên)" : ")"),
            en:
                "\(Written.number(needed, .en)) needed (\(isAbove ? "more than " : "")\(Written.share(share, .en)) of \(Written.number(total, .en))"
                + (rounded ? ", rounded up)" : ")"))
    }

    /// The first names of a list, and how many more: "xã Canh Hiệp, xã An Vinh và 39 đơn vị khác".
    static func names(_ positions: [Int], in tree: AgencyTree, most: Int = 3) -> Bilingual {
        let shown = positions.prefix(positions.count <= most + 1 ? most + 1 : most)
            .map { tree[$0].version.nameInSentence }
        let rest = positions.count - shown.count
        let names = shown.joined(separator: ", ")
        guard rest > 0 else { return Bilingual(names) }
        return Bilingual(
            vi: "\(names) và \(Written.count(rest, .vi)) đơn vị khác",
            en: "\(names) and \(Written.number(rest, .en)) more")
    }
}
