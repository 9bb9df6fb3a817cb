import Crypto
import Domain
import Foundation

/// One step of the schema: a file `NNNN_name.sql`, whose statements are run one after the other.
struct Migration: Hashable, Sendable {
    let number: Int
    /// `0001_journal`, without the ending.
    let name: String
    let text: String

    /// SHA-256 of the text, in hexadecimal digits.
    var checksum: String {
        SHA256.hash(data: Data(text.utf8)).hexadecimal
    }

    /// The program's migrations, in order.
    static func bundled() throws -> [Migration] {
        guard let folder = Bundle.module.url(forResource: "Migrations", withExtension: nil) else {
            throw StoreFault("the Migrations folder is not beside the program")
        }
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        let migrations = try files.filter { $0.pathExtension == "sql" }.map { file in
            let name = file.deletingPathExtension().lastPathComponent
            guard let number = Int(name.prefix { $0 != "_" }) else {
                throw StoreFault("a migration without a number: \(name)")
            }
            return Migration(
                number: number, name: name, text: try String(contentsOf: file, encoding: .utf8))
        }
        .sorted { $0.number < $1.number }
        for (earlier, later) in zip(migrations, migrations.dropFirst())
        where earlier.number == later.number {
            throw StoreFault("two migrations have one number: \(earlier.name), \(later.name)")
        }
        return migrations
    }

    /// What the file `CURRENT` names: the newest migration, so that two branches collide in git.
    static func current() throws -> String {
        guard let file = Bundle.module.url(forResource: "Migrations/CURRENT", withExtension: nil)
        else {
            throw StoreFault("the Migrations folder has no file CURRENT")
        }
        return try String(contentsOf: file, encoding: .utf8).trimmed
    }
}

/// Brings a schema forward, in one transaction, one migrator at a time.
struct Migrator {
    private let connection: any Connection
    private let now: Instant

    init(_ connection: any Connection, now: Instant) {
        self.connection = connection
        self.now = now
    }

    func run(_ migrations: [Migration]) throws {
        try connection.lockSchema()
        try connection.execute(
            """
            CREATE TABLE IF NOT EXISTS schema_migrations (
              number     BIGINT PRIMARY KEY,
              name       TEXT NOT NULL,
              checksum   TEXT NOT NULL,  -- SHA-256 of the file
              applied_at TEXT NOT NULL
            )
            """
        )
        let applied = try Migrator.applied(connection)
        try Migrator.check(applied, against: migrations)
        for migration in migrations where applied[migration.number] == nil {
            try connection.execute(migration.text)
            _ = try connection.run(
                "INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)",
                [
                    .integer(migration.number), .text(migration.name), .text(migration.checksum),
                    .text(now.text),
                ])
        }
    }

    /// Whether every migration has run, as it is written now.
    static func isCurrent(_ connection: any Connection, _ migrations: [Migration]) throws -> Bool {
        guard try connection.hasTable("schema_migrations") else { return false }
        let applied = try applied(connection)
        try check(applied, against: migrations)
        return applied.count == migrations.count
    }

    /// The steps that the schema has taken, in order.
    static func steps(_ connection: any Connection) throws -> [BackupManifest.Step] {
        try applied(connection).sorted { $0.key < $1.key }.map { number, step in
            BackupManifest.Step(number: number, name: step.name, checksum: step.checksum)
        }
    }

    private static func applied(_ connection: any Connection) throws -> [Int: (
        name: String, checksum: String
    )] {
        var applied: [Int: (name: String, checksum: String)] = [:]
        _ = try connection.each("SELECT number, name, checksum FROM schema_migrations", []) {
            applied[$0.integer(0) ?? 0] = ($0.text(1) ?? "", $0.text(2) ?? "")
        }
        return applied
    }

    private static func check(
        _ applied: [Int: (name: String, checksum: String)], against migrations: [Migration]
    ) throws {
        let known = Dictionary(uniqueKeysWithValues: migrations.map { ($0.number, $0) })
        for (number, (name, checksum)) in applied.sorted(by: { $0.key < $1.key }) {
            guard let migration = known[number] else { throw StoreError.newerThanProgram(name) }
            guard migration.checksum == checksum else { throw StoreError.editedMigration(name) }
        }
    }
}

extension StringProtocol {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

extension Sequence<UInt8> {
    /// Two digits each: how hashes and tokens are written.
    var hexadecimal: String {
        var digits: [UInt8] = []
        for byte in self {
            digits.append(hexadecimalDigits[Int(byte >> 4)])
            digits.append(hexadecimalDigits[Int(byte & 15)])
        }
        return String(decoding: digits, as: UTF8.self)
    }
}

private let hexadecimalDigits = Array("0123456789abcdef".utf8)
