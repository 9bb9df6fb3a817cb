/// How agencies report in a year, as the workspace decided it.
///
/// No text known to us settles these for every province, so each is a setting with its source.
public struct ReportingRules: Hashable, Sendable, Codable {
    /// Through whose hands a submission goes.
    public enum Levels: String, CaseIterable, Hashable, Sendable, Codable {
        /// Straight to the standing office.
        case straight
        /// A body below another agency submits to that agency, which takes it up first.
        case levelByLevel
    }

    /// Who may send an agency's report off.
    public enum Sender: String, CaseIterable, Hashable, Sendable, Codable {
        case officer, head
    }

    /// Whether the signed official document is waited for beside the data.
    public enum Document: String, CaseIterable, Hashable, Sendable, Codable {
        case expected, notExpected
    }

    /// Which of the two layers says whether a report came in time.
    public enum Timeliness: String, CaseIterable, Hashable, Sendable, Codable {
        /// The day on which the data came in: the receipt.
        case data
        /// The date of the signed document.
        case document
    }

    public let levels: Levels
    public let sender: Sender
    public let document: Document
    public let timeliness: Timeliness
    /// The document that says so; empty for the usual rules.
    public let source: String
    /// 0 while nobody changed the usual rules.
    public let version: Int

    /// Straight to the standing office, sent by the officer, a signed document expected, the data's
    /// day decides.
    public static let usual = ReportingRules(
        levels: .straight, sender: .officer, document: .expected, timeliness: .data)

    public init(
        levels: Levels, sender: Sender, document: Document, timeliness: Timeliness,
        source: String = "", version: Int = 0
    ) {
        self.levels = levels
        self.sender = sender
        self.document = document
        self.timeliness = timeliness
        self.source = source
        self.version = version
    }

    /// Returns the rules with that version.
    public func versioned(_ version: Int) -> ReportingRules {
        ReportingRules(
            levels: levels, sender: sender, document: document, timeliness: timeliness,
            source: source, version: version)
    }

    /// Every reason the rules cannot be kept; empty when they can.
    public var problems: [Problem] {
        guard timeliness == .document, document == .notExpected else { return [] }
        return [
            Problem(
                "timeliness",
                vi: "Không chờ văn bản ký thì văn bản không thể quyết định việc đúng hạn.",
                en: "A document that is not waited for cannot decide what is in time.")
        ]
    }
}

extension ReportingRules.Levels {
    public var title: Bilingual {
        switch self {
        case .straight:
            Bilingual(
                vi: "gửi thẳng cơ quan thường trực", en: "straight to the standing office")
        case .levelByLevel:
            Bilingual(
                vi: "qua từng cấp: cơ quan cấp trên trực tiếp tiếp nhận trước",
                en: "level by level: the superior agency takes it up first")
        }
    }
}

extension ReportingRules.Sender {
    public var title: Bilingual {
        switch self {
        case .officer:
            Bilingual(vi: "công chức đầu mối được gửi", en: "the reform officer may send it")
        case .head:
            Bilingual(
                vi: "người đứng đầu hoặc cấp phó duyệt và gửi",
                en: "the head or a deputy approves and sends it")
        }
    }
}

extension ReportingRules.Document {
    public var title: Bilingual {
        switch self {
        case .expected:
            Bilingual(vi: "có, kèm văn bản ký chính thức", en: "yes, the signed document too")
        case .notExpected:
            Bilingual(vi: "không, chỉ số liệu", en: "no, the data alone")
        }
    }
}

extension ReportingRules.Timeliness {
    public var title: Bilingual {
        switch self {
        case .data: Bilingual(vi: "ngày gửi số liệu", en: "the day the data came in")
        case .document: Bilingual(vi: "ngày của văn bản ký", en: "the signed document's date")
        }
    }
}
