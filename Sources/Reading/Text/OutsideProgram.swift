import Foundation
import Subprocess
import Synchronization

/// A program of the system that reads what we don't: it runs apart, within limits of its own.
///
/// A hostile file can at most end that program: `prlimit` holds its memory and its time. Only a few
/// run at once; others wait for their turn.
enum OutsideProgram {
    /// One gigabyte of memory and so many seconds of one core.
    private static let memory = 1 << 30

    /// As many as there are cores, and at most four.
    private static let turns = Turns(min(4, max(1, ProcessInfo.processInfo.activeProcessorCount)))

    /// What a program printed, and whether it said that it went well.
    struct Answer: Sendable {
        let output: Data
        let isSuccess: Bool
    }

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
        let answer = await answer(of: name, arguments, input: input, seconds: seconds, most: most)
        return answer.flatMap { $0.isSuccess ? $0.output : nil }
    }

    /// The same, with what a program printed that says it did not go well.
    static func answer(
        of name: String, _ arguments: [String], input: Data = Data(), seconds: Int, most: Int
    ) async -> Answer? {
        let limited =
            ["--as=\(memory)", "--cpu=\(seconds)", "--core=0", name] + arguments
        await turns.take()
        let result = try? await run(
            .name("prlimit"), arguments: Arguments(limited), input: .data(input),
            output: .data(limit: most), error: .discarded)
        turns.giveBack()
        return result.map {
            Answer(output: $0.standardOutput, isSuccess: $0.terminationStatus.isSuccess)
        }
    }
}

/// So many may be at work at once; who comes later waits, first come first served.
private final class Turns: Sendable {
    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(_ count: Int) {
        state = Mutex(State(free: count))
    }

    func take() async {
        await withCheckedContinuation { (turn: CheckedContinuation<Void, Never>) in
            let isFree = state.withLock { state in
                if state.free > 0 {
                    state.free -= 1
                    return true
                }
                state.waiting.append(turn)
                return false
            }
            if isFree { turn.resume() }
        }
    }

    func giveBack() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}
