import Foundation

/// A path of its own for one test, removed with it.
final class TemporaryPlace {
    let path = FileManager.default.temporaryDirectory.appending(
        path: "caicach-\(UUID().uuidString)"
    ).path

    func bytes() throws -> Data { try Data(contentsOf: URL(filePath: path)) }

    deinit { unlink(path) }
}
