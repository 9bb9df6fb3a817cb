import CLibZip
import Crypto
import Foundation
import Glibc

/// Writes one archive: each table as a file of lines, and what describes them.
///
/// The tables are written to a folder beside it first; the archive itself appears whole or not at all.
final class BackupWriter {
    private let path: String
    private let folder: URL

    init(_ path: String) throws {
        self.path = path
        guard !FileManager.default.fileExists(atPath: path) else {
            throw BackupError.alreadyThere(path)
        }
        folder = URL(filePath: path + ".\(UUID().uuidString).parts")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw BackupError.cannotWrite(path, reason: error.localizedDescription)
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes a table as it stands in the snapshot, its rows in the order of its key.
    func write(_ table: TableShape, from connection: any Connection) throws -> BackupManifest.Table
    {
        let columns = table.columns.map(\.name)
        let order = (table.key.isEmpty ? columns : table.key).map(quoted).joined(separator: ", ")
        let file = try LineFile(place(table.name), reportedAs: path)
        var rows = 0
        try file.write { TableLines.append(heading: columns, to: &$0) }
        _ = try connection.each(
            "SELECT \(columns.map(quoted).joined(separator: ", ")) FROM \(quoted(table.name)) ORDER BY \(order)",
            []
        ) { row in
            rows += 1
            try file.write { TableLines.append(row, to: &$0) }
        }
        try file.close()
        return BackupManifest.Table(
            name: table.name, columns: columns, rows: rows, bytes: file.count, sha256: file.digest)
    }

    /// Packs what was written, and the files; afterwards the archive is on the disk.
    func finish(_ manifest: BackupManifest, _ files: FileStore) throws {
        let inside = try settleFiles(manifest, files)
        let described = folder.appending(path: BackupManifest.file)
        try manifest.data().write(to: described)
        let draft = folder.appending(path: "archive.zip").path
        var code: Int32 = 0
        guard let archive = zip_open(draft, ZIP_CREATE | ZIP_EXCL, &code) else {
            throw BackupError.cannotWrite(path, reason: "zip \(code)")
        }
        let parts =
            [(BackupManifest.file, described.path)]
            + manifest.tables.map { ($0.file, place($0.name)) }
        for (name, part) in parts {
            guard let source = zip_source_file(archive, part, 0, -1),
                zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8)) >= 0
            else {
                zip_discard(archive)
                throw BackupError.cannotWrite(path, reason: name)
            }
        }
        for file in inside {
            let source = zip_source_file(archive, files.path(file.sha256), 0, -1)
            let index = source.map {
                zip_file_add(archive, file.file, $0, zip_flags_t(ZIP_FL_ENC_UTF_8))
            }
            // Pictures and office files are packed already.
            guard let index, index >= 0,
                zip_set_file_compression(archive, UInt64(index), ZIP_CM_STORE, 0) == 0
            else {
                zip_discard(archive)
                throw BackupError.cannotWrite(path, reason: file.file)
            }
        }
        guard zip_close(archive) == 0 else {
            let reason = String(cString: zip_strerror(archive))
            zip_discard(archive)
            throw BackupError.cannotWrite(path, reason: reason)
        }
        try settle(draft)
    }

    /// Copies the files beside the archive that are not there yet, or returns those to be packed.
    private func settleFiles(_ manifest: BackupManifest, _ files: FileStore) throws
        -> [BackupManifest.File]
    {
        for file in manifest.files ?? [] where files.size(file.sha256) != file.bytes {
            throw BackupError.fileMissing(file.sha256)
        }
        guard let beside = manifest.filesBeside else { return manifest.files ?? [] }
        let archive = URL(filePath: path).deletingLastPathComponent()
        let shelf = FileStore(archive.appending(path: beside).path)
        for file in manifest.files ?? [] where shelf.size(file.sha256) != file.bytes {
            try shelf.copy(file.sha256, from: files.path(file.sha256))
        }
        return []
    }

    private func place(_ table: String) -> String { folder.appending(path: "\(table).tsv").path }

    /// Puts the archive in its place once it is on the disk; an older one there is never replaced.
    private func settle(_ draft: String) throws {
        for step in [draft, URL(filePath: path).deletingLastPathComponent().path] {
            let file = open(step, O_RDONLY)
            guard file >= 0, fsync(file) == 0 else {
                throw BackupError.cannotWrite(path, reason: String(cString: strerror(errno)))
            }
            close(file)
            if step == draft, link(draft, path) != 0 {
                throw errno == EEXIST
                    ? BackupError.alreadyThere(path)
                    : BackupError.cannotWrite(path, reason: String(cString: strerror(errno)))
            }
        }
        chmod(path, 0o600)
    }
}

/// A file being written in large pieces, with the checksum of what it holds.
private final class LineFile {
    private(set) var count = 0
    private let handle: FileHandle
    private let reportedAs: String
    private var buffer: [UInt8] = []
    private var hash = SHA256()

    init(_ path: String, reportedAs: String) throws {
        self.reportedAs = reportedAs
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw BackupError.cannotWrite(reportedAs, reason: String(cString: strerror(errno))) }
        self.handle = handle
        buffer.reserveCapacity(1 << 17)
    }

    var digest: String { hash.finalize().hexadecimal }

    func write(_ append: (inout [UInt8]) -> Void) throws {
        append(&buffer)
        if buffer.count >= 1 << 16 { try flush() }
    }

    func close() throws {
        try flush()
        try handle.close()
    }

    private func flush() throws {
        hash.update(data: buffer)
        count += buffer.count
        do { try handle.write(contentsOf: Data(buffer)) } catch {
            throw BackupError.cannotWrite(reportedAs, reason: error.localizedDescription)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
