/// A number in the text that may be a target's value, with what it counts.
struct NumberMention: Sendable {
    enum Unit: Sendable {
        case percent
        /// A place in a ranking: nhóm 5, xếp thứ 20.
        case rank
        /// Places won in a ranking: 3 bậc.
        case steps
        /// The tokens of the counted noun; empty when nothing is named.
        case counted(Range<Int>)
    }

    /// From the number to its unit.
    let tokens: Range<Int>
    let lowHundredths: Int
    let highHundredths: Int?
    let unit: Unit
    let isInBrackets: Bool
}

extension NumberMention.Unit {
    var isPercent: Bool { if case .percent = self { true } else { false } }

    var isRanking: Bool {
        switch self {
        case .rank, .steps: true
        default: false
        }
    }
}
