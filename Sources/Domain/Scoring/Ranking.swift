/// What ranks agencies with the same index get.
///
/// No source settles it, so it is a setting.
public enum TieRule: String, CaseIterable, Hashable, Sendable, Codable {
    /// 1, 2, 2, 4.
    case sharedAndSkipped = "skip"
    /// 1, 2, 2, 3.
    case sharedAndDense = "dense"

    public var title: Bilingual {
        switch self {
        case .sharedAndSkipped:
            Bilingual(vi: "đồng hạng, bỏ hạng kế tiếp (1, 2, 2, 4)", en: "shared, 1, 2, 2, 4")
        case .sharedAndDense:
            Bilingual(vi: "đồng hạng, không bỏ hạng (1, 2, 2, 3)", en: "shared, 1, 2, 2, 3")
        }
    }
}

/// Ranks within one block: the highest value is first, equal values share a rank.
public enum Ranking {
    /// Returns the rank of each value, from 1, in the order given.
    ///
    /// The values are indexes as published (hundredths of a per cent), so a tie that is seen is a tie.
    public static func ranks(of values: [Int], ties: TieRule = .sharedAndSkipped) -> [Int] {
        let order = values.indices.sorted { values[$0] > values[$1] }
        var ranks = [Int](repeating: 0, count: values.count)
        var rank = 0
        var last: Int?
        for (place, index) in order.enumerated() {
            if values[index] != last {
                rank = ties == .sharedAndSkipped ? place + 1 : rank + 1
                last = values[index]
            }
            ranks[index] = rank
        }
        return ranks
    }
}

/// How an agency stands against the year before.
public enum ScoreChange: Hashable, Sendable {
    /// Hundredths of a per cent up, places up (a smaller rank is better).
    case by(value: Int, places: Int)
    case notComparable(Reason)

    public enum Reason: Hashable, Sendable {
        /// No index of the year before: a new body, or nobody scored it.
        case noPrevious
        /// The body came out of a merger or a split since.
        case bodyChanged
        /// The set is not the same.
        case setChanged
    }

    public static func between(
        _ now: (index: Percentage, rank: Int), _ before: (index: Percentage, rank: Int)?,
        sameSet: Bool, sameBody: Bool
    ) -> ScoreChange {
        guard sameBody else { return .notComparable(.bodyChanged) }
        guard let before else { return .notComparable(.noPrevious) }
        guard sameSet else { return .notComparable(.setChanged) }
        return .by(
            value: now.index.basisPoints - before.index.basisPoints,
            places: before.rank - now.rank)
    }

    /// Never a zero for what cannot be compared.
    public var words: Bilingual {
        switch self {
        case .by(let value, let places):
            Bilingual(
                vi: "\(signed(value, .vi)) điểm; \(placesWords(places).vi)",
                en: "\(signed(value, .en)) points; \(placesWords(places).en)")
        case .notComparable(let reason):
            Bilingual(vi: "không so sánh được", en: "not comparable") + reason.words
        }
    }

    private func signed(_ value: Int, _ language: Language) -> String {
        (value > 0 ? "+" : "") + Written.hundredths(value, language)
    }

    private func placesWords(_ places: Int) -> Bilingual {
        if places == 0 { return Bilingual(vi: "giữ hạng", en: "same rank") }
        return places > 0
            ? Bilingual(vi: "tăng \(places) bậc", en: "up \(places)")
            : Bilingual(vi: "giảm \(-places) bậc", en: "down \(-places)")
    }
}

extension ScoreChange.Reason {
    fileprivate var words: Bilingual {
        switch self {
        case .noPrevious:
            Bilingual(vi: " (chưa có kết quả năm trước)", en: " (no result of last year)")
        case .bodyChanged:
            Bilingual(vi: " (cơ quan đã sắp xếp lại)", en: " (the body was reorganised)")
        case .setChanged:
            Bilingual(vi: " (bộ tiêu chí đã thay đổi)", en: " (the criteria changed)")
        }
    }
}
