/// Who signs a document, and with which power (thẩm quyền ký).
///
/// Source: Decree 30/2020/NĐ-CP, Article 13 and Annex I, II.7.
public struct Signing: Hashable, Sendable, Codable {
    public enum Power: String, CaseIterable, Hashable, Sendable, Codable {
        /// The head; of a committee on behalf of it (TM.).
        case head
        /// A deputy for the head (KT.).
        case deputy
        /// Whoever acts as head for the time being (Q.).
        case acting
        /// A subordinate by the head's order (TL.).
        case byOrder
        /// Somebody whom the head empowered in writing (TUQ.).
        case authorised

        public var title: Bilingual {
            switch self {
            case .head: Bilingual(vi: "Người đứng đầu (TM.)", en: "The head")
            case .deputy: Bilingual(vi: "Cấp phó ký thay (KT.)", en: "A deputy, for the head (KT.)")
            case .acting: Bilingual(vi: "Quyền cấp trưởng (Q.)", en: "The acting head (Q.)")
            case .byOrder: Bilingual(vi: "Ký thừa lệnh (TL.)", en: "By order of the head (TL.)")
            case .authorised:
                Bilingual(vi: "Ký thừa ủy quyền (TUQ.)", en: "Authorised by the head (TUQ.)")
            }
        }
    }

    public let power: Power
    /// The signer's own title: "Chánh Văn phòng"; empty for the usual one.
    public let title: String
    /// The signer's name without degrees; empty for the head on record on the day.
    public let name: String
    /// Who kept the record of a meeting; only records have one.
    public let secretary: String

    public init(
        _ power: Power = .head, title: String = "", name: String = "", secretary: String = ""
    ) {
        self.power = power
        self.title = title
        self.name = name
        self.secretary = secretary
    }

    /// Every reason the signature cannot be set like this.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if title.isEmpty, power == .byOrder || power == .authorised {
            problems.append(
                Problem(
                    "signer_title",
                    vi:
                        "Ký thừa lệnh, thừa ủy quyền phải ghi chức vụ của người ký, ví dụ Chánh Văn phòng.",
                    en:
                        "Whoever signs by order or authority needs a title, such as head of the office."
                ))
        }
        for (field, text) in [("signer_title", title), ("signer", name), ("secretary", secretary)]
        where text.unicodeScalars.count > 120 {
            problems.append(
                Problem(
                    field, vi: "Ô này dài quá 120 ký tự; hãy rút gọn.",
                    en: "This is longer than 120 characters; shorten it."))
        }
        return problems
    }
}

extension OfficialDocument.Signature {
    /// How the body's document is signed: power and title line by line, the name below.
    ///
    /// A decision or letter of a committee is signed on its behalf (TM.); a record of a meeting by who
    /// chaired it.
    public init(
        for body: AgencyTree.Body, _ signing: Signing, of kind: OfficialDocument.Kind = .report,
        name: String = ""
    ) {
        guard kind != .record else {
            self.init([signing.title.isEmpty ? "CHỦ TRÌ" : signing.title.uppercased()], name: name)
            return
        }
        let isCommittee = [.province, .district, .commune].contains(body.level)
        let head = Self.head(of: body)
        let onBehalf = isCommittee ? ["TM. ỦY BAN NHÂN DÂN"] : []
        let own = signing.title.uppercased()
        switch signing.power {
        case .head: self.init(onBehalf + [own.isEmpty ? head : own], name: name)
        case .deputy:
            self.init(onBehalf + ["KT. \(head)", own.isEmpty ? "PHÓ \(head)" : own], name: name)
        case .acting: self.init(onBehalf + ["Q. \(head)"], name: name)
        case .byOrder: self.init(["TL. \(head)", own], name: name)
        case .authorised: self.init(["TUQ. \(head)", own], name: name)
        }
    }

    /// How the head of a body is called: GIÁM ĐỐC, CHÁNH THANH TRA; of a committee its chairman.
    public static func head(of body: AgencyTree.Body) -> String {
        if [.province, .district, .commune].contains(body.level) { return "CHỦ TỊCH" }
        let name = Vietnamese.folded(body.name)
        if name.hasPrefix("van phong") { return "CHÁNH VĂN PHÒNG" }
        if name.hasPrefix("thanh tra") { return "CHÁNH THANH TRA" }
        if name.hasPrefix("ban ") { return "TRƯỞNG BAN" }
        if name.hasPrefix("phong ") { return "TRƯỞNG PHÒNG" }
        return name.hasPrefix("so ") ? "GIÁM ĐỐC" : "THỦ TRƯỞNG CƠ QUAN"
    }
}
