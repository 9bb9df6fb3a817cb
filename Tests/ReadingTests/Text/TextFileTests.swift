import Domain
import Foundation
import Reading
import Testing

struct TextFileTests {
    private func read(_ bytes: [UInt8]) throws(ReadingError) -> String {
        try TextFile.read(Data(bytes), name: "plan.txt")
    }

    @Test func `a byte order mark is no part of the text`() throws {
        #expect(try read([0xEF, 0xBB, 0xBF] + Array("Kế hoạch".utf8)) == "Kế hoạch")
    }

    @Test func `text is never normalised`() throws {
        let text = "Kê\u{301} hoạch"
        #expect(try Array(read(Array(text.utf8)).unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(arguments: [true, false]) func `UTF-16 with its mark is read`(_ isLittle: Bool) throws {
        let units = Array("\u{FEFF}Kế hoạch 𝟙".utf16)
        let bytes = units.flatMap {
            isLittle ? [UInt8($0 & 255), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 255)]
        }
        #expect(try read(bytes) == "Kế hoạch 𝟙")
    }

    @Test func `a wrong byte is named with its place`() {
        #expect(throws: ReadingError.invalidUTF8(name: "plan.txt", offset: 5, line: 2)) {
            try read(Array("ab\ncd".utf8) + [0xFF, 0x61])
        }
    }

    @Test func `a cut letter at the end is named with its place`() {
        #expect(throws: ReadingError.invalidUTF8(name: "plan.txt", offset: 1, line: 1)) {
            try read([0x61, 0xE1, 0xBA])
        }
    }

    @Test func `a zero byte is named with its place`() {
        #expect(throws: ReadingError.zeroByte(name: "plan.txt", offset: 3, line: 2)) {
            try read([0x61, 0x62, 0x0A, 0x00])
        }
    }

    @Test func `a lone surrogate is named with its place`() {
        #expect(throws: ReadingError.invalidUTF16(name: "plan.txt", offset: 4)) {
            try read([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8])
        }
    }

    @Test func `100 MB are refused with the limit`() {
        let data = Data(count: 100 * 1_024 * 1_024)
        #expect(throws: ReadingError.tooLarge(name: "plan.txt", megabytes: 100, limit: 20)) {
            try TextFile.read(data, name: "plan.txt")
        }
    }

    @Test func `an empty file is refused`() {
        #expect(throws: ReadingError.empty(name: "plan.txt")) { try read([]) }
    }

    @Test func `TCVN3 is recognised and named`() {
        // Cải cách hành chính và kế hoạch của các cơ quan được nhân dân
        let words: [[UInt8]] = [
            [0x43, 0xB6, 0x69], [0x63, 0xB8, 0x63, 0x68], [0x68, 0xB5, 0x6E, 0x68],
            [0x63, 0x68, 0xDD, 0x6E, 0x68],
            [0x76, 0xB5], [0x6B, 0xD5], [0x68, 0x6F, 0xB9, 0x63, 0x68], [0x63, 0xF1, 0x61],
            [0x63, 0xB8, 0x63],
        ]
        #expect(throws: ReadingError.legacyEncoding(name: "plan.txt", encoding: .tcvn3)) {
            try read(Array(words.joined(separator: [0x20])))
        }
    }

    @Test func `TCVN3 taken for western letters is recognised too`() {
        let text = "C¶i c¸ch hµnh chÝnh vµ kÕ ho¹ch cña c¸c c¬ quan, hµnh chÝnh"
        #expect(throws: ReadingError.legacyEncoding(name: "plan.txt", encoding: .tcvn3)) {
            try read(Array(text.utf8))
        }
    }

    @Test func `VNI is recognised and named`() {
        let text = "Caûi caùch haønh chính vaø keá hoaïch cuûa caùc cô quan, haønh chính nhaân daân"
        #expect(throws: ReadingError.legacyEncoding(name: "plan.txt", encoding: .vni)) {
            try read(Array(text.utf8))
        }
    }

    @Test func `text encoded twice is recognised`() {
        let text = "Kế hoạch cải cách hành chính của các cơ quan nhà nước"
        let twice = String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) }))
        #expect(throws: ReadingError.legacyEncoding(name: "plan.txt", encoding: .twiceEncoded)) {
            try read(Array(twice.utf8))
        }
    }

    @Test func `a PDF is refused with its remedy`() {
        #expect(throws: ReadingError.pdf(name: "plan.txt")) { try read(Array("%PDF-1.7 …".utf8)) }
        #expect(ReadingError.pdf(name: "plan.pdf").message.en.contains(".docx"))
    }
}
