/// What a campaign does about a body that has a self-inspection of its own in the year.
///
/// A body isn't made to inspect itself twice: the campaign takes its own in, with its answers. Only
/// answers to another checklist cannot be taken in, for they answer other questions. *Ours.*
public enum SelfInspectionIntake: Hashable, Sendable {
    /// It has none: the campaign opens one.
    case new
    case takenIn(SelfInspection.ID)
    /// It has one that does not fit; the body is not asked again.
    case omitted(SelfInspection.ID, Reason)

    public enum Reason: String, CaseIterable, Hashable, Sendable, Codable {
        case otherChecklist

        public var title: Bilingual {
            switch self {
            case .otherChecklist:
                Bilingual(
                    vi: "đã tự kiểm tra theo danh mục khác trong năm",
                    en: "inspected itself by another checklist this year")
            }
        }
    }

    /// A self-inspection that no campaign asked for.
    public struct Own: Hashable, Sendable {
        public let inspection: SelfInspection
        public let checklist: Checklist.ID?
        public let isAnswered: Bool

        public init(_ inspection: SelfInspection, checklist: Checklist.ID?, isAnswered: Bool) {
            self.inspection = inspection
            self.checklist = checklist
            self.isAnswered = isAnswered
        }
    }

    /// Of several the one that is answered by the campaign's checklist, then one not held, then the
    /// latest.
    public init(of own: [Own], by checklist: Checklist.ID) {
        let fitting = own.filter { !$0.isAnswered || $0.checklist == checklist }
        func rank(_ one: Own) -> (Int, Int, Int) {
            (one.isAnswered ? 1 : 0, one.inspection.heldOn == nil ? 1 : 0, one.inspection.number)
        }
        if let best = fitting.max(by: { rank($0) < rank($1) }) {
            self = .takenIn(best.inspection.id)
        } else if let other = own.max(by: { $0.inspection.number < $1.inspection.number }) {
            self = .omitted(other.inspection.id, .otherChecklist)
        } else {
            self = .new
        }
    }
}
