import Foundation
import Support
import Synchronization
import Testing

/// The program beside the tests.
func caicach() throws -> String {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0])
    let program = tests.deletingLastPathComponent().appendingPathComponent("caicach").path
    try #require(
        FileManager.default.isExecutableFile(atPath: program), "caicach lies beside the tests")
    return program
}

/// A real server, in a process of its own, that is ended with the test.
final class ServerProcess: Sendable {
    let process: Process
    let port: Int
    private let said = Mutex("")

    /// Starts it and waits until it listens.
    ///
    /// The wrapper is a line of shell that ends by running "$@", for limits and mounts.
    init(
        _ database: String, _ options: [String] = [], wrapper: String = "exec \"$@\""
    ) async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments =
            ["-c", wrapper, "serve", try caicach(), "serve", "--database", database, "--port", "0"]
            + options
        let (output, log) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = log
        try process.run()
        self.process = process
        let found: Int? = await onThread {
            var text = ""
            while case let data = output.fileHandleForReading.availableData, !data.isEmpty {
                text += String(decoding: data, as: UTF8.self)
                if let start = text.firstRange(of: "http://127.0.0.1:") {
                    let digits = text[start.upperBound...].prefix { $0.isNumber }
                    if text[start.upperBound...].contains("/") { return Int(digits) }
                }
            }
            return nil
        }
        port = found ?? 0
        let collect = Thread { [weak self] in
            while case let data = log.fileHandleForReading.availableData, !data.isEmpty {
                self?.said.withLock { $0 += String(decoding: data, as: UTF8.self) }
            }
        }
        collect.start()
        // What else it says is of no use, but must be read, or it would wait for the pipe.
        Thread { _ = try? output.fileHandleForReading.readToEnd() }.start()
        try #require(found != nil, "the server did not start: \(log)")
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// All that it has written to the standard error so far.
    var log: String { said.withLock { $0 } }

    /// Ends it without warning, as a power cut would.
    func killed() async {
        kill(process.processIdentifier, SIGKILL)
        await ended()
    }

    /// Asks it to stop and waits until it has.
    func stopped() async {
        kill(process.processIdentifier, SIGTERM)
        await ended()
    }

    private func ended() async {
        let process = process
        await onThread { process.waitUntilExit() }
    }
}
