/// How the share of dossiers solved on time is counted (cách tính tỷ lệ đúng hạn).
///
/// Published shares divide by different things, so each has a name and every share says which it is;
/// the year's own is chosen by the standing office, with its source. Source: one-stop-statistics.md 2.
public enum OnTimeFormula: String, CaseIterable, Hashable, Sendable, Codable {
    /// Early and on time, of those solved.
    case ofSolved = "of-solved"
    /// Early and on time, of those whose day has come: solved, or pending past their day.
    case ofDue = "of-due"
    /// All but the late ones, solved or pending, of all that had to be handled.
    case notLate = "not-late"

    public var title: Bilingual {
        switch self {
        case .ofSolved:
            Bilingual(vi: "Tỷ lệ đúng hạn trên số đã giải quyết", en: "On time, of those solved")
        case .ofDue:
            Bilingual(vi: "Tỷ lệ đúng hạn trên số đến hạn", en: "On time, of those due")
        case .notLate:
            Bilingual(
                vi: "Tỷ lệ không quá hạn trên số phải giải quyết",
                en: "Not late, of all to be handled")
        }
    }

    public var formula: Bilingual {
        switch self {
        case .ofSolved:
            Bilingual(
                vi: "(trước hạn + đúng hạn) : (trước hạn + đúng hạn + quá hạn)",
                en: "(early + on time) : (early + on time + late)")
        case .ofDue:
            Bilingual(
                vi: "(trước hạn + đúng hạn) : (đã giải quyết + đang giải quyết đã quá hạn)",
                en: "(early + on time) : (solved + pending past their day)")
        case .notLate:
            Bilingual(
                vi:
                    "(tồn + tiếp nhận − giải quyết quá hạn − đang giải quyết đã quá hạn) : (tồn + tiếp nhận)",
                en:
                    "(carried over + received − late − pending past their day) : (carried over + received)"
            )
        }
    }

    /// Who publishes it so.
    public var source: Bilingual {
        switch self {
        case .ofSolved: Bilingual(vi: "như phần mềm OpenCPS", en: "as OpenCPS does")
        case .ofDue:
            Bilingual(vi: "như báo cáo của Vĩnh Phúc, 01/2022", en: "as Vĩnh Phúc, 01/2022")
        case .notLate: Bilingual(vi: "như cổng của Gia Lai", en: "as the portal of Gia Lai")
        }
    }

    /// The figure of its share in templates.
    public var figure: String {
        switch self {
        case .ofSolved: "ho_so.dung_han_tren_da_giai_quyet"
        case .ofDue: "ho_so.dung_han_tren_den_han"
        case .notLate: "ho_so.khong_qua_han_tren_phai_giai_quyet"
        }
    }

    /// The figures that it divides, by name.
    public var parts: (part: String, whole: String) {
        switch self {
        case .ofSolved: ("ho_so.khong_qua_han", "ho_so.da_giai_quyet")
        case .ofDue: ("ho_so.khong_qua_han", "ho_so.den_han")
        case .notLate: ("ho_so.khong_cham", "ho_so.phai_giai_quyet")
        }
    }

    /// The share of the year's chosen formula, whichever it is.
    public static let chosenFigure = "ho_so.ty_le_dung_han"
}

/// Which formula a year's reports use, and on what ground.
public struct ChosenFormula: Hashable, Sendable, Codable {
    public let year: Int
    public let formula: OnTimeFormula
    /// The document that says so; empty while nobody chose.
    public let source: String

    public init(year: Int, formula: OnTimeFormula = .ofSolved, source: String = "") {
        self.year = year
        self.formula = formula
        self.source = source
    }
}
