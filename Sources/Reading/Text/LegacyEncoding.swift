import Domain
import Foundation

/// An encoding from before Unicode in which old official texts still come.
public enum LegacyEncoding: String, CaseIterable, Hashable, Sendable {
    case tcvn3, vni
    /// UTF-8 that was once read as a western encoding and saved again.
    case twiceEncoded

    var title: Bilingual {
        switch self {
        case .tcvn3: Bilingual("TCVN3 (ABC)")
        case .vni: Bilingual("VNI")
        case .twiceEncoded: Bilingual(vi: "UTF-8 bị lưu sai hai lần", en: "UTF-8, encoded twice")
        }
    }

    /// How much of the text is looked at.
    private static let sample = 200_000
    /// So many of an encoding's common words must occur.
    private static let enough = 4

    /// Recognises the encoding by its bytes for the commonest words; `nil` when none stands out.
    static func recognised(_ bytes: some Sequence<UInt8>) -> LegacyEncoding? {
        let text = Array(bytes.prefix(sample))
        let counts = signatures.map { encoding, words in
            (encoding, words.reduce(0) { $0 + occurrences(of: $1, in: text) })
        }
        guard let best = counts.max(by: { $0.1 < $1.1 }), best.1 >= enough else { return nil }
        return best.0
    }

    /// Recognises an old encoding whose bytes were taken for western letters: "céng hßa x· héi".
    static func recognised(in text: String) -> LegacyEncoding? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars.prefix(sample) {
            switch scalar.value {
            case 0x110, 0x111, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1EA0...0x1EF9, 0x300...0x323:
                return nil
            case 0..<0x100: bytes.append(UInt8(scalar.value))
            default: bytes.append(0x3F)
            }
        }
        if misread(bytes) >= enough { return .twiceEncoded }
        return recognised(bytes)
    }

    /// How often two bytes of a Vietnamese letter stand there as two letters of their own: "á»§".
    private static func misread(_ bytes: [UInt8]) -> Int {
        zip(bytes, bytes.dropFirst()).count { first, second in
            switch first {
            case 0xE1: second == 0xBA || second == 0xBB
            case 0xC3: (0xA0...0xBD).contains(second)
            case 0xC4: second == 0x91 || second == 0x83
            case 0xC6: second == 0xB0 || second == 0xA1
            default: false
            }
        }
    }

    private static func occurrences(of word: [UInt8], in text: [UInt8]) -> Int {
        guard text.count > word.count + 1 else { return 0 }
        var count = 0
        for start in 1..<(text.count - word.count) where text[start] == word[0] {
            guard !isLetter(text[start - 1]), !isLetter(text[start + word.count]) else { continue }
            if text[start..<start + word.count].elementsEqual(word) { count += 1 }
        }
        return count
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// và, của, các, hành, chính, cải, nhân, được, kế, hoạch, việc, thực in each encoding.
    private static let signatures: [(LegacyEncoding, [[UInt8]])] = [
        (
            .tcvn3,
            [
                [0x76, 0xB5], [0x63, 0xF1, 0x61], [0x63, 0xB8, 0x63], [0x68, 0xB5, 0x6E, 0x68],
                [0x63, 0x68, 0xDD, 0x6E, 0x68], [0x63, 0xB6, 0x69], [0x6E, 0x68, 0xA9, 0x6E],
                [0xAE, 0xAD, 0xEE, 0x63], [0x6B, 0xD5], [0x68, 0x6F, 0xB9, 0x63, 0x68],
                [0x76, 0x69, 0xD6, 0x63], [0x74, 0x68, 0xF9, 0x63],
            ]
        ),
        (
            .vni,
            [
                [0x76, 0x61, 0xF8], [0x63, 0x75, 0xFB, 0x61], [0x63, 0x61, 0xF9, 0x63],
                [0x68, 0x61, 0xF8, 0x6E, 0x68], [0x63, 0x61, 0xFB, 0x69],
                [0x6E, 0x68, 0x61, 0xE2, 0x6E],
                [0xF1, 0xF6, 0xF4, 0xEF, 0x63], [0x6B, 0x65, 0xE1],
                [0x68, 0x6F, 0x61, 0xEF, 0x63, 0x68],
                [0x76, 0x69, 0x65, 0xE4, 0x63], [0x74, 0x68, 0xF6, 0xEF, 0x63],
            ]
        ),
    ]
}
