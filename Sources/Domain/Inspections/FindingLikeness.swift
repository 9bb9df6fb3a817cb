/// What makes two findings the same problem again: the same ground and like words.
public struct FindingLikeness: Hashable, Sendable {
    /// The ground without case, tones and spacing; empty when none was named.
    public let ground: String
    public let words: Set<String>

    /// Words that say nothing by themselves, folded.
    private static let idle: Set<String> = [
        "chua", "khong", "con", "cac", "cua", "va", "theo", "tai", "cho", "duoc", "mot", "so",
        "noi",
        "the", "nhung", "viec", "trong", "den", "voi", "da", "co", "thi", "la",
    ]

    public init(text: String, ground: String) {
        self.ground = Vietnamese.folded(ground)
        words = Set(Vietnamese.folded(text).split(separator: " ").map(String.init))
            .subtracting(Self.idle)
    }

    /// The words in one order, for finding the very same ones again.
    public var key: String { words.sorted().joined(separator: " ") }

    /// Whether it is the same problem: the same ground, and six of ten words in common.
    ///
    /// Without a ground nine of ten words have to agree. *Ours.*
    public func isLike(_ other: FindingLikeness) -> Bool {
        guard ground == other.ground else { return false }
        let all = words.union(other.words).count
        guard all > 0 else { return false }
        return words.intersection(other.words).count * 10 >= all * (ground.isEmpty ? 9 : 6)
    }
}
