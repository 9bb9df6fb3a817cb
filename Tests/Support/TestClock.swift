import Domain
import Synchronization

/// A clock that stands still until a test moves it.
public final class TestClock: Sendable {
    private let instant: Mutex<Instant>

    public init(_ text: String = "2021-10-15T02:00:00.000Z") {
        instant = Mutex(Instant(text) ?? Instant(milliseconds: 0))
    }

    public var now: Instant { instant.withLock { $0 } }

    /// Give it to `engine.open(clock:)`.
    public var reading: @Sendable () -> Instant {
        { self.now }
    }

    public func advance(seconds: Int) {
        instant.withLock { $0 = $0 + seconds }
    }
}
