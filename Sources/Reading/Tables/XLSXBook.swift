import Foundation

/// What the cells of a workbook refer to: sheets, shared texts, styles that mean a date.
struct XLSXBook {
    struct Sheet: Sendable {
        let name: String
        let path: String
        let isVisible: Bool
    }

    private(set) var sheets: [Sheet] = []
    private(set) var texts: [String] = []
    private(set) var dateStyles: Set<Int> = []
    private(set) var countsFrom1904 = false

    static func read(_ archive: ZipArchive, name: String) throws(ReadingError) -> XLSXBook {
        var book = XLSXBook()
        try book.readSheets(archive, name)
        try book.readTexts(archive, name)
        try book.readStyles(archive, name)
        return book
    }

    func path(of sheet: String?) -> String? {
        guard let sheet else { return sheets.first?.path }
        return sheets.first { $0.name == sheet }?.path
    }

    private mutating func readSheets(_ archive: ZipArchive, _ name: String) throws(ReadingError) {
        guard let part = try archive.part("xl/workbook.xml") else {
            throw .brokenArchive(name: name)
        }
        let found = Box<[(name: String, id: String, isVisible: Bool)]>([])
        let from1904 = Box(false)
        try XMLPart.read(
            part, part: "xl/workbook.xml", of: name,
            start: { element, attributes in
                if element == "sheet" {
                    let id = attributes.first { $0.key.hasSuffix(":id") }?.value ?? ""
                    found.value.append(
                        (
                            attributes["name"] ?? "", id,
                            attributes["state"] ?? "visible" == "visible"
                        ))
                }
                if element == "workbookPr" {
                    from1904.value = ["1", "true"].contains(attributes["date1904"])
                }
            })
        countsFrom1904 = from1904.value
        let targets = Box<[String: String]>([:])
        if let part = try archive.part("xl/_rels/workbook.xml.rels") {
            try XMLPart.read(
                part, part: "xl/_rels/workbook.xml.rels", of: name,
                start: { element, attributes in
                    guard element == "Relationship", let id = attributes["Id"],
                        let target = attributes["Target"]
                    else { return }
                    targets.value[id] =
                        target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
                })
        }
        sheets = found.value.enumerated().map { place, sheet in
            Sheet(
                name: sheet.name,
                path: targets.value[sheet.id] ?? "xl/worksheets/sheet\(place + 1).xml",
                isVisible: sheet.isVisible)
        }
    }

    private mutating func readTexts(_ archive: ZipArchive, _ name: String) throws(ReadingError) {
        guard let part = try archive.part("xl/sharedStrings.xml") else { return }
        let reader = SharedTexts()
        try XMLPart.read(
            part, part: "xl/sharedStrings.xml", of: name, start: reader.start, end: reader.end,
            characters: reader.characters)
        texts = reader.texts
    }

    private mutating func readStyles(_ archive: ZipArchive, _ name: String) throws(ReadingError) {
        guard let part = try archive.part("xl/styles.xml") else { return }
        let reader = Styles()
        try XMLPart.read(
            part, part: "xl/styles.xml", of: name, start: reader.start, end: reader.end)
        dateStyles = reader.dateStyles
    }

    /// Carries a value out of a closure.
    private final class Box<Value> {
        var value: Value
        init(_ value: Value) { self.value = value }
    }

    private final class SharedTexts {
        var texts: [String] = []
        private var text = ""
        private var isText = false
        private var phonetic = 0

        func start(_ element: String, _ attributes: [String: String]) {
            switch element {
            case "si": text = ""
            case "t": isText = phonetic == 0
            case "rPh": phonetic += 1
            default: break
            }
        }

        func end(_ element: String) {
            switch element {
            case "si": texts.append(text)
            case "t": isText = false
            case "rPh": phonetic -= 1
            default: break
            }
        }

        func characters(_ characters: String) {
            if isText { text += characters }
        }
    }

    private final class Styles {
        var dateStyles: Set<Int> = []
        private var dateFormats: Set<Int> = Set(14...17).union([22]).union(27...31).union([36])
            .union(50...58)
        private var isCellStyle = false
        private var count = 0

        func start(_ element: String, _ attributes: [String: String]) {
            switch element {
            case "numFmt":
                guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
                if isDate(attributes["formatCode"] ?? "") { dateFormats.insert(id) }
            case "cellXfs": isCellStyle = true
            case "xf" where isCellStyle:
                if let id = attributes["numFmtId"].flatMap({ Int($0) }), dateFormats.contains(id) {
                    dateStyles.insert(count)
                }
                count += 1
            default: break
            }
        }

        func end(_ element: String) {
            if element == "cellXfs" { isCellStyle = false }
        }

        /// A format with a day or a year in it, outside quoted text, brackets and escapes.
        private func isDate(_ code: String) -> Bool {
            var isQuoted = false
            var brackets = 0
            var isEscaped = false
            for character in code.lowercased().unicodeScalars {
                if isEscaped {
                    isEscaped = false
                    continue
                }
                switch character {
                case "\"": isQuoted.toggle()
                case "\\", "_", "*": isEscaped = !isQuoted
                case "[": brackets += 1
                case "]": brackets = max(0, brackets - 1)
                case "d", "y": if !isQuoted, brackets == 0 { return true }
                default: break
                }
            }
            return false
        }
    }
}
