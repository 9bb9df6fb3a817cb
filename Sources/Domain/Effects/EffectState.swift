/// Where a document stands on a day (tình trạng hiệu lực).
///
/// The words are those of the national legal database; "không còn phù hợp" is only ever declared, never
/// computed.
public enum EffectState: String, CaseIterable, Hashable, Sendable, Codable {
    case unknown, pending, inForce, partlyExpired, partlySuspended, suspended, expired, unsuitable

    public var title: Bilingual {
        switch self {
        case .unknown: Bilingual(vi: "Chưa xác định", en: "Not known")
        case .pending: Bilingual(vi: "Chưa có hiệu lực", en: "Not yet in force")
        case .inForce: Bilingual(vi: "Còn hiệu lực", en: "In force")
        case .partlyExpired: Bilingual(vi: "Hết hiệu lực một phần", en: "Expired in part")
        case .partlySuspended: Bilingual(vi: "Ngưng hiệu lực một phần", en: "Suspended in part")
        case .suspended: Bilingual(vi: "Ngưng hiệu lực", en: "Suspended")
        case .expired: Bilingual(vi: "Hết hiệu lực toàn bộ", en: "Expired")
        case .unsuitable: Bilingual(vi: "Không còn phù hợp", en: "No longer suitable")
        }
    }

    /// Whether at least a part of the document is applied.
    public var isLive: Bool {
        switch self {
        case .inForce, .partlyExpired, .partlySuspended: true
        case .unknown, .pending, .suspended, .expired, .unsuitable: false
        }
    }
}

/// The days through which a document has one state: from the first, until the next span's first.
public struct EffectSpan: Hashable, Sendable, Codable {
    /// `nil` for what holds from the beginning of time.
    public let from: Day?
    public let state: EffectState

    public init(from: Day?, state: EffectState) {
        self.from = from
        self.state = state
    }
}

/// Where a document stands on one day, and through what.
public struct EffectStatus: Hashable, Sendable {
    public let state: EffectState
    /// The first day of the state; `nil` for what holds from the beginning.
    public let since: Day?
    /// The parts that hold no longer, though the document does.
    public let expired: [Provision]
    public let suspended: [Provision]
    /// What has acted on the document by the day, oldest first.
    public let acted: [Effect]
    /// The transitions under which an expired text is still applied on the day.
    public let transitions: [Effect]
}
