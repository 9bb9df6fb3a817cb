import Domain
import Testing

@Suite struct DeadlineTests {
    private static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    private static let calendar = WorkingCalendar([
        CalendarDay(
            day: day("21/04/2021"), kind: .holiday, name: "Giỗ Tổ Hùng Vương", source: "",
            certainty: .unverified),
        CalendarDay(
            day: day("24/04/2021"), kind: .worked, name: "làm bù", source: "",
            certainty: .unverified),
    ])

    private func ground(
        reports: [Day] = [], waitsFor: (code: String, doneOn: Day?)? = nil
    ) -> Reckoning.Ground {
        Reckoning.Ground(
            year: .usual(2021), from: Self.day("01/01/2021"), calendar: Self.calendar,
            waitsFor: waitsFor, reports: reports)
    }

    @Test func `monday is 1 and sunday is 7, before 1970 too`() {
        #expect(Self.day("15/10/2021").weekday == 5)
        #expect(Self.day("18/10/2021").weekday == 1)
        #expect(Self.day("02/09/1945").weekday == 7)
    }

    @Test func `a working day on a holiday is passed over, a saturday worked in exchange counts`() {
        // Tuesday 20/4, then Thursday 22, Friday 23, Saturday 24 (worked).
        #expect(
            Self.calendar.day(3, workingDaysAfter: Self.day("20/04/2021")) == Self.day("24/04/2021")
        )
    }

    @Test func `no working days after a day is that day`() {
        #expect(Self.calendar.day(0, workingDaysAfter: Self.day("21/04/2021")).vi == "21/04/2021")
    }

    @Test(arguments: 0..<200)
    func `counting forward and counting between agree`(_ seed: Int) {
        let start = Day(number: 18_600 + seed)
        let count = seed % 37
        let last = Self.calendar.day(count, workingDaysAfter: start)
        #expect(Self.calendar.workingDays(after: start, through: last) == count)
        #expect(count == 0 || Self.calendar.isWorked(last))
    }

    @Test func `days after an act run from the act, and say how`() {
        let deadline = Plan.Task.Deadline.after(
            "Tỉnh ủy ban hành", on: Self.day("05/03/2021"), count: 20, .calendar)
        let reckoning = deadline.reckoned(ground())
        #expect(reckoning.day == Self.day("25/03/2021"))
        #expect(reckoning.words.vi.contains("05/03/2021 cộng 20 ngày là 25/03/2021"))
    }

    @Test func `working days name the days off that were passed over`() {
        let deadline = Plan.Task.Deadline.after(
            "Tỉnh ủy ban hành", on: Self.day("20/04/2021"), count: 2, .working)
        let words = deadline.reckoned(ground()).words.vi
        #expect(words.contains("21/04/2021 Giỗ Tổ Hùng Vương"))
        #expect(words.contains("chưa đối chiếu"))
    }

    @Test func `a year without holidays on record is said to be one`() {
        let deadline = Plan.Task.Deadline.after(
            "có văn bản", on: Self.day("20/04/2022"), count: 2, .working)
        #expect(deadline.reckoned(ground()).words.en.contains("holidays of 2022"))
    }

    @Test func `nothing is due before the act`() {
        let deadline = Plan.Task.Deadline.after("Tỉnh ủy ban hành", count: 20, .calendar)
        #expect(deadline.reckoned(ground()).day == nil)
    }

    @Test func `a deadline waits for another task's completion`() {
        let deadline = Plan.Task.Deadline.after(Plan.Task.ID("A"), count: 10, .calendar)
        #expect(deadline.reckoned(ground(waitsFor: ("7", nil))).day == nil)
        #expect(
            deadline.reckoned(ground(waitsFor: ("7", Self.day("01/06/2021")))).day
                == Self.day("11/06/2021"))
    }

    @Test func `a monthly task is due at the end of the oldest month without a report`() {
        let reports = ["15/01/2021", "20/01/2021", "03/03/2021"].map(Self.day)
        let reckoning = Plan.Task.Deadline.rhythm(.monthly).reckoned(ground(reports: reports))
        // January; the second of January counts for none; the one of March is taken for February.
        #expect(reckoning.day == Self.day("31/03/2021"))
        #expect(reckoning.metOn == nil)
    }

    @Test func `a quarterly task with four reports is done on the day of the last`() {
        let reports = ["30/03/2021", "29/06/2021", "29/09/2021", "10/12/2021"].map(Self.day)
        let reckoning = Plan.Task.Deadline.rhythm(.quarterly).reckoned(ground(reports: reports))
        #expect(reckoning.metOn == Self.day("10/12/2021"))
        #expect(reckoning.day == Self.day("14/12/2021"))
    }

    @Test func `periods of a rhythm leave no day out and none twice`() {
        for rhythm in Plan.Task.Deadline.Rhythm.allCases {
            let (first, last) = (Self.day("15/12/2020"), Self.day("14/12/2021"))
            let periods = rhythm.periods(from: first, through: last)
            #expect(periods.first?.lowerBound == first)
            #expect(periods.last?.upperBound == last)
            for (one, next) in zip(periods, periods.dropFirst()) {
                #expect(next.lowerBound == one.upperBound + 1)
            }
        }
    }
}
