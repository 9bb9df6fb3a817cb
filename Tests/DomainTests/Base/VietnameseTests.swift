import Domain
import Foundation
import Testing

@Suite struct VietnameseTests {
    @Test func `folding drops tones, marks and case`() {
        #expect(Vietnamese.folded("Thị trấn Đập Đá") == "thi tran dap da")
        #expect(Vietnamese.folded("ƯỜNG  Ơ-Ấ, Ễ") == "uong o a e")
    }

    @Test func `both Unicode forms of a name fold alike`() {
        let name = "Ủy ban nhân dân huyện Tuy Phước"
        let apart = name.decomposedStringWithCanonicalMapping
        #expect(Array(apart.unicodeScalars) != Array(name.unicodeScalars))
        #expect(Vietnamese.folded(apart) == Vietnamese.folded(name))
        #expect(Vietnamese.sortKey(apart) == Vietnamese.sortKey(name))
        #expect(Array(Vietnamese.composed(apart).utf8) == Array(name.utf8))
    }

    @Test func `white space and signs around a word leave one space`() {
        #expect(Vietnamese.folded("  TX.\u{00A0}An–Nhơn ") == "tx an nhon")
    }

    @Test func `the alphabet runs a ă â b … d đ e ê … o ô ơ … u ư`() {
        let letters = ["a", "ă", "â", "b", "d", "đ", "e", "ê", "o", "ô", "ơ", "p", "u", "ư", "v"]
        #expect(
            letters.reversed().sorted { Vietnamese.sortKey($0) < Vietnamese.sortKey($1) } == letters
        )
    }

    @Test func `tones run ngang huyền hỏi ngã sắc nặng`() {
        let tones = ["ma", "mà", "mả", "mã", "má", "mạ"]
        #expect(
            tones.reversed().sorted { Vietnamese.sortKey($0) < Vietnamese.sortKey($1) } == tones)
    }

    @Test func `letters count before tones`() {
        #expect(Vietnamese.sortKey("Phủ Lý") < Vietnamese.sortKey("Phu Mỹ"))
    }

    @Test func `a name comes before the longer names that begin with it`() {
        let names = ["An", "An Bình", "An Vinh", "Anh", "Ân", "Ân Hảo"]
        #expect(
            names.reversed().sorted { Vietnamese.sortKey($0) < Vietnamese.sortKey($1) } == names)
    }

    @Test func `sort keys are ASCII, so that every database sorts alike`() {
        #expect(Vietnamese.sortKey("Đặng Ỷ–Ữ 12").utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func `any text folds to ASCII, and folding twice changes nothing`() {
        let letters = Array("aăâđĐeêoôơuưýỵ̣̀́̉̃ -.–1²漢😀".unicodeScalars)
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            var text = ""
            for _ in 0..<12 {
                if let letter = letters.randomElement(using: &random) {
                    text.unicodeScalars.append(letter)
                }
            }
            let folded = Vietnamese.folded(text)
            #expect(folded.utf8.allSatisfy { $0 < 0x80 }, "seed \(seed)")
            #expect(Vietnamese.folded(folded) == folded, "seed \(seed)")
            #expect(Vietnamese.sortKey(text).utf8.allSatisfy { $0 < 0x80 }, "seed \(seed)")
        }
    }
}
