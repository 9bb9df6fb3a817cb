import Foundation
import Subprocess

/// What a scan command said of a file.
public enum FileScan: Hashable, Sendable {
    case clean
    /// It found something, which it calls so.
    case infected(String)
    /// It could not look, or took too long.
    case failed(String)

    /// Seconds that a scan may take.
    private static let patience = 180

    /// Asks a command such as `clamdscan --fdpass --no-summary`, which gets the path as its last
    /// argument; as clamd's do, it ends with 0 for a clean file and with 1 for one that is not.
    public static func of(_ path: String, with command: [String]) async -> FileScan {
        let result = try? await run(
            .name("timeout"),
            arguments: Arguments(["--kill-after=5", "\(patience)"] + command + [path]),
            input: .none, output: .string(limit: 64 << 10), error: .discarded)
        guard let result else { return .failed("the command cannot be started") }
        let said =
            result.standardOutput.replacing(path, with: "")
            .split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let words = said.drop { $0 == ":" || $0 == " " }.prefix(200)
        switch result.terminationStatus {
        case .exited(0): return .clean
        case .exited(1): return .infected(String(words))
        default: return .failed(String(words))
        }
    }
}
