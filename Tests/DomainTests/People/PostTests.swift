import Domain
import Testing

@Suite struct PostTests {
    private let agency = Agency.ID("BD-SNV")

    private func post(
        _ id: String, _ person: String, _ role: Role = .head, from: Int, until: Int? = nil,
        manner: Post.Manner = .appointed, title: String = ""
    ) -> Post {
        Post(
            id: Post.ID(id), number: 1, person: User.ID(person), role: role, agency: agency,
            title: title, manner: manner,
            tenure: Tenure(from: Day(number: from), until: until.map { Day(number: $0) }))
    }

    @Test func `an agency has one appointed head at a time`() {
        let old = post("1", "an", from: 0)
        #expect(post("2", "binh", from: 100).problems(beside: [old]).map(\.field) == ["from_on"])
    }

    @Test func `a new head begins on the day the old one ends`() {
        let old = post("1", "an", from: 0, until: 100)
        #expect(post("2", "binh", from: 100).problems(beside: [old]).isEmpty)
    }

    @Test func `somebody may be in charge beside a head who is away`() {
        let head = post("1", "an", from: 0)
        #expect(
            post("2", "binh", from: 50, manner: .inCharge).problems(beside: [head]).isEmpty)
    }

    @Test func `nobody holds the same role in the same agency twice at a time`() {
        let one = post("1", "an", .officer, from: 0)
        #expect(post("2", "an", .officer, from: 9).problems(beside: [one]).count == 1)
        #expect(post("2", "binh", .officer, from: 9).problems(beside: [one]).isEmpty)
    }

    @Test func `a post does not end before it begins`() {
        #expect(
            post("1", "an", from: 9, until: 9).problems(beside: []).map(\.field) == ["until_on"])
    }

    @Test func `a head is head of something`() {
        let nowhere = Post(
            id: Post.ID("1"), number: 1, person: User.ID("an"), role: .head, agency: nil,
            tenure: Tenure(from: Day(number: 0)))
        #expect(nowhere.problems(beside: []).map(\.field) == ["agency_code"])
    }

    @Test func `an acting head is called so`() {
        #expect(
            post("1", "an", from: 0, manner: .acting, title: "Giám đốc Sở Y tế").named.vi
                == "Quyền Giám đốc Sở Y tế")
        #expect(
            post("1", "an", from: 0, manner: .inCharge, title: "Sở Y tế").named.vi
                == "Sở Y tế (phụ trách)")
        #expect(post("1", "an", .officer, from: 0).named.vi == "Công chức đầu mối CCHC")
    }

    @Test func `areas are read one by one`() {
        var row = PostRow()
        row.areas = "Thể chế;  Thủ tục hành chính ; "
        #expect(row.areaList == ["Thể chế", "Thủ tục hành chính"])
    }
}
