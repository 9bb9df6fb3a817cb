import Domain
import Testing

@Suite struct LegalDocumentTests {
    private func problems(
        _ answers: [LegalDocument.Condition: LegalDocument.Answer] = [:], judged: String? = nil,
        judge: String = ""
    ) -> [String] {
        LegalDocument(
            id: LegalDocument.ID("1"), number: 1, issuer: Agency.ID("BD"),
            symbol: "05/2021/QĐ-UBND", title: "Quy định",
            signedOn: day("2021-03-10"), answers: answers, judgedOn: judged.map(day), judge: judge
        ).problems.map(\.field)
    }

    @Test func `a document that nobody checked lacks nothing`() {
        #expect(problems() == [])
    }

    @Test func `an answer needs its day and who gave it`() {
        #expect(problems([.order: .met]) == ["judged_on", "judge"])
    }

    @Test func `a document is not checked before it is signed`() {
        #expect(
            problems([.order: .met], judged: "2021-03-09", judge: "Sở Tư pháp") == ["judged_on"])
        #expect(problems([.order: .met], judged: "2021-03-10", judge: "Sở Tư pháp") == [])
    }

    @Test func `a written document is read back`() {
        var row = LegalDocumentRow()
        (row.issuerCode, row.symbol, row.title, row.signedOn) = (
            "BD", "05/2021/QĐ-UBND", "Quy định", day("2021-03-10")
        )
        (row.order, row.quality, row.judgedOn, row.judge) = (
            .met, .unmet, day("2021-04-01"), "Sở Tư pháp"
        )
        let table = LegalDocumentColumns.all.table([row])
        #expect(
            LegalDocumentColumns.all.read(table, blank: LegalDocumentRow()).rows.map(\.row) == [row]
        )
    }

    @Test func `đúng and chưa đúng are read, and nothing else`() {
        let table = { (answer: String) in
            CellTable(
                headings: ["issuer_code", "symbol", "title", "signed_on", "Trình tự"],
                rows: [.init(number: 2, cells: ["BD", "1/QĐ", "x", "10/03/2021", answer])])
        }
        let read = {
            LegalDocumentColumns.all.read(table($0), blank: LegalDocumentRow()).rows.first?.row
                .order
        }
        #expect(read("Đúng") == .met)
        #expect(read("chưa đúng") == .unmet)
        #expect(read("gần đúng") == nil)
    }
}
