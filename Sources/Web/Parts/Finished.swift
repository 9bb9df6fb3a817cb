import Documents
import Domain

// Domain values made into the finished text and marks that pages hold.

extension Badge {
    init(_ verdict: Verdict, _ language: Language) {
        self.init(kind: Kind(verdict), word: verdict.title[language])
    }

    init(_ state: Standing.Row.State, _ language: Language) {
        self.init(kind: Kind(state), word: state.title[language])
    }
}

extension Badge.Kind {
    init(_ verdict: Verdict) {
        self =
            switch verdict {
            case .kept: .kept
            case .holding: .holding
            case .onCourse: .onCourse
            case .atRisk: .atRisk
            case .broken: .broken
            case .notDue: .notDue
            case .noData: .noData
            }
    }

    init(_ state: Standing.Row.State) {
        self =
            switch state {
            case .counted: .kept
            case .late: .holding
            case .open: .notDue
            case .overdue: .atRisk
            case .failed: .broken
            }
    }
}

extension Standing {
    /// "189/191"; the bare count when nothing is counted against, 84,21% as it was published.
    func fraction(_ language: Language) -> String {
        if isPublished { return value.map { Written.share($0, language) } ?? headline[language] }
        let count = Written.number(numerator, language)
        return denominator.map { "\(count)/\(Written.number($0, language))" } ?? count
    }

    /// What has to be reached, as ``fraction(_:)`` writes it; `nil` where nothing is set.
    func neededText(_ language: Language) -> String? {
        needed.map {
            isPublished
                ? Written.share(Percentage(basisPoints: $0), language)
                : Written.number($0, language)
        }
    }

    /// The figure as a bar over the whole set; `nil` when there is no set.
    func bar(_ language: Language) -> BulletBar? {
        guard let denominator, denominator > 0 else { return nil }
        let length = { (count: Int) in count * 10_000 / denominator }
        let words = [
            fraction(language),
            needed.map { Domain.Bilingual(vi: "cần \($0)", en: "\($0) needed")[language] },
            forecast.map {
                Domain.Bilingual(vi: "dự báo \($0.numerator)", en: "forecast \($0.numerator)")[
                    language]
            },
        ]
        return BulletBar(
            value: length(numerator), threshold: needed.map(length),
            forecast: forecast.map { length(max($0.numerator, numerator)) },
            colour: Badge.Kind(verdict).rawValue,
            label: words.compactMap(\.self).joined(separator: ", "))
    }
}
