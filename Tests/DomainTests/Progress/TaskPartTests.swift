import Domain
import Testing

@Suite struct TaskPartTests {
    private func part(
        _ state: Plan.Task.State, share: Int? = nil, done: Int? = nil, weight: Int = 1
    ) -> Plan.Task.Part {
        Plan.Task.Part(
            state: state, doneOn: done.map { Day(number: 18_700 + $0) },
            share: share.map { Percentage(basisPoints: $0 * 100) }, weight: weight)
    }

    @Test func `one of three parts done is 33,33 per cent`() {
        let sum = Plan.Task.sum(
            [part(.done, done: 1), part(.open), part(.open, share: 90)], by: .count)
        #expect(sum.share == Percentage(basisPoints: 3_333))
    }

    @Test func `a weighted mean counts each part by its weight`() {
        let sum = Plan.Task.sum(
            [part(.open, share: 50, weight: 3), part(.done, done: 1, weight: 1)], by: .weighted)
        #expect(sum.share == Percentage(basisPoints: 6_250))
    }

    @Test func `cancelled parts leave the sum`() {
        let sum = Plan.Task.sum(
            [part(.done, done: 4), part(.cancelled), part(.approach)], by: .count)
        #expect(sum.counted == 1)
        #expect(sum.share == Percentage(basisPoints: 10_000))
        #expect(sum.doneOn == Day(number: 18_704))
    }

    @Test func `a parent is done on the day of its last part`() {
        let sum = Plan.Task.sum([part(.done, done: 4), part(.done, done: 9)], by: .weighted)
        #expect(sum.doneOn == Day(number: 18_709))
    }

    @Test func `without parts that count there is no computed progress`() {
        #expect(Plan.Task.sum([part(.cancelled)], by: .weighted).share == nil)
        #expect(Plan.Task.sum([], by: .count).doneOn == nil)
    }
}
