extension Evidence {
    /// The record that a document proves something about.
    public struct Subject: Hashable, Sendable, Codable {
        public let kind: Kind
        /// The record's inner id.
        public let record: String

        public init(_ kind: Kind, _ record: String) {
            self.kind = kind
            self.record = record
        }
    }

    /// The kinds of record for which evidence can be given, called as the journal calls them.
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        case target, task, plan, inspection
        case selfInspection = "self-inspection"
        case finding
        case legalDocument = "legal-document"
        /// What an agency reported for a period: its signed document.
        case submission
        // Lines of registers.
        case dossier, communication, initiative, budget, staffing, commitment, milestone
        case outsideResult = "outside-result"
        /// One criterion of one agency's assessment; the record is its number and the code: 12/1.1.2.
        case assessmentLine = "assessment-line"

        /// Who may see such a record may see the evidence for it.
        public var sees: Permission {
            switch self {
            case .target: .seeStandings
            case .task, .plan: .seePlans
            case .inspection, .selfInspection, .finding: .seeInspections
            case .legalDocument: .seeDocuments
            case .submission: .seeSubmissions
            case .assessmentLine: .seeOwnScores
            default: .seeRegisters
            }
        }

        public var title: Bilingual {
            switch self {
            case .target: Bilingual(vi: "chỉ tiêu", en: "target")
            case .task: Bilingual(vi: "nhiệm vụ", en: "task")
            case .plan: Bilingual(vi: "kế hoạch", en: "plan")
            case .inspection: Bilingual(vi: "cuộc kiểm tra", en: "inspection")
            case .selfInspection: Bilingual(vi: "việc tự kiểm tra", en: "self-inspection")
            case .finding: Bilingual(vi: "vấn đề phát hiện", en: "finding")
            case .legalDocument: Bilingual(vi: "văn bản", en: "document")
            case .submission: Bilingual(vi: "báo cáo", en: "report")
            case .assessmentLine: Bilingual(vi: "tiêu chí chấm điểm", en: "criterion")
            default: register?.kindName ?? Bilingual("")
            }
        }

        /// The register whose lines they are; `nil` for other records.
        public var register: Register? {
            switch self {
            case .dossier: DossierCount.register
            case .communication: Communication.register
            case .initiative: Initiative.register
            case .budget: Budget.register
            case .staffing: Staffing.register
            case .outsideResult: OutsideIndex.register
            case .commitment: Commitment.register
            case .milestone: Milestone.register
            default: nil
            }
        }
    }
}
