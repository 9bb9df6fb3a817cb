/// A target (chỉ tiêu) as the reader found it in the plan's words.
public struct DraftTarget: Hashable, Sendable {
    /// The clause's path, with -1, -2 where the clause holds several: II.1.a.2-1.
    public let clause: String
    public let text: String
    public let start: Int
    public let end: Int
    public let comparator: Comparator
    /// `nil` when the text gives none: a wish, or a value that stands in another document.
    public let value: TargetValue?
    /// `%`, `rank`, or the counted noun as printed; `nil` without a number.
    public let unit: String?
    /// The words of the text that name the set: "đơn vị cấp xã".
    public let scope: String?
    /// The member over which it must hold one by one ("mỗi huyện"); `nil` for a quota on the whole.
    public let each: String?
    public let deadline: DraftDeadline?
    /// The key of the measure that seems to fit; `nil` when none does.
    public let measure: String?

    public init(
        clause: String, text: String, start: Int, end: Int, comparator: Comparator,
        value: TargetValue?, unit: String?, scope: String?, each: String?,
        deadline: DraftDeadline?, measure: String?
    ) {
        self.clause = clause
        self.text = text
        self.start = start
        self.end = end
        self.comparator = comparator
        self.value = value
        self.unit = unit
        self.scope = scope
        self.each = each
        self.deadline = deadline
        self.measure = measure
    }
}

/// The value of a target, exactly as the text gives it; numbers in whole hundredths.
public enum TargetValue: Hashable, Sendable {
    /// 30% is 3,000 hundredths; 1,27 is 127.
    case number(hundredths: Int)
    /// Both ends of a range, or of a floor that is a range ("tối thiểu 45% - 50%").
    case range(lowHundredths: Int, highHundredths: Int)
    /// A class in words: "tốt".
    case word(String)

    /// 1,27 in Vietnamese, 1.27 in English; a range as "45 - 50".
    public func text(_ language: Language) -> String {
        switch self {
        case .number(let value): TargetValue.written(value, language)
        case .range(let low, let high):
            TargetValue.written(low, language) + " - " + TargetValue.written(high, language)
        case .word(let word): word
        }
    }

    private static func written(_ hundredths: Int, _ language: Language) -> String {
        let whole = Written.number(hundredths / 100, language)
        let rest = hundredths % 100
        guard rest != 0 else { return whole }
        let decimals = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        return whole + (language == .vi ? "," : ".") + decimals
    }
}

/// When something is due: a day where the text gives one, otherwise its own words.
public enum DraftDeadline: Hashable, Sendable {
    case day(Day)
    /// "Quý IV", "thường xuyên trong năm", "20 ngày sau khi Tỉnh ủy ban hành".
    case words(String)

    /// `yyyy-MM-dd`, or the words.
    public var text: String {
        switch self {
        case .day(let day): day.text
        case .words(let words): words
        }
    }
}
