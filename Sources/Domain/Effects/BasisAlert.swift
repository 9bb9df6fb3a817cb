/// That a live document rests on one which died or changed (căn cứ thay đổi).
public struct BasisAlert: Hashable, Sendable, Codable {
    /// What a review comes to (kết quả rà soát).
    public enum Outcome: String, CaseIterable, Hashable, Sendable, Codable {
        case keep, amend, replace, repeal, expired

        public var title: Bilingual {
            switch self {
            case .keep: Bilingual(vi: "giữ nguyên", en: "keep")
            case .amend: Bilingual(vi: "sửa đổi, bổ sung", en: "amend")
            case .replace: Bilingual(vi: "thay thế", en: "replace")
            case .repeal: Bilingual(vi: "bãi bỏ", en: "repeal")
            case .expired: Bilingual(vi: "công bố hết hiệu lực", en: "publish as expired")
            }
        }
    }

    /// The document that rests on the other.
    public let document: LegalDocument.ID
    /// What happened to that other.
    public let effect: Effect.ID
    public let raisedOn: Day
    public let settledOn: Day?
    public let outcome: Outcome?
    public let note: String

    public init(
        document: LegalDocument.ID, effect: Effect.ID, raisedOn: Day, settledOn: Day? = nil,
        outcome: Outcome? = nil, note: String = ""
    ) {
        self.document = document
        self.effect = effect
        self.raisedOn = raisedOn
        self.settledOn = settledOn
        self.outcome = outcome
        self.note = note
    }
}

extension Effect.Kind {
    /// Whether documents that rest on the one acted on should be looked at again.
    public var shakesBases: Bool {
        [.expiry, .repeal, .replacement, .amendment, .suspension, .limit].contains(self)
    }
}
