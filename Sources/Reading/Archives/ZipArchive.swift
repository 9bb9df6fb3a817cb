import CLibZip
import Foundation

/// The parts of a .docx or .xlsx, unpacked one by one within limits.
final class ZipArchive {
    /// One part may unpack to so many bytes: 64 MB.
    static let largestPart = 64 * 1_024 * 1_024
    /// An office file has some dozens of parts.
    static let mostParts = 4_096

    private let name: String
    private let archive: OpaquePointer
    /// The bytes stay where they are as long as libzip reads them.
    private let bytes: UnsafeMutableRawBufferPointer

    init(_ data: Data, name: String) throws(ReadingError) {
        self.name = name
        let bytes = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(data.count, 1), alignment: 1)
        data.copyBytes(to: bytes)
        var error = zip_error_t()
        guard
            let source = zip_source_buffer_create(bytes.baseAddress, UInt64(data.count), 0, &error)
        else {
            bytes.deallocate()
            throw .brokenArchive(name: name)
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            bytes.deallocate()
            throw .brokenArchive(name: name)
        }
        self.archive = archive
        self.bytes = bytes
        guard zip_get_num_entries(archive, 0) <= Self.mostParts else {
            throw .brokenArchive(name: name)
        }
        if contains("word/vbaProject.bin") || contains("xl/vbaProject.bin") {
            throw .macros(name: name)
        }
    }

    deinit {
        zip_discard(archive)
        bytes.deallocate()
    }

    func contains(_ part: String) -> Bool {
        zip_name_locate(archive, part, 0) >= 0
    }

    /// The unpacked part; `nil` when there is none of that name.
    func part(_ part: String) throws(ReadingError) -> Data? {
        let index = zip_name_locate(archive, part, 0)
        guard index >= 0 else { return nil }
        guard let file = zip_fopen_index(archive, UInt64(index), 0) else {
            throw .brokenArchive(name: name)
        }
        defer { zip_fclose(file) }
        var unpacked = Data()
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            // The stated size may lie; what really comes out is counted.
            let count = zip_fread(file, &chunk, UInt64(chunk.count))
            guard count >= 0 else { throw .brokenArchive(name: name) }
            if count == 0 { return unpacked }
            guard unpacked.count + Int(count) <= Self.largestPart else {
                throw .archiveTooLarge(name: name, part: part, limit: Self.largestPart / 1_048_576)
            }
            unpacked.append(contentsOf: chunk[0..<Int(count)])
        }
    }
}
