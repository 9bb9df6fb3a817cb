import Domain
import Testing

@Suite struct DocumentsInOrderTests {
    private let province = Province(departments: 1, districts: [])

    private func standing(
        on text: String = "2021-10-15", percent: Int = 100,
        _ facts: (Measurement) -> [Facts.Document]
    ) -> Standing {
        let asked = province.asked(.share(percent), of: nil, on: text)
        return Standing.documentsInOrder(facts(asked), asked)
    }

    @Test func `an unchecked document is in the denominator and not in the numerator`() {
        let standing = standing {
            [
                $0.document(1, signed: "2021-03-01", judged: "2021-04-01"),
                $0.document(2, signed: "2021-05-01"),
            ]
        }
        #expect(standing.denominator == 2)
        #expect(standing.numerator == 1)
        #expect(standing.rows.last?.reason.text.vi == "2/2021/QĐ-UBND: chưa kiểm tra")
    }

    @Test func `order, procedure, authority and quality are counted apart`() {
        let standing = standing {
            [
                $0.document(1, signed: "2021-03-01", judged: "2021-04-01"),
                $0.document(2, signed: "2021-03-01", judged: "2021-04-01", unmet: [.quality]),
                $0.document(3, signed: "2021-03-01"),
            ]
        }
        #expect(
            standing.apart.map(\.name.vi) == [
                "đúng trình tự", "đúng thủ tục", "đúng thẩm quyền", "đúng chất lượng",
                "chưa kiểm tra", "chưa đúng",
            ])
        #expect(standing.apart.map(\.count) == [2, 2, 2, 1, 1, 1])
    }

    @Test func `a finding after the close opens the year again, and says so`() {
        let standing = standing(on: "2022-02-15") {
            [
                $0.document(1, signed: "2021-03-01", judged: "2021-04-01"),
                $0.document(2, signed: "2021-05-01", judged: "2022-02-10", unmet: [.quality]),
            ]
        }
        #expect(standing.because.vi.contains("Năm được mở lại: 01 văn bản"))
        #expect(standing.because.vi.contains("10/02/2022"))
        #expect(standing.verdict == .broken)
    }

    @Test func `what a check finds after the close opens the year again`() {
        func standing(on text: String) -> Standing {
            self.standing(on: text) {
                [
                    $0.document(1, signed: "2021-03-01", judged: "2021-04-01"),
                    $0.document(
                        2, signed: "2021-05-01", judged: "2021-06-01", questioned: "2022-02-10"),
                ]
            }
        }
        #expect(standing(on: "2022-02-09").verdict == .kept)
        let after = standing(on: "2022-02-10")
        #expect(after.verdict == .broken)
        #expect(after.numerator == 1)
        #expect(after.because.vi.contains("Năm được mở lại: 01 văn bản"))
        #expect(
            after.rows.last?.reason.text.vi
                == "2/2021/QĐ-UBND: có vấn đề phát hiện ngày 10/02/2022, cần đánh giá lại")
    }

    @Test func `before the close nothing is opened again`() {
        let standing = standing {
            [$0.document(1, signed: "2021-03-01", judged: "2021-04-01", unmet: [.quality])]
        }
        #expect(!standing.because.vi.contains("mở lại"))
    }

    @Test func `one condition unanswered leaves the document unchecked`() {
        let standing = standing {
            [$0.document(signed: "2021-03-01", judged: "2021-04-01", unanswered: [.quality])]
        }
        #expect(standing.rows.map(\.state) == [.open])
    }

    @Test func `one condition unmet is enough, and 100% is then out of reach at once`() {
        let standing = standing {
            [
                $0.document(1, signed: "2021-03-01", judged: "2021-04-01", unmet: [.authority]),
                $0.document(2, signed: "2021-03-01"),
            ]
        }
        #expect(standing.verdict == .broken)
        #expect(standing.rows.first?.reason.text.vi == "1/2021/QĐ-UBND: chưa đúng thẩm quyền")
    }

    @Test func `below 100% one unmet document may be made up for`() {
        let standing = standing(percent: 50) {
            [
                $0.document(1, signed: "2021-03-01", judged: "2021-04-01", unmet: [.authority]),
                $0.document(2, signed: "2021-03-01"),
            ]
        }
        #expect(standing.verdict == .onCourse)
    }

    @Test func `all checked and right is đang bảo đảm, for more may come`() {
        #expect(
            standing { [$0.document(signed: "2021-03-01", judged: "2021-04-01")] }.verdict
                == .holding)
    }

    @Test func `all checked and right at the close is đạt`() {
        #expect(
            standing(on: "2021-12-14") { [$0.document(signed: "2021-03-01", judged: "2021-04-01")] }
                .verdict == .kept)
    }

    @Test func `unchecked ones are not failures before the close`() {
        #expect(standing { [$0.document(signed: "2021-03-01")] }.verdict == .onCourse)
    }

    @Test func `at the close what nobody checked is not counted as right`() {
        #expect(
            standing(on: "2021-12-14") { [$0.document(signed: "2021-03-01")] }.verdict == .broken)
    }

    @Test func `a check after the close does not undo it`() {
        let standing = standing(on: "2022-02-01") {
            [$0.document(signed: "2021-03-01", judged: "2022-01-10")]
        }
        #expect(standing.numerator == 1)
        #expect(standing.verdict == .broken)
        #expect(standing.because.vi == "01 văn bản được kiểm tra sau thời điểm chốt 14/12/2021.")
    }

    @Test func `a judgement counts from its own day`() {
        #expect(
            standing(on: "2021-03-31") { [$0.document(signed: "2021-03-01", judged: "2021-04-01")] }
                .numerator == 0)
    }

    @Test func `a document signed outside the year is not this year's`() {
        #expect(
            standing(on: "2022-02-01") {
                [$0.document(signed: "2021-12-15"), $0.document(signed: "2020-12-14")]
            }.denominator == 0)
    }

    @Test func `no document is không phát sinh, which is not 0%`() {
        let standing = standing { _ in [] }
        #expect(standing.verdict == .noData)
        #expect(standing.value == nil)
        #expect(standing.headline.vi == "không phát sinh văn bản")
        #expect(standing.missing == nil)
    }

    @Test func `nothing is missing when all are right`() {
        #expect(
            standing { [$0.document(signed: "2021-03-01", judged: "2021-04-01")] }.missing == nil)
    }

    @Test func `what is missing tells the four apart`() {
        #expect(
            standing {
                [
                    $0.document(1, signed: "2021-03-01", judged: "2021-04-01"),
                    $0.document(2, signed: "2021-05-01"),
                ]
            }.missing?.vi
                == "01 chưa kiểm tra; đúng trình tự 01, đúng thủ tục 01, đúng thẩm quyền 01, đúng chất lượng 01"
        )
    }
}
