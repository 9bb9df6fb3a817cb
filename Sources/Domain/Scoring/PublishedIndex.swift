/// A body's reform index as it was last published, beside the round before.
///
/// Two rounds are comparable when their criteria score alike; otherwise the change is not known, which
/// is not zero.
public struct PublishedIndex: Hashable, Sendable {
    public enum Before: Hashable, Sendable {
        /// No earlier round of the body was published.
        case none
        /// There was one, by other criteria or in another block.
        case incomparable(year: Int)
        case value(Percentage, year: Int)
    }

    public let year: Int
    public let block: Agency.Block
    public let value: Percentage
    public let before: Before

    public init(year: Int, block: Agency.Block, value: Percentage, before: Before = .none) {
        self.year = year
        self.block = block
        self.value = value
        self.before = before
    }

    /// Hundredths of a point up or down since the round before; `nil` when that cannot be said.
    public var change: Int? {
        guard case .value(let before, _) = before else { return nil }
        return value.basisPoints - before.basisPoints
    }

    /// Whole points under what counts as low, and whole points lost since the round before.
    public func shortfall(below low: Percentage) -> Int {
        max(0, low.basisPoints - value.basisPoints) / 100 + max(0, -(change ?? 0)) / 100
    }
}
