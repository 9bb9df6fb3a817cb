import Domain
import Foundation
import Testing

@Suite struct DayTests {
    @Test(arguments: [
        "31/02/2021", "29/02/2021", "29/02/1900", "31/04/2021", "00/01/2021", "01/13/2021",
        "32/01/2021",
    ])
    func `a day that does not exist is refused`(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: ["29/02/2020", "29/02/2000", "31/12/2021", "01/01/1900", "31/12/2199"])
    func `a day that exists is read`(_ text: String) {
        #expect(Day(text)?.vi == text)
    }

    @Test(arguments: ["2021-10-05", "05/10/2021", "5/10/2021", "05-10-2021", "5-10-2021"])
    func `officials write a day in several ways`(_ text: String) {
        #expect(Day(text) == Day(year: 2021, month: 10, day: 5))
    }

    @Test(arguments: [
        "", "2021", "10/2021", "05/10-2021", "5/10/21", "05/10/2021/1", "//", "5 tháng 10",
        "٠٥/١٠/٢٠٢١", "15/10/20211",
    ])
    func `what is no day is refused`(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: ["31/12/1899", "01/01/2200"])
    func `years outside 1900 to 2199 are taken for slips`(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `a day is written as officials write it`() {
        #expect(day("2021-03-05").vi == "05/03/2021")
        #expect(day("2021-03-05").en == "5 Mar 2021")
        #expect(day("2021-03-05").text == "2021-03-05")
    }

    @Test func `the days of a year are counted one by one`() {
        #expect(day("2021-01-01") - day("2020-01-01") == 366)
        #expect(day("2020-02-28") + 2 == day("2020-03-01"))
        #expect(day("2021-03-01") - 1 == day("2021-02-28"))
    }

    @Test func `1970 begins at zero`() {
        #expect(day("1970-01-01").number == 0)
        #expect(day("1969-12-31").number == -1)
    }

    @Test(arguments: [
        ("2021-02-10", "2021-02-28"), ("2020-02-01", "2020-02-29"), ("2021-12-31", "2021-12-31"),
    ])
    func `a month ends on its own last day`(_ inside: String, _ last: String) {
        #expect(day(inside).endOfMonth == day(last))
    }

    @Test func `days sort by time, not by text`() {
        #expect(day("2021-09-30") < day("2021-10-01"))
    }

    @Test func `a day is stored as text and read back`() throws {
        let stored = try JSONEncoder().encode([day("2021-10-15")])
        #expect(String(decoding: stored, as: UTF8.self) == #"["2021-10-15"]"#)
        #expect(try JSONDecoder().decode([Day].self, from: stored) == [day("2021-10-15")])
    }

    @Test func `a stored day that does not exist is refused`() {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Day].self, from: Data(#"["2021-02-30"]"#.utf8))
        }
    }

    @Test func `any day is read back from what is written`() {
        let span = day("2199-12-31").number - day("1900-01-01").number
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let any = day("1900-01-01") + Int.random(in: 0...span, using: &random)
            #expect(Day(any.text) == any, "seed \(seed)")
            #expect(Day(any.vi) == any, "seed \(seed)")
            #expect(
                Day(year: any.year, month: any.month, day: any.dayOfMonth) == any, "seed \(seed)")
        }
    }

    @Test func `any text is a day or refused, never trapped`() {
        let letters = Array("0123456789/-. x²")
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let text = String((0..<10).compactMap { _ in letters.randomElement(using: &random) })
            if let day = Day(text) { #expect(Day(day.text) == day, "seed \(seed)") }
        }
    }
}

@Suite struct TenureTests {
    @Test func `a version holds from its first day`() {
        #expect(Tenure(from: day("2021-07-01")).contains(day("2021-07-01")))
        #expect(!Tenure(from: day("2021-07-01")).contains(day("2021-06-30")))
    }

    @Test func `a version no longer holds on the day it ends`() {
        let tenure = Tenure(from: day("2021-01-01"), until: day("2025-07-01"))
        #expect(tenure.contains(day("2025-06-30")))
        #expect(!tenure.contains(day("2025-07-01")))
    }

    @Test func `one that begins when the other ends does not overlap it`() {
        let before = Tenure(from: day("2021-01-01"), until: day("2025-07-01"))
        #expect(!before.overlaps(Tenure(from: day("2025-07-01"))))
        #expect(before.overlaps(Tenure(from: day("2025-06-30"))))
    }
}
