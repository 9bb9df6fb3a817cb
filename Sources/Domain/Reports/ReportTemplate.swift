/// A text from which reports and letters are made (mẫu văn bản), as the standing office edits it.
public struct ReportTemplate: Hashable, Sendable, Codable {
    public typealias ID = Identifier<ReportTemplate>

    /// What a template is for.
    public enum Use: String, CaseIterable, Hashable, Sendable, Codable {
        /// The authority's own report of a period.
        case authority
        /// An agency's report of a period.
        case agency
        /// The columns of the consolidated table.
        case consolidated
        /// Any other document: letters, notices, submissions.
        case other

        public var title: Bilingual {
            switch self {
            case .authority: Bilingual(vi: "Báo cáo chung của kỳ", en: "The authority's report")
            case .agency: Bilingual(vi: "Báo cáo của đơn vị", en: "An agency's report")
            case .consolidated: Bilingual(vi: "Biểu tổng hợp", en: "Consolidated table")
            case .other: Bilingual(vi: "Văn bản khác", en: "Other documents")
            }
        }
    }

    public let id: ID
    public let number: Int
    public let use: Use
    public let kind: OfficialDocument.Kind
    public let title: String
    /// What the document is about, with names in braces.
    public let subject: String
    /// The text, or the columns.
    public let body: String
    /// To whom it is addressed, one line each; empty for kinds that address nobody.
    public let addressees: String
    /// One line each.
    public let recipients: String
    /// Where the template comes from.
    public let source: String
    public let version: Int

    public init(
        id: ID, number: Int, use: Use, kind: OfficialDocument.Kind, title: String, subject: String,
        body: String, addressees: String = "", recipients: String, source: String,
        version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.use = use
        self.kind = kind
        self.title = title
        self.subject = subject
        self.body = body
        self.addressees = addressees
        self.recipients = recipients
        self.source = source
        self.version = version
    }

    /// The same text under the identity of the record.
    public func taking(id: ID, number: Int, version: Int) -> ReportTemplate {
        ReportTemplate(
            id: id, number: number, use: use, kind: kind, title: title, subject: subject,
            body: body, addressees: addressees, recipients: recipients, source: source,
            version: version)
    }

    /// Every reason it cannot be used; each names its line and what to do.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if title.trimmed.isEmpty {
            problems.append(
                Problem("title", vi: "Hãy đặt tên cho mẫu.", en: "Name the template."))
        }
        if body.utf8.count > 200_000 {
            problems.append(
                Problem(
                    "body", vi: "Mẫu dài quá 200.000 ký tự; hãy rút gọn.",
                    en: "The template is longer than 200,000 characters; shorten it."))
            return problems
        }
        if use == .consolidated {
            let (table, found) = ConsolidatedTable.read(body)
            problems += found
            if table.columns.isEmpty, found.isEmpty {
                problems.append(
                    Problem(
                        "body", vi: "Biểu tổng hợp phải có ít nhất một cột.",
                        en: "The table needs at least one column."))
            }
            return problems
        }
        problems += TemplateText.pieces(subject, field: "subject").problems
        problems += TemplateText.read(body).problems
        if subject.trimmed.isEmpty {
            problems.append(
                Problem("subject", vi: "Hãy ghi trích yếu.", en: "Say what it is about."))
        }
        return problems
    }
}
