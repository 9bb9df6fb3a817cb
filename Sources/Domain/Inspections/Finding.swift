/// A problem in a body's reform work (vấn đề phát hiện), from the day it was found to its remedy.
///
/// One found by a superior closes only with evidence and the acceptance of somebody outside the
/// body; one found by the body itself closes with evidence and its own head's acceptance. The steps
/// are ``Finding/Step``; this is how things stand after the last.
public struct Finding: Hashable, Sendable, Codable {
    public typealias ID = Identifier<Finding>

    public let id: ID
    public let number: Int
    public let inspection: Inspection.ID?
    /// Who found it and looks after its remedy; `nil` for a body that answers to nobody here.
    public let finder: Agency.ID?
    public let body: Agency.ID
    public let source: Source
    public let text: String
    /// The document and article that it goes against (căn cứ); empty when none was named.
    public let ground: String
    public let severity: Severity
    /// The clause, target or criterion it bears on; `nil` when none was named.
    public let link: Link?
    /// The legal document in which it was found (văn bản được kiểm tra); `nil` when it is about none.
    public let document: LegalDocument.ID?
    public let foundOn: Day
    /// The last day for the remedy, that day included.
    public let dueOn: Day
    public let state: State
    /// The day the body was told; `nil` before, and for what it found itself.
    public let notifiedOn: Day?
    /// The day the remedy was accepted; `nil` while it is open.
    public let closedOn: Day?
    /// What proves the remedy: the report's symbol and date.
    public let evidence: String
    /// The day on which somebody looks again; `nil` when nobody has to.
    public let recheckOn: Day?
    /// Whether an own finding is among those that are checked from above.
    public let isSampled: Bool
    /// The day a remedy was found to hold after its acceptance.
    public let checkedOn: Day?
    /// The earlier finding that this one repeats.
    public let repeats: ID?
    public let version: Int

    public init(
        id: ID, number: Int, inspection: Inspection.ID?, finder: Agency.ID? = nil, body: Agency.ID,
        source: Source = .inspection, text: String, ground: String = "",
        severity: Severity = .ordinary, link: Link? = nil, document: LegalDocument.ID? = nil,
        foundOn: Day, dueOn: Day,
        state: State? = nil, notifiedOn: Day? = nil, closedOn: Day? = nil, evidence: String = "",
        recheckOn: Day? = nil, isSampled: Bool = false, checkedOn: Day? = nil, repeats: ID? = nil,
        version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.inspection = inspection
        self.finder = finder
        self.body = body
        self.source = source
        self.text = text
        self.ground = ground
        self.severity = severity
        self.link = link
        self.document = document
        self.foundOn = foundOn
        self.dueOn = dueOn
        self.state = state ?? (closedOn == nil ? .found : .closed)
        self.notifiedOn = notifiedOn
        self.closedOn = closedOn
        self.evidence = evidence
        self.recheckOn = recheckOn
        self.isSampled = isSampled
        self.checkedOn = checkedOn
        self.repeats = repeats
        self.version = version
    }

    /// Returns the same finding with some of it replaced.
    public func with(_ change: (inout Parts) -> Void) -> Finding {
        var parts = Parts(self)
        change(&parts)
        return Finding(
            id: parts.id, number: parts.number, inspection: parts.inspection, finder: parts.finder,
            body: parts.body, source: parts.source, text: parts.text, ground: parts.ground,
            severity: parts.severity, link: parts.link, document: parts.document,
            foundOn: parts.foundOn, dueOn: parts.dueOn, state: parts.state,
            notifiedOn: parts.notifiedOn, closedOn: parts.closedOn,
            evidence: parts.evidence, recheckOn: parts.recheckOn, isSampled: parts.isSampled,
            checkedOn: parts.checkedOn, repeats: parts.repeats, version: parts.version)
    }

    /// Returns the same finding under the identity of the record.
    public func taking(id: ID, number: Int, version: Int) -> Finding {
        with { ($0.id, $0.number, $0.version) = (id, number, version) }
    }

    /// Whether the body found it itself (tự kiểm tra), so that its own head accepts the remedy.
    public var isOwn: Bool { source == .selfInspection }

    /// Whether its last day is over and the remedy is not accepted.
    public func isOverdue(on today: Day) -> Bool { closedOn == nil && dueOn < today }

    public var problems: [Problem] {
        var problems: [Problem] = []
        if dueOn < foundOn {
            problems.append(
                Problem(
                    "due_on", vi: "Hạn khắc phục không thể trước ngày phát hiện \(foundOn.vi).",
                    en: "The remedy cannot be due before it was found, \(foundOn.en)."))
        }
        if let closedOn, closedOn < foundOn {
            problems.append(
                Problem(
                    "closed_on", vi: "Ngày khắc phục không thể trước ngày phát hiện \(foundOn.vi).",
                    en: "It cannot be remedied before it was found, \(foundOn.en)."))
        }
        if closedOn != nil, evidence.isEmpty {
            problems.append(
                Problem(
                    "evidence",
                    vi:
                        "Đóng vấn đề phải có tài liệu kiểm chứng; hãy ghi số, ngày báo cáo khắc phục.",
                    en:
                        "A finding closes only on proof; give the symbol and date of the remedy's report."
                ))
        }
        if isOwn, inspection != nil {
            problems.append(
                Problem(
                    "source",
                    vi: "Vấn đề do tự kiểm tra phát hiện không ghi số cuộc kiểm tra của cấp trên.",
                    en: "What the body found itself names no inspection by a superior."))
        }
        return problems
    }

    /// The same fields, free to be changed one by one.
    public struct Parts {
        public var id: ID
        public var number: Int
        public var inspection: Inspection.ID?
        public var finder: Agency.ID?
        public var body: Agency.ID
        public var source: Source
        public var text: String
        public var ground: String
        public var severity: Severity
        public var link: Link?
        public var document: LegalDocument.ID?
        public var foundOn: Day
        public var dueOn: Day
        public var state: State
        public var notifiedOn: Day?
        public var closedOn: Day?
        public var evidence: String
        public var recheckOn: Day?
        public var isSampled: Bool
        public var checkedOn: Day?
        public var repeats: ID?
        public var version: Int

        init(_ finding: Finding) {
            id = finding.id
            number = finding.number
            inspection = finding.inspection
            finder = finding.finder
            body = finding.body
            source = finding.source
            text = finding.text
            ground = finding.ground
            severity = finding.severity
            link = finding.link
            document = finding.document
            foundOn = finding.foundOn
            dueOn = finding.dueOn
            state = finding.state
            notifiedOn = finding.notifiedOn
            closedOn = finding.closedOn
            evidence = finding.evidence
            recheckOn = finding.recheckOn
            isSampled = finding.isSampled
            checkedOn = finding.checkedOn
            repeats = finding.repeats
            version = finding.version
        }
    }
}
