import Foundation
import Testing

/// Every text of a page exists in both languages, and every text asked for exists.
@Suite struct WordsTests {
    private static let features: [String] = SourceTree.files("Sources/Web", ending: "vi.json")
        .map { URL(filePath: $0.path).lastPathComponent.replacing(".vi.json", with: "") }

    @Test(arguments: features)
    func `both languages say the same things`(_ feature: String) throws {
        let vietnamese = try texts(feature, "vi")
        let english = try texts(feature, "en")
        #expect(Set(vietnamese.keys) == Set(english.keys))
        for (key, text) in vietnamese {
            #expect(places(in: text) == places(in: english[key] ?? ""), "\(feature): \(key)")
        }
    }

    @Test(arguments: features)
    func `no text is empty or left in the other language`(_ feature: String) throws {
        let english = try texts(feature, "en")
        for (key, text) in english {
            #expect(!text.isEmpty, "\(feature): \(key)")
        }
        for (key, text) in try texts(feature, "vi") {
            #expect(!text.isEmpty, "\(feature): \(key)")
            let isSentence = text.split(separator: " ").count > 3
            #expect(!isSentence || text != english[key], "\(feature): \(key)")
        }
    }

    @Test func `every text that a page asks for exists`() throws {
        for file in SourceTree.swift("Sources/Web") {
            let features = quoted(after: "Words(\"", in: file.text)
            guard !features.isEmpty else { continue }
            var known: Set<String> = []
            for feature in features { known.formUnion(try texts(feature, "vi").keys) }
            let asked =
                quoted(after: "words[\"", in: file.text) + quoted(after: "words(\"", in: file.text)
            // A key with a value inside it is put together at run time.
            let missing = asked.filter { !$0.contains("\\(") && !known.contains($0) }
            #expect(missing.isEmpty, "\(file)")
        }
    }

    private func texts(_ feature: String, _ language: String) throws -> [String: String] {
        let file = try #require(
            SourceTree.files("Sources/Web", ending: "\(language).json")
                .first { $0.path.hasSuffix("/\(feature).\(language).json") },
            "there is no \(feature).\(language).json")
        return try JSONDecoder().decode([String: String].self, from: Data(file.text.utf8))
    }

    /// The places to fill in a text: `{count}`.
    private func places(in text: String) -> Set<String> {
        Set(
            text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
                $0.split(separator: "}").first.map(String.init)
            })
    }

    private func quoted(after start: String, in text: String) -> [String] {
        text.components(separatedBy: start).dropFirst().compactMap { rest in
            rest.firstIndex(of: "\"").map { String(rest[..<$0]) }
        }
    }
}
