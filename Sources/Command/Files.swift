import Foundation

/// The bytes of a file that a person named.
///
/// - Throws: ``CommandError/noFile(_:)`` when it is not there or may not be read.
func bytes(of path: String) throws -> Data {
    do {
        return try Data(contentsOf: URL(filePath: path))
    } catch {
        throw CommandError.noFile(path)
    }
}

/// The last part of a path, as messages name the file.
func fileName(_ path: String) -> String { URL(filePath: path).lastPathComponent }
