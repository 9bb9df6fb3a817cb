import Domain
import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Goes through one XML part of an office file, element by element.
///
/// Declared entities are refused before parsing, so none is ever resolved; depth is limited.
final class XMLPart: NSObject, XMLParserDelegate {
    /// Office files nest some dozens deep.
    static let deepest = 200

    typealias Start = (_ element: String, _ attributes: [String: String]) -> Void

    private let name: String
    private let part: String
    private let start: Start
    private let end: (String) -> Void
    private let characters: (String) -> Void
    private let shouldStop: () -> Bool
    private var depth = 0
    private var isTooDeep = false
    private var isStopped = false

    private init(
        name: String, part: String, start: @escaping Start, end: @escaping (String) -> Void,
        characters: @escaping (String) -> Void, shouldStop: @escaping () -> Bool
    ) {
        self.name = name
        self.part = part
        self.start = start
        self.end = end
        self.characters = characters
        self.shouldStop = shouldStop
    }

    /// Reads the part; once `shouldStop` says so after an element, the rest is left out.
    static func read(
        _ data: Data, part: String, of name: String, start: @escaping Start,
        end: @escaping (String) -> Void = { _ in },
        characters: @escaping (String) -> Void = { _ in },
        shouldStop: @escaping () -> Bool = { false }
    ) throws(ReadingError) {
        for declaration in ["<!DOCTYPE", "<!ENTITY"]
        where data.range(of: Data(declaration.utf8)) != nil {
            throw .forbiddenXML(name: name, part: part)
        }
        // Another encoding could hide a declaration from the search above.
        guard !data.starts(with: [0xFF, 0xFE]), !data.starts(with: [0xFE, 0xFF]), data.first != 0,
            data.dropFirst().first != 0
        else { throw .forbiddenXML(name: name, part: part) }
        let reader = XMLPart(
            name: name, part: part, start: start, end: end, characters: characters,
            shouldStop: shouldStop)
        let parser = XMLParser(data: data)
        parser.shouldResolveExternalEntities = false
        parser.delegate = reader
        let isRead = parser.parse()
        if reader.isTooDeep { throw .tooDeep(name: name, part: part, limit: deepest) }
        guard isRead || reader.isStopped else {
            throw .brokenXML(name: name, part: part, line: parser.lineNumber)
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        guard !isTooDeep, !isStopped else { return }
        depth += 1
        if depth > Self.deepest {
            isTooDeep = true
            return parser.abortParsing()
        }
        start(local(element), attributes)
    }

    func parser(
        _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        guard !isTooDeep, !isStopped else { return }
        depth -= 1
        end(local(element))
        if shouldStop() {
            isStopped = true
            parser.abortParsing()
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if !isTooDeep, !isStopped { characters(string) }
    }

    /// Without the prefix, which files choose as they like.
    private func local(_ element: String) -> String {
        element.lastIndex(of: ":").map { String(element[element.index(after: $0)...]) } ?? element
    }
}
