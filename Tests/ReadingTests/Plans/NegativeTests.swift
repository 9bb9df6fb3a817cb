import Domain
import Reading
import Testing

struct NegativeTests {
    @Test(arguments: [
        """
        BÁO CÁO
        Kết quả công tác cải cách hành chính năm 2021

        I. KẾT QUẢ ĐẠT ĐƯỢC
        - Tiếp nhận 172.977 hồ sơ, giải quyết đúng hạn đạt 99,2%.
        - 100% thủ tục hành chính được công khai.
        - Tỷ lệ hài lòng đạt 90,2%, tăng 1,5% so với năm 2020.
        """,
        """
        Tỉnh đẩy mạnh cải cách hành chính

        Theo báo cáo, năm 2024 toàn tỉnh có 98,5% hồ sơ đúng hạn; 100% cơ quan đã ban hành kế hoạch. \
        Chỉ số PAR INDEX xếp thứ 15/63, tăng 3 bậc so với năm 2023.

        Đến nay, 27/27 sở, ngành đã kết nối. Tỷ lệ hồ sơ trực tuyến đạt 67,3%, vượt 7,3% so với chỉ tiêu.
        """,
        """
        QUYẾT ĐỊNH
        Về việc ban hành quy chế

        Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 với mục tiêu 90% người dân hài lòng;

        Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.
        """,
        """
        I. NHIỆM VỤ
        1. Tổ chức 02 hội nghị tuyên truyền trong quý II/2021.
        2. Báo cáo trước ngày 15/11/2021; giải quyết trong 20 ngày.
        """,
    ]) func `what promises nothing gives no target`(_ text: String) {
        #expect(PlanReader.read(text).targets.map(\.text) == [])
    }

    @Test func `a report's aims for the next year are targets`() {
        let plan = PlanReader.read(
            """
            BÁO CÁO
            Kết quả năm 2021

            I. KẾT QUẢ ĐẠT ĐƯỢC
            - Tỷ lệ hài lòng đạt 90,2%.
            II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2022
            - Phấn đấu tỷ lệ hài lòng đạt trên 92%.
            """)
        #expect(plan.targets.map(\.promise) == ["more_than 92 %"])
    }

    @Test func `an empty text gives an empty draft`() {
        let plan = PlanReader.read("")
        #expect(
            plan.clauses.isEmpty && plan.targets.isEmpty && plan.tasks.isEmpty
                && plan.queries.isEmpty)
    }
}
