/// How a register counts for a target: the figures of reports that it divides, and where its lines are.
///
/// Targets, reports and the consolidated table ask the same queries, so they cannot disagree.
public struct RegisterMeasure: Hashable, Sendable {
    /// What stands behind a row of the standing.
    public enum Shape: Hashable, Sendable {
        /// Each record of the whole is one row, counted when it is in the part.
        case records
        /// Values of many lines are added up, a row for each body.
        case sums
        /// Each body of the scope is one row, counted when it has a record by its day.
        case bodies
        /// The newest published value of an index about the plan's issuer.
        case published
    }

    public let title: Bilingual
    /// The figure that is the numerator.
    public let part: String
    /// The figure that it is divided by; `nil` for a plain count.
    public let whole: String?
    /// The register's list: `communications`.
    public let list: String
    public let shape: Shape
    /// What it counts, in a sentence.
    public let noun: Bilingual

    init(
        _ list: String, _ part: String, of whole: String? = nil, _ shape: Shape, _ noun: Bilingual,
        vi: String, en: String
    ) {
        self.list = list
        self.part = part
        self.whole = whole
        self.shape = shape
        self.noun = noun
        title = Bilingual(vi: vi, en: en)
    }
}

extension Measure {
    /// How a register counts it; `nil` for measures of other records.
    public var register: RegisterMeasure? {
        let dossiers = Bilingual(vi: "hồ sơ", en: "dossiers")
        return switch self {
        case .communicationHeld:
            RegisterMeasure(
                "communications", "tuyen_truyen.hoat_dong", of: "tuyen_truyen.du_kien", .records,
                Bilingual(vi: "hoạt động tuyên truyền", en: "activities"),
                vi: "Hoạt động tuyên truyền đã thực hiện", en: "Communication activities held")
        case .peopleReached:
            RegisterMeasure(
                "communications", "tuyen_truyen.luot", .sums,
                Bilingual(vi: "lượt người", en: "people"), vi: "Lượt người được tuyên truyền",
                en: "People reached")
        case .initiativesRecognised:
            RegisterMeasure(
                "initiatives", "sang_kien.cong_nhan", .records,
                Bilingual(vi: "sáng kiến, mô hình", en: "initiatives"),
                vi: "Sáng kiến, mô hình được công nhận", en: "Initiatives recognised")
        case .initiativesReplicated:
            RegisterMeasure(
                "initiatives", "sang_kien.nhan_rong", .records,
                Bilingual(vi: "sáng kiến, mô hình", en: "initiatives"),
                vi: "Sáng kiến, mô hình được nhân rộng", en: "Initiatives replicated")
        case .initiativesProposed:
            RegisterMeasure(
                "initiatives", "sang_kien.de_xuat", .records,
                Bilingual(vi: "sáng kiến, mô hình", en: "initiatives"),
                vi: "Sáng kiến, mô hình được đề xuất", en: "Initiatives proposed")
        case .bodiesProposing:
            bodies(
                "initiatives", "sang_kien.de_xuat",
                vi: "Cơ quan có sáng kiến, mô hình được đề xuất",
                en: "Agencies that proposed an initiative")
        case .bodiesPiloting:
            bodies(
                "initiatives", "sang_kien.thi_diem", vi: "Cơ quan có sáng kiến, mô hình thí điểm",
                en: "Agencies with an initiative in pilot")
        case .bodiesRecognised:
            bodies(
                "initiatives", "sang_kien.cong_nhan",
                vi: "Cơ quan có sáng kiến, mô hình được công nhận",
                en: "Agencies with a recognised initiative")
        case .bodiesCommunicating:
            bodies(
                "communications", "tuyen_truyen.hoat_dong", vi: "Cơ quan có hoạt động tuyên truyền",
                en: "Agencies that held a communication activity")
        case .bodiesTraining:
            bodies(
                "staffings", "nhan_luc.tap_huan", vi: "Cơ quan có người được tập huấn CCHC",
                en: "Agencies with people trained")
        case .bodiesCommitted:
            bodies(
                "commitments", "cam_ket.da_ky", vi: "Cơ quan có cam kết của người đứng đầu",
                en: "Agencies whose head signed a commitment")
        case .moneySpent:
            RegisterMeasure(
                "budgets", "kinh_phi.da_chi", of: "kinh_phi.duoc_giao", .sums,
                Bilingual(vi: "nghìn đồng", en: "thousand đồng"), vi: "Kinh phí CCHC đã chi",
                en: "Money for reform spent")
        case .peopleTrained:
            RegisterMeasure(
                "staffings", "nhan_luc.tap_huan", .sums,
                Bilingual(vi: "lượt người", en: "people"), vi: "Lượt người được tập huấn CCHC",
                en: "People trained")
        case .dossiersOnTime:
            RegisterMeasure(
                "dossiers", OnTimeFormula.ofSolved.parts.part,
                of: OnTimeFormula.ofSolved.parts.whole, .sums, dossiers,
                vi: "Hồ sơ thủ tục hành chính đúng hạn", en: "Dossiers on time")
        case .dossiersOnline:
            RegisterMeasure(
                "dossiers", "ho_so.truc_tuyen", of: "ho_so.tiep_nhan", .sums, dossiers,
                vi: "Hồ sơ tiếp nhận trực tuyến", en: "Dossiers filed online")
        case .digitalResults:
            RegisterMeasure(
                "dossiers", "ho_so.ket_qua_dien_tu", of: "ho_so.da_giai_quyet", .sums, dossiers,
                vi: "Hồ sơ trả kết quả điện tử", en: "Digital results")
        case .onlinePayments:
            RegisterMeasure(
                "dossiers", "ho_so.thanh_toan_truc_tuyen", of: "ho_so.tiep_nhan", .sums, dossiers,
                vi: "Hồ sơ thanh toán trực tuyến", en: "Dossiers paid online")
        case .satisfaction:
            RegisterMeasure(
                "outside-results", "", .published, Bilingual(vi: "%", en: "%"),
                vi: "Chỉ số hài lòng được công bố (SIPAS)", en: "Published satisfaction (SIPAS)")
        case .commitmentsKept:
            RegisterMeasure(
                "commitments", "cam_ket.thuc_hien", of: "cam_ket.den_han", .records,
                Bilingual(vi: "cam kết đến hạn", en: "due commitments"),
                vi: "Cam kết của người đứng đầu được thực hiện", en: "Commitments of heads kept")
        case .milestonesReached:
            RegisterMeasure(
                "milestones", "moc.dat", of: "moc.den_han", .records,
                Bilingual(vi: "mốc đến hạn", en: "due milestones"),
                vi: "Mốc của chương trình đã đạt", en: "Milestones of programmes reached")
        default: nil
        }
    }

    private func bodies(_ list: String, _ part: String, vi: String, en: String) -> RegisterMeasure {
        RegisterMeasure(
            list, part, .bodies, Bilingual(vi: "cơ quan", en: "agencies"), vi: vi, en: en)
    }

    /// The same with the year's own formula of dossiers on time.
    public func register(by formula: OnTimeFormula) -> RegisterMeasure? {
        guard self == .dossiersOnTime, let usual = register else { return register }
        return RegisterMeasure(
            usual.list, formula.parts.part, of: formula.parts.whole, usual.shape, usual.noun,
            vi: formula.title.vi, en: formula.title.en)
    }
}
