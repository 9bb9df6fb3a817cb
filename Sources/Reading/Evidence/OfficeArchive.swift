import CLibZip
import Domain
import Foundation

/// Looks an office file through before it is kept: what it is, and that it unpacks to what it says.
enum OfficeArchive {
    /// Megabytes that it may unpack to, beyond its own size.
    static let mostMegabytes = 256

    /// What the archive at the path is; `nil` for one that is no office file.
    ///
    /// - Throws: ``EvidenceError`` for one that unpacks to too much, is damaged or holds macros.
    static func type(_ path: String, _ name: String) throws -> FileType? {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
            throw EvidenceError.broken(name: name)
        }
        defer { zip_discard(archive) }
        func has(_ part: String) -> Bool { zip_name_locate(archive, part, 0) >= 0 }
        let kinds: [(String, FileType)] = [
            ("word/document.xml", .word), ("xl/workbook.xml", .sheet),
            ("ppt/presentation.xml", .slides),
        ]
        guard has("[Content_Types].xml"), let type = kinds.first(where: { has($0.0) })?.1 else {
            return nil
        }
        let macros = ["word", "xl", "ppt"].map { "\($0)/vbaProject.bin" }
        if macros.contains(where: has) { throw EvidenceError.macros(name: name) }
        try unpack(archive, path, name)
        return type
    }

    /// Unpacks every part and throws it away: what comes out is counted, for what is stated may lie.
    private static func unpack(_ archive: OpaquePointer, _ path: String, _ name: String) throws {
        let size =
            try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        let limit = size + mostMegabytes << 20
        let tooMuch = EvidenceError.unpacksToTooMuch(name: name, limit: mostMegabytes)
        let count = zip_get_num_entries(archive, 0)
        guard count <= ZipArchive.mostParts else { throw tooMuch }
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        var total = 0
        for index in 0..<UInt64(max(0, count)) {
            guard let part = zip_fopen_index(archive, index, 0) else {
                throw EvidenceError.broken(name: name)
            }
            defer { zip_fclose(part) }
            while true {
                let read = zip_fread(part, &piece, UInt64(piece.count))
                guard read >= 0 else { throw EvidenceError.broken(name: name) }
                if read == 0 { break }
                total += Int(read)
                guard total <= limit else { throw tooMuch }
            }
        }
    }
}
