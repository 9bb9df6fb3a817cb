/// One entry of the effect ledger: what one document does to another, from which day, to which parts.
public struct Effect: Hashable, Sendable {
    public typealias ID = Identifier<Effect>

    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        case expiry, repeal, replacement, amendment, addition, suspension, resumption, correction,
            extension_ = "extension", transition, limit

        public var title: Bilingual {
            switch self {
            case .expiry: Bilingual(vi: "công bố hết hiệu lực", en: "declares expired")
            case .repeal: Bilingual(vi: "bãi bỏ", en: "repeals")
            case .replacement: Bilingual(vi: "thay thế", en: "replaces")
            case .amendment: Bilingual(vi: "sửa đổi", en: "amends")
            case .addition: Bilingual(vi: "bổ sung", en: "adds to")
            case .suspension: Bilingual(vi: "ngưng hiệu lực", en: "suspends")
            case .resumption: Bilingual(vi: "cho tiếp tục có hiệu lực", en: "resumes")
            case .correction: Bilingual(vi: "đính chính", en: "corrects")
            case .extension_: Bilingual(vi: "kéo dài thời hạn hiệu lực", en: "extends")
            case .transition:
                Bilingual(vi: "quy định chuyển tiếp", en: "lays down a transition for")
            case .limit: Bilingual(vi: "tự định thời hạn", en: "limits itself to a term")
            }
        }

        /// As the document acted on says it: "được thay thế bởi".
        public var passive: Bilingual {
            switch self {
            case .expiry: Bilingual(vi: "hết hiệu lực theo", en: "declared expired by")
            case .repeal: Bilingual(vi: "bị bãi bỏ bởi", en: "repealed by")
            case .replacement: Bilingual(vi: "được thay thế bởi", en: "replaced by")
            case .amendment: Bilingual(vi: "được sửa đổi bởi", en: "amended by")
            case .addition: Bilingual(vi: "được bổ sung bởi", en: "added to by")
            case .suspension: Bilingual(vi: "bị ngưng hiệu lực bởi", en: "suspended by")
            case .resumption: Bilingual(vi: "tiếp tục có hiệu lực theo", en: "resumed by")
            case .correction: Bilingual(vi: "được đính chính bởi", en: "corrected by")
            case .extension_: Bilingual(vi: "được kéo dài hiệu lực bởi", en: "extended by")
            case .transition:
                Bilingual(vi: "được áp dụng chuyển tiếp theo", en: "applied in transition under")
            case .limit: Bilingual(vi: "hết thời hạn tự định theo", en: "ends by the term set in")
            }
        }

        /// Whether the text it acts on holds no longer.
        ///
        /// An amended part counts as expired, as the national database writes it: its old text is no
        /// longer law. *Ours: decision 0024.*
        var ends: Bool { [.expiry, .repeal, .replacement, .amendment].contains(self) }

        /// Whether it ends the whole document when it names no part; an amendment never does.
        public var endsWhole: Bool { ends && self != .amendment }

        /// Whether its last day must be given, and whether it may.
        public var needsUntil: Bool { self == .extension_ }
        public var takesUntil: Bool {
            [.extension_, .suspension, .transition].contains(self)
        }

        /// Only the issuer itself may do it.
        ///
        /// From the law on issuing normative documents (as noted from 80/2015/QH13).
        var isOfSameIssuer: Bool { [.replacement, .amendment, .addition].contains(self) }
    }

    /// A document, held or only named: many relations point outside the register.
    public enum Reference: Hashable, Sendable {
        case held(LegalDocument.ID)
        case named(String)

        public var held: LegalDocument.ID? {
            if case .held(let id) = self { id } else { nil }
        }

        public var name: String? {
            if case .named(let name) = self { name } else { nil }
        }
    }

    public let id: ID
    public let number: Int
    /// The document that does it.
    public let source: Reference
    /// The document to which it is done.
    public let target: Reference
    public let kind: Kind
    /// The first day on which it has its effect.
    public let from: Day
    /// The first day on which a suspension or transition has no effect any more.
    ///
    /// Of an extension: the first day on which the document is no longer in force.
    public let until: Day?
    /// Empty: the whole document.
    public let parts: [Provision]
    public let note: String

    public init(
        id: ID, number: Int, source: Reference, target: Reference, kind: Kind, from: Day,
        until: Day? = nil, parts: [Provision] = [], note: String = ""
    ) {
        self.id = id
        self.number = number
        self.source = source
        self.target = target
        self.kind = kind
        self.from = from
        self.until = until
        self.parts = parts.sorted()
        self.note = note
    }

    /// Every reason it cannot be recorded like this.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if let held = source.held, (held == target.held) != (kind == .limit) {
            problems.append(
                kind == .limit
                    ? Problem(
                        "other",
                        vi: "Thời hạn tự định là của chính văn bản; hãy để trống văn bản kia.",
                        en: "A document's own term names no other; leave the other empty.")
                    : Problem(
                        "other", vi: "Văn bản không thể tác động lên chính nó.",
                        en: "A document cannot act on itself."))
        }
        if source.held == nil, target.held == nil {
            problems.append(
                Problem(
                    "other", vi: "Ít nhất một trong hai văn bản phải có trong danh mục.",
                    en: "At least one of the two documents must be in the register."))
        }
        if kind.needsUntil, until == nil {
            problems.append(
                Problem(
                    "until", vi: "Kéo dài hiệu lực phải ghi kéo dài đến ngày nào.",
                    en: "An extension says until which day."))
        }
        if until != nil, !kind.takesUntil {
            problems.append(
                Problem(
                    "until",
                    vi:
                        "Chỉ ngưng hiệu lực, kéo dài và chuyển tiếp mới có ngày kết thúc; hãy để trống.",
                    en: "Only suspensions, extensions and transitions have an end; leave it empty.")
            )
        }
        if let until, until <= from {
            problems.append(
                Problem(
                    "until", vi: "Ngày kết thúc phải sau ngày bắt đầu \(from.vi).",
                    en: "It must end after it begins, \(from.en)."))
        }
        if kind == .extension_ || kind == .limit, !parts.isEmpty {
            problems.append(
                Problem(
                    "parts", vi: "Thời hạn là của cả văn bản; hãy để trống phạm vi.",
                    en: "A term is of the whole document; leave the parts empty."))
        }
        return problems
    }
}
