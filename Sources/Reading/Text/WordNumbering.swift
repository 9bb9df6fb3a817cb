import Foundation

/// The marks that Word prints before list items but does not write into the text: "1.", "a)", "-".
struct WordNumbering {
    private struct Level {
        var format = "decimal"
        var text = ""
        var start = 1
    }

    private var levels: [String: [Int: Level]] = [:]
    private var abstract: [String: String] = [:]
    private var counts: [String: [Int: Int]] = [:]
    /// Where a list begins anew although its marks are shared with another one.
    private var restarts: [String: [Int: Int]] = [:]
    private var styles: [String: Style] = [:]

    private struct Style {
        var base: String?
        var list: String?
        var level: Int?
    }

    /// The lists that a .docx defines; none when it has no such part.
    static func read(
        _ data: Data?, styles: Data?, name: String
    ) throws(ReadingError) -> WordNumbering {
        let reader = Reader()
        if let data {
            try XMLPart.read(data, part: "word/numbering.xml", of: name, start: reader.start)
        }
        if let styles {
            try XMLPart.read(styles, part: "word/styles.xml", of: name, start: reader.startStyle)
        }
        return reader.numbering
    }

    /// The list that a style puts its paragraphs in, its own or that of the style it is based on.
    func style(_ id: String?) -> (list: String, level: Int)? {
        var next = id
        for _ in 0..<12 {
            guard let style = next.flatMap({ styles[$0] }) else { return nil }
            if let list = style.list { return (list, style.level ?? 0) }
            next = style.base
        }
        return nil
    }

    /// The mark of the list's next item; `nil` for lists that print none.
    mutating func next(_ id: String, level: Int) -> String? {
        let level = min(max(level, 0), 8)
        guard let list = abstract[id], let own = levels[list]?[level], !own.text.isEmpty else {
            return nil
        }
        if own.format == "bullet" {
            let first = own.text.unicodeScalars.first ?? "-"
            return ["+", "*"].contains(first) ? String(first) : "-"
        }
        var count = counts[list] ?? [:]
        if let restart = restarts[id] {
            for (place, start) in restart { count[place] = start - 1 }
            restarts[id] = nil
        }
        count[level] = (count[level] ?? own.start - 1) + 1
        for deeper in count.keys where deeper > level { count[deeper] = nil }
        counts[list] = count
        var mark = own.text
        for place in 0...level {
            let value = count[place] ?? levels[list]?[place]?.start ?? 1
            mark = mark.replacing(
                "%\(place + 1)",
                with: Self.written(value, levels[list]?[place]?.format ?? "decimal"))
        }
        return mark
    }

    private static func written(_ value: Int, _ format: String) -> String {
        switch format {
        case "upperRoman": return roman(value)
        case "lowerRoman": return roman(value).lowercased()
        case "upperLetter", "lowerLetter":
            let letters = Array("abcdefghijklmnopqrstuvwxyz")
            let letter = String(letters[max(0, value - 1) % letters.count])
            return format == "upperLetter" ? letter.uppercased() : letter
        default: return "\(value)"
        }
    }

    private static func roman(_ value: Int) -> String {
        var rest = min(max(value, 0), 399)
        var written = ""
        for (size, letters) in [
            (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
            (4, "IV"), (1, "I"),
        ] {
            while rest >= size {
                written += letters
                rest -= size
            }
        }
        return written
    }

    private final class Reader {
        var numbering = WordNumbering()
        private var style = ""
        private var list = ""
        private var level = 0
        private var number = ""

        func start(_ element: String, _ attributes: [String: String]) {
            let value = attributes["w:val"] ?? ""
            switch element {
            case "abstractNum": list = attributes["w:abstractNumId"] ?? ""
            case "lvl":
                level = min(max(Int(attributes["w:ilvl"] ?? "") ?? 0, 0), 8)
                if number.isEmpty { numbering.levels[list, default: [:]][level] = Level() }
            case "numFmt" where number.isEmpty: numbering.levels[list]?[level]?.format = value
            case "lvlText" where number.isEmpty: numbering.levels[list]?[level]?.text = value
            case "start" where number.isEmpty:
                numbering.levels[list]?[level]?.start = min(max(Int(value) ?? 1, 0), 999)
            case "num": number = attributes["w:numId"] ?? ""
            case "abstractNumId": numbering.abstract[number] = value
            case "lvlOverride": level = min(max(Int(attributes["w:ilvl"] ?? "") ?? 0, 0), 8)
            case "startOverride":
                numbering.restarts[number, default: [:]][level] = min(max(Int(value) ?? 1, 0), 999)
            default: break
            }
        }

        func startStyle(_ element: String, _ attributes: [String: String]) {
            let value = attributes["w:val"]
            switch element {
            case "style": style = attributes["w:styleId"] ?? ""
            case "basedOn": numbering.styles[style, default: Style()].base = value
            case "numId": numbering.styles[style, default: Style()].list = value
            case "ilvl": numbering.styles[style, default: Style()].level = value.flatMap { Int($0) }
            default: break
            }
        }
    }
}
