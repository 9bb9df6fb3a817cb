/// A part of an office file being written: markup as it stands in the source, texts escaped.
struct WordXML {
    private(set) var bytes: [UInt8] = []

    init() {}

    init(_ literal: StaticString) { add(literal) }

    mutating func add(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    mutating func add(_ part: WordXML) { bytes.append(contentsOf: part.bytes) }

    /// Adds a text or an attribute's value; characters that XML cannot hold are left out.
    mutating func add(text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": add("&amp;")
            case "<": add("&lt;")
            case ">": add("&gt;")
            case "\"": add("&quot;")
            case "\t", "\n", "\r": add(" ")
            case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": break
            default:
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }
}
