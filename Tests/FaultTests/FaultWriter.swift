import Foundation
import Synchronization
import Testing

/// A child process that writes to a workspace until it is killed.
final class FaultWriter: Sendable {
    private let process: Process
    private let output = Pipe()

    /// Starts it, its files limited to so many KiB, as a full disk would; `nil` for no limit.
    init(_ database: String, fileLimit: Int? = nil) throws {
        let program = try caicach()
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        let limit = fileLimit.map { "trap '' XFSZ; ulimit -f \($0); " } ?? ""
        process.arguments = [
            "-c", limit + "exec \"$0\" fault-writer --database \"$1\"", program, database,
        ]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// Waits until it has acknowledged so many writes and no longer than half a minute, then kills it
    /// a moment later, wherever in a write it is by then.
    ///
    /// - Returns: the numbers that it acknowledged before it died.
    func killed(afterWrites count: Int, andSeconds delay: Double = 0) -> [Int] {
        let timer = DispatchSource.makeTimerSource()
        let pid = process.processIdentifier
        timer.schedule(deadline: .now() + 30)
        timer.setEventHandler { kill(pid, SIGKILL) }
        timer.resume()
        defer { timer.cancel() }
        return acknowledged { written in
            guard written == count else { return }
            DispatchQueue.global().asyncAfter(deadline: .now() + delay) { kill(pid, SIGKILL) }
        }
    }

    /// Waits until it ends by itself.
    func ended() -> [Int] {
        acknowledged { _ in }
    }

    /// Reads what it prints until it has ended; a number cut short by its death does not count.
    private func acknowledged(_ noted: (Int) -> Void) -> [Int] {
        var numbers: [Int] = []
        var line = ""
        while case let data = output.fileHandleForReading.availableData, !data.isEmpty {
            for byte in data {
                if byte == UInt8(ascii: "\n") {
                    if let number = Int(line) { numbers.append(number) }
                    line = ""
                    noted(numbers.count)
                } else {
                    line.unicodeScalars.append(Unicode.Scalar(byte))
                }
            }
        }
        process.waitUntilExit()
        return numbers
    }
}
