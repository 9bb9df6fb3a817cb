import CLibZip
import Foundation

/// Many files in one zip archive, in folders, each read from the disk as it is written: their size
/// costs no memory.
public enum FolderArchive {
    /// Writes the files under the names given, which may hold folders: "1.1.2/Báo cáo.pdf".
    public static func write(_ files: [(name: String, path: String)], to path: String) throws {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
            throw DocumentFault(description: "cannot begin \(path): zip error \(code)")
        }
        do {
            for file in files {
                guard let source = zip_source_file(archive, file.path, 0, -1) else {
                    throw fault(archive, file.name)
                }
                let index = zip_file_add(archive, file.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
                guard index >= 0 else {
                    zip_source_free(source)
                    throw fault(archive, file.name)
                }
                // The first day that an archive can name, so that no clock gets into the file.
                guard zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0) == 0 else {
                    throw fault(archive, file.name)
                }
            }
        } catch {
            zip_discard(archive)
            throw error
        }
        guard zip_close(archive) == 0 else {
            let reason = fault(archive, path)
            zip_discard(archive)
            throw reason
        }
    }

    private static func fault(_ archive: OpaquePointer, _ name: String) -> DocumentFault {
        DocumentFault(description: "\(name): " + String(cString: zip_strerror(archive)))
    }
}
