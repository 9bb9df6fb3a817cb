/// A document that proves something (tài liệu kiểm chứng): what it is called, not its bytes.
///
/// Its bytes are its revisions: a newer one takes an older one's place and both are kept. One
/// document proves many things; ``Link`` says which.
public struct Evidence: Hashable, Sendable, Codable {
    public typealias ID = Identifier<Evidence>

    public let id: ID
    /// What people cite.
    public let number: Int
    /// What it is about, as printed (trích yếu); the name of its file when nobody said.
    public let title: String
    /// The body that issued it, as its letterhead says; empty when unknown or not a document.
    public let issuer: String
    /// Số, ký hiệu: 95/KH-UBND; empty when it has none.
    public let symbol: String
    public let issuedOn: Day?
    /// Raised by every change; a change made to an older version is a conflict.
    public let version: Int

    public init(
        id: ID, number: Int, title: String, issuer: String = "", symbol: String = "",
        issuedOn: Day? = nil, version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.title = title
        self.issuer = issuer
        self.symbol = symbol
        self.issuedOn = issuedOn
        self.version = version
    }

    /// The longest that a title, an issuer or a symbol may be, in letters.
    public static let longestText = 500

    /// Why it cannot be recorded like this; empty when it can.
    public func problems(today: Day) -> [Problem] {
        var problems: [Problem] = []
        if title.isEmpty {
            problems.append(
                Problem(
                    "title", vi: "Hãy ghi trích yếu hoặc tên của tài liệu.",
                    en: "Give the document's title."))
        }
        for (field, text) in [("title", title), ("issuer", issuer), ("symbol", symbol)]
        where text.unicodeScalars.count > Self.longestText {
            problems.append(
                Problem(
                    field, vi: "Dài quá \(Self.longestText) ký tự; hãy ghi ngắn lại.",
                    en: "Longer than \(Self.longestText) letters; shorten it."))
        }
        if let issuedOn, issuedOn > today {
            problems.append(
                Problem(
                    "issued_on", vi: "Ngày ban hành \(issuedOn.vi) còn ở phía trước; hãy xem lại.",
                    en: "The day of issue, \(issuedOn.en), is still to come; check it."))
        }
        return problems
    }

    /// The document as it stands once a change is written.
    public var raised: Evidence {
        Evidence(
            id: id, number: number, title: title, issuer: issuer, symbol: symbol,
            issuedOn: issuedOn, version: version + 1)
    }

    /// "95/KH-UBND ngày 31/12/2020", or the title where there is no symbol.
    public var shortName: Bilingual {
        guard !symbol.isEmpty else { return Bilingual(title) }
        guard let issuedOn else { return Bilingual(symbol) }
        return Bilingual(vi: "\(symbol) ngày \(issuedOn.vi)", en: "\(symbol) of \(issuedOn.en)")
    }
}

extension Evidence {
    /// One version of a document's bytes, kept for good under their SHA-256.
    public struct Revision: Hashable, Sendable {
        public let evidence: ID
        /// From 1.
        public let number: Int
        /// In lower-case hexadecimal digits; it names the file on disk and opens nothing.
        public let sha256: String
        public let bytes: Int
        public let type: FileType
        /// As the file was called on the sender's machine, without folders.
        public let name: String
        public let addedBy: User.ID
        public let addedAt: Instant

        public init(
            evidence: ID, number: Int, sha256: String, bytes: Int, type: FileType, name: String,
            addedBy: User.ID, addedAt: Instant
        ) {
            self.evidence = evidence
            self.number = number
            self.sha256 = sha256
            self.bytes = bytes
            self.type = type
            self.name = name
            self.addedBy = addedBy
            self.addedAt = addedAt
        }
    }

    /// That a document proves something about a record.
    public struct Link: Hashable, Sendable, Codable {
        public let id: Identifier<Link>
        public let evidence: ID
        public let subject: Subject
        /// Whose record it is; seeing the record, and so the file, is judged by it.
        public let agency: Agency.ID?
        /// What of the record it proves, in the words of whoever attached it; may be empty.
        public let note: String

        public init(
            id: Identifier<Link>, evidence: ID, subject: Subject, agency: Agency.ID?, note: String
        ) {
            self.id = id
            self.evidence = evidence
            self.subject = subject
            self.agency = agency
            self.note = note
        }
    }
}
