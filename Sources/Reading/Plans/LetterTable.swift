import Foundation

/// What each scalar is to a word: a letter with its tone, a combining mark, or nothing.
enum LetterTable {
    enum Kind: UInt8 { case none, letter, mark }

    struct Entry {
        var kind = Kind.none
        /// 1-26 for a-z; ă 27, â 28, đ 29, ê 30, ô 31, ơ 32, ư 33; 63 for any other letter.
        var letter: UInt8 = 0
        /// 0 none, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.
        var tone: UInt8 = 0
        var isCapital = false
    }

    static func entry(_ value: UInt32) -> Entry {
        if value < 0x1F00 { return table[Int(value)] }
        guard value < 0xE000 || value > 0xF8FF, let scalar = Unicode.Scalar(value),
            scalar.properties.isAlphabetic
        else { return Entry() }
        return Entry(kind: .letter, letter: 63, isCapital: scalar.properties.isUppercase)
    }

    /// The letter with a breve (1), circumflex (2) or horn (3); the letter itself when there is none.
    static func modified(_ letter: UInt8, by mark: UInt8) -> UInt8 {
        switch (letter, mark) {
        case (1, 1): 27
        case (1, 2): 28
        case (5, 2): 30
        case (15, 2): 31
        case (15, 3): 32
        case (21, 3): 33
        default: letter
        }
    }

    private static let table: [Entry] = {
        var table = [Entry](repeating: Entry(), count: 0x1F00)
        for value in 0..<UInt32(0x1F00) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            if let entry = entry(made: scalar) { table[Int(value)] = entry }
        }
        return table
    }()

    private static func entry(made scalar: Unicode.Scalar) -> Entry? {
        if let mark = mark(scalar.value) { return mark }
        if (0x300...0x36F).contains(scalar.value) { return Entry(kind: .mark) }
        guard scalar.properties.isAlphabetic else { return nil }
        var entry = Entry(kind: .letter, letter: 63, isCapital: scalar.properties.isUppercase)
        guard scalar.value < 0x1B5 || scalar.value >= 0x1E00 else { return entry }
        for part in String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars {
            switch part.value {
            case 0x61...0x7A: entry.letter = UInt8(part.value - 0x60)
            case 0x41...0x5A: entry.letter = UInt8(part.value - 0x40)
            case 0x110, 0x111: entry.letter = 29
            default:
                guard let mark = mark(part.value) else { continue }
                if mark.tone != 0 { entry.tone = mark.tone }
                entry.letter = modified(entry.letter, by: mark.letter)
            }
        }
        return entry
    }

    private static func mark(_ value: UInt32) -> Entry? {
        switch value {
        case 0x300: Entry(kind: .mark, tone: 1)
        case 0x309: Entry(kind: .mark, tone: 2)
        case 0x303: Entry(kind: .mark, tone: 3)
        case 0x301: Entry(kind: .mark, tone: 4)
        case 0x323: Entry(kind: .mark, tone: 5)
        case 0x306: Entry(kind: .mark, letter: 1)
        case 0x302: Entry(kind: .mark, letter: 2)
        case 0x31B: Entry(kind: .mark, letter: 3)
        default: nil
        }
    }
}
