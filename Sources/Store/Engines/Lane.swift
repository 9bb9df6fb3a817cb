import Dispatch
import Foundation
import Synchronization

/// A few threads that do blocking work, each with a resource of its own, so that Swift's own
/// threads (one a core) never wait for a disk or a server.
///
/// Threads start when there is work for them and end with the lane.
final class Lane<Resource>: Sendable {
    private let queue: LaneQueue<Resource>
    private let limit: Int
    private let name: String
    private let make: @Sendable () -> Resource

    init(_ name: String, threads limit: Int, _ make: @escaping @Sendable () -> Resource) {
        queue = LaneQueue()
        self.name = name
        self.limit = limit
        self.make = make
    }

    /// Runs the body on one of the lane's threads.
    func run<Value: Sendable>(_ body: @escaping @Sendable (Resource) throws -> Value) async throws
        -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            let needsThread = queue.add(limit) { resource in
                continuation.resume(with: Result { try body(resource) })
            }
            if needsThread { startThread() }
        }
    }

    private func startThread() {
        let (queue, make) = (queue, make)
        let thread = Thread {
            let resource = make()
            while let job = queue.next() { job(resource) }
        }
        thread.name = name
        thread.stackSize = 4 << 20
        thread.start()
    }

    deinit {
        queue.close()
    }
}

/// The jobs that wait for a thread of a lane.
private final class LaneQueue<Resource>: Sendable {
    typealias Job = @Sendable (Resource) -> Void

    private struct State {
        var jobs: [Job] = []
        var first = 0
        var threads = 0
        var idle = 0
    }

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)

    /// Returns whether one more thread is to be started.
    func add(_ limit: Int, _ job: @escaping Job) -> Bool {
        let needsThread = state.withLock { state in
            state.jobs.append(job)
            guard state.idle < state.jobs.count - state.first, state.threads < limit else {
                return false
            }
            state.threads += 1
            return true
        }
        wake.signal()
        return needsThread
    }

    /// Waits for a job; `nil` when the lane has gone and none is left.
    func next() -> Job? {
        state.withLock { $0.idle += 1 }
        wake.wait()
        return state.withLock { state in
            state.idle -= 1
            guard state.first < state.jobs.count else { return nil }
            let job = state.jobs[state.first]
            state.first += 1
            if state.first == state.jobs.count {
                state.jobs.removeAll(keepingCapacity: true)
                state.first = 0
            }
            return job
        }
    }

    func close() {
        let threads = state.withLock(\.threads)
        for _ in 0..<threads { wake.signal() }
    }
}
