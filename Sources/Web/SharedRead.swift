import Synchronization

/// One read of the database that answers all who asked before it began.
///
/// Who asks while a read runs waits for the next one, so nobody is answered from before their
/// question: what you just wrote, you see. Under load many requests share one read, and a page that
/// is kept costs next to nothing.
final class SharedRead<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
    private typealias Waiting = CheckedContinuation<Answer, any Error>

    private struct State {
        var waiting: [Question: [Waiting]] = [:]
        var isReading = false
    }

    private let state = Mutex(State())
    private let read: @Sendable (Set<Question>) async throws -> [Question: Answer]

    init(_ read: @escaping @Sendable (Set<Question>) async throws -> [Question: Answer]) {
        self.read = read
    }

    func answer(_ question: Question) async throws -> Answer {
        try await withCheckedThrowingContinuation { waiting in
            let isFirst = state.withLock { state in
                state.waiting[question, default: []].append(waiting)
                defer { state.isReading = true }
                return !state.isReading
            }
            if isFirst { Task { await readUntilNobodyWaits() } }
        }
    }

    private func readUntilNobodyWaits() async {
        while let questions = nextQuestions() {
            do {
                let answers = try await read(Set(questions.keys))
                for (question, waiting) in questions {
                    guard let answer = answers[question] else {
                        preconditionFailure("A shared read must answer every question.")
                    }
                    for one in waiting { one.resume(returning: answer) }
                }
            } catch {
                for one in questions.values.joined() { one.resume(throwing: error) }
            }
        }
    }

    private func nextQuestions() -> [Question: [Waiting]]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isReading = false
                return nil
            }
            defer { state.waiting = [:] }
            return state.waiting
        }
    }
}
