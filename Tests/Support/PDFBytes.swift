import Foundation

/// Writes PDF files for tests: pages of text with their letters named, or of pictures only.
public enum PDFBytes {
    /// Each page with its lines; every letter is named (ToUnicode), so that the text can be read out.
    public static func text(_ pages: [[String]]) -> Data {
        var letters: [Unicode.Scalar: Int] = [:]
        for scalar in pages.joined().joined().unicodeScalars where letters[scalar] == nil {
            letters[scalar] = letters.count + 1
        }
        let names = letters.map { scalar, code in
            "<\(hex(code))> <\(scalar.utf16.map { hex(Int($0)) }.joined())>"
        }
        let map = """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def
            1 begincodespacerange <0000> <FFFF> endcodespacerange
            """
            + chunks(names).map {
                "\n\($0.count) beginbfchar\n\($0.joined(separator: "\n"))\nendbfchar"
            }
            .joined() + "\nendcmap end end"
        let contents = pages.map { lines in
            "BT /F 12 Tf 14 TL 60 780 Td "
                + lines.map { line in
                    "<\(line.unicodeScalars.map { hex(letters[$0] ?? 0) }.joined())> Tj T*"
                }.joined(separator: " ") + " ET"
        }
        let font = [
            "<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 6 0 R >>",
            stream(map),
            "<< /Type /FontDescriptor /FontName /T /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent 200 /CapHeight 700 /StemV 80 >>",
        ]
        return file(font, contents.map { (stream($0), "<< /Font << /F 3 0 R >> >>") })
    }

    /// Pages that are pictures: `pixels` bytes of grey, row by row.
    public static func picture(width: Int, height: Int, pixels: Data) -> Data {
        var image = Data(
            "<< /Type /XObject /Subtype /Image /Width \(width) /Height \(height) /ColorSpace /DeviceGray /BitsPerComponent 8 /Length \(pixels.count) >>\nstream\n"
                .utf8)
        image += pixels + Data("\nendstream".utf8)
        return file(
            [image],
            [(stream("595 0 0 842 0 0 cm /P Do"), "<< /XObject << /P 3 0 R >> >>")])
    }

    private static func file(
        _ shared: [any DataConvertible], _ pages: [(content: String, resources: String)]
    ) -> Data {
        let first = 3 + shared.count
        let kids = pages.indices.map { "\(first + 2 * $0) 0 R" }.joined(separator: " ")
        var objects: [any DataConvertible] = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
        ]
        objects += shared
        for (place, page) in pages.enumerated() {
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources \(page.resources) /Contents \(first + 2 * place + 1) 0 R >>"
            )
            objects.append(page.content)
        }
        var data = Data("%PDF-1.7\n".utf8)
        var offsets: [Int] = []
        for (number, object) in objects.enumerated() {
            offsets.append(data.count)
            data += Data("\(number + 1) 0 obj\n".utf8) + object.data + Data("\nendobj\n".utf8)
        }
        let start = data.count
        let entries = offsets.map { String(format: "%010d 00000 n \n", $0) }.joined()
        data += Data(
            "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n\(entries)trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
                .utf8)
        return data
    }

    private static func stream(_ content: String) -> String {
        "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
    }

    private static func hex(_ number: Int) -> String { String(format: "%04X", number) }

    /// A CMap names at most a hundred letters at a time.
    private static func chunks(_ names: [String]) -> [ArraySlice<String>] {
        stride(from: 0, to: names.count, by: 100).map { names[$0..<min($0 + 100, names.count)] }
    }
}

protocol DataConvertible { var data: Data { get } }
extension String: DataConvertible { var data: Data { Data(utf8) } }
extension Data: DataConvertible { var data: Data { self } }
