import Domain

/// What the headings of one part of a multipart form say: the field's name and, of a file, its own.
struct MultipartHead: Hashable {
    let name: String
    /// The name the file had on the sender's machine, without folders; `nil` for a typed field.
    let fileName: String?
    /// As the browser guessed it; never trusted.
    let contentType: String?

    init(_ head: ArraySlice<UInt8>) throws {
        var name: String?
        var fileName: String?
        var contentType: String?
        for line in try formText(head, field: "?").split(separator: "\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2 else { throw FormError.malformed }
            switch halves[0].lowercased() {
            case "content-disposition":
                let parameters = try headingParameters(halves[1])
                guard parameters.value == "form-data" else { throw FormError.malformed }
                name = parameters["name"]
                fileName = parameters["filename"].map(lastComponent)
            case "content-type":
                contentType = String(halves[1]).trimmed
            default: break
            }
        }
        guard let name else { throw FormError.malformed }
        self.name = name
        self.fileName = fileName
        self.contentType = contentType
    }
}

/// A heading's value with its parameters: `form-data; name="file"`.
struct HeadingParameters {
    let value: String
    private let parameters: [String: String]

    init(value: String, parameters: [String: String]) {
        self.value = value
        self.parameters = parameters
    }

    subscript(name: String) -> String? { parameters[name] }
}

/// Reads a heading's value and parameters; quoted values may hold `\"` and `%22` for a quote.
func headingParameters(_ text: some StringProtocol) throws -> HeadingParameters {
    var pieces: [String] = [""]
    var quoted = false
    var escaped = false
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\" where quoted && !escaped:
            escaped = true
            continue
        case "\"" where !escaped: quoted.toggle()
        case ";" where !quoted: pieces.append("")
        default:
            if escaped, scalar != "\"", scalar != "\\" { pieces[pieces.count - 1].append("\\") }
            pieces[pieces.count - 1].unicodeScalars.append(scalar)
        }
        escaped = false
    }
    guard !quoted else { throw FormError.malformed }
    var parameters: [String: String] = [:]
    for piece in pieces.dropFirst() where !piece.trimmed.isEmpty {
        let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2 else { throw FormError.malformed }
        let name = String(halves[0]).trimmed.lowercased()
        guard parameters[name] == nil else { throw FormError.malformed }
        parameters[name] = String(halves[1]).trimmed.replacing("%22", with: "\"")
    }
    return HeadingParameters(value: pieces[0].trimmed.lowercased(), parameters: parameters)
}

private func lastComponent(_ path: String) -> String {
    let name = path.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    return name == ".." || name == "." ? "" : name
}
