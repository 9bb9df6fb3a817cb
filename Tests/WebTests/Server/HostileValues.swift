import Foundation
import Support

/// What nobody types by accident: values for any field, path or parameter.
enum HostileValues {
    /// Shows up in a page as a tag wherever a value is not escaped.
    static let tag = "\"'><x-fuzz a=b>"

    static let texts: [String] = [
        "", " ", "\t\n", "0", "-1", "1", "2", "00", "+5", "1e9", "NaN", "null", "true", "9",
        "10000",
        "2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "99999999999999999999999999", "0x10", "1.5", "1,5", "100%", "30,5%", "½", "²", "١٢٣",
        "2021", "1990", "2199", "2200", "0000", "31/02/2021", "29/02/2021", "15/10/2021",
        "2021-10-15", "0000-00-00", "9999-12-31", "0001-01-01", "15/10/21", "2021-10-15T00:00:00Z",
        tag, "' OR '1'='1", "'; DROP TABLE plans; --", "$1", "%", "_", "\\", "/", "..", "../../etc",
        ".", "a/b", "//evil.example", "https://evil.example", "javascript:alert(1)",
        "\u{0}", "a\u{0}b", "\u{1}\u{2}", "\u{7F}", "\u{200B}", "\u{202E}ngược", "\u{FEFF}",
        "e\u{301}\u{301}\u{301}", "Thị trấn Đập Đá", "Thi\u{323} tra\u{302}\u{301}n", "🇻🇳👩‍👩‍👧",
        "\u{1F1FB}", "ﷺ", "İ", "ß", "BD-SNV", "bd-snv", "BD-551", "UBND", "II.1.a.2-1", "=1+1",
        "@SUM(A1)", "[]", "{}", "{\"a\":1}", "<!--", "]]>", "&amp;", "&#0;", "a=b&c=d", ";", "\"",
        "01ARZ3NDEKTSV4RRFFQ69G5FAV", "01arz3ndektsv4rrffq69g5fav", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ",
        "8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "all", "counted", "overdue", "asc", "-code", "vi", "en", "xx",
        String(repeating: "a", count: 300), String(repeating: "ạ", count: 4_000),
        String(repeating: "1", count: 400), String(repeating: "../", count: 60),
        String(repeating: "\n", count: 500), String(repeating: "<", count: 2_000),
    ]

    /// A value, or one made of the honest value by a small change.
    static func value(near honest: String?, _ random: inout SeededGenerator) -> String {
        let text = texts.randomElement(using: &random) ?? ""
        guard let honest, Bool.random(using: &random) else { return text }
        return switch Int.random(in: 0..<6, using: &random) {
        case 0: honest + text
        case 1: text + honest
        case 2: String(honest.dropLast())
        case 3: honest.uppercased()
        case 4: honest + honest
        default: honest.decomposedStringWithCanonicalMapping
        }
    }

    /// Bytes that differ from the honest ones in a few places.
    static func bytes(near honest: Data, _ random: inout SeededGenerator) -> Data {
        var bytes = honest
        for _ in 0..<Int.random(in: 0...6, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes = bytes.prefix(place)
            case 2: bytes.insert(contentsOf: Array("\(value(near: nil, &random))".utf8), at: place)
            default: bytes.removeSubrange(place..<min(bytes.count, place + 8))
            }
        }
        return Data(bytes)
    }

    /// For a part of an address: escaped, or as it is when an address may hold it.
    static func segment(_ text: String, _ random: inout SeededGenerator) -> String {
        let raw = ["%", "%zz", "%00", "%2F", "%c3%28", "..", "%2e%2e", "a%0d%0ab", ";x=1", "a%20b"]
        if Int.random(in: 0..<8, using: &random) == 0 {
            return raw.randomElement(using: &random) ?? "%"
        }
        return escaped(text)
    }

    static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x2E
            let hex = String(byte, radix: 16, uppercase: true)
            return isPlain
                ? String(UnicodeScalar(byte)) : "%" + (hex.utf8.count == 1 ? "0" + hex : hex)
        }.joined()
    }
}
