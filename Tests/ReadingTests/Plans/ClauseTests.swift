import Domain
import Reading
import Testing

struct ClauseTests {
    private func paths(_ text: String) -> [String] { PlanReader.read(text).clauses.map(\.path) }

    @Test func `numbers and letters stand as printed, dashes by position`() {
        #expect(
            paths("I. A\n1. B\na) C\n- Một\n- Hai\nb) D\n2. E\nII. F\n")
                == ["I", "I.1", "I.1.a", "I.1.a.1", "I.1.a.2", "I.1.b", "I.2", "II"])
    }

    @Test func `a decimal number extends the number above it`() {
        #expect(
            paths("I. A\n1. B\n1.1. C\n1.2. D\n2. E\n") == ["I", "I.1", "I.1.1", "I.1.2", "I.2"])
    }

    @Test func `pluses stand below dashes`() {
        #expect(paths("I. A\n- B:\n+ C\n+ D\n- E\n") == ["I", "I.1", "I.1.1", "I.1.2", "I.2"])
    }

    @Test func `capital letters may stand above Roman numbers`() {
        #expect(
            paths("A. MỘT\nI. Hai\n1. Ba\nB. BỐN\nI. Năm\n") == ["A", "A.I", "A.I.1", "B", "B.I"])
    }

    @Test func `articles keep their name`() {
        #expect(
            paths("Điều 1. Ban hành.\n1. Một\nĐiều 2. Hiệu lực.\n") == [
                "Điều 1", "Điều 1.1", "Điều 2",
            ])
    }

    @Test func `a number printed twice is asked about`() {
        let plan = PlanReader.read("I. A\n1. B\n1. C\n")
        #expect(plan.clauses.map(\.path) == ["I", "I.1", "I.1(2)"])
        #expect(plan.queries.count == 1)
    }

    @Test func `recipients and signature are no clauses`() {
        let plan = PlanReader.read(
            "I. NHIỆM VỤ\n- Một việc.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\n")
        #expect(plan.clauses.map(\.path) == ["I", "I.1"])
    }

    @Test func `lines broken at a page's width are one paragraph`() {
        let plan = PlanReader.read(
            """
            I. CHỈ TIÊU
            - Thực hiện kiểm tra công tác cải cách hành chính ít nhất đối với 30% cơ quan
            hành chính cấp tỉnh; tăng cường theo dõi, đôn đốc các cơ quan trong giai đoạn 2020
            - 2025 theo đúng quy định của cấp có thẩm quyền và các văn bản hướng dẫn thi hành
            của Chính phủ.
            """)
        #expect(plan.clauses.map(\.path) == ["I", "I.1"])
    }
}
