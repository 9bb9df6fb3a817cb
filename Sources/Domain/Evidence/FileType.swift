/// What a file is by its content; its name and what the sender's program says of it don't count.
public enum FileType: String, CaseIterable, Hashable, Sendable, Codable {
    case pdf, png, jpeg, gif, webp, tiff, heic, word, sheet, slides
    /// .doc, .xls, .ppt: kept, and not shown.
    case oldOffice = "old-office"
    case text

    /// The endings under which such a file may come; the first is the usual one.
    public var endings: [String] {
        switch self {
        case .pdf: ["pdf"]
        case .png: ["png"]
        case .jpeg: ["jpg", "jpeg", "jfif"]
        case .gif: ["gif"]
        case .webp: ["webp"]
        case .tiff: ["tif", "tiff"]
        case .heic: ["heic", "heif"]
        case .word: ["docx"]
        case .sheet: ["xlsx"]
        case .slides: ["pptx"]
        case .oldOffice: ["doc", "xls", "ppt"]
        case .text: ["txt", "csv"]
        }
    }

    /// What the file is sent as.
    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .gif: "image/gif"
        case .webp: "image/webp"
        case .tiff: "image/tiff"
        case .heic: "image/heic"
        case .word: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .sheet: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .slides: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .oldOffice: "application/octet-stream"
        case .text: "text/plain; charset=utf-8"
        }
    }

    /// Whether browsers show it themselves, and safely: PDF and raster images.
    public var isShownByBrowsers: Bool { self == .pdf || isPicture }

    /// Whether it is a picture that every browser shows.
    public var isPicture: Bool { [.png, .jpeg, .gif, .webp].contains(self) }

    public var title: Bilingual {
        switch self {
        case .pdf: Bilingual("PDF")
        case .png, .jpeg, .gif, .webp, .tiff, .heic:
            Bilingual(vi: "Ảnh \(endings[0].uppercased())", en: "\(endings[0].uppercased()) image")
        case .word: Bilingual(vi: "Văn bản Word", en: "Word document")
        case .sheet: Bilingual(vi: "Bảng tính Excel", en: "Excel sheet")
        case .slides: Bilingual(vi: "Bản trình chiếu", en: "Slides")
        case .oldOffice: Bilingual(vi: "Tệp Office cũ", en: "Old Office file")
        case .text: Bilingual(vi: "Văn bản thuần", en: "Plain text")
        }
    }

    /// The endings that the file picker of a browser offers.
    public static var accepted: String {
        "image/*," + allCases.flatMap(\.endings).map { ".\($0)" }.joined(separator: ",")
    }
}

/// The name of a file somebody sent: safe to write down, to show and to send back.
public enum FileName {
    /// Letters that a name may have.
    public static let longest = 160

    /// The name without folders, control characters and marks that turn the direction of writing.
    ///
    /// `../../etc/passwd` becomes `passwd`; a name of which nothing is left becomes `tep`.
    public static func clean(_ name: String) -> String {
        let parts = name.unicodeScalars.split { $0 == "/" || $0 == "\\" }
        var kept = String.UnicodeScalarView()
        for scalar in parts.last.map(Array.init) ?? [] where isAllowed(scalar) {
            kept.append(scalar)
        }
        let trimmed = String(kept).trimmed.drop { $0 == "." || $0 == " " }
        guard !trimmed.isEmpty else { return "tep" }
        guard trimmed.unicodeScalars.count > longest else { return String(trimmed) }
        let ending = ending(of: String(trimmed)).map { "." + $0 } ?? ""
        let start = trimmed.unicodeScalars.prefix(longest - ending.unicodeScalars.count)
        return String(String.UnicodeScalarView(start)) + ending
    }

    /// A text from inside a file as it may be shown: one line, no marks that hide or turn letters.
    public static func shown(_ text: some StringProtocol) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(400)
        where scalar == "\"" || scalar == ":" || isAllowed(scalar) { kept.append(scalar) }
        return String(kept).trimmed
    }

    /// What follows the last dot, in small letters; `nil` when there is none.
    public static func ending(of name: String) -> String? {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        let isEnding =
            (1...5).contains(ending.utf8.count)
            && ending.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
            }
        return isEnding ? ending : nil
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
            .unassigned:
            false
        default: !"\"<>|:*?".unicodeScalars.contains(scalar)
        }
    }
}
