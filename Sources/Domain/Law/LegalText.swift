/// The whole text of a document, as read from a file, with what it says of itself.
public struct LegalText: Hashable, Sendable {
    /// What the file was called.
    public let name: String
    public let text: String
    /// Whether it was recognised from pictures (OCR) and has to be compared with the original.
    public let isRecognised: Bool
    public let facts: LegalTextFacts
    public let bases: [LegalBasis]

    /// So many bytes of text are kept: 2 MB, some four hundred pages.
    public static let mostBytes = 2_000_000

    public init(
        name: String, text: String, isRecognised: Bool = false,
        facts: LegalTextFacts = LegalTextFacts(), bases: [LegalBasis] = []
    ) {
        self.name = name
        self.text = text
        self.isRecognised = isRecognised
        self.facts = facts
        self.bases = bases
    }
}
