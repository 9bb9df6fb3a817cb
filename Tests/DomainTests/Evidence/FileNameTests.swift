import Domain
import Support
import Testing

@Suite struct FileNameTests {
    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("C:\\hồ sơ\\báo cáo.docx", "báo cáo.docx"),
        ("..", "tep"), ("", "tep"), (".htaccess", "htaccess"), ("a\u{0}b\n.pdf", "ab.pdf"),
        ("cv\u{202E}fdp.exe", "cvfdp.exe"), ("  x.pdf  ", "x.pdf"), ("a\"b<c>.pdf", "abc.pdf"),
    ])
    func `a name keeps its last part and nothing that hides or leads elsewhere`(
        _ name: String, _ clean: String
    ) {
        #expect(FileName.clean(name) == clean)
    }

    @Test func `a long name keeps its ending`() {
        let name = FileName.clean(String(repeating: "á", count: 400) + ".pdf")
        #expect(name.unicodeScalars.count == FileName.longest)
        #expect(name.hasSuffix(".pdf"))
    }

    @Test(arguments: [
        ("a.PDF", "pdf"), ("a.b.docx", "docx"), ("a", nil), (".pdf", nil), ("a.", nil),
        ("Báo cáo tháng 10.2021 (lần 2)", nil),
    ])
    func `an ending is a few letters after the last dot`(_ name: String, _ ending: String?) {
        #expect(FileName.ending(of: name) == ending)
    }

    @Test func `any name becomes one that is safe to write down, and stays as it is then`() {
        let letters = "./\\:\"<>|?*\u{0}\u{1F}\u{202E}\u{200B}aêế đ.pdf\n\t~'"
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let name = String(
                (0..<Int.random(in: 0...300, using: &random)).compactMap { _ in
                    letters.randomElement(using: &random)
                })
            let clean = FileName.clean(name)
            #expect(!clean.isEmpty && !clean.hasPrefix(".") && !clean.contains("/"), "seed \(seed)")
            #expect(clean.unicodeScalars.count <= FileName.longest, "seed \(seed)")
            #expect(FileName.clean(clean) == clean, "seed \(seed)")
        }
    }
}
