import Documents
import Markup
import Testing

@Suite struct QRCodeTests {
    @Test func `a short text makes the smallest code, with a finder in three corners`() throws {
        let code = try #require(QRCode("CaiCach"))
        #expect(code.side == 21)
        for (row, column) in [(0, 0), (0, 14), (14, 0)] {
            for edge in 0..<7 {
                #expect(code.isDark(row: row, column: column + edge))
                #expect(code.isDark(row: row + edge, column: column))
            }
            #expect(!code.isDark(row: row + 1, column: column + 1))
            #expect(code.isDark(row: row + 3, column: column + 3))
        }
    }

    @Test func `a longer text makes a larger code`() throws {
        let code = try #require(QRCode(String(repeating: "a", count: 300)))
        #expect(code.side > 60)
    }

    @Test(arguments: ["", String(repeating: "ấ", count: 1_000)])
    func `what no code can hold makes none`(_ text: String) {
        #expect(QRCode(text) == nil)
    }

    @Test func `the picture has a quiet zone and says what it is`() throws {
        let code = try #require(QRCode("CaiCach"))
        let svg = code.svg(label: "Mã <QR>").text
        #expect(svg.contains("viewBox=\"0 0 29 29\""))
        #expect(svg.contains("aria-label=\"Mã &lt;QR&gt;\""))
        #expect(svg.contains("M4 4h7v1H4z"))
    }
}
