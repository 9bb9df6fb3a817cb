/// An exact quotient of two whole numbers: 45/60, 0.85.
///
/// Nothing is rounded.
public struct Fraction: Hashable, Sendable, Codable, Comparable {
    public let numerator: Int
    /// Above zero.
    public let denominator: Int

    /// Neither side of a fraction may be larger, so that comparing never overflows.
    public static let largest = 1_000_000_000_000

    public init(_ numerator: Int, _ denominator: Int = 1) {
        precondition(denominator > 0, "A fraction's denominator is above zero.")
        precondition(abs(numerator) <= Fraction.largest, "A fraction stays within its bounds.")
        self.numerator = numerator
        self.denominator = denominator
    }

    public static let zero = Fraction(0)
    public static let one = Fraction(1)

    /// The fraction with the smallest whole numbers that say the same.
    public var reduced: Fraction {
        var (left, right) = (abs(numerator), denominator)
        while right != 0 { (left, right) = (right, left % right) }
        return left <= 1 ? self : Fraction(numerator / left, denominator / left)
    }

    public static func < (left: Fraction, right: Fraction) -> Bool {
        let first = left.numerator.multipliedReportingOverflow(by: right.denominator)
        let second = right.numerator.multipliedReportingOverflow(by: left.denominator)
        if !first.overflow, !second.overflow { return first.partialValue < second.partialValue }
        return Int128(left.numerator) * Int128(right.denominator)
            < Int128(right.numerator) * Int128(left.denominator)
    }

    /// Whether both are the same number; 1/2 and 2/4 are, though they are not `==`.
    public func isEqual(to other: Fraction) -> Bool { !(self < other) && !(other < self) }
}
