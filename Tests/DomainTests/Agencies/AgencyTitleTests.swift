import Domain
import Testing

struct AgencyTitleTests {
    private let finder: AgencyFinder = {
        let names = [
            "Sở Nông nghiệp và Phát triển nông thôn", "Sở Nội vụ", "Sở Tài chính",
            "Sở Kế hoạch và Đầu tư", "Văn phòng Ủy ban nhân dân tỉnh", "Ban Quản lý Khu kinh tế",
            "Công an tỉnh", "Huyện Hoài Nhơn", "Xã Nhơn Hòa",
        ]
        let versions = names.enumerated().map { place, name in
            Agency.Version.body("a\(place)", name, .department, under: nil, from: day("2016-01-01"))
        }
        return AgencyFinder(AgencyTree(versions, on: day("2021-01-01")))
    }()

    @Test(arguments: [
        ("Sở NN&PTNT", "a0"), ("Sở NNPTNT", "a0"), ("SỞ NỘI VỤ", "a1"), ("Sở Nội vụ tỉnh", "a1"),
        ("Sở Nội vụ; Sở Tài chính", "a1"), ("Sở KH&ĐT", "a3"), ("VP UBND tỉnh", "a4"),
        ("Văn phòng UBND tỉnh", "a4"), ("BQL Khu kinh tế", "a5"), ("Công an tỉnh", "a6"),
        ("UBND huyện Hoài Nhơn", "a7"), ("UBND xã Nhơn Hoà", "a8"),
    ]) func `a body is found however its title is written`(_ words: String, _ id: String) {
        #expect(finder.body(named: words)?.text == id)
    }

    @Test(arguments: ["Các sở, ban, ngành", "Sở Y tế", "Sở", ""])
    func `what names no single body finds none`(_ words: String) {
        #expect(finder.body(named: words) == nil)
    }
}
