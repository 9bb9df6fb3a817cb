extension LegalDocument {
    /// What a document is by its force: normative, individual, or a policy that is neither.
    public enum Nature: String, CaseIterable, Hashable, Sendable, Codable {
        /// Văn bản quy phạm pháp luật: only these count to the target on legal documents.
        case normative
        /// Văn bản hành chính, văn bản cá biệt.
        case individual
        /// Chủ trương, chế độ, chính sách that the sector or locality decided on.
        case policy

        public var title: Bilingual {
            switch self {
            case .normative:
                Bilingual(vi: "văn bản quy phạm pháp luật", en: "normative document")
            case .individual: Bilingual(vi: "văn bản hành chính", en: "individual document")
            case .policy: Bilingual(vi: "chủ trương, chính sách", en: "policy")
            }
        }
    }

    /// The name of its kind (tên loại), with the letters that stand for it in a symbol.
    ///
    /// Letters from real symbols in the notes: QĐ, NQ, KH, TB, BC, TTr, BCTĐ, NĐ; the others are
    /// customary and asked for nowhere but here.
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        case resolution, decision, directive, law, ordinance, decree, circular
        case plan, programme, scheme, report, appraisal, notice, proposal, guidance, conclusion
        case regulation, rule, telegram, minutes, letter
        case orientation, regime, policy
        case other

        public var title: Bilingual {
            switch self {
            case .resolution: Bilingual(vi: "nghị quyết", en: "resolution")
            case .decision: Bilingual(vi: "quyết định", en: "decision")
            case .directive: Bilingual(vi: "chỉ thị", en: "directive")
            case .law: Bilingual(vi: "luật", en: "law")
            case .ordinance: Bilingual(vi: "pháp lệnh", en: "ordinance")
            case .decree: Bilingual(vi: "nghị định", en: "decree")
            case .circular: Bilingual(vi: "thông tư", en: "circular")
            case .plan: Bilingual(vi: "kế hoạch", en: "plan")
            case .programme: Bilingual(vi: "chương trình", en: "programme")
            case .scheme: Bilingual(vi: "đề án", en: "scheme")
            case .report: Bilingual(vi: "báo cáo", en: "report")
            case .appraisal: Bilingual(vi: "báo cáo thẩm định", en: "appraisal report")
            case .notice: Bilingual(vi: "thông báo", en: "notice")
            case .proposal: Bilingual(vi: "tờ trình", en: "proposal")
            case .guidance: Bilingual(vi: "hướng dẫn", en: "guidance")
            case .conclusion: Bilingual(vi: "kết luận", en: "conclusion")
            case .regulation: Bilingual(vi: "quy chế", en: "regulation")
            case .rule: Bilingual(vi: "quy định", en: "rule")
            case .telegram: Bilingual(vi: "công điện", en: "telegram")
            case .minutes: Bilingual(vi: "biên bản", en: "minutes")
            case .letter: Bilingual(vi: "công văn", en: "official letter")
            case .orientation: Bilingual(vi: "chủ trương", en: "orientation")
            case .regime: Bilingual(vi: "chế độ", en: "regime")
            case .policy: Bilingual(vi: "chính sách", en: "policy")
            case .other: Bilingual(vi: "loại khác", en: "other")
            }
        }

        /// The letters in a symbol; `nil` for kinds that put none there.
        public var letters: String? {
            switch self {
            case .resolution: "NQ"
            case .decision: "QĐ"
            case .directive: "CT"
            case .ordinance: "PL"
            case .decree: "NĐ"
            case .circular: "TT"
            case .plan: "KH"
            case .programme: "CTr"
            case .scheme: "ĐA"
            case .report: "BC"
            case .appraisal: "BCTĐ"
            case .notice: "TB"
            case .proposal: "TTr"
            case .guidance: "HD"
            case .conclusion: "KL"
            case .regulation: "QC"
            case .rule: "QyĐ"
            case .telegram: "CĐ"
            case .minutes: "BB"
            case .law, .letter, .orientation, .regime, .policy, .other: nil
            }
        }

        /// The kind for which these letters stand; capitals count, for TT is not TTr.
        public init?(letters: String) {
            guard let kind = Self.byLetters[Vietnamese.composed(letters)] else { return nil }
            self = kind
        }

        private static let byLetters = Dictionary(
            uniqueKeysWithValues: allCases.compactMap { kind in kind.letters.map { ($0, kind) } })
    }

    /// Which organ of the issuing body decided: with the body it is the issuer (cơ quan ban hành).
    public enum Organ: String, CaseIterable, Hashable, Sendable, Codable {
        case council, committee, chairman
        /// A department, or any other body that is its own organ.
        case body

        public var title: Bilingual {
            switch self {
            case .council: Bilingual(vi: "Hội đồng nhân dân", en: "People's Council")
            case .committee: Bilingual(vi: "Ủy ban nhân dân", en: "People's Committee")
            case .chairman:
                Bilingual(vi: "Chủ tịch Ủy ban nhân dân", en: "Chairman of the People's Committee")
            case .body: Bilingual(vi: "cơ quan, đơn vị", en: "the body itself")
            }
        }
    }

    /// The status that a source declares, as the national legal database words it.
    ///
    /// What follows from dates and relations is computed elsewhere and stands beside it.
    public enum DeclaredStatus: String, CaseIterable, Hashable, Sendable, Codable {
        case inForce, partlyExpired, expired, notYet, suspended, noLongerSuitable

        public var title: Bilingual {
            switch self {
            case .inForce: Bilingual(vi: "còn hiệu lực", en: "in force")
            case .partlyExpired:
                Bilingual(vi: "hết hiệu lực một phần", en: "partly expired")
            case .expired: Bilingual(vi: "hết hiệu lực toàn bộ", en: "expired")
            case .notYet: Bilingual(vi: "chưa có hiệu lực", en: "not yet in force")
            case .suspended: Bilingual(vi: "ngưng hiệu lực", en: "suspended")
            case .noLongerSuitable:
                Bilingual(vi: "không còn phù hợp", en: "no longer suitable")
            }
        }

        /// Reads what a source wrote; `nil` for words that are no status, such as "Đã biết".
        public init?(written: String) {
            let wanted = Vietnamese.folded(written)
            guard
                let status = Self.allCases.first(where: {
                    Vietnamese.folded($0.title.vi) == wanted
                        || Vietnamese.folded($0.title.en) == wanted
                        || Vietnamese.folded($0.rawValue) == wanted
                }) ?? (wanted == "het hieu luc" ? .expired : nil)
            else { return nil }
            self = status
        }
    }
}
