import CLibQREncode
import Markup

/// A QR code: a text as a square of dark and light modules that a phone's camera reads.
///
/// Source: ISO/IEC 18004, drawn up by libqrencode with error correction M (15 %).
public struct QRCode: Hashable, Sendable {
    /// How many modules stand on a side, without the quiet zone: 21 to 177.
    public let side: Int
    /// Row by row, `true` where the module is dark.
    private let modules: [Bool]

    /// Encodes the text; `nil` when it is empty or longer than a QR code can hold (2,331 bytes).
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, let code = encoded(bytes) else { return nil }
        defer { QRcode_free(code) }
        side = Int(code.pointee.width)
        let data = UnsafeBufferPointer(start: code.pointee.data, count: side * side)
        modules = data.map { $0 & 1 == 1 }
    }

    /// Whether the module is dark; outside the square everything is light.
    public func isDark(row: Int, column: Int) -> Bool {
        guard (0..<side).contains(row), (0..<side).contains(column) else { return false }
        return modules[row * side + column]
    }

    /// The code as a picture, dark on light whatever the colours of the page, with the quiet zone of
    /// four modules that readers need; the label says what it is for.
    public func svg(label: String) -> HTML {
        let whole = side + 8
        return """
            <svg class="qr" viewBox="0 0 \(whole) \(whole)" role="img" aria-label="\(label)" \
            shape-rendering="crispEdges"><rect width="\(whole)" height="\(whole)" fill="#fff"></rect>\
            <path d="\(path)" fill="#000"></path></svg>
            """
    }

    /// Runs of dark modules of a row as one rectangle each.
    private var path: String {
        var path = ""
        for row in 0..<side {
            var column = 0
            while column < side {
                let start = column
                while isDark(row: row, column: column) { column += 1 }
                if column > start {
                    path += "M\(start + 4) \(row + 4)h\(column - start)v1H\(start + 4)z"
                }
                column += 1
            }
        }
        return path
    }
}

private func encoded(_ bytes: [UInt8]) -> UnsafeMutablePointer<CLibQREncode.QRcode>? {
    bytes.withUnsafeBufferPointer {
        QRcode_encodeData(Int32($0.count), $0.baseAddress, 0, QR_ECLEVEL_M)
    }
}
