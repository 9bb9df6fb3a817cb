import Domain
import Testing

@Suite struct ChecklistTests {
    @Test func `lines are read back as they are written`() {
        let items = [
            Checklist.Item(
                area: "Công vụ", text: "Đúng vị trí", ground: "NĐ 62",
                link: Finding.Link(.criterion, "1.3.2")),
            Checklist.Item(area: "", text: "Một dòng"),
        ]
        let list = Checklist(
            id: Checklist.ID("1"), number: 1, year: 2021, name: "Danh mục", items: items)
        #expect(Checklist.items(list.lines) == items)
    }

    @Test func `an answer copied word for word from the year before is marked`() {
        let before = [
            Checklist.Answer(1, .partly, note: "Cần bổ sung"), .init(2, .met),
            .init(3, .met, note: "Đủ"),
        ]
        let now = [
            Checklist.Answer(1, .partly, note: "cần bổ sung "), .init(2, .met),
            .init(3, .unmet, note: "Đủ"),
        ]
        #expect(Checklist.copied(now, from: before) == [1])
    }

    @Test func `a team has one leader`() {
        let file = InspectionFile(
            inspection: Inspection.ID("1"),
            team: [.init("A", post: "", role: .leader), .init("B", post: "", role: .leader)])
        #expect(file.problems.map(\.field) == ["team"])
    }

    @Test func `the notice tells the shortcomings and the term`() {
        let notice = ConclusionNotice(
            inspection: Inspection(
                id: Inspection.ID("1"), number: 1, inspector: Agency.ID("BD-SNV"),
                body: Agency.ID("BD-540"), kind: .planned, plannedOn: day("2021-05-10"),
                heldOn: day("2021-05-12")),
            file: InspectionFile(inspection: Inspection.ID("1")), checklist: nil,
            findings: [
                Finding(
                    id: Finding.ID("1"), number: 1, inspection: Inspection.ID("1"),
                    body: Agency.ID("BD-540"), text: "Chưa niêm yết thủ tục",
                    foundOn: day("2021-05-12"), dueOn: day("2021-06-01"))
            ],
            letterhead: Letterhead(
                superior: "UBND TỈNH BÌNH ĐỊNH", issuer: "SỞ NỘI VỤ", name: "Sở Nội vụ",
                place: "Bình Định",
                abbreviation: "SNV"), body: "UBND thành phố Quy Nhơn", rules: .usual, year: 2021,
            day: day("2021-05-20"))
        let words = "\(notice.document.blocks)"
        #expect(words.contains("Chưa niêm yết thủ tục"))
        #expect(words.contains("trong thời hạn 15 ngày"))
    }
}
