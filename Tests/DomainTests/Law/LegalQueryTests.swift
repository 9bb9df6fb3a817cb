import Domain
import Testing

@Suite struct LegalQueryTests {
    private func document(
        _ symbol: String, signed: String, _ change: (inout LegalDocument.Details) -> Void = { _ in }
    ) -> LegalDocument {
        var details = LegalDocument.Details(derivedFrom: symbol)
        change(&details)
        return LegalDocument(
            id: LegalDocument.ID("1"), number: 1, issuer: Agency.ID("BD"), symbol: symbol,
            title: "Quy định", signedOn: day(signed), details: details)
    }

    private func codes(
        _ document: LegalDocument, text: LegalTextFacts? = nil, bases: [LegalBasis] = []
    ) -> [String] {
        document.queries(text: text, bases: bases, recordedOn: day("2026-10-15")).map(\.code)
    }

    @Test(arguments: LegalSymbolTests.real.filter { !$0.contains("/20") && !$0.contains("/QH") })
    func `a document whose details follow from its symbol raises nothing`(_ symbol: String) {
        #expect(codes(document(symbol, signed: "2018-10-09")) == [])
    }

    @Test func `the day of passing shown as the first day in force is asked about`() {
        let law = document("64/2025/QH15", signed: "2025-02-19") {
            $0.kind = .law
            $0.inForceOn = day("2025-02-19")
        }
        #expect(codes(law) == ["day.same"])
        #expect(
            codes(law, text: LegalTextFacts(inForceOn: day("2025-04-01")))
                == ["day.same", "text.in-force"])
    }

    @Test func `a proposal of the year before is asked about`() {
        let basis = LegalBasis(
            text: "Xét Tờ trình", symbol: "1062/TTr-SNV", datedOn: day("2011-12-20"))
        #expect(
            codes(document("636/QĐ-UBND", signed: "2012-03-28"), bases: [basis])
                == ["basis.proposal"])
    }

    @Test func `a law cited with a year in which there was none is asked about`() {
        let basis = LegalBasis(
            text: "Căn cứ Luật Ban hành văn bản quy phạm pháp luật năm 2016", symbol: "",
            datedOn: nil)
        let right = LegalBasis(
            text: "Căn cứ Luật Ban hành văn bản quy phạm pháp luật năm 2015", symbol: "",
            datedOn: nil)
        let regulation = document("35/2022/QĐ-UBND", signed: "2022-08-30")
        #expect(codes(regulation, bases: [basis]) == ["basis.law"])
        #expect(codes(regulation, bases: [right]) == [])
    }

    @Test(arguments: ["Đã biết", "Đang cập nhật", "DANG CAP NHAT"])
    func `a placeholder in place of the status is asked about`(_ word: String) {
        let one = document("30/2018/QĐ-UBND", signed: "2018-10-09") { $0.declaredStatus = word }
        #expect(codes(one) == ["word.placeholder"])
    }

    @Test func `a letter's symbol with a word before it is asked about`() {
        #expect(codes(document("QĐ 320/BNV-CCHC", signed: "2018-01-10")) == ["symbol.word"])
    }

    @Test func `a symbol that contradicts the kind is asked about`() {
        #expect(
            codes(document("581/BNV-CCHC", signed: "2018-01-10") { $0.kind = .decision })
                == ["symbol.letter"])
        #expect(
            codes(document("95/KH-UBND", signed: "2020-12-31") { $0.kind = .report })
                == ["symbol.kind"])
    }

    @Test func `a symbol that contradicts the nature is asked about`() {
        #expect(
            codes(document("3180/2016/QĐ-UBND", signed: "2016-10-09") { $0.nature = .individual })
                == ["symbol.normative-form"])
        #expect(
            codes(document("636/QĐ-UBND", signed: "2012-03-28") { $0.nature = .normative })
                == ["symbol.individual-form"])
    }

    @Test func `before April 2005 a normative document needs no year in its number`() {
        #expect(
            codes(document("636/QĐ-UBND", signed: "2004-03-28") { $0.nature = .normative }) == [])
    }

    @Test func `a symbol that contradicts the organ is asked about`() {
        #expect(
            codes(document("70/2013/NQ-HĐND", signed: "2013-12-12") { $0.organ = .committee })
                == ["symbol.organ"])
    }

    @Test func `a committee's symbol may be its chairman's`() {
        #expect(
            codes(document("12/2026/QĐ-UBND", signed: "2026-02-02") { $0.organ = .chairman }) == [])
    }

    @Test func `days out of order are asked about`() {
        let one = document("30/2018/QĐ-UBND", signed: "2018-10-09") {
            $0.publishedOn = day("2018-10-08")
            $0.inForceOn = day("2018-10-01")
        }
        #expect(codes(one) == ["day.published", "day.in-force"])
        #expect(codes(document("30/2027/QĐ-UBND", signed: "2027-01-01")) == ["day.future"])
    }

    @Test func `a number of another year than the signature is asked about`() {
        #expect(codes(document("30/2018/QĐ-UBND", signed: "2019-01-02")) == ["symbol.year"])
    }

    @Test func `a text that says otherwise is asked about`() {
        let text = LegalTextFacts(symbol: "31/2018/QĐ-UBND", signedOn: day("2018-10-10"))
        #expect(
            codes(document("30/2018/QĐ-UBND", signed: "2018-10-09"), text: text)
                == ["text.symbol", "text.signed"])
    }

    @Test
    func `a basis later than the document, or of another year than its number, is asked about`() {
        let bases = [
            LegalBasis(text: "a", symbol: "20/2020/QĐ-TTg", datedOn: day("2020-07-18")),
            LegalBasis(text: "b", symbol: "80/2015/QH13", datedOn: day("2016-06-22")),
        ]
        #expect(
            codes(document("30/2018/QĐ-UBND", signed: "2018-10-09"), bases: bases)
                == ["basis.later", "basis.year"])
    }
}
