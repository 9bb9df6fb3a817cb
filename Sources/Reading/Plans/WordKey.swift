/// A word as the reader compares it: its letters with their marks, and its tone, in one number.
///
/// "Hoà", "Hòa", "HÒA" and their decomposed forms have one key; "hoa" and "hoạ" have others.
/// Words of more than ten letters, which Vietnamese does not have, share the key `unknown`.
struct WordKey: Hashable, Sendable {
    let bits: UInt64

    static let unknown = WordKey(bits: 0)

    /// One of 1,024 places that words are spread over.
    var slot: Int { Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 54) }

    /// Returns the keys of a phrase's words: "ít nhất" has two.
    static func keys(_ phrase: some StringProtocol) -> [WordKey] {
        var keys: [WordKey] = []
        var builder = WordKeyBuilder()
        for scalar in phrase.unicodeScalars {
            if !builder.add(scalar), builder.count > 0 {
                keys.append(builder.key)
                builder = WordKeyBuilder()
            }
        }
        if builder.count > 0 { keys.append(builder.key) }
        return keys
    }
}

/// Collects the letters of one word, scalar by scalar, composed or decomposed.
struct WordKeyBuilder {
    private var letters: UInt64 = 0
    private var tone: UInt64 = 0
    private(set) var count = 0
    private(set) var capitals = 0
    private(set) var startsWithCapital = false

    var key: WordKey {
        count > 10 ? .unknown : WordKey(bits: letters << 3 | tone)
    }

    /// Takes the scalar in; `false` when it belongs to no word.
    mutating func add(_ scalar: Unicode.Scalar) -> Bool {
        let entry = LetterTable.entry(scalar.value)
        switch entry.kind {
        case .letter:
            if entry.isCapital {
                capitals += 1
                if count == 0 { startsWithCapital = true }
            }
            if entry.tone != 0 { tone = UInt64(entry.tone) }
            letters = letters << 6 | UInt64(entry.letter)
            count += 1
            return true
        case .mark:
            guard count > 0 else { return false }
            if entry.tone != 0 { tone = UInt64(entry.tone) }
            if entry.letter != 0 { modify(entry.letter) }
            return true
        case .none:
            return false
        }
    }

    /// Puts a circumflex (2), breve (1) or horn (3) on the letter before.
    private mutating func modify(_ mark: UInt8) {
        let changed = LetterTable.modified(UInt8(letters & 63), by: mark)
        letters = letters & ~63 | UInt64(changed)
    }
}
