import Domain

/// Reads the block of fields that a legal portal puts above a document.
struct PortalBlock {
    private let text: PlanText
    /// Who issued it as the portal says; the letterhead says it better.
    private(set) var issuer: String?

    init(_ text: PlanText) {
        self.text = text
    }

    /// A field of a legal portal's block, its value after it or on the next line.
    mutating func readField(
        _ tokens: Range<Int>, next: Int, into header: inout DraftPlan.Header
    ) -> Bool {
        guard let first = tokens.first, text.tokens[first].startsWithCapital,
            let (field, after) = Self.fields.match(first, in: text, before: tokens.upperBound)
        else { return false }
        let start = after < tokens.upperBound && text.mark(after) == ":" ? after + 1 : after
        let value = start < tokens.upperBound ? start..<tokens.upperBound : lineWithValue(next)
        guard text.hasLetters(value) else { return true }
        let words = text.words(ofTokens: value)
        let day = DayWords.day(value.lowerBound, in: text, before: value.upperBound)?.day
        switch field {
        case .symbol:
            guard let symbol = DocumentSymbol.read(value, of: text) else { return false }
            header.symbol = header.symbol ?? symbol
        case .issuedOn: header.issuedOn = header.issuedOn ?? day
        case .effectiveOn: header.effectiveOn = header.effectiveOn ?? day
        case .type: header.type = header.type ?? words
        case .issuer: issuer = issuer ?? words
        case .signer: header.signer = header.signer ?? words
        case .other: break
        }
        return true
    }

    /// Whether these words are a field's name alone: "Số hiệu:".
    func isFieldName(_ tokens: Range<Int>) -> Bool {
        guard let first = tokens.first,
            let (_, next) = Self.fields.match(first, in: text, before: tokens.upperBound)
        else { return false }
        return next == tokens.upperBound
            || text.mark(next) == ":" && next + 1 == tokens.upperBound
    }

    private func lineWithValue(_ number: Int) -> Range<Int> {
        for line in text.lines[min(number, text.lines.count)...].prefix(2) where !line.isBlank {
            return line.tokens
        }
        return 0..<0
    }

    /// "Kế hoạch 95/KH-UBND năm 2020 về …": the portal's own title, which gives the year only.
    func readTitle(_ tokens: Range<Int>, into header: inout DraftPlan.Header) -> Bool {
        guard let first = tokens.first,
            let (_, next) = HeaderReader.types.match(first, in: text, before: tokens.upperBound),
            let symbol = DocumentSymbol.read(next..<min(next + 8, tokens.upperBound), of: text)
        else { return false }
        header.symbol = header.symbol ?? symbol
        header.year = header.year ?? YearOfPlan.read([tokens], of: text)
        return true
    }

    private enum Field: Sendable {
        case symbol, issuedOn, effectiveOn, type, issuer, signer, other
    }

    private static let fields = Phrases<Field>([
        (.symbol, "số hiệu, số ký hiệu, số kí hiệu, ký hiệu"),
        (.issuedOn, "ngày ban hành"),
        (.effectiveOn, "ngày có hiệu lực, ngày hiệu lực, có hiệu lực từ ngày"),
        (.type, "loại văn bản, hình thức văn bản"),
        (.issuer, "cơ quan ban hành, nơi ban hành, đơn vị ban hành"),
        (.signer, "người ký"),
        (
            .other,
            "lĩnh vực, trích yếu, tình trạng, ngày đăng, số công báo, ngày công báo, ngày hết hiệu lực"
        ),
    ])
}
