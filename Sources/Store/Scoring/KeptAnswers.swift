import Domain

/// What was declared on a file, as one text beside its sums: a block of thousands is read in one go.
///
/// One answer after the other: position, branch, kind, numerator, denominator, a space after each.
/// What our records say is left out, since it is counted anew.
enum KeptAnswers {
    /// Kinds as numbers, for they are read by the hundred thousand.
    private enum Kind {
        static let number = 0
        static let chosen = 1
        static let nothingArose = 2
        static let exempt = 3
    }

    static func text(of lines: [AssessmentLine]) -> String {
        var text = ""
        for line in lines {
            guard let entry = line.entry, entry.origin != .measured else { continue }
            let (kind, numerator, denominator) =
                switch entry.answer?.value {
                case .number(let value)?: (Kind.number, value.numerator, value.denominator)
                case .chosen(let option)?: (Kind.chosen, option, 1)
                case .nothingArose?: (Kind.nothingArose, 0, 1)
                case nil: (Kind.exempt, 0, 1)
                }
            text += "\(line.position) \(entry.answer?.branch ?? 0) \(kind) "
            text += "\(numerator) \(denominator) "
        }
        return text
    }

    /// Hands over each position with its answer, `nil` for an exemption.
    ///
    /// - Returns: whether all of it could be read.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: (_ position: Int, Answer?) -> Void
    ) -> Bool {
        var place = bytes.startIndex
        /// The next number and the space behind it.
        func next() -> Int? {
            guard place < bytes.count else { return nil }
            let isNegative = bytes[place] == 0x2D
            if isNegative { place += 1 }
            let start = place
            var value = 0
            while place < bytes.count, case let digit = bytes[place] &- 0x30, digit <= 9 {
                // Stays within the bounds of a fraction; a longer one is refused below.
                value = value &* 10 &+ Int(digit)
                place += 1
            }
            guard place > start, place - start <= 13, place < bytes.count, bytes[place] == 0x20
            else { return nil }
            place += 1
            return isNegative ? -value : value
        }
        while place < bytes.count {
            guard let position = next(), let branch = next(), let kind = next(),
                let numerator = next(), let denominator = next(), denominator > 0,
                abs(numerator) <= Fraction.largest
            else { return false }
            switch kind {
            case Kind.number:
                body(position, Answer(.number(Fraction(numerator, denominator)), branch: branch))
            case Kind.chosen: body(position, Answer(.chosen(numerator), branch: branch))
            case Kind.nothingArose: body(position, Answer(.nothingArose, branch: branch))
            case Kind.exempt: body(position, nil)
            default: return false
            }
        }
        return true
    }
}
