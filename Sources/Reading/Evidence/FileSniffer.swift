import Domain
import Foundation

/// Finds out what a file is by its content, reading its beginning only.
public enum FileSniffer {
    /// Bytes that are looked at.
    private static let looked = 64 << 10

    /// What the file at the path is.
    ///
    /// - Throws: ``EvidenceError`` for a file that is empty, of no kind that is taken, damaged, or of
    ///   another kind than its name says.
    public static func type(of path: String, named name: String) throws -> FileType {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw EvidenceError.broken(name: name)
        }
        defer { try? file.close() }
        let start = try file.read(upToCount: looked) ?? Data()
        guard !start.isEmpty else { throw EvidenceError.empty(name: name) }
        guard let type = try type(start, path, name) else {
            throw EvidenceError.unknownType(name: name)
        }
        if let ending = FileName.ending(of: name), !type.endings.contains(ending) {
            throw EvidenceError.liesAboutType(name: name, says: ending, isReally: type)
        }
        return type
    }

    private static func type(_ start: Data, _ path: String, _ name: String) throws -> FileType? {
        if start.starts(with: Array("PK".utf8) + [3, 4]) {
            return try OfficeArchive.type(path, name)
        }
        for (signature, type) in signatures where start.starts(with: signature) { return type }
        if start.starts(with: Array("RIFF".utf8)),
            start.dropFirst(8).starts(with: Array("WEBP".utf8))
        {
            return .webp
        }
        if start.dropFirst(4).starts(with: Array("ftyp".utf8)) {
            let brand = String(decoding: start.dropFirst(8).prefix(4), as: UTF8.self)
            return ["heic", "heix", "mif1", "msf1", "heim", "heis"].contains(brand) ? .heic : nil
        }
        return isText(start) ? .text : nil
    }

    private static let signatures: [([UInt8], FileType)] = [
        (Array("%PDF-".utf8), .pdf),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
        ([0xFF, 0xD8, 0xFF], .jpeg),
        (Array("GIF87a".utf8), .gif), (Array("GIF89a".utf8), .gif),
        ([0x49, 0x49, 0x2A, 0x00], .tiff), ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice),
    ]

    /// Whether the beginning is UTF-8 without control characters, and no page or program.
    private static func isText(_ start: Data) -> Bool {
        var bytes = Array(start)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        let isWhole = start.count < looked
        for cut in 0...(isWhole ? 0 : 3) where bytes.count > cut {
            // The last letter may have been cut in two by the end of what is looked at.
            guard let text = String(validating: bytes.dropLast(cut), as: UTF8.self) else {
                continue
            }
            let head = text.prefix(1_000).trimmingCharacters(in: .whitespacesAndNewlines)
                .lowercased()
            return !["<!doctype", "<html", "<svg", "<?xml", "<script", "#!", "%!ps"].contains {
                head.hasPrefix($0)
            } && bytes.allSatisfy { $0 >= 0x20 || [0x09, 0x0A, 0x0C, 0x0D].contains($0) }
        }
        return false
    }
}
