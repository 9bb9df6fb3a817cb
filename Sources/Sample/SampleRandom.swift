/// Numbers that look random and are the same on every run and machine (splitmix64).
///
/// Each kind of record draws from a stream of its own, so that a change to one moves no other. The
/// standard library's own ways to pick and shuffle are not used: they may change between versions.
struct SampleRandom {
    private var state: UInt64

    /// The stream of that name in that year.
    init(_ year: Int, _ name: String) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(year) \(name)".utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        state = hash
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From zero to the limit, the limit left out.
    mutating func below(_ limit: Int) -> Int {
        Int(next() >> 33) % max(1, limit)
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// Whether something that happens in so many of a hundred cases happens in this one.
    mutating func happens(_ percent: Int) -> Bool {
        below(100) < percent
    }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var elements = elements
        for place in elements.indices.dropFirst().reversed() {
            elements.swapAt(place, below(place + 1))
        }
        return elements
    }
}
