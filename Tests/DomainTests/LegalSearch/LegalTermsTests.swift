import Domain
import Support
import Testing

@Suite struct LegalTermsTests {
    @Test func `tones, marks and đ do not matter`() {
        #expect(LegalTerms.words("Đất đai, ĐẤT") == ["dat", "dai"])
        #expect(LegalTerms.asked("dat DAI đất") == ["dat", "dai"])
    }

    @Test func `a number is found with its zeros and without`() {
        #expect(LegalTerms.words("043/2025/QĐ-UBND") == ["043", "43", "2025", "qd", "ubnd"])
    }

    @Test func `any part of a symbol of three letters has its runs`() {
        let symbol = LegalTerms.grams("30/2018/QĐ-UBND")
        for part in ["30/2018", "QĐ-UB", "8/qd", "ubnd"] {
            #expect(LegalTerms.grams(part).isSubset(of: symbol), "\(part)")
        }
        #expect(LegalTerms.grams("qđ").isEmpty)
    }

    @Test func `what was asked for is marked, and the text stays whole`() {
        let pieces = LegalTerms.marked("Quy định về đất đai", asked: ["dat", "dai"])
        #expect(pieces.map(\.text).joined() == "Quy định về đất đai")
        #expect(pieces.filter(\.isFound).map(\.text) == ["đất", "đai"])
    }

    @Test func `an excerpt holds most of the words`() {
        let text =
            String(repeating: "chữ khác ", count: 80) + "quản lý đất đai "
            + String(repeating: "nữa ", count: 80)
        let excerpt = LegalTerms.excerpt(text, asked: ["quan", "dat", "dai"], length: 60)
        #expect(excerpt.contains("quản lý đất đai"))
        #expect(excerpt.unicodeScalars.count < 80)
    }

    @Test func `any text is marked without loss`() {
        let letters = Array("aăđĐ ệ\u{301}9²-/\n👍 ")
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let text = String((0..<20).compactMap { _ in letters.randomElement(using: &random) })
            let pieces = LegalTerms.marked(text, asked: ["a", "d"])
            #expect(pieces.map(\.text).joined() == text, "seed \(seed)")
            _ = LegalTerms.excerpt(text, asked: ["a"], length: 8)
        }
    }
}
