/// A share in whole hundredths of a per cent: 31,25% is 3,125.
public struct Percentage: Hashable, Sendable, Comparable, Codable {
    /// Hundredths of a per cent; 10,000 is all of it, and more is possible.
    public let basisPoints: Int

    public init(basisPoints: Int) {
        self.basisPoints = basisPoints
    }

    /// The share that the part is of the whole, rounded half up to 0.01%.
    ///
    /// - Returns: `nil` when the whole is zero: nothing arose, which is not 0%.
    public init?(_ part: Int, of whole: Int) {
        guard whole > 0 else { return nil }
        basisPoints = (part * 20_000 + whole) / (whole * 2)
    }

    public static func < (left: Percentage, right: Percentage) -> Bool {
        left.basisPoints < right.basisPoints
    }

    /// The smallest whole number of members that reaches this share of the total: 30% of 32 is 10.
    ///
    /// A quota of bodies rounds up, for 9 of 32 is less than 30%.
    public func quota(of total: Int) -> Int {
        (total * basisPoints + 9_999) / 10_000
    }

    /// Whether part of whole is at least this share, compared exactly: 29.996% is not 30%.
    public func isReached(by part: Int, of whole: Int) -> Bool {
        part * 10_000 >= basisPoints * whole
    }
}
