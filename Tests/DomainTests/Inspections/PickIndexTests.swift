import Domain
import Testing

@Suite struct PickIndexTests {
    private let weights = PickWeights(
        years: 0, reports: 0, findings: 0, repeats: 0, dossiers: 0, scores: 3,
        lowScore: Percentage(basisPoints: 8_000))

    private func weight(_ value: Int, _ before: PublishedIndex.Before = .none) -> Int {
        InspectionPick(
            body: Agency.ID("B"), lastOn: nil,
            index: PublishedIndex(
                year: 2020, block: .districts, value: Percentage(basisPoints: value),
                before: before)
        ).weight(weights, on: day("2021-06-01"))
    }

    @Test func `a low index weighs by its whole points under the mark`() {
        #expect(weight(8_000) == 0)
        #expect(weight(7_850) == 3)
        #expect(weight(7_500) == 15)
    }

    @Test func `a falling index weighs by the whole points it lost, a rising one nothing`() {
        let before = PublishedIndex.Before.value(Percentage(basisPoints: 9_250), year: 2019)
        #expect(weight(9_000, before) == 6)
        #expect(weight(9_500, before) == 0)
    }

    @Test func `a round that cannot be compared gives no change, which is not zero`() {
        let index = PublishedIndex(
            year: 2020, block: .districts, value: Percentage(basisPoints: 9_000),
            before: .incomparable(year: 2019))
        #expect(index.change == nil)
        #expect(weight(9_000, .incomparable(year: 2019)) == 0)
    }

    @Test func `without a published index there is nothing to weigh`() {
        #expect(
            InspectionPick(body: Agency.ID("B"), lastOn: day("2021-01-01"))
                .weight(weights, on: day("2021-06-01")) == 0)
    }

    @Test func `what counts as low is at most a hundred per cent`() {
        let rules = InspectionRules(
            weights: PickWeights(
                years: 0, reports: 0, findings: 0, repeats: 0, dossiers: 0,
                lowScore: Percentage(basisPoints: 10_001)))
        #expect(rules.problems.map(\.field) == ["low_score"])
    }
}
