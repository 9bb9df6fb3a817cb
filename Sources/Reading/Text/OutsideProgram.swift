import Foundation
import Subprocess

/// A program of the system that reads what we don't: it runs apart, within limits of its own.
///
/// A hostile file can at most end that program: `prlimit` holds its memory and its time.
enum OutsideProgram {
    /// One gigabyte of memory and so many seconds of one core.
    private static let memory = 1 << 30

    /// Whether a program of this name can be started.
    static func isInstalled(_ name: String) -> Bool {
        let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return folders.split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
        }
    }

    /// What the program prints for this input; `nil` when it fails, runs too long or prints too much.
    static func output(
        of name: String, _ arguments: [String], input: Data = Data(), seconds: Int, most: Int
    ) async -> Data? {
        let limited =
            ["--as=\(memory)", "--cpu=\(seconds)", "--core=0", name] + arguments
        let result = try? await run(
            .name("prlimit"), arguments: Arguments(limited), input: .data(input),
            output: .data(limit: most), error: .discarded)
        guard let result, result.terminationStatus.isSuccess else { return nil }
        return result.standardOutput
    }
}
