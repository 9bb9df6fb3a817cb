import CLibZip
import Foundation

/// Writes the parts of an office file into one archive; the same parts always give the same bytes.
enum ZipWriter {
    static func write(_ parts: [(name: String, bytes: [UInt8])], to path: String) throws {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
            throw DocumentFault(description: "cannot begin \(path): zip error \(code)")
        }
        do {
            for part in parts { try add(part.name, part.bytes, to: archive) }
        } catch {
            zip_discard(archive)
            throw error
        }
        guard zip_close(archive) == 0 else {
            let reason = String(cString: zip_strerror(archive))
            zip_discard(archive)
            throw DocumentFault(description: "\(path): \(reason)")
        }
    }

    private static func add(_ name: String, _ bytes: [UInt8], to archive: OpaquePointer) throws {
        // libzip frees the copy itself, when the archive is closed or discarded.
        guard let copy = malloc(max(bytes.count, 1)) else {
            throw DocumentFault(description: "no memory for \(name)")
        }
        bytes.withUnsafeBytes { from in
            if let start = from.baseAddress { copy.copyMemory(from: start, byteCount: from.count) }
        }
        guard let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1) else {
            free(copy)
            throw DocumentFault(description: "\(name): " + String(cString: zip_strerror(archive)))
        }
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw DocumentFault(description: "\(name): " + String(cString: zip_strerror(archive)))
        }
        // The first day that an archive can name, so that no clock gets into the file.
        guard zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0) == 0 else {
            throw DocumentFault(description: "\(name): " + String(cString: zip_strerror(archive)))
        }
    }
}

/// The file could not be written: the disk is full, the folder is gone.
struct DocumentFault: Error, CustomStringConvertible {
    let description: String
}
