import Foundation

/// A file that came with a form; it lies in a temporary place until the request is over.
struct FormFile: Sendable {
    /// As it was called on the sender's machine, without folders.
    let name: String
    /// Bytes.
    let size: Int
    /// The SHA-256 of its bytes, taken as they came.
    let sha256: String
    private let place: TemporaryFile

    init(name: String, size: Int, sha256: String, place: TemporaryFile) {
        self.name = name
        self.size = size
        self.sha256 = sha256
        self.place = place
    }

    /// Where it lies as long as this value lives.
    var path: String { place.path }

    /// Its bytes, read whole.
    func bytes() throws -> Data {
        try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    }
}

/// A file only this process reads, removed with the last reference to it.
final class TemporaryFile: Sendable {
    let path: String

    /// Makes an empty file with a name nobody can guess.
    init(in folder: URL = FileManager.default.temporaryDirectory, ending: String = "upload") throws
    {
        path = folder.appending(path: "caicach-\(UUID().uuidString).\(ending)").path
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: attributes)
        else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
        }
    }

    /// What it holds now, read whole; it stays until that is done, whoever lets go of it meanwhile.
    func bytes() throws -> Data {
        try withExtendedLifetime(self) { try Data(contentsOf: URL(filePath: path)) }
    }

    deinit {
        // Gone already is as good as removed; there is nobody to tell of anything else.
        unlink(path)
    }
}
