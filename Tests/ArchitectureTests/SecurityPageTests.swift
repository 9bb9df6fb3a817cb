import Foundation
import Testing

/// `docs/security.md` names the test that proves each defence; a name that no test has proves nothing.
@Suite struct SecurityPageTests {
    @Test func `every test that the security page names exists`() throws {
        let file = SourceTree.root.appending(path: "docs/security.md")
        let page = try String(contentsOf: file, encoding: .utf8)
        let named = page.split(separator: "“").dropFirst().compactMap {
            $0.split(separator: "”").first.map { $0.split(whereSeparator: \.isWhitespace) }
                .map { $0.joined(separator: " ") }
        }
        let tests = Set(
            SourceTree.files("Tests", ending: "swift").flatMap { file in
                file.text.split(separator: "func `").dropFirst().map { rest in
                    String(rest.prefix { $0 != "`" })
                }
            })

        let notTests = ["…", "PostgreSQL", "What is not there yet", "Reporting a fault"]
        #expect(named.count > 60)
        for name in named where !notTests.contains(name) {
            #expect(tests.contains(name), "“\(name)”")
        }
    }
}
