/// Phrases of the language and what each means to the reader; the longest that fits wins.
struct Phrases<Meaning: Sendable>: Sendable {
    private struct Entry: Sendable {
        let keys: [WordKey]
        let meaning: Meaning
    }

    private var entries: [WordKey: [Entry]] = [:]
    /// A bit for every first word, so that most other words are told apart without a look-up.
    private var firsts = [UInt64](repeating: 0, count: 16)

    /// Each meaning with its phrases, separated by commas.
    init(_ meanings: [(Meaning, String)]) {
        for (meaning, phrases) in meanings {
            for phrase in phrases.split(separator: ",") {
                let keys = WordKey.keys(phrase)
                guard let first = keys.first else { continue }
                entries[first, default: []].append(Entry(keys: keys, meaning: meaning))
            }
        }
        for key in Array(entries.keys) {
            firsts[key.slot >> 6] |= 1 << UInt64(key.slot & 63)
            entries[key]?.sort { $0.keys.count > $1.keys.count }
        }
    }

    /// The longest phrase that starts at this token and ends before `end`, with its last token + 1.
    func match(_ index: Int, in text: PlanText, before end: Int) -> (meaning: Meaning, next: Int)? {
        guard index >= 0, index < end, end <= text.tokens.count else { return nil }
        let key = text.tokens[index].key
        guard firsts[key.slot >> 6] & (1 << UInt64(key.slot & 63)) != 0, key != .unknown,
            let candidates = entries[key]
        else { return nil }
        for candidate in candidates where index + candidate.keys.count <= end {
            var offset = 1
            while offset < candidate.keys.count,
                text.tokens[index + offset].key == candidate.keys[offset]
            { offset += 1 }
            if offset == candidate.keys.count { return (candidate.meaning, index + offset) }
        }
        return nil
    }

    /// Every phrase in these tokens, none inside another.
    func matches(_ range: Range<Int>, in text: PlanText) -> [(meaning: Meaning, tokens: Range<Int>)]
    {
        var found: [(meaning: Meaning, tokens: Range<Int>)] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let match = match(index, in: text, before: range.upperBound) {
                found.append((match.meaning, index..<match.next))
                index = match.next
            } else {
                index += 1
            }
        }
        return found
    }

    func first(_ range: Range<Int>, in text: PlanText) -> (meaning: Meaning, tokens: Range<Int>)? {
        var index = range.lowerBound
        while index < range.upperBound {
            if let match = match(index, in: text, before: range.upperBound) {
                return (match.meaning, index..<match.next)
            }
            index += 1
        }
        return nil
    }
}

extension Phrases where Meaning == Bool {
    /// A plain list, asked only whether one of its phrases is there.
    init(_ phrases: String) {
        self.init([(true, phrases)])
    }

    func occurs(in range: Range<Int>, of text: PlanText) -> Bool {
        first(range, in: text) != nil
    }
}
