/// What figures typed by hand refuse.
public enum FigureError: UserFacingError, Hashable {
    case computed(String)

    public var code: String { "figure.computed" }
    public var kind: ErrorKind { .invalid }
    public var message: Bilingual {
        switch self {
        case .computed(let code):
            Bilingual(
                vi: "Chỉ tiêu \(code) được tính từ hồ sơ, không nhập tay; hãy sửa hồ sơ gốc.",
                en: "Target \(code) is counted from records, not typed; mend the records instead.")
        }
    }
}

extension Facts.Figure {
    public var problems: [Problem] {
        var problems: [Problem] = []
        if source.trimmed.isEmpty {
            problems.append(
                Problem(
                    "source", vi: "Hãy ghi nguồn của số liệu.",
                    en: "Say where the figure comes from."))
        }
        if let denominator, denominator <= 0 {
            problems.append(
                Problem(
                    "denominator", vi: "Mẫu số phải lớn hơn 0; nếu không phát sinh thì không nhập.",
                    en: "The denominator must be above zero; enter nothing if nothing arose."))
        }
        if numerator < 0 {
            problems.append(
                Problem(
                    "numerator", vi: "Tử số không được âm.",
                    en: "The numerator may not be negative."))
        }
        return problems
    }
}
