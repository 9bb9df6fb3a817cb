import Foundation

/// Looks at the disk for tests that must not rest on what the code under test says.
enum FormFileProbe {
    static func exists(_ path: String) throws -> Bool {
        FileManager.default.fileExists(atPath: path)
    }
}
