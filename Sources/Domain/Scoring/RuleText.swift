extension Rule {
    /// The rule as files hold it; ``read(_:)`` takes it back.
    public func text(isShare: Bool) -> String {
        branches.map { branch in
            let cases = branch.cases.map { $0.text(isShare: isShare) }.joined(separator: "; ")
            return branch.name.map { "[\($0)] \(cases)" } ?? cases
        }.joined(separator: " ")
    }

    /// The rule as people read it.
    public func words(isShare: Bool) -> Bilingual {
        let text = text(isShare: isShare).replacing(">=", with: "≥").replacing("<=", with: "≤")
            .replacing("*", with: "×")
        return Bilingual(text)
    }
}

extension CriterionInput {
    /// The input that a rule looks made for, where a document doesn't say: words ask for a choice, per
    /// cents for a share, anything else for a count; `nil` for a rule that cannot be read.
    public init?(likelyFor text: String) {
        guard let rule = Rule.read(text).rule else { return nil }
        let isChoice = rule.branches.contains { !$0.options.isEmpty }
        self = isChoice ? .choice : text.contains("%") ? .share : .count
    }
}

extension Rule.Case {
    func text(isShare: Bool) -> String { "\(condition.text(isShare)): \(award.text(isShare))" }
}

extension Rule.Condition {
    func text(_ isShare: Bool) -> String {
        switch self {
        case .chosen(let word): word
        case .nothingArose: "không phát sinh"
        case .within(let band): band.text(isShare)
        }
    }
}

extension Rule.Band {
    func text(_ isShare: Bool) -> String {
        let first = lower.map { $0.value.text(isShare) }
        let last = upper.map { $0.value.text(isShare) }
        switch (lower, upper, first, last) {
        case (let lower?, let upper?, let first?, let last?):
            if lower == upper { return first }
            return (lower.isIncluded ? "" : ">") + first + "-" + (upper.isIncluded ? "" : "<")
                + last
        case (let lower?, nil, let first?, _): return (lower.isIncluded ? ">=" : ">") + first
        case (nil, let upper?, _, let last?): return (upper.isIncluded ? "<=" : "<") + last
        default: return ">=" + Fraction.zero.text(isShare)
        }
    }
}

extension Rule.Award {
    func text(_ isShare: Bool) -> String {
        switch self {
        case .points(let points): return points.plain
        case .notCounted: return "không tính"
        case .linear(let linear):
            let isFalling = linear.rate < .zero
            let start =
                linear.constant == .zero && !isFalling
                ? "" : "\(linear.constant.plain) \(isFalling ? "-" : "+") "
            let figure =
                linear.origin.numerator == 0 ? "x" : "(x - \(linear.origin.text(isShare)))"
            let per = linear.per == .one && !isShare ? "" : "/\(linear.per.text(isShare))"
            let rate = isFalling ? -linear.rate : linear.rate
            return "\(start)\(figure)\(per) * \(rate.plain)"
        }
    }
}

extension Points {
    /// −0,5 with the minus sign that is on keyboards, as files hold it, without grouping.
    var plain: String {
        let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
        let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        return (hundredths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ",\(digits)")
    }
}

extension Fraction {
    /// A limit of a rule as written: 85%, 2,5.
    ///
    /// It was read from hundredths, so it is exact.
    func text(_ isShare: Bool) -> String {
        let scale = isShare ? 10_000 : 100
        let hundredths = numerator * scale / denominator
        return Points(hundredths: hundredths).plain + (isShare ? "%" : "")
    }

    /// A figure as people read it: "45/60 = 75%", "3".
    ///
    /// A share is rounded for reading only.
    public func words(isShare: Bool) -> Bilingual {
        guard isShare else {
            let hundredths = denominator == 1 ? numerator * 100 : numerator * 100 / denominator
            return Written.points(Points(hundredths: hundredths))
        }
        let share = Percentage(numerator, of: denominator) ?? Percentage(basisPoints: 0)
        let isPercent = denominator == 10_000 || denominator == 100
        return Bilingual(
            vi: isPercent
                ? Written.share(share, .vi)
                : "\(Written.number(numerator, .vi))/\(Written.number(denominator, .vi)) = \(Written.share(share, .vi))",
            en: isPercent
                ? Written.share(share, .en)
                : "\(Written.number(numerator, .en))/\(Written.number(denominator, .en)) = \(Written.share(share, .en))"
        )
    }
}
