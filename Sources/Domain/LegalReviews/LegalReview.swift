/// A campaign by which agencies look again at documents of the register, one by one (đợt rà soát), or at
/// all that were issued in a period (hệ thống hóa).
///
/// What a campaign may be about is ours to offer: a field, a period, or both. Systematisation runs in
/// periods of five years (2014-2018 by 707/QĐ-UBND of Long An and 473/QĐ-UBND of Tiền Giang).
public struct LegalReview: Hashable, Sendable, Codable {
    public typealias ID = Identifier<LegalReview>

    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        case review, systematisation

        public var title: Bilingual {
            switch self {
            case .review: Bilingual(vi: "rà soát", en: "review")
            case .systematisation: Bilingual(vi: "hệ thống hóa", en: "systematisation")
            }
        }
    }

    /// Which documents of the register it takes in.
    public struct Extent: Hashable, Sendable, Codable {
        /// The matter they are about, written as in the register; empty for all.
        public var field = ""
        /// The first and the last day of signing; `nil` where it is open.
        public var signedFrom: Day?
        public var signedUntil: Day?
        /// Whether individual documents and policies are taken in, too.
        public var ofAllNatures = false
        /// Whether documents are taken in that had wholly expired when it opened.
        public var withExpired = false

        public init() {}
    }

    public let id: ID
    public let number: Int
    /// The plan year in which it is due.
    public let year: Int
    public let kind: Kind
    public let name: String
    /// The document that asks for it; empty when none is named.
    public let source: String
    public let extent: Extent
    /// The first day on which agencies see it among their work.
    public let opensOn: Day
    /// The last day for the outcomes, that day included.
    public let dueOn: Day
    /// How it ended; `nil` while outcomes may still change.
    public var closing: Closing?

    /// No campaign takes in more documents; a larger one is divided by field or period.
    public static let most = 5_000

    public init(
        id: ID, number: Int, year: Int, kind: Kind, name: String, source: String = "",
        extent: Extent, opensOn: Day, dueOn: Day
    ) {
        self.id = id
        self.number = number
        self.year = year
        self.kind = kind
        self.name = name
        self.source = source
        self.extent = extent
        self.opensOn = opensOn
        self.dueOn = dueOn
    }

    /// Returns the same campaign as the record that was made of it.
    public func taking(id: ID, number: Int, year: Int) -> LegalReview {
        var review = LegalReview(
            id: id, number: number, year: year, kind: kind, name: name, source: source,
            extent: extent, opensOn: opensOn, dueOn: dueOn)
        review.closing = closing
        return review
    }

    /// Every reason it cannot be opened like this.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if name.isEmpty || name.unicodeScalars.count > 300 {
            problems.append(
                Problem(
                    "name", vi: "Hãy đặt tên đợt, tối đa 300 ký tự.",
                    en: "Give it a name of 300 characters at most."))
        }
        if source.unicodeScalars.count > 300 {
            problems.append(
                Problem(
                    "source", vi: "Dài quá 300 ký tự; hãy rút gọn.",
                    en: "Longer than 300 characters; please shorten it."))
        }
        if dueOn < opensOn {
            problems.append(
                Problem(
                    "due_on", vi: "Thời hạn không thể trước ngày bắt đầu \(opensOn.vi).",
                    en: "It cannot be due before it opens, \(opensOn.en)."))
        }
        if let from = extent.signedFrom, let until = extent.signedUntil, until < from {
            problems.append(
                Problem(
                    "signed_until", vi: "Ngày cuối của kỳ không thể trước ngày đầu \(from.vi).",
                    en: "The period cannot end before it begins, \(from.en)."))
        }
        if kind == .systematisation, extent.signedFrom == nil || extent.signedUntil == nil {
            problems.append(
                Problem(
                    "signed_from",
                    vi: "Hệ thống hóa theo kỳ: hãy ghi ngày đầu và ngày cuối của kỳ.",
                    en: "A systematisation is of a period: give its first and last day."))
        }
        return problems
    }
}
