import Domain
import Testing

/// Whom a plan means when it gives a task to many at once.
@Suite struct CollectiveLeadTests {
    private let tree = AgencyTree(Province().versions, on: day("2021-01-01"))

    private func meant(_ words: String) -> CollectiveLead {
        CollectiveLead(words: words, finder: AgencyFinder(tree))
    }

    @Test func `departments and districts are named by their kinds`() {
        let lead = meant("Các sở, ban, ngành và Ủy ban nhân dân cấp huyện")
        #expect(lead.blocks == [.departments, .districts])
        #expect(lead.members(in: tree, issuer: Agency.ID("BD")).count == 32)
    }

    @Test func `the short way of writing it is understood too`() {
        #expect(meant("các sở, ban, ngành; UBND các huyện").blocks == [.departments, .districts])
        #expect(meant("UBND các xã, phường, thị trấn").blocks == [.communes])
    }

    @Test func `two bodies named one by one are both meant`() {
        let lead = meant("Sở Nội vụ, Sở thứ 2")
        #expect(lead.blocks.isEmpty)
        #expect(lead.bodies.count == 2)
        #expect(lead.isMany)
    }

    @Test func `one body is not many`() {
        #expect(!meant("Sở Nội vụ").isMany)
    }

    @Test func `who issued the plan is never meant`() {
        let lead = CollectiveLead(blocks: Agency.Block.allCases, bodies: [Agency.ID("BD")])
        #expect(!lead.members(in: tree, issuer: Agency.ID("BD")).contains(Agency.ID("BD")))
    }

    @Test(arguments: [
        ("Thể chế, pháp chế", "Thể chế", true), ("Cải cách hành chính", "Thể chế", true),
        ("Tài chính công", "Thể chế", false), ("", "Thể chế", true),
    ])
    func `a deputy answers for the areas in their charge`(
        areas: String, area: String, answers: Bool
    ) {
        let post = Post(
            id: Post.ID("p"), number: 1, person: User.ID("u"), role: .deputy,
            agency: Agency.ID("BD-SNV"), title: "", areas: areas.isEmpty ? [] : [areas],
            tenure: Tenure(from: day("2021-01-01"), until: nil))
        #expect(Post.answering([post], area: area).isEmpty != answers)
    }
}
