import Domain
import Foundation

extension Store {
    /// Makes a backup, restores it into a scratch place beside it, and checks what came out.
    ///
    /// Only a backup that was proved is kept; of those the newest so many stay. Safe to repeat.
    ///
    /// - Throws: ``BackupError``; ``UnprovedBackup`` when what came out is not what went in.
    public func proveBackup(in folder: String, keeping count: Int = 14) async throws -> ProvedBackup
    {
        let madeAt = clock()
        let place = URL(filePath: folder)
        do {
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        } catch {
            throw BackupError.cannotWrite(folder, reason: error.localizedDescription)
        }
        let stamp = String(madeAt.text.filter { $0 != ":" && $0 != "." })
        let archive = place.appending(path: "\(backupName)\(stamp).zip").path
        let scratch = place.appending(path: ".scratch-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: scratch) }
        // All proved backups share the files, which never change.
        let made = try await backUp(to: archive, filesBeside: "files")
        do {
            try await Store.rehearse(
                archive, made, in: scratch.appending(path: "workspace.sqlite").path,
                FileStore(place.appending(path: "files").path))
        } catch {
            try? FileManager.default.removeItem(atPath: archive)
            throw error
        }
        let size = try FileManager.default.attributesOfItem(atPath: archive)[.size] as? Int
        let proved = ProvedBackup(
            provedAt: clock(), madeAt: madeAt, path: archive, bytes: size ?? 0, rows: made.rows,
            journalSeq: made.journalSeq)
        try await note(proved)
        try removeOldest(in: place, keeping: count)
        return proved
    }

    private static func rehearse(
        _ archive: String, _ made: BackupManifest, in path: String, _ files: FileStore
    ) async throws {
        try await Store.restore(archive, into: path, isRehearsal: true)
        let scratch = try await Store.open(path)
        let (parts, end, counts) = try await scratch.read { db in
            (
                try db.check(files, hashing: false), try db.journalEnd(),
                try db.rowCounts(made.tables.map(\.name))
            )
        }
        for part in parts {
            if let problem = part.problems.first { throw UnprovedBackup(part.part.title, problem) }
        }
        let expected = Dictionary(uniqueKeysWithValues: made.tables.map { ($0.name, $0.rows) })
        guard end.seq == made.journalSeq, end.hash == made.journalHash, counts == expected else {
            throw UnprovedBackup(
                CheckedPart.Part.integrity.title,
                Bilingual(
                    vi: "số dòng hoặc mục cuối nhật ký không khớp",
                    en: "the number of rows or the journal's end does not agree"))
        }
    }

    private func note(_ proved: ProvedBackup) async throws {
        try await writeOffTheRecord { db in
            _ = try db.run(
                """
                INSERT INTO proved_backups
                  (proved_at, made_at, path, bytes, table_rows, journal_seq)
                VALUES (\(proved.provedAt), \(proved.madeAt), \(proved.path), \(proved.bytes),
                  \(proved.rows), \(proved.journalSeq))
                ON CONFLICT (proved_at) DO NOTHING
                """
            )
        }
    }

    /// Removes the oldest of the archives that this made; their names sort by age.
    private func removeOldest(in folder: URL, keeping count: Int) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasPrefix(backupName) && $0.hasSuffix(".zip") }.sorted()
        for name in names.dropLast(max(1, count)) {
            try FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }
}

private let backupName = "caicach-"

/// A backup whose restored copy was found wanting; it is not kept.
public struct UnprovedBackup: UserFacingError {
    private let part: Bilingual
    private let problem: Bilingual

    init(_ part: Bilingual, _ problem: Bilingual) {
        self.part = part
        self.problem = problem
    }

    public var code: String { "backup.unproved" }
    public var kind: ErrorKind { .conflict }
    public var message: Bilingual {
        Bilingual(
            vi:
                "Bản sao lưu khôi phục thử không đạt: \(part.vi): \(problem.vi). Hãy chạy “caicach check”.",
            en:
                "The backup did not stand its trial: \(part.en): \(problem.en). Run “caicach check”."
        )
    }
}

extension ReadableDatabase {
    /// Returns the newest backups that were proved.
    public func provedBackups(limit: Int = 20) throws -> [ProvedBackup] {
        try rows(
            """
            SELECT proved_at, made_at, path, bytes, table_rows, journal_seq
            FROM proved_backups ORDER BY proved_at DESC LIMIT \(limit)
            """
        ).map {
            ProvedBackup(
                provedAt: $0.instant(0), madeAt: $0.instant(1), path: $0.text(2), bytes: $0.int(3),
                rows: $0.int(4), journalSeq: $0.int(5))
        }
    }

    /// Returns how many rows each of the tables has.
    fileprivate func rowCounts(_ tables: [String]) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for table in tables {
            _ = try connection.each("SELECT COUNT(*) FROM \(quoted(table))", []) {
                counts[table] = $0.integer(0) ?? -1
            }
        }
        return counts
    }
}
