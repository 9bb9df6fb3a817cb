import Domain
import Testing

@Suite struct LegalSymbolTests {
    typealias Symbol = LegalDocument.Symbol

    /// Every symbol of documents that the notes quote.
    static let real = [
        "30/2018/QĐ-UBND", "70/2013/NQ-HĐND", "043/2025/QĐ-UBND", "01/2018/QĐ-UBND", "95/KH-UBND",
        "636/QĐ-UBND", "2712/QĐ-UBND", "118/TB-UBND", "228/BC-UBND", "83/KH-SGTVT", "617/TTr-SNV",
        "18/BCTĐ-STP", "667/KH-SKHĐT", "2231/SNV-CCHC&PC", "223/STP-KSTT", "581/BNV-CCHC",
        "410/TTr-NV1", "1149/QĐ-BNV", "46/QĐ-BCĐCCHC", "20/2020/QĐ-TTg", "30/2020/NĐ-CP",
        "05-NQ/TU", "3180/2016/QĐ-UBND", "80/2015/QH13", "64/2025/QH15", "31/2004/QH11",
        "07/2016/NQ-HĐND", "1494/TTr-SNV", "03/2022/TT-BTP",
    ]

    @Test(arguments: real)
    func `a real symbol is written back exactly`(_ text: String) throws {
        let symbol = try #require(Symbol(text))
        #expect(Array(symbol.text.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test func `decomposed letters stay decomposed`() throws {
        let text = "30/2018/QĐ-HĐN\u{44}\u{323}"
        #expect(Array(try #require(Symbol(text)).text.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(arguments: [
        ("043/2025/QĐ-UBND", Symbol.Form.normative), ("95/KH-UBND", .individual),
        ("2231/SNV-CCHC&PC", .letter), ("05-NQ/TU", .party), ("410/TTr-NV1", .individual),
        ("3180/2016/QĐ-UBND", .normative),
    ])
    func `the form is told by the year, the kind and the marks`(
        _ text: String, _ form: Symbol.Form
    ) throws {
        #expect(try #require(Symbol(text)).form == form)
    }

    @Test(arguments: [
        ("70/2013/NQ-HĐND", LegalDocument.Kind.resolution, LegalDocument.Organ.council),
        ("636/QĐ-UBND", .decision, .committee), ("617/TTr-SNV", .proposal, .body),
        ("18/BCTĐ-STP", .appraisal, .body),
    ])
    func `kind and organ are told by the letters`(
        _ text: String, _ kind: LegalDocument.Kind, _ organ: LegalDocument.Organ
    ) throws {
        let symbol = try #require(Symbol(text))
        #expect(symbol.kind == kind)
        #expect(symbol.organ == organ)
    }

    @Test func `TTr is a proposal and TT a circular`() {
        #expect(LegalDocument.Kind(letters: "TTr") == .proposal)
        #expect(LegalDocument.Kind(letters: "TT") == .circular)
    }

    @Test(arguments: [
        "QĐ 320/BNV-CCHC", "Đang cập nhật", "", "19/6/2015", "12/2021", "30/", "/QĐ-UBND",
        "30//QĐ-UBND", "2018-2020", "số 30/2018/QĐ-UBND", "1234567890/QĐ-UBND",
    ])
    func `what is no symbol is not read as one`(_ text: String) {
        #expect(Symbol(text) == nil)
    }

    @Test func `leading zeros do not make another document`() throws {
        let (one, other) = (
            try #require(Symbol("043/2025/QĐ-UBND")), try #require(Symbol("43/2025/QĐ-UBND"))
        )
        #expect((one.value, one.tail) == (other.value, other.tail))
    }

    @Test func `any text is read back or refused, never trapped`() {
        let letters = "0123/-& .QĐTTgr²é\u{301}"
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let text = String((0..<12).compactMap { _ in letters.randomElement(using: &random) })
            guard let symbol = Symbol(text) else { continue }
            #expect(
                Array(symbol.text.unicodeScalars) == Array(text.unicodeScalars), "seed \(seed)")
        }
    }
}
