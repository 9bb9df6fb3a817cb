import Foundation

/// Several finished files in one zip archive.
public enum FileArchive {
    /// Writes the files under the names given; the same files always give the same bytes.
    public static func write(_ files: [(name: String, path: String)], to path: String) throws {
        let parts = try files.map { file in
            (name: file.name, bytes: [UInt8](try Data(contentsOf: URL(filePath: file.path))))
        }
        try ZipWriter.write(parts, to: path)
    }
}
