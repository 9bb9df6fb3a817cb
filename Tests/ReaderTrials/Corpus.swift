import Domain
import Foundation
import Reading

/// The sentences and whole texts that the reader is tried on, each with what it should find.
///
/// They were labelled without looking at the reader; see `docs/reader.md`. A field that an expected
/// target leaves out is not compared; one that is `null` must be unknown.
public enum Corpus {
    /// Every sentence, as one dash of a plan's section.
    public static func sentences() throws -> [Trial] {
        try files("sentences").flatMap { file in
            try JSONDecoder().decode([Sentence].self, from: Data(contentsOf: file)).map {
                sentence in
                Trial(
                    name: sentence.id, text: sentence.plan, section: sentence.section,
                    expected: Expected(
                        targets: sentence.targets, isMisread: sentence.misread != nil))
            }
        }
    }

    /// Every whole text: plans, decisions, resolutions, reports, news, letters.
    public static func texts() throws -> [Trial] {
        try files("texts").filter { $0.pathExtension == "txt" }.map { file in
            let labels = file.deletingPathExtension().appendingPathExtension("json")
            return Trial(
                name: file.deletingPathExtension().lastPathComponent,
                text: try TextFile.read(Data(contentsOf: file), name: file.lastPathComponent),
                section: "",
                expected: try JSONDecoder().decode(Expected.self, from: Data(contentsOf: labels)))
        }
    }

    private static func files(_ folder: String) throws -> [URL] {
        let root = Bundle.module.resourceURL ?? Bundle.module.bundleURL
        return try FileManager.default.contentsOfDirectory(
            at: root.appending(path: "Files/\(folder)"), includingPropertiesForKeys: nil
        ).sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    private struct Sentence: Decodable {
        let id: String
        let section: String
        let text: String
        let targets: [ExpectedTarget]
        /// Why the reader still gets it wrong.
        let misread: String?

        var plan: String {
            "KẾ HOẠCH\n\nCẢI CÁCH HÀNH CHÍNH NĂM 2022\n\nI. \(section)\n\n- \(text)\n"
        }
    }
}

/// A text and what the reader should find in it.
public struct Trial: Sendable, CustomStringConvertible {
    public let name: String
    public let text: String
    public let section: String
    public let expected: Expected

    public var description: String { name }
}

/// What stands in a text, as a person labelled it.
public struct Expected: Decodable, Sendable {
    public let document: [String: Word]?
    public let targets: [ExpectedTarget]
    /// All of its tasks; `nil` when they were not labelled.
    public let tasks: [ExpectedTask]?
    public let queries: [ExpectedQuery]?
    public let isMisread: Bool

    init(targets: [ExpectedTarget], isMisread: Bool) {
        (document, tasks, queries) = (nil, nil, nil)
        self.targets = targets
        self.isMisread = isMisread
    }

    private enum CodingKeys: CodingKey { case document, targets, tasks, queries }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        document = try container.decodeIfPresent([String: Word].self, forKey: .document)
        targets = try container.decodeIfPresent([ExpectedTarget].self, forKey: .targets) ?? []
        tasks = try container.decodeIfPresent([ExpectedTask].self, forKey: .tasks)
        queries = try container.decodeIfPresent([ExpectedQuery].self, forKey: .queries)
        isMisread = false
    }
}

/// A value of a label: a text, a whole number, or null.
public struct Word: Decodable, Sendable, Hashable {
    public let text: String?

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            text = nil
        } else if let number = try? container.decode(Int.self) {
            text = String(number)
        } else {
            text = try container.decode(String.self)
        }
    }

    /// Whether the reader's word is the same, whatever its case and its way of composing letters.
    public func fits(_ read: String?) -> Bool {
        guard let text, let read else { return text == nil && read == nil }
        return text.lowercased() == read.lowercased()
    }
}

public struct ExpectedQuery: Decodable, Sendable {
    public let quote: String
}
