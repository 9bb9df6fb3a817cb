import Domain
import Foundation

/// Writes a small official-looking PDF of one page, its letters named so that they can be read out.
///
/// For made-up documents only: it embeds no font, so readers take what they have. It doesn't ask for
/// Times, in whose place many servers have a font without Vietnamese letters.
struct SamplePDF {
    enum Place: Hashable, Sendable {
        case left, centre
        /// Centred over the left or the right half, as a letterhead is.
        case leftHalf, rightHalf
    }

    private struct Line {
        let text: String
        let place: Place
        let size: Int
        let y: Int
    }

    private static let width = 595
    private static let margin = 70
    private var lines: [Line] = []
    private var y = 780

    /// Adds a line; one beside the last stays at its height.
    mutating func add(
        _ text: String, _ place: Place = .left, size: Int = 13, isBeside: Bool = false
    ) {
        if isBeside, let last = lines.last { y = last.y }
        lines.append(Line(text: text, place: place, size: size, y: y))
        y -= size + 6
    }

    /// Adds a paragraph, broken into lines.
    mutating func add(paragraph: String, size: Int = 13) {
        var line = "      "
        let limit = (Self.width - 2 * Self.margin) * 1_000 / size
        for word in paragraph.split(separator: " ") {
            if Self.length(line + word) > limit {
                add(line, size: size)
                line = ""
            }
            line += word + " "
        }
        add(line, size: size)
        y -= 4
    }

    mutating func skip(_ points: Int) { y -= points }

    /// The whole file.
    var data: Data {
        var codes: [Unicode.Scalar: Int] = [:]
        var others: [Unicode.Scalar] = []
        for scalar in lines.flatMap({ Array($0.text.unicodeScalars) }) where codes[scalar] == nil {
            if scalar.value >= 32, scalar.value < 127 {
                codes[scalar] = Int(scalar.value)
            } else if others.count < 128 {
                codes[scalar] = 128 + others.count
                others.append(scalar)
            }
        }
        let content = lines.map { line in
            let bytes = line.text.unicodeScalars.map { String(codes[$0] ?? 63, radix: 16) }
            let shown = bytes.map { $0.count == 1 ? "0" + $0 : $0 }.joined()
            return "BT /F \(line.size) Tf \(x(of: line)) \(line.y) Td <\(shown)> Tj ET"
        }.joined(separator: "\n")
        return file(content, others)
    }

    private func x(of line: Line) -> Int {
        let length = Self.length(line.text) * line.size / 1_000
        return switch line.place {
        case .left: Self.margin
        case .centre: (Self.width - length) / 2
        case .leftHalf: Self.width / 4 + 15 - length / 2
        case .rightHalf: Self.width * 3 / 4 - 25 - length / 2
        }
    }

    private func file(_ content: String, _ others: [Unicode.Scalar]) -> Data {
        let names = others.map { "/" + Self.name(of: $0) }
        let plain = (32..<127).compactMap { Unicode.Scalar($0) }
        let widths = (plain.map(Self.width) + [500] + others.map(Self.width)).map { String($0) }
        let font = """
            << /Type /Font /Subtype /TrueType /BaseFont /NotoSerif /FirstChar 32 \
            /LastChar \(127 + others.count) /Widths [\(widths.joined(separator: " "))] \
            /FontDescriptor 4 0 R /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding \
            /Differences [128 \(names.joined(separator: " "))] >> >>
            """
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [5 0 R] /Count 1 >>", font,
            """
            << /Type /FontDescriptor /FontName /NotoSerif /Flags 34 \
            /FontBBox [-168 -218 1000 898] /ItalicAngle 0 /Ascent 891 /Descent -216 /CapHeight 662 \
            /StemV 84 >>
            """,
            """
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] \
            /Resources << /Font << /F 3 0 R >> >> /Contents 6 0 R >>
            """,
            "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
        ]
        var text = "%PDF-1.7\n"
        var offsets: [Int] = []
        for (number, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        let entries = offsets.map { offset in
            let digits = String(offset)
            return String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }.joined()
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n\(entries)"
        text += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Data(text.utf8)
    }

    /// What fonts call a Vietnamese letter: its plain letter, then its marks: `ecircumflexacute`.
    private static func name(of scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "đ": return "dcroat"
        case "Đ": return "Dcroat"
        default: break
        }
        let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
        let marks: [UInt32: String] = [
            0x302: "circumflex", 0x306: "breve", 0x31B: "horn", 0x300: "grave", 0x301: "acute",
            0x303: "tilde", 0x309: "hookabove", 0x323: "dotbelow",
        ]
        // The mark that makes another letter comes before the tone.
        let shape: Set<UInt32> = [0x302, 0x306, 0x31B]
        let values = parts.dropFirst().map(\.value)
        let ordered = values.filter(shape.contains) + values.filter { !shape.contains($0) }
        return String(parts.prefix(1)) + ordered.compactMap { marks[$0] }.joined()
    }

    /// How long a text is, in thousandths of its size.
    private static func length(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    /// A letter's width in Times, in thousandths; with its marks it is as wide as without.
    private static func width(_ scalar: Unicode.Scalar) -> Int {
        if (32..<127).contains(scalar.value) { return times[Int(scalar.value) - 32] }
        let letter = String(scalar)
        let plain = Vietnamese.folded(letter)
        let base = letter.uppercased() == letter ? plain.uppercased() : plain
        guard let value = base.unicodeScalars.first?.value, (32..<127).contains(value) else {
            return 500
        }
        return times[Int(value) - 32]
    }

    private static let times = [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500,
        500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667,
        722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722,
        722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500,
        500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500,
        444, 480, 200, 480, 541,
    ]
}
