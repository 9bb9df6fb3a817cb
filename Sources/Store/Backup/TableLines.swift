/// A row as a line of text, as PostgreSQL's COPY writes it: tabs between values, `\N` for none.
enum TableLines {
    static func append(_ row: any RowColumns, to line: inout [UInt8]) {
        for index in 0..<row.count {
            if index > 0 { line.append(tab) }
            let isThere: Void? = row.bytes(index) { bytes in
                for byte in bytes { appendEscaped(byte, to: &line) }
            }
            if isThere == nil { line += [backslash, UInt8(ascii: "N")] }
        }
        line.append(lineFeed)
    }

    static func append(heading names: [String], to line: inout [UInt8]) {
        line += Array(names.joined(separator: "\t").utf8) + [lineFeed]
    }

    private static func appendEscaped(_ byte: UInt8, to line: inout [UInt8]) {
        switch byte {
        case backslash: line += [backslash, backslash]
        case tab: line += [backslash, UInt8(ascii: "t")]
        case lineFeed: line += [backslash, UInt8(ascii: "n")]
        case carriageReturn: line += [backslash, UInt8(ascii: "r")]
        default: line.append(byte)
        }
    }

    /// The values of a line without its line feed; `nil` when it is not one of ours.
    static func values(_ line: ArraySlice<UInt8>, _ columns: [TableShape.Column]) -> [SQLValue]? {
        var values: [SQLValue] = []
        values.reserveCapacity(columns.count)
        for field in line.split(separator: tab, omittingEmptySubsequences: false) {
            guard values.count < columns.count else { return nil }
            let isInteger = columns[values.count].isInteger
            if field.elementsEqual([backslash, UInt8(ascii: "N")]) {
                values.append(isInteger ? .noInteger : .noText)
            } else if let text = text(field) {
                if isInteger {
                    guard let number = Int(text) else { return nil }
                    values.append(.integer(number))
                } else {
                    values.append(.text(text))
                }
            } else {
                return nil
            }
        }
        return values.count == columns.count ? values : nil
    }

    private static func text(_ field: ArraySlice<UInt8>) -> String? {
        guard field.contains(backslash) else { return String(validating: field, as: UTF8.self) }
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in field {
            if isEscaped {
                switch byte {
                case backslash: bytes.append(backslash)
                case UInt8(ascii: "t"): bytes.append(tab)
                case UInt8(ascii: "n"): bytes.append(lineFeed)
                case UInt8(ascii: "r"): bytes.append(carriageReturn)
                default: return nil
                }
                isEscaped = false
            } else if byte == backslash {
                isEscaped = true
            } else {
                bytes.append(byte)
            }
        }
        return isEscaped ? nil : String(validating: bytes, as: UTF8.self)
    }
}

private let backslash = UInt8(ascii: "\\")
private let tab = UInt8(ascii: "\t")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
