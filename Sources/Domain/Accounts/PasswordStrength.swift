import Foundation

/// How hard a password is to guess, counted in steps, with what makes it easy.
///
/// A guesser tries common words, the person's own words, runs of keys, dates and repetitions first, so
/// each of these counts as one step however long it is; any other character is a step of its own.
/// Marks and tones, capitals and white space don't count, and `p@ssw0rd` is `password`. The counting
/// is ours: sorts of characters are never asked for.
public struct PasswordStrength: Hashable, Sendable {
    /// What a guesser tries first.
    public enum Weakness: String, CaseIterable, Hashable, Sendable {
        /// The login, a part of the name or of the mail address, the workspace's name.
        case ownWord
        case commonWord
        /// Neighbouring keys or letters: 12345, qwerty, aaaa, abcd.
        case run
        case date
        /// The same part again.
        case repetition

        public var title: Bilingual {
            switch self {
            case .ownWord:
                Bilingual(vi: "tên hoặc tên đăng nhập của bạn", en: "your own name or login")
            case .commonWord: Bilingual(vi: "từ nhiều người dùng", en: "a word many people use")
            case .run:
                Bilingual(
                    vi: "dãy phím liền nhau (12345, qwerty)", en: "a run of keys (12345, qwerty)")
            case .date: Bilingual(vi: "ngày hoặc năm", en: "a date or a year")
            case .repetition: Bilingual(vi: "phần lặp lại", en: "a part that repeats")
            }
        }
    }

    public let steps: Int
    /// In the order of the cases, each once.
    public let weaknesses: [Weakness]

    public init(of password: String, ownWords: [String] = []) {
        var reader = Reader(password, ownWords: ownWords)
        reader.readAll()
        steps = reader.steps
        weaknesses = Weakness.allCases.filter(reader.found.contains)
    }

    /// Reads the password from its beginning, the longest known part first.
    private struct Reader {
        private let letters: [UInt32]
        private let plain: [UInt32]
        private let words: [(letters: [UInt32], kind: Weakness)]
        private var position = 0
        var steps = 0
        var found: Set<Weakness> = []

        init(_ password: String, ownWords: [String]) {
            letters = comparable(password)
            plain = letters.map { lookAlikes[$0] ?? $0 }
            let own = ownWords.flatMap(parts).filter { $0.count >= 3 }
            words =
                own.map { ($0, .ownWord) } + CommonWords.all.map { ($0, .commonWord) }
        }

        mutating func readAll() {
            while position < letters.count {
                let (length, kind) = longest
                if let kind { found.insert(kind) }
                position += length
                steps += 1
            }
        }

        private var longest: (length: Int, kind: Weakness?) {
            var best: (length: Int, kind: Weakness?) = (1, nil)
            for (word, kind) in words where word.count > best.length && isHere(word) {
                best = (word.count, kind)
            }
            for (length, kind) in [
                (runLength, Weakness.run), (dateLength, .date), (repeatedLength, .repetition),
            ] where length > best.length && length >= 3 {
                best = (length, kind)
            }
            return best
        }

        private func isHere(_ word: [UInt32]) -> Bool {
            letters[position...].starts(with: word) || plain[position...].starts(with: word)
        }

        private var runLength: Int {
            var end = position + 1
            var step: Step?
            while end < letters.count, let next = Step(letters[end - 1], letters[end]),
                step == nil || step == next
            {
                step = next
                end += 1
            }
            return end - position
        }

        /// A year of this or the last century, or eight digits that are a day.
        private var dateLength: Int {
            let digits = letters[position...].prefix(8).prefix { (0x30...0x39).contains($0) }
                .map { Int($0) - 0x30 }
            if digits.count == 8 {
                let day = digits[0] * 10 + digits[1]
                let month = digits[2] * 10 + digits[3]
                if (1...31).contains(day), (1...12).contains(month), isYear(digits[4...]) {
                    return 8
                }
            }
            return digits.count >= 4 && isYear(digits.prefix(4)) ? 4 : 0
        }

        private func isYear(_ digits: ArraySlice<Int>) -> Bool {
            digits.starts(with: [1, 9]) || digits.starts(with: [2, 0])
        }

        /// The longest part from here that stands before it already.
        private var repeatedLength: Int {
            var best = 0
            for start in 0..<position {
                var length = 0
                while start + length < position, position + length < letters.count,
                    letters[start + length] == letters[position + length]
                { length += 1 }
                best = max(best, length)
            }
            return best
        }
    }
}

/// How one key follows another: the same, the next, the one before, in the alphabet or on the keyboard.
private enum Step: Hashable {
    case same, up, down, right, left

    init?(_ first: UInt32, _ second: UInt32) {
        let isLetterOrDigit = { (character: UInt32) in
            (0x30...0x39).contains(character) || (0x61...0x7A).contains(character)
        }
        if first == second {
            self = .same
        } else if first == 0x39, second == 0x30 {
            self = .up
        } else if first == 0x30, second == 0x39 {
            self = .down
        } else if isLetterOrDigit(first), second == first + 1 {
            self = .up
        } else if isLetterOrDigit(second), first == second + 1 {
            self = .down
        } else if let step = keyboardStep(first, second) {
            self = step
        } else {
            return nil
        }
    }
}

private func keyboardStep(_ first: UInt32, _ second: UInt32) -> Step? {
    for row in keyboardRows {
        guard let here = row.firstIndex(of: first), let there = row.firstIndex(of: second) else {
            continue
        }
        if there == here + 1 { return .right }
        if there == here - 1 { return .left }
    }
    return nil
}

private let keyboardRows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "!@#$%^&*()"].map(comparable)

/// Signs that people put for letters.
private let lookAlikes: [UInt32: UInt32] = {
    let pairs = zip("01345789@$!".unicodeScalars, "oieastbgasi".unicodeScalars)
    return Dictionary(uniqueKeysWithValues: pairs.map { ($0.value, $1.value) })
}()

/// The text's characters without marks, tones, capitals and white space.
private func comparable(_ text: String) -> [UInt32] {
    text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.compactMap { scalar in
        switch scalar.value {
        case 0x300...0x36F: nil
        case 0x111: 0x64
        default: scalar.properties.isWhitespace ? nil : scalar.value
        }
    }
}

/// A name's words, and the whole of it: "Nguyễn Văn An" is guessed as "nguyen", "an", "nguyenvanan".
private func parts(_ text: String) -> [[UInt32]] {
    let separators = " .-_@+"
    return [comparable(text)]
        + text.split { separators.contains($0) }.map { comparable(String($0)) }
}

extension CommonWords {
    fileprivate static let all = words.map(comparable)
}
