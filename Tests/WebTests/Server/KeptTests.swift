import Domain
import Synchronization
import Testing

@testable import Web

@Suite struct KeptTests {
    private let kept = Kept(budget: 100)

    @Test func `what is kept is not computed again`() async throws {
        let count = Counter()
        for _ in 0..<3 { #expect(try await ask("a", [1], count) == 1) }
        #expect(count.value == 1)
    }

    @Test func `a newer revision is computed anew and takes the older one's place`() async throws {
        let count = Counter()
        _ = try await ask("a", [1, 1], count)
        _ = try await ask("a", [1, 2], count)
        #expect(count.value == 2)
        #expect(kept.cost == 10)
    }

    @Test func `who asks for an older revision gets the newer one`() async throws {
        let count = Counter()
        _ = try await ask("a", [2], count)
        #expect(try await ask("a", [1], count) == 1)
    }

    @Test func `inside a snapshot only the same revision will do`() async throws {
        let count = Counter()
        _ = try await ask("a", [2], count)
        let place = try Kept.Place(name: "a", day: day())
        let value = kept.value(at: place, exactly: [1], cost: { _ in 1 }) { 99 }
        #expect(value == 99)
    }

    @Test func `what was asked for longest ago goes first`() async throws {
        let count = Counter()
        for name in ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"] {
            _ = try await ask(name, [1], count)
        }
        _ = try await ask("a", [1], count)
        _ = try await ask("k", [1], count)
        #expect(count.value == 11)
        _ = try await ask("a", [1], count)
        #expect(count.value == 11)
        _ = try await ask("b", [1], count)
        #expect(count.value == 12)
        #expect(kept.cost <= 100)
    }

    @Test func `what exceeds the budget alone is answered but not kept`() async throws {
        let count = Counter()
        _ = try await ask("a", [1], count, cost: 101)
        _ = try await ask("a", [1], count, cost: 101)
        #expect(count.value == 2)
        #expect(kept.cost == 0)
    }

    @Test func `when many ask at once it is computed once`() async throws {
        let count = Counter()
        let gate = Gate()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await kept.value(at: Kept.Place(name: "a", day: day()), revisions: [1]) {
                        await gate.wait()
                        return Kept.Computed(value: count.next(), revisions: [1], cost: 1)
                    }
                }
            }
            await gate.open()
            for try await value in group { #expect(value == 1) }
        }
        #expect(count.value == 1)
    }

    @Test func `a failure reaches who asked and is not kept`() async throws {
        await #expect(throws: FormError.malformed) {
            try await kept.value(at: Kept.Place(name: "a", day: day()), revisions: [1]) {
                () async throws -> Kept.Computed<Int> in throw FormError.malformed
            }
        }
        #expect(try await ask("a", [1], Counter()) == 1)
    }

    private func ask(_ name: String, _ revisions: [Int], _ count: Counter, cost: Int = 10)
        async throws -> Int
    {
        try await kept.value(at: Kept.Place(name: name, day: day()), revisions: revisions) {
            Kept.Computed(value: count.next(), revisions: revisions, cost: cost)
        }
    }

    private func day() throws -> Day { try #require(Day("2021-10-15")) }
}

@Suite struct SharedReadTests {
    @Test func `everybody who asks is answered with their own answer`() async throws {
        let read = SharedRead<Int, Int> { questions in
            Dictionary(uniqueKeysWithValues: questions.map { ($0, $0 * 2) })
        }
        try await withThrowingTaskGroup(of: (Int, Int).self) { group in
            for question in 0..<200 {
                group.addTask { (question, try await read.answer(question)) }
            }
            for try await (question, answer) in group { #expect(answer == question * 2) }
        }
    }

    @Test func `who asks while a read runs is answered by a later one`() async throws {
        let count = Counter()
        let began = Gate()
        let gate = Gate()
        let read = SharedRead<Int, Int> { questions in
            let number = count.next()
            await began.open()
            await gate.wait()
            return Dictionary(uniqueKeysWithValues: questions.map { ($0, number) })
        }
        async let first = read.answer(1)
        await began.wait()
        async let second = read.answer(1)
        async let third = read.answer(2)
        await gate.open()
        #expect(try await first == 1)
        #expect(try await second >= 2)
        #expect(try await third >= 2)
    }

    @Test func `a failed read reaches who asked, and the next one works`() async throws {
        let count = Counter()
        let read = SharedRead<Int, Int> { _ in
            if count.next() == 1 { throw FormError.malformed }
            return [1: 1]
        }
        await #expect(throws: FormError.malformed) { try await read.answer(1) }
        #expect(try await read.answer(1) == 1)
    }
}

private final class Counter: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock { $0 } }

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}

/// Lets nobody through until it is opened.
private actor Gate {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func wait() async {
        guard !isOpen else { return }
        await withCheckedContinuation { waiting.append($0) }
    }

    func open() {
        isOpen = true
        for one in waiting { one.resume() }
        waiting = []
    }
}
