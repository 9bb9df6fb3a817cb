import Domain
import Reading
import Testing

/// Annexes that list targets: name, unit, the value of a year.
struct TargetTableTests {
    private static let rows = [
        "STT\tChỉ tiêu\tĐVT\tThực hiện năm 2024\tKế hoạch năm 2025\tCơ quan chủ trì",
        "I\tChính quyền số\t\t\t\t",
        "1\tTỷ lệ hồ sơ công việc được xử lý trên môi trường mạng\t%\t90\t≥ 95\tSở Nội vụ",
        "2\tSố dịch vụ công toàn trình\tdịch vụ\t300\t500\tVăn phòng",
        "3\tXếp hạng chuyển đổi số\tThứ hạng\t30\t20\t",
        "4\tTỷ lệ văn bản điện tử\t%\t100\t-\t",
        "II\tKinh tế số\t\t\t\t",
        "5\tTỷ trọng kinh tế số trong GRDP\t%\t8\t10 - 12\t",
        "6\tThời gian giải quyết\tngày\t7\tKhông quá 5\t",
        "7\tXếp hạng năng lực\tThứ hạng\t\t≤ 3 trong vùng; ≤ 50 cả nước\t",
    ]
    private static let text =
        "KẾ HOẠCH\nChuyển đổi số năm 2025\n\nPHỤ LỤC\n\n" + rows.joined(separator: "\n") + "\n"
    private let plan = PlanReader.read(text)

    @Test func `each row promises the value of the plan's year in the row's unit`() {
        #expect(
            plan.targets.map(\.promise) == [
                "at_least 95 %", "equal 500 dịch vụ", "rank_within 20 rank", "between 10 - 12 %",
                "at_most 5 ngày", "rank_within 3 rank", "rank_within 50 rank",
            ])
    }

    @Test func `a row stands under its group, and two values in a cell are two targets`() {
        #expect(
            plan.targets.map(\.clause) == [
                "Phụ lục.I.1", "Phụ lục.I.2", "Phụ lục.I.3", "Phụ lục.II.5", "Phụ lục.II.6",
                "Phụ lục.II.7-1", "Phụ lục.II.7-2",
            ])
    }

    @Test func `the set is what the name speaks of`() {
        #expect(plan.targets.first?.scope == "hồ sơ công việc được xử lý trên môi trường mạng")
    }

    @Test func `a row without a value promises nothing, and no row is a task`() {
        #expect(plan.clauses.first { $0.path == "Phụ lục.I.4" }?.kind == .text)
        #expect(plan.tasks.isEmpty)
    }

    @Test func `the column of the plan's year is taken among several`() {
        let years = PlanReader.read(
            """
            KẾ HOẠCH
            CẢI CÁCH HÀNH CHÍNH NĂM 2023

            PHỤ LỤC

            TT\tMục tiêu\tĐơn vị tính\tNăm 2022\tNăm 2023\tNăm 2024
            1\tHồ sơ trực tuyến\t%\t50\t60\t70

            """)
        #expect(years.targets.map(\.promise) == ["equal 60 %"])
    }

    @Test func `texts are exact`() { expectExactRanges(plan, in: Self.text) }
}
