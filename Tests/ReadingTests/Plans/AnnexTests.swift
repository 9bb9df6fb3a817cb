import Domain
import Reading
import Testing

struct AnnexTests {
    private let tabbed = """
        PHỤ LỤC
        DANH MỤC NHIỆM VỤ NĂM 2026
        TT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\tKinh phí
        I\tCẢI CÁCH THỂ CHẾ
        1\tRà soát văn bản\tKế hoạch\tSở Tư pháp\tCác sở, ban, ngành\tTrước ngày 15/02/2026\t
        2\tTheo dõi thi hành pháp luật\tBáo cáo\tnt\tnt\tThường xuyên\t50 triệu đồng
        II\tTÀI CHÍNH CÔNG
        TT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\tKinh phí
        1\tTập huấn\tÍt nhất 02 lớp\tSở Tài chính\t\t20 ngày sau khi UBND tỉnh ban hành kế hoạch\t
        """

    @Test func `every row of a table is a task under its group`() {
        let plan = PlanReader.read(tabbed)
        #expect(plan.tasks.map(\.clause) == ["Phụ lục.I.1", "Phụ lục.I.2", "Phụ lục.II.1"])
        #expect(
            plan.tasks.map(\.text) == [
                "Rà soát văn bản", "Theo dõi thi hành pháp luật", "Tập huấn",
            ])
    }

    @Test func `cells go to the columns that the heading names`() {
        let task = PlanReader.read(tabbed).tasks.first
        #expect(task?.lead == "Sở Tư pháp")
        #expect(task?.cooperating == "Các sở, ban, ngành")
        #expect(task?.product == "Kế hoạch")
        #expect(task?.deadline == Day("2026-02-15").map { .day($0) })
        #expect(task?.budget == nil)
    }

    @Test func `"nt" says the same as the cell above`() {
        let task = PlanReader.read(tabbed).tasks.dropFirst().first
        #expect(task?.lead == "Sở Tư pháp")
        #expect(task?.deadline == .words("Thường xuyên"))
        #expect(task?.budget == "50 triệu đồng")
    }

    @Test func `days after another body's act stay in words`() {
        #expect(
            PlanReader.read(tabbed).tasks.last?.deadline
                == .words("20 ngày sau khi UBND tỉnh ban hành kế hoạch"))
    }

    @Test func `upright bars cut cells like tabs`() {
        let plan = PlanReader.read(
            """
            | TT | Nhiệm vụ | Chủ trì | Thời gian |
            |---|---|---|---|
            | 1 | Rà soát văn bản | Sở Tư pháp | Quý I |
            """)
        #expect(plan.tasks.map(\.lead) == ["Sở Tư pháp"])
        #expect(plan.tasks.map(\.deadline) == [.words("Quý I")])
    }

    @Test func `a table flattened to lines is read, with a cell missing too`() {
        let cells = [
            "PHỤ LỤC", "TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp",
            "Thời gian thực hiện",
            "1", "Kiểm tra các xã", "Kế hoạch", "Văn phòng UBND", "Các phòng", "Tháng 01/2023",
            "2", "Tuyên truyền trên đài", "Tin, bài", "Phòng Văn hóa", "Trước 30/11/2023",
            "3", "Tổng kết", "Báo cáo", "Văn phòng UBND", "Các xã", "Tháng 12/2023",
        ]
        let plan = PlanReader.read(
            "KẾ HOẠCH\nCẢI CÁCH NĂM 2023\n\n" + cells.joined(separator: "\n\n") + "\n")
        #expect(plan.tasks.map(\.clause) == ["Phụ lục.1", "Phụ lục.2", "Phụ lục.3"])
        #expect(plan.tasks.map(\.lead) == ["Văn phòng UBND", "Phòng Văn hóa", "Văn phòng UBND"])
        #expect(plan.tasks.map(\.cooperating) == ["Các phòng", nil, "Các xã"])
        #expect(plan.tasks.dropFirst().first?.deadline == Day("2023-11-30").map { .day($0) })
    }
}
