import Foundation

/// What a backup says of itself: the file `manifest.json` in the archive.
public struct BackupManifest: Codable, Hashable, Sendable {
    static let form = "caicach backup 1"
    static let file = "manifest.json"

    /// One table: a file of lines, a heading first, as PostgreSQL's COPY writes and reads them.
    public struct Table: Codable, Hashable, Sendable {
        public let name: String
        public let columns: [String]
        public let rows: Int
        public let bytes: Int
        /// Of the file, in hexadecimal digits.
        public let sha256: String

        var file: String { "tables/\(name).tsv" }
    }

    /// One step of the schema that the workspace had taken.
    public struct Step: Codable, Hashable, Sendable {
        public let number: Int
        public let name: String
        public let checksum: String
    }

    public let form: String
    /// The moment of the snapshot.
    public let madeAt: String
    public let schema: [Step]
    public let journalSeq: Int
    public let journalHash: String
    public let tables: [Table]
    /// Tables that are left out on purpose: who is signed in, and failed sign-ins.
    public let leftOut: [String]

    public var rows: Int { tables.reduce(0) { $0 + $1.rows } }

    func data() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}

/// What a restored workspace begins without: everybody signs in anew, also on a known device.
let tablesLeftOut: Set<String> = [
    "sessions", "sign_in_failures", "known_devices", "waiting_sign_ins", "issuer_requests",
    "late_forms",
]
