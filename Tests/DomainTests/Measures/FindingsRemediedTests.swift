import Domain
import Testing

@Suite struct FindingsRemediedTests {
    private let province = Province(
        departments: 3, districts: [("540", "Thành phố Quy Nhơn", 2), ("551", "Huyện Vân Canh", 2)])

    private func standing(
        on text: String, percent: Int = 100, _ facts: (Measurement) -> [Facts.Finding]
    ) -> Standing {
        let asked = province.asked(.share(percent), of: nil, on: text)
        return Standing.findingsRemedied(facts(asked), asked)
    }

    @Test func `found, due, closed and overdue stand apart`() {
        let standing = standing(on: "2021-10-15") { asked in
            [
                asked.finding(1, found: "2021-05-01", due: "2021-06-01", closed: "2021-05-20"),
                asked.finding(2, found: "2021-05-01", due: "2021-06-01", closed: "2021-06-03"),
                asked.finding(3, found: "2021-05-01", due: "2021-06-01"),
                asked.finding(4, found: "2021-10-01", due: "2021-11-01"),
                asked.finding(5, found: "2021-10-01", due: "2021-11-01", closed: "2021-10-10"),
            ]
        }
        #expect(
            standing.apart.map(\.name.vi) == [
                "phát hiện", "đến hạn", "đã khắc phục", "quá hạn chưa khắc phục",
                "khắc phục quá hạn",
            ])
        #expect(standing.apart.map(\.count) == [5, 3, 3, 1, 1])
    }

    @Test func `the denominator is what is due, not what was found`() {
        let standing = standing(on: "2021-10-15") {
            [
                $0.finding(1, found: "2021-05-01", due: "2021-06-01", closed: "2021-05-20"),
                $0.finding(2, found: "2021-10-01", due: "2021-11-01"),
            ]
        }
        #expect(standing.denominator == 1)
        #expect(standing.headline.vi == "01/01 vấn đề đến hạn đã khắc phục")
    }

    @Test func `nothing found is không phát sinh, which is not 0%`() {
        let standing = standing(on: "2021-10-15") { _ in [] }
        #expect(standing.verdict == .noData)
        #expect(standing.value == nil)
        #expect(standing.because.vi.hasPrefix("Không phát sinh"))
    }

    @Test func `found and not yet due is chưa đến hạn`() {
        let standing = standing(on: "2021-10-15") {
            [$0.finding(found: "2021-10-01", due: "2021-11-01")]
        }
        #expect(standing.verdict == .notDue)
        #expect(standing.value == nil)
        #expect(standing.headline.vi == "chưa có vấn đề đến hạn")
    }

    @Test func `all due remedied is đang bảo đảm until the close`() {
        let standing = standing(on: "2021-12-13") {
            [$0.finding(found: "2021-05-01", due: "2021-06-01", closed: "2021-05-20")]
        }
        #expect(standing.verdict == .holding)
    }

    @Test func `all due remedied at the close is đạt`() {
        let standing = standing(on: "2021-12-14") {
            [$0.finding(found: "2021-05-01", due: "2021-06-01", closed: "2021-05-20")]
        }
        #expect(standing.verdict == .kept)
    }

    @Test func `one overdue is a risk before the close and không đạt at it`() {
        let facts = { (asked: Measurement) in
            [asked.finding(found: "2021-05-01", due: "2021-06-01")]
        }
        #expect(standing(on: "2021-12-13", facts).verdict == .atRisk)
        #expect(standing(on: "2021-12-14", facts).verdict == .broken)
    }

    @Test func `one closed late is remedied all the same`() {
        let standing = standing(on: "2021-12-14") {
            [$0.finding(found: "2021-05-01", due: "2021-06-01", closed: "2021-09-01")]
        }
        #expect(standing.verdict == .kept)
        #expect(standing.rows.first?.reason.text.vi == "đã khắc phục, quá hạn 92 ngày")
    }

    @Test func `one closed after the year's close does not undo the close`() {
        let standing = standing(on: "2022-03-01") {
            [$0.finding(found: "2021-05-01", due: "2021-06-01", closed: "2022-01-10")]
        }
        #expect(standing.numerator == 1)
        #expect(standing.verdict == .broken)
        #expect(
            standing.because.vi
                == "Khi chốt năm (14/12/2021), 01 vấn đề đến hạn chưa được khắc phục.")
    }

    @Test func `one due after the close does not break the close`() {
        let standing = standing(on: "2022-03-01") {
            [
                $0.finding(1, found: "2021-05-01", due: "2021-06-01", closed: "2021-05-20"),
                $0.finding(2, found: "2021-12-01", due: "2022-01-01"),
            ]
        }
        #expect(standing.verdict == .kept)
        #expect(standing.denominator == 2)
    }

    @Test func `a finding is due on its last day`() {
        let standing = standing(on: "2021-06-01") {
            [$0.finding(found: "2021-05-01", due: "2021-06-01")]
        }
        #expect(standing.denominator == 1)
        #expect(standing.rows.first?.reason.text.vi == "hết hạn 01/06/2021, chưa khắc phục")
    }

    @Test func `while its last day lasts it is not overdue`() {
        let asked = province.asked(.share(100), of: nil, on: "2021-06-01", dayHasEnded: false)
        let standing = Standing.findingsRemedied(
            [asked.finding(found: "2021-05-01", due: "2021-06-01")], asked)
        #expect(standing.verdict == .notDue)
    }

    @Test func `a threshold of 80% needs four of five`() {
        let facts = { (asked: Measurement) in
            (1...5).map {
                asked.finding(
                    $0, found: "2021-05-01", due: "2021-06-01", closed: $0 == 5 ? nil : "2021-05-20"
                )
            }
        }
        #expect(standing(on: "2021-12-14", percent: 80, facts).verdict == .kept)
        #expect(standing(on: "2021-12-14", percent: 81, facts).verdict == .broken)
    }

    @Test func `the worst bodies are named, with how long the oldest has waited`() {
        let standing = standing(on: "2021-10-15") {
            [
                $0.finding(1, of: "BD-551", found: "2021-08-01", due: "2021-09-04"),
                $0.finding(2, of: "BD-551", found: "2021-08-01", due: "2021-10-01"),
                $0.finding(3, of: "BD-540", found: "2021-08-01", due: "2021-10-01"),
            ]
        }
        #expect(
            standing.missing?.vi
                == "03 quá hạn, lâu nhất 41 ngày: huyện Vân Canh 02, TP. Quy Nhơn 01")
        #expect(
            standing.missing?.en
                == "3 overdue, the oldest by 41 days: huyện Vân Canh 2, TP. Quy Nhơn 1")
    }
}
