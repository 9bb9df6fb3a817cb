/// A report or letter on its way: drawn from a template, edited, signed and then frozen.
///
/// Until it is signed its figures are counted anew each time it is opened; what was signed stays as
/// it was, and what would differ today is told beside it.
public struct Report: Hashable, Sendable, Codable {
    public typealias ID = Identifier<Report>

    public let id: ID
    public let number: Int
    public let issuer: Agency.ID
    public let kind: OfficialDocument.Kind
    public let span: ReportSpan
    /// The period's code; empty for documents of no period.
    public let period: String
    public let subject: String
    /// The text, with names in braces.
    public let body: String
    /// One line each.
    public let recipients: String
    public let draftingUnit: String
    /// To whom ("Kính gửi"), one line each; empty for kinds that address nobody.
    public let addressees: String
    public let signing: Signing
    /// Whether its figures are those of everybody and not only of the issuer and those below it; the
    /// authority's own always are.
    public let coversAll: Bool
    public let signed: Signed?
    public let version: Int

    /// That it was signed, by the clerk's number and day.
    public struct Signed: Hashable, Sendable, Codable {
        public let number: Int
        public let day: Day
        /// The SHA-256 of the frozen document.
        public let digest: String

        public init(number: Int, day: Day, digest: String) {
            self.number = number
            self.day = day
            self.digest = digest
        }
    }

    public init(
        id: ID, number: Int, issuer: Agency.ID, kind: OfficialDocument.Kind, span: ReportSpan,
        period: String, subject: String, body: String, recipients: String, draftingUnit: String,
        addressees: String = "", signing: Signing = Signing(), coversAll: Bool = false,
        signed: Signed? = nil, version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.issuer = issuer
        self.kind = kind
        self.span = span
        self.period = period
        self.subject = subject
        self.body = body
        self.recipients = recipients
        self.draftingUnit = draftingUnit
        self.addressees = addressees
        self.signing = signing
        self.coversAll = coversAll
        self.signed = signed
        self.version = version
    }

    /// What of a draft people change.
    public struct Wording: Hashable, Sendable {
        public var kind: OfficialDocument.Kind
        public var subject: String
        public var body: String
        public var addressees: String
        public var recipients: String
        public var draftingUnit: String
        public var signing: Signing
        public var coversAll: Bool

        public init(
            kind: OfficialDocument.Kind, subject: String, body: String, addressees: String = "",
            recipients: String = "", draftingUnit: String = "", signing: Signing = Signing(),
            coversAll: Bool = false
        ) {
            self.kind = kind
            self.subject = subject
            self.body = body
            self.addressees = addressees
            self.recipients = recipients
            self.draftingUnit = draftingUnit
            self.signing = signing
            self.coversAll = coversAll
        }
    }

    public var wording: Wording {
        Wording(
            kind: kind, subject: subject, body: body, addressees: addressees,
            recipients: recipients, draftingUnit: draftingUnit, signing: signing,
            coversAll: coversAll)
    }

    /// Returns the draft with other words.
    public func worded(_ words: Wording) throws(ReportError) -> Report {
        if let signed { throw .signed(on: signed.day) }
        return copy(words, signed: nil, version: version)
    }

    /// Returns it signed.
    public func signed(_ signature: Signed) throws(ReportError) -> Report {
        if let signed { throw .signed(on: signed.day) }
        return copy(wording, signed: signature, version: version)
    }

    /// Returns the report as it stands once a change is written.
    public var raised: Report { copy(wording, signed: signed, version: version + 1) }

    private func copy(_ words: Wording, signed: Signed?, version: Int) -> Report {
        Report(
            id: id, number: number, issuer: issuer, kind: words.kind, span: span, period: period,
            subject: words.subject, body: words.body, recipients: words.recipients,
            draftingUnit: words.draftingUnit, addressees: words.addressees, signing: words.signing,
            coversAll: words.coversAll, signed: signed, version: version)
    }

    /// Letters that a text has at most; annexes with ten thousand rows stay well below.
    public static let longestBody = 2_000_000

    public var problems: [Problem] {
        var problems = TemplateText.pieces(subject, field: "subject").problems
        guard body.utf8.count <= Self.longestBody else {
            return problems + [
                Problem(
                    "body", vi: "Nội dung dài quá 2.000.000 ký tự; hãy tách thành nhiều phụ lục.",
                    en: "The text is longer than 2,000,000 characters; split its annexes.")
            ]
        }
        problems += TemplateText.read(body).problems + signing.problems
        if kind == .letter || kind == .submission, addresseeLines.isEmpty {
            problems.append(
                Problem(
                    "addressees",
                    vi: "\(kind.title.vi) phải ghi nơi nhận ở phần “Kính gửi”.",
                    en: "A \(kind.title.en.lowercased()) says to whom it is addressed."))
        }
        if subject.trimmed.isEmpty {
            problems.append(
                Problem("subject", vi: "Hãy ghi trích yếu.", en: "Say what it is about."))
        }
        return problems
    }

    public var recipientLines: [String] { Self.lines(recipients) }
    public var addresseeLines: [String] { Self.lines(addressees) }

    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
    }
}

/// What reports refuse.
public enum ReportError: UserFacingError, Hashable {
    case signed(on: Day)
    case noTemplate(ReportTemplate.Use)
    case noLetterhead(Day)

    public var code: String {
        switch self {
        case .signed: "report.signed"
        case .noTemplate: "report.no-template"
        case .noLetterhead: "report.no-letterhead"
        }
    }

    public var kind: ErrorKind {
        switch self {
        case .signed: .conflict
        case .noTemplate, .noLetterhead: .invalid
        }
    }

    public var message: Bilingual {
        switch self {
        case .signed(let day):
            Bilingual(
                vi: "Văn bản đã ký ngày \(day.vi) nên không sửa được; hãy lập văn bản mới.",
                en: "The document was signed on \(day.en) and stays as it is; draw up a new one.")
        case .noTemplate(let use):
            Bilingual(
                vi: "Chưa có mẫu “\(use.title.vi)”; hãy thêm mẫu ở trang Mẫu văn bản.",
                en: "There is no template “\(use.title.en)” yet; add one on the templates page.")
        case .noLetterhead(let day):
            Bilingual(
                vi: "Cơ quan ban hành không tồn tại vào ngày \(day.vi); hãy chọn cơ quan khác.",
                en: "The issuer does not exist on \(day.en); choose another.")
        }
    }
}
