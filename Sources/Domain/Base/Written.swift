/// The one place where numbers become words: as officials write them, and likewise in English.
public enum Written {
    /// 02, 11, 1.204 in Vietnamese sentences; 2, 11, 1,204 in English.
    public static func count(_ value: Int, _ language: Language) -> String {
        if language == .vi, (0..<10).contains(value) { return "0\(value)" }
        return number(value, language)
    }

    /// 2, 11, 1.204, in English 1,204; for columns of figures and charts.
    public static func number(_ value: Int, _ language: Language) -> String {
        let digits = String(abs(value))
        var grouped = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 {
                grouped += language == .vi ? "." : ","
            }
            grouped.append(digit)
        }
        return (value < 0 ? "−" : "") + grouped
    }

    /// Reads a whole number that is not negative, as officials write it: 1204 or 1.204.
    ///
    /// - Returns: `nil` for anything else; 1.5 is never taken for 15.
    public static func read(_ text: some StringProtocol) -> Int? {
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        guard
            groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        if groups.count > 1 {
            guard groups[0].utf8.count <= 3, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
            else { return nil }
        }
        return Int(groups.joined())
    }

    /// 31,25%, in English 31.25%; a round share such as 30% or 100% has no decimals.
    public static func share(_ share: Percentage, _ language: Language) -> String {
        let whole = share.basisPoints / 100
        let rest = share.basisPoints % 100
        guard rest != 0 else { return "\(number(whole, language))%" }
        return number(whole, language) + (language == .vi ? "," : ".")
            + (rest < 10 ? "0\(rest)" : "\(rest)") + "%"
    }

    public static func count(_ value: Int) -> Bilingual {
        Bilingual(vi: count(value, .vi), en: count(value, .en))
    }

    public static func share(_ value: Percentage) -> Bilingual {
        Bilingual(vi: share(value, .vi), en: share(value, .en))
    }

    /// "a, b và c"; in English "a, b and c".
    public static func list(_ items: [String], _ language: Language) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + (language == .vi ? " và " : " and ")
            + last
    }

    /// An English noun with its count: "1 body", "3 bodies".
    public static func english(_ count: Int, _ one: String, _ many: String) -> String {
        "\(number(count, .en)) \(count == 1 ? one : many)"
    }
}
