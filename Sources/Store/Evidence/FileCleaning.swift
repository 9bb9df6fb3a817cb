import Domain
import Foundation
import Glibc

extension ReadableDatabase {
    /// Returns every file that a row names, each once.
    func namedFiles() throws -> [BackupManifest.File] {
        var found: [BackupManifest.File] = []
        try each("SELECT DISTINCT sha256, bytes FROM evidence_revisions ORDER BY sha256") {
            found.append(BackupManifest.File(sha256: $0.text(0), bytes: $0.int(1)))
        }
        return found
    }

    /// Returns which of these files no row names.
    fileprivate func unnamed(_ hashes: [String]) throws -> Set<String> {
        var rest = Set(hashes)
        try each("SELECT sha256 FROM evidence_revisions WHERE sha256 IN \(list: hashes)") {
            rest.remove($0.text(0))
        }
        return rest
    }
}

extension Store {
    /// Removes files that no row names and that have lain there for more than a day.
    ///
    /// It does so while it holds the journal's head: an action that names a file sees whether the
    /// file is there, and none can come between. Safe to repeat.
    ///
    /// - Returns: how many were removed.
    @discardableResult
    public func cleanFiles() async throws -> Int {
        let (files, limit) = (files, clock() + -86_400)
        let (arrived, kept) = try await files.run {
            (files.oldFiles(in: "incoming", before: limit), files.oldKept(before: limit))
        }
        for path in arrived { unlink(path) }
        var removed = arrived.count
        for start in stride(from: 0, to: kept.count, by: 400) {
            let some = Array(kept[start..<min(start + 400, kept.count)])
            let unused = try await read { try $0.unnamed(some) }
            guard !unused.isEmpty else { continue }
            removed += try await write { db in
                try db.unnamed(unused.sorted()).count { hash in
                    files.isOld(files.path(hash), before: limit) && unlink(files.path(hash)) == 0
                }
            }
        }
        return removed
    }
}

extension FileStore {
    /// Whether the file was put there before the moment.
    fileprivate func isOld(_ path: String, before limit: Instant) -> Bool {
        var facts = stat()
        guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return false }
        return Int64(facts.st_mtim.tv_sec) * 1_000 < limit.milliseconds
    }

    fileprivate func oldFiles(in part: String, before limit: Instant) -> [String] {
        names(in: "\(folder)/\(part)").map { "\(folder)/\(part)/\($0)" }
            .filter { isOld($0, before: limit) }
    }

    /// The hashes of the kept files that were put there before the moment.
    fileprivate func oldKept(before limit: Instant) -> [String] {
        names(in: folder).filter { $0.utf8.count == 2 }.flatMap { first in
            names(in: "\(folder)/\(first)").flatMap { second in
                names(in: "\(folder)/\(first)/\(second)").filter {
                    Self.isHash($0) && isOld(path($0), before: limit)
                }
            }
        }
    }

    private func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }

    /// Copies a file here, piece by piece; throws when it is not what its name says.
    func copy(_ sha256: String, from place: String) throws {
        try write(sha256) { write in
            guard let file = FileHandle(forReadingAtPath: place) else {
                throw BackupError.fileMissing(sha256)
            }
            defer { try? file.close() }
            while let piece = try file.read(upToCount: 1 << 18), !piece.isEmpty {
                try write(Array(piece))
            }
        }
    }
}
