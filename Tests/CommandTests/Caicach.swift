import Foundation
import Testing

/// The built command, run as a person would run it.
enum Caicach {
    struct Answer {
        let code: Int32
        let output: String
        let complaint: String
    }

    static func run(_ arguments: String...) throws -> Answer {
        let tests = URL(filePath: CommandLine.arguments[0])
        let program = tests.deletingLastPathComponent().appending(path: "caicach")
        try #require(
            FileManager.default.isExecutableFile(atPath: program.path),
            "caicach lies beside the tests")
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        // Files, not pipes: a pipe that nobody empties would stop the command.
        let folder = try Folder()
        let (output, complaint) = (folder.path("output"), folder.path("complaint"))
        process.standardOutput = try emptyFile(output)
        process.standardError = try emptyFile(complaint)
        try process.run()
        process.waitUntilExit()
        return Answer(
            code: process.terminationStatus, output: try text(output),
            complaint: try text(complaint))
    }

    private static func emptyFile(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(filePath: path))
        return try FileHandle(forWritingTo: URL(filePath: path))
    }

    private static func text(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }
}

/// A folder of its own for one test, removed with it.
final class Folder {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "caicach-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func file(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
        return path(name)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
