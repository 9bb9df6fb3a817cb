import Domain
import Foundation

/// Turns the bytes of a file into text, exactly as it stands, or says what to do about it.
public enum TextFile {
    /// A file may have so many bytes: 20 MB, some two hundred times a long plan.
    public static let largestSize = 20 * 1_024 * 1_024

    /// Reads plain text (UTF-8, UTF-16 with its mark) or the text of a .docx or .xlsx; a PDF needs
    /// ``PlanFile``.
    ///
    /// The text is never normalised; only a byte order mark in front is left out.
    public static func read(_ data: Data, name: String) throws(ReadingError) -> String {
        try checkSize(data, name: name)
        switch FileKind(data) {
        case .zip: return try WordFile.text(data, name: name)
        case .pdf: throw .pdf(name: name)
        case .oldOffice: throw .oldOffice(name: name)
        case .text: return try decode(data, name: name)
        }
    }

    static func checkSize(_ data: Data, name: String) throws(ReadingError) {
        guard !data.isEmpty else { throw .empty(name: name) }
        guard data.count <= largestSize else {
            throw .tooLarge(
                name: name, megabytes: (data.count + 1_048_575) / 1_048_576,
                limit: largestSize / 1_048_576)
        }
    }

    /// Decodes plain text; old encodings and wrong bytes are named with their place.
    static func decode(_ data: Data, name: String) throws(ReadingError) -> String {
        if data.starts(with: [0xFF, 0xFE]) { return try utf16(data, name: name, isLittle: true) }
        if data.starts(with: [0xFE, 0xFF]) { return try utf16(data, name: name, isLittle: false) }
        let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data[...]
        if let zero = bytes.firstIndex(of: 0) {
            throw .zeroByte(
                name: name, offset: zero - data.startIndex, line: line(of: zero, in: data))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            if let encoding = LegacyEncoding.recognised(bytes) {
                throw .legacyEncoding(name: name, encoding: encoding)
            }
            let offset = firstWrongByte(in: data)
            throw .invalidUTF8(
                name: name, offset: offset, line: line(of: data.startIndex + offset, in: data))
        }
        if let encoding = LegacyEncoding.recognised(in: text) {
            throw .legacyEncoding(name: name, encoding: encoding)
        }
        return text
    }

    private static func utf16(_ data: Data, name: String, isLittle: Bool) throws(ReadingError)
        -> String
    {
        let bytes = Array(data.dropFirst(2))
        guard bytes.count % 2 == 0 else { throw .invalidUTF16(name: name, offset: data.count - 1) }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: 0, to: bytes.count, by: 2) {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isLittle ? second << 8 | first : first << 8 | second)
        }
        guard let text = String(validating: units, as: UTF16.self) else {
            throw .invalidUTF16(name: name, offset: 2 + firstLoneSurrogate(in: units) * 2)
        }
        return text
    }

    private static func firstLoneSurrogate(in units: [UInt16]) -> Int {
        var index = 0
        while index < units.count {
            if UTF16.isLeadSurrogate(units[index]), index + 1 < units.count,
                UTF16.isTrailSurrogate(units[index + 1])
            {
                index += 2
            } else if UTF16.isSurrogate(units[index]) {
                return index
            } else {
                index += 1
            }
        }
        return 0
    }

    /// The offset of the first byte that UTF-8 does not allow.
    private static func firstWrongByte(in data: Data) -> Int {
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = data.makeIterator()
        var offset = 0
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error, .emptyInput: return offset
            }
        }
    }

    private static func line(of index: Data.Index, in data: Data) -> Int {
        data[data.startIndex..<index].count { $0 == 0x0A } + 1
    }
}

/// What a file is, by its first bytes; its name does not count.
enum FileKind {
    case text, zip, pdf, oldOffice

    init(_ data: Data) {
        if data.starts(with: [0x50, 0x4B, 0x03, 0x04])
            || data.starts(with: [0x50, 0x4B, 0x05, 0x06])
        {
            self = .zip
        } else if data.starts(with: Array("%PDF".utf8)) {
            self = .pdf
        } else if data.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .oldOffice
        } else {
            self = .text
        }
    }
}
