import Domain
import Reading
import Testing

struct TaskTests {
    private func tasks(_ dash: String) -> [DraftTask] {
        PlanReader.read("KẾ HOẠCH\nCải cách hành chính năm 2026\n\nI. NHIỆM VỤ\n- \(dash)\n").tasks
    }

    @Test func `every sentence of a dash is a task`() {
        #expect(
            tasks("Bố trí đủ kinh phí. Đẩy mạnh tuyên truyền.").map(\.text) == [
                "Bố trí đủ kinh phí.", "Đẩy mạnh tuyên truyền.",
            ])
    }

    @Test func `without lead, product and deadline it is a means`() {
        #expect(
            tasks("Thường xuyên kiểm tra, rà soát văn bản quy phạm pháp luật.").map(\.isMeans) == [
                true
            ])
    }

    @Test func `the body that takes the lead and those that help are named`() {
        let task = tasks(
            "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tham mưu kế hoạch trước ngày 30/6/2026."
        ).first
        #expect(task?.lead == "Sở Nội vụ")
        #expect(task?.cooperating == "Sở Tài chính")
        #expect(task?.deadline == Day("2026-06-30").map { .day($0) })
    }

    @Test func `a sentence that only assigns belongs to the one before it`() {
        let tasks = tasks(
            "Rà soát thủ tục nội bộ. Văn phòng chủ trì, phối hợp với các phòng hoàn thành trước ngày 30/6/2026."
        )
        #expect(tasks.map(\.text) == ["Rà soát thủ tục nội bộ."])
        #expect(tasks.first?.lead == "Văn phòng")
    }

    @Test func `fields below a task belong to it`() {
        let plan = PlanReader.read(
            """
            I. NHIỆM VỤ
            1. Cập nhật thủ tục trên Cổng Dịch vụ công.
            - Cơ quan chủ trì: Sở Nội vụ.
            - Thời gian: Hàng quý.
            - Sản phẩm: Báo cáo.
            """)
        #expect(plan.tasks.count == 1)
        #expect(plan.tasks.first?.lead == "Sở Nội vụ")
        #expect(plan.tasks.first?.deadline == .words("Hàng quý"))
        #expect(plan.tasks.first?.product == "Báo cáo")
    }

    @Test func `duties under an agency's heading are its own`() {
        let plan = PlanReader.read(
            "III. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Theo dõi, đôn đốc thực hiện Kế hoạch.\n")
        #expect(plan.tasks.map(\.lead) == ["Sở Nội vụ"])
    }
}
