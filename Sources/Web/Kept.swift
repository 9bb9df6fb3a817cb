import Domain
import Markup
import Synchronization

/// What was computed is kept here, within a budget of bytes, and computed once when many ask.
///
/// Each kept thing has one place, named by what it is, its day and its language, and carries the
/// revisions of the topics it was computed from. It answers only those who ask for these revisions
/// or older ones; a newer one takes the place of the older. What was asked for longest ago goes
/// first when the budget is spent.
final class Kept: Sendable {
    /// The name of one kept thing.
    struct Place: Hashable, Sendable {
        /// Which page or value, of which year: `overview/2021`.
        let name: String
        let day: Day
        /// `nil` when the value says nothing in any language.
        var language: Language?
    }

    /// Something computed, with the revisions of the snapshot it came from.
    struct Computed<Value: Sendable>: Sendable {
        let value: Value
        let revisions: [Int]
        /// Bytes it takes in memory, roughly.
        let cost: Int
    }

    private struct Asking: Hashable {
        let place: Place
        let revisions: [Int]
    }

    private struct State {
        var shelf: KeptShelf
        var computing: [Asking: Task<any Sendable, any Error>] = [:]
    }

    private let state: Mutex<State>

    /// - Parameter budget: bytes; 48 MB unless told otherwise.
    init(budget: Int = 48 << 20) {
        state = Mutex(State(shelf: KeptShelf(budget: budget)))
    }

    /// Bytes taken now, never more than the budget.
    var cost: Int { state.withLock { $0.shelf.cost } }

    /// Returns what is kept there for these revisions or newer ones; computes it when there is none.
    ///
    /// Those who ask while it is being computed wait for the same result. A failure is passed to
    /// all who wait, and is not kept. One who gives up waiting does not stop it for the others.
    func value<Value: Sendable>(
        at place: Place, revisions: [Int],
        compute: @escaping @Sendable () async throws -> Computed<Value>
    ) async throws -> Value {
        let asking = Asking(place: place, revisions: revisions)
        let found: Found<Value> = state.withLock { state in
            // Unwrapped first: a cast of nothing to an optional type would succeed.
            if let kept = state.shelf.value(at: place, since: revisions), let value = kept as? Value
            {
                return .kept(value)
            }
            if let task = state.computing[asking] { return .computing(task) }
            let task = Task<any Sendable, any Error> { try await self.computed(asking, compute) }
            state.computing[asking] = task
            return .computing(task)
        }
        switch found {
        case .kept(let value): return value
        case .computing(let task):
            guard let value = try await task.value as? Value else {
                return try await compute().value
            }
            return value
        }
    }

    /// Returns what is kept there for exactly these revisions, or computes and keeps it.
    ///
    /// For use inside one database snapshot, where another snapshot's value would not agree.
    func value<Value: Sendable>(
        at place: Place, exactly revisions: [Int], cost: (Value) -> Int, compute: () throws -> Value
    ) rethrows -> Value {
        let kept = state.withLock { $0.shelf.value(at: place, exactly: revisions) }
        if let kept, let value = kept as? Value { return value }
        let value = try compute()
        let bytes = cost(value)
        state.withLock { $0.shelf.put(value, at: place, revisions: revisions, cost: bytes) }
        return value
    }

    private func computed<Value: Sendable>(
        _ asking: Asking, _ compute: @Sendable () async throws -> Computed<Value>
    ) async throws -> any Sendable {
        defer { state.withLock { _ = $0.computing.removeValue(forKey: asking) } }
        let result = try await compute()
        state.withLock {
            $0.shelf.put(
                result.value, at: asking.place, revisions: result.revisions, cost: result.cost)
        }
        return result.value
    }

    private enum Found<Value: Sendable> {
        case kept(Value)
        case computing(Task<any Sendable, any Error>)
    }
}

extension Kept.Computed<HTML> {
    /// A rendered part of a page, which costs its bytes.
    init(_ html: HTML, revisions: [Int]) {
        self.init(value: html, revisions: revisions, cost: html.utf8.count)
    }
}
