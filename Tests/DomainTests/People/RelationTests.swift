import Domain
import Testing

@Suite struct RelationTests {
    private let province = Lineage(Agency.ID("BD"))
    private let district = Lineage(Agency.ID("BD-540"), under: [Agency.ID("BD")])
    private let commune = Lineage(
        Agency.ID("BD-21550"), under: [Agency.ID("BD-540"), Agency.ID("BD")])
    private let other = Lineage(Agency.ID("BD-546"), under: [Agency.ID("BD")])

    @Test func `a record of the same agency is one's own`() {
        #expect(Relation(of: district, to: district) == .own)
    }

    @Test func `a commune is below its district and below the province`() {
        #expect(Relation(of: commune, to: district) == .below)
        #expect(Relation(of: commune, to: province) == .below)
    }

    @Test func `the province is above the commune`() {
        #expect(Relation(of: province, to: commune) == .above)
    }

    @Test func `two districts are elsewhere to each other`() {
        #expect(Relation(of: other, to: district) == .elsewhere)
        #expect(Relation(of: other, to: commune) == .elsewhere)
    }
}
