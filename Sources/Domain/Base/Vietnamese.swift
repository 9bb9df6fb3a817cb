import Foundation

/// Vietnamese text made comparable, once, in Swift, so that every database finds and sorts alike.
public enum Vietnamese {
    /// Letters without tones or marks, lower case, đ as d, runs of anything else as one space.
    ///
    /// "Thị trấn Đập Đá" becomes "thi tran dap da"; so do its NFD form and "THỊ TRẤN ĐẬP ĐÁ".
    public static func folded(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var pendingSpace = false
        for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
            let letter: UInt8
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A: letter = UInt8(scalar.value)
            case 0x41...0x5A: letter = UInt8(scalar.value + 32)
            case 0x110, 0x111: letter = UInt8(ascii: "d")
            case 0x300...0x36F: continue
            default:
                pendingSpace = !bytes.isEmpty
                continue
            }
            if pendingSpace {
                bytes.append(0x20)
                pendingSpace = false
            }
            bytes.append(letter)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text with every letter in one character (NFC), so that equal spellings are equal bytes.
    public static func composed(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping
    }

    /// A word's letters with their marks, then its tone, wherever in the word the tone is written.
    ///
    /// "Hoà" and "Hòa" come out equal, "An" and "Ân" do not.
    static func spelling(_ word: String) -> String {
        let parts = sortKey(word).split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let tone = parts[1].max() else { return "" }
        return "\(parts[0])\(tone)"
    }

    /// A key in ASCII that sorts as a Vietnamese dictionary: alphabet first (a ă â … đ …), tones after.
    ///
    /// Tones run: none, huyền, hỏi, ngã, sắc, nặng. Capitals and punctuation do not count. A name
    /// comes before the longer names that begin with it: "An", "An Bình", "Ân".
    public static func sortKey(_ text: String) -> String {
        var letters: [UInt8] = []
        var tones: [UInt8] = []
        var pendingSpace = false
        for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
            let value = scalar.value
            let base: UInt8
            var mark: UInt8 = 0x30
            switch value {
            case 0x30...0x39, 0x61...0x7A: base = UInt8(value)
            case 0x41...0x5A: base = UInt8(value + 32)
            case 0x110, 0x111: (base, mark) = (UInt8(ascii: "d"), 0x31)
            case 0x306: letters.setLast(0x31); continue
            case 0x302: letters.setLast(0x32); continue
            case 0x31B: letters.setLast(0x33); continue
            case 0x300: tones.setLast(0x31); continue
            case 0x309: tones.setLast(0x32); continue
            case 0x303: tones.setLast(0x33); continue
            case 0x301: tones.setLast(0x34); continue
            case 0x323: tones.setLast(0x35); continue
            default:
                pendingSpace = !letters.isEmpty
                continue
            }
            if pendingSpace {
                letters += [0x21, 0x21]
                tones.append(0x21)
                pendingSpace = false
            }
            letters += [base, mark]
            tones.append(0x30)
        }
        return String(decoding: letters + [0x20] + tones, as: UTF8.self)
    }
}

extension [UInt8] {
    fileprivate mutating func setLast(_ byte: UInt8) {
        if !isEmpty { self[count - 1] = byte }
    }
}
