extension Plan.Target.Terms {
    /// How what an agency promises stands to what the plan above asks of it.
    public enum Promise: String, CaseIterable, Hashable, Sendable, Codable {
        case asMuch, less
        /// Other units, other kinds of figure, a word against a number: a person has to compare.
        case unclear
    }

    /// Compares the promise with the plan above, whatever the deadlines.
    ///
    /// A floor that is a range is promised by its lower end. "Đạt 100%" counts as reached or passed,
    /// so it may stand against a floor or a ceiling. A promise without a number is less than any.
    public func promise(against asked: Plan.Target.Terms) -> Promise {
        if asked.comparator == .unquantified { return .asMuch }
        if comparator == .unquantified { return .less }
        if comparator == .meetsReference || asked.comparator == .meetsReference {
            return comparator == asked.comparator ? .asMuch : .unclear
        }
        guard let value, let askedValue = asked.value else { return .unclear }
        if case .word(let word) = value, case .word(let askedWord) = askedValue {
            return Vietnamese.folded(word) == Vietnamese.folded(askedWord) ? .asMuch : .unclear
        }
        guard let mine = value.weakest, let wanted = askedValue.weakest,
            Vietnamese.folded(unit) == Vietnamese.folded(asked.unit),
            comparator.family == asked.comparator.family
                || comparator == .equal && asked.comparator.family == .ceiling
        else { return .unclear }
        if mine == wanted {
            let isStrict = asked.comparator == .moreThan || asked.comparator == .lessThan
            return isStrict && comparator != asked.comparator ? .less : .asMuch
        }
        let isDownwards = asked.comparator.family == .ceiling || asked.comparator.family == .rank
        return (mine > wanted) != isDownwards ? .asMuch : .less
    }
}

extension Comparator {
    /// Comparators whose values can be held against each other.
    fileprivate enum Family {
        case floor, ceiling, rise, fall, rank, climb, other
    }

    fileprivate var family: Family {
        switch self {
        case .atLeast, .moreThan, .equal, .between: .floor
        case .lessThan, .atMost, .decreaseTo: .ceiling
        case .increaseAtLeast: .rise
        case .decreaseBy, .decreaseAtLeast: .fall
        case .rankWithin: .rank
        case .rankUpAtLeast: .climb
        case .inClass, .meetsReference, .unquantified: .other
        }
    }
}

extension TargetValue {
    /// What is promised at the very least, in hundredths; `nil` for a word.
    fileprivate var weakest: Int? {
        switch self {
        case .number(let hundredths): hundredths
        case .range(let low, _): low
        case .word: nil
        }
    }
}
