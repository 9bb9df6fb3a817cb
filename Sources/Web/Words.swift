import Domain
import Foundation

/// What the pages of one feature say in one language, from `<Feature>.vi.json` and `.en.json`.
///
/// A text may hold places to fill: `"left": "Còn {count} ngày"`.
struct Words: Sendable {
    let language: Language
    private let name: String
    private let texts: [String: String]

    init(_ feature: String, _ language: Language) {
        self.language = language
        name = "\(feature).\(language.rawValue)"
        texts = Words.files[name] ?? [:]
    }

    subscript(key: String) -> String {
        if let text = texts[key] { return text }
        assertionFailure("\(name).json has no text for “\(key)”")
        return key
    }

    /// Whether there is a text with that key; for keys that come from records, not from the program.
    func has(_ key: String) -> Bool { texts[key] != nil }

    /// Returns the text with each `{name}` replaced by the value of that name.
    func callAsFunction(_ key: String, _ values: [String: String]) -> String {
        var rest = self[key][...]
        var filled = ""
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
        {
            filled += rest[..<open]
            let name = String(rest[rest.utf8.index(after: open)..<close])
            assert(values[name] != nil, "“\(key)” needs a value for {\(name)}")
            filled += values[name] ?? ""
            rest = rest[rest.utf8.index(after: close)...]
        }
        return filled + rest
    }

    /// Every text of every feature, by file name without its ending; read once.
    static let files: [String: [String: String]] = {
        var files: [String: [String: String]] = [:]
        guard let folder = Bundle.module.resourceURL,
            let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        else { preconditionFailure("the texts of the pages are missing beside the executable") }
        for case let file as URL in found where file.pathExtension == "json" {
            guard let data = try? Data(contentsOf: file),
                let texts = try? JSONDecoder().decode([String: String].self, from: data)
            else { preconditionFailure("\(file.lastPathComponent) is not a flat table of texts") }
            files[file.deletingPathExtension().lastPathComponent] = texts
        }
        return files
    }()
}
