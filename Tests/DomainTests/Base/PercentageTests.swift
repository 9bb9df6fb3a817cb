import Domain
import Testing

@Suite struct PercentageTests {
    private let thirty = Percentage(basisPoints: 3_000)

    @Test(arguments: [(11, 4), (7, 3), (32, 10), (21, 7), (10, 3), (1, 1), (0, 0), (191, 58)])
    func `a quota of 30% rounds up to whole bodies`(_ total: Int, _ needed: Int) {
        #expect(thirty.quota(of: total) == needed)
    }

    @Test func `each district's 30% adds up to 53 of Bình Định's 159 communes`() {
        let quotas = Province.districts2021.map { thirty.quota(of: $0.communes) }
        #expect(quotas == [7, 3, 6, 5, 6, 3, 5, 6, 5, 4, 3])
        #expect(quotas.reduce(0, +) == 53)
    }

    @Test func `29.996% is not 30%`() {
        #expect(!thirty.isReached(by: 7_499, of: 25_000))
        #expect(Percentage(7_499, of: 25_000)?.basisPoints == 3_000)
    }

    @Test func `exactly 30% is 30%`() {
        #expect(thirty.isReached(by: 3, of: 10))
    }

    @Test func `a share is rounded half up once`() {
        #expect(Percentage(1, of: 8)?.basisPoints == 1_250)
        #expect(Percentage(1, of: 3)?.basisPoints == 3_333)
        #expect(Percentage(2, of: 3)?.basisPoints == 6_667)
        #expect(Percentage(1, of: 20_000)?.basisPoints == 1)
    }

    @Test func `a share of nothing is no share`() {
        #expect(Percentage(0, of: 0) == nil)
    }

    @Test func `nothing of something is 0%`() {
        #expect(Percentage(0, of: 5)?.basisPoints == 0)
    }

    @Test func `a quota is always enough, and one less never is`() {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let share = Percentage(basisPoints: Int.random(in: 1...10_000, using: &random))
            let total = Int.random(in: 1...11_000, using: &random)
            let needed = share.quota(of: total)
            #expect(share.isReached(by: needed, of: total), "seed \(seed)")
            #expect(!share.isReached(by: needed - 1, of: total), "seed \(seed)")
            #expect(needed <= total, "seed \(seed)")
        }
    }
}
