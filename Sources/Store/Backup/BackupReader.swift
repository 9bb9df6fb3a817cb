import CLibZip
import Crypto
import Foundation

/// An archive that was read through once and agrees with every checksum it carries.
final class BackupReader {
    let manifest: BackupManifest
    let path: String
    private let zip: OpenZip

    /// Opens the archive and reads all of it.
    ///
    /// - Throws: ``BackupError`` when it is none of ours, cut off, damaged or altered.
    init(_ path: String) throws {
        self.path = path
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code) else {
            throw beginsLikeArchive(path) ? BackupError.torn(path) : BackupError.notABackup(path)
        }
        zip = OpenZip(archive)
        var described = Data()
        try BackupReader.read(BackupManifest.file, of: archive, path, limit: 64 << 20) {
            described.append(contentsOf: $0)
        }
        guard let manifest = try? JSONDecoder().decode(BackupManifest.self, from: described),
            manifest.form == BackupManifest.form,
            Set(manifest.tables.map(\.name)).count == manifest.tables.count
        else { throw BackupError.notABackup(path) }
        self.manifest = manifest
        // A part more or less than described is no backup as it was made.
        let inside = manifest.filesBeside == nil ? manifest.files ?? [] : []
        guard zip_get_num_entries(archive, 0) == manifest.tables.count + inside.count + 1 else {
            throw BackupError.altered(path, part: BackupManifest.file)
        }
        for file in manifest.files ?? [] where !FileStore.isHash(file.sha256) {
            throw BackupError.altered(path, part: BackupManifest.file)
        }
        for file in inside {
            var hash = SHA256()
            try BackupReader.read(file.file, of: archive, path, limit: file.bytes) {
                hash.update(data: $0)
            }
            guard hash.finalize().hexadecimal == file.sha256 else {
                throw BackupError.altered(path, part: file.file)
            }
        }
        for table in manifest.tables {
            var hash = SHA256()
            try BackupReader.read(table.file, of: archive, path, limit: table.bytes) {
                hash.update(data: $0)
            }
            guard hash.finalize().hexadecimal == table.sha256 else {
                throw BackupError.altered(path, part: table.name)
            }
        }
    }

    /// Lays every file in its place, from the archive or from the folder beside it.
    func restoreFiles(into files: FileStore) throws {
        let shelf = manifest.filesBeside.map { beside in
            FileStore(
                URL(filePath: path).deletingLastPathComponent().appending(path: beside).path)
        }
        for file in manifest.files ?? [] where files.size(file.sha256) != file.bytes {
            if let shelf {
                guard shelf.size(file.sha256) == file.bytes else {
                    throw BackupError.fileMissing(file.sha256)
                }
                try files.copy(file.sha256, from: shelf.path(file.sha256))
            } else {
                try files.write(file.sha256) { write in
                    try BackupReader.read(file.file, of: zip.archive, path, limit: file.bytes) {
                        try write($0)
                    }
                }
            }
        }
    }

    /// Hands out the table's rows, many at a time.
    func rows(
        _ table: BackupManifest.Table, _ columns: [TableShape.Column], atATime count: Int,
        _ body: ([[SQLValue]]) throws -> Void
    ) throws {
        var rest: [UInt8] = []
        var rows: [[SQLValue]] = []
        var isHeading = true
        var seen = 0
        try BackupReader.read(table.file, of: zip.archive, path, limit: table.bytes) { chunk in
            rest += chunk
            var start = rest.startIndex
            while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = rest[start..<end]
                start = end + 1
                if isHeading {
                    isHeading = false
                    continue
                }
                guard let values = TableLines.values(line, columns) else {
                    throw BackupError.altered(path, part: table.name)
                }
                rows.append(values)
                seen += 1
                if rows.count == count {
                    try body(rows)
                    rows.removeAll(keepingCapacity: true)
                }
            }
            rest.removeFirst(start)
        }
        if !rows.isEmpty { try body(rows) }
        guard rest.isEmpty, seen == table.rows else {
            throw BackupError.altered(path, part: table.name)
        }
    }

    private static func read(
        _ name: String, of archive: OpaquePointer, _ path: String, limit: Int,
        _ body: ([UInt8]) throws -> Void
    ) throws {
        guard let file = zip_fopen(archive, name, 0) else {
            throw BackupError.altered(path, part: name)
        }
        defer { zip_fclose(file) }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var total = 0
        while true {
            // libzip checks its own checksum when the last byte is read.
            let count = zip_fread(file, &chunk, UInt64(chunk.count))
            guard count >= 0 else { throw BackupError.torn(path) }
            if count == 0 { return }
            total += Int(count)
            guard total <= limit else { throw BackupError.altered(path, part: name) }
            try body(Array(chunk[0..<Int(count)]))
        }
    }
}

/// Whether the file begins as an archive does, whatever became of its end.
private func beginsLikeArchive(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 2)) == Data("PK".utf8)
}

/// An archive of libzip, closed when nobody holds it any more.
private final class OpenZip {
    let archive: OpaquePointer

    init(_ archive: OpaquePointer) { self.archive = archive }

    deinit { zip_discard(archive) }
}

extension BackupManifest {
    /// Reads an archive through, compares every checksum, and returns what it says of itself.
    public static func read(_ path: String) throws -> BackupManifest {
        try BackupReader(path).manifest
    }
}
