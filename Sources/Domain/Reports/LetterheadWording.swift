/// How a body heads its documents from a day on, as it decided: superior, name, place, symbol.
///
/// What it leaves out follows the list of agencies, so that a new name there need not be told twice.
/// Each wording holds until the next one begins; one that leaves everything out goes back to the list.
public struct LetterheadWording: Hashable, Sendable, Codable {
    public let agency: Agency.ID
    public let from: Day
    /// The body above, in capitals; empty for none, `nil` as the list has it.
    public let superior: String?
    /// The body's own line, in capitals.
    public let issuer: String?
    /// The body inside a sentence.
    public let name: String?
    /// Where it sits, before the date.
    public let place: String?
    /// The body in symbols: UBND, SNV.
    public let abbreviation: String?
    /// The document that says so.
    public let source: String
    /// How often the wordings of the body were written; nobody writes over what they haven't seen.
    public let version: Int

    /// A blank text leaves its part to the list; the body's lines are put in capitals.
    public init(
        agency: Agency.ID, from: Day, superior: String? = nil, issuer: String? = nil,
        name: String? = nil, place: String? = nil, abbreviation: String? = nil, source: String,
        version: Int = 0
    ) {
        func told(_ text: String?) -> String? {
            text.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
        }
        self.agency = agency
        self.from = from
        self.superior = superior?.trimmed.uppercased()
        self.issuer = told(issuer)?.uppercased()
        self.name = told(name)
        self.place = told(place)
        self.abbreviation = told(abbreviation)
        self.source = source.trimmed
        self.version = version
    }

    /// Letters that each part has at most.
    public static let longest = 200

    /// Every reason it cannot be recorded.
    public var problems: [Problem] {
        var problems: [Problem] = []
        let parts = [
            ("superior", superior), ("issuer", issuer), ("name", name), ("place", place),
            ("source", source),
        ]
        for (field, text) in parts where (text ?? "").unicodeScalars.count > Self.longest {
            problems.append(
                Problem(
                    field, vi: "Tối đa \(Self.longest) ký tự; hãy viết gọn lại.",
                    en: "At most \(Self.longest) characters; make it shorter."))
        }
        if let abbreviation,
            abbreviation.unicodeScalars.count > 20
                || abbreviation.unicodeScalars.contains(where: {
                    $0.properties.isWhitespace || $0 == "/"
                })
        {
            problems.append(
                Problem(
                    "abbreviation",
                    vi:
                        "Chữ viết tắt tối đa 20 ký tự, không có dấu cách và dấu gạch chéo, như SNV.",
                    en: "At most 20 characters without spaces and slashes, such as SNV."))
        }
        if source.isEmpty {
            problems.append(
                Problem(
                    "source", vi: "Hãy ghi văn bản làm căn cứ.",
                    en: "Name the document that says so."))
        }
        return problems
    }
}

extension Letterhead {
    /// The letterhead with what the body decided in the place of what the list of agencies gives.
    ///
    /// A name inside a sentence without a line of its own gives that too, in capitals.
    public func worded(_ wording: LetterheadWording?) -> Letterhead {
        guard let wording else { return self }
        return Letterhead(
            superior: wording.superior ?? superior,
            issuer: wording.issuer ?? wording.name?.uppercased() ?? issuer,
            name: wording.name ?? name, place: wording.place ?? place,
            abbreviation: wording.abbreviation ?? abbreviation)
    }
}
