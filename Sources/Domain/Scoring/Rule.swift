/// How a criterion's points follow from what an agency did (cách tính điểm).
///
/// It is written as decisions write it, one case after another: `>=30%: 1; 25%-<30%: 0,5; <25%: 0`.
/// Where circumstances divide agencies, each has a branch of its own:
/// `[có kế hoạch] 100%: 5; <100%: x/100% * 5 [không có kế hoạch] có: 2; không: 0`.
public struct Rule: Hashable, Sendable {
    /// One without a name when circumstances don't matter.
    public let branches: [Branch]

    public init(branches: [Branch]) {
        self.branches = branches
    }

    public init(_ cases: [Case]) {
        branches = [Branch(name: nil, cases: cases)]
    }

    /// The cases for agencies in one circumstance.
    public struct Branch: Hashable, Sendable {
        public let name: String?
        public let cases: [Case]

        public init(name: String?, cases: [Case]) {
            self.name = name
            self.cases = cases
        }
    }

    /// One line of the scale: when it holds, and what it gives.
    public struct Case: Hashable, Sendable {
        public let condition: Condition
        public let award: Award

        public init(_ condition: Condition, _ award: Award) {
            self.condition = condition
            self.award = award
        }
    }

    public enum Condition: Hashable, Sendable {
        /// The agency declared this: "có", "không".
        case chosen(String)
        /// The figure lies between two limits.
        case within(Band)
        /// Nothing arose in the year that could be counted (không phát sinh).
        case nothingArose
    }

    /// A range of figures; a limit that is missing leaves that side open.
    public struct Band: Hashable, Sendable {
        public let lower: Limit?
        public let upper: Limit?

        public init(lower: Limit?, upper: Limit?) {
            self.lower = lower
            self.upper = upper
        }

        @inlinable public func contains(_ value: Fraction) -> Bool {
            if let lower {
                if value < lower.value { return false }
                if !lower.isIncluded, !(lower.value < value) { return false }
            }
            if let upper {
                if upper.value < value { return false }
                if !upper.isIncluded, !(value < upper.value) { return false }
            }
            return true
        }
    }

    public struct Limit: Hashable, Sendable {
        public let value: Fraction
        /// Whether the figure may be the limit itself: 25% is in `25%-<30%`, 30% is not.
        public let isIncluded: Bool

        public init(_ value: Fraction, isIncluded: Bool) {
            self.value = value.reduced
            self.isIncluded = isIncluded
        }
    }

    /// What a case gives.
    public enum Award: Hashable, Sendable {
        case points(Points)
        case linear(Linear)
        /// The criterion doesn't apply: its maximum is taken off what can be reached (không tính).
        case notCounted
    }

    /// Points that grow with the figure x: constant + (x − origin) / per × rate.
    ///
    /// "tỷ lệ/85% × 10" is `x/85% * 10`; "each day more costs a point" is `-1 - (x-2) * 1`.
    public struct Linear: Hashable, Sendable {
        public let constant: Points
        public let origin: Fraction
        public let per: Fraction
        public let rate: Points

        public init(
            constant: Points = .zero, origin: Fraction = .zero, per: Fraction = .one, rate: Points
        ) {
            self.constant = constant
            self.origin = origin.reduced
            self.per = per.reduced
            self.rate = rate
        }

        /// The points for a figure, rounded half up to 0.01: the one place where points are rounded.
        ///
        /// The rounding is ours where a decision says nothing: decision 0016.
        public func points(for value: Fraction) -> Points {
            let difference =
                Int128(value.numerator) * Int128(origin.denominator)
                - Int128(origin.numerator) * Int128(value.denominator)
            let above = Int128(rate.hundredths) * difference * Int128(per.denominator)
            let below =
                Int128(value.denominator) * Int128(origin.denominator) * Int128(per.numerator)
            // Half up: the whole part of the value and a half, towards minus infinity.
            let doubled = above * 2 + below
            let whole = below * 2
            var quotient = doubled / whole
            if doubled % whole < 0 { quotient -= 1 }
            let bound = Int128(Fraction.largest)
            return Points(
                hundredths: constant.hundredths + Int(min(max(quotient, -bound), bound)))
        }
    }
}

extension Rule.Branch {
    /// The words that an agency chooses from, in the order of the scale; empty for figures.
    public var options: [String] {
        cases.compactMap { if case .chosen(let word) = $0.condition { word } else { nil } }
    }
}
