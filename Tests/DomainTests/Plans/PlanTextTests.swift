import Domain
import Foundation
import Testing

@Suite struct CitationTests {
    @Test(arguments: [
        (
            "II.1.a.2", "gạch đầu dòng thứ hai, điểm a khoản 1 Mục II",
            "dash 2, point a, section 1, Part II"
        ),
        (
            "II.1.a.2-3", "gạch đầu dòng thứ hai, điểm a khoản 1 Mục II",
            "dash 2, point a, section 1, Part II"
        ),
        ("II.2.a", "điểm a khoản 2 Mục II", "point a, section 2, Part II"),
        ("II.1", "khoản 1 Mục II", "section 1, Part II"),
        ("IV", "Mục IV", "Part IV"),
        (
            "II.1.đ.12", "gạch đầu dòng thứ 12, điểm đ khoản 1 Mục II",
            "dash 12, point đ, section 1, Part II"
        ),
    ])
    func `a clause is cited as officials cite it`(_ path: String, _ vi: String, _ en: String) {
        #expect(Plan.Clause.citation(of: path) == Bilingual(vi: vi, en: en))
    }

    @Test(arguments: ["I.1.3", "p1", "II.1.a.2.1", "II.1.a.p1", "PL.3", ""])
    func `a clause of another shape is cited by its path, never by half of it`(_ path: String) {
        #expect(Plan.Clause.citation(of: path) == Bilingual(path))
    }
}

@Suite struct TargetValueTests {
    @Test(arguments: [
        (3_000, "30", "30"), (127, "1,27", "1.27"), (9_050, "90,5", "90.5"), (5, "0,05", "0.05"),
        (120_400, "1.204", "1,204"),
    ])
    func `a value is written as the plan writes it`(_ hundredths: Int, _ vi: String, _ en: String) {
        #expect(TargetValue.number(hundredths: hundredths).text(.vi) == vi)
        #expect(TargetValue.number(hundredths: hundredths).text(.en) == en)
    }

    @Test func `a range keeps both ends`() {
        #expect(
            TargetValue.range(lowHundredths: 4_500, highHundredths: 5_000).text(.vi) == "45 - 50")
    }

    @Test(arguments: [
        TargetValue.number(hundredths: 3_000), .range(lowHundredths: 4_500, highHundredths: 5_000),
        .word("tốt"), .word("3-4"),
    ])
    func `a stored value is read back`(_ value: TargetValue) throws {
        #expect(TargetValue(stored: value.stored) == value)
        #expect(
            try JSONDecoder().decode([TargetValue].self, from: JSONEncoder().encode([value])) == [
                value
            ])
    }

    @Test(arguments: ["", "x", "1-2-3", "-"])
    func `what is no stored value is refused`(_ text: String) {
        #expect(TargetValue(stored: text) == nil)
    }
}

@Suite struct TaskTests {
    private func task(
        due: String? = nil, done: String? = nil, lead: String? = nil, product: String = "",
        words: String = ""
    ) -> Plan.Task {
        Plan.Task(
            id: Plan.Task.ID("task"), plan: Plan.ID("plan"), number: 1, text: "Rà soát thủ tục",
            lead: lead.map { Agency.ID($0) }, product: product, dueOn: due.map(day),
            deadlineText: words, doneOn: done.map(day))
    }

    @Test func `a task undone at the end of its last day is overdue`() {
        #expect(!task(due: "2021-06-30").isOverdue(on: day("2021-06-29")))
        #expect(task(due: "2021-06-30").isOverdue(on: day("2021-06-30")))
    }

    @Test func `a task done on its last day is not overdue`() {
        #expect(!task(due: "2021-06-30", done: "2021-06-30").isOverdue(on: day("2021-07-15")))
    }

    @Test func `a task done late was overdue until then`() {
        #expect(task(due: "2021-06-30", done: "2021-07-10").isOverdue(on: day("2021-07-09")))
        #expect(!task(due: "2021-06-30", done: "2021-07-10").isOverdue(on: day("2021-07-10")))
    }

    @Test func `without lead, product or deadline it is a giải pháp, never overdue`() {
        #expect(task().isApproach)
        #expect(!task().isOverdue(on: day("2022-01-01")))
    }

    @Test func `a rhythm is a deadline of its own, so it is a task`() {
        #expect(!task(words: "thường xuyên trong năm").isApproach)
        #expect(!task(words: "thường xuyên trong năm").isOverdue(on: day("2022-01-01")))
    }
}
