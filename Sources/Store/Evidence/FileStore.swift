import Crypto
import Domain
import Foundation
import Glibc

/// The folder in which files lie by the SHA-256 of their bytes, as `ab/cd/<sha256>`.
///
/// All servers of a workspace share it. A file is written beside its place first and appears there
/// whole or not at all, on the disk before anybody names it: a file may lack a row, never a row its
/// file.
public final class FileStore: Sendable {
    public let folder: String
    private let lane = Lane<Void>("files", threads: 4) {}
    /// Whether it belongs to a workspace in memory, and goes with it.
    private let isScratch: Bool

    public init(_ folder: String) {
        self.folder = folder
        isScratch = false
    }

    private init(scratch: Void) {
        let name = "caicach-files-\(UUID().uuidString)"
        folder = FileManager.default.temporaryDirectory.appending(path: name).path
        isScratch = true
    }

    deinit {
        if isScratch { try? FileManager.default.removeItem(atPath: folder) }
    }

    /// Where the files of a workspace lie when nobody says: beside a SQLite file, else under `var`.
    public static func beside(_ address: String) -> FileStore {
        if address == ":memory:" { return FileStore(scratch: ()) }
        guard address.contains("://") else { return FileStore("\(address).files") }
        let schema = address.components(separatedBy: "schema=").dropFirst().first?
            .split(separator: "&").first
        return FileStore("var/\(schema.map(String.init) ?? "public").files")
    }

    /// Where the bytes with that hash lie.
    public func path(_ sha256: String) -> String {
        precondition(Self.isHash(sha256), "a file is named by its SHA-256")
        return "\(folder)/\(sha256.prefix(2))/\(sha256.dropFirst(2).prefix(2))/\(sha256)"
    }

    /// The folder in which files lie while they arrive; whoever writes there makes it first.
    public var incomingFolder: URL {
        URL(filePath: folder).appending(path: "incoming", directoryHint: .isDirectory)
    }

    /// How many bytes the file has; `nil` when it is not there.
    public func size(_ sha256: String) -> Int? {
        var facts = stat()
        guard stat(path(sha256), &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(facts.st_size)
    }

    /// Moves a file that arrived into its place and has it on the disk before it returns.
    ///
    /// It has to lie on the same disk, as in ``incomingFolder``. A file that is there already is taken
    /// the place of, so that its age starts anew and no cleaning takes it.
    public func keep(_ arrived: String, sha256: String, bytes: Int) async throws -> KeptFile {
        let place = path(sha256)
        let folder = folder
        try await lane.run { _ in
            let parents = [
                folder, "\(folder)/\(sha256.prefix(2))",
                "\(folder)/\(sha256.prefix(2))/\(sha256.dropFirst(2).prefix(2))",
            ]
            try FileManager.default.createDirectory(
                atPath: parents[2], withIntermediateDirectories: true)
            try synced(arrived)
            utimensat(AT_FDCWD, arrived, nil, 0)
            guard rename(arrived, place) == 0 else { throw FileFault(place) }
            chmod(place, 0o600)
            for parent in parents.reversed() { try synced(parent) }
        }
        return KeptFile(sha256: sha256, bytes: bytes, path: place)
    }

    /// Lays a file apart in which the scan command found something; nobody is served from there.
    public func layApart(_ arrived: String, sha256: String) async throws {
        let quarantine = "\(folder)/quarantine"
        try await lane.run { _ in
            try FileManager.default.createDirectory(
                atPath: quarantine, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            guard rename(arrived, "\(quarantine)/\(sha256)") == 0 else {
                throw FileFault(arrived)
            }
            chmod("\(quarantine)/\(sha256)", 0o400)
        }
    }

    /// Keeps bytes that are in memory: the sample's, and tests'.
    public func keep(_ data: Data) async throws -> KeptFile {
        try FileManager.default.createDirectory(
            at: incomingFolder, withIntermediateDirectories: true)
        let arrived = incomingFolder.appending(path: UUID().uuidString).path
        try data.write(to: URL(filePath: arrived))
        return try await keep(
            arrived, sha256: SHA256.hash(data: data).hexadecimal, bytes: data.count)
    }

    /// The SHA-256 of what lies at a path, read piece by piece; `nil` when it is not there.
    public static func hash(of path: String) throws -> (sha256: String, bytes: Int)? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        var hash = SHA256()
        var bytes = 0
        while let piece = try file.read(upToCount: 1 << 18), !piece.isEmpty {
            hash.update(data: piece)
            bytes += piece.count
        }
        return (hash.finalize().hexadecimal, bytes)
    }

    /// Runs blocking work on a thread of the folder's own.
    public func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws
        -> Value
    { try await lane.run { _ in try body() } }

    static func isHash(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}

/// A file that lies in its place; only then may a row name it.
public struct KeptFile: Hashable, Sendable {
    public let sha256: String
    public let bytes: Int
    let path: String

    /// Whether it still lies there: cleaning takes away what no row names.
    var isThere: Bool { access(path, F_OK) == 0 }
}

/// Something the disk refused; logged, never shown.
struct FileFault: Error, CustomStringConvertible {
    let description: String

    init(_ path: String) {
        description = "\(path): \(String(cString: strerror(errno)))"
    }
}

/// Has a file or a folder written to the disk.
private func synced(_ path: String) throws {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw FileFault(path) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw FileFault(path) }
}
