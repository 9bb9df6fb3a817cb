import Foundation

/// One of the package's own files, as text, for tests about how it is written.
struct SourceFile: Sendable, CustomStringConvertible {
    /// Below the package: `Sources/Web/Site.swift`.
    let path: String
    let text: String
    let lines: [Substring]
    /// Its lines without comments, with their numbers.
    let code: [(number: Int, line: Substring)]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        code = lines.enumerated().map { number, line in (number + 1, withoutComment(line)) }
    }

    var description: String { path }

    /// The places whose code contains the text: `Sources/Web/Site.swift:12`.
    func places(of text: String) -> [String] {
        guard self.text.contains(bytesOf: text) else { return [] }
        return code.filter { $0.line.contains(bytesOf: text) }.map { "\(path):\($0.number)" }
    }
}

/// A `//` begins a comment unless it belongs to an address, as in `https://`.
private func withoutComment(_ line: Substring) -> Substring {
    guard line.contains(bytesOf: "//"), let range = line.firstRange(of: "//") else { return line }
    return line[..<range.lowerBound].hasSuffix(":") ? line : line[..<range.lowerBound]
}

extension StringProtocol {
    /// Whether the bytes stand in here one after the other; much faster than comparing letters.
    fileprivate func contains(bytesOf other: String) -> Bool {
        withCString { text in other.withCString { sought in strstr(text, sought) != nil } }
    }
}

enum SourceTree {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let sources = files("Sources", ending: "swift")

    /// Every Swift file below a folder of `Sources`; a folder that is not there has none.
    static func swift(_ folder: String) -> [SourceFile] {
        sources.filter { $0.path.hasPrefix(folder + "/") }
    }

    static func files(_ folder: String, ending: String) -> [SourceFile] {
        let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
        return (paths?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix("." + ending) }.sorted()
            .compactMap { path in
                let whole = folder + "/" + path
                let text = try? String(contentsOf: root.appending(path: whole), encoding: .utf8)
                return text.map { SourceFile(path: whole, text: $0) }
            }
    }
}
