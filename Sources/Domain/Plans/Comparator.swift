/// How a target compares what was reached with its value (so sánh với mức đề ra).
///
/// The raw values are those of `caicach read --json`; they never change.
public enum Comparator: String, CaseIterable, Hashable, Sendable, Codable {
    /// ít nhất, tối thiểu, từ X, X trở lên, không thấp hơn; a floor that is a range keeps both ends.
    case atLeast = "at_least"
    /// trên, hơn
    case moreThan = "more_than"
    /// dưới, xuống dưới
    case lessThan = "less_than"
    /// không quá, tối đa
    case atMost = "at_most"
    /// đạt, có, or a bare number; a percentage is then judged as reached or passed.
    case equal
    /// từ X đến Y
    case between
    /// giảm xuống (còn) X
    case decreaseTo = "decrease_to"
    /// giảm X
    case decreaseBy = "decrease_by"
    /// giảm tối thiểu X
    case decreaseAtLeast = "decrease_at_least"
    /// tăng tối thiểu X, cao hơn ít nhất X, against a baseline
    case increaseAtLeast = "increase_at_least"
    /// trong nhóm X
    case rankWithin = "rank_within"
    /// tăng ít nhất X bậc
    case rankUpAtLeast = "rank_up_at_least"
    /// A class in words: nhóm tốt.
    case inClass = "in_class"
    /// The value stands in another document: chỉ tiêu được giao.
    case meetsReference = "meets_reference"
    /// A wish without a number, kept so that a person can set one.
    case unquantified

    public var title: Bilingual {
        switch self {
        case .atLeast: Bilingual(vi: "ít nhất", en: "at least")
        case .moreThan: Bilingual(vi: "trên", en: "more than")
        case .lessThan: Bilingual(vi: "dưới", en: "less than")
        case .atMost: Bilingual(vi: "không quá", en: "at most")
        case .equal: Bilingual(vi: "đạt", en: "reaches")
        case .between: Bilingual(vi: "trong khoảng", en: "between")
        case .decreaseTo: Bilingual(vi: "giảm xuống còn", en: "falls to")
        case .decreaseBy: Bilingual(vi: "giảm", en: "falls by")
        case .decreaseAtLeast: Bilingual(vi: "giảm ít nhất", en: "falls by at least")
        case .increaseAtLeast: Bilingual(vi: "tăng ít nhất", en: "rises by at least")
        case .rankWithin: Bilingual(vi: "trong nhóm", en: "ranks within the first")
        case .rankUpAtLeast: Bilingual(vi: "tăng hạng ít nhất", en: "climbs in rank by at least")
        case .inClass: Bilingual(vi: "xếp loại", en: "is classed as")
        case .meetsReference:
            Bilingual(vi: "đạt mức được giao", en: "meets what another document sets")
        case .unquantified: Bilingual(vi: "chưa có con số", en: "has no number yet")
        }
    }
}
