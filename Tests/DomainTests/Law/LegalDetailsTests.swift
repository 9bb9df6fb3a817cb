import Domain
import Testing

@Suite struct LegalDetailsTests {
    private let keys: Set<String> = ["signer", "in_force_on"]

    @Test func `sources are written back as they were read`() throws {
        let text =
            "vbpl.vn (chắc chắn); in_force_on: cổng thông tin tỉnh (chưa chắc); signer: bản giấy"
        let sources = try #require(LegalDocument.FieldSources(text, fields: keys))
        #expect(sources.text == text)
        #expect(sources.origin(of: "title")?.confidence == .high)
        #expect(sources.origin(of: "signer")?.source == "bản giấy")
        #expect(sources.origin(of: "signer")?.confidence == nil)
    }

    @Test func `a source with an address keeps its colon`() {
        #expect(
            LegalDocument.FieldSources("https://vbpl.vn (tương đối)", fields: keys)?.usual
                == .init("https://vbpl.vn", .medium))
    }

    @Test(arguments: ["signer: ", "vbpl.vn; congbao", "signer: a; signer: b"])
    func `sources that make no sense are refused`(_ text: String) {
        #expect(LegalDocument.FieldSources(text, fields: keys) == nil)
    }

    @Test func `what a row leaves open comes from the symbol's form`() {
        var row = LegalDocumentRow()
        row.symbol = "95/KH-UBND"
        let details = row.details(onto: nil)
        #expect(details.nature == .individual)
        #expect(details.kind == .plan)
        row.symbol = "1/QĐ"
        #expect(row.details(onto: nil).nature == .normative)
    }

    @Test func `what a row leaves open stays as a person settled it`() {
        var row = LegalDocumentRow()
        row.symbol = "95/KH-UBND"
        let settled = LegalDocument.Details(nature: .policy, kind: .orientation, organ: .committee)
        #expect(row.details(onto: settled).nature == .policy)
        row.nature = .individual
        #expect(row.details(onto: settled).nature == .individual)
    }

    @Test(arguments: LegalDocument.DeclaredStatus.allCases)
    func `a declared status is read in both languages`(_ status: LegalDocument.DeclaredStatus) {
        #expect(LegalDocument.DeclaredStatus(written: status.title.vi) == status)
        #expect(LegalDocument.DeclaredStatus(written: status.title.en.uppercased()) == status)
    }
}
