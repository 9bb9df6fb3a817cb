/// A named way to count (phương pháp tính): which records are the denominator, which the numerator.
public enum Measure: String, CaseIterable, Hashable, Sendable, Codable {
    case planIssued = "plan-issued"
    case planCompleted = "plan-completed"
    case bodiesInspected = "bodies-inspected"
    case communesInspected = "communes-inspected"
    case selfInspected = "self-inspected"
    case findingsRemedied = "findings-remedied"
    case documentsInOrder = "documents-in-order"
    // What registers count; each is described by ``register``.
    case communicationHeld = "communication-held"
    case peopleReached = "people-reached"
    case initiativesRecognised = "initiatives-recognised"
    case initiativesReplicated = "initiatives-replicated"
    case initiativesProposed = "initiatives-proposed"
    // Bodies of a scope that have at least one line of a register.
    case bodiesProposing = "bodies-proposing"
    case bodiesPiloting = "bodies-piloting"
    case bodiesRecognised = "bodies-recognised"
    case bodiesCommunicating = "bodies-communicating"
    case bodiesTraining = "bodies-training"
    case bodiesCommitted = "bodies-committed"
    case moneySpent = "money-spent"
    case peopleTrained = "people-trained"
    case dossiersOnTime = "dossiers-on-time"
    case dossiersOnline = "dossiers-online"
    case digitalResults = "digital-results"
    case onlinePayments = "online-payments"
    case satisfaction
    case commitmentsKept = "commitments-kept"
    case milestonesReached = "milestones-reached"
    /// Figures typed by hand, for what nothing here counts yet.
    case typed

    public var title: Bilingual {
        switch self {
        case .planIssued:
            Bilingual(vi: "Cơ quan ban hành kế hoạch CCHC", en: "Agencies that issued their plan")
        case .planCompleted:
            Bilingual(
                vi: "Cơ quan hoàn thành kế hoạch CCHC", en: "Agencies that completed their plan")
        case .bodiesInspected:
            Bilingual(vi: "Cơ quan được kiểm tra", en: "Bodies inspected by the province")
        case .communesInspected:
            Bilingual(
                vi: "Cấp trên trực tiếp kiểm tra đơn vị trực thuộc",
                en: "Bodies inspected by their own superior")
        case .selfInspected:
            Bilingual(vi: "Cơ quan tự kiểm tra", en: "Agencies that inspected themselves")
        case .findingsRemedied: Bilingual(vi: "Vấn đề được khắc phục", en: "Findings remedied")
        case .documentsInOrder:
            Bilingual(
                vi: "Văn bản QPPL đúng trình tự, thủ tục, thẩm quyền, chất lượng",
                en: "Legal documents in due order, procedure, authority and quality")
        case .typed: Bilingual(vi: "Số liệu nhập tay", en: "Figures typed by hand")
        default: register?.title ?? Bilingual("")
        }
    }

    /// A short heading for narrow columns.
    public var heading: Bilingual {
        switch self {
        case .planIssued: Bilingual(vi: "Ban hành", en: "Plan issued")
        case .planCompleted: Bilingual(vi: "Hoàn thành", en: "Completed")
        case .bodiesInspected: Bilingual(vi: "Được kiểm tra", en: "Inspected")
        case .communesInspected: Bilingual(vi: "Kiểm tra cấp dưới", en: "Inspects below")
        case .selfInspected: Bilingual(vi: "Tự kiểm tra", en: "Self-inspected")
        case .findingsRemedied: Bilingual(vi: "Khắc phục", en: "Remedied")
        case .documentsInOrder: Bilingual(vi: "Văn bản QPPL", en: "Legal documents")
        case .bodiesProposing, .bodiesPiloting, .bodiesRecognised:
            Bilingual(vi: "Sáng kiến", en: "Initiatives")
        case .bodiesCommunicating: Bilingual(vi: "Tuyên truyền", en: "Communication")
        case .bodiesTraining: Bilingual(vi: "Tập huấn", en: "Training")
        case .bodiesCommitted: Bilingual(vi: "Cam kết", en: "Commitments")
        case .typed: Bilingual(vi: "Nhập tay", en: "Typed")
        default: register?.title ?? Bilingual("")
        }
    }

    /// Whether it counts the members of a scope, so that one has to be chosen.
    public var needsScope: Bool {
        switch self {
        case .planIssued, .planCompleted, .bodiesInspected, .communesInspected, .selfInspected: true
        default: register?.shape == .bodies
        }
    }

    /// Whether its members are bodies, so that it has a column in the map of agencies.
    public var isAboutBodies: Bool { needsScope || self == .findingsRemedied }

    /// Whether a body answers for its own part; whom the province inspects is not theirs to choose.
    public var isOwedByBodies: Bool { isAboutBodies && self != .bodiesInspected }
}
