/// One document that another rests on, as its text cites it ("Căn cứ …").
public struct LegalBasis: Hashable, Sendable, Codable {
    /// The words of the text, one citation.
    public let text: String
    /// The symbol cited, as printed; empty where the text names none.
    public let symbol: String
    /// The day cited; `nil` where the text gives none, or one that does not exist.
    public let datedOn: Day?
    /// The document of the register that is meant; `nil` for one that we do not hold.
    public let target: LegalDocument.ID?

    /// No document cites more than this.
    public static let most = 500

    public init(
        text: String, symbol: String, datedOn: Day?, target: LegalDocument.ID? = nil
    ) {
        self.text = text
        self.symbol = symbol
        self.datedOn = datedOn
        self.target = target
    }

    /// Returns the same citation, linked.
    public func linked(to target: LegalDocument.ID?) -> LegalBasis {
        LegalBasis(text: text, symbol: symbol, datedOn: datedOn, target: target)
    }
}

/// What a document's own text says of it, read off an uploaded file.
public struct LegalTextFacts: Hashable, Sendable, Codable {
    /// Empty where the head shows none.
    public let symbol: String
    public let signedOn: Day?
    /// The first day in force, as an article of the text says it.
    public let inForceOn: Day?

    public init(symbol: String = "", signedOn: Day? = nil, inForceOn: Day? = nil) {
        self.symbol = symbol
        self.signedOn = signedOn
        self.inForceOn = inForceOn
    }
}
