import ArgumentParser
import Domain
import Foundation
import Store

/// Which workspace a command works on.
struct DatabaseOption: ParsableArguments {
    static let usual = "var/caicach.sqlite"

    @Option(
        name: .customLong("database"),
        help: ArgumentHelp(
            "The workspace: a SQLite file, or postgres://host/name?schema=x.",
            valueName: "path-or-URL"))
    var address: String = DatabaseOption.usual

    @Option(
        name: .customLong("files"),
        help: ArgumentHelp(
            "The folder of the evidence, shared by all servers; beside the database when left out.",
            valueName: "folder"))
    var folder: String?

    /// Where the files of the workspace lie.
    var files: FileStore { folder.map { FileStore($0) } ?? .beside(address) }

    /// Opens the workspace as it is; one that is not up to date is refused with a word on what to do.
    func open() async throws -> Store {
        guard isThere else { throw CommandError.noWorkspace(address) }
        let store = try await Store.open(address, files: files)
        try await store.requireMigrated()
        return store
    }

    /// Opens the workspace, or makes a new one, and brings its schema up to date.
    func openMigrated() async throws -> Store {
        if isFile {
            let folder = URL(filePath: address).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        let store = try await Store.open(address, files: files)
        try await store.migrate()
        return store
    }

    private var isFile: Bool { !address.contains("://") && address != ":memory:" }
    private var isThere: Bool { !isFile || FileManager.default.fileExists(atPath: address) }
}

/// In which language a command speaks.
struct LanguageOption: ParsableArguments {
    @Option(name: .customLong("language"), help: "vi or en.")
    var language: Language = .vi
}

/// Whether a command prints for people or for programs.
struct OutputOption: ParsableArguments {
    @Flag(name: .customLong("json"), help: "Print JSON, for programs.")
    var isJSON = false
}

extension Language: ExpressibleByArgument {}
