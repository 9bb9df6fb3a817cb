import Dispatch

/// Lets a test and a body on another thread wait for each other, without sleeping.
public final class AsyncGate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    public init() {}

    public func open() {
        semaphore.signal()
    }

    /// Blocks this thread; for bodies of `read` and `write`.
    public func wait() {
        semaphore.wait()
    }

    /// Suspends until opened; for tests.
    public func opened() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                self.semaphore.wait()
                continuation.resume()
            }
        }
    }
}
