import Domain
import Foundation

extension Store {
    /// Writes the whole workspace, as it stands at this moment, into one archive.
    ///
    /// Everybody goes on working meanwhile: it is one snapshot. The archive is the same whichever
    /// database it comes from, and can be restored into either. Who is signed in is left out. Files
    /// are in it, or in a folder beside it that several backups share.
    ///
    /// - Throws: ``BackupError``.
    @discardableResult
    public func backUp(to path: String, filesBeside folder: String? = nil) async throws
        -> BackupManifest
    {
        let (now, files) = (clock(), files)
        return try await engine.read { connection in
            let writer = try BackupWriter(path)
            let all = try connection.tables()
            let tables = all.filter { !tablesLeftOut.contains($0.name) }
            let steps = try Migrator.steps(connection)
            let database = ReadableDatabase(connection, now: now)
            let end = try database.journalEnd()
            let manifest = BackupManifest(
                form: BackupManifest.form, madeAt: now.text, schema: steps, journalSeq: end.seq,
                journalHash: end.hash,
                tables: try tables.map { try writer.write($0, from: connection) },
                leftOut: all.map(\.name).filter(tablesLeftOut.contains),
                files: try database.namedFiles(), filesBeside: folder)
            try writer.finish(manifest, files)
            return manifest
        }
    }

    /// Restores an archive into a workspace that does not exist yet, in one transaction.
    ///
    /// An archive of an older program is brought forward. On record, the journal gets an entry that
    /// names the archive; a rehearsal leaves the journal as it was.
    ///
    /// - Throws: ``BackupError``, and then nothing was written.
    @discardableResult
    public static func restore(
        _ path: String, into address: String, files: FileStore? = nil, isRehearsal: Bool = false
    ) async throws -> BackupManifest {
        let archive = try Archive(path)
        let isNew = !address.contains("://") && !FileManager.default.fileExists(atPath: address)
        do {
            let files = files ?? (isRehearsal ? nil : .beside(address))
            return try await fill(address, archive, files, isRehearsal: isRehearsal)
        } catch {
            // The file was made to hold what was then refused; an older one stays as it was.
            for ending in ["", "-wal", "-shm"] where isNew {
                try? FileManager.default.removeItem(atPath: address + ending)
            }
            throw error
        }
    }

    private static func fill(
        _ address: String, _ archive: Archive, _ files: FileStore?, isRehearsal: Bool
    ) async throws -> BackupManifest {
        let store = try await Store.open(address)
        let migrations = try Migration.bundled()
        let now = store.clock()
        return try await store.engine.write { connection in
            guard try connection.tables().isEmpty else {
                let shown = (try? PostgresAddress(address))?.shown
                throw BackupError.targetNotEmpty(address.contains("://") ? shown ?? "" : address)
            }
            let manifest = archive.reader.manifest
            try Restorer(connection, archive.reader, now: now).run(migrations)
            // The files lie in their places before the rows that name them are kept.
            if let files { try archive.reader.restoreFiles(into: files) }
            if !isRehearsal {
                let name = URL(filePath: archive.reader.path).lastPathComponent
                let head = try JournalHead.take(connection)
                let database = WritableDatabase(connection, now: now, head: head)
                try database.journal(
                    "workspace.restored", by: nil, because: "\(name), \(manifest.madeAt)")
                _ = try database.closeJournal()
            }
            return (manifest, keep: true)
        }
    }
}

/// The reader handed to the engine's thread, which alone uses it.
private struct Archive: @unchecked Sendable {
    let reader: BackupReader

    init(_ path: String) throws { reader = try BackupReader(path) }
}

/// Makes a workspace of an archive, inside one transaction.
private struct Restorer {
    private let connection: any Connection
    private let reader: BackupReader
    private let now: Instant

    init(_ connection: any Connection, _ reader: BackupReader, now: Instant) {
        self.connection = connection
        self.reader = reader
        self.now = now
    }

    func run(_ migrations: [Migration]) throws {
        let taken = try steps(of: migrations)
        try Migrator(connection, now: now).run(taken)
        let tables = try connection.tables()
        let shapes = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
        let expected = Set(shapes.keys).subtracting(tablesLeftOut)
        guard expected == Set(reader.manifest.tables.map(\.name)) else {
            throw BackupError.altered(reader.path, part: BackupManifest.file)
        }
        try connection.deferReferences(tables)
        for table in tables { _ = try connection.run("DELETE FROM \(quoted(table.name))", []) }
        for table in reader.manifest.tables {
            guard let shape = shapes[table.name] else { continue }
            try fill(table, shape)
        }
        do { try connection.settleReferences(tables) } catch let fault as StoreFault
            where fault.kind == .reference
        {
            throw BackupError.brokenReferences
        }
        let journal = try ReadableDatabase(connection, now: now).verifyJournal()
        if let broken = journal.broken { throw BackupError.brokenJournal(broken.seq) }
        try Migrator(connection, now: now).run(migrations)
    }

    /// The program's migrations that the archive had taken.
    private func steps(of migrations: [Migration]) throws -> [Migration] {
        let known = Dictionary(uniqueKeysWithValues: migrations.map { ($0.number, $0) })
        return try reader.manifest.schema.map { step in
            guard let migration = known[step.number] else {
                throw BackupError.newerThanProgram(step.name)
            }
            guard migration.checksum == step.checksum else {
                throw BackupError.otherHistory(step.name)
            }
            return migration
        }
    }

    private func fill(_ table: BackupManifest.Table, _ shape: TableShape) throws {
        let columns = try table.columns.map { name in
            guard let column = shape.columns.first(where: { $0.name == name }) else {
                throw BackupError.altered(reader.path, part: table.name)
            }
            return column
        }
        let names = columns.map { quoted($0.name) }.joined(separator: ", ")
        let start = "INSERT INTO \(quoted(table.name)) (\(names)) VALUES "
        // Both databases take some thousand values in a statement.
        let atATime = max(1, min(200, 900 / columns.count))
        try reader.rows(table, columns, atATime: atATime) { rows in
            var number = 0
            let places = rows.map { row in
                "("
                    + row.map { _ in
                        number += 1; return "$\(number)"
                    }.joined(separator: ", ") + ")"
            }
            _ = try connection.run(
                start + places.joined(separator: ", "), rows.flatMap(\.self))
        }
    }
}
