import Domain
import Testing

/// The sentences an official reads; one place for each kind, in both languages.
@Suite struct StandingWordsTests {
    private let province = Province()

    private func inspected(_ reading: Plan.Target.Reading?, on text: String) -> Standing {
        let asked = province.asked(
            .share(30, reading: reading), of: "departments-districts", on: text)
        let bodies =
            province.codes(.departments).dropFirst().prefix(6)
            + province.codes(.districts).prefix(4)
        return Standing.bodiesInspected(
            asked.inspections(of: bodies, concluded: "2021-05-20"), asked)
    }

    @Test func `a quota is told in bodies first, per cent second`() {
        #expect(
            inspected(.together, on: "2021-10-15").because.vi
                == "Cần 10 (30% của 32, làm tròn lên); hạn 14/12/2021.")
        #expect(
            inspected(.together, on: "2021-10-15").because.en
                == "10 needed (30% of 32, rounded up); due 14 Dec 2021.")
    }

    @Test func `a quota that needs no rounding does not say so`() {
        let asked = province.asked(.share(100), on: "2021-02-10")
        let because = Standing.plansIssued(asked.plansOfAll(on: "2021-01-20"), asked).because
        #expect(because.vi == "Cần 191 (100% của 191); hạn 14/12/2021.")
    }

    @Test func `more than 30% says more than`() {
        let asked = province.asked(.share(30, .moreThan), of: "districts", on: "2021-12-14")
        #expect(
            Standing.bodiesInspected([], asked).because.vi
                == "Hết hạn 14/12/2021: đúng hạn 00; cần 04 (trên 30% của 11).")
    }

    @Test func `an open reading tells both ways and why the stricter is shown`() {
        #expect(
            inspected(nil, on: "2021-12-14").because.vi
                == "Hết hạn 14/12/2021: đúng hạn 10; tính gộp cần 10 (30% của 32, làm tròn lên); "
                + "tính riêng: cấp tỉnh cần 07 (30% của 21, làm tròn lên), cấp huyện cần 04 (30% của 11, làm tròn lên). "
                + "Chưa chốt cách tính nên lấy kết quả chặt hơn.")
    }

    @Test func `a settled reading tells its tiers`() {
        #expect(
            inspected(.perTier, on: "2021-12-14").because.vi
                == "Hết hạn 14/12/2021: đúng hạn 10; tính riêng từng cấp: cấp tỉnh cần 07 (30% của 21, làm tròn lên), "
                + "cấp huyện cần 04 (30% của 11, làm tròn lên).")
    }

    @Test func `nothing entered is said, instead of a forecast from nothing`() {
        let asked = province.asked(.share(30), of: "districts", on: "2021-10-15")
        let standing = Standing.bodiesInspected([], asked)
        #expect(
            standing.because.vi
                == "Cần 04 (30% của 11, làm tròn lên); hạn 14/12/2021. Chưa có hồ sơ nào được nhập."
        )
        #expect(standing.forecast == nil)
    }

    @Test func `a formula names what is divided by what, and its result`() {
        #expect(
            inspected(.together, on: "2021-10-15").formula.vi
                == "Số cơ quan được kiểm tra có Thông báo kết luận đến 15/10/2021 ÷ "
                + "số cơ quan hành chính cấp tỉnh và UBND cấp huyện tồn tại ngày 15/10/2021 = 10 ÷ 32 = 31,25%"
        )
    }

    @Test func `English agrees in number`() {
        let asked = province.asked(.share(100), on: "2021-10-15")
        let tasks =
            asked.tasksDoneByAll(on: "2021-06-01", but: "BD-540") + [
                asked.tasks(of: "BD-540", total: 2, due: 1, dueDone: 0, done: 0)
            ]
        let standing = Standing.plansCompleted(asked.plansOfAll(on: "2021-01-20"), tasks, asked)
        #expect(
            standing.because.en
                == "Final only at the year's close (14 Dec 2021); so far 1 agency has overdue tasks."
        )
        #expect(
            standing.row("BD-540", asked)?.reason.text.en == "1 task overdue; 0/1 due tasks done")
    }

    @Test func `every reason is said in both languages, without an empty sentence`() {
        let reasons: [Standing.Reason] = [
            .issued("01/KH"), .issuedLate("01/KH", days: 1), .notIssued(overdueDays: nil),
            .notIssued(overdueDays: 0),
            .notIssued(overdueDays: 2), .tasksDone(1), .tasksDoneLate(2, days: 1),
            .tasksOnTime(done: 0, due: 0, total: 3),
            .tasksOnTime(done: 1, due: 1, total: 3), .tasksOverdue(1, done: 0, due: 1),
            .tasksUndone(1, total: 2), .planMissing,
            .tasksMissing, .concluded("12/TB"), .awaitingConclusion(held: day("2021-05-05")),
            .scheduled(day("2021-05-05")),
            .slipped(day("2021-05-05")), .cancelled(day("2021-05-05")), .wrongInspector,
            .notPlanned, .selfInspected(""),
            .closed, .closedLate(days: 1), .openUntil(day("2021-05-05")),
            .overdueSince(day("2021-05-05"), days: 0),
            .overdueSince(day("2021-05-05"), days: 3), .inOrder("1/QĐ"), .unchecked("1/QĐ"),
            .questioned("1/QĐ", day("2022-02-10")),
            .unmet("1/QĐ", [.order, .quality]),
        ]
        for reason in reasons {
            #expect(!reason.text.vi.isEmpty && !reason.text.en.isEmpty)
            #expect(
                !reason.text.en.contains("1 days") && !reason.text.en.contains("1 tasks"),
                "\(reason.text.en)")
        }
    }
}
